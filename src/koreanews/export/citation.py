"""A record as something to be cited: what BibTeX, RIS and CSL-JSON all say of it, each in its own words.

Nothing is made up: no date of access but a capture's own, no author but those that the byline names, no publisher
for another publisher's page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from koreanews.export.authors import Author, read_author
from koreanews.export.dates import date_parts, is_inferred, reason_of_date
from koreanews.export.names import safe_name
from koreanews.export.values import Record, dict_of, lines_in, single_line
from koreanews.export.web import web_address

PUBLISHER = "Deutsche Welle"


@dataclass(frozen=True, slots=True)
class Citation:
    """The values of a citation, each plain text on one line; "" or null where the record has none.

    `key` names it in texts that cite it. `is_story` tells a text of the newsroom's from a page of listings or a film.
    `issued` and `accessed` are (year, month, day), or as many of them as are known; accessed is the day on which the
    page was captured, where the capture tells it. `note` is for readers: how the date is known, the byline. `archived`
    says where the page was read from, with its SHA-256.
    """

    key: str
    is_story: bool
    title: str
    authors: tuple[Author, ...]
    issued: tuple[int, ...] | None
    is_inferred: bool
    accessed: tuple[int, ...] | None
    publisher: str
    section: str
    abstract: str
    language: str
    url: str | None
    note: str
    archived: str


def citation_of(record: Record) -> Citation:
    """The citation of a record, given as plain dicts, lists and strings."""
    crawled = record.get("crawled")
    issued = date_parts(record.get("date"))
    return Citation(
        key=f"dw-{safe_name(str(record.get('id', '')))}",
        is_story=record.get("kind") in _STORIES,
        title=single_line(record.get("headline")),
        authors=tuple(map(read_author, lines_in(dict_of(record.get("byline")).get("authors")))),
        issued=issued,
        is_inferred=issued is not None and is_inferred(record.get("date_source")),
        accessed=date_parts(crawled[:10]) if isinstance(crawled, str) else None,
        publisher="" if record.get("kind") == "other" else PUBLISHER,
        section=single_line(record.get("section")),
        abstract=single_line(record.get("teaser")),
        language=single_line(record.get("language")),
        url=web_address(record.get("url")),
        note=" ".join(filter(None, (reason_of_date(record), _byline(record), _publisher(record)))),
        archived=_archived(dict_of(record.get("source"))),
    )


_STORIES = frozenset({"article", "gallery", "live-blog"})


def _byline(record: Record) -> str | None:
    """The byline as printed, where it says more than the names of the authors."""
    byline = dict_of(record.get("byline"))
    text = single_line(byline.get("text"))
    if not text or text == ", ".join(lines_in(byline.get("authors"))):
        return None
    return f"Byline: {text}."


def _publisher(record: Record) -> str | None:
    return f"Not a page of {PUBLISHER}." if record.get("kind") == "other" else None


def _archived(source: Mapping[str, Any]) -> str:
    path, digest = single_line(source.get("path")), single_line(source.get("sha256"))
    return f"Archived copy: {path}, SHA-256 {digest}" if path and digest else ""
