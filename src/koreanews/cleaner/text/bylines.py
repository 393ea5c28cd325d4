"""Who wrote it, in a text dump: signatures below the text, names above it."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.phrases import (
    AGENCIES,
    BYLINE_LABELS,
    BYLINE_OPENINGS,
    CITIES,
    CREDIT_WORDS,
    PUBLISHERS,
    SECTIONS,
)
from koreanews.cleaner.text.shapes import is_name

_INITIALS: Final = r"[a-zäöü]{2,5}(?: ?[/,;] ?[A-Za-zäöü]{2,5}){0,5}/?"
_AGENCIES: Final = r"\((?P<agencies>[^()]{2,120})\)"
_SLASHED: Final = r"[a-zäöü]{2,5}(?:/[A-Za-zäöü]{2,8}){1,5}"
_SIGNATURE: Final = re.compile(
    rf"(?:{_INITIALS}|[A-Z]{{2,3}}(?:/[A-Za-zäöü]{{2,5}})?) ?{_AGENCIES}|{_SLASHED}"
    rf"|{_AGENCIES.replace('agencies', 'alone')}"
)
_AGENCIES_FIRST: Final = re.compile(
    r"(?P<agencies>[A-Za-z]{2,8}(?:, ?[A-Za-z]{2,8}){0,5}) ?/ ?[A-ZÄÇĞİÖŞÜ]{2,3}(?:, ?[A-ZÄÇĞİÖŞÜ]{2,3}){0,3}"
)
"""As DW's Turkish pages are signed."""
_SIGNED_END: Final = re.compile(rf"(?<=[.!?\"'”’)]) ?(?P<signature>{_INITIALS} ?{_AGENCIES}|\({_SLASHED}\))")


def is_signature(text: str) -> bool:
    """Whether `text` is initials and agencies: "amp/rt (AFP, AP)", "rt/msh", "(dpa, AP)", "DW, AFP / EC, BK"."""
    if len(text) > 150 or (text[-1] != ")" and "/" not in text):
        return False
    if match := _AGENCIES_FIRST.fullmatch(text):
        return all(name in AGENCIES for name in _names_of(match["agencies"]))
    match = _SIGNATURE.fullmatch(text)
    if match is None:
        return False
    if match["alone"]:
        # A bracket with nothing before it may be a picture's credit, which names a photographer as well.
        return all(name in AGENCIES or name.upper() in AGENCIES for name in _names_of(match["alone"]))
    agencies = match["agencies"]
    if agencies is None:
        # Initials are short; an agency's name need not be: "hf/dpa/Reuters".
        return all(len(name) <= _LONGEST_INITIALS or name in AGENCIES for name in text.split("/"))
    if _are_agencies(agencies):
        return True
    # Behind the initials of two, one word that no data file knows is an agency: "mj/as (pap)".
    return "/" in text.partition("(")[0] and agencies.replace("-", "").isalpha() and len(agencies) <= _LONGEST_AGENCY


_LONGEST_AGENCY: Final = 8
_LONGEST_INITIALS: Final = 5


def signature_at(text: str) -> int:
    """Where the signature begins that stands behind the last sentence of `text`, -1 if there is none."""
    if text[-1] != ")":
        return -1
    opened = text.rfind("(")
    match = _SIGNED_END.search(text, max(0, opened - 40))
    if match is None or match.end() != len(text):
        return -1
    if match["agencies"] is None:
        # "(imago/Xinhua)" behind a caption that asks is who made the picture.
        return -1 if text[opened + 1 :].partition("/")[0] in _NO_INITIALS else match.start("signature")
    return match.start("signature") if _are_agencies(match["agencies"]) else -1


_NO_INITIALS: Final = CREDIT_WORDS - AGENCIES
"""Who makes pictures and gives no news: "imago", "epa"."""


