"""A page of each kind in every layout, in English and German, with its own address and without: its whole record.

What the record must say is told by the story itself (`form_stories`), whatever form it came in; what a form cannot
carry is stated here, and nothing else may differ.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import form_2023
import form_classic
import pytest
from form_2023 import amp_2023, layout_2023, layout_2024
from form_classic import amp_classic, classic, mobile
from form_dumps import dump_2022, dump_classic
from form_stories import ISO, STORIES, Listed, Picture, Story

import koreanews
from koreanews.cleaner.html.layouts import AMP, AMP_LIST, LAYOUTS
from koreanews.cleaner.html.reader import READER

UNTIL_2023 = {"classic": classic, "mobile": mobile, "amp of the classic layout": amp_classic}
SINCE_2023 = {"2023": layout_2023, "2024": layout_2024, "amp of the layout of 2023": amp_2023}
NAMES = {"amp of the classic layout": "amp", "amp of the layout of 2023": "amp"}
Render = Callable[..., str]

each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
with_and_without = pytest.mark.parametrize("addressed", [True, False], ids=["addressed", "unaddressed"])


def record(page: str) -> dict[str, Any]:
    """All of the page's record but where it was read from, and the evidence of its date."""
    made = koreanews.parse(page.encode()).to_record()
    return {key: value for key, value in made.items() if key not in ("id", "schema", "source", "sources", "dates")}


def expected(story: Story) -> dict[str, Any]:
    """What every form carries, keys as in a record; a form adds what it alone can say."""
    said: dict[str, Any] = {
        "kind": story.kind,
        "headline": story.headline,
        "date": None if story.kind == "topic" else ISO,
        "date_source": None if story.kind == "topic" else "title",
        "section": story.section,
        "language": story.language,
        "teaser": story.teaser,
        "byline": None,
        "body": None,
        "headings": [],
        "images": [image(story.lead)] if story.lead else [],
        "videos": [],
        "gallery": [],
        "read_more": [],
        "recommends": [],
        "related": [],
        "media": [],
        "links": [],
        "url": None,
        "dw_id": None,
        "crawled": None,
    }
    body: list[str] = []
    for kind, what in story.flow:
        if kind == "p":
            body.append(what)
        elif kind == "h":
            body.append(what)
            said["headings"].append(what)
        elif kind == "li":
            body += [f"• {item}" for item in what]
        elif kind == "more":
            said["read_more"].append(what[0])
        elif kind == "image":
            said["images"].append(image(what))
        elif kind == "video":
            said["videos"].append({"title": what[0], "duration": what[1], "program": None, "date": None})
        elif kind == "gallery":
            said["gallery"] += [slide(one) for one in what]
    said["body"] = "\n\n".join(body) or None
    if story.signature:
        said["byline"] = {
            "text": story.signature,
            "authors": [story.author],
            "initials": list(story.initials),
            "agencies": list(story.agencies),
        }
    return said


def image(one: Picture) -> dict[str, str]:
    return {"caption": one.caption, "credit": one.credit}


def slide(one: Picture) -> dict[str, str | None]:
    return {"gallery": None, "title": one.title, "caption": one.text, "image": one.alt, "credit": one.credit}


def listed(one: Listed, *, image: bool, addressed: bool | None) -> dict[str, str | None]:
    """`addressed`: whether the page says where it is itself; null where the form has no links."""
    url = None if addressed is None else one.url if addressed else one.path
    return {
        "headline": one.headline,
        "date": one.iso,
        "teaser": one.teaser,
        "image": one.image if image else None,
        "url": url,
    }


