"""Where the headline of a text dump stands: by the title line, by the date below it, or by what it looks like."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.credits import credit_at, credit_mark
from koreanews.cleaner.phrases import DATA_BOX, PUBLISHED, TOPIC_MARKS
from koreanews.cleaner.sections import is_section_label
from koreanews.cleaner.text.bare import bare_headline, has_credit_below
from koreanews.cleaner.text.bylines import is_byline, names_people
from koreanews.cleaner.text.captions import is_credited
from koreanews.cleaner.text.databox import permalink_at
from koreanews.cleaner.text.datelines import is_portrait_of, tells_date
from koreanews.cleaner.text.lines import Line
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import EAST_ASIAN, is_prose, is_sentences, is_title
from koreanews.cleaner.text.tail import starts_tail
from koreanews.cleaner.titles import comparable, shared_words

_MOST_PROSE: Final = 3
"""Paragraphs that may stand above a head: captions of the lead image, a banner that no data file knows."""
_LONGEST_DATELINE: Final = 160
_MOST_ABOVE: Final = 3
_NEAREST: Final = 6
"""Lines among which a reworded headline stands."""
_MOST_DATES: Final = 8
"""Dates that are looked at; above a story stand no more."""
_MOST_TITLES: Final = 40
"""Lines that stand above a headline on most pages; a list of all sections of the site is longer."""


def find_headline(page: Page) -> int | None:
    """The place of the headline among the page's lines, None where the page shows none."""
    if page.told_at is not None:
        return page.told_at
    if page.title:
        titled = titled_headline(page)
        return _reworded_headline(page) if titled is None else titled
    for find in (dated_headline, _headline_under_sections, _topic_name, bare_headline):
        place = find(page)
        if place is not None:
            return place
    return None


def dated_headline(page: Page) -> int | None:
    """Where the headline stands on a page that is dated above its text: over the date and the names.

    Whatever stands higher (since 2022: "Live TV", the topics in focus, the lead image) need not be known.
    """
    prose = dates = 0
    line = page.line
    while (line := line.below if line else None) and not starts_tail(line):
        if len(line.text) > _LONGEST_DATELINE:
            prose += 1
            if prose > _MOST_PROSE:
                return None
            continue
        if tells_date(line.text):
            place = _above_names(page, line.place - 1)
            if place is not None and (_is_near(page, place) or _has_permalink_below(page, line)):
                return place
            dates += 1
            if dates == _MOST_DATES:
                return None
    return None


def _above_names(page: Page, place: int) -> int | None:
    """The place of the headline at or above `place`, which is the line over the date; None where there is none."""
    lines = page.lines
    if lines[place].text.rstrip(":") in DATA_BOX:
        return None
    if lines[place].text in PUBLISHED and place > page.at:
        place -= 1
    for _ in range(3):
        line = lines[place]
        if not line.is_plain or not is_title(line.text) or is_section_label(line.text):
            return None
        above = lines[place - 1] if place > page.at else None
        if above is None or not above.is_plain or not is_title(above.text) or is_section_label(above.text):
            return place
        if is_credited(above):
            return place
        if is_sentences(line.text):
            # A teaser that ends in a question, between headline and date.
            place -= 1
            continue
        doubled = above.text == line.text
        higher = lines[place - 2] if place - 1 > page.at else None
        below_label = higher is not None and is_section_label(higher.text)
        labelled = below_label and above.text.count(" ") >= 3
        named = is_byline(line.text) and (
            not _is_short_label(above)
            or _is_first_of_two_names(line, above, higher)
            or (below_label and " " in above.text and names_people(line.text))
        )
        named = named or _is_place_of_name(line, above, higher) or _is_caseless_name(line.text, above.text)
        named = named or (line.below is not None and is_portrait_of(line.below.text, line.text))
        if not doubled and not labelled and not named:
            return place
        place -= 1
    return place


def _is_caseless_name(text: str, above: str) -> bool:
    """Whether a line in letters without capitals is a name: it is so short, and the headline above it so long."""
    if text.isascii() or text.upper() != text.lower():
        return False
    most = _LONGEST_EASTERN_NAME if text[0] >= EAST_ASIAN else _LONGEST_CASELESS_NAME
    return len(text) <= most and len(above) > 2 * len(text)


_LONGEST_EASTERN_NAME: Final = 8
_LONGEST_CASELESS_NAME: Final = 30
"""Of Arabic and Indian letters, as against Chinese signs."""


def _is_first_of_two_names(line: Line, above: Line, higher: Line | None) -> bool:
    """Whether the lines over a date are two names, each on its own line, below a headline."""
    return names_people(line.text) and _is_name_below_headline(above, higher)


