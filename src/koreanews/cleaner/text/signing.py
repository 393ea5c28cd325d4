"""Who made a story, as told below it: "Interview: Lena Hahn", "DW staff (kjb)", initials, an author's biography."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.phrases import AGENCIES, AUTHOR_ROLES, BYLINE_LABELS, BYLINE_OPENINGS, DATA_BOX
from koreanews.cleaner.text.bylines import is_byline, names_people, signature_at
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, is_name, is_title
from koreanews.cleaner.text.tail import starts_tail


def is_credit_of_author(line: Line) -> bool:
    """Whether the last line of a story is "Interview: Lena Hahn" or "Interview by Lena Hahn": what it is, and whose."""
    name = _credited_name(line.text)
    return bool(name) and _ends_story(line) and is_byline(name)


def _credited_name(text: str) -> str:
    label, colon, name = text.partition(": ")
    if not colon:
        return next((text[len(start) :] for start in BYLINE_OPENINGS if text.startswith(start)), "")
    return name if label in BYLINE_LABELS else ""


def is_signed(line: Line) -> bool:
    """Whether the last line of a story is "Lena Hahn (AFP, Reuters)", nothing but agencies, or "DW staff (kjb)"."""
    return " (" in line.text and signature_at(line.text) <= 0 and _ends_story(line) and _is_signed(line.text)


def _is_signed(text: str) -> bool:
    name, opened, agencies = text.removesuffix(")").rpartition(" (")
    if not opened:
        return False
    if name.casefold() == "dw staff":
        return True
    named = agencies.removeprefix("with ").removeprefix("mit ").split(", ")
    return is_byline(name) and all(agency in AGENCIES for agency in named)


def is_initials(line: Line) -> bool:
    """Whether the last line of a story is someone's initials, with no agency: "kl"."""
    return _are_initials(line.text) and _ends_story(line)


def _are_initials(text: str) -> bool:
    return len(text) <= _LONGEST_INITIALS and text.isalpha() and text.islower()


_LONGEST_INITIALS: Final = 4


def signs_story(text: str) -> bool:
    """Whether the paragraph that ends a story says no more than who made it, in one of the forms above."""
    if len(text) > _LONGEST_SIGNATURE:
        return False
    if text[-1:] == ")" and _is_signed(text):
        return signature_at(text) <= 0
    return _are_initials(text) or ((name := _credited_name(text)) != "" and is_byline(name))


_LONGEST_SIGNATURE: Final = 150


def names_author(text: str) -> bool:
    """Whether `text` is "Author: Julia Hitz (eg)" on a gallery's last slide: the gallery's author, not the page's."""
    label, colon, name = text.partition(": ")
    return bool(colon) and DATA_BOX.get(label) is Kind.METADATA_AUTHOR and is_byline(name.partition(" (")[0])


def lines_of_biography(page: Page, line: Line) -> int:
    """How many lines from this one on say who the author is, at the end of the story: alt text or name, biography."""
    below = line.below
    # What ends a story is marked; most lines have no such line near them.
    if (below is None or below.is_marked) and _is_biography(page, line):
        return 1
    if below and (below.below is None or below.below.is_marked) and _is_over_biography(page, line, below):
        return 2
    return 0


def name_before_role(line: Line) -> int:
    """The length of the name in "Lena Hahn Science editor with an eye on islands", all that tells the author; else 0.

    It is the last line of a page since 2022, above what one can skip, and no sentence.
    """
    below = line.below
    if below is None or below.opening is None or below.opening[1] != "skip" or ends_sentence(line.text):
        return 0
    words = line.text.split()
    name = " ".join(words[:_WORDS_OF_NAME])
    roles = {word.rstrip(",").casefold() for word in words[_WORDS_OF_NAME:_FURTHEST_ROLE]}
    return len(name) if not roles.isdisjoint(AUTHOR_ROLES) and names_people(name) and is_name(name) else 0


_WORDS_OF_NAME: Final = 2
_FURTHEST_ROLE: Final = 5
"""Words from the beginning; "Chief science editor"."""


def _is_over_biography(page: Page, line: Line, told: Line) -> bool:
    """Whether a line is the alt text over an author's biography, which is the last of the story.

    The biography begins with the name, which stands in the byline or behind a bar in the alt text: "Portrait | Lena
    Hahn" over "Lena Hahn Reporter with an eye on islands".
    """
    if told.gap or not line.is_plain or not is_title(line.text) or not _ends_story(told):
        return False
    name = line.text.rpartition(" | ")[2]
    if told.text.startswith(f"{name} ") and names_people(name) and is_name(name):
        return True
    # In a dump with each piece of text on a line of its own, the name stands over the biography.
    return _is_biography(page, told) or (is_title(told.text) and _is_byline(page, line.text))


def _is_byline(page: Page, text: str) -> bool:
    return any(block.kind is Kind.BYLINE and block.text == text for block in page.blocks)


def _is_biography(page: Page, line: Line) -> bool:
    """Whether a line that ends the story says who its author is: "Lena Hahn Reporter with an eye on islands".

    Since 2024 the place in a byline is set apart by its style alone ("Lena Hahn Mokpo"): what both lines begin with is
    the name, and the byline is made to say so.
    """
    if not line.is_plain or not _ends_story(line):
        return False
    words: list[str] = []
    for block in page.blocks:
        if block.kind is Kind.PARAGRAPH:
            break
        if block.kind is Kind.BYLINE:
            words = words or line.text.split()
            authors = block.text.split(" | ")
            for number, author in enumerate(authors):
                length = _shared(author.split(), words)
                name = " ".join(words[:length])
                if 1 < length < len(words) and names_people(name) and is_name(name):
                    place = author[len(name) :].strip(" ,")
                    authors[number] = f"{name} ({place})" if place and place[0].isupper() else author
                    block.text = " | ".join(authors)
                    return True
    return False


def _shared(one: list[str], other: list[str]) -> int:
    """How many words two lines have in common at their beginning."""
    return next(
        (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(map(len, (one, other)))
    )


def _ends_story(line: Line) -> bool:
    """Whether furniture or nothing stands below a line."""
    below = line.below
    return below is None or starts_tail(below) or not below.is_plain
