"""Markup that differs from build to build and from saver to saver: the record stays, or changes only as stated."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from form_stories import ARTICLE_DE, ARTICLE_EN, GALLERY_EN, LIVE_DE, LIVE_EN, MEDIA_DE, STORIES, TOPIC_EN, Story
from test_every_form import SINCE_2023, UNTIL_2023, record, since_2023, until_2023, with_address

LAYOUTS = UNTIL_2023 | SINCE_2023
each_layout = pytest.mark.parametrize("layout", LAYOUTS)


def said(story: Story, layout: str) -> dict[str, Any]:
    since = layout in SINCE_2023
    return with_address((since_2023 if since else until_2023)(story, links=True), story, since)


def wrapped(page: str) -> str:
    """Boxes around everything, as each new build has more of."""
    page = re.sub(r"</(p|figure|ul|h2)>", r"</\1></section></div>", page)
    return re.sub(r"<(p|figure|ul|h2)([ >])", r'<div class="w"><section><\1\2', page)


def reordered(page: str) -> str:
    return re.sub(r"<(\w[\w-]*) ([\w-]+=\"[^\"]*\") ([\w-]+=\"[^\"]*\")", r"<\1 \3 \2", page)


def without_json(page: str) -> str:
    return re.sub(r'<script type="application/ld\+json">.*?</script>', "", page, flags=re.DOTALL)


def only_open_graph(page: str) -> str:
    return without_json(page).replace('<link rel="canonical"', '<link rel="preload"')


def without_ids(page: str) -> str:
    """Of a build that names its parts by classes only; the classic layout and lists are known by theirs."""
    return re.sub(r' id="(?!bodyContent|main-content)[^"]*"', "", page)


def unclosed(page: str) -> str:
    """End tags that HTML allows to be left out."""
    return re.sub(r"</(p|li)>", "", page)


def single_quoted(page: str) -> str:
    return re.sub(r'="([^"\']*)"', r"='\1'", page)


def lazy(page: str) -> str:
    """Images that are loaded later, with a copy for browsers without scripts."""
    later = r'<img loading="lazy" data-src="x.jpg" data-id="1" srcset="x.jpg 1x" '
    return re.sub(r"<img ([^>]*)>", later + r"\1><noscript><img \1></noscript>", page)


def windows_lines(page: str) -> str:
    return page.replace("\n", "\r\n")


def unseen(page: str) -> str:
    """What no reader sees, before each paragraph."""
    script = '<script>//<![CDATA[\nvar end = "</div></p></article>"; /* <p>no</p> */\n//]]></script>'
    comments = "<!-- </article><p>no --><![CDATA[ no ]]><!--[if lt IE 9]><p>no</p><![endif]-->"
    others = (
        '<noscript><img alt="no"><p>no</p></noscript><iframe src="x"><p>no</p></iframe><template><p>no</p></template>'
    )
    return page.replace("<p>", f"{script}{comments}{others}<style>p::before {{content: '<p>'}}</style><p>")


def heavy(page: str) -> str:
    """Pictures written into the page."""
    picture = "data:image/png;base64," + "iVBORw0KGgo" * 20_000
    return page.replace("<p>", f'<div style="background: url({picture})"></div><p>')


SAME: tuple[Callable[[str], str], ...] = (
    wrapped, reordered, without_json, only_open_graph, without_ids, unclosed, single_quoted, lazy, windows_lines,
    unseen, heavy,
)  # fmt: skip


@each_layout
@pytest.mark.parametrize("vary", SAME, ids=lambda vary: vary.__name__)
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_the_record_stays(story: Story, layout: str, vary: Callable[[str], str]) -> None:
    assert record(vary(LAYOUTS[layout](story))) == said(story, layout)


# A page without any of the classes that are known.


def hashed(page: str) -> str:
    names: dict[str, str] = {}

    def renamed(match: re.Match[str]) -> str:
        return f'class="{" ".join(names.setdefault(one, f"c{len(names)}x") for one in match[1].split())}"'

    page = re.sub(r'class="([^"]*)"', renamed, page)
    return re.sub(r' data-tracking-name="[^"]*"', "", page)


TOLD_BY_ELEMENTS = ("kind", "headline", "date", "language", "teaser", "body", "url", "dw_id", "recommends", "links")


@pytest.mark.parametrize("layout", ["2023", "2024"])
@pytest.mark.parametrize("story", [ARTICLE_EN, ARTICLE_DE, LIVE_EN, LIVE_DE, MEDIA_DE], ids=lambda story: story.name)
def test_the_elements_tell_what_no_class_does(story: Story, layout: str) -> None:
    made, wanted = record(hashed(LAYOUTS[layout](story))), said(story, layout)
    for video in wanted["videos"]:
        if video["title"]:
            # The heading over a player is one of the text's as far as anybody can tell.
            wanted["body"] = re.sub(r"(\n\n)([^\n]*)$", rf"\1{video['title']}\1\2", wanted["body"])
    assert {key: made[key] for key in TOLD_BY_ELEMENTS} == {key: wanted[key] for key in TOLD_BY_ELEMENTS}
    assert [video["duration"] for video in made["videos"]] == [video["duration"] for video in wanted["videos"]]
    assert [(one["headline"], one["url"]) for one in made["related"]] == [
        (one["headline"], one["url"]) for one in wanted["related"]
    ]


@pytest.mark.parametrize("layout", ["2023", "2024"])
def test_slides_of_unknown_classes_are_slides(layout: str) -> None:
    made, wanted = record(hashed(LAYOUTS[layout](GALLERY_EN))), said(GALLERY_EN, layout)
    told = (*TOLD_BY_ELEMENTS, "gallery", "images", "headings")
    assert {key: made[key] for key in told} == {key: wanted[key] for key in told}


def test_an_article_of_another_publisher_is_read_as_a_text_dump() -> None:
    page = hashed(LAYOUTS["2024"](ARTICLE_EN)).replace("https://www.dw.com/", "https://news.example.org/")
    page = page.replace('content="dw.com"', 'content="Example News"')
    made = record(page)
    assert (made["kind"], made["dw_id"]) == ("other", None)


# What stands in the middle of a story.

INSETS: dict[str, tuple[str, list[str]]] = {
    "quotation": (
        "<blockquote><p>It rang for a minute, I counted.</p></blockquote>",
        ["It rang for a minute, I counted."],
    ),
    "table": (
        "<table><tr><th>Bell</th><th>Tons</th></tr><tr><td>Damyang</td><td>9</td></tr></table>",
        ["Bell Tons", "Damyang 9"],
    ),
    "numbered list": ("<ol><li>Cast it.</li><li>Hang it.</li></ol>", ["• Cast it.", "• Hang it."]),
    "tweet": ('<blockquote class="twitter-tweet"><p>So loud!</p>— Somebody</blockquote>', []),
    "instagram": (
        '<blockquote class="instagram-media"><div><a href="x">See this on Instagram</a></div></blockquote>',
        [],
    ),
    "player of others": ('<iframe src="https://www.youtube.com/embed/x" title="A bell"></iframe>', []),
    "advertisement": ('<div class="advertisement"><span>Advertisement</span></div>', []),
    "newsletter": (
        '<p><a href="https://www.dw.com/en/newsletter-registration/a-15718229">Every day, DW\'s editors send out a'
        " selection of news. Sign up here.</a></p>",
        [],
    ),
    "text in no paragraph": ("Someone forgot the tag.", ["Someone forgot the tag."]),
    "nested sections": (
        "<section><div><section><h3>Deeper</h3><p>Nine tons, deep below.</p></section></div></section>",
        ["Deeper", "Nine tons, deep below."],
    ),
    "direction": ('<p dir="rtl" lang="ko">종이 다시 울린다.</p>', ["종이 다시 울린다."]),
    "two paragraphs in one": ("<p>One half.<br>\n<br>The other half.</p>", ["One half.", "The other half."]),
    "rule and anchor": ('<hr><a name="more"></a><p></p><p>&nbsp;</p>', []),
}


@each_layout
@pytest.mark.parametrize("inset", INSETS)
def test_what_stands_in_the_middle_of_a_story(layout: str, inset: str) -> None:
    html, lines = INSETS[inset]
    first = ARTICLE_EN.flow[0][1]
    made = record(LAYOUTS[layout](ARTICLE_EN).replace(f"<p>{first}</p>", f"<p>{first}</p>{html}", 1))
    wanted = said(ARTICLE_EN, layout)
    wanted["body"] = wanted["body"].replace(first, "\n\n".join([first, *lines]), 1)
    if inset == "nested sections":
        wanted["headings"] = ["Deeper", *wanted["headings"]]
    assert made == wanted


# Pages that are none.


@pytest.mark.parametrize(
    "page",
    [
        '<html><head><title>DW</title></head><frameset cols="1,2"><frame src="a.html"></frameset></html>',
        "<html><head><title>Moved</title><meta http-equiv=refresh content='0; url=/en/x/a-1'></head></html>",
        "<html></html>",
    ],
)
def test_frames_and_empty_pages_give_a_record_without_text(page: str) -> None:
    made = record(page)
    assert (made["body"], made["related"]) == (None, [])


def test_a_print_view_of_no_known_layout_keeps_all_of_its_text() -> None:
    page = (
        '<html><head><title>DW-WORLD.DE - Print</title></head><body class="popup printcontent"><table><tr><td>'
        f"<font size=2>Culture | 17.01.2023</font></td></tr>"
        f"<tr><td><h1>{TOPIC_EN.headline}</h1><b>{ARTICLE_EN.teaser}</b></td></tr>"
        f"<tr><td><p>{ARTICLE_EN.flow[0][1]}<br><br>{ARTICLE_EN.flow[-1][1]}</p></td></tr></table></body></html>"
    )
    made = record(page)
    assert ARTICLE_EN.flow[0][1] in made["body"]
    assert ARTICLE_EN.flow[-1][1] in made["body"]
    assert made["language"] == "en"
