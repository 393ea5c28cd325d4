"""The story itself in a text dump: paragraphs, headings, lists, and what stands in the middle of them."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.phrases import BYLINE_OPENINGS, INTERVIEWER, NEWSLETTER_ENDS, openings
from koreanews.cleaner.text.bylines import is_byline, is_signature, signature_at
from koreanews.cleaner.text.captions import has_alts, is_caption_below
from koreanews.cleaner.text.databox import is_line_of_box, permalink_at, sort_data_box, sort_permalink
from koreanews.cleaner.text.dense import sort_credited_slides, sort_slide_behind_credit
from koreanews.cleaner.text.entries import entry_text, is_entry
from koreanews.cleaner.text.galleries import sort_bare_slide, sort_bulleted_gallery, sort_titled_gallery
from koreanews.cleaner.text.headings import stands_as_heading
from koreanews.cleaner.text.lines import BULLETS, Line, reads_as_paragraph
from koreanews.cleaner.text.listed import sort_listed
from koreanews.cleaner.text.lone import is_lead_caption, is_lone_alt, is_short_statement
from koreanews.cleaner.text.marked import stands_over_credit
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.pairs import are_alt_and_caption
from koreanews.cleaner.text.pictures import sort_image
from koreanews.cleaner.text.publisher import claims_rights
from koreanews.cleaner.text.readmore import linked_headline, sort_read_more
from koreanews.cleaner.text.shapes import ends_sentence, ends_statement, is_heading, is_title
from koreanews.cleaner.text.signing import (
    is_credit_of_author,
    is_initials,
    is_signed,
    lines_of_biography,
    name_before_role,
)
from koreanews.cleaner.text.survey import survey
from koreanews.cleaner.text.tail import starts_tail
from koreanews.cleaner.text.timetable import sort_timetable
from koreanews.cleaner.text.videos import sort_title_over_notice, sort_video

_READ_MORE: Final = openings("read_more")
_MOST_VALUES: Final = 12
_DASHES: Final = ("- ", "* ", "– ")
_BULLETS_AND_DASHES: Final = BULLETS + "-*– "
_LEAST_INDENT: Final = 2
"""What sets a dash that is a bullet apart from one that opens a line of speech."""
_PARAGRAPH: Final = Kind.PARAGRAPH
_OVER_IMAGE: Final = (Kind.PARAGRAPH, Kind.TEASER, Kind.HEADING, Kind.PERMALINK)


def sort_story(page: Page) -> None:
    """Sorts the story up to the first line of what stands below it (the data box too), or to the end of the page."""
    shape = survey(page)
    page.live = shape.is_live
    for _ in range(shape.summary):
        page.take(_PARAGRAPH)
    while line := page.line:
        if line.is_paragraph and not page.live and line.place != shape.listing and not stands_over_credit(page, line):
            page.take(_kind_of_prose(line))
        elif sort_data_box(page):
            return
        elif line.place + 1 == shape.listing and page.listing_at is None and is_heading(line.text):
            page.take(Kind.RELATED_LABEL)
        elif line.place == shape.listing:
            sort_listed(page, page.lines[page.at : shape.end])
        elif not page.live and _is_plain_prose(page, line):
            page.take(_kind_of_prose(line))
        elif starts_tail(line):
            return
        elif not _sort_furniture(page, line) and not _sort_inset(page, line):
            _sort_text(page, line)


def _kind_of_prose(line: Line) -> Kind:
    return Kind.NEWSLETTER if line.text.endswith(NEWSLETTER_ENDS) else _PARAGRAPH


def _is_plain_prose(page: Page, line: Line) -> bool:
    """Whether a line that begins as something else might is a paragraph all the same."""
    return line.is_plain and reads_as_paragraph(line) and not stands_over_credit(page, line)


def _sort_furniture(page: Page, line: Line) -> bool:
    """Sorts labels and promotion left in the middle of the text."""
    if sort_permalink(page):
        return True
    if page.publisher and claims_rights(line.text):
        page.take(Kind.FOOTER)
        return True
    if line.is_plain:
        return False
    name = line.label
    if name == "data_box":
        for _ in range(1 + _values_below(page)):
            page.take(Kind.DATA_BOX)
        return True
    if name in ("advertisement", "cookie_banner", "announcement", "navigation"):
        page.take(Kind[name.upper()])
        return True
    if name == "airing_label":
        return sort_timetable(page)
    start = line.opening
    if start is None:
        return False
    name = start[1]
    if name in ("newsletter", "cookie_banner", "announcement"):
        page.take(Kind[name.upper()])
    elif name in ("skip", "navigation"):
        page.take(Kind.NAVIGATION)
    elif name == "video_notice":
        page.take(Kind.VIDEO_LABEL, "", page.new_item())
    elif name == "editor" and _names_editor(line.text[len(start[0]) :]):
        page.take(Kind.EDITOR)
    else:
        return False
    return True


def _names_editor(names: str) -> bool:
    """Whether "Edited by" stands before names, not at the beginning of a sentence."""
    return len(names) < 100 and (not ends_statement(names) or is_byline(names.rstrip(".").lstrip(": ")))


def _values_below(page: Page) -> int:
    """How many short lines below a label of the data box are its values: those that end the story, else none."""
    line = page.line
    for count in range(_MOST_VALUES):
        line = line.below if line else None
        if line is None or starts_tail(line) or line.label == "advertisement":
            return count
        if is_line_of_box(line) or is_signature(line.text):
            return count
        if not line.is_plain or not is_title(line.text, 5, 50) or ends_sentence(line.text):
            return 0
    return 0


def _sort_inset(page: Page, line: Line) -> bool:
    """Sorts what interrupts the text: links, videos, images, galleries, the signature."""
    text = line.text
    if text[0] in BULLETS or (text.startswith(_DASHES) and _is_dashed_item(page, line)):
        return _sort_bullet(page, line)
    if line.gap >= 2 and sort_bare_slide(page):
        return True
    if (": " in text[:20] or text.startswith(BYLINE_OPENINGS)) and is_credit_of_author(line):
        page.take(Kind.BYLINE)
        return True
    if count := lines_of_biography(page, line):
        for _ in range(count):
            page.take(Kind.PROMOTION)
        return True
    if name := name_before_role(line):
        page.take_two(Kind.BYLINE, name, Kind.PROMOTION)
        return True
    in_brackets = text[-1] == ")"
    if (in_brackets or "/" in text) and (is_signature(text) or (in_brackets and is_signed(line))):
        page.take(Kind.BYLINE)
        return True
    if line.opening or line.label:
        if sort_read_more(page) or sort_slide_behind_credit(page) or (line.opening and sort_video(page)):
            return True
    elif text[0].isdigit() and sort_video(page):
        return True
    if in_brackets and signature_at(text) >= 0:
        return False
    return sort_title_over_notice(page) or sort_credited_slides(page) or sort_image(page)


def _is_dashed_item(page: Page, line: Line) -> bool:
    """Whether the dash before a line is a bullet: it is set in, or right above or below such a line, and no speech.

    Sentences are items where three of them or more stand so, and none asks anything.
    """
    if line.indent >= _LEAST_INDENT:
        return True
    if ends_sentence(line.text):
        return _is_sentence_listed(page, line)
    below = line.below
    if below is not None and below.gap in (0, line.gap) and below.text.startswith(line.text[:2]):
        return not ends_sentence(below.text)
    return page.last_kind is Kind.LIST_ITEM and (not line.gap or page.blocks[-1].raw.startswith(line.text[:2]))


def _is_sentence_listed(page: Page, line: Line) -> bool:
    """Whether a sentence behind a dash at the margin goes on with a list, or begins one of three or more."""
    if page.last_kind is Kind.LIST_ITEM and page.blocks[-1].raw.lstrip().startswith(line.text[:2]):
        return not line.gap
    run: Line | None = line
    for number in range(_FEWEST_SENTENCES):
        if run is None or not run.text.startswith(line.text[:2]) or run.text[-1] == "?" or (number and run.gap):
            return False
        run = run.below
    return True


_FEWEST_SENTENCES: Final = 3


def _sort_bullet(page: Page, line: Line) -> bool:
    """Sorts a line with a bullet or a dash: a gallery, a link to read more, or an item of a list."""
    if sort_bulleted_gallery(page):
        return True
    words = line.text.lstrip(_BULLETS_AND_DASHES)
    phrase = next(filter(words.startswith, _READ_MORE), None) if words.startswith(_READ_MORE) else None
    if phrase and (headline := linked_headline(words[len(phrase) :])):
        page.take(Kind.READ_MORE, headline)
    else:
        page.take(Kind.LIST_ITEM, words)
    return True


def _sort_text(page: Page, line: Line) -> None:
    """Sorts a line that neither its mark nor its label claims: mostly a paragraph."""
    text = line.text
    page.interview = page.interview or text.startswith(INTERVIEWER)
    if page.live and is_entry(text):
        page.take(Kind.LIVE_ENTRY, entry_text(text))
    elif count := _continuing(page):
        page.join_last(count)
    elif (place := signature_at(text)) > 0:
        page.take_two(Kind.PARAGRAPH, place, Kind.BYLINE)
    elif is_initials(line):
        page.take(Kind.BYLINE)
    elif line.below and not line.below.is_paragraph and sort_titled_gallery(page):
        return
    elif (page.last_kind in _OVER_IMAGE or (line.below and not line.below.gap)) and are_alt_and_caption(page, line):
        item = page.new_item()
        page.take(Kind.IMAGE, item=item)
        page.take(Kind.IMAGE_CAPTION, item=item)
    elif page.last_kind is Kind.TEASER and is_lead_caption(line):
        page.take(Kind.IMAGE_CAPTION, item=page.new_item())
    elif is_title(text, 40, 300) and is_lone_alt(page, line):
        has_caption = (has_alts(page) or page.has_image(text)) and is_short_statement(line.below)
        item = page.new_item()
        page.take(Kind.IMAGE, item=item)
        if has_caption or is_caption_below(page, text):
            page.take(Kind.IMAGE_CAPTION, item=item)
    elif stands_as_heading(page, line):
        page.take(Kind.HEADING)
    elif (place := permalink_at(text)) > 0:
        page.take_two(Kind.PARAGRAPH, place, Kind.PERMALINK)
    else:
        page.take(Kind.PARAGRAPH)


def _continuing(page: Page) -> int:
    """How many lines go on with the paragraph above: no blank line between, and each before stopped in mid-sentence."""
    if page.line and page.line.gap:
        return 0
    if not page.blocks or page.blocks[-1].kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.TEASER):
        return 0
    last = page.blocks[-1].text
    count = 0
    line = page.line
    while line and not line.gap and line.is_plain and line.text[0].islower():
        if ends_sentence(last):
            break
        last = line.text
        line = line.below
        count += 1
    return count
