"""Parts that pages of every layout have: the story's text, pictures, lists of links, advertisements."""

from __future__ import annotations

from bs4 import Tag

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_mark
from koreanews.cleaner.html.paragraphs import list_item, paragraph
from koreanews.cleaner.html.part import Part, Rule
from koreanews.cleaner.html.sorter import Sorter
from koreanews.cleaner.html.words import visible
from koreanews.cleaner.phrases import OPENINGS
from koreanews.cleaner.text.lines import clean_text

_GRAPHICS = tuple(phrase for phrase, name in OPENINGS.items() if name == "infographic")


def images(kind: Kind, alone: bool = False) -> dict[str, Rule]:
    """The rules for images: an image's alternative text, which no reader sees, is a block of `kind`.

    `alone` where the image is a thing of its own, with nothing else to it.
    """

    def handle(tag: Tag, sorter: Sorter) -> None:
        text = clean_text(str(tag.attrs.get("alt") or ""))
        if text:
            if alone:
                sorter.new_item()
            is_graphic = kind is Kind.IMAGE and text.startswith(_GRAPHICS)
            sorter.add(Kind.INFOGRAPHIC if is_graphic else kind, "", text)

    return dict.fromkeys(("img", "amp-img"), handle)


def credit(tag: Tag, sorter: Sorter) -> None:
    """Sorts a picture's credit, without the word before it ("Image:", "Bild:", in any language)."""
    raw = visible(tag)
    sorter.add(Kind.IMAGE_CREDIT, raw, credited(raw))


def credited(raw: str) -> str:
    """Who made a picture, in the words of its credit without the one before them."""
    text = clean_text(raw)
    word, colon, rest = text.partition(":")
    if mark := credit_mark(text):
        return text[mark[1] :]
    is_mark = word.count(" ") < 2 and word.replace(" ", "").isalpha()
    return rest if colon and is_mark and rest.startswith(" ") else text


PICTURE = Part(
    Kind.IMAGE_CAPTION,
    {**images(Kind.IMAGE), "small": credit, ".copyright": credit},
    item=True,
)

QUOTED = Part(Kind.UNKNOWN)
"""What others wrote, set into the story: it is visible, but no text of the story's."""

BODY = Part(
    Kind.PARAGRAPH,
    {
        "p": paragraph,
        "li": list_item,
        **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
        "figure": PICTURE,
        **images(Kind.IMAGE, alone=True),
        **dict.fromkeys((".twitter-tweet", ".tweet", ".instagram-media", ".instagram", ".fb-post"), QUOTED),
        ".tiktok-embed": QUOTED,
        ".advertisement": Kind.ADVERTISEMENT,
        ".adWrapper": Kind.ADVERTISEMENT,
    },
)
"""The story's text. Words that stand outside its paragraphs are the story's all the same."""

FRAMES: dict[str, Rule] = {
    **dict.fromkeys(
        ("#wm-ipp-base", "#wm-ipp", "#donato", "#google-cache-hdr", "#bN015htcoyT__google-cache-hdr", "#gt-nvframe"),
        Kind.NAVIGATION,
    ),
    ".goog-te-banner-frame": Kind.NAVIGATION,
}
"""The bars that web archives, caches and translators put above a page."""
