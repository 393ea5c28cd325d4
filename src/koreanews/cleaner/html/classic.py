"""The layout until early 2023: everything in #bodyContent, text in .longText, labels over .group."""

from __future__ import annotations

import re
from itertools import islice

from bs4 import Tag

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.html.data_box import data_box_entry
from koreanews.cleaner.html.paragraphs import heading, paragraph
from koreanews.cleaner.html.part import AS_BEFORE, Layout, Part, Rule
from koreanews.cleaner.html.pictures import images
from koreanews.cleaner.html.slides import slide_credit, title_above
from koreanews.cleaner.html.sorter import Sorter
from koreanews.cleaner.html.story import BODY, FRAMES
from koreanews.cleaner.html.words import classes, visible, within
from koreanews.cleaner.phrases import is_line, openings
from koreanews.cleaner.text.lines import clean_text

_WATCH = openings("video_label")
_PROGRAM = re.compile(r"[^|]{1,80}\| ?\d{1,2}\.\d{1,2}\.\d{4}")


def list_label(tag: Tag, sorter: Sorter) -> None:
    """Sorts the label over a list of links, and says for the links below what they are.

    Where the phrases do not have it, the list tells: links that open players are audios and videos, links with
    nothing but a name, to other sites, are links; the rest is recommended.
    """
    raw = visible(tag)
    text = clean_text(raw)
    known = ((kind, part) for name, kind, part in _LISTS if is_line(text, name))
    label, sorter.listed = next(known, None) or _list_below(tag)
    sorter.add(label, raw)


def _list_below(tag: Tag) -> tuple[Kind, Part]:
    """What a label is that no phrase is, by the links in the list below it: its kind, and what the links are."""
    below = tag.find_next_sibling()
    boxes = within(below, "div") if isinstance(below, Tag) else ()
    links = [box for box in boxes if "linkList" in classes(box)]
    if not links:
        return Kind.UNKNOWN, RECOMMENDED
    kinds = [classes(link) for link in links]
    if all("overlayIcon" in each for each in kinds) and not any(any(within(link, "p")) for link in links):
        return Kind.MEDIA_LABEL, MEDIA
    if all("extern" in each for each in kinds):
        return Kind.LINKS_LABEL, LINKS
    return Kind.RECOMMENDS_LABEL, RECOMMENDED


def label_or_heading(tag: Tag, sorter: Sorter) -> None:
    """Sorts a small heading within the text: the label of a list where it is known for one."""
    raw = visible(tag)
    if any(is_line(clean_text(raw), name) for name, *_ in _LISTS):
        list_label(tag, sorter)
    else:
        sorter.add(Kind.HEADING, raw)


def side_box(tag: Tag, sorter: Sorter) -> Part:
    """A box beside the text: a video's, or the story's own."""
    return VIDEO if any("mediaItem" in classes(each) for each in within(tag, "div")) else AS_BEFORE


def listed(tag: Tag, sorter: Sorter) -> Part:
    """An entry of a list of links: what the label above it said it is."""
    return sorter.listed


def video_text(tag: Tag, sorter: Sorter) -> None:
    """Sorts a paragraph in a video's box: what it is about, or "Watch video 02:17", or as `video_line`."""
    raw = visible(tag)
    if _PROGRAM.fullmatch(clean_text(raw)):
        sorter.add(Kind.VIDEO_PROGRAM, raw)
    else:
        sorter.add(Kind.VIDEO_LABEL if raw.startswith(_WATCH) else Kind.PROMOTION, raw)


def video_line(tag: Tag, sorter: Sorter) -> None:
    """Sorts a heading over a video's title: "DW News | 29.11.2017"."""
    raw = visible(tag)
    sorter.add(Kind.VIDEO_PROGRAM if _PROGRAM.fullmatch(clean_text(raw)) else Kind.VIDEO_LABEL, raw)


def video_input(tag: Tag, sorter: Sorter) -> None:
    """Keeps the day on which a video was shown, which its player is told ("20170217"), for its title."""
    value = str(tag.attrs.get("value") or "")
    if tag.attrs.get("name") == "display_date" and len(value) == 8 and value.isdecimal():
        sorter.notes[sorter.item] = f"{value[6:]}.{value[4:6]}.{value[:4]}"


def video_title(tag: Tag, sorter: Sorter) -> None:
    """Sorts a video's title; above it the day on which it was shown, where no programme's line tells it."""
    shown = sorter.notes.pop(sorter.item, "")
    if shown and not any(block.kind is Kind.VIDEO_PROGRAM for block in sorter.of_item()):
        sorter.add(Kind.VIDEO_PROGRAM, "", shown)
    sorter.add(Kind.VIDEO_TITLE, visible(tag))


def slide(tag: Tag, sorter: Sorter) -> Part:
    """A slide; on most pages each has the gallery's title itself."""
    sorter.new_item()
    if not any(within(tag, "h4")):
        sorter.add(Kind.SLIDE_GALLERY, "", title_above(tag))
    return SLIDE


