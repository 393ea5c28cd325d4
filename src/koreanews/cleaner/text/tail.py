"""What stands below a story: recommendations, links, related content, the data box, promotion, the footer."""

from __future__ import annotations

import re
from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.phrases import LINES, NEWSLETTER_ENDS
from koreanews.cleaner.text.bylines import is_signature
from koreanews.cleaner.text.databox import OF_BOX, is_line_of_box, sort_data_box, sort_permalink
from koreanews.cleaner.text.lines import TAIL_LABELS, Line
from koreanews.cleaner.text.listed import (
    TRAILING_DATE,
    is_listed_headline,
    leads_amid_story,
    opens_themed_list,
    sort_listed,
)
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_sentence, is_prose

_COPYRIGHT: Final = re.compile(r"© ?(?:\d{4}|Deutsche Welle)")
_BRACKETED_DATE: Final = re.compile(r"\((\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}))\)$")


def starts_tail(line: Line) -> bool:
    """Whether the story is over at `line`."""
    if not line.is_marked:
        return False
    if line.label is not None:
        return (line.label in TAIL_LABELS and not leads_amid_story(line)) or _is_old_label(line)
    if line.text[0] == "©":
        return _COPYRIGHT.match(line.text) is not None
    if line.opening is None:
        return False
    phrase, name = line.opening
    return name in ("promotion", "footer", "related_label") or (
        name == "skip" and (_names_tail(_skipped(line, phrase)) or _leads_past_stories(line))
    )


def _is_old_label(line: Line) -> bool:
    """Whether "DW.DE" stands over recommendations, as until about 2014: a headline, and a teaser with its date."""
    if line.label != "site_name":
        return False
    headline, teaser = line.below, line.below and line.below.below
    return headline is not None and teaser is not None and _BRACKETED_DATE.search(teaser.text[-14:]) is not None


def _skipped(line: Line, phrase: str) -> str:
    """The section that "Skip next section ..." leads past."""
    return line.text[len(phrase) :].strip().removesuffix(" überspringen")


def _leads_past_stories(line: Line) -> bool:
    """Whether a line leads past a list of stories that is none of those known by name, all of them promotion."""
    if line.opening is None or line.opening[1] != "skip":
        return False
    section = _skipped(line, line.opening[0])
    return section.casefold() not in LINES and opens_themed_list(line, section)


def _names_tail(section: str) -> bool:
    """Whether "Skip next section ..." skips what stands below a story; in a live blog it skips an entry."""
    return LINES.get(section.casefold()) in TAIL_LABELS


def sort_tail(page: Page) -> None:
    """Sorts all that is left of the page, section by section."""
    section = Kind.DATA_BOX if page.blocks and page.blocks[-1].kind in OF_BOX else Kind.UNKNOWN
    listed = section
    while line := page.line:
        if section in _LISTED:
            listed = section
        name = line.label
        if _is_old_label(line):
            name = "recommends_label"
        if name is not None and name in TAIL_LABELS:
            section = _SECTION_OF[name]
            page.take(Kind[name.upper()])
        elif name == "advertisement":
            section = Kind.PROMOTION
            page.take(Kind.ADVERTISEMENT)
        elif line.opening and line.opening[1] == "related_label":
            section = Kind.RELATED_HEADLINE
            page.take_part(Kind.RELATED_LABEL, len(line.opening[0]))
        elif starts_tail(line):
            section = _take_start(page, line)
        elif sort_data_box(page, below_story=True):
            section = Kind.DATA_BOX
        elif sort_permalink(page):
            section = Kind.UNKNOWN
        elif name == "data_box" or is_line_of_box(line):
            # With none of the box around it, too: what ends a section must not be left to that section.
            section = Kind.DATA_BOX
            page.take(section)
        elif not _sort_stray(page, section):
            if section is Kind.DATA_BOX and _goes_on(line, listed):
                section = listed
            _SORTERS[section](page, section)


def _goes_on(line: Line, listed: Kind) -> bool:
    """Whether the stories that were `listed` above the data box go on below it: by the date of the next one."""
    below = line.below
    if below is None:
        return False
    if listed is Kind.RECOMMENDS_HEADLINE:
        return _is_dated_teaser(below.text)
    if listed is not Kind.RELATED_HEADLINE:
        return False
    headline = line if is_listed_headline(line.text) else below
    teaser = headline.below
    return teaser is not None and is_listed_headline(headline.text) and is_prose(teaser.text)


_LISTED: Final = (Kind.RECOMMENDS_HEADLINE, Kind.RELATED_HEADLINE)


