"""The blocks that a page is sorted into: the meeting point of text dumps, HTML and the parser."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a block of a page is. The value is the word shown by `koreanews clean --blocks`."""

    # Above the story.
    CAPTURE_HEADER = "capture header"
    TITLE_LINE = "title line"
    COOKIE_BANNER = "cookie banner"
    ANNOUNCEMENT = "site announcement"
    NAVIGATION = "navigation"
    SECTION_LABEL = "section label"
    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    TEASER = "teaser"
    # The story.
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    READ_MORE_LABEL = "read-more label"
    READ_MORE = "read-more link"
    IMAGE = "image"
    IMAGE_CAPTION = "image caption"
    IMAGE_CREDIT = "image credit"
    INFOGRAPHIC = "infographic"
    VIDEO_LABEL = "video label"
    VIDEO_PROGRAM = "video program"
    VIDEO_TITLE = "video title"
    SLIDE_IMAGE = "slide image"
    SLIDE_GALLERY = "slide gallery"
    SLIDE_TITLE = "slide title"
    SLIDE_TEXT = "slide text"
    LIVE_ENTRY = "live entry"
    EDITOR = "editor"
    # Below the story.
    NEWSLETTER = "newsletter"
    RECOMMENDS_LABEL = "recommends label"
    RECOMMENDS_HEADLINE = "recommends headline"
    RECOMMENDS_TEASER = "recommends teaser"
    LINKS_LABEL = "links label"
    LINK = "link"
    MEDIA_LABEL = "media label"
    MEDIA = "media link"
    RELATED_LABEL = "related label"
    RELATED_IMAGE = "related image"
    RELATED_HEADLINE = "related headline"
    RELATED_TEASER = "related teaser"
    RELATED_DATE = "related date"
    # Anywhere.
    METADATA_DATE = "metadata date"
    METADATA_AUTHOR = "metadata author"
    METADATA_LANGUAGE = "metadata language"
    METADATA_URL = "metadata url"
    METADATA_SITE = "metadata site"
    METADATA_KIND = "metadata kind"
    DATA_BOX = "data box"
    PERMALINK = "permalink"
    ADVERTISEMENT = "advertisement"
    PROMOTION = "site promotion"
    FOOTER = "footer"
    BLANK = "blank"
    LAYOUT = "layout"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Block:
    """A piece of a page, of one kind.

    `raw` is the exact stretch of the capture, with the line ends and blank lines after it: the raws of a text
    dump's blocks, joined in order, are the capture. For HTML they are the visible text of its content region.
    `text` is what the raw says: Unicode NFC, blanks single, markers of furniture ("Read more:", bullets) left out.
    `line` is the number, from 1, of the line of the capture where the block begins.
    `item` joins the blocks of one thing (a slide's image and text, a recommendation's headline and teaser): blocks
    of one thing share a number, other things of the page have others; 0 where a block stands alone.
    `url` is the address that the block links to, for HTML.

    Not frozen, for the cleaner makes a page's hundred lines into blocks by settling what they are (`text.lines`);
    a second object for each would cost more than all that is asked of most lines. No later stage writes to a block.
    """

    kind: Kind
    text: str
    raw: str
    line: int
    item: int = 0
    url: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The block's fields by their names, ready for `json.dumps`."""
        return {
            "kind": self.kind,
            "text": self.text,
            "raw": self.raw,
            "line": self.line,
            "item": self.item,
            "url": self.url,
        }
