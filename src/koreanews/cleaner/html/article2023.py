"""The layout of 2023: <article> with <header> and .rich-text; the page's state in window.__APOLLO_STATE__.

Class names like "sc-dkzDqf" change with every build of the site; only those that say something are used.
"""

from __future__ import annotations

from bs4 import Tag

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.html.part import Layout, Part, Rule
from koreanews.cleaner.html.pictures import PICTURE, images
from koreanews.cleaner.html.shown_dates import dateline, entry_time, story_date
from koreanews.cleaner.html.slides import GALLERY, gallery
from koreanews.cleaner.html.sorter import Sorter
from koreanews.cleaner.html.story import BODY, FRAMES
from koreanews.cleaner.html.words import classes, first_link, visible, within
from koreanews.cleaner.text.lines import clean_text


def kicker(tag: Tag, sorter: Sorter) -> None:
    """Sorts the section's label; the topic or region stands beside it with no blank ("ConflictsUkraine")."""
    raw = visible(tag)
    first = next(filter(None, map(visible, within(tag, "span"))), raw)
    sorter.add(Kind.SECTION_LABEL, raw, first)


def authors(tag: Tag, sorter: Sorter) -> None:
    """Sorts who wrote it. Where each of them is stands apart by its style alone: "Lena Hahn Seoul"."""
    raw = visible(tag)
    said = raw
    for each in within(tag, "span"):
        place = visible(each) if "extra-info" in classes(each) else ""
        if place:
            said = said.replace(f" {place}", f" ({place})", 1)
    sorter.add(Kind.BYLINE, raw, said)


def player(tag: Tag, sorter: Sorter) -> None:
    """Sorts how long a video or audio is, which its player is told."""
    sorter.add(Kind.VIDEO_LABEL, "", str(tag.attrs.get("data-duration") or ""))


def player_alone(tag: Tag, sorter: Sorter) -> None:
    """Sorts a player that stands in no box whose class is known: a video of which no more is told."""
    sorter.new_item()
    player(tag, sorter)


def permalink(tag: Tag, sorter: Sorter) -> None:
    """Sorts the page's short address from the bar for sharing it."""
    raw = visible(tag)
    sorter.add(Kind.PERMALINK, raw, url=clean_text(raw))


def listed_headline(tag: Tag, sorter: Sorter) -> None:
    """Sorts a headline of a list whose classes are not known: each is a story of its own."""
    sorter.new_item()
    sorter.add(Kind.RELATED_HEADLINE, visible(tag), url=first_link(tag))


SHARING = Part(Kind.PROMOTION, {".copy-button-wrapper": permalink})
PLAYERS: dict[str, Rule] = dict.fromkeys(("video", "audio", "amp-video", "amp-audio"), player)
ALONE: dict[str, Rule] = dict.fromkeys(PLAYERS, player_alone)
VIDEO = Part(
    Kind.PROMOTION,
    {
        **PLAYERS,
        **dict.fromkeys(("h2", "h3", ".headline"), Kind.VIDEO_TITLE),
    },
    item=True,
)
SKIP: dict[str, Rule] = {"a.quick-item": Kind.NAVIGATION}
"""What leads a screen reader past a section."""
DATES: dict[str, Rule] = dict.fromkeys((".publication", ".last-update", ".date-time", "time"), dateline)
"""Over the text they are the page's date; further down, which the whole page tells, a live blog's entries."""
TEASER = Part(
    Kind.NAVIGATION,
    {
        **images(Kind.RELATED_IMAGE),
        ".title": Kind.RELATED_HEADLINE,
        **dict.fromkeys(("h2", "h3", "h4"), Kind.RELATED_HEADLINE),
        ".link-no-link": Kind.RELATED_TEASER,
        ".teaser-description": Kind.RELATED_TEASER,
        "p": Kind.RELATED_TEASER,
        ".kicker": Kind.NAVIGATION,
        ".date-time": story_date,
    },
    item=True,
)
RICH_TEXT = BODY.extended(
    {
        **SKIP,
        **ALONE,
        ".vjs-wrapper": VIDEO,
        ".placeholder-image": PICTURE,
        ".image-gallery": gallery,
        ".gallery": gallery,
        **dict.fromkeys((".dw-widget", ".feedback"), Kind.PROMOTION),
        ".teaser-wrap": TEASER,
    }
)
POST = Part(
    Kind.LIVE_ENTRY,
    {
        **dict.fromkeys(("h2", "h3"), Kind.HEADING),
        ".rich-text": RICH_TEXT,
        "figure": PICTURE,
        **SKIP,
        **dict.fromkeys(DATES, entry_time),
    },
)
_LABELS: dict[str, Rule] = dict.fromkeys(("h1", "h2"), Kind.RELATED_LABEL)
RELATED = Part(
    Kind.NAVIGATION,
    {**SKIP, **_LABELS, "h3": listed_headline, ".teaser-wrap": TEASER, ".teaser": TEASER},
)
PROMOTED = Part(Kind.PROMOTION, SKIP)
SECTIONS: dict[str, Rule] = {
    "@section-top-story": PROMOTED,
    "@section-high-priority-stories-list": PROMOTED,
    "#more-on-topic": RELATED,
    "@section-more-on-topic": RELATED,
    "@section-related-content-by-thematic-focus-region": RELATED,
    "@section-related-content-by-thematic-focus-global": RELATED,
    "#related-topics": Part(Kind.DATA_BOX, {**SKIP, "a": Kind.DATA_BOX}),
    ".advertisement": Kind.ADVERTISEMENT,
    "footer": Part(Kind.FOOTER, {".feedback": Kind.PROMOTION, ".advertisement": Kind.ADVERTISEMENT}),
}

