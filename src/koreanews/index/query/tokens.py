"""A query cut into its pieces: words, phrases, fields, parentheses and the signs between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from koreanews.index.query.faults import Fault
from koreanews.index.query.tree import FIELDS


class Token(NamedTuple):
    """A piece of a query, from character `start` to `end`.

    `kind` is "word", "prefix", "fuzzy", "phrase", "dates", "field", "or", "and", "not", "(" or ")". `text` is the
    words meant, without the signs that say how; `number` a phrase's slop or a word's edits.
    """

    kind: str
    text: str
    start: int
    end: int
    number: int = 0


def tokens_of(query: str) -> Iterator[Token]:
    """The pieces in order. Punctuation that stands alone is passed over. Fault."""
    place = 0
    after_field = ""
    while place < len(query):
        sign = query[place]
        if is_blank(sign):
            if after_field:
                raise _no_value(query, after_field, place)
            place += 1
            continue
        if after_field in ("date", "url"):
            token = _raw_value(query, place, after_field)
        elif sign in "()":
            token = Token(sign, sign, place, place + 1)
        elif sign in _QUOTES:
            token = _phrase(query, place)
        elif sign in _MINUS and after_field:
            field = place - len(after_field) - 1
            raise Fault("A - stands before the name of the field.", place, field, place + 1, f"-{after_field}:")
        elif sign in _MINUS:
            token = Token("not", sign, place, place + 1)
            if place + 1 == len(query) or is_blank(query[place + 1]):
                token = Token("", sign, place, place + 1)
        else:
            token = _word(query, place)
        place = token.end
        if after_field and token.kind in ("", ")", "or", "and", "not", "field"):
            raise _no_value(query, after_field, token.start)
        after_field = token.text if token.kind == "field" else ""
        if token.kind:
            yield token
    if after_field:
        raise _no_value(query, after_field, place)


def is_blank(sign: str) -> bool:
    """Whether a character parts words: blanks of any width, and those of none."""
    return sign.isspace() or sign in "\u200b\u2060\ufeff"


_QUOTES = '"“”„‟«»＂'
_MINUS = "-−"
_OPERATORS = {"OR": "or", "||": "or", "AND": "and", "&&": "and", "NOT": "not"}
_LIKELY_MEANT = {
    "title": "headline",
    "text": "body",
    "lang": "language",
    "by": "author",
    "type": "kind",
    **dict.fromkeys(("year", "month", "day", "published"), "date"),
    **dict.fromkeys(("site", "link"), "url"),
}


def _phrase(query: str, start: int) -> Token:
    end = start + 1
    while end < len(query) and query[end] not in _QUOTES:
        end += 1
    if end == len(query):
        raise Fault("This quotation mark has no partner.", start, end, end, '"')
    text = query[start + 1 : end]
    if not _has_words(text):
        raise Fault("There is no word between these quotation marks.", start, start, end + 1)
    end += 1
    if query[end : end + 1] != "~":
        return Token("phrase", text, start, end)
    digits = end + 1
    while digits < len(query) and query[digits] in "0123456789":
        digits += 1
    number = query[end + 1 : digits]
    if not number or len(number) > 3:
        raise Fault('After "..."~ stands how many words may come between, up to 999.', end, end, digits, "~5")
    if int(number) > (most := _most_between(text)):
        raise Fault(f"Between so many words at most {most} others may stand.", end, end, digits, f"~{most}")
    return Token("phrase", text, start, digits, int(number))


def _most_between(text: str) -> int:
    """How many words may stand between those of a phrase.

    Tantivy goes through all ways in which they do, in each record that has them: of six words like "the" in a long
    record these are millions where 999 may stand between, of twenty where 50 may, and fill the memory.
    """
    from koreanews.index.fields import parted, words_of

    # Each character of a text without blanks counts: the search index has it as a word.
    gaps = max(1, len(words_of(parted(text, "zh"))) - 1)
    return min(999, int(8 * 2_000_000 ** (1 / gaps)))


def _word(query: str, start: int) -> Token:
    end = start
    while end < len(query) and not is_blank(query[end]) and query[end] not in "()" and query[end] not in _QUOTES:
        end += 1
    text = query[start:end]
    if text in _OPERATORS:
        return Token(_OPERATORS[text], text, start, end)
    if field := _field(query, start, end):
        return field
    return _plain_word(text, start, end)


def _field(query: str, start: int, end: int) -> Token | None:
    """The name of a field with its colon, if the piece begins with one."""
    name, colon, rest = query[start:end].partition(":")
    if not colon or not name.replace("_", "").isalpha() or not name.isascii():
        return None
    known, after = name.lower(), start + len(name) + 1
    if known in FIELDS:
        return Token("field", known, start, after)
    # "Opinion: ..." is a headline that someone pasted, and "https://..." an address.
    if after == len(query) or is_blank(query[after]) or rest.startswith("//"):
        return None
    raise Fault(f"There is no field {name!r}. The fields are: {', '.join(FIELDS)}.", start, start, after, _meant(known))


def _meant(name: str) -> str:
    """What to write instead of a field that there is not: the field meant, or nothing, which makes it words."""
    from difflib import get_close_matches

    near = [_LIKELY_MEANT[name]] if name in _LIKELY_MEANT else get_close_matches(name, FIELDS, 1)
    return f"{near[0]}:" if near else f"{name} "


def _plain_word(text: str, start: int, end: int) -> Token:
    if not _has_words(text):
        if "*" in text:
            raise Fault("A * stands after the beginning of a word: korea*.", start + text.index("*"), start, end)
        return Token("", text, start, end)
    if text.endswith("*"):
        return _prefix(text, start, end)
    if "*" in text:
        star = start + text.index("*")
        raise Fault("A * can only stand at the end of a word.", star, star, *_end_and_star(text, start, star, end))
    word, tilde, edits = text.rpartition("~")
    if not tilde:
        return Token("word", text, start, end)
    return _fuzzy(word, edits, start, end)


def _end_and_star(text: str, start: int, star: int, end: int) -> tuple[int, str]:
    """Up to where to cut a word with a star within, and what to put there: the star belongs to its beginning."""
    return (end, "*") if _has_words(text[: star - start]) else (star + 1, "")


def _prefix(text: str, start: int, end: int) -> Token:
    beginning = text.rstrip("*")
    if "*" in beginning:
        star = start + text.index("*")
        raise Fault("A * can only stand at the end of a word.", star, star, *_end_and_star(text, start, star, end))
    if not beginning[-1].isalnum():
        raise Fault("A * stands straight after a letter or digit: korea*.", end - 1, end - 1, end)
    return Token("prefix", beginning, start, end)


def _fuzzy(word: str, edits: str, start: int, end: int) -> Token:
    tilde = start + len(word)
    if edits not in ("", "1", "2"):
        raise Fault("After ~ stands how many letters may differ: 1 or 2.", tilde, tilde, end, "~")
    if not word.isalnum():
        raise Fault("A ~ stands after a single word: liason~.", tilde, tilde, end)
    return Token("fuzzy", word, start, end, int(edits or 1))


def _raw_value(query: str, start: int, field: str) -> Token:
    """A value that goes to the next blank: an address, or dates."""
    if query[start] in _QUOTES:
        return _phrase(query, start)
    end = start
    while end < len(query) and not is_blank(query[end]) and query[end] not in "()" and query[end] not in _QUOTES:
        end += 1
    text = query[start:end]
    if field == "date":
        return Token("dates", text, start, end)
    return _plain_word(text, start, end) if text else Token("", text, start, end)


def _has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _no_value(query: str, field: str, place: int) -> Fault:
    """A colon with nothing after it: what comes after the blank may be meant."""
    end = place
    while end < len(query) and is_blank(query[end]):
        end += 1
    colon = query.rindex(":", 0, place)
    if end < len(query) and end > place:
        return Fault(f"After {field}: the word follows without a blank.", place, place, end)
    return Fault(f"After {field}: stands what to find there.", place, colon - len(field), colon + 1)
