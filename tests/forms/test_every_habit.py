"""Pages of each layout, in English and German, saved in every way in which people save them: the record as ever."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from form_saving import ENCODINGS, MOMENT, PROGRAMS, TELL_THE_MOMENT, Saved
from form_stories import ARTICLE_DE, ARTICLE_EN, GALLERY_DE, LIVE_EN, TOPIC_DE, Story
from test_every_form import SINCE_2023, UNTIL_2023, since_2023, until_2023, with_address

import koreanews
from koreanews.captures import Capture

Habit = Callable[[str, str], Saved]
LAYOUTS = UNTIL_2023 | SINCE_2023
each_layout = pytest.mark.parametrize("layout", LAYOUTS)
each_habit = pytest.mark.parametrize("habit", [*PROGRAMS, *ENCODINGS], ids=lambda habit: habit.__name__)


@each_habit
@each_layout
@pytest.mark.parametrize("story", [ARTICLE_EN, ARTICLE_DE], ids=lambda story: story.name)
def test_an_article_in_each_layout(tmp_path: Path, story: Story, layout: str, habit: Habit) -> None:
    check(tmp_path, story, layout, habit)


@each_habit
@pytest.mark.parametrize("layout", ["classic", "2023"])
@pytest.mark.parametrize("story", [GALLERY_DE, LIVE_EN, TOPIC_DE], ids=lambda story: story.name)
def test_other_pages(tmp_path: Path, story: Story, layout: str, habit: Habit) -> None:
    check(tmp_path, story, layout, habit)


def check(folder: Path, story: Story, layout: str, habit: Habit) -> None:
    since = layout in SINCE_2023
    name, data = habit(LAYOUTS[layout](story), story.url(since))
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    (capture,) = koreanews.read_captures([folder])
    assert isinstance(capture, Capture)
    assert capture.flaw is None
    made = koreanews.parse_capture(capture).to_record()
    for key in ("id", "schema", "source", "sources", "dates"):
        del made[key]
    said = with_address((since_2023 if since else until_2023)(story, links=True), story, since)
    assert made == said | {"crawled": MOMENT if habit in TELL_THE_MOMENT else None}
