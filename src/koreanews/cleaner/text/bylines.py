"""Who wrote it, in a text dump: signatures below the text, names and datelines above it."""

from __future__ import annotations

import re

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.dates import find_dates
from koreanews.cleaner.phrases import AGENCIES, BYLINE_OPENINGS, PUBLISHED, UPDATED
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import is_name, is_prose

_INITIALS = r"[a-zäöü]{2,5}(?: ?[/,;] ?[A-Za-zäöü]{2,5}){0,5}"
_AGENCIES = r"\((?P<agencies>[^()]{2,120})\)"
_SIGNATURE = re.compile(
    rf"{_INITIALS} ?{_AGENCIES}|(?P<slashed>[a-zäöü]{{2,5}}(?:/[A-Za-zäöü]{{2,5}}){{1,5}})|{_AGENCIES.replace('agencies', 'alone')}"
)
_SIGNED_END = re.compile(rf"(?<=[.!?\"'”’)]) ?(?P<signature>{_INITIALS} ?{_AGENCIES})")


def is_signature(text: str) -> bool:
    """Whether `text` is initials and agencies: "amp/rt (AFP, Reuters, AP)", "rt/msh", "(dpa, AP)"."""
    if len(text) > 150 or (text[-1] != ")" and "/" not in text):
        return False
    match = _SIGNATURE.fullmatch(text)
    if match is None:
        return False
    agencies = match["agencies"] or match["alone"]
    return agencies is None or _are_agencies(agencies)


def signature_at(text: str) -> int:
    """Where the signature begins that stands behind the last sentence of `text`, -1 if there is none."""
    if text[-1] != ")":
        return -1
    opened = text.rfind("(")
    match = _SIGNED_END.search(text, max(0, opened - 40))
    if match is None or match.end() != len(text) or not _are_agencies(match["agencies"]):
        return -1
    return match.start("signature")


def sort_dateline(page: Page) -> bool:
    """Sorts the next lines if they are the byline or dateline above a story; True if they were.

    Knows every form of formats.md: the date alone, "Published ... last updated ...", a name glued before it, text
    glued behind it, a name on a line of its own.
    """
    line = page.line
    assert line is not None
    text = line.text
    spans = find_dates(text) if len(text) < 2000 else find_dates(text[:120])
    if not spans:
        return _sort_name(page)
    before, after = text[: spans[0][0]], text[spans[-1][1] :]
    if _are_words_of_dateline(text, spans) and not after.strip(" .,|"):
        page.take(Kind.DATELINE)
        return True
    name = before.rstrip(" ,|·-–")
    if name and not after.strip(" .,|") and is_byline(name) and len(spans) <= 2:
        page.take_two(Kind.BYLINE, len(name), Kind.DATELINE)
        return True
    if spans[0][0] == 0 and _is_glued_text(text, spans[0][1]):
        end = spans[1][1] if len(spans) > 1 and not text[spans[0][1] : spans[1][0]].strip() else spans[0][1]
        page.take_part(Kind.DATELINE, end)
        return True
    return False


def is_byline(text: str) -> bool:
    """Whether `text` names the writers above a story: "Julian Ryall, Tokyo", "DW staff (ah)", "By A and B"."""
    for start in BYLINE_OPENINGS:
        text = text.removeprefix(start)
    if text.casefold().startswith("dw staff") or is_signature(text):
        return len(text) < 60
    return bool(text) and is_name(text, most_words=14) and len(text.split()) >= 2


def _sort_name(page: Page) -> bool:
    """Sorts a name on a line of its own: over a date, or over the teaser where it can be nothing else."""
    line, below = page.line, page.ahead()
    assert line is not None
    if below is None or len(line.text) > 120 or not line.is_plain or not is_byline(line.text):
        return False
    if not (line.text.startswith(BYLINE_OPENINGS) or _opens_with_date(below.text) or is_prose(below.text)):
        return False
    page.take(Kind.BYLINE)
    return True


def _opens_with_date(text: str) -> bool:
    spans = find_dates(text[:120])
    return bool(spans) and not text[: spans[0][0]].strip("".join(PUBLISHED) + " ")


def _are_words_of_dateline(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether only "Published", "last updated" and the like stand around the dates."""
    rest = text
    for start, end in reversed(spans):
        rest = f"{rest[:start]} {rest[end:]}"
    for word in (*PUBLISHED, *UPDATED):
        rest = rest.replace(word, " ")
    return not rest.strip(" .,|:-–·")


def _is_glued_text(text: str, end: int) -> bool:
    """Whether a story begins right behind the date, with no blank or as a sentence does."""
    rest = text[end:]
    if rest[0] != " ":
        return rest[0].isalnum() or rest[0] in "\"'“‘„«/"
    return len(rest) > 1 and (rest[1].isupper() or rest[1].isdigit() or rest[1] in "\"'“‘„«")


def _are_agencies(text: str) -> bool:
    """Whether `text` is a list of agencies: one known, or all short and written as names are."""
    names = [name.strip() for name in re.split(r"[,/;]| und | and ", text)]
    if any(name in AGENCIES for name in names):
        return all(0 < len(name) <= 30 for name in names)
    return len(names) > 1 and all(name.isupper() and len(name) <= 6 for name in names)