def picture_text(tag: Tag, sorter: Sorter) -> Part | None:
    """Sorts the caption of a picture; what comes after it is the story's, where the box lacks its end tag."""
    box = tag.parent
    above = (getattr(each, "name", None) in ("p", "h2") for each in islice(tag.previous_siblings, _FEW_NODES))
    if not (box and "picBox" in classes(box) and any(above)):
        sorter.add(Kind.IMAGE_CAPTION, visible(tag))
    elif tag.name == "p":
        return paragraph(tag, sorter)
    else:
        heading(tag, sorter)
    return None


_FEW_NODES = 6
"""Nodes before a paragraph among which there is another, or a picture's box between them; blanks are nodes too."""


def picture_box(tag: Tag, sorter: Sorter) -> Part:
    """The next picture, within the box of one that lacks its end tag."""
    return PICTURE_BOX


def gallery_author(tag: Tag, sorter: Sorter) -> None:
    """Sorts "Author: Julia Hitz (eg)" on a gallery's last slide: the gallery's author, not the page's."""
    sorter.add(Kind.DATA_BOX, visible(tag))


_NEXT: dict[str, Rule] = {".linkList": listed}
"""The next entry of a list, within the one that lacks its end tag."""
RECOMMENDED = Part(
    Kind.RECOMMENDS_HEADLINE, {"h2": Kind.RECOMMENDS_HEADLINE, "p": Kind.RECOMMENDS_TEASER, **_NEXT}, item=True
)
MEDIA = Part(Kind.MEDIA, {"h2": Kind.MEDIA, "p": Kind.PROMOTION, **_NEXT}, item=True)
LINKS = Part(Kind.LINK, {"h2": Kind.LINK, "p": Kind.PROMOTION, **_NEXT}, item=True)
_LISTS = (
    ("recommends_label", Kind.RECOMMENDS_LABEL, RECOMMENDED),
    ("media_label", Kind.MEDIA_LABEL, MEDIA),
    ("links_label", Kind.LINKS_LABEL, LINKS),
    ("related_label", Kind.RELATED_LABEL, RECOMMENDED),
)

PICTURE_BOX = Part(
    Kind.IMAGE_CAPTION, {**images(Kind.IMAGE), "p": picture_text, "h2": picture_text, ".picBox": picture_box}, item=True
)
SLIDE = Part(
    Kind.SLIDE_TEXT,
    {
        **images(Kind.SLIDE_IMAGE),
        "h4": Kind.SLIDE_GALLERY,
        "h2": Kind.SLIDE_TITLE,
        "h3": Kind.SLIDE_TITLE,
        "p": Kind.SLIDE_TEXT,
        "p.author": gallery_author,
        "small": slide_credit,
        ".copyright": slide_credit,
        ".tools": Kind.NAVIGATION,
    },
)
GALLERY = Part(Kind.NAVIGATION, {".slides": Part(Kind.NAVIGATION, {"li": slide, ".slide": slide})})
VIDEO = Part(
    Kind.VIDEO_LABEL,
    {
        "input": video_input,
        ".share": Kind.PROMOTION,
        ".customPlayBtn": Kind.VIDEO_LABEL,
        "h4": video_line,
        "h2": video_title,
        "p": video_text,
    },
    item=True,
)
NEWS = Part(
    Kind.NAVIGATION,
    {**images(Kind.RELATED_IMAGE), "h2": Kind.RELATED_HEADLINE, "p": Kind.RELATED_TEASER},
    item=True,
)
SIDE = Part(Kind.PROMOTION, {".smallList": Part(Kind.DATA_BOX), ".adWrapper": Kind.ADVERTISEMENT})

INSETS: dict[str, Rule] = {
    ".picBox": PICTURE_BOX,
    ".gallery": GALLERY,
    "div.video": VIDEO,
    ".mediaItem": VIDEO,
    ".adWrapper": Kind.ADVERTISEMENT,
    "#sharing-bar": Kind.PROMOTION,
}

DATA = Part(Kind.DATA_BOX, {"li": data_box_entry})
RELATED = Part(Kind.NAVIGATION, {"h4": Kind.RELATED_LABEL, ".news": NEWS})

LISTS_WITHIN: dict[str, Rule] = {
    "h4": label_or_heading,
    ".linkList": listed,
    "div.right": side_box,
    "ul.smallList": DATA,
    ".relatedContent": RELATED,
    ".dim": SIDE,
}
"""What stands below the text on most pages, in the middle of it on some, and in the box of the text on those that lack
an end tag."""

PAGE = Part(
    Kind.UNKNOWN,
    {
        **FRAMES,
        **INSETS,
        "h4.artikel": Kind.SECTION_LABEL,
        "h1": Kind.HEADLINE,
        "p.intro": Kind.TEASER,
        ".longText": BODY.extended({**INSETS, **LISTS_WITHIN}),
        "h4": list_label,
        ".linkList": listed,
        "ul.smallList": DATA,
        ".relatedContent": RELATED,
        # Topic pages: a list of stories.
        ".news": NEWS,
        ".searchResult": NEWS,
        ".dim": SIDE,
        ".basicTeaser": SIDE,
        ".advertising": Kind.ADVERTISEMENT,
    },
)

CLASSIC = Layout(
    name="classic",
    in_use="until early 2023",
    needs=("#bodyContent",),
    signs=(".longText", "p.intro", "h4.artikel", ".col3", ".smallList", "#footerSection"),
    begins=("#bodyContent",),
    ends=("#footerSection",),
    page=PAGE,
)
