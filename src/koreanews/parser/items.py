"""The things of a page that are made of several blocks: images, videos, slides, recommendations, related stories."""

from __future__ import annotations

from collections.abc import Iterable

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.credits import split_credit
from koreanews.parser.article import Image, Recommendation, RelatedStory, Slide, Video
from koreanews.parser.candidates import bracketed_date, program_date, trailing_date

Thing = list[Block]
"""The blocks of one thing, in the order of the page."""
Things = dict[Kind, list[Thing]]


def find_things(blocks: Iterable[Block]) -> Things:
    """The things of a page, under each kind that they can be made of: neighbours among such blocks share an item."""
    things: Things = {}
    for kinds in _SORTS:
        things.update(dict.fromkeys(kinds, []))
    for block in blocks:
        if block.kind in things:
            found = things[block.kind]
            if found and found[-1][0].item == block.item:
                found[-1].append(block)
            else:
                found.append([block])
    return things


def read_images(things: Things) -> tuple[Image, ...]:
    """The story's pictures and graphics. A caption below the picture goes before its alt text."""
    images = []
    for thing in things[Kind.IMAGE]:
        caption, credit = split_credit(_text(thing, Kind.IMAGE) or _text(thing, Kind.INFOGRAPHIC) or "")
        if any(block.kind is Kind.IMAGE_CAPTION for block in thing):
            caption, own_credit = split_credit(_text(thing, Kind.IMAGE_CAPTION) or "")
            credit = own_credit or credit
        images.append(Image(caption or None, _text(thing, Kind.IMAGE_CREDIT) or credit))
    return tuple(images)


def read_videos(things: Things) -> tuple[Video, ...]:
    """The videos and audios embedded in the story."""
    videos = []
    for thing in things[Kind.VIDEO_LABEL]:
        program, day = program_date(_text(thing, Kind.VIDEO_PROGRAM) or "")
        videos.append(Video(_text(thing, Kind.VIDEO_TITLE), _text(thing, Kind.VIDEO_LABEL), program or None, day))
    return tuple(videos)


def read_slides(things: Things) -> tuple[Slide, ...]:
    """The slides of the galleries, slide by slide."""
    slides = []
    for thing in things[Kind.SLIDE_TEXT]:
        image, credit = split_credit(_text(thing, Kind.SLIDE_IMAGE) or "")
        caption = "\n\n".join(_texts(thing, Kind.SLIDE_TEXT))
        slides.append(
            Slide(
                _text(thing, Kind.SLIDE_GALLERY), _text(thing, Kind.SLIDE_TITLE), caption or None, image or None, credit
            )
        )
    return tuple(slides)


def read_recommends(things: Things) -> tuple[Recommendation, ...]:
    """The stories under "DW recommends"; the date stands in brackets behind teaser or headline."""
    recommends = []
    for thing in things[Kind.RECOMMENDS_HEADLINE]:
        headline, headline_day = bracketed_date(_text(thing, Kind.RECOMMENDS_HEADLINE) or "")
        teaser, day = bracketed_date(" ".join(_texts(thing, Kind.RECOMMENDS_TEASER)))
        recommends.append(Recommendation(headline, day or headline_day, teaser or None, _url(thing)))
    return tuple(recommends)


def read_related(things: Things) -> tuple[RelatedStory, ...]:
    """The stories under "Related content", and those that a topic page lists."""
    related = []
    for thing in things[Kind.RELATED_HEADLINE]:
        if not any(block.kind is Kind.RELATED_HEADLINE for block in thing):
            continue
        headline, day = trailing_date(_text(thing, Kind.RELATED_HEADLINE) or "")
        teaser = " ".join(_texts(thing, Kind.RELATED_TEASER))
        related.append(RelatedStory(headline, day, teaser or None, _text(thing, Kind.RELATED_IMAGE), _url(thing)))
    return tuple(related)


_SORTS = (
    (Kind.IMAGE, Kind.IMAGE_CAPTION, Kind.IMAGE_CREDIT, Kind.INFOGRAPHIC),
    (Kind.VIDEO_LABEL, Kind.VIDEO_PROGRAM, Kind.VIDEO_TITLE),
    (Kind.SLIDE_IMAGE, Kind.SLIDE_GALLERY, Kind.SLIDE_TITLE, Kind.SLIDE_TEXT),
    (Kind.RECOMMENDS_HEADLINE, Kind.RECOMMENDS_TEASER),
    (Kind.RELATED_IMAGE, Kind.RELATED_HEADLINE, Kind.RELATED_TEASER),
)
"""The sorts of things, each by the kinds of its blocks."""


def _texts(thing: Thing, kind: Kind) -> list[str]:
    return [block.text for block in thing if block.kind is kind]


def _text(thing: Thing, kind: Kind) -> str | None:
    for block in thing:
        if block.kind is kind and block.text:
            return block.text
    return None


def _url(thing: Thing) -> str | None:
    return next((block.url for block in thing if block.url), None)
