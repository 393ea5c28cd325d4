"""A gallery's own page of a build whose elements do not say that they are slides: what stands below each picture."""

from __future__ import annotations

import pytest

from koreanews import parse
from koreanews.parser import Article

SLIDES = [
    ("White keys", "They were made of ivory once, and nobody asked the elephants.", "A white key", "DW/A. Example"),
    ("Black keys", "Nobody has ever counted them all, though there are not that many.", "A black key", "Kyodo"),
]
FORMS = {
    "below": '<figure><img alt="{2}" src="1.jpg"></figure><h2>{0}</h2><p>{1}</p><small>Image: {3}</small>',
    "counted": '<div><img alt="{2}" src="1.jpg"><div>1 / 2</div><h3>{0}</h3><p>{1}<small>Image: {3}</small></p></div>',
    "within": '<figure><img alt="{2}" src="1.jpg"><figcaption><h2>{0}</h2><p>{1}</p><small>Image: {3}</small>'
    "</figcaption></figure>",
}


def page(slides: str, kind: str = "g") -> Article:
    return parse(
        f'<html lang="en"><head><link rel="canonical" href="https://www.dw.com/en/pianos/{kind}-43700001"></head><body>'
        '<div id="main-content"></div><article><div class="content-area"><header><h1>Pianos</h1><p class="teaser-text">'
        f"In pictures.</p></header>{slides}</div></article></body></html>".encode()
    )


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_picture_and_what_stands_below_it_is_a_slide(form: str) -> None:
    gallery = page("".join(form.format(*slide) for slide in SLIDES))
    assert [(each.title, each.caption, each.image, each.credit) for each in gallery.gallery] == SLIDES
    assert (gallery.body, gallery.headings, gallery.images) == (None, (), ())


def test_a_picture_over_all_slides_stays_one_of_the_page() -> None:
    lead = '<figure><img alt="All keys" src="0.jpg"></figure>'
    gallery = page(lead + "".join(FORMS["within"].format(*slide) for slide in SLIDES))
    assert [image.caption for image in gallery.images] == ["All keys"]
    assert [each.title for each in gallery.gallery] == ["White keys", "Black keys"]


@pytest.mark.parametrize(("kind", "number"), [("a", 2), ("g", 1)])
def test_pictures_of_an_article_and_one_alone_are_no_slides(kind: str, number: int) -> None:
    article = page("".join(FORMS["below"].format(*slide) for slide in SLIDES[:number]), kind)
    assert article.gallery == ()
    assert len(article.images) == number
