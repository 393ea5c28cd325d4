"""Pointing at what a search found: the matches within a headline, and the passage of the text that shows them best."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from koreanews.index.matching import Match, Matcher, Span
from koreanews.index.results import Passage
from koreanews.index.texts import Texts, paragraphs_of, texts_of


def headline_highlights(record: dict[str, Any], matcher: Matcher) -> tuple[Span, ...]:
    """The matches within a record's headline, in characters."""
    text = record["headline"]
    return tuple(sorted(set(matcher.spans(text, matcher.matches(text, "headline"))))) if text else ()


def best_passage(record: dict[str, Any], matcher: Matcher, size: int) -> Passage | None:
    """The stretch of at most about `size` characters of a paragraph that shows most of what was looked for.

    Where several show as much: the first of the body's, else the teaser's. Captions, and what is recommended, are only
    looked at where neither shows anything. Where nothing does: the beginning of the teaser, or else of what else there
    is. Null for a record without text.
    """
    texts = texts_of(record)
    for fields in (("body", "teaser"), ("caption",), ("recommends",)):
        best: tuple[int, _Paragraph, list[Match]] | None = None
        for paragraph in _paragraphs(texts, fields):
            matches = matcher.matches(paragraph.text, paragraph.field)
            shown = len({match.needle for match in matches})
            if shown > (best[0] if best is not None else 0):
                best = (shown, paragraph, matches)
                # Reading on would not show more: in most hits, this is the first paragraph or the second.
                if shown == len(matcher.needles):
                    break
        if best is not None:
            return _passage(best[1], best[2], matcher, size)
    for paragraph in _paragraphs(texts, ("teaser", "body", "caption")):
        return _passage(paragraph, [], matcher, size)
    return None


class _Paragraph(NamedTuple):
    """A paragraph that begins at a character of a text."""

    field: str
    place: str
    start: int
    text: str


def _paragraphs(texts: Texts, fields: tuple[str, ...]) -> Iterator[_Paragraph]:
    """The paragraphs of some fields."""
    for field in fields:
        for text, place in texts[field]:
            for start, paragraph in paragraphs_of(text):
                yield _Paragraph(field, place, start, paragraph)


def _passage(paragraph: _Paragraph, matches: list[Match], matcher: Matcher, size: int) -> Passage:
    """The best stretch of a paragraph, filled up to the size, from where a sentence or at least a word begins."""
    text = paragraph.text
    spans = matcher.spans(text, matches)
    start, end = _best_window([(*span, match.needle) for span, match in zip(spans, matches, strict=True)], size)
    room = max(0, size - (end - start))
    start = _beginning(text, start, room - min(room // 2, len(text) - end))
    end = _ending(text, end, max(0, size - (end - start)))
    inside = tuple((one - start, other - start) for one, other in sorted(set(spans)) if start <= one and other <= end)
    return Passage(paragraph.field, paragraph.place, text[start:end], paragraph.start + start, inside)


def _best_window(found: list[tuple[int, int, int]], size: int) -> Span:
    """Given the start, end and needle of each match: the stretch of at most `size` characters with most different
    needles, then with most matches, then the first.
    """
    best, best_worth, first = (0, 0), (0, 0), 0
    for last, (_, end, _) in enumerate(found):
        while end - found[first][0] > size and first < last:
            first += 1
        worth = (len({needle for _, _, needle in found[first : last + 1]}), last + 1 - first)
        if worth > best_worth:
            best, best_worth = (found[first][0], end), worth
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
