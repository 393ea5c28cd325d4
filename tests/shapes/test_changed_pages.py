"""The pages of test_shapes.py, changed: in form, which changes nothing, or by a thing more, which changes that alone.

What the right record is need not be known: it is the page's own before the change, and what the thing adds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise, permutations
from typing import Any
from zlib import crc32

import pytest
from insertions import INSERTIONS, Insertion
from shape_pages import Page, pages

import koreanews
from koreanews.cleaner.blocks import Kind

BANNER = (
    "We use cookies to improve our service for you. You can find more information in our data protection declaration.\n"
    "More info OK\n\n"
)
NAVIGATION = (
    "1. Inhalt\n  2. Navigation\n  3. Weitere Inhalte\n  4. Metanavigation\n  5. Suche\n"
    "  6. Choose from 30 Languages\n\n"
)
FOOTER = "\n\n© 2019 Deutsche Welle | Privacy Policy | Legal notice | Contact | Mobile version\n"

FORMS: dict[str, Callable[[str], str]] = {
    "other line ends": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "blanks at the ends of lines": lambda text: re.sub(r"(?m)([^\n])$", r"\1  ", text),
    "tabs in blank lines": lambda text: re.sub(r"(?m)^$", "\t", text),
    "no line end at the end": lambda text: text.rstrip("\n"),
    "blank lines at the end": lambda text: f"{text}\n\n\n",
}
FORMS_OF_UNDATED: dict[str, Callable[[str], str]] = {
    "every line set in by one": lambda text: re.sub(r"(?m)^(?=.)", " ", text),
    "blank lines above": lambda text: f"\n\n{text}",
    "no-break spaces": lambda text: re.sub(r"(?<=\w) (?=\w)", "\u00a0", text),
    "spaces without width": lambda text: re.sub(r"(?m)^(?=\w)", "\u200b", text),
    "a banner above": lambda text: f"{BANNER}{text}",
    "navigation above": lambda text: f"{NAVIGATION}{text}",
    "both above": lambda text: f"{BANNER}{NAVIGATION}{text}",
}
"""Changes that would part the crawler's guess from its place on the first line."""

ALL = pages()
each_page = pytest.mark.parametrize("page", ALL, ids=[page.name for page in ALL])


@each_page
def test_form_changes_nothing(page: Page) -> None:
    before = record_of(page.text)
    changed = {name for name, change in FORMS.items() if record_of(change(page.text)) != before}
    assert not changed


@each_page
def test_what_stands_above_changes_nothing(page: Page) -> None:
    if re.match(r"\s?date \d", page.text) or page.name in TOLD_BY_ALL_LINES or page.expected["kind"] == "other":
        return
    before = record_of(page.text)
    changed = {name for name, change in FORMS_OF_UNDATED.items() if record_of(change(page.text)) != before}
    assert changed == set()


TOLD_BY_ALL_LINES = {
    "first-line/address-of-the-page": "an address is the page's own only above everything",
    "first-line/every-line-end-doubled": "what is put above it is not spaced out",
    "first-line/every-line-end-doubled-around-little-text": "the same",
    "first-line/hard-wrapped": "what is put above it is not wrapped",
    "first-line/hard-wrapped-and-glued-lists": "the same",
}
"""Pages whose form shows in all of their lines alike, and why these changes do not leave it so."""

STORIES = [
    page
    for page in ALL
    if page.expected["kind"] == "article" and not page.name.startswith(("trap/", "first-line/hard"))
]


@pytest.mark.parametrize("page", STORIES, ids=[page.name for page in STORIES])
def test_what_is_put_between_paragraphs_is_all_that_changes(page: Page) -> None:
    border = border_of(page.text)
    for insertion in INSERTIONS if border else ():
        assert record_of(put_in(page.text, border, [insertion])) == added_to(page.text, border, [insertion])


@pytest.mark.parametrize("page", STORIES, ids=[page.name for page in STORIES])
def test_a_page_that_stops_short_keeps_what_stands_above(page: Page) -> None:
    whole = record_of(page.text)
    for end in places_to_stop(page.text):
        cut = record_of(page.text[:end])
        assert (cut["headline"], cut["teaser"]) == (whole["headline"], whole["teaser"])
        for key in ("headings", "images", "videos", "read_more"):
            assert cut[key] == whole[key][: len(cut[key])]
        assert len(cut["gallery"]) <= len(whole["gallery"])
        assert (whole["body"] or "").startswith(cut["body"] or "")


PAIRS = [
    pair
    for pair in permutations(INSERTIONS, 2)
    # Short titles below that label are more links.
    if not (pair[0].name == "read more, alone" and pair[1].name in ("heading", "question", "quotation"))
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0].name} + {pair[1].name}")
def test_two_things_between_paragraphs_leave_each_other_alone(pair: tuple[Insertion, Insertion]) -> None:
    for page in BORDERED:
        border = border_of(page.text)
        assert record_of(put_in(page.text, border, pair)) == added_to(page.text, border, pair)


@cache
def border_of(text: str) -> int:
    """Where the first of two paragraphs ends that stand one below the other; 0 where none do."""
    end = 0
    for above, below in pairwise(koreanews.blocks(text)):
        end += len(above.raw)
        both = above.kind is below.kind is Kind.PARAGRAPH and min(len(above.text), len(below.text)) > 60
        if both and above.raw.endswith(".\n\n") and below.text.endswith("."):
            return end
    return 0


def places_to_stop(text: str) -> list[int]:
    """Where paragraphs, pictures and titles of slides end that stand below another, which tells what they are."""
    places, end, last = [], 0, None
    for block in koreanews.blocks(text):
        end += len(block.raw)
        if (last, block.kind) in _TOLD_BY_THE_ONE_ABOVE and block.raw.endswith("\n"):
            places.append(end)
        last = block.kind if block.kind is not Kind.BLANK else last
    return places


_TOLD_BY_THE_ONE_ABOVE = {
    (Kind.PARAGRAPH, Kind.PARAGRAPH),
    (Kind.SLIDE_TEXT, Kind.SLIDE_IMAGE),
    (Kind.SLIDE_TEXT, Kind.SLIDE_TITLE),
}


# One in sixty, told by its name, so that no new page changes which. Of all, a heading right over a caption with its
# credit is taken for an alt text on those where alt texts stand so, with a blank line between.
BORDERED = [page for page in STORIES if crc32(page.name.encode()) % 60 == 0 and border_of(page.text)]


def put_in(text: str, border: int, insertions: Sequence[Insertion]) -> str:
    return text[:border] + "".join(insertion.text for insertion in insertions) + text[border:]


def added_to(text: str, border: int, insertions: Sequence[Insertion]) -> dict[str, Any]:
    """The page's record with what the insertions add, each where it comes in order."""
    record, above = dict(record_as_it_was(text)), record_as_it_was(text[:border])
    whole, so_far = record["body"].split("\n\n"), len(above["body"].split("\n\n"))
    parts = [part for insertion in insertions for part in insertion.body]
    record["body"] = "\n\n".join([*whole[:so_far], *parts, *whole[so_far:]])
    for key in ("headings", "images", "videos", "gallery", "read_more"):
        gained = [item for insertion in insertions for item in insertion.lists.get(key, [])]
        record[key] = [*record[key][: len(above[key])], *gained, *record[key][len(above[key]) :]]
    return record


def record_of(text: str) -> dict[str, Any]:
    """A page's record without what tells of its bytes or, as video's dates do, of its date."""
    record = koreanews.parse(text).to_record()
    return {
        key: value for key, value in record.items() if key not in ("source", "dates", "date", "date_source", "language")
    }


record_as_it_was = cache(record_of)
