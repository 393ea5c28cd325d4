"""Pictures: their descriptions, captions and credits."""

from __future__ import annotations

from unicodedata import category

from bs4 import Tag

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_mark
from koreanews.cleaner.html.part import AS_BEFORE, Part, Rule
from koreanews.cleaner.html.sorter import Sorter
from koreanews.cleaner.html.words import IMAGES, alt_text, classes, visible, within
from koreanews.cleaner.phrases import openings
from koreanews.cleaner.text.lines import clean_text

_GRAPHICS = openings("infographic")


def images(kind: Kind, alone: bool = False) -> dict[str, Rule]:
    """The rules for images: an image's alternative text, which no reader sees, is a block of `kind`.

    `alone` where the image is a thing of its own, with nothing else to it.
    """

    def handle(tag: Tag, sorter: Sorter) -> None:
        text = clean_text(alt_text(tag))
        if text:
            if alone:
                sorter.new_item()
            sorter.add(image_kind(text) if kind is Kind.IMAGE else kind, "", text)

    return dict.fromkeys(IMAGES, handle)


def image_kind(text: str) -> Kind:
    """Whether an image of the story's with that description is a graphic ("Infografik ...")."""
    return Kind.INFOGRAPHIC if text.startswith(_GRAPHICS) else Kind.IMAGE


def credit(tag: Tag, sorter: Sorter) -> None:
    """Sorts a picture's credit, without the word before it ("Image:", "Bild:", in any language)."""
    raw = visible(tag)
    sorter.add(Kind.IMAGE_CREDIT, raw, credited(raw))


def caption(tag: Tag, sorter: Sorter) -> Part | None:
    """Sorts a caption; the credit within it is an element of its own, or stands behind "Image:" as in text dumps."""
    if any(_is_credit(each) for each in within(tag, "small", "span", "div", "p")):
        return AS_BEFORE
    raw = visible(tag)
    mark = credit_mark(raw)
    if mark is None:
        return AS_BEFORE
    end, start = mark
    sorter.add(Kind.IMAGE_CAPTION, raw[:end])
    sorter.add(Kind.IMAGE_CREDIT, raw[end:].strip(), raw[start:])
    return None


def _is_credit(tag: Tag) -> bool:
    return tag.name == "small" or "copyright" in classes(tag)


def credited(raw: str) -> str:
    """Who made a picture, in the words of its credit without the one before them."""
    text = clean_text(raw)
    if mark := credit_mark(text):
        return text[mark[1] :]
    word, colon, rest = text.partition(next((colon for colon in _COLONS if colon in text), ":"))
    is_mark = word.count(" ") < 3 and all(each.isspace() or category(each)[0] in "LM" for each in word)
    # Chinese sets no blank behind its colon.
    is_apart = rest.startswith(" ") or colon == _COLONS[-1]
    return clean_text(rest) if colon and is_mark and is_apart and rest else text


_COLONS = (":", "\N{ETHIOPIC PREFACE COLON}", "\N{FULLWIDTH COLON}")


PICTURE = Part(
    Kind.IMAGE_CAPTION,
    {**images(Kind.IMAGE), "figcaption": caption, "small": credit, ".copyright": credit},
    item=True,
)
