"""Pages of no known layout, or of one whose names are gone: what is left tells headline, text and what is neither."""

from __future__ import annotations

import pytest

from koreanews import parse

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
        f"<div>{TEXT.replace(f'<p>{TEASER}</p>', '')}<h2>The other bank</h2></div></article><div><h2>More on this topic"
        "</h2><figure><img alt='A bridge'></figure><div><h3>A bridge for nobody</h3><p>It was built and never used by "
        "anyone at all.</p></div></div></div>"
        "</body></html>".encode()
    )
    assert (article.headline, article.teaser) == (HEADLINE, TEASER)
    assert article.body == "\n\n".join((*STORY, "The other bank"))
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
