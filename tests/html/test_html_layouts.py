"""A page of each layout, in English and German: all of its blocks, as the file beside the page has them."""

from __future__ import annotations

import pytest
from blocks_as_lines import PAGES, lines, page

from koreanews.cleaner.html import sort_html
from koreanews.cleaner.html.fallback import shown_lines
from koreanews.cleaner.html.lean import lean

NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_every_block_of_the_page(name: str) -> None:
    expected = (PAGES / f"{name}.blocks").read_text(encoding="utf-8").splitlines()
    assert lines(sort_html(page(name))) == expected


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_counted_in_the_visible_text(name: str) -> None:
    blocks = sort_html(page(name))
    assert blocks is not None
    line = 1
    for block in blocks:
        assert block.line == line
        line += block.raw.count("\n")


@pytest.mark.parametrize(
    "html",
    [
        "",
        "no tag at all",
        "<html><head><title>A page of another publisher</title></head><body><article><p>Text</p></article></body>",
        # MediaWiki too calls its content so.
        '<div id="bodyContent"><div id="mw-content-text"><p>An encyclopedia.</p></div></div>',
        '<article class="post"><header><h1>A blog</h1></header><div class="entry"><p>Text</p></div></article>',
        "<!-- <div id='bodyContent'><div class='longText'><p class='intro'> --><p>only a comment</p>",
        '<p>In the text: id="bodyContent" class="longText" class="col3"</p>',
    ],
)
def test_other_pages_have_no_layout(html: str) -> None:
    assert sort_html(html) is None


def test_a_page_of_no_layout_reads_like_a_text_dump() -> None:
    html = """<html><head><title>Not shown</title><style>p{}</style></head><body>
    <nav><ul><li><a href="/">Home</a></li><li>About</li></ul></nav>
    <h1>The  headline</h1><p>One<br>two <b>thr</b>ee</p><img src="x" alt="A picture (AP)"><img src="y">
    <script>no()</script><ul><li>first</li><li><p>second</p></li></ul><p>A &lt; B &amp; C</p>
    <table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></body></html>"""
    assert "".join(line.text for line in shown_lines(lean(html))) == (
        "  • Home\n  • About\n\nThe headline\n\nOne\ntwo three\n\nA picture (AP)\n\n  • first\n  • second\n\n"
        "A < B & C\n\n1 2\n\n3 4\n\n"
    )
