"""Other stories, listed: on a topic page, and under "Related content"."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.dates import relative_time_at
from koreanews.cleaner.phrases import SECTIONS
from koreanews.cleaner.sections import kicker_of
from koreanews.cleaner.text.datelines import date_in, tells_date
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import NUMBER_OF_IMAGES, ends_sentence, is_prose, is_title

TRAILING_DATE: Final = re.compile(r" ?(?<![\d.(])(\d{1,2}\.\d{1,2}\.\d{4})$")
"""A date at the end that is not in brackets."""


def is_listed_headline(text: str) -> bool:
    """Whether `text` is a headline with its date behind it: "Headline 22.03.2019"."""
    if not text[-1].isdigit() or not 14 < len(text) < 250:
        return False
    dated = TRAILING_DATE.search(text[-14:])
    # "DW News | 29.11.2017" is a video's programme, and DW's title line ends so too; ", 13.03.2017" tells of what.
    return dated is not None and not text[: -len(dated[0])].endswith(("|", ","))


def is_dated_kicker(text: str) -> bool:
    """Whether `text` is "PoliticsJanuary 13, 2024", with or without the date in figures before and an extent behind.

    Of a story younger than a day it says how long ago it appeared: "Politics8 hours ago".
    """
    told = _without_extent(text)
    if (start := relative_time_at(told)) > 0:
        # Glued to the words stands any kicker, known or not.
        return told[:start].rstrip() in SECTIONS or (start < _LONGEST_KICKER // 2 and told[start - 1].isalpha())
    if not text[-1].isdigit() and not text.endswith(_EXTENTS):
        return False
    return (kicker_of(text) is not None and closes_item(text)) or _is_section_and_date(text)


def _is_section_and_date(text: str) -> bool:
    """Whether `text` is "Sports 06/14/2026 June 14, 2026", "Sports June 14, 2026", or glued before the figures."""
    figure = _FIGURE.search(text) if len(text) <= _LONGEST_KICKER else None
    if figure is None:
        return False
    head = text[: figure.start()].rstrip()
    if head not in SECTIONS:
        # Before the figures the month's name may stand.
        head = head.rpartition(" ")[0]
    return head in SECTIONS and tells_date(_without_extent(text[len(head) :].lstrip()))


_FIGURE: Final = re.compile(r"\d")
_LONGEST_KICKER: Final = 100
"""Characters of a section's name and the date, told twice; most teasers are longer."""
_EXTENTS: Final = ("min", "Min", "min.", "images", "Bilder")
ENDS_OF_DATES: Final = "0123456789nsro"
"""How long ago something was ends in "ago" or "Stunden"; with the length of a video behind it a date ends in "min",
with a number of images in "images" or "Bilder"."""


def leads_amid_story(line: Line) -> bool:
    """Whether a label of related stories stands over links set into the story: "More on this topic:".

    It has a colon, and the story goes on below. Where the story is over, each of those stories has its date, or a
    teaser with the next one's headline below it.
    """
    if line.label != "related_label" or line.text[-1] != ":":
        return False
    above, below = line, line.below
    for _ in range(_FEW):
        if below is None or below.label is not None or _ends_in_year(below.text):
            return False
        if is_prose(above.text) and not (below.is_plain and is_title(below.text)):
            return True
        above, below = below, below.below
    return False


def _ends_in_year(text: str) -> bool:
    return text.rstrip(")")[-4:].isdigit()


_FEW: Final = 8
"""Lines below a label: two stories."""


def opens_themed_list(line: Line, section: str) -> bool:
    """Whether the `section` that a line leads past is a list of stories: its name again, and a story with its kicker.

    So since 2024: "Skip next section More on Sports", "More on Sports". What a live blog leads past is an entry.
    """
    label = line.below
    below = label.below if label and label.text == section else None
    for _ in range(_LONGEST_ITEM):
        if below is None:
            return False
        if is_dated_kicker(below.text) or _is_kicker_over_date(below):
            return True
        below = below.below
    return False


_LONGEST_ITEM: Final = 4
"""Lines of a story listed: image, headline, teaser, kicker."""


def _is_kicker_over_date(line: Line) -> bool:
    """Whether a section stands alone over a date, as in dumps with each piece of text on a line of its own."""
    return line.text in SECTIONS and line.below is not None and tells_date(line.below.text)


