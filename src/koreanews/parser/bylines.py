"""The byline of a record: authors, initials and agencies in what a page says of who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from koreanews.cleaner.phrases import AGENCIES, BYLINE_LABELS, BYLINE_OPENINGS, BYLINE_ROLES, CITIES, PUBLISHERS
from koreanews.parser.article import Byline

_BRACKETED: Final = re.compile(r"\(([^()]*)\)")
_INITIALS: Final = re.compile(r"[a-zäöü]{2,5}")
_INITIALS_IN_CAPITALS: Final = re.compile(r"[A-ZÄÇĞİÖŞÜ]{2,3}")
"""Behind agencies, as DW's Turkish pages are signed: "DW, AFP / EC, BK"; before them, as Spanish ones: "JOV (dpa)"."""
_INITIALS_OF_OTHERS: Final = re.compile(r"[a-zäöü]{2,5}|[A-ZÄÖÜ]{2,3}")
"""Behind the first: "amp/RT"; or the first, too, beside agencies: "AR/qu (dpa)"."""
_SEPARATOR: Final = re.compile(r" ?[/|;] ?| and | und | & |, ?")
_LISTED: Final = re.compile(r"[,/;] ?| und | and ")
_IN_CITY: Final = re.compile(r" (?:reporting )?(?:in|aus|from|at) [A-ZÄÖÜ].*")


def read_byline(lines: Sequence[str], authors: Iterable[str] = ()) -> Byline | None:
    """The byline in the byline `lines` of a page and the `authors` that its metadata name; None without either.

    "amp/rt (AFP, Reuters, AP)" gives initials amp, rt and the agencies; "Julian Ryall, Tokyo" an author; a line
    above the text and one below it make one byline.
    """
    names: list[str] = []
    initials: list[str] = []
    agencies: list[str] = []
    for line in lines:
        if not names or " " in line or not line.istitle() or line in AGENCIES:
            # Below a name, one word on a line of its own is where the author is.
            _read_line(line, names, initials, agencies)
    named = [author for author in authors if author.casefold() not in _OWN_NAMES]
    for author in named:
        if _INITIALS.fullmatch(author):
            initials.append(author)
        else:
            _read_line(author, names, initials, agencies)
    if not lines and not named:
        return None
    text = "; ".join(dict.fromkeys(lines)) if lines else ", ".join(dict.fromkeys(named))
    return Byline(text, _unique(names), _unique(initials), _unique(agencies))


def _read_line(line: str, names: list[str], initials: list[str], agencies: list[str]) -> None:
    """Adds the names, initials and agencies of one byline line to the lists."""
    for start in BYLINE_OPENINGS:
        line = line.removeprefix(start)
    for role in BYLINE_ROLES:
        line = line.removesuffix(f" {role}")
    label, colon, rest = line.partition(": ")
    if colon and label in BYLINE_LABELS:
        line = rest
    outside = _SEPARATOR.split(_BRACKETED.sub("", line).strip())
    is_signature = all(_INITIALS.fullmatch(part) for part in outside if part)
    if line.startswith("(") and not any(outside) and ("/" in line or _is_writer(line[1:-1])):
        # "(og/ap)": writers and agencies share the bracket; "(gh)".
        line, is_signature = line[1:-1], False
    for inside in _BRACKETED.findall(line):
        for part in _LISTED.split(inside):
            part = _HELP.sub("", part.strip())
            # Behind an author's name stands where they are; behind initials, who else gave news: "(AP, local media)".
            if _is_place(part) and not is_signature:
                continue
            if part:
                (initials if _are_initials(part) and not is_signature else agencies).append(part)
    # Beside agencies in brackets, "ap" is someone's initials.
    signed = bool(agencies)
    are_initials = _INITIALS
    if signed and outside[0] not in AGENCIES and _INITIALS_IN_CAPITALS.fullmatch(outside[0]):
        are_initials = _INITIALS_OF_OTHERS
    elif "/" in line and outside[0] in AGENCIES and not (signed and is_signature):
        are_initials = _INITIALS_IN_CAPITALS
    elif "/" in line and (_INITIALS_OF_OTHERS if signed else _INITIALS).fullmatch(outside[0]):
        are_initials = _INITIALS_OF_OTHERS
    for part in _SEPARATOR.split(_BRACKETED.sub("", line)):
        name, *helpers = _WITH.split(_IN_CITY.sub("", part.strip(" ,"))) if " " in part else (part.strip(","),)
        agencies += [word for helper in helpers for word in helper.split() if word in AGENCIES]
        while (words := name.rpartition(" "))[2] in AGENCIES and words[0]:
            agencies.append(words[2])
            name = words[0]
        if name.casefold() in _OWN_NAMES or name in CITIES:
            continue
        if name in AGENCIES and not (signed and _INITIALS.fullmatch(name)):
            agencies.append(name)
        elif are_initials.fullmatch(name):
            initials.append(name)
        elif name in PUBLISHERS:
            continue
        elif " " in name or part is line or "," not in line:
            before, _, behind = name.rpartition(" ")
            if " " in before and len(behind) == 2 and behind.islower():
                initials.append(behind)
                name = before
            names.append(name)
    surname, comma, first_name = line.partition(", ")
    if comma and not (names or initials or agencies) and surname.isalpha() and first_name.isalpha():
        names.append(f"{first_name} {surname}")


def _is_writer(text: str) -> bool:
    """Whether what stands alone in brackets is someone's initials, not an agency's name."""
    return text.upper() not in AGENCIES and text not in AGENCIES and _INITIALS.fullmatch(text) is not None


_OWN_NAMES: Final = frozenset(
    {
        "",
        "dw",
        "dw staff",
        "dw.com",
        "deutsche welle",
        "немецкая волна",
        "德国之声",
        "德國之聲",
        "德国之声中文网",
        "德國之聲中文網",
        "德国之声中文网编辑部",
        "德國之聲中文網編輯部",
        "article based on news reports",
    }
)
"""What DW calls itself and its own work, which is nobody's name."""
_WITH: Final = re.compile(r" (?:with|mit) ")
_HELP: Final = re.compile(r"^(?:with (?:reporting by|material from)?|mit|in|from|aus) ?")


def _is_place(text: str) -> bool:
    """Whether `text`, in brackets behind a name, says where the author is: neither initials nor agencies."""
    return bool(text) and not _are_initials(text) and text not in AGENCIES and not text.isupper()


def _are_initials(text: str) -> bool:
    return text not in AGENCIES and _INITIALS.fullmatch(text) is not None


def _unique(items: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
