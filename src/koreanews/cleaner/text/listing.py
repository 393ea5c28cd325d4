"""A topic page in a text dump: right at its top, or below its name, the stories that it lists."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from koreanews.cleaner.sections import is_section_label, kicker_of
from koreanews.cleaner.text.datelines import tells_date
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.listed import closes_item, is_listed_headline
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
    is_dated = page.title is not None and bool(page.title.date)
    listed: list[int] = []
    prose = 0
    for line in page.lines[page.at : page.at + _FURTHEST]:
        if line.text[-1].isdigit() and is_listed_headline(line.text):
            listed.append(line.place)
        elif starts_tail(line):
            break
        elif not listed and is_prose(line.text):
            prose += 1
        elif not listed and tells_date(line.text):
            is_dated = True
        if prose > (1 if is_dated else _MOST_PROSE) or (not listed and line.place - page.at > _MOST_ABOVE):
            return None
    if len(listed) < (_FEWEST if is_dated else _FEWEST_UNDATED):
        return None
    first = listed[0] - (listed[0] > page.at + 1 and _have_images(page, listed))
    return Listing(first, _name_in(page.lines[page.at : first]))


def _have_images(page: Page, listed: list[int]) -> bool:
    """Whether alt texts stand over listed headlines: over most of one list's, or over none.

    They are short, or, however long, one of two things between each headline and the next; the other is the teaser.
    """
    if all(below - above == 3 for above, below in pairwise(listed)):
        return True
    return _is_image(page.lines[listed[0] - 1]) and any(_is_image(page.lines[place - 1]) for place in listed[1:])


def _dated_kickers(page: Page) -> Listing | None:
    """A list of stories that each end in a line of kicker and date."""
    first_lines = page.lines[page.at : page.at + _FURTHEST]
    closing = [line.place for line in first_lines if is_dated_kicker(line.text)]
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


def is_dated_kicker(text: str) -> bool:
    """Whether `text` is "PoliticsJanuary 13, 2024", with the length of a video behind it or not."""
    return text[-1] in _ENDS_OF_DATES and kicker_of(text) is not None and closes_item(text)


_ENDS_OF_DATES = "0123456789n"
"""With the length of a video behind it a date ends in "min"."""
_FURTHEST = 18
"""Lines of a list that are looked at: each story has at most three."""
_MOST_ABOVE = 6
_MOST_PROSE = 4
"""Paragraphs of an introduction, and the first image's alt text."""
_FEWEST = 3
_FEWEST_UNDATED = 2


def _name_in(above: list[Line]) -> int | None:
    """The place of the topic's name among the lines above its list: a title, rather no section's."""
    names = [line for line in above if line.is_plain and is_title(line.text)]
    return next((line.place for line in names if not is_section_label(line.text)), names[0].place if names else None)


def _is_image(line: Line) -> bool:
    """Whether a line over a listed headline is its image's alt text, not the story above or its teaser."""
    return not is_prose(line.text) and not is_listed_headline(line.text)