def sort_listed(page: Page, lines: list[Line]) -> None:
    """Sorts the next lines, each story of which is: perhaps an image's alt text, a headline with its date, a teaser.

    The headlines are told by their dates; where no line carries one, by the teasers, which are sentences.
    """
    headlines = _headlines_of(lines)
    item = page.new_item()
    last = -1
    for number, line in enumerate(lines):
        if last >= 0 and _is_kicker_over_date(line):
            page.take(Kind.NAVIGATION, item=item)
        elif closes_item(line.text):
            date = date_in(_without_extent(line.text))
            if date and page.last_kind is Kind.RELATED_DATE:
                # In figures on the line above, now in words, which are read but one way.
                page.blocks[-1].kind = Kind.NAVIGATION
            page.take(Kind.RELATED_DATE if date else Kind.NAVIGATION, date, item=item)
        elif (alt := _once(line.text)) != line.text:
            item = page.new_item() if last >= 0 else item
            page.take(Kind.RELATED_IMAGE, alt, item=item)
        elif number - 1 in headlines and _is_said_again(line, lines[number - 1]):
            page.take(Kind.RELATED_HEADLINE, item=item)
            last = number
        elif number in headlines:
            if last >= 0 and page.blocks[-1].kind is not Kind.RELATED_IMAGE:
                item = page.new_item()
            page.take(Kind.RELATED_HEADLINE, item=item)
            last = number
        elif last >= 0 and (
            (last == number - 1 and _is_teaser(line, number, len(lines), headlines))
            or (page.last_kind is Kind.RELATED_DATE and is_prose(line.text))
        ):
            page.take(Kind.RELATED_TEASER, item=item)
        elif number + 1 in headlines:
            if last >= 0:
                item = page.new_item()
            page.take(Kind.RELATED_IMAGE, _once(line.text), item=item)
        else:
            page.take(Kind.RELATED_TEASER if last >= 0 and is_prose(line.text) else Kind.UNKNOWN, item=item)


def _headlines_of(lines: list[Line]) -> set[int]:
    """Which of `lines` are headlines: those with a date; those said twice; those above a sentence; else all."""
    dated = {number for number, line in enumerate(lines) if is_listed_headline(line.text)}
    if dated:
        return dated
    closing = [
        number
        for number, line in enumerate(lines)
        if number and tells_date(line.text) and not is_dated_kicker(line.text)
    ]
    if closing and closing[-1] + 1 < len(lines) and all(is_prose(lines[number + 1].text) for number in closing):
        # Piece by piece, a date under each headline and the teaser below it.
        return {number - 1 for number in closing}
    twice = {number for number, line in enumerate(lines[:-1]) if _is_said_again(lines[number + 1], line)}
    if twice:
        return twice
    prose = [is_prose(line.text) or _is_no_headline(line) for line in lines] + [True]
    return {number for number in range(len(lines)) if not prose[number] and prose[number + 1]} or set(range(len(lines)))


def _is_no_headline(line: Line) -> bool:
    return closes_item(line.text) or _is_kicker_over_date(line) or _once(line.text) != line.text


def _is_said_again(line: Line, above: Line) -> bool:
    """Whether a headline stands twice, as since 2022: over the image, and over the teaser."""
    return line.text == above.text and is_title(line.text) and not closes_item(line.text)


def _once(alt: str) -> str:
    """An alt text that is glued to itself, taken once."""
    half = len(alt) // 2
    return alt[:half] if alt[:half] == alt[half:] else alt


def closes_item(text: str) -> bool:
    """Whether `text` stands under stories listed: since 2022 kicker and date, or how much it is; "1 | 2 | 3"."""
    if is_listed_headline(text):
        return False
    if not any(map(str.isalpha, text)) or (text[0].isdecimal() and _EXTENT.fullmatch(text)):
        return True
    return tells_date(_without_extent(text)) or _is_section_and_date(text)


def _without_extent(text: str) -> str:
    """A date without what is glued to it: "SocietySeptember 2, 202302:36 min"."""
    return _EXTENT_BEHIND_YEAR.sub("", text) if text.endswith(_ENDS_OF_EXTENTS) else text


_EXTENT: Final = re.compile(rf"\d{{1,3}}:\d\d [Mm]in\.?|{NUMBER_OF_IMAGES.pattern}")
_ENDS_OF_EXTENTS: Final = ("in", "in.", "images", "Bilder")
_EXTENT_BEHIND_YEAR: Final = re.compile(rf"(?:(?<=\d{{4}})|(?<=[^\W\d_]{{3}})) ?(?:{_EXTENT.pattern})$")


def _is_teaser(line: Line, number: int, end: int, headlines: set[int]) -> bool:
    """Whether the line right under a headline is its teaser, not the next story's image.

    It is a sentence; or it must be, with the next headline two lines off or none left.
    """
    if is_prose(line.text) or ends_sentence(line.text):
        return True
    return number + 2 in headlines or not any(place in headlines for place in range(number, min(end, number + 3)))
