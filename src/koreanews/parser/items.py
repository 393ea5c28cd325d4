"""The things of a page that are made of several blocks: images, videos, slides, recommendations, related stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.credits import split_credit
from koreanews.parser.article import Image, Recommendation, RelatedStory, Slide, Video
from koreanews.parser.candidates import bracketed_date, program_date, trailing_date

Parts = dict[Kind, list[Block]]
"""The blocks of one thing, by their kinds."""
Things = dict[frozenset[Kind], list[Parts]]


def find_things(blocks: Iterable[Block]) -> Things:
    """The things of a page, by the kinds they are made of: neighbours among such blocks share their item number."""
    things: Things = {kinds: [] for kinds in _SORTS}
    items: dict[frozenset[Kind], int] = {}
    for block in blocks:
        kinds = _SORT_OF.get(block.kind)
        if kinds is None:
            continue
        if items.get(kinds) != block.item:
            items[kinds] = block.item
            things[kinds].append({})
        parts = things[kinds][-1]
        if block.kind in parts:
            parts[block.kind].append(block)
        else:
            parts[block.kind] = [block]
    return things


def read_images(things: Things) -> tuple[Image, ...]:
    """The story's pictures and graphics. A caption below the picture goes before its alt text."""
    images = []
    for parts in things[_IMAGE_KINDS]:
        caption, credit = split_credit(_text(parts, Kind.IMAGE) or _text(parts, Kind.INFOGRAPHIC) or "")
        if Kind.IMAGE_CAPTION in parts:
            caption, own_credit = split_credit(_text(parts, Kind.IMAGE_CAPTION) or "")
            credit = own_credit or credit
        images.append(Image(caption or None, _text(parts, Kind.IMAGE_CREDIT) or credit))
    return tuple(images)


def read_videos(things: Things) -> tuple[Video, ...]:
    """The videos and audios embedded in the story."""
    videos = []
    for parts in things[_VIDEO_KINDS]:
        duration = next((block.text for block in parts.get(Kind.VIDEO_LABEL, ()) if block.text), None)
        program, day = program_date(_text(parts, Kind.VIDEO_PROGRAM) or "")
        videos.append(Video(_text(parts, Kind.VIDEO_TITLE), duration, program or None, day))
    return tuple(videos)


def read_slides(things: Things) -> tuple[Slide, ...]:
    """The slides of the galleries, slide by slide."""
    slides = []
    for parts in things[_SLIDE_KINDS]:
        image, credit = split_credit(_text(parts, Kind.SLIDE_IMAGE) or "")
        caption = "\n\n".join(block.text for block in parts.get(Kind.SLIDE_TEXT, ()))
        slides.append(
            Slide(
                _text(parts, Kind.SLIDE_GALLERY), _text(parts, Kind.SLIDE_TITLE), caption or None, image or None, credit
            )
        )
    return tuple(slides)


def read_recommends(things: Things) -> tuple[Recommendation, ...]:
    """The stories under "DW recommends"; the date stands in brackets behind teaser or headline."""
    recommends = []
    for parts in things[_RECOMMENDS_KINDS]:
        headline, headline_day = bracketed_date(_text(parts, Kind.RECOMMENDS_HEADLINE) or "")
        teaser, day = bracketed_date(" ".join(block.text for block in parts.get(Kind.RECOMMENDS_TEASER, ())))
        recommends.append(Recommendation(headline, day or headline_day, teaser or None, _url(parts)))
    return tuple(recommends)


def read_related(things: Things) -> tuple[RelatedStory, ...]:
    """The stories under "Related content", and those that a topic page lists."""
    related = []
    for parts in things[_RELATED_KINDS]:
        if Kind.RELATED_HEADLINE not in parts:
            continue
        headline, day = trailing_date(_text(parts, Kind.RELATED_HEADLINE) or "")
        teaser = " ".join(block.text for block in parts.get(Kind.RELATED_TEASER, ()))
        related.append(RelatedStory(headline, day, teaser or None, _text(parts, Kind.RELATED_IMAGE), _url(parts)))
    return tuple(related)


_IMAGE_KINDS = frozenset({Kind.IMAGE, Kind.IMAGE_CAPTION, Kind.IMAGE_CREDIT, Kind.INFOGRAPHIC})
_VIDEO_KINDS = frozenset({Kind.VIDEO_LABEL, Kind.VIDEO_PROGRAM, Kind.VIDEO_TITLE})
_SLIDE_KINDS = frozenset({Kind.SLIDE_IMAGE, Kind.SLIDE_GALLERY, Kind.SLIDE_TITLE, Kind.SLIDE_TEXT})
_RECOMMENDS_KINDS = frozenset({Kind.RECOMMENDS_HEADLINE, Kind.RECOMMENDS_TEASER})
_RELATED_KINDS = frozenset({Kind.RELATED_IMAGE, Kind.RELATED_HEADLINE, Kind.RELATED_TEASER})


_SORTS = (_IMAGE_KINDS, _VIDEO_KINDS, _SLIDE_KINDS, _RECOMMENDS_KINDS, _RELATED_KINDS)
_SORT_OF = {kind: kinds for kinds in _SORTS for kind in kinds}


def _text(parts: Parts, kind: Kind) -> str | None:
    for block in parts.get(kind, ()):
        if block.text:
            return block.text
    return None


def _url(parts: Parts) -> str | None:
    return next((block.url for blocks in parts.values() for block in blocks if block.url), None)
