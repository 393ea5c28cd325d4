"""The words that mark page furniture, read from the data files beside this one.

A file a language (`en.toml` and `de.toml` in full, others as far as their labels are known; `other.toml` for the words
of those) and one for the names of the press (`press.toml`). Everything here is a constant, read once.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any
from unicodedata import normalize

from koreanews.cleaner.blocks import Kind


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _merged(part: str, key: str) -> list[str]:
    return [phrase for labels in _ALL for phrase in labels.get(part, {}).get(key, ())]


def _as_printed(phrases: list[str]) -> list[str]:
    """The phrases, those with an apostrophe also with the one that printers set."""
    return phrases + [phrase.replace("'", "’") for phrase in phrases if "'" in phrase]


_LABELLED = {language: _load(language) for language in ("en", "de")}
_ALL = [*_LABELLED.values(), *map(_load, ("es", "ru", "tr", "zh"))]
_OTHER = _load("other")
_PRESS = _load("press")

LINES: dict[str, str] = {
    phrase.casefold(): name
    for labels in (*_ALL, _OTHER)
    for name, phrases in labels.get("lines", {}).items()
    for phrase in _as_printed(phrases)
}
"""A whole line, casefolded and without a colon at its end -> the name of its kind (or "video_now")."""

OPENINGS: dict[str, str] = dict(
    sorted(
        (
            (phrase, "announcement" if name == "live_notice" else name)
            for labels in (*_ALL, _OTHER)
            for name, phrases in labels["openings"].items()
            for phrase in _as_printed(phrases)
        ),
        key=lambda item: -len(item[0]),
    )
)
"""What a line begins with -> the name of its kind (or "image_credit", "video_notice"); longest first."""

LIVE_NOTICES: tuple[str, ...] = tuple(_merged("openings", "live_notice"))
"""What announcements begin with that only live blogs have: in which zone their times are, that they go on."""

DATA_BOX: dict[str, Kind] = {
    phrase: Kind[name.upper()]
    for labels in _ALL
    for name, phrases in labels.get("data_box", {}).items()
    for phrase in phrases
}
"""A label of the article's own data box -> the kind of the value that follows it."""

SECTIONS: frozenset[str] = frozenset(label for labels in _ALL for label in labels["sections"]["labels"])
"""Section labels and kickers, as DW writes them."""

MEDIA_SECTIONS: frozenset[str] = frozenset(_merged("sections", "media"))
"""The sections whose pages are videos and audios."""

PROGRAMS: frozenset[str] = frozenset(_merged("sections", "programs"))
"""What videos and audios are part of; the name stands above the title of a media page."""

IN_BRIEF: frozenset[str] = frozenset(_merged("sections", "in_brief"))
"""The sections whose pages are news in brief, each with a heading."""

STRAPLINES: frozenset[str] = frozenset(_merged("sections", "straplines"))
"""What stands in a title line where most have a section, and is none."""

CITIES: frozenset[str] = frozenset(_merged("words", "cities"))
"""Places of two words that stand behind an author's name ("Murali Krishnan, New Delhi")."""

IN_FOCUS: frozenset[str] = frozenset(_merged("words", "in_focus"))
"""What stands above a headline over the topics of the day."""

TOPIC_MARKS: tuple[str, ...] = tuple(_merged("words", "topic_marks"))
"""What a topic page, which has no date, says of itself: a label, or words of its introduction."""

NEWSLETTER_ENDS: tuple[str, ...] = tuple(_merged("words", "newsletter_ends"))
"""What an offer of the newsletter ends with, however it begins."""

GUESTS: tuple[str, ...] = tuple(_merged("words", "guests"))
"""What stands in the teaser of a talk show before the names of those who take part."""

ERROR_PAGES: frozenset[str] = frozenset(phrase.casefold() for phrase in _merged("words", "error_pages"))
"""What a server's error page is called, casefolded and without the number of the error."""

BYLINE_OPENINGS: tuple[str, ...] = tuple(_merged("words", "byline_openings"))
INTERVIEWER: tuple[str, ...] = tuple(_merged("words", "interviewer"))
PUBLISHED: tuple[str, ...] = tuple(_merged("words", "published"))
UPDATED: tuple[str, ...] = tuple(_merged("words", "updated"))
MINUTES: tuple[str, ...] = tuple(_merged("words", "minutes"))
RELATIVE: tuple[str, ...] = tuple(_merged("words", "relative"))
"""How a page says how long ago it appeared, with "{n}" for the number."""

BYLINE_LABELS: tuple[str, ...] = tuple(_merged("words", "byline_labels"))
"""What stands before a colon and the names of those who made the piece."""

BYLINE_ROLES: tuple[str, ...] = tuple(_merged("words", "byline_roles"))
"""What an author did for the piece, behind the name and a blank."""

AUTHOR_ROLES: frozenset[str] = frozenset(_merged("words", "author_roles"))
"""What authors are, in what is said of them below a story, in small letters."""

LIVE: tuple[str, ...] = tuple(_merged("words", "live"))
"""What a live blog's headline says of it, in small letters."""

NOT_TODAY: frozenset[str] = frozenset(_merged("words", "not_today"))
"""Words before a weekday that make it another week's day."""

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(labels["function_words"]["words"]) for language, labels in _LABELLED.items()
} | {language: frozenset(words) for language, words in _OTHER["function_words"].items()}
"""ISO 639-1 code -> the words that text of that language is full of."""

MONTHS: dict[str, int] = {
    form.casefold(): number
    for labels in _LABELLED.values()
    for number, forms in enumerate(labels["months"]["names"], start=1)
    for form in forms
} | {
    # Casefolding takes a Greek letter with two accents apart.
    normalize("NFC", name.casefold()): number
    for names in _OTHER["months"].values()
    for number, name in enumerate(names, start=1)
}
"""A month's name or usual abbreviation, casefolded, of every language read -> 1 to 12."""

WEEKDAYS: dict[str, int] = {
    name: number for labels in _LABELLED.values() for number, name in enumerate(labels["weekdays"]["names"])
}
"""A weekday's name -> 0 (Monday) to 6, as `date.weekday`."""

CREDIT_WORDS: frozenset[str] = frozenset(_PRESS["credits"]["words"])
ABOUT_PICTURE: frozenset[str] = frozenset(_PRESS["credits"]["about_picture"])
NAMES_OF_PICTURES: tuple[str, ...] = tuple(_PRESS["credits"]["names_of_pictures"])
"""What DW's own names of pictures say they are, which stand as alt texts."""
NAMES_OF_COUNTRIES: frozenset[str] = frozenset(_PRESS["credits"]["names_of_countries"])
"""German names that many of DW's own names of pictures begin with."""
AGENCIES: frozenset[str] = frozenset(_PRESS["agencies"]["names"])
PUBLISHERS: frozenset[str] = frozenset(_PRESS["publishers"]["names"])
PUBLISHERS_DATELINES: tuple[str, ...] = tuple(_PRESS["publishers"]["datelines"])
RIGHTS: tuple[str, ...] = tuple(_PRESS["publishers"]["lines"])


def is_line(text: str, name: str) -> bool:
    """Whether the whole of `text` is a label of the kind called `name`, whatever its case or colon."""
    return LINES.get(text.rstrip(":").casefold()) == name


def openings(name: str) -> tuple[str, ...]:
    """What lines of the kind called `name` begin with, the longest first."""
    return tuple(phrase for phrase, called in OPENINGS.items() if called == name)
