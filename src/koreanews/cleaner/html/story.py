"""Parts that pages of every layout have: the story's text, what others put into it, the bars above a page."""

from __future__ import annotations

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.html.paragraphs import heading, list_item, paragraph, story_line
from koreanews.cleaner.html.part import Part, Rule
from koreanews.cleaner.html.pictures import PICTURE, images

QUOTED = Part(Kind.UNKNOWN)
"""What others wrote, set into the story: it is visible, but no text of the story's."""

CONSENT: dict[str, Rule] = dict.fromkeys(
    (
        ".cookie", "#cookie-consent", ".cookie-consent", "#onetrust-consent-sdk", "#CybotCookiebotDialog",
        "#cmpwrapper", "#cmpbox", "#usercentrics-root", "#didomi-host", ".qc-cmp2-container",
    ),
    Kind.COOKIE_BANNER,
)  # fmt: skip
"""The layers that ask for consent to cookies, by the names that the usual programs give them."""

BODY = Part(
    Kind.PARAGRAPH,
    {
        "p": paragraph,
        "li": list_item,
        **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), heading),
        "figure": PICTURE,
        **images(Kind.IMAGE, alone=True),
        **dict.fromkeys((".twitter-tweet", ".tweet", ".instagram-media", ".instagram", ".fb-post"), QUOTED),
        **dict.fromkeys((".tiktok-embed", ".fb-video", ".instagram-oembed", ".yt-wrapper"), QUOTED),
        ".advertisement": Kind.ADVERTISEMENT,
        ".adWrapper": Kind.ADVERTISEMENT,
        **dict.fromkeys(("button", "dialog", "form", "menu", "nav", "select"), Kind.NAVIGATION),
        **CONSENT,
    },
    line=story_line,
)
"""The story's text. Words that stand outside its paragraphs are the story's all the same."""

FRAMES: dict[str, Rule] = {
    **dict.fromkeys(
        ("#wm-ipp-base", "#wm-ipp", "#donato", "#google-cache-hdr", "#bN015htcoyT__google-cache-hdr", "#gt-nvframe"),
        Kind.NAVIGATION,
    ),
    ".goog-te-banner-frame": Kind.NAVIGATION,
    **CONSENT,
}
"""The bars that web archives, caches and translators put above a page, and the layers that are put over it."""
