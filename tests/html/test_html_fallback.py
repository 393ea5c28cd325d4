"""Pages of no known layout, or of one whose names are gone: what is left tells headline, text and what is neither."""

from __future__ import annotations

import pytest

from koreanews import parse
from koreanews.cleaner.html import sort_shown

HEADLINE = "The ferryman's last winter"
TEASER = "For forty years he has rowed the schoolchildren across. Now a bridge is being built, and nobody told him."
STORY = (
    "The boat lies upside down on two barrels, and under it sleeps a dog that nobody owns.",
    "In November the ice came early, and the ferryman walked the children over it one by one.",
    "The bridge is to be opened in spring by a minister from the capital.",
)
TEXT = f"<p>{TEASER}</p>" + "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
TITLES = [
    "The ferryman′s last winter | Asia | DW | 14.05.2008",
    "The ferryman′s last winter | Asia | Deutsche Welle | 14.05.2008",
    "The ferryman's last winter",
    "The ferryman's last winter - Saved pages",
    "The ferryman's last winter | Asia | Saved pages",
]
ABOVE = [
    "",
    "<ul><li>Home</li><li>Germany</li><li>World</li></ul>",
    '<div><img src="logo.gif" alt="Deutsche Welle"></div><ul><li>Home</li><li>World</li></ul><div>Advertisement</div>',
    "<ul>" + "<li>One of the hundred sections of a site</li>" * 100 + "</ul><p>You have chosen to be greeted here.</p>",
    "<table><tr><td>Home</td></tr><tr><td>World</td></tr><tr><td>Sports</td></tr></table>",
    "<p>We use cookies to improve our service for you. You can find more information in our data protection "
    "declaration.</p><ul><li>Home</li><li>Germany</li></ul>",
]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("title", TITLES)
def test_the_title_tells_the_headline_below_whatever_stands_above(title: str, above: str) -> None:
    shown = f"{above}<h1>{HEADLINE}</h1>{TEXT}"
    article = parse(f'<html lang="en"><head><title>{title}</title></head><body>{shown}</body></html>'.encode())
    assert article.source.format == "html, no known layout"
    assert (article.headline, article.teaser) == (HEADLINE, TEASER)
    assert article.body == "\n\n".join(STORY)


def test_a_title_that_the_page_does_not_show_says_nothing_of_its_text() -> None:
    article = parse(f"<title>Saved page 12</title><h1>{HEADLINE}</h1>{TEXT}".encode())
    assert article.body == "\n\n".join(STORY)
    assert article.teaser == TEASER


def test_the_text_of_a_page_without_class_names_is_that_of_its_article() -> None:
    article = parse(
        '<html lang="en"><head><link rel="canonical" href="https://www.dw.com/en/ferryman/a-70000001"></head><body><ul>'
        f"<li>Home</li></ul><div><article><header><h1>{HEADLINE}</h1><p>{TEASER}</p></header><div>Advertisement</div>"
        f"<div>{TEXT.replace(f'<p>{TEASER}</p>', '')}<h2>The other bank</h2><blockquote>Row!</blockquote></div>"
        "</article><div><h2>More on this topic</h2><figure><img alt='A bridge'></figure><h3>A bridge for nobody</h3>"
        "<p>It was built and never used by anyone at all.</p></div></div></body></html>".encode()
    )
    assert (article.headline, article.teaser) == (HEADLINE, TEASER)
    assert article.body == "\n\n".join((*STORY, "The other bank", "Row!"))
    assert article.images == ()


def test_a_text_dump_that_a_browser_saved_keeps_its_lines() -> None:
    dump = f"The ferryman′s last winter | Asia | DW | 14.05.2008\n\nAsia\n\n{HEADLINE}\n\n{TEASER}\n\n" + "\n\n".join(
        STORY
    )
    style = "word-wrap: break-word; white-space: pre-wrap;"
    html = f'<html><head></head><body><pre style="{style}">{dump}</pre></body></html>'
    article, plain = parse(html.encode()), parse(dump.encode())
    assert (article.headline, article.date, article.section) == (HEADLINE, "2008-05-14", "Asia")
    assert (article.teaser, article.body) == (plain.teaser, plain.body) == (TEASER, "\n\n".join(STORY))