def until_2023(story: Story, *, links: bool | None) -> dict[str, Any]:
    """What the classic layouts and their text dumps carry beside; `links` as `addressed` of `listed`."""
    said = expected(story)
    said["section"] = form_classic.section(story)
    if story.kind == "live-blog":
        zone = "UTC" if story.language == "en" else "Uhr"
        said["body"] = "\n\n".join(f"{time} {zone} {title}. {text}" for _, (time, title, text) in story.flow)
    if story.kind == "media":
        said["videos"] = [{"title": None, "duration": story.duration, "program": story.program, "date": None}]
    for one in said["gallery"]:
        one["gallery"] = story.headline
    with_images = links is not None or story.kind != "topic"
    said["related"] = [listed(one, image=with_images, addressed=links) for one in story.related]
    if story.recommended:
        recommended = listed(story.recommended, image=False, addressed=links)
        del recommended["image"]
        said |= {"recommends": [recommended], "media": [story.media], "links": [story.link]}
    return said


def since_2023(story: Story, *, links: bool | None) -> dict[str, Any]:
    """What the layouts since 2023 and their text dumps carry beside: names above the text, no recommendations."""
    said = expected(story)
    if said["byline"]:
        said["byline"]["text"] = f"{story.author}; {story.signature}"
    if story.kind == "live-blog":
        said["body"] = "\n\n".join(f"{time} UTC\n\n{title}\n\n{text}" for _, (time, title, text) in story.flow)
        said["headings"] = [title for _, (_, title, _) in story.flow]
    if story.kind == "media":
        said["videos"] = [{"title": None, "duration": story.duration, "program": None, "date": None}]
    if story.kind == "topic":
        said["section"] = None
    if links is not None:
        said["related"] = [listed(one, image=True, addressed=links) for one in story.related]
    return said


def with_address(said: dict[str, Any], story: Story, since: bool) -> dict[str, Any]:
    return said | {"url": story.url(since), "dw_id": f"{story.letters[since]}-{story.number}"}


@each_story
@with_and_without
@pytest.mark.parametrize("layout", UNTIL_2023)
def test_until_2023(story: Story, layout: str, addressed: bool) -> None:
    said = until_2023(story, links=addressed)
    assert record(UNTIL_2023[layout](story, addressed=addressed)) == (
        with_address(said, story, False) if addressed else said
    )


@each_story
@with_and_without
@pytest.mark.parametrize("layout", SINCE_2023)
def test_since_2023(story: Story, layout: str, addressed: bool) -> None:
    said = since_2023(story, links=addressed)
    assert record(SINCE_2023[layout](story, addressed=addressed)) == (
        with_address(said, story, True) if addressed else said
    )


@each_story
def test_the_text_dump_until_2022(story: Story) -> None:
    assert record(dump_classic(story)) == until_2023(story, links=None)


@pytest.mark.parametrize(
    "story", [one for one in STORIES if one.kind in ("article", "live-blog", "media")], ids=lambda story: story.name
)
def test_the_text_dump_since_2022(story: Story) -> None:
    said = since_2023(story, links=None)
    # Neither a player nor a link's address is text.
    if story.kind == "article":
        said["videos"] = []
    assert record(dump_2022(story)) == said


@each_story
@pytest.mark.parametrize("layout", [*UNTIL_2023, *SINCE_2023])
def test_the_source_names_the_layout(story: Story, layout: str) -> None:
    page = (UNTIL_2023 | SINCE_2023)[layout](story)
    name = "amp" if layout.startswith("amp") else layout
    if story.kind == "topic" and layout not in ("classic", "amp of the classic layout"):
        # Of 2024 as of 2023.
        name = f"{name.replace('2024', '2023')} list"
    assert koreanews.parse(page.encode()).source.format == f"html, {name}"


def test_every_layout_that_is_known_is_among_them() -> None:
    pages = [render(story) for render in (UNTIL_2023 | SINCE_2023).values() for story in STORIES]
    found = {koreanews.parse(page.encode()).source.format for page in pages}
    # A browser's reader view is no layout of DW's, and shows articles only: tests/html/test_html_remains.py.
    assert found == {f"html, {layout.name}" for layout in (*LAYOUTS, AMP, AMP_LIST) if layout is not READER}


def test_titles_are_those_of_their_time() -> None:
    assert form_classic.title(STORIES[0]) == "The bell of Damyang rings again | Culture | DW | 17.01.2023"
    assert form_2023.title(STORIES[0]) == "The bell of Damyang rings again – DW – 01/17/2023"
