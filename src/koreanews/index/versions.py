"""A page captured several times: which capture's line is in force under its id, and which are kept beside it.

Both are told by the lines alone. A line that says when its page was captured keeps those that say so too, hold other
bytes and are of the same page: they are its versions. The latest capture is in force, wherever its line stands. Any
other line takes the place of what was in force.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from koreanews.index.errors import AmbiguousVersion, NoSuchVersion

if TYPE_CHECKING:
    from koreanews.index.reports import Version

Place = tuple[int, int]
"""Where a line stands in records.jsonl: offset and length in bytes, its end not counted."""


class Kept(NamedTuple):
    """What is to be known of a line: its place, when its page was captured, and the beginning of its bytes' digest.

    `page` is the page's DW id, else its address; it and `crawled` are null where the record does not tell them.
    """

    offset: int
    length: int
    crawled: str | None
    sha256: str
    page: str | None


class Older(NamedTuple):
    """A version that is not in force, as the search index keeps it beside the one that is."""

    offset: int
    length: int
    crawled: str
    sha256: str


def kept(record: dict[str, Any], place: Place) -> Kept:
    """What is to be known of a record's line. Values that are not of their kind count as not told."""
    source = record.get("source")
    sha256 = source.get("sha256") if isinstance(source, dict) else None
    page = record.get("dw_id") or record.get("url")
    return Kept(*place, _string(record.get("crawled")), (_string(sha256) or "")[:_DIGITS], _string(page))


def are_captures_of_one_page(one: Kept, other: Kept) -> bool:
    """Whether two records of one id are the same page at two moments, and not two pages under one name."""
    return one.crawled is not None and other.crawled is not None and may_be_one_page(one, other)


def may_be_one_page(one: Kept, other: Kept) -> bool:
    """Whether nothing that two records of one id tell makes them different pages under one name."""
    return one.page is None or other.page is None or one.page == other.page


def together(in_force: Kept, older: tuple[Older, ...], new: Kept) -> tuple[Kept, tuple[Older, ...]]:
    """What is in force, and what is kept beside it, once a line has been added to those of an id.

    Of the same bytes only the latest capture is kept. A line without a moment of capture, a file's, takes force, and
    the captures of its page stay beside it; a capture that is new takes force from it again.
    """
    if not may_be_one_page(in_force, new):
        return new, ()
    captures = {one.sha256: one for one in older}
    if in_force.crawled is not None:
        captures[in_force.sha256] = Older(in_force.offset, in_force.length, in_force.crawled, in_force.sha256)
    if new.crawled is None:
        return new, _in_order(captures)
    known = captures.get(new.sha256)
    if known is None or known.crawled <= new.crawled:
        captures[new.sha256] = Older(new.offset, new.length, new.crawled, new.sha256)
    if known is not None and in_force.crawled is None:
        return in_force, _in_order(captures)
    *rest, latest = _in_order(captures)
    return Kept(*latest, page=new.page), tuple(rest)


def version_asked_for(versions: tuple[Version, ...], id: str, asked: str) -> Version:
    """The version that is meant by its number, or by the beginning of its moment or of its digest.

    NoSuchVersion, AmbiguousVersion.
    """
    if asked.isdecimal() and len(asked) < 10 and 0 < int(asked) <= len(versions):
        return versions[int(asked) - 1]
    moment = asked.upper().replace(" ", "T")
    found = [one for one in versions if asked and (one.crawled or "").startswith(moment)]
    found = found or [one for one in versions if asked and one.sha256.startswith(asked.lower())]
    if not found:
        raise NoSuchVersion(id, asked, len(versions))
    if len(found) > 1:
        raise AmbiguousVersion(asked, [f"{one.number} ({one.crawled}, {one.sha256[:8]})" for one in found])
    return found[0]


_DIGITS = 16
"""Of a digest: among the captures of one page none other begins so."""


def _in_order(captures: dict[str, Older]) -> tuple[Older, ...]:
    """By moment of capture; of two at the same moment the order must not depend on which came first."""
    return tuple(sorted(captures.values(), key=lambda one: (one.crawled, one.sha256)))


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None
