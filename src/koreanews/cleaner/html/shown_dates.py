"""Dates as pages since 2022 show them: twice, in figures for the eye and in words for screen readers."""

from __future__ import annotations

from datetime import date

from bs4 import Tag

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.dates import find_dates, read_date
from koreanews.cleaner.html.sorter import Sorter
from koreanews.cleaner.html.words import classes, is_visible, visible, within
from koreanews.cleaner.text.lines import clean_text


def dateline(tag: Tag, sorter: Sorter) -> None:
    """Sorts date and time. The date stands twice: numeric for the eye, in words for screen readers; words win."""
    raw = visible(tag)
    if not raw:
        return
    text = _dates_once(tag) or raw
    if not find_dates(text):
        # In a language whose months are not known, the eye's own print may be in figures.
        printed = _dates(tag, for_readers=False)
        text = printed if find_dates(printed) else text
    sorter.add(Kind.DATELINE, raw, text)
    if not find_dates(text):
        # "3 hours ago" is what it was to the reader; machines are told the day.
        for time in (tag, *within(tag, "time")):
            sorter.add(Kind.METADATA_DATE, "", str(time.attrs.get("datetime") or ""))


def story_date(tag: Tag, sorter: Sorter) -> None:
    """Sorts the date below a teaser, and puts it behind the headline as it stands in text dumps and until 2023."""
    raw = visible(tag)
    text = _dates_once(tag)
    spans = find_dates(text)
    if spans:
        start, end = spans[-1]
        found = read_date(text[start:end], month_first=(sorter.language or "").startswith("en")).iso
        if found:
            sorter.amend(Kind.RELATED_HEADLINE, date.fromisoformat(found).strftime("%d.%m.%Y"))
    sorter.add(Kind.NAVIGATION, raw)


def entry_time(tag: Tag, sorter: Sorter) -> None:
    """Sorts the time over a live blog's entry."""
    sorter.add(Kind.LIVE_ENTRY, visible(tag), _dates_once(tag))


def _dates_once(tag: Tag) -> str:
    """The text of `tag` without what is hidden from screen readers, where they are told the same in words."""
    for_readers = any("sr-only" in classes(each) for each in within(tag, "span"))
    # Since 2024 the words' class is of no meaning; the figures are still hidden.
    for_readers = for_readers or any(each.attrs.get("aria-hidden") == "true" for each in within(tag, "time"))
    return (for_readers and _dates(tag, for_readers)) or _dates(tag, for_readers=False)


def _dates(tag: Tag, for_readers: bool) -> str:
    """The text of `tag` with blanks between its parts; if `for_readers`, without what only the eye is shown."""
    words = []
    for text in filter(is_visible, tag.descendants):
        if not (for_readers and text.find_parent("time")):
            words.append(str(text))
    return clean_text(" ".join(words))
