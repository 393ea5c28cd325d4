"""What a page says of other stories: "DW recommends", "Read more", "Related content", "Audios and videos"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from koreanews.captures.address import canonical, dw_id
from koreanews.cleaner.titles import comparable
from koreanews.stories.days import Span, span_of

Way = Literal["recommends", "read_more", "related", "media"]
"""The four ways to name another story, by the record's keys."""
Place = tuple[Way, int]
"""Where on a page a story is named: a key of the record, and the position in that list, from 0."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One story that a page names; what the page does not say is None.

    `places` are all places of the page that name it, in the order of `Way`. `date` is as it stands in the record.
    """

    places: tuple[Place, ...]
    headline: str
    date: str | None = None
    teaser: str | None = None
    url: str | None = None

    @property
    def ways(self) -> tuple[Way, ...]:
        """The lists that name it, each once."""
        return tuple(dict.fromkeys(way for way, _ in self.places))


def written(places: tuple[Place, ...]) -> str:
    """Places as the store keeps them: "recommends.0 read_more.2"."""
    return " ".join(f"{way}.{at}" for way, at in places)


def places_of(written: str) -> tuple[Place, ...]:
    """Places that `written` wrote."""
    parted = (place.partition(".") for place in written.split())
    return tuple((cast(Way, way), int(at)) for way, _, at in parted)


def mentions_of(record: dict[str, Any]) -> list[Mention]:
    """The stories that a record's page names, each once, in the order of the page's lists.

    A "Read more" gives a headline only. Where the same page names that story with date or address too, it is the
    same mention.
    """
    found: list[Mention] = []
    places: dict[str, list[int]] = {}
    for mention in _all(record):
        key = comparable(mention.headline)
        at = next((at for at in places.get(key, ()) if _agree(found[at], mention)), None)
        if at is None:
            places.setdefault(key, []).append(len(found))
            found.append(mention)
        else:
            found[at] = _joined(found[at], mention)
    return found


def number_of(address_or_id: str | None) -> int | None:
    """DW's number of a page, from its id ("a-52060881") or any address of it; None where there is none.

    The letter before it says what sort of page it is; numbers are DW's own and shared by all sorts, and a permalink
    does not tell the sort.
    """
    if not address_or_id:
        return None
    id = address_or_id if "/" not in address_or_id else dw_id(address_or_id)
    digits = (id or "").rpartition("-")[2] or _number_of_overlay(address_or_id)
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER else None


def address_of(url: str | None) -> str | None:
    """The address without what does not tell pages apart, or as it stands where it is not DW's."""
    return (canonical(url) or url) if url else None


_LONGEST_NUMBER = 12
"""Digits; DW's numbers have at most eight so far."""
_OVERLAY = "/overlay/media/"


def _number_of_overlay(address: str) -> str:
    """Of a gallery or video that opens above a page: /overlay/media/en/{slug}/{its number}/{the page's number}."""
    _, found, rest = address.partition(_OVERLAY)
    parts = rest.split("/")
    return parts[2] if found and len(parts) > 2 else ""


def _all(record: dict[str, Any]) -> Iterator[Mention]:
    """Every mention by itself; the dated ones first, so that the bare headlines find theirs."""
    listed: tuple[Way, ...] = ("recommends", "related")
    for way in listed:
        for at, item in enumerate(record[way]):
            if item["headline"]:
                yield Mention(((way, at),), item["headline"], item["date"], item["teaser"], item["url"])
    bare: tuple[Way, ...] = ("read_more", "media")
    for way in bare:
        for at, headline in enumerate(record[way]):
            if headline:
                yield Mention(((way, at),), headline)


def _agree(one: Mention, other: Mention) -> bool:
    """Whether two mentions with one headline on one page can be of one story."""
    left, right = number_of(one.url), number_of(other.url)
    if left is not None and right is not None:
        return left == right
    days, others = span_of(one.date), span_of(other.date)
    return days is None or others is None or Span.gap(days, others) == 0


def _joined(one: Mention, other: Mention) -> Mention:
    return replace(
        one,
        places=one.places + other.places,
        date=max(filter(None, (one.date, other.date)), key=len, default=None),
        teaser=one.teaser or other.teaser,
        url=one.url or other.url,
    )
