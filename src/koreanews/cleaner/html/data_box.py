"""The data box below the story until early 2023, line by line: date, authors, permalink, and what is no evidence."""

from __future__ import annotations

import re

from bs4 import Tag

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.dates import find_dates
from koreanews.cleaner.html.sorter import Sorter
from koreanews.cleaner.html.words import visible, within
from koreanews.cleaner.phrases import DATA_BOX
from koreanews.cleaner.text.lines import clean_text

_PERMALINK = re.compile(r"https?://p\.dw\.com/p/[0-9A-Za-z]+")
_BETWEEN_NAMES = re.compile(r" ?[;/|] ?| and | und ")


def data_box_entry(tag: Tag, sorter: Sorter) -> None:
    """Sorts a line of the data box: "Date 10.06.2013", "Author ...", "Permalink https://...".

    Labels are read where the phrases have them. In other languages a date and a permalink prove themselves, and
    the entry that is neither a link nor one of these names the author.
    """
    raw = visible(tag)
    label = next(within(tag, "strong", "b"), None)
    name = clean_text(visible(label)) if label else _label_of(clean_text(raw))
    value = clean_text(raw).removeprefix(name).lstrip(" :")
    kind = DATA_BOX.get(name.rstrip(" :"))
    start, end = next(iter(find_dates(value)), (-1, 0))
    if start == 0 and (end == len(value) or kind is Kind.METADATA_DATE):
        sorter.add(Kind.METADATA_DATE, raw, value[:end])
    elif _PERMALINK.fullmatch(value):
        sorter.add(Kind.PERMALINK, raw, value, value)
    elif kind is Kind.METADATA_AUTHOR or (kind is None and name and value and not any(within(tag, "a"))):
        _add_authors(sorter, raw, value)
    else:
        sorter.add(Kind.DATA_BOX, raw)


def _label_of(text: str) -> str:
    """The label that a line of the data box begins with, where it is not set in bold: "Date" of "Date 10.06.2013"."""
    return next((label for label in DATA_BOX if text.startswith((f"{label} ", f"{label}:"))), "")


def _add_authors(sorter: Sorter, raw: str, value: str) -> None:
    """Names are authors, one a block; initials and agencies ("jcg/msh (AP)") are a signature."""
    # Initials are written small; in a script without capitals that says nothing.
    if "(" in value or (value == value.lower() and value != value.upper()):
        sorter.add(Kind.BYLINE, raw, value)
        return
    names = _BETWEEN_NAMES.split(value)
    # "Julian Ryall, Tokyo" is one author and where he is, "Ben Knight, Julia Hitz" are two.
    if all(" " in part for part in value.split(", ")):
        names = [part for name in names for part in name.split(", ")]
    for number, name in enumerate(filter(None, names)):
        sorter.add(Kind.METADATA_AUTHOR, "" if number else raw, name)
