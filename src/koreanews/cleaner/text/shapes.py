"""What a line looks like, whatever it says: a title, a sentence, a person's name."""

from __future__ import annotations

import re
from typing import Final

_CLOSERS: Final = "\"'”’»«“‘)]」』"
_ENDS_OF_SENTENCES: Final = frozenset(".!?…。！？")
_FULL_STOPS: Final = frozenset(".…。")

_PARTICLES: Final = frozenset(
    "von van der den de da di du la le bin al el ben und and mit with in aus from the zu zur im y e & / |".split()  # noqa: SIM905
)
_CENTURIES: Final = frozenset({"18", "19", "20"})
_YEARS: Final = re.compile(r"\d{4}(?: ?[-–—] ?(?:\d\d)?\d\d)?", re.ASCII)
_QUOTES: Final = '"“”„«»'
_ABBREVIATION: Final = re.compile(r"(?:(?: |^|[^\w])(?:[A-Z]\.){2,4}|& Co\.| (?:\.\.\.|…))$")
"""A headline may end so ("in the U.S.", "Kia & Co.", "And then ..."), and only so in a full stop."""
_NAME: Final = re.compile(r"(?:[^\W\d_]\.?(?:-?[^\W\d_]\.)*|[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?)\Z")
_LOWER_PREFIX: Final = re.compile(r"[a-zäöü]{1,2}['’][A-ZÀ-Þ]")
"""How some names begin: "d'Estaing"."""
_VALUE: Final = re.compile(r"(?:(?<!\d):|: )[$€£]?\d[\d.,]*$")
"""How a row of a table ends that was made a line: "August: $1.00"."""
_TWO_SENTENCES: Final = re.compile(r"(?:[a-zäöüß]{4}| (?!vs|ft|ca|no|al|bzw|usw)[a-zäöüß]{2,3})[.!] [A-ZÄÖÜ]")
"""A short word with a full stop may be an abbreviation: "Prof. Kim", "Seoul vs. Tokyo"."""
EAST_ASIAN: Final = "\u3040"
"""The first letter of the languages that put no blanks between words."""
NUMBER_OF_IMAGES: Final = re.compile(r"\d{1,3} (?:images|Bilder)")
_INTERRUPTED: Final = re.compile(r"[,?!][\"”“»«] [^\"”“»«„]+[\"„“«»]")
"""Where the words of a speaker stop and go on: "Who," asked the judge, "will pay?"."""
_ATTRIBUTION: Final = re.compile(r"[\"”“»«] ?[–—-] ?")
"""What stands between a quotation and whose it is."""


def ends_sentence(text: str) -> bool:
    """Whether `text` closes as prose does: with a full stop, question or exclamation mark, inside quotes or not."""
    return text.rstrip(_CLOSERS)[-1:] in _ENDS_OF_SENTENCES


def ends_statement(text: str) -> bool:
    """Whether `text` closes with a full stop (or an ellipsis), which no headline or heading does."""
    return text.rstrip(_CLOSERS)[-1:] in _FULL_STOPS


def is_title(text: str, most_words: int = 25, most_characters: int = 200) -> bool:
    """Whether `text` can be a headline: short, not closed by a full stop, comma, colon or semicolon."""
    if len(text) > most_characters or text[-1] in ",:;":
        return False
    if ends_statement(text) and not (text.count(" ") < 12 and _ABBREVIATION.search(text[-8:])):
        return False
    return text.count(" ") < most_words and (text[0].isalpha() or any(map(str.isalpha, text)))


def is_address(text: str) -> bool:
    """Whether `text` is the address of a page and nothing else."""
    return text.startswith(("https://", "http://")) and " " not in text


def is_sentences(text: str) -> bool:
    """Whether a sentence ends within `text` and another begins, as in no headline or heading."""
    return (". " in text or "! " in text) and _TWO_SENTENCES.search(text) is not None


