"""Every date that stands on a page, with where it stood: found here, judged in verdicts.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.dates import find_dates, read_date
from koreanews.cleaner.phrases import UPDATED
from koreanews.cleaner.titles import read_title


class Candidate(NamedTuple):
    """A date before judgement: `date` is ISO 8601, None where it is impossible; `problem` speaks against it."""

    source: str
    text: str
    date: str | None
    problem: str | None = None


def find_candidates(blocks: Sequence[Block], month_first: bool, crawled: datetime | None) -> list[Candidate]:
    """The candidates in the order of the page. `month_first` is how the page means "03/04/2023"."""
    found = []
    for block in blocks:
        if block.kind in _FINDERS:
            source, finder = _FINDERS[block.kind]
            for text, problem in finder(block.text):
                reading = read_date(text, month_first)
                found.append(Candidate(source, text, reading.iso, problem or reading.problem))
    if crawled:
        found.append(Candidate("crawl", crawled.isoformat(), crawled.date().isoformat()))
    return found


def bracketed_date(text: str) -> tuple[str, str | None]:
    """Teaser and ISO date of "teaser (28.02.2019)"; the date is None where none stands there or it is impossible."""
    if text[-1:] == ")" and (match := _BRACKETED.search(text[-14:])):
        return text[: len(text) - len(match[0])].rstrip(), read_date(match[1]).iso
    return text, None


def trailing_date(text: str) -> tuple[str, str | None]:
    """Headline and ISO date of "headline 03.03.2019"; the date is None where none stands there."""
    if text[-1:].isdigit() and (match := _TRAILING.search(text[-12:])):
        return text[: len(text) - len(match[0])].rstrip(), read_date(match[1]).iso
    return text, None


def recommended_date(text: str) -> tuple[str, str | None]:
    """Either of the two: the date behind a recommendation stands in brackets on most pages."""
    found = bracketed_date(text)
    return trailing_date(text) if found[0] == text else found


def program_date(text: str) -> tuple[str, str | None]:
    """Programme and ISO date of "DW News | 29.11.2017", or of the date alone."""
    program, _, day = text.rpartition(" | ")
    if not program and find_dates(text) != [(0, len(text))]:
        return text, None
    return program, read_date(day).iso


_BRACKETED: Final = re.compile(r"\((\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d))\)$", re.ASCII)
_TRAILING: Final = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2}\.\d{4})$", re.ASCII)


Found = Sequence[tuple[str, str | None]]
"""Dates as they stand in a block, each with what speaks against it."""


def _title(text: str) -> Found:
    title = read_title(text, is_known=True)
    return [(title.date, None)] if title and title.date else ()


def _dateline(text: str) -> Found:
    spans = find_dates(text)
    if not spans:
        return [(text, None if _SHORT.fullmatch(text) else "it is relative to the moment of capture")]
    return [(text[start:end], _UPDATE if _is_updated(text[:start]) else None) for start, end in spans]


def _is_updated(before: str) -> bool:
    words = before.rstrip(" :").casefold()
    return any(words.endswith(word.casefold()) for word in UPDATED)


_SHORT: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d\d", re.ASCII)
_UPDATE: Final = "it is the day of an update"


def _whole(text: str) -> Found:
    return [(text, None)]


def _metadata(text: str) -> Found:
    spans = find_dates(text)
    return [(text[spans[0][0] : spans[0][1]] if spans and "T" not in text else text, None)]


def _program(text: str) -> Found:
    return [(text.rpartition(" | ")[2], None)] if find_dates(text) else ()


def _bracketed(text: str) -> Found:
    match = _BRACKETED.search(text[-14:]) if text[-1:] == ")" else None
    return [(match[1], None)] if match else ()


def _trailing(text: str) -> Found:
    match = _TRAILING.search(text[-12:]) if text[-1:].isdigit() else None
    return [(match[1], None)] if match else ()


def _recommended(text: str) -> Found:
    return _bracketed(text) or _trailing(text)


_FINDERS: Final = {
    Kind.CAPTURE_HEADER: ("capture-header", _whole),
    Kind.TITLE_LINE: ("title", _title),
    Kind.DATELINE: ("dateline", _dateline),
    Kind.METADATA_DATE: ("metadata", _metadata),
    Kind.VIDEO_PROGRAM: ("video", _program),
    Kind.RECOMMENDS_HEADLINE: ("recommends", _recommended),
    Kind.RECOMMENDS_TEASER: ("recommends", _recommended),
    Kind.RELATED_HEADLINE: ("related", _trailing),
    Kind.RELATED_DATE: ("related", _whole),
    Kind.PROMOTION: ("sidebar", _trailing),
}
"""What a date in a block of each kind speaks for, and how it is found there."""
