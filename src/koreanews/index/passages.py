"""Pointing at what a search found: the matches within a headline, and the passage of the text that shows them best."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from koreanews.index.matching import Found, Matcher, Span, apart
from koreanews.index.results import Passage
from koreanews.index.texts import paragraphs_of, texts_in


def headline_highlights(record: dict[str, Any], matcher: Matcher) -> tuple[Span, ...]:
    """The matches within a record's headline, in characters."""
    text = record["headline"]
    return _spans([*matcher.words(text, "headline"), *matcher.names(text, "headline")]) if text else ()


def best_passage(record: dict[str, Any], matcher: Matcher, size: int) -> Passage | None:
    """The stretch of at most about `size` characters of a paragraph that shows most of what was looked for.

    Where several show as much: the first of the body's, else the teaser's. Captions, and what is recommended, are only
    looked at where neither shows anything. Where nothing does: the beginning of the teaser, or else of what else there
    is. Null for a record without text.
    """
    for fields in (("body", "teaser"), ("caption",), ("recommends",)):
        best, shown = _most_telling(_paragraphs(record, fields), matcher, names=False)
        # Names cost as much as ten times the words: they are looked for only where the words as typed do not stand.
        if matcher.named - shown:
            best, _ = _most_telling(_paragraphs(record, fields), matcher, names=True)
        if best is not None:
            return _passage(*best, matcher, size)
    for paragraph in _paragraphs(record, ("teaser", "body", "caption")):
        return _passage(paragraph, [], matcher, size)
    return None


class _Paragraph(NamedTuple):
    """A paragraph that begins at a character of a text."""

    field: str
    place: str
    start: int
    text: str


def _paragraphs(record: dict[str, Any], fields: tuple[str, ...]) -> Iterator[_Paragraph]:
    """The paragraphs of some fields of a record."""
    for field in fields:
        for text, place in texts_in(record, field):
            for start, paragraph in paragraphs_of(text):
                yield _Paragraph(field, place, start, paragraph)


def _most_telling(
    paragraphs: Iterator[_Paragraph], matcher: Matcher, *, names: bool
) -> tuple[tuple[_Paragraph, list[Found]] | None, set[int]]:
    """The first paragraph that shows the most needles, with its words that do, and the needles that any of them shows.

    `names`: whether names in other spellings count. The paragraph is null where none shows anything.
    """
    best, most, all_shown = None, 0, set[int]()
    for paragraph in paragraphs:
        words = matcher.words(paragraph.text, paragraph.field)
        named = matcher.names(paragraph.text, paragraph.field) if names else []
        if not words and not named:
            continue
        shown = {found.needle for found in (*words, *named)}
        all_shown |= shown
        if len(shown) > most:
            best, most = (paragraph, words), len(shown)
            # Reading on would not show more: in most hits, this is the first paragraph or the second.
            if most == len(matcher.needles):
                break
    return best, all_shown


def _passage(paragraph: _Paragraph, words: list[Found], matcher: Matcher, size: int) -> Passage:
    """The best stretch of a paragraph, filled up to the size, from where a sentence or at least a word begins."""
    text = paragraph.text
    found = sorted({*words, *matcher.names(text, paragraph.field)})
    start, end = _best_window(found, size)
    room = max(0, size - (end - start))
    start = _beginning(text, start, room - min(room // 2, len(text) - end))
    end = _ending(text, end, max(0, size - (end - start)))
    inside = tuple((one - start, other - start) for one, other in _spans(found) if start <= one and other <= end)
    return Passage(paragraph.field, paragraph.place, text[start:end], paragraph.start + start, inside)


def _spans(found: list[Found]) -> tuple[Span, ...]:
    return apart((start, end) for start, end, _ in found)


def _best_window(found: list[Found], size: int) -> Span:
    """Of what was found in a text: the stretch of at most `size` characters with most different
    needles, then with most matches, then the first.
    """
    best, best_worth, first = (0, 0), (0, 0), 0
    for last in range(len(found)):
        end = max(each.end for each in found[first : last + 1])
        while end - found[first].start > size and first < last:
            first += 1
        worth = (len({each.needle for each in found[first : last + 1]}), last + 1 - first)
        if worth > best_worth:
            best, best_worth = (found[first].start, end), worth
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
