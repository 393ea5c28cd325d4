"""A record as the search index takes it: which of its values go into which field."""

from __future__ import annotations

import json
from typing import Any

import tantivy

from koreanews.index.dates import last_day, sort_key
from koreanews.index.fields import facet, name_term, names_field, parted
from koreanews.index.texts import paragraphs_of, row_of, texts_of
from koreanews.parser.article import SCHEMA


def document_of(record: dict[str, Any], offset: int, length: int) -> tantivy.Document:
    """The document of a record that stands at a place in records.jsonl.

    ValueError, with a reason for a person, where the record has not the shape that docs/record.md describes.
    """
    if record.get("schema") != SCHEMA:
        raise ValueError(_wrong_schema(record.get("schema")))
    try:
        return _document(record, offset, length)
    except KeyError as error:
        raise ValueError(f"this record has no {error}") from error
    except UnicodeEncodeError as error:
        raise ValueError("this record holds half a character (a lone surrogate)") from error
    except (TypeError, AttributeError) as error:
        raise ValueError(f"this record has not the shape of one ({error})") from error


def _document(record: dict[str, Any], offset: int, length: int) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("id", record["id"])
    for field, texts in texts_of(record).items():
        if texts:
            document.add_text("has", field)
        for text, _ in texts:
            # One by one, so that no phrase reaches from one into the next.
            for _, paragraph in paragraphs_of(text):
                document.add_text(field, parted(paragraph, record["language"]))
        if keys := _name_terms(texts):
            document.add_text(names_field(field), keys)
    for field, value in _names_of(record):
        if value is not None:
            document.add_text(field, value)
    for field, number in _numbers_of(record["date"], offset, length).items():
        document.add_unsigned(field, number)
    row = json.dumps([offset, length, *row_of(record)], ensure_ascii=False, separators=(",", ":"))
    document.add_bytes("row", row.encode())
    return document


def _name_terms(texts: list[tuple[str, str]]) -> str:
    """The keys of the Korean names in a field's texts, one for each time that a name stands there."""
    from koreanews.index.names import name_keys

    # A paragraph's end between the texts, so that no name reaches from one into the next.
    found = name_keys("\n\n".join(text for text, _ in texts))
    return " ".join([name_term(name.key) for name in found])


def _names_of(record: dict[str, Any]) -> list[tuple[str, str | None]]:
    """The values that are searched as names, and those that are counted as facets."""
    names = [(field, record[field]) for field in ("dw_id", "section", "kind", "language", "url")]
    names += [(facet(name), record[name]) for name in ("section", "kind", "language", "date_source")]
    if byline := record["byline"]:
        names += [("author", name) for name in (*byline["authors"], *byline["initials"])]
        names += [(field, name) for name in byline["agencies"] for field in ("agency", facet("agency"))]
    return names


def _numbers_of(date: str | None, offset: int, length: int) -> dict[str, int]:
    """The numbers that records are ordered and chosen by.

    Of two records of one date the one that stands first in the file comes first, whichever way dates go. Records
    without a date come last both ways: theirs counts as 0 in `newest`, and as past all dates in `oldest`.
    """
    key = sort_key(date)
    numbers = {
        "offset": offset,
        "length": length,
        "newest": ((key or 0) << _OFFSET_BITS) | (_LAST_OFFSET - offset),
        "oldest": ((key or _PAST_ALL_DATES) << _OFFSET_BITS) | offset,
    }
    if date is not None and key is not None:
        numbers |= {"date": key, "date_end": last_day(date)}
    return numbers


def _wrong_schema(found: object) -> str:
    if isinstance(found, int) and found > SCHEMA:
        return f"this record has schema {found}; a newer koreanews wrote it, and only a newer one can read it"
    return f"this record has schema {found!r}, which no koreanews ever wrote"


_OFFSET_BITS = 37
_LAST_OFFSET = (1 << _OFFSET_BITS) - 1
_PAST_ALL_DATES = (1 << 27) - 1