PAGE = Part(
    Kind.UNKNOWN,
    {
        **FRAMES,
        **SECTIONS,
        "header": Part(
            Kind.UNKNOWN,
            {
                ".kicker": kicker,
                "@content-detail-kicker": kicker,
                "h1": Kind.HEADLINE,
                ".author-details": authors,
                ".time-area": dateline,
                **DATES,
                "p": Kind.TEASER,
                "figure": PICTURE,
                "@sharing-icons-inline": SHARING,
                # Where the header lacks its end tag.
                **SECTIONS,
                ".rich-text": RICH_TEXT,
            },
        ),
        "h1": Kind.HEADLINE,
        ".kicker": kicker,
        "@content-detail-kicker": kicker,
        ".author-details": authors,
        ".time-area": dateline,
        **DATES,
        **SKIP,
        **ALONE,
        ".teaser-text": Kind.TEASER,
        "@sharing-icons-inline": SHARING,
        ".copy-button-wrapper": permalink,
        "figure": PICTURE,
        ".vjs-wrapper": VIDEO,
        ".image-gallery": GALLERY,
        ".gallery": GALLERY,
        ".rich-text": RICH_TEXT,
        ".liveblog-post": POST,
        ".content-block": Part(
            Kind.PARAGRAPH, {**SKIP, "h2": Kind.HEADING, ".rich-text": RICH_TEXT, "figure": PICTURE}
        ),
        ".feedback": Kind.PROMOTION,
        "nav": Kind.NAVIGATION,
        ".alternating-zone": PROMOTED.extended(SECTIONS),
    },
)

ARTICLE_2023 = Layout(
    name="2023",
    in_use="2023",
    signs=("article", ".rich-text", ".detail-zone", ".content-area", "@content-detail-kicker", ".teaser-text"),
    begins=("#main-content", ".detail-zone", "article"),
    ends=("footer#footer",),
    page=PAGE,
    source=("__APOLLO_STATE__", "data-styled"),
)

LIST_2023 = Layout(
    name="2023 list",
    in_use="since 2023",
    signs=("#main-content", ".teaser-wrap", ".alternating-zone", "@section-top-story", ".link-in-teaser"),
    begins=("#main-content",),
    ends=("footer#footer",),
    page=RELATED.extended(
        {
            **FRAMES,
            "h1": Kind.HEADLINE,
            ".teaser-text": Kind.TEASER,
            "p": Kind.TEASER,
            ".advertisement": Kind.ADVERTISEMENT,
        }
    ),
)
"""Section and topic pages: no article, so that the stories listed are what the page is about."""
