"""What of a record is shown and searched: its texts by field, and its row in a listing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from koreanews.index.query.tree import TEXT_FIELDS
from koreanews.index.results import Row

Texts = dict[str, list[tuple[str, str]]]
"""For each text field of a record its texts, each with the place in the record where it stands."""


def texts_of(record: dict[str, Any]) -> Texts:
    """A record's text by field, with the place of each piece: "body", "gallery[3].caption".

    What a page recommends is other stories' text, and found only by `recommends:`: else every story that links to
    one about a summit would be a hit for that summit.
    """
    return {field: texts_in(record, field) for field in TEXT_FIELDS}


def texts_in(record: dict[str, Any], field: str) -> list[tuple[str, str]]:
    """The texts of one of these fields."""
    if field == "caption":
        return _captions(record)
    if field == "recommends":
        return _recommended(record)
    text = record[field]
    return [(text, field)] if text else []


def paragraphs_of(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a text, each with the character at which it begins."""
    start = 0
    for paragraph in text.split("\n\n"):
        yield start, paragraph
        start += len(paragraph) + 2


def row_of(record: dict[str, Any]) -> Row:
    """What a listing shows of a record."""
    return Row(*(record[name] for name in Row._fields))


def _captions(record: dict[str, Any]) -> list[tuple[str, str]]:
    slides = record["gallery"]
    captions = [(image["caption"], f"images[{n}].caption") for n, image in enumerate(record["images"])]
    captions += [
        (slide[part], f"gallery[{n}].{part}") for n, slide in enumerate(slides) for part in _slide_parts(slides, n)
    ]
    return _present(captions)


def _recommended(record: dict[str, Any]) -> list[tuple[str, str]]:
    return _present(
        [
            (item[part], f"recommends[{n}].{part}")
            for n, item in enumerate(record["recommends"])
            for part in ("headline", "teaser")
        ]
    )


def _slide_parts(slides: list[dict[str, Any]], n: int) -> tuple[str, ...]:
    """What of a slide is text of its own: the gallery's title only on the first of its slides."""
    repeated = n > 0 and slides[n - 1]["gallery"] == slides[n]["gallery"]
    return ("title", "caption", "image") if repeated else ("gallery", "title", "caption", "image")


def _present(texts: list[tuple[str | None, str]]) -> list[tuple[str, str]]:
    return [(text, place) for text, place in texts if text]
