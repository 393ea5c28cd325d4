"""A record as the search index takes it: which of its values go into which field.

In two steps, since the first is the larger: `content_of` makes of a record what can be made without knowing where it
will stand, in a worker process if there is one, and `document_at` makes a document of that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple

import tantivy

from koreanews.index.dates import last_day, sort_key
from koreanews.index.fields import MERGED, SPANS, UNPARTED_LANGUAGES, facet, name_term, names_field, parted
from koreanews.index.grams import grams_of
from koreanews.index.texts import paragraphs_of, row_of, texts_of
from koreanews.index.versions import Kept, kept
from koreanews.parser.article import SCHEMA


class Content(NamedTuple):
    """What the search index has of a record, but for its place. Plain values, which pickle fast.

    `kept` is what versions are told by, at no place yet; `values` are the texts of each field; `row` is what a
    listing shows, as JSON to follow a place; `days` are the record's date as sort key and its last day, if it has one.
    """

    id: str
    kept: Kept
    values: dict[str, list[str]]
    row: str
    days: tuple[int, int] | None


def content_of(record: dict[str, Any]) -> Content:
    """What goes into a record's document. ValueError as `document_of`."""
    if record.get("schema") != SCHEMA:
        raise ValueError(_wrong_schema(record.get("schema")))
    with _shape_expected():
        row = json.dumps(row_of(record), ensure_ascii=False, separators=(",", ":"))[1:-1]
        return Content(record["id"], kept(record, (0, 0)), _values_of(record), row, _days_of(record["date"]))


def document_at(content: Content, offset: int, length: int) -> tantivy.Document:
    """The document of a record that stands at a place in records.jsonl. ValueError as `document_of`."""
    with _shape_expected():
        document = tantivy.Document()
        for field, texts in content.values.items():
            for text in texts:
                document.add_text(field, text)
        _add_numbers(document, content.days, offset, length)
        document.add_bytes("row", f"[{offset},{length},{content.row}]".encode())
        return document


def document_of(record: dict[str, Any], offset: int, length: int) -> tantivy.Document:
    """Both steps.

    ValueError, with a reason for a person, where the record has not the shape that docs/record.md describes.
    """
    return document_at(content_of(record), offset, length)


@contextmanager
def _shape_expected() -> Iterator[None]:
    """Turns what values of another shape raise within the block into ValueError."""
    try:
        yield
    except KeyError as error:
        raise ValueError(f"this record has no {error}") from error
    except UnicodeEncodeError as error:
        raise ValueError("this record holds half a character (a lone surrogate)") from error
    except (TypeError, AttributeError) as error:
        raise ValueError(f"this record has not the shape of one ({error})") from error


def _values_of(record: dict[str, Any]) -> dict[str, list[str]]:
    """What each field of the search index is given of a record."""
    values = {"id": [record["id"]]}
    for field, texts in texts_of(record).items():
        if texts:
            values.setdefault("has", []).append(field)
            # One by one, so that no phrase reaches from one into the next.
            paragraphs = [paragraph for text, _ in texts for _, paragraph in paragraphs_of(text)]
            if record["language"] in UNPARTED_LANGUAGES:
                paragraphs = [parted(paragraph, record["language"]) for paragraph in paragraphs]
            values[field] = [*paragraphs, grams] if (grams := grams_of(paragraphs)) else paragraphs
            if keys := _name_terms(texts):
                values[names_field(field)] = [keys]
    for field, value in _names_of(record):
        if value is not None:
            values.setdefault(field, []).append(value)
    if record["date"] and sort_key(record["date"]) is not None:
        values[SPANS] = [record["date"][:length] for length in _SPANS[: _SPANS.index(len(record["date"])) + 1]]
    if record["sources"]:
        values[MERGED] = [copy["id"] for copy in record["sources"]]
    return values


def _name_terms(texts: list[tuple[str, str]]) -> str:
    """The keys of the Korean names in a field's texts, one for each time that a name stands there."""
    from koreanews.index.names.keys import runs

    # A paragraph's end between the texts, so that no name reaches from one into the next.
    terms = [_terms_of_run(words) for _, words in runs("\n\n".join([text for text, _ in texts]))]
    return " ".join(filter(None, terms))


@lru_cache(maxsize=1 << 12)
def _terms_of_run(words: tuple[str, ...]) -> str:
    """The keys of the names in words that stand together. Most names stand in many records, and many times in one."""
    from koreanews.index.names.keys import names_in_run

    return " ".join([name_term(key) for key, _, _ in names_in_run(words)])


def _names_of(record: dict[str, Any]) -> list[tuple[str, str | None]]:
    """The values that are searched as names, and those that are counted as facets."""
    names = [(field, record[field]) for field in ("dw_id", "section", "kind", "language", "url")]
    names += [(facet(name), record[name]) for name in ("section", "kind", "language", "date_source")]
    if byline := record["byline"]:
        names += [("author", name) for name in (*byline["authors"], *byline["initials"])]
        names += [(field, name) for name in byline["agencies"] for field in ("agency", facet("agency"))]
    return names


def _days_of(date: str | None) -> tuple[int, int] | None:
    key = sort_key(date)
    return None if date is None or key is None else (key, last_day(date))


def _add_numbers(document: tantivy.Document, days: tuple[int, int] | None, offset: int, length: int) -> None:
    """The numbers that records are ordered and chosen by.

    Of two records of one date the one that stands first in the file comes first, whichever way dates go. Records
    without a date come last both ways: theirs counts as 0 in `newest`, and as past all dates in `oldest`.
    """
    newest, oldest = (days[0], days[0]) if days else (0, _PAST_ALL_DATES)
    document.add_unsigned("offset", offset)
    document.add_unsigned("length", length)
    document.add_unsigned("newest", (newest << _OFFSET_BITS) | (_LAST_OFFSET - offset))
    document.add_unsigned("oldest", (oldest << _OFFSET_BITS) | offset)
    if days:
        document.add_unsigned("date", days[0])
        document.add_unsigned("date_end", days[1])


def _wrong_schema(found: object) -> str:
    if isinstance(found, int) and found > SCHEMA:
        return f"this record has schema {found}; a newer koreanews wrote it, and only a newer one can read it"
    return f"this record has schema {found!r}, which no koreanews ever wrote"


_SPANS = (4, 7, 10)
"""How many characters a year, a month and a day have."""

_OFFSET_BITS = 37
_LAST_OFFSET = (1 << _OFFSET_BITS) - 1
_PAST_ALL_DATES = (1 << 27) - 1