def is_heading(text: str) -> bool:
    """Whether `text` can stand over a part of the story: a short title, a question, a quotation, a year or years."""
    if text[0].isdecimal() and is_year(text):
        return True
    last = text[-1]
    if last == "%" or ((last.isdecimal() or last in ".,") and _VALUE.search(text[-20:])) or is_sentences(text):
        return False
    if last == ")" and text[0] == "(":
        return False
    if not text.isascii() and len(_SIGN.findall(text)) > _MOST_SIGNS:
        return False
    if last == "!" and text.count(" ") >= _FEWEST_OF_EXCLAMATION:
        return False
    if text.endswith(_ZONES) and text[text.rfind(" ") - 1].isdigit():
        return False
    return is_title(text, most_words=13, most_characters=100) and not _is_speech(text) and not speaker_of(text)


def speaker_of(text: str) -> str:
    """Who asks or calls out what stands behind the colon, "Kim" of "Kim: Why?"; "" where no name stands before one."""
    if text[-1] not in '?!"”':
        return ""
    speaker, colon, said = text.partition(": ")
    return speaker if colon and said and speaker.count(" ") < 4 and is_name(speaker) else ""


_SIGN: Final = re.compile(r"[一-鿿]")
_MOST_SIGNS: Final = 36
"""Of Chinese, which sets no blanks between words."""
_FEWEST_OF_EXCLAMATION: Final = 8
"""Blanks in a sentence that is called out; a heading that is has fewer."""
_ZONES: Final = (" UTC", " GMT", " CET", " CEST")
"""How a row of a timetable ends: "FRI 23.02.2024 – 19:30 UTC"."""


def is_year(text: str) -> bool:
    """Whether `text` is a year, or the first and the last of several ("1950 - 1953"), and nothing else."""
    return text[:2] in _CENTURIES and _YEARS.fullmatch(text) is not None


def is_number_of_images(text: str) -> bool:
    """Whether `text` says how many images a gallery has, as since 2022: "6 images"."""
    return NUMBER_OF_IMAGES.fullmatch(text) is not None


def is_prose(text: str) -> bool:
    """Whether `text` is a sentence or more: too long for a title, or closed like a sentence of some length."""
    if len(text) > 200 or ends_statement(text):
        return True
    words = text.count(" ") + 1
    return words > 25 or (words > 5 and ends_sentence(text))


def is_name(text: str, most_words: int = 8) -> bool:
    """Whether `text` reads as one or more persons' names, with places ("Julian Ryall, Tokyo") or initials ("(ah)")."""
    words = text.replace(",", " ").replace("/", " / ").replace("|", " | ").split()
    if not 1 <= len(words) <= most_words or text[-1] in "?!:;":
        return False
    capitalised = 0
    for word in words:
        if word in _PARTICLES or (word[0] == "(" and word[-1] == ")" and len(word) <= 6):
            continue
        if capitalised and "/" in words and word.islower() and word.isalpha() and len(word) <= 4:
            continue
        if not (word[0].isupper() or _LOWER_PREFIX.match(word)) or not _NAME.match(word):
            return False
        capitalised += 1
    return capitalised >= 1


def _is_speech(text: str) -> bool:
    """Whether `text` opens as a line of an interview does ("— ...", "[Laughs]"), or says whose words it is."""
    if text.startswith(("— ", "– ", "[")):
        return True
    if text[0] in _QUOTES and text[-1] in _QUOTES and _INTERRUPTED.search(text):
        return True
    if text[0] in _QUOTES and (closed := _ATTRIBUTION.search(text, 1)):
        # No heading has a full stop within: who says so may be told in any words behind it.
        return text[closed.start() - 1] == "." or is_name(text[closed.end() :].partition(",")[0] or "-")
    return False


def is_spoken(text: str) -> bool:
    """Whether `text` begins with a name and a colon, as what is said in a talk does: "Kim: That was long ago."."""
    name, colon, _ = text[:_LONGEST_NAME].partition(": ")
    return bool(colon) and is_name(name, most_words=4)


_LONGEST_NAME: Final = 40
