"""What a page saved as HTML tells of where and when it was saved: the comments of those who save pages.

SingleFile, browsers ("Web page, complete"), HTTrack and the Wayback Machine each leave a comment at the page's
beginning or end. Comments elsewhere are the page's own, and may quote anything. WebScrapBook writes into the root
element. Web archives also name the moment in the canonical link, which they rewrite, and Google's cache in the sentence
that it put above the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from koreanews.captures.moments import MONTHS, from_digits, from_javascript, from_mail_date, from_mirror

_BEGINNING = 8192
_END = 4096
"""Characters at a page's beginning and end in which what its saver wrote is looked for."""

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
    return Saved(url, crawled or (from_mirror(url) if url else None) or _by_archive(beginning))


def _by_archive(beginning: str) -> datetime | None:
    """The moment that a web archive or a cache names at the page's beginning, without a comment."""
    if found := _CACHED.search(beginning):
        return from_mail_date(found[1])
    place = beginning.find("canonical")
    link = beginning[beginning.rfind("<", 0, place) : beginning.find(">", place)] if place > 0 else ""
    return from_mirror(link) if link[:5].lower() == "<link" else None


def _comment(beginning: str) -> tuple[str | None, datetime | None]:
    """Address and moment in the comment of SingleFile, a browser or HTTrack."""
    if found := _SINGLEFILE.search(beginning):
        url, date = _SINGLEFILE_URL.search(found[1]), _SINGLEFILE_DATE.search(found[1])
        return url[1] if url else None, from_javascript(date[1]) if date else None
    if found := _BROWSER.search(beginning):
        return found[1], None
    if found := _HTTRACK.search(beginning):
        url_text = found[1] if "://" in found[1] else "http://" + found[1]
        return url_text, from_mail_date(found[2])
    return None, None


def _moment(year: str, month: str, day: str, clock: str) -> datetime | None:
    """The moment (UTC) that "2019", "Mar", "22" and "10:11:12" name."""
    if month not in MONTHS:
        return None
    return from_digits(f"{year}{MONTHS.index(month) + 1:02}{day}{clock.replace(':', '')}")
