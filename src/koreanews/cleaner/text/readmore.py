"""Links to other stories from within the text: "Read more: ...", glued, dashed, or a label with headlines below."""

from __future__ import annotations

from typing import Final

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_at
from koreanews.cleaner.text.bylines import is_signature
from koreanews.cleaner.text.captions import is_credited
from koreanews.cleaner.text.databox import is_line_of_box
from koreanews.cleaner.text.lines import BULLETS, Line
from koreanews.cleaner.text.listed import leads_amid_story
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_statement, is_prose, is_title

_SEPARATORS: Final = (":", " :", " -", " –", " —", "-", "–", "—", " |", " >>", " >", "»", " »")
_BULLETS_AND_BLANKS: Final = BULLETS + " "


def sort_read_more(page: Page) -> bool:
    """Sorts the next lines if they link to other stories; True if they were."""
    line = page.line
    assert line is not None
    if line.label == "read_more_label" or leads_amid_story(line):
        page.take(Kind.READ_MORE_LABEL)
        if _take_bulleted(page):
            return True
        if _is_linked_headline(page.line, first=True):
            page.take(Kind.READ_MORE)
            while _is_linked_headline(page.line, first=False) or _is_named_again(page):
                page.take(Kind.READ_MORE)
        return True
    if line.opening is None or line.opening[1] != "read_more":
        return False
    headline = linked_headline(line.text[len(line.opening[0]) :])
    if headline is None:
        return False
    page.take(Kind.READ_MORE, headline)
    return True


def _take_bulleted(page: Page) -> bool:
    """Sorts the headlines below the label where each has a bullet; False where none has, or they are a gallery's."""
    line = page.line
    if line is None or line.gap > 1 or line.text[0] not in BULLETS:
        return False
    lines = []
    while line is not None and line.text[0] in BULLETS:
        if ends_statement(line.text) or credit_at(line.text) >= 0 or (line.below and line.below.indent > line.indent):
            return False
        lines.append(line)
        line = line.below
    for link in lines:
        page.take(Kind.READ_MORE, link.text.lstrip(_BULLETS_AND_BLANKS))
    return True


def linked_headline(rest: str) -> str | None:
    """The headline in what follows "Read more", or None where the words are a sentence of the story.

    "Read more: H", "Read more - H" and "Read moreH" are links; "Read more H" too where H begins as a headline
    does; "Read more carefully, the statement ..." is none.
    """
    for separator in _SEPARATORS:
        if rest.startswith(separator):
            return rest[len(separator) :].strip() or None
    headline = rest.strip()
    if not headline or headline[0].islower() or not (headline[0].isalnum() or headline[0] in "\"'“‘„«¿$€£#"):
        return None
    if rest[0] == " " and ends_statement(headline) and is_prose(headline):
        return None
    return headline


def is_no_link(line: Line) -> bool:
    """Whether a line that begins as links to other stories do is a sentence all the same."""
    start = line.opening
    return start is not None and start[1] == "read_more" and linked_headline(line.text[len(start[0]) :]) is None


def _is_named_again(page: Page) -> bool:
    """Whether the next line is a short headline that the page has again below: it is another story's."""
    line = page.line
    if line is None or line.gap > 1 or not line.is_plain or not is_title(line.text):
        return False
    return page.last_place(line.text) > line.place


def _is_linked_headline(line: Line | None, first: bool) -> bool:
    """Whether a line below the label is a bare headline.

    After the first one, a title of less than five words over a paragraph is the story's next heading; but for one
    that stands right below the others, and apart from the paragraph.
    """
    if line is None or line.gap > 1 or not line.is_plain or not is_title(line.text):
        return False
    if is_credited(line) or is_signature(line.text) or is_line_of_box(line):
        return False
    if first:
        return True
    below = line.below
    if line.text.count(" ") >= 4 or not (below and below.is_plain and (is_prose(below.text) or below.text[-1] == ":")):
        return True
    return line.gap < below.gap
