"""The things of a page that are made of several blocks: images, videos, slides, recommendations, related stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.credits import credit_mark, split_credit, split_name
from koreanews.cleaner.dates import read_date
from koreanews.cleaner.titles import shared_words
from koreanews.parser.article import Image, Recommendation, RelatedStory, Slide, Video
from koreanews.parser.candidates import program_date, recommended_date, trailing_date

Thing = tuple[list[Block], list[Block], list[Block], list[Block]]
"""The blocks of one thing by their kinds, in the order of `_SORTS`; no thing is made of more than four."""


class Things(NamedTuple):
    """The things of a page, sort by sort, in the order of the page."""

    images: list[Thing]
    videos: list[Thing]
    slides: list[Thing]
    recommends: list[Thing]
    related: list[Thing]


_SORTS: Final = (
    (Kind.IMAGE, Kind.INFOGRAPHIC, Kind.IMAGE_CAPTION, Kind.IMAGE_CREDIT),
    (Kind.VIDEO_LABEL, Kind.VIDEO_PROGRAM, Kind.VIDEO_TITLE),
    (Kind.SLIDE_IMAGE, Kind.SLIDE_GALLERY, Kind.SLIDE_TITLE, Kind.SLIDE_TEXT),
    (Kind.RECOMMENDS_HEADLINE, Kind.RECOMMENDS_TEASER),
    (Kind.RELATED_IMAGE, Kind.RELATED_HEADLINE, Kind.RELATED_TEASER, Kind.RELATED_DATE),
)
"""The kinds that the sorts of things are made of, in the order of `Things`."""
_PLACES: Final = {kind: (sort, place) for sort, kinds in enumerate(_SORTS) for place, kind in enumerate(kinds)}


def find_things(blocks: Iterable[Block]) -> Things:
    """The things that the blocks of a page make up: neighbours of one sort with the same item number are one."""
    things = Things([], [], [], [], [])
    items = [-1] * len(_SORTS)
    for block in blocks:
        if block.kind in _PLACES:
            sort, place = _PLACES[block.kind]
            of_sort = things[sort]
            if items[sort] != block.item:
                items[sort] = block.item
                of_sort.append(([], [], [], []))
            of_sort[-1][place].append(block)
    return things


def read_images(things: Things) -> tuple[Image, ...]:
    """The story's pictures and graphics. A caption below the picture goes before its alt text."""
    images = []
    said = [_text(alts) or _text(graphics) or "" for alts, graphics, *_ in things.images]
    are_credited = all(text[-1:] == ")" for text in said) and any(split_credit(text)[1] for text in said)
    for text, (_, _, captions, credits) in zip(said, things.images, strict=True):
        caption, credit = _captioned(text, _text(credits))
        if are_credited and credit is None:
            # Picture after picture is described with its credit behind: a name that no data file knows is one.
            caption, credit = split_name(text)
        if captions:
            caption, own_credit = _captioned(_text(captions) or "", _text(credits))
            credit = own_credit or credit
        images.append(Image(caption or None, _text(credits) or credit))
    return tuple(images)


def _captioned(text: str, credit: str | None) -> tuple[str, str | None]:
    """A caption and the credit behind it, in brackets or after its mark; a bracket unlike the `credit` is kept."""
    if mark := credit_mark(text):
        return text[: mark[0]].rstrip(" ,"), text[mark[1] :]
    caption, own_credit = split_credit(text)
    if credit and own_credit and text.endswith(f"({own_credit})") and shared_words(credit, own_credit) == 0:
        return text, None
    return caption, own_credit


def read_videos(things: Things) -> tuple[Video, ...]:
    """The videos and audios embedded in the story."""
    videos = []
    for labels, programs, titles, _ in things.videos:
        program, day = program_date(_text(programs) or "")
        if day is None and len(programs) > 1:
            # A media page has its programme below the title line, and again with the date beside the video.
            day = program_date(programs[-1].text)[1]
        videos.append(Video(_text(titles), _text(labels), program or None, day))
    return tuple(videos)


def read_slides(things: Things) -> tuple[Slide, ...]:
    """The slides of the galleries, slide by slide."""
    slides = []
    pictures = [_picture(_text(images) or "") for images, *_ in things.slides]
    if any(credit for _, credit in pictures):
        # Slide after slide has its credit, so a name that no data file knows is one.
        pictures = [(image, credit) if credit or not image else split_name(image) for image, credit in pictures]
    for (_, galleries, titles, texts), (image, credit) in zip(things.slides, pictures, strict=True):
        caption = texts[0].text if len(texts) == 1 else "\n\n".join([block.text for block in texts])
        slides.append(Slide(_text(galleries), _text(titles), caption or None, image or None, credit))
    return tuple(slides)


def _picture(text: str) -> tuple[str, str | None]:
    """Alt text and credit of a slide's picture; all that stands in brackets by itself is its credit."""
    image, credit = split_credit(text)
    is_credit = credit is None and text.startswith("(") and text.find(")") == len(text) - 1
    return ("", text[1:-1]) if is_credit else (image, credit)


def read_recommends(things: Things) -> tuple[Recommendation, ...]:
    """The stories under "DW recommends"; the date stands behind teaser or headline."""
    recommends = []
    for headlines, teasers, _, _ in things.recommends:
        headline, headline_day = recommended_date(_text(headlines) or "")
        teaser, day = recommended_date(" ".join([block.text for block in teasers]))
        recommends.append(Recommendation(headline, day or headline_day, teaser or None, _url(headlines + teasers)))
    return tuple(recommends)


def read_related(things: Things) -> tuple[RelatedStory, ...]:
    """The stories under "Related content", and those that a topic page lists."""
    related = []
    for images, headlines, teasers, days in things.related:
        if headlines:
            headline, day = trailing_date(_text(headlines) or "")
            day = day or (read_date(days[0].text).iso if days else None)
            teaser = " ".join([block.text for block in teasers])
            url = _url(images + headlines + teasers)
            related.append(RelatedStory(headline, day, teaser or None, _text(images), url))
    return tuple(related)


def _text(blocks: Sequence[Block]) -> str | None:
    """What the first of `blocks` that says anything says."""
    for block in blocks:
        if block.text:
            return block.text
    return None


def _url(blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        if block.url:
            return block.url
    return None
