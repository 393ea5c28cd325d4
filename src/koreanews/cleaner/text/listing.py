"""A topic page in a text dump: right at its top, or below its name, the stories that it lists."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from koreanews.cleaner.about_page import says_topic
from koreanews.cleaner.sections import is_section_label
from koreanews.cleaner.text.datelines import tells_date
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.listed import ENDS_OF_DATES, is_dated_kicker, is_listed_headline
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import is_prose, is_title
from koreanews.cleaner.text.tail import starts_tail


class Listing(NamedTuple):
    """Where a topic page's list begins, and where the topic's name stands above it; None where none does."""

    first: int
    name: int | None


def find_listing(page: Page) -> Listing | None:
    """The list that the page has instead of a story: headlines with their dates, and at most an introduction above.

    A page with a date of its own has a story, unless the list begins at its top. Since 2022 the dates stand below the
    stories, with their kickers: "PoliticsJanuary 13, 2024".
    """
    return _dated_headlines(page) or _dated_kickers(page)


def _dated_headlines(page: Page) -> Listing | None:
    """A list of headlines that each end in their date."""
    lines = page.lines[page.at : page.at + _FURTHEST]
    end = next((number for number, line in enumerate(lines) if line.is_marked and starts_tail(line)), len(lines))
    listed = [line.place for line in lines[:end] if line.text[-1].isdigit() and is_listed_headline(line.text)]
    if not listed or listed[0] - page.at > _MOST_ABOVE:
        return None
    above = page.lines[page.at : listed[0]]
    if len(listed) < _FEWEST_UNDATED and not any(says_topic(line.text) for line in above):
        return None
    is_dated = (page.title is not None and bool(page.title.date)) or any(tells_date(line.text) for line in above)
    if is_dated and len(listed) < _FEWEST:
        return None
    if sum(is_prose(line.text) for line in above) > (1 if is_dated else _MOST_PROSE):
        return None
    first = listed[0] - (listed[0] > page.at + 1 and _have_images(page, listed))
    return Listing(first, _name_in(page.lines[page.at : first]))


def _have_images(page: Page, listed: list[int]) -> bool:
    """Whether alt texts stand over listed headlines: over most of one list's, or over none.

    They are short, or, however long, one of two things between each headline and the next; the other is the teaser.
    """
    if all(below - above == 3 for above, below in pairwise(listed)):
        return not says_topic(page.lines[listed[0] - 1].text)
    return _is_image(page.lines[listed[0] - 1]) and any(_is_image(page.lines[place - 1]) for place in listed[1:])


def _dated_kickers(page: Page) -> Listing | None:
    """A list of stories that each end in a line of kicker and date."""
    first_lines = page.lines[page.at : page.at + _FURTHEST]
    closing = [line.place for line in first_lines if line.text[-1] in ENDS_OF_DATES and is_dated_kicker(line.text)]
    if len(closing) < _FEWEST:
        return None
    first = first_over_kickers(closing)
    if not page.at <= first <= page.at + _MOST_ABOVE:
        return None
    return Listing(first, _name_in(page.lines[page.at : first]))


def first_over_kickers(closing: list[int]) -> int:
    """The place where a list begins of whose stories each closes with kicker and date, at these places, in order."""
    # Headline, teaser, image: of each story the same, which tells where the first of them begins.
    return closing[0] + 1 - min(below - above for above, below in pairwise(closing))


_FURTHEST: Final = 18
"""Lines of a list that are looked at: each story has at most three."""
_MOST_ABOVE: Final = 6
_MOST_PROSE: Final = 4
"""Paragraphs of an introduction, and the first image's alt text."""
_FEWEST: Final = 3
_FEWEST_UNDATED: Final = 2


def _name_in(above: list[Line]) -> int | None:
    """The place of the topic's name among the lines above its list: a title, rather no section's."""
    names = [line for line in above if line.is_plain and is_title(line.text)]
    return next((line.place for line in names if not is_section_label(line.text)), names[0].place if names else None)


def _is_image(line: Line) -> bool:
    """Whether a line over a listed headline is its image's alt text, not the story above or its teaser."""
    return not is_prose(line.text) and not is_listed_headline(line.text)
