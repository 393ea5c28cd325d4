"""Moments of capture, aware and in UTC, in each of the forms in which crawlers and those who save pages write them.

None where a text is none of its form, or names no moment that there can be.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""As HTTP headers and JavaScript write them."""


def from_digits(digits: str) -> datetime | None:
    """The moment (UTC) that 14 digits name, YYYYMMDDhhmmss; None where there is no such moment."""
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def from_iso_date(text: str) -> datetime | None:
    """The moment (UTC) in ISO 8601, as WARC has it: "2019-03-22T10:11:12Z"; None where it is less than a moment."""
    try:
        return _in_utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def from_mail_date(text: str) -> datetime | None:
    """The moment (UTC) that a mail or HTTP header names: "Fri, 22 Mar 2019 10:11:12 GMT"."""
    from email.utils import parsedate_to_datetime

    try:
        return _in_utc(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def from_javascript(text: str) -> datetime | None:
    """The moment (UTC) in JavaScript's own form: "Fri Mar 22 2019 10:11:12 GMT+0100 (Central European Time)"."""
    found = _JAVASCRIPT.match(text)
    if found is None or found[1] not in MONTHS:
        return None
    month, day, year, hour, minute, second, sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    try:
        moment = datetime(
            int(year), MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second),
            tzinfo=timezone(offset if sign == "+" else -offset),
        )  # fmt: skip
        return _in_utc(moment)
    except (ValueError, OverflowError):
        return None


def from_mirror(url: str) -> datetime | None:
    """The moment (UTC) of capture that a web archive's address tells; None for any other address."""
    from koreanews.captures.address import mirrored_at

    return from_digits(digits) if (digits := mirrored_at(url)) else None


_JAVASCRIPT = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d):(\d\d):(\d\d) GMT([+-])(\d\d)(\d\d)")


def _in_utc(moment: datetime) -> datetime:
    """A moment that names no time zone is taken for UTC, as web archives and servers write it."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
