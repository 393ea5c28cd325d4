"""Images in a text dump: captions, alt texts, credits, infographics."""

from __future__ import annotations

import re

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.credits import credit_at, credit_mark
from koreanews.cleaner.text.page import Page
from koreanews.cleaner.text.shapes import ends_statement, is_prose, is_title


def sort_image(page: Page) -> bool:
    """Sorts the next lines if they are an image of the story: True if they were.

    "caption (credit)"; "alt (credit)" with the caption below; "captionImage: credit"; a caption with
    "Image: credit" on the next line; "Infografik ..." (the alt text of a graphic).
    """
    line = page.line
    assert line is not None
    text = line.text
    if text[-1] == ")" and credit_at(text) >= 0:
        item = page.new_item()
        page.take(Kind.IMAGE, item=item)
        if _is_caption_below(page, text[: credit_at(text)]):
            page.take(Kind.IMAGE_CAPTION, item=item)
        return True
    if line.opening and line.opening[1] == "infographic" and is_title(text):
        page.take(Kind.INFOGRAPHIC, item=page.new_item())
        return True
    if mark := credit_mark(text):
        caption_end, credit_start = mark
        item = page.new_item()
        if caption_end:
            page.take_two(Kind.IMAGE_CAPTION, caption_end, Kind.IMAGE_CREDIT, rest_text=text[credit_start:], item=item)
        else:
            page.take(Kind.IMAGE_CREDIT, text[credit_start:], item=item)
        return True
    return _sort_caption_over_credit(page)


def _sort_caption_over_credit(page: Page) -> bool:
    """Sorts a caption whose "Image: credit" stands on the line below it."""
    line, below = page.line, page.ahead()
    assert line is not None
    if below is None or below.gap > 1 or len(line.text) > 400 or not line.is_plain:
        return False
    mark = credit_mark(below.text)
    if mark is None or mark[0] or (below.gap and ends_statement(line.text) and line.text.count(" ") > 30):
        return False
    item = page.new_item()
    page.take(Kind.IMAGE_CAPTION, item=item)
    page.take(Kind.IMAGE_CREDIT, below.text[mark[1] :], item=item)
    return True


_WORD = re.compile(r"\w{4,}")


def _is_caption_below(page: Page, alt: str) -> bool:
    """Whether the next line is the caption of the image whose alt text is `alt`, not the story going on.

    A caption is one short sentence, mostly without a full stop, about what the alt text names; a heading is shorter
    and names something else; a paragraph is longer.
    """
    line, below = page.line, page.ahead()
    if line is None or line.gap > 1 or not line.is_plain or line.text.count(" ") > 35 or page.at == page.headline_at:
        return False
    if page.headline_at is not None and page.at < page.headline_at:
        return True
    if below is None or credit_at(line.text) >= 0:
        return False
    words = {word.casefold() for word in _WORD.findall(line.text)}
    shared = words & {word.casefold() for word in _WORD.findall(alt)}
    if not is_title(line.text, most_words=36, most_characters=300):
        return line.text.count(" ") < 20 and len(shared) * 2 >= len(words) > 0
    return line.text.count(" ") >= 7 or (bool(shared) and is_prose(below.text))