PICTURES = [
    ('<div><img alt="A boat on the ice"></div>', "A boat on the ice", None),
    (
        '<div><a href="1.jpg"><img alt="Boot im Eis"></a><p>The boat, seen from the bank</p></div>',
        "The boat, seen from the bank",
        None,
    ),
    (
        '<div><img alt="Boot im Eis"><br><small>The boat (Reuters/A. Example)</small></div>',
        "The boat",
        "Reuters/A. Example",
    ),
    ('<table><tr><td><img alt="Boot"></td></tr><tr><td>The boat in ice</td></tr></table>', "The boat in ice", None),
    ('<figure><img alt="Boot"><figcaption>The boat Image: AP/dpa</figcaption></figure>', "The boat", "AP/dpa"),
    ('<p><img alt="Boot"><span>Bildunterschrift: The boat in ice</span></p>', "The boat in ice", None),
    (
        '<p><img alt="A boat that lies upside down on the bank, with a dog that nobody owns under it"></p>',
        "A boat that lies upside down on the bank, with a dog that nobody owns under it",
        None,
    ),
]


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize(("picture", "caption", "credit"), PICTURES)
def test_the_pictures_of_the_story_are_no_text(picture: str, caption: str, credit: str | None, place: int) -> None:
    parts = [f"<p>{paragraph}</p>" for paragraph in (TEASER, *STORY)]
    parts.insert(place, picture)
    page = f'<div><img src="logo.gif" alt="The logo"></div><h1>{HEADLINE}</h1>{"".join(parts)}'
    page += '<div><img alt="A bank to trust"></div><h4>Related content</h4>'
    listed = '<div><a><img alt="A bridge"><h2>A bridge for nobody 03.05.2008</h2><p>It was built.</p></a></div>'
    article = parse(f"<title>{TITLES[0]}</title>{page}{listed}".encode())
    assert (article.headline, article.teaser) == (HEADLINE, TEASER)
    assert article.body == "\n\n".join(STORY)
    assert [(image.caption, image.credit) for image in article.images] == [(caption, credit)]
    assert [(each.headline, each.image) for each in article.related] == [("A bridge for nobody", "A bridge")]


@pytest.mark.parametrize("picture", [picture for picture, *_ in PICTURES])
def test_lines_of_a_page_with_pictures_are_counted_in_what_it_shows(picture: str) -> None:
    line, page = 1, f"<title>{TITLES[0]}</title><h1>{HEADLINE}</h1><p>{TEASER}</p>{picture}{TEXT}"
    for block in sort_shown(page):
        assert block.line == line
        line += block.raw.count("\n")
    assert line > 10


@pytest.mark.parametrize("shown", ["", TEXT, "<p>A</p>", "<p>03.05.2008</p>", f'<img alt="A boat">{TEXT}'])
@pytest.mark.parametrize("title", TITLES)
def test_a_page_that_shows_no_headline_has_that_of_its_title(title: str, shown: str) -> None:
    article = parse(f"<html><head><title>{title}</title></head><body>{shown}</body></html>".encode())
    assert article.headline is not None
    assert article.headline.startswith(HEADLINE) or not title.endswith("2008")
    assert (STORY[-1] in (article.body or "")) is (TEXT in shown)


HIDDEN = '<div style="display:none"><p>Thank you, your words are on their way to the ferryman and to his dog.</p></div>'


@pytest.mark.parametrize("picture", ["", '<div><img alt="A boat on two barrels" src="b.jpg"><p>The boat</p></div>'])
def test_what_a_page_of_no_known_layout_does_not_show_is_no_text(picture: str) -> None:
    last = f"<p>{STORY[-1]}</p>"
    shown = f"<h1>{HEADLINE}</h1>{picture}{TEXT.removesuffix(last)}{HIDDEN}{last}"
    article = parse(f"<title>{HEADLINE}</title>{shown}".encode())
    assert article.body == "\n\n".join(STORY)
    blocks = sort_shown(shown)
    assert [block.kind.value for block in blocks if block.text.startswith("Thank you")] == ["navigation"]
    assert [block.line for block in blocks if block.raw] == sorted({block.line for block in blocks if block.raw})


def test_a_page_of_no_known_layout_that_unfolds_its_story_is_read() -> None:
    shown = "<p>Written for those who stay, by one who left the river.</p>"
    article = parse(f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1>{shown}<div hidden>{TEXT}</div>".encode())
    assert (article.body or "").endswith("\n\n".join(STORY))
