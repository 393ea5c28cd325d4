"""Credits of pictures: "(picture-alliance/AP/Newsis)" behind a caption, "Image: Kyodo/MAXPPP" below it."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.phrases import ABOUT_PICTURE, CITIES, CREDIT_WORDS, NAMES_OF_PICTURES, openings

_MARKS: Final = openings("image_credit")
_ASCII_MARKS: Final = tuple(filter(str.isascii, _MARKS))
_SEPARATOR: Final = re.compile(r"[/,;|]| - | – | via ")
_INITIAL: Final = re.compile(r"[^\W\d_]\.(?:[- ]?[^\W\d_]\.)* ?[^\W\d_][^\W\d_'’-]*(?:[ -][^\W\d_]+)?")
_LONGEST_CREDIT: Final = 200
_SIGNS_AND_MARKS: Final = ("©", "(c)", "(C)", "Grafik:", "DW-Grafik:", *_MARKS)


def credit_at(text: str) -> int:
    """Where the bracket with the credit opens that `text` ends with, -1 if it ends with none.

    Credits nest: "(picture-alliance/AP (Korea Pool))".
    """
    if text[-1:] != ")":
        return -1
    opened = text.rfind("(", -_LONGEST_CREDIT)
    if text.find(")", opened) == len(text) - 1:
        return opened if opened >= 0 and is_credit(text[opened + 1 : -1]) else -1
    depth = 0
    for place in range(len(text) - 1, max(-1, len(text) - _LONGEST_CREDIT - 1), -1):
        if text[place] == ")":
            depth += 1
        elif text[place] == "(":
            depth -= 1
            if not depth:
                return place if is_credit(text[place + 1 : -1]) else -1
    return -1


def is_credit(text: str) -> bool:
    """Whether `text`, found in brackets, names who made a picture."""
    if not CREDIT_WORDS.isdisjoint(text.split("/")):
        return True
    if not text or text.startswith(_SIGNS_AND_MARKS) or text.capitalize().startswith(_MARKS):
        return bool(text)
    parts = [part.strip(" ()") for part in _separated(text)]
    if not CREDIT_WORDS.isdisjoint(parts):
        return True
    if not CREDIT_WORDS.isdisjoint(part.partition(" ")[0] for part in parts):
        return True
    if not CREDIT_WORDS.isdisjoint(part.rpartition(" ")[2] for part in parts if part[:1].isupper()):
        return True
    if any(map(_INITIAL.fullmatch, parts)):
        return True
    if "/" not in text or " / " in text or not any(part[:1].isupper() for part in parts):
        return False
    return all(part[:1].isupper() or part[:1].isdigit() for part in parts)


def _separated(text: str) -> list[str]:
    """`text` between its commas, bars and dashes."""
    if not text.isascii():
        return _SEPARATOR.split(text)
    for separator in (",", ";", "|", " - ", " via "):
        text = text.replace(separator, "/")
    return text.split("/")


def may_be_credit(text: str, before: str) -> bool:
    """Whether `text`, in brackets behind the words `before`, can name someone: one to six words, no abbreviation."""
    words = text.replace("/", " ").replace(",", " ").split()
    if (
        not 1 <= len(words) <= 6
        or text in CITIES
        or text in ABOUT_PICTURE
        or (any(map(str.isdigit, text)) and "/" not in text)
    ):
        return False
    if words[0] in _PARTICLES:
        return False
    if not all(word[0].isupper() or word[0].isdigit() or word in _PARTICLES for word in words):
        return False
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", before) if word[0].isupper())
    return not (text.isupper() and text.replace(".", "") in initials)


_PARTICLES: Final = frozenset({"&", "of", "the", "for", "von", "der", "und", "de", "and"})


def names_picture(text: str) -> bool:
    """Whether `text`, a title, is DW's own name of a picture, and stands as its alt text: "Hahn Lena Kommentarbild"."""
    return text == "default" or text.endswith(" Logo") or _NAME_OF_PICTURE.search(text) is not None


_NAME_OF_PICTURE: Final = re.compile("|".join(map(re.escape, NAMES_OF_PICTURES)))


def split_credit(text: str) -> tuple[str, str | None]:
    """Caption and credit of "caption (credit)"; the credit is None where there is none."""
    place = credit_at(text)
    if place < 0:
        return text, None
    credit = text[place + 1 : -1].strip()
    if credit.capitalize().startswith(_MARKS):
        credit = credit[0].upper() + credit[1:]
        for mark in _MARKS:
            credit = credit.removeprefix(mark).lstrip()
    return text[:place].rstrip(), credit


def split_name(text: str) -> tuple[str, str | None]:
    """As `split_credit`, where the bracket need only be able to name someone: beside pictures that have credits."""
    before, opened, name = text.removesuffix(")").rpartition(" (")
    if not opened or text[-1] != ")" or not may_be_credit(name, before):
        return text, None
    return before, name


def credit_mark(text: str) -> tuple[int, int] | None:
    """Where the caption ends and the credit begins in "captionImage: credit" or "Image: credit", or None.

    The last such mark counts, and what follows must be as short as a credit and no sentence.
    """
    if ":" not in text:
        return None
    start, mark = max((text.rfind(mark), mark) for mark in (_ASCII_MARKS if text.isascii() else _MARKS))
    if start < 0:
        return None
    credit = text[start + len(mark) :].strip()
    if len(text) == 2 * start and text[:start] == text[start:]:
        # Glued to itself, with no caption: "Image: AFPImage: AFP".
        return 0, len(text) - len(credit)
    if text[start - 1 : start] == "(" and ")" in credit:
        # "Caption (Photo: AFP)": see `credit_at`. Behind agencies' own descriptions stands what they ask: ") TV OUT".
        return None
    if not credit or len(credit) > _LONGEST_CREDIT or credit.count(" ") > 12 or credit[-1] == "。":
        return None
    glued = start == 0 or text[start - 1] != " "
    if (not glued or _is_sentence(credit)) and not is_credit(credit):
        return None
    caption = text[:start].rstrip()
    return len(caption), len(text) - len(credit)


def _is_sentence(text: str) -> bool:
    """Whether `text` reads as a sentence, which says what somebody's word "Photo:" means to him."""
    return text[-1] == "." and text.count(" ") > 2 and text[0].islower()
