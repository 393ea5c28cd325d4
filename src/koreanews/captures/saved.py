"""What a page saved as HTML tells of where and when it was saved: the comments of those who save pages.

SingleFile, browsers ("Web page, complete"), HTTrack and the Wayback Machine each leave a comment at the page's
beginning or end. Comments elsewhere are the page's own, and may quote anything. WebScrapBook writes into the root
element. Web archives also name the moment in the canonical link, which they rewrite, and Google's cache in the sentence
that it put above the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from html import unescape

_BEGINNING = 8192
_END = 4096

_BROWSER = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)([^\s<>]{1,4000}?)\s{0,9}-->")
_SINGLEFILE = re.compile(r"<!--\s{0,9}(?:Page saved with|Archive processed by) SingleFile\b([^>]{0,9000}?)-->")
_SINGLEFILE_URL = re.compile(r"^\s{0,9}url:\s{0,9}(\S+)", re.MULTILINE)
_SINGLEFILE_DATE = re.compile(r"^\s{0,9}saved date:\s{0,9}(\S[^\r\n]*)", re.MULTILINE)
_HTTRACK = re.compile(r"<!-- Mirrored from (\S{1,4000}) by HTTrack [^,>]{1,99}, ([^>]{10,60}?)\s{0,9}-->")
_WAYBACK = re.compile(r"FILE ARCHIVED ON (\d\d:\d\d:\d\d [A-Z][a-z]{2} \d\d, \d{4}) AND RETRIEVED FROM")
_SCRAPBOOK = re.compile(
    r"\bdata-scrapbook-source=\"(?P<url>[^\"<>\s]{1,4000})\"(?:[^<>]{0,400}?\bdata-scrapbook-create=\"(?P<moment>\d{14}))?"
)
_CACHED = re.compile(r"snapshot of the page as it appeared on (\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT)")

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_JAVASCRIPT_DATE = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d):(\d\d):(\d\d) GMT([+-])(\d\d)(\d\d)"
)


@dataclass(frozen=True, slots=True)
class Saved:
    """A page's address as its saver wrote it, and the moment (aware, UTC); None where it tells neither."""

    url: str | None = None
    crawled: datetime | None = None


def saved_by(html: str) -> Saved:
    """What a page's saver tells."""
    beginning = html[:_BEGINNING]
    url, crawled = _comment(beginning) if "<!--" in beginning else (None, None)
    if found := _WAYBACK.search(html, max(0, len(html) - _END)):
        # When the Wayback Machine captured the page, which is earlier than when its copy was saved.
        hour, month, day, year = found[1].replace(",", "").split()
        crawled = _moment(year, month, day, hour) or crawled
    if url is None and "data-scrapbook" in beginning and (found := _SCRAPBOOK.search(beginning)):
        url, crawled = unescape(found["url"]), from_digits(found["moment"] or "")
    return Saved(url, crawled or (at_mirror(url) if url else None) or _by_archive(beginning))


def _by_archive(beginning: str) -> datetime | None:
    """The moment that a web archive or a cache names at the page's beginning, without a comment."""
    if found := _CACHED.search(beginning):
        return from_mail_date(found[1])
    place = beginning.find("canonical")
    link = beginning[beginning.rfind("<", 0, place) : beginning.find(">", place)] if place > 0 else ""
    return at_mirror(link) if link[:5].lower() == "<link" else None


def at_mirror(url: str) -> datetime | None:
    """The moment of capture that a web archive's address tells."""
    from koreanews.captures.address import mirrored_at

    return from_digits(digits) if (digits := mirrored_at(url)) else None


def from_digits(digits: str) -> datetime | None:
    """The moment (UTC) that 14 digits name, YYYYMMDDhhmmss; None where there is no such moment."""
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def from_mail_date(text: str) -> datetime | None:
    """The moment (UTC) that a mail or HTTP header names: "Fri, 22 Mar 2019 10:11:12 GMT"."""
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _comment(beginning: str) -> tuple[str | None, datetime | None]:
    if found := _SINGLEFILE.search(beginning):
        url, date = _SINGLEFILE_URL.search(found[1]), _SINGLEFILE_DATE.search(found[1])
        return url[1] if url else None, _javascript_date(date[1]) if date else None
    if found := _BROWSER.search(beginning):
        return found[1], None
    if found := _HTTRACK.search(beginning):
        url_text = found[1] if "://" in found[1] else "http://" + found[1]
        return url_text, from_mail_date(found[2])
    return None, None


def _javascript_date(text: str) -> datetime | None:
    """The moment in JavaScript's own form: "Fri Mar 22 2019 10:11:12 GMT+0100 (Central European Time)"."""
    found = _JAVASCRIPT_DATE.match(text)
    if found is None or found[1] not in _MONTHS:
        return None
    month, day, year, hour, minute, second, sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    try:
        moment = datetime(
            int(year), _MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second),
            tzinfo=timezone(offset if sign == "+" else -offset),
        )  # fmt: skip
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _moment(year: str, month: str, day: str, clock: str) -> datetime | None:
    if month not in _MONTHS:
        return None
    return from_digits(f"{year}{_MONTHS.index(month) + 1:02}{day}{clock.replace(':', '')}")
