"""Pointing at what a search found: the matches within a headline, and the passage of the text that shows them best."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, NamedTuple

from koreanews.index.fields import analyzer, parted
from koreanews.index.query.compiling import DEFAULT_FIELDS
from koreanews.index.query.needles import Needle
from koreanews.index.results import Passage
from koreanews.index.texts import texts_of

Span = tuple[int, int]
"""From one character to another."""


class Match(NamedTuple):
    """A word of a text that a needle, by its number, was looking for."""

    start: int
    end: int
    needle: int


def headline_highlights(record: dict[str, Any], needles: tuple[Needle, ...]) -> tuple[Span, ...]:
    """The matches within a record's headline, in characters."""
    text = record["headline"]
    return _spans(_matches(text, record["language"], needles, "headline")) if text else ()


def best_passage(record: dict[str, Any], needles: tuple[Needle, ...], size: int) -> Passage | None:
    """The stretch of at most about `size` characters that shows most of what was looked for.

    Where several show as much: the body's before the teaser's before a caption's. Where none shows anything: the
    beginning of the teaser, or else of what else there is. Null for a record without text.
    """
    language = record["language"]
    texts = texts_of(record)
    best: tuple[int, int, Passage] | None = None
    for field in _FIELDS_BY_INTEREST:
        for text, place in texts[field]:
            matches = _matches(text, language, needles, field)
            if matches:
                start, end, shown = _best_window(matches, size)
                worth = (len({match.needle for match in shown}), len(shown))
                if best is None or worth > best[:2]:
                    best = (*worth, _cut(field, place, text, start, end, shown, size))
    if best is not None:
        return best[2]
    for field in ("teaser", "body", "caption"):
        for text, place in texts[field]:
            return _cut(field, place, text, 0, 0, [], size)
    return None


_FIELDS_BY_INTEREST = ("body", "teaser", "caption", "recommends")


def _matches(text: str, language: str | None, needles: tuple[Needle, ...], field: str) -> list[Match]:
    """The words of a text that are looked for in its field, in order."""
    parted_text = parted(text, language)
    words = analyzer().analyze(parted_text)
    vocabulary = set(words)
    # For each word of the text that will do somewhere: in which places of which needles.
    roles: dict[str, list[tuple[int, int]]] = {}
    for number, needle in enumerate(needles):
        if needle.field == field or (needle.field is None and field in DEFAULT_FIELDS):
            for place, wanted in enumerate(needle.places_in(language)):
                for word in wanted.among(vocabulary):
                    roles.setdefault(word, []).append((number, place))
    if not roles:
        return []
    fitting: dict[tuple[int, int], list[int]] = {}
    for at, word in enumerate(words):
        for role in roles.get(word, ()):
            fitting.setdefault(role, []).append(at)
    found = sorted(
        {
            (at, number)
            for number, needle in enumerate(needles)
            for at in _places([fitting.get((number, place), []) for place in range(needle.length)], needle.slop)
        }
    )
    # The words again, each with where it stands: dear, and so only asked for where there is something to show.
    tokens = analyzer().pre_tokenize(parted_text).tokens
    spans = [(tokens[at].char_offset_from, tokens[at].char_offset_to, number) for at, number in found]
    if len(parted_text) != len(text):
        shift = _shift(text, language)
        spans = [(shift[start], shift[end - 1] + 1, number) for start, end, number in spans]
    return [Match(*span) for span in spans]


def _shift(text: str, language: str | None) -> list[int]:
    """For each character of the parted text, where in the text it stands; or the one that it was put beside."""
    return [place for place, sign in enumerate(text) for _ in parted(sign, language)]


def _places(fitting: list[list[int]], slop: int) -> list[int]:
    """Which words of a text, by number, are what is looked for; given, for each word of that, those that will do."""
    if len(fitting) <= 1:
        return fitting[0] if fitting else []
    reach = len(fitting) - 1 + slop if slop else 0
    found: list[int] = []
    for first in fitting[0]:
        group = [first]
        for number, places in enumerate(fitting[1:], 1):
            nearest = _nearest(places, first + number)
            if nearest is None or abs(nearest - first - number) > reach:
                break
            group.append(nearest)
        else:
            found += group
    return found


def _nearest(places: list[int], place: int) -> int | None:
    """Of places in order the one that is nearest to another."""
    after = bisect_left(places, place)
    return min(places[max(0, after - 1) : after + 1], key=lambda found: abs(found - place), default=None)


def _best_window(matches: list[Match], size: int) -> tuple[int, int, list[Match]]:
    """The stretch of at most `size` characters with most different matches, then most matches, then the first."""
    best: list[Match] = []
    best_worth = (0, 0)
    first = 0
    for last, match in enumerate(matches):
        while match.end - matches[first].start > size and first < last:
            first += 1
        shown = matches[first : last + 1]
        worth = (len({one.needle for one in shown}), len(shown))
        if worth > best_worth:
            best, best_worth = shown, worth
    return best[0].start, best[-1].end, best


def _cut(field: str, place: str, text: str, start: int, end: int, shown: list[Match], size: int) -> Passage:
    """The passage around a stretch: filled up to the size, from the beginning of a sentence or of a word."""
    room = max(0, size - (end - start))
    start, end = _beginning(text, start, room // 2), end
    end = _ending(text, max(end, start), max(0, size - (end - start)))
    spans = _spans(shown)
    inside = tuple((a - start, b - start) for a, b in spans if a >= start and b <= end)
    return Passage(field, place, text[start:end], start, inside)


def _beginning(text: str, start: int, room: int) -> int:
    """Where to begin, at most `room` characters before: at a paragraph or sentence if one begins there, else a word."""
    least = max(0, start - room)
    if least == 0:
        paragraph = text.rfind("\n\n", 0, start)
        return paragraph + 2 if paragraph >= 0 else 0
    before = text[least:start]
    for sign in ("\n\n", ". ", "? ", "! ", " "):
        found = before.find(sign) if sign == " " else before.rfind(sign)
        if found >= 0:
            return least + found + len(sign)
    return start


def _ending(text: str, end: int, room: int) -> int:
    """Where to end, at most `room` characters after: where the paragraph or the text ends, else after a word."""
    most = min(len(text), end + room)
    paragraph = text.find("\n\n", end, most)
    if paragraph >= 0:
        return paragraph
    if most == len(text):
        return most
    blank = text.rfind(" ", end, most + 1)
    return blank if blank >= 0 else most


def _spans(matches: list[Match]) -> tuple[Span, ...]:
    """The stretches to highlight, each once."""
    return tuple(sorted({(match.start, match.end) for match in matches}))