def _take_start(page: Page, line: Line) -> Kind:
    """Takes a line that starts a section and is no label: a copyright, promotion, what leads past related stories."""
    if _leads_past_stories(line):
        page.take(Kind.NAVIGATION)
        page.take(Kind.RELATED_LABEL)
        return Kind.RELATED_HEADLINE
    section = Kind.FOOTER if line.text[0] == "©" else Kind.PROMOTION
    page.take(section)
    return section


def _sort_stray(page: Page, section: Kind) -> bool:
    """Sorts lines that may stand in any section: newsletters, signatures, banners."""
    line = page.line
    assert line is not None
    start = line.opening
    if start and start[1] in ("newsletter", "cookie_banner", "announcement", "editor"):
        page.take(Kind[start[1].upper()])
    elif line.text.endswith(NEWSLETTER_ENDS):
        page.take(Kind.NEWSLETTER)
    elif start and start[1] in ("skip", "navigation"):
        page.take(Kind.NAVIGATION)
    elif section in (Kind.UNKNOWN, Kind.PROMOTION, Kind.DATA_BOX) and is_signature(line.text):
        page.take(Kind.BYLINE)
    else:
        return False
    return True


def _sort_each(page: Page, section: Kind) -> None:
    page.take(section)


def _sort_recommends(page: Page, _: Kind) -> None:
    """Sorts one recommendation: its headline, and its teaser with the date, in brackets on most pages."""
    item = page.new_item()
    page.take(Kind.RECOMMENDS_HEADLINE, item=item)
    if _is_cut_teaser(page):
        page.take(Kind.RECOMMENDS_TEASER, item=item)
    while (line := page.line) and not _ends_section(line) and not _is_dated(page.blocks[-1].text):
        below = line.below
        dated = _is_dated_teaser(line.text)
        if not dated and not is_prose(line.text):
            break
        if not dated and page.blocks[-1].kind is Kind.RECOMMENDS_TEASER:
            break
        if (
            not dated
            and below
            and not _ends_section(below)
            and _is_short_question(line.text)
            and _is_dated_teaser(below.text)
        ):
            break
        page.take(Kind.RECOMMENDS_TEASER, item=item)


def _is_cut_teaser(page: Page) -> bool:
    """Whether a page breaks off within the teaser of its last recommendation, the one before having one."""
    line, before = page.line, page.blocks[-2].kind
    if line is None or line.below is not None or _ends_section(line):
        return False
    return before is Kind.RECOMMENDS_TEASER and line.text.count(" ") > 4


def _is_dated(text: str) -> bool:
    """Whether `text` ends with a date, in brackets or not."""
    if text[-1] == ")":
        return _BRACKETED_DATE.search(text[-14:]) is not None
    return _has_bare_date(text)


def _has_bare_date(text: str) -> bool:
    """Whether `text` ends with a date that is not in brackets."""
    return text[-1].isdigit() and TRAILING_DATE.search(text[-14:]) is not None


def _is_dated_teaser(text: str) -> bool:
    """Whether `text` ends with a date in brackets, or with one behind a sentence; a headline's may stand bare."""
    if not _is_dated(text):
        return False
    return text[-1] == ")" or ends_sentence(TRAILING_DATE.sub("", text))


def _is_short_question(text: str) -> bool:
    return text[-1] in "?!" and text.count(" ") < 16


def _sort_related(page: Page, _: Kind) -> None:
    """Sorts all lines of the "Related content" section."""
    lines = []
    line = page.line
    while line and not _ends_section(line):
        lines.append(line)
        line = line.below
    sort_listed(page, lines)


def _ends_section(line: Line) -> bool:
    """Whether a line below a section of the tail is no longer that section's."""
    if not line.is_marked:
        return False
    name = line.label
    if name is not None:
        return name in TAIL_LABELS or name in ("advertisement", "data_box")
    if starts_tail(line):
        return True
    start = line.opening
    if start and start[1] in ("newsletter", "skip"):
        return True
    return is_line_of_box(line)


_SECTION_OF: Final = {
    "recommends_label": Kind.RECOMMENDS_HEADLINE,
    "links_label": Kind.LINK,
    "media_label": Kind.MEDIA,
    "related_label": Kind.RELATED_HEADLINE,
    "promotion": Kind.PROMOTION,
}
_SORTERS: Final = {
    Kind.RECOMMENDS_HEADLINE: _sort_recommends,
    Kind.RELATED_HEADLINE: _sort_related,
    Kind.LINK: _sort_each,
    Kind.MEDIA: _sort_each,
    Kind.PROMOTION: _sort_each,
    Kind.FOOTER: _sort_each,
    Kind.DATA_BOX: _sort_each,
    Kind.UNKNOWN: _sort_each,
}