def is_byline(text: str) -> bool:
    """Whether `text` names the writers above a story: "Julian Ryall, Tokyo", "DW staff (ah)", "By A and B"."""
    for start in BYLINE_OPENINGS:
        text = text.removeprefix(start)
    label, colon, names = text.partition(": ")
    if colon and label in BYLINE_LABELS:
        text = names
    text = _without_helpers(text).replace(" reporting from ", " from ") or text
    if text.casefold().startswith("dw staff") or is_signature(text):
        return len(text) < 60
    if text[-3:-2] == " ":
        text = _INITIALS_BEHIND.sub("", text)
    return bool(text) and is_name(text, most_words=14) and len(text.split()) >= 2


def _without_helpers(text: str) -> str:
    if text[-1:] == ")" or any(sign in text for sign in _BEFORE_HELPERS):
        return _HELPERS.sub("", text)
    return text


def names_people(text: str) -> bool:
    """Whether a byline would be one without a date beside it: first and last name of each, not "Life and Death"."""
    if is_labelled(text) or text.casefold().startswith("dw staff") or is_signature(text):
        return True
    names = [name for name in _BETWEEN_NAMES.split(_without_helpers(text)) if name]
    return bool(names) and all(_is_person(name) for name in names)


def is_labelled(text: str) -> bool:
    """Whether a byline says that it is one: "By Lena Hahn", "Author: Lena Hahn"."""
    return text.startswith(BYLINE_OPENINGS) or _LABELLED.match(text) is not None


def _is_person(text: str) -> bool:
    """Whether `text` is first and last name, perhaps with a place: no place of two words, nothing of one word."""
    name = _BEFORE_PLACE.split(text)[0]
    return " " in name and name not in _NO_PEOPLE and name.split()[0].casefold() not in _ARTICLES


_NO_PEOPLE: Final = CITIES | SECTIONS | PUBLISHERS
_BEFORE_PLACE: Final = re.compile(r", | (?:in|aus|from|at) ")
_BETWEEN_NAMES: Final = re.compile(r" (?:and|und|with|mit|&|\||/) |/")
_LABELLED: Final = re.compile(rf"(?:{'|'.join(map(re.escape, BYLINE_LABELS))}): ")
_ARTICLES: Final = frozenset("the a an der die das ein eine el la los las le les".split())  # noqa: SIM905
_INITIALS_BEHIND: Final = re.compile(r",? [a-z]{2}$")
"""Those of who edited or translated a text, behind the author's name: "Lena Hahn pj"."""
_BEFORE_HELPERS: Final = (" with ", " mit ", " | ")
_HELPERS: Final = re.compile(
    r" ?\([^()]{1,80}\)$| (?:with|mit) (?:\w+ \w+ )?(?:AFP|AP|dpa|Reuters|EFE|epd|KNA|[A-Z]{2,4})\b.{0,60}$"
    rf"|(?: \| (?:{'|'.join(map(re.escape, sorted(AGENCIES)))})){{1,6}}$"
)
"""What may stand behind the names: where they are, who helped, which agencies gave material."""


def may_be_byline(text: str) -> bool:
    """Whether `text`, standing right above or before a date, can name the writers, however oddly it says so."""
    if len(text) > 120 or text.count(" ") >= 16 or not text[0].isalpha() or text[-1] in _NO_NAMES_END or "，" in text:
        return False
    return text[-1] != "." or is_byline(text[:-1])


_NO_NAMES_END: Final = "?!;。！？"


def _are_agencies(text: str) -> bool:
    """Whether `text` is a list of agencies: one known, or all short and written as names are."""
    names = _names_of(text)
    if any(name in AGENCIES or name.upper() in AGENCIES for name in names):
        return all(0 < len(name) <= 30 for name in names)
    return len(names) > 1 and all(name.isupper() and len(name) <= 6 for name in names)


def _names_of(agencies: str) -> list[str]:
    return [name.strip() for name in re.split(r"[,/;]| und | and ", agencies)]
