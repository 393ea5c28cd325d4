"""A story as HTML, in the layouts of DW's pages by their times (formats.md)."""

from __future__ import annotations

from datetime import date
from random import Random

from benchmarks.pages.facts import Facts
from benchmarks.pages.html_article import article_page
from benchmarks.pages.html_classic import amp_page, classic_page, mobile_page
from benchmarks.pages.story import Story

LAYOUTS = ("classic", "mobile", "amp", "2023", "2024")


def html(story: Story, rng: Random, layout: str | None = None) -> tuple[str, Facts, str]:
    """The page, what must be read from it, and its layout: the one asked for, else one of the story's time."""
    layout = layout or _layout(story.day, rng.random())
    page = {"classic": classic_page, "mobile": mobile_page, "amp": amp_page}.get(layout)
    text = page(story, rng) if page else article_page(story, rng, layout)
    facts = Facts(
        story.kind, story.language, story.headline, story.day.isoformat(), story.teaser, story.body, story.url
    )
    return text, facts, layout


def _layout(day: date, chance: float) -> str:
    if day >= date(2024, 1, 1):
        return "2024"
    if day >= date(2023, 2, 1):
        return "2023"
    return "classic" if chance < 0.9 else "mobile" if chance < 0.95 else "amp"
