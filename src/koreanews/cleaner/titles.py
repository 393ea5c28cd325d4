"""DW's own title line: "Headline | News | DW | 22.03.2019", "Headline – DW – March 22, 2019" (formats.md)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from koreanews.cleaner.dates import starts_with_date
from koreanews.cleaner.phrases import PUBLISHERS


class Title(NamedTuple):
    """What a title line says. `date` is the date as it stands; `length` is how much of the text the line took."""

    headline: str
    section: str | None
    date: str
    length: int


def read_title(text: str, *, is_known: bool = False) -> Title | None:
    """The title line that `text` begins with, or None; `is_known` where it is told to be one by other signs.

    It ends with its date; what is glued after that (a navigation list) is left to the caller. The line writes
    U+2032 where the headline has an apostrophe; the headline given here has the apostrophe again.
    """
    for separator, mark in _MARKS:
        place = text.find(mark, 0, _LONGEST)
        while place >= 0:
            if title := _title_at(text, place, separator):
                return title
            place = text.find(mark, place + 1, _LONGEST)
    return _undated(text) or (unnamed_title(text) if is_known else None)


def unnamed_title(text: str) -> Title | None:
    """The title line that names neither site nor section ("Headline | 14.06.2021"), or None.

    A video's programme and date look so too: the page must show the headline once more.
    """
    headline, bar, date = text.rpartition(" | ")
    if not bar or not headline or len(text) > _LONGEST_UNNAMED or not _NUMERIC.fullmatch(date):
        return None
    return Title(headline.replace("′", "'"), None, date, len(text))


def _undated(text: str) -> Title | None:
    """The title of a topic page, which ends with the site's name: "Kim Jong Un | Topics | DW", "North Korea – DW"."""
    if not text.endswith((" | DW", " – DW")) or len(text) > _LONGEST:
        return None
    separator = text[-len(" | DW") : -len("DW")]
    headline, section = _parts(text[: -len(" | DW")], separator)
    return Title(headline, section, "", len(text)) if headline and (section or len(text) <= _LONGEST_TOPIC) else None


def signed_title(text: str, publisher: str | None = None) -> tuple[str, str] | None:
    """Headline and publisher of another publisher's title line ("Headline - BBC News", "BBC News - Headline"), or None.

    `publisher` is the page's, where it is known by another sign.
    """
    name, first, headline = text.partition(" - ")
    if first and " " in name and name in PUBLISHERS:
        return headline.strip(), name
    own = publisher.removeprefix("The ") if publisher else None
    if text.rpartition(" ")[2] not in _LAST_WORDS and not (own and text.endswith(own)):
        return None
    for separator in _SIGNING:
        headline, found, name = text.rpartition(separator)
        if found and ((name := name.strip()) in PUBLISHERS or (own and name.removeprefix("The ") == own)):
            return headline.strip(), name
    return None


def comparable(headline: str) -> str:
    """`headline` with all that two prints of it may differ in (case, quotes, dashes, blanks) made the same."""
    for printed, plain in _ASCII_PRINTS if headline.isascii() else _PRINTS:
        headline = headline.replace(printed, plain)
    return " ".join(headline.casefold().split())


def shared_words(one: str, other: str) -> float:
    """The share of the words of two headlines that both have, 0 to 1: a headline may be reworded in the title line."""
    words, others = (set(_WORD.findall(headline.casefold())) for headline in (one, other))
    return len(words & others) / max(1, len(words), len(others))


_LONGEST_TOPIC: Final = 60
_LONGEST_UNNAMED: Final = 250
_LONGEST: Final = 2000
"""Characters before the site's name; headlines, sections and straplines come nowhere near."""
_PRINTS: Final = (
    *((quote, "'") for quote in '"`′’‘´“”„«»'),
    *((dash, "-") for dash in "–—−‐‑"),
    ("\N{SOFT HYPHEN}", ""),
)
_ASCII_PRINTS: Final = tuple((printed, plain) for printed, plain in _PRINTS if printed.isascii())
_WORD: Final = re.compile(r"\w+")


_LAST_WORDS: Final = frozenset(publisher.rpartition(" ")[2] for publisher in PUBLISHERS)
_SIGNING: Final = (" - ", " | ", " — ", " – ", " : ")
_NUMERIC: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}", re.ASCII)
_MARKS: Final = ((" | ", "| DW"), (" – ", "– DW"), (" | ", "| Deutsche Welle"), (" - ", "- DW - "))
_SITE: Final = re.compile(r"[|–-] (?:Deutsche Welle|DW)(?:\.COM|\.DE|-WORLD\.DE|-WORLD| News)? [|–-] ")


def _title_at(text: str, place: int, separator: str) -> Title | None:
    """The title whose "| DW" stands at `place`, if a date follows it and a headline stands before it."""
    site = _SITE.match(text, place)
    if site is None:
        return None
    length = _date_length(text[site.end() : site.end() + 40])
    if not length:
        return None
    headline, section = _parts(text[:place].rstrip(), separator)
    if not headline:
        return None
    end = site.end() + length
    return Title(headline.replace("′", "'"), section, text[site.end() : end], end)


def _date_length(text: str) -> int:
    """The length of the date that `text` begins with; "22.03.20191. Inhalt" has one, glued to what follows."""
    if numeric := _NUMERIC.match(text):
        return numeric.end()
    return starts_with_date(text)


def _parts(text: str, separator: str) -> tuple[str, str | None]:
    """Headline and section of what stands before the site's name.

    "Headline | Germany| News and in-depth reporting ..." carries a strapline behind a bar with no blank before it;
    so may the bar behind the headline have none.
    """
    if separator != " | ":
        return text, None
    left, bar, strapline = "", "", ""
    if text.count("| ") > text.count(" | "):
        left, bar, strapline = _STRAPLINE_BAR.sub("\n", text).rpartition("\n")
    if not bar:
        headline, _, section = text.rpartition(separator)
        return (headline.strip(), section.strip() or None) if headline else (section.strip(), None)
    left = left.replace("\n", "| ")
    headline, bar, section = left.rpartition("|")
    return (headline.strip(), section.strip() or None) if bar else (left.strip(), strapline.strip() or None)


_STRAPLINE_BAR: Final = re.compile(r"(?<! )\| ")