def _is_place_of_name(line: Line, above: Line, higher: Line | None) -> bool:
    """Whether the line over a date is one word, where the author is whose name stands over it, below a headline."""
    return line.text.isalpha() and line.text.istitle() and _is_name_below_headline(above, higher)


def _is_name_below_headline(line: Line, above: Line | None) -> bool:
    if above is None or not above.is_plain or not is_title(above.text) or above.text.count(" ") < 3:
        return False
    return names_people(line.text) and not is_byline(above.text)


def _is_short_label(line: Line) -> bool:
    return line.text.count(" ") < 2


def _is_near(page: Page, place: int) -> bool:
    """Whether no prose stands between the furniture and the headline, but for captions of images."""
    for line, below in zip(page.lines[page.at : place], page.lines[page.at + 1 : place + 1], strict=True):
        captioned = credit_at(line.text) >= 0 or credit_mark(line.text) or credit_mark(below.text)
        if is_prose(line.text) and line.opening is None and not captioned:
            return False
    return True


def _has_permalink_below(page: Page, line: Line) -> bool:
    return any(permalink_at(below.text) >= 0 for below in page.lines[line.place + 1 : line.place + 5])


_TRAILING: Final = re.compile(r"(?<=[^\d|]) (\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}))$")


def trailing_date(text: str) -> int:
    """The length of a headline before the date that some pages put behind it, 0 where there is none."""
    match = _TRAILING.search(text[-14:])
    return len(text) - len(match[0]) if match and len(text) > 25 else 0


def titled_headline(page: Page) -> int | None:
    """Where the headline stands that the title line names; reworded, it must be among the first lines.

    Above it a dump of a whole page lists all languages and sections of the site, whatever they are called, but no
    prose.
    """
    assert page.title is not None
    wanted = comparable(page.title.headline)
    bare = wanted.partition(": ")[2]
    near: list[Line] = []
    line = page.line
    is_over = False
    while line:
        # A section of the site may be called as one below a story is.
        is_over = is_over or starts_tail(line)
        text = line.text if len(line.text) < 300 else ""
        found = comparable(text[: trailing_date(text) or None])
        if found and found in (wanted, bare) and (not is_over or _stands_over_text(line)):
            return line.place
        if text and line.place - page.at < _NEAREST and is_title(text) and line.is_plain and not is_over:
            near.append(line)
        if _is_of_story(line):
            break
        line = line.below
    best = max(((shared_words(line.text, page.title.headline), -line.place) for line in near), default=(0.0, 0))
    return -best[1] if best[0] >= 0.5 else None


def _stands_over_text(line: Line) -> bool:
    return line.below is not None and is_prose(line.below.text)


def _is_of_story(line: Line) -> bool:
    """Whether a line is prose, and neither a caption nor a name that ends in dots."""
    text = line.text
    return is_prose(text) and text.count(" ") > 2 and text[-1] != ")" and line.is_plain and not has_credit_below(line)


def _reworded_headline(page: Page) -> int | None:
    """Where a headline stands of which the title line says little: right over date and names, or under a section label.

    It has the words of a headline, not of a name, and a sentence stands below it.
    """
    place = dated_headline(page)
    if place is None:
        first = page.lines[page.at : page.at + _MOST_ABOVE]
        place = next((line.place + 1 for line in first if line.label is None and is_section_label(line.text)), None)
    if place is None or place + 1 >= len(page.lines):
        return None
    line, below = page.lines[place], page.lines[place + 1]
    if not line.is_plain or not is_title(line.text) or line.text.count(" ") < 3 or is_byline(line.text):
        return None
    if credit_at(line.text) >= 0 or tells_date(line.text):
        return None
    if is_prose(below.text) or is_byline(below.text) or below.text in PUBLISHED:
        return place
    return None if is_title(below.text, 4) else place


def _headline_under_sections(page: Page) -> int | None:
    """Where the headline stands below a list of all sections of the site: the last title over the first prose."""
    line = page.line
    best: Line | None = None
    while line:
        if _is_of_story(line):
            return best.place if best and line.place - page.at > _MOST_TITLES else None
        if line.is_plain and is_title(line.text) and line.text.count(" ") >= 2 and not is_byline(line.text):
            best = line
        line = line.below
    return None


def _topic_name(page: Page) -> int | None:
    """Where the name of a topic stands that a section of the site is called after, on a page that says what it is."""
    if not any(page.last_place(mark) >= page.at for mark in TOPIC_MARKS):
        return None
    for line in page.lines[page.at : page.at + _MOST_ABOVE]:
        if line.is_plain and is_title(line.text) and line.below is not None and is_prose(line.below.text):
            return line.place
    return None
