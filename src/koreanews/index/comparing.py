"""Whether a search index tells the same as the records: with one that was derived from them a moment ago."""

from __future__ import annotations

import json
import struct
from itertools import zip_longest
from pathlib import Path
from string import ascii_lowercase, digits
from zlib import crc32

import tantivy

from koreanews.index.counting import counted
from koreanews.index.engine import committed, damage_noticed
from koreanews.index.fields import FACETS, NAME_FIELDS, SPANS, TEXT_FIELDS, facet, names_field
from koreanews.index.listing import AS_ADDED, every_stored, order_of
from koreanews.index.records import RecordsReader


def spoilt_file(path: Path) -> str | None:
    """The first of a search index's files that is not as it was written, by its checksum; None where all are.

    Tantivy ends a file with a line of JSON that has the CRC-32 of what is before it, that line's length, and 1337.
    SearchDamaged, OSError.
    """
    last = committed(path)
    for file in sorted(path.iterdir()):
        is_living = file.name.partition(".")[0] in last.segments and not last.is_left_over(file.name)
        if is_living and not _has_its_checksum(file):
            return file.name
    return None


def beginnings(reader: RecordsReader) -> tuple[str, ...]:
    """What the words of records can begin with: a few thousand characters at most."""
    signs: set[str] = set()
    for _, _, raw in reader.raw_lines(0, 1):
        if not raw.isascii():
            signs.update(raw.decode("utf-8", "replace"))
    signs |= {sign.lower()[0] for sign in signs}
    # All others are made small letters without accents, digits, or none at all (fields.analyzer).
    return (*digits, *ascii_lowercase, *sorted(sign for sign in signs if not sign.isascii() and sign.isalnum()))


def difference(
    searcher: tantivy.Searcher, expected: tantivy.Searcher, beginnings: tuple[str, ...] = ("",)
) -> str | None:
    """The first thing that a search index says otherwise than it should, for a person; None where they agree.

    Compared are, record by record, its place, row and older versions, and the orders of listings; and for every word
    of every field in how many records it stands. Bounded in memory by the words of a field that begin with one of the
    `beginnings`. SearchDamaged where the first of the two cannot be read.
    """
    if searcher.num_docs != expected.num_docs:
        return f"it holds {counted(searcher.num_docs, 'record')} instead of {expected.num_docs:,}"
    with damage_noticed():
        return (
            _other_record(searcher, expected)
            or _other_order(searcher, expected)
            or _other_word(searcher, expected, beginnings)
        )


_BLOCK = 1 << 20
"""Bytes read at a time."""
_MAGIC = 1337
"""The number with which each file of tantivy's ends, little-endian like the length of the JSON before it."""


def _other_record(searcher: tantivy.Searcher, expected: tantivy.Searcher) -> str | None:
    for one, other in zip_longest(every_stored(searcher, AS_ADDED), every_stored(expected, AS_ADDED)):
        if one != other:
            if one is None or other is None or one.row.id != other.row.id:
                return f"it lacks {(other or one).row.id}"
            return f"it has {one.row.id} otherwise, or at another place"
    return None


def _other_order(searcher: tantivy.Searcher, expected: tantivy.Searcher) -> str | None:
    """How the order of dates, or their ranges, differ; None where they do not."""
    for reverse in (False, True):
        order = order_of("date", reverse=reverse)
        for one, other in zip_longest(every_stored(searcher, order), every_stored(expected, order)):
            if one != other:
                return f"it has {(other or one).row.id} at another place in the order of dates"
    days = {field: {"stats": {"field": field}} for field in ("date", "date_end")}
    everything = tantivy.Query.all_query()
    if searcher.aggregate(everything, days) != expected.aggregate(everything, days):
        return "it has records in other ranges of dates"
    return None


def _other_word(searcher: tantivy.Searcher, expected: tantivy.Searcher, beginnings: tuple[str, ...]) -> str | None:
    """The first word that is found in another number of records; None where there is none."""
    many = (*TEXT_FIELDS, *map(names_field, TEXT_FIELDS), "url", "author", "dw_id")
    few = (*(field for field in NAME_FIELDS if field not in many), *map(facet, FACETS), "has", SPANS)
    for field in (*many, *few):
        for beginning in beginnings if field in many else ("",):
            found, wanted = (_counts(one, field, beginning) for one in (searcher, expected))
            if found != wanted:
                word = min(word for word in found.keys() | wanted.keys() if found.get(word) != wanted.get(word))
                numbers = f"{counted(found.get(word, 0), 'record')} instead of {wanted.get(word, 0):,}"
                return f"it finds {word!r} in {field} of {numbers}"
    return None


def _counts(searcher: tantivy.Searcher, field: str, beginning: str) -> dict[str, int]:
    """In how many records, of those that are not replaced, each word of a field stands."""
    everything = tantivy.Query.all_query()
    found = searcher.terms_with_prefix(field, beginning, filter_query=everything)
    return {word: count for word, count in found if count}


def _has_its_checksum(file: Path) -> bool:
    """Whether a file of the search index has the CRC-32 that stands in the JSON with which tantivy ends it."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        if size < 8:
            return False
        opened.seek(size - 8)
        length, magic = struct.unpack("<II", opened.read(8))
        end = size - 8 - length
        if magic != _MAGIC or end < 0:
            return False
        opened.seek(end)
        try:
            expected = json.loads(opened.read(length))["crc"]
        except (ValueError, KeyError, TypeError):
            return False
        opened.seek(0)
        value = 0
        while end > 0 and (piece := opened.read(min(_BLOCK, end))):
            value, end = crc32(piece, value), end - len(piece)
        return bool(value == expected)
