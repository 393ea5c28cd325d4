"""Pointing at what a search found: the matches within a headline, and the passage of the text that shows them best."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from koreanews.index.matching import Match, matches_in
from koreanews.index.query.needles import Needle
from koreanews.index.results import Passage
from koreanews.index.texts import Texts, paragraphs_of, texts_of

Span = tuple[int, int]
"""From one character to another."""


def headline_highlights(record: dict[str, Any], needles: tuple[Needle, ...]) -> tuple[Span, ...]:
    """The matches within a record's headline, in characters."""
    text = record["headline"]
    return _spans(matches_in(text, record["language"], needles, "headline")) if text else ()


def best_passage(record: dict[str, Any], needles: tuple[Needle, ...], size: int) -> Passage | None:
    """The stretch of at most about `size` characters of a paragraph that shows most of what was looked for.

    Where several show as much: the first of the body's, else of the teaser's, else of a caption's. Where none shows
    anything: the beginning of the teaser, or else of what else there is. Null for a record without text.
    """
    texts = texts_of(record)
    best: tuple[int, _Paragraph, list[Match]] | None = None
    # Texts are read only until all is shown: in most hits, that is the first paragraph or two.
    for paragraph in _paragraphs(texts):
        matches = matches_in(paragraph.text, record["language"], needles, paragraph.field)
        shown = len({match.needle for match in matches})
        if shown > (best[0] if best is not None else 0):
            best = (shown, paragraph, matches)
            if shown == len(needles):
                break
    if best is not None:
        return _passage(best[1], best[2], size)
    for field in ("teaser", "body", "caption"):
        for text, place in texts[field]:
            return _passage(_Paragraph(field, place, 0, next(paragraphs_of(text))[1]), [], size)
    return None


class _Paragraph(NamedTuple):
    """A paragraph that begins at a character of a text."""

    field: str
    place: str
    start: int
    text: str


def _paragraphs(texts: Texts) -> Iterator[_Paragraph]:
    """All of a record's paragraphs but the headline, by interest."""
    for field in ("body", "teaser", "caption", "recommends"):
        for text, place in texts[field]:
            for start, paragraph in paragraphs_of(text):
                yield _Paragraph(field, place, start, paragraph)


def _passage(paragraph: _Paragraph, matches: list[Match], size: int) -> Passage:
    """The best stretch of a paragraph, filled up to the size, from where a sentence or at least a word begins."""
    text = paragraph.text
    start, end = _best_window(matches, size)
    start = _beginning(text, start, max(0, size - (end - start)) // 2)
    end = _ending(text, end, max(0, size - (end - start)))
    spans = tuple((one - start, other - start) for one, other in _spans(matches) if start <= one and other <= end)
    return Passage(paragraph.field, paragraph.place, text[start:end], paragraph.start + start, spans)


def _best_window(matches: list[Match], size: int) -> Span:
    """The stretch of at most `size` characters with most different matches, then most matches, then the first."""
    best, best_worth, first = (0, 0), (0, 0), 0
    for last, match in enumerate(matches):
        while match.end - matches[first].start > size and first < last:
            first += 1
        worth = (len({one.needle for one in matches[first : last + 1]}), last + 1 - first)
        if worth > best_worth:
            best, best_worth = (matches[first].start, match.end), worth
    return best


def _beginning(text: str, start: int, room: int) -> int:
    """Where to begin, at most `room` characters before a place."""
    least = start - room
    if least <= 0:
        return 0
    before = text[least:start]
    for sign in (". ", "? ", "! "):
        if (found := before.rfind(sign)) >= 0:
            return least + found + len(sign)
    return least + before.find(" ") + 1 if " " in before else start


def _ending(text: str, end: int, room: int) -> int:
    """Where to end, at most `room` characters after a place."""
    most = end + room
    if most >= len(text):
        return len(text)
    blank = text.rfind(" ", end, most + 1)
    return blank if blank > 0 else most


def _spans(matches: list[Match]) -> tuple[Span, ...]:
    """The stretches to highlight, each once."""
    return tuple(sorted({(match.start, match.end) for match in matches}))
