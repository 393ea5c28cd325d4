"""What sort of page it is: an article, a gallery, a media page, a live blog, a topic page, or another publisher's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from koreanews.captures.address import is_dw
from koreanews.cleaner.about_page import names_guests, says_topic
from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.phrases import LIVE, LIVE_NOTICES, MEDIA_SECTIONS, PROGRAMS

_DW: Final = re.compile(r"\bdw\b|deutsche welle|dw\.com|dw\.de|dw-world", re.IGNORECASE)
_BY_ADDRESS: Final = {
    "av": "media",
    "video": "media",
    "audio": "media",
    "g": "gallery",
    "t": "topic",
    "s": "topic",
    "person": "topic",
    "program": "topic",
    "live": "live-blog",
}
_BY_METADATA: Final = {
    "liveblogposting": "live-blog",
    "videoobject": "media",
    "audioobject": "media",
    "imagegallery": "gallery",
    "mediagallery": "gallery",
    "collectionpage": "topic",
}


def page_kind(blocks: Mapping[Kind, Sequence[Block]], dw_id: str | None, section: str | None) -> str:
    """The record's `kind`. `blocks` are the page's blocks by their kinds, `dw_id` its id ("av-40123"), if known."""
    sites = [block.text for block in blocks.get(Kind.METADATA_SITE, ())]
    own = next((block.text for block in blocks.get(Kind.METADATA_URL, ())), "")
    # A web archive may give its own name to the pages that it shows, and still their addresses.
    if sites and not any(_DW.search(site) for site in sites) and not is_dw(own):
        return "other"
    declared = [_BY_METADATA.get(block.text.casefold()) for block in blocks.get(Kind.METADATA_KIND, ())]
    if dw_id and (known := _BY_ADDRESS.get(dw_id.partition("-")[0])):
        return known
    if known := next((kind for kind in declared if kind), None):
        return known
    if Kind.LIVE_ENTRY in blocks or _says_live(blocks):
        return "live-blog"
    is_story = Kind.PARAGRAPH in blocks or Kind.LIST_ITEM in blocks
    if not is_story and (Kind.SLIDE_TEXT in blocks or Kind.SLIDE_IMAGE in blocks):
        return "gallery"
    if section in MEDIA_SECTIONS:
        return "media"
    if _has_listing(blocks) or _says_topic(blocks):
        return "topic"
    if any(names_guests(block.text) for block in blocks.get(Kind.TEASER, ())):
        return "media"
    has_player = Kind.VIDEO_LABEL in blocks
    has_own = has_player and not _is_amid_text(blocks)
    if (has_own or not is_story) and section and section.partition(" - ")[0] in PROGRAMS:
        return "media"
    is_video = has_player or Kind.VIDEO_PROGRAM in blocks
    if is_video and _stands_over_date(blocks):
        return "media"
    if is_video and not is_story and Kind.READ_MORE not in blocks:
        return "media"
    if not is_story and _is_head_over_furniture(blocks):
        return "media"
    return "article"


def _says_live(blocks: Mapping[Kind, Sequence[Block]]) -> bool:
    """Whether headline and notice both say that it is a live blog: since 2023 its entries have no hours in a dump."""
    if not any(block.text.startswith(LIVE_NOTICES) for block in blocks.get(Kind.ANNOUNCEMENT, ())):
        return False
    return any(live in block.text.casefold() for block in blocks.get(Kind.HEADLINE, ()) for live in LIVE)


def _is_amid_text(blocks: Mapping[Kind, Sequence[Block]]) -> bool:
    """Whether the page's first player stands between two paragraphs, as what is set into an article does."""
    paragraphs, players = blocks.get(Kind.PARAGRAPH, ()), blocks[Kind.VIDEO_LABEL]
    return bool(paragraphs) and paragraphs[0].line < players[0].line < paragraphs[-1].line


def _stands_over_date(blocks: Mapping[Kind, Sequence[Block]]) -> bool:
    """Whether the page's player stands between its headline and its date, as on mobile pages."""
    players, dates = blocks.get(Kind.VIDEO_LABEL, ()), blocks.get(Kind.DATELINE, ())
    headlines = blocks.get(Kind.HEADLINE, ())
    return bool(players and dates and headlines) and headlines[0].line < players[0].line < dates[0].line


def _is_head_over_furniture(blocks: Mapping[Kind, Sequence[Block]]) -> bool:
    """Whether a page without a story has all that a video's page leaves in a dump without its player.

    That is a teaser, and below it the permalink that closes the head, or the site's promotion. A story that is cut
    off there has its lead image first, and mostly its author; above promotion nothing was cut off.
    """
    if Kind.TEASER not in blocks or Kind.METADATA_URL in blocks or not _OF_STORIES.isdisjoint(blocks):
        return False
    return Kind.PROMOTION in blocks or (Kind.PERMALINK in blocks and Kind.BYLINE not in blocks)


_OF_STORIES: Final = frozenset(
    {Kind.IMAGE, Kind.IMAGE_CAPTION, Kind.IMAGE_CREDIT, Kind.READ_MORE, Kind.RECOMMENDS_HEADLINE}
)


def _has_listing(blocks: Mapping[Kind, Sequence[Block]]) -> bool:
    """Whether stories are listed before any "Related content" label, where a story would stand.

    An introduction may stand above them, on a page that has no date of its own.
    """
    listed, labels = blocks.get(Kind.RELATED_HEADLINE, ()), blocks.get(Kind.RELATED_LABEL, ())
    if not listed or (labels and labels[0].line < listed[0].line):
        return False
    story = blocks.get(Kind.PARAGRAPH, ())
    return not story or (_may_be_introduction(blocks, story) and story[-1].line < listed[0].line)


def _says_topic(blocks: Mapping[Kind, Sequence[Block]]) -> bool:
    """Whether a page without a list says itself that it collects stories on a topic."""
    story = blocks.get(Kind.PARAGRAPH, ())
    introduction = story[:_MOST_OF_INTRODUCTION]
    if not _may_be_introduction(blocks, introduction):
        return False
    # Below a longer story, labels of other collections may stand.
    below = blocks.get(Kind.PROMOTION, ()) if len(story) == len(introduction) else ()
    said = (*blocks.get(Kind.TEASER, ()), *introduction, *below)
    return any(says_topic(block.text) for block in said)


def _may_be_introduction(blocks: Mapping[Kind, Sequence[Block]], story: Sequence[Block]) -> bool:
    """Whether a page's paragraphs are as few as those above a topic page's list; it has no date of its own."""
    if len(story) > _MOST_OF_INTRODUCTION or Kind.DATELINE in blocks:
        return False
    return not any(block.text[-1].isdigit() for block in blocks.get(Kind.TITLE_LINE, ()))


_MOST_OF_INTRODUCTION: Final = 3
