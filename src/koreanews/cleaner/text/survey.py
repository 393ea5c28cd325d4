"""What the lines of a story look like together: a live blog's entries, a list of other stories, or neither."""

from __future__ import annotations

from typing import Final, NamedTuple

from koreanews.cleaner.phrases import LIVE_NOTICES
from koreanews.cleaner.text.captions import starts_credit
from koreanews.cleaner.text.entries import Entries, lines_of_summary, may_begin
from koreanews.cleaner.text.listed import ENDS_OF_DATES, is_dated_kicker, is_listed_headline
from koreanews.cleaner.text.listing import first_over_kickers
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import is_prose
from koreanews.cleaner.text.tail import starts_tail

_FEWEST_LISTED: Final = 2
_TOLD_BY_NOTICE: Final = 2
"""As many entries as that is worth: with one more, the page is a live blog."""


class Shape(NamedTuple):
    """What a story is, before any line of it is sorted.

    `summary` is how many lines at its top sum up a live blog. `end` is the place of the first line below the story.
    `is_live` says that enough lines begin as a live blog's do.
    `listing` is where a list of headlines with their dates begins: a topic page from its top, or a list under a label
    that no data file knows; None where there is none.
    """

    summary: int
    end: int
    is_live: bool
    listing: int | None


def survey(page: Page) -> Shape:
    """The shape of the story that begins at the page's next line."""
    summary = lines_of_summary(page.line)
    listed = first_listed = 0
    told = int(summary > 0)
    closing: list[int] = []
    entries = Entries(page.headline())
    lines = page.lines
    start, end = page.at, len(lines)
    for line in lines[start:]:
        if line.is_paragraph:
            continue
        text = line.text
        if not line.is_plain or text[0] == "©":
            if starts_tail(line):
                end = line.place
                break
            if line.opening is not None and line.opening[1] in ("skip", "announcement"):
                told += _TOLD_BY_NOTICE if text.startswith(LIVE_NOTICES) else line.opening[1] == "skip"
        if (line.is_marked or text[0].isdigit()) and may_begin(text):
            entries.see(text)
        if text[-1].isdigit() and is_listed_headline(text) and not (line.below and starts_credit(line.below)):
            first_listed = first_listed or line.place
            listed += 1
        elif text[-1] in ENDS_OF_DATES and is_dated_kicker(text):
            closing.append(line.place)
    if first_listed > start and not is_prose(lines[first_listed - 1].text) and lines[first_listed - 1].is_plain:
        first_listed -= 1
    if len(closing) >= _FEWEST_LISTED and listed < _FEWEST_LISTED and first_over_kickers(closing) > start:
        first_listed, listed = first_over_kickers(closing), _FEWEST_LISTED
    if page.listing_at is not None and start <= page.listing_at < end:
        first_listed, listed = page.listing_at, _FEWEST_LISTED
    is_live = entries.are_enough(told)
    return Shape(summary, end, is_live, first_listed if listed >= _FEWEST_LISTED and not is_live else None)
