"""A record's date as exports need it: its parts at the precision known, and the reason of one that was inferred."""

from __future__ import annotations

import re
from datetime import date as calendar_date

from koreanews.export.values import Record, dicts_in, single_line
from koreanews.parser.verdicts import INFERRED


def date_parts(date: object) -> tuple[int, ...] | None:
    """Year, month and day of "2019-03-22", or as many of them as are known; None for null and for what is no date."""
    if not isinstance(date, str) or not (match := _ISO.fullmatch(date)):
        return None
    parts = tuple(int(part) for part in match.groups() if part is not None)
    year, month, day = (*parts, 1, 1)[:3]
    try:
        calendar_date(year, month, day)
    except ValueError:
        return None
    return parts


def is_inferred(date_source: object) -> bool:
    """Whether a date with this source was worked out, not read on the page."""
    return isinstance(date_source, str) and date_source in INFERRED


def reason_of_date(record: Record) -> str | None:
    """Why an inferred date is what it is, as a sentence, and that none is known where it is so; None for others."""
    if date_parts(record.get("date")) is None:
        return "No date is known."
    source = record.get("date_source")
    if not is_inferred(source):
        return None
    verdicts = (single_line(one.get("verdict")) for one in dicts_in(record.get("dates")))
    won = next((verdict for verdict in verdicts if verdict.startswith(_WON)), f"{_WON}{source}")
    return f"Date {won.removeprefix('won: ')}."


_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_WON = "won: inferred: "
