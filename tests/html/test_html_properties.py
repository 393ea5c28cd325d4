"""What holds for every page, whatever it holds."""

from __future__ import annotations

import re
import sys

import pytest
from blocks_as_lines import METADATA, PAGES, page
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.html import sort_html, sort_shown

CHECKED = settings(derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow])

FRAMES = {
    "classic": '<div id="bodyContent"><div class="col3"><p class="intro"></p>{}</div></div>',
    "classic text": '<div id="bodyContent"><p class="intro"></p><div class="longText">{}</div></div>',
    "2024": '<div id="main-content"></div><article><div class="content-area">{}</div></article>',
    "2024 text": '<div id="main-content"></div><article><div class="rich-text">{}</div></article>',
    "amp": "<html amp><body><article>{}</article></body></html>",
    "mobile": '<main><h4 class="artikel"></h4><p class="intro"></p>{}</main>',
}
_CLASSES = sorted(set(re.findall(r'class="([^"]*)"', "".join(page(path.stem) for path in PAGES.glob("*.html")))))
_NAMES = """
    a article aside b blockquote br div em figure figcaption footer h1 h2 h3 h4 header img input li nav p section small
    span strong table td time tr ul video
""".split()  # noqa: SIM905
_BLANKS = [" ", "\n", "\xa0", "<br>"]
_TEXT = ["one", "two.", "é", "e\u0301", "𝒳", "&amp;", "&lt;b&gt;", "<", ">", ": "]
_TELLING = [
    "Read more",
    "Read more: three",
    "(AP, dpa)",
    "ab/cd (AP)",
    "Date",
    "05.11.2019",
    "https://p.dw.com/p/3SzxJ",
]
_WORDS = st.sampled_from([*_BLANKS, *_TEXT, *_TELLING])
_TAG = st.builds(
    lambda name, classes, more, closed: f"</{name}>" if closed else f"<{name}{classes}{more}>",
    st.sampled_from(_NAMES),
    st.one_of(st.just(""), st.sampled_from(_CLASSES).map(lambda each: f' class="{each}"')),
    st.sampled_from(
        ["", ' href="/en/x/a-1"', " href=http://[", ' alt="A picture (AP)"', ' id="more-on-topic"', " x='"]
    ),
    st.booleans(),
)
_MARKUP = st.lists(st.one_of(_WORDS, _TAG), max_size=40).map("".join)


def layout_name(blocks: list[Block]) -> str:
    return next(block.text for block in blocks if block.kind is Kind.LAYOUT)


def without_blanks(text: str) -> str:
    return "".join(text.split())


@given(st.sampled_from(sorted(FRAMES)), _MARKUP)
@settings(CHECKED, max_examples=250)
@example("classic text", "<p><b></p><p>Read more</p><ul><li><ul><li>x</li></ul></li></ul>")
@example("2024", "<time>1</time><video>fallback</video><header><figure>")
def test_every_visible_word_is_in_one_block(frame: str, markup: str) -> None:
    html = FRAMES[frame].format(markup)
    blocks = sort_html(html)
    assert blocks is not None
    assume(frame.startswith(layout_name(blocks)))
    raw = "".join(block.raw for block in blocks)
    soup = BeautifulSoup(html, "lxml")
    for hidden in soup("video"):
        hidden.decompose()
    assert without_blanks(raw) == without_blanks(soup.get_text())
    assert sort_html(html) == blocks


@given(st.sampled_from(sorted(FRAMES)), _MARKUP)
@settings(CHECKED, max_examples=100)
def test_each_block_is_well_formed(frame: str, markup: str) -> None:
    for block in sort_html(FRAMES[frame].format(markup)) or []:
        assert block.text == " ".join(block.text.split())
        assert block.raw == "" or (block.raw.endswith("\n") and block.raw.strip())
        assert block.raw or block.text or block.kind in METADATA
        assert block.url is None or block.url.strip()


@given(st.text(alphabet=st.characters(), max_size=300))
@settings(CHECKED, max_examples=150)
@example("<html amp>\ud800\0<p>")
@example('<script type="application/ld+json">' + "[" * 100_000)
@example('<script type="application/ld+json">{"author": "\\ud800", "datePublished": 7}</script><title>\ud800</title>')
@example("<meta name=og:url content='http://[x'><link rel=canonical href='https://[dw.com'>")
def test_any_text_is_read(text: str) -> None:
    for html in (text, FRAMES["classic text"].format(text), f"<html amp><p>{text}"):
        for block in [*(sort_html(html) or []), *sort_shown(html)]:
            block.text.encode()
            block.raw.encode()
        "".join(block.raw for block in sort_shown(html)).encode()


_TAGS = ["<b>", "<div>x", "<svg>", "<p>", '<div class="rich-text">', "<br>", "<script>", "</div>", "<a></a>", "<title>"]
_BROKEN = ["<p", '<a x="', "<!--", "<", "<script", "<b ", '<div class="', '<meta property="og:url', "\n<"]
_OF_TEXT = ["&lt;", " ", "longText ", "= ", ">  ", "Read more ", "(", "a/", '">']
_REPEATED = [*_TAGS, *_BROKEN, *_OF_TEXT]


@pytest.mark.parametrize("unit", _REPEATED)
@pytest.mark.parametrize("frame", ["classic text", "2024 text"])
def test_cost_grows_with_length_only(unit: str, frame: str) -> None:
    calls = 0

    def counted(*_: object) -> None:
        nonlocal calls
        calls += 1

    html = FRAMES[frame].format(unit * 6_000)
    sys.setprofile(counted)
    try:
        sort_html(html)
        sort_shown(html)
    finally:
        sys.setprofile(None)
    # Some 250 calls a tag, Python's and C's; what grew with the square of the length would make tens of millions.
    assert calls < 400 * 6_000


@pytest.mark.parametrize("nested", ["<b>", "<div>", "<ul><li>", "<blockquote>", "<span class='kicker'>", "<font>"])
def test_thousands_of_nested_tags_neither_recurse_nor_hang(nested: str) -> None:
    html = FRAMES["classic text"].format(nested * 40_000 + "deep down" + "</div>after" * 1000)
    blocks = sort_html(html)
    assert blocks is not None
    assert any("deep down" in block.text for block in blocks)
