"""The record: what koreanews knows of one page, in the keys and the order of the JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from koreanews.captures.capture import Source

SCHEMA: Final = 1
"""Version of the record's format; raised by any change that an older reader would misread."""


class DateCandidate(NamedTuple):
    """A date that stands on a page: ISO 8601 or null where impossible, which source, its words, its verdict."""

    date: str | None
    source: str
    text: str
    verdict: str


class Byline(NamedTuple):
    """Who wrote it: the line as it stands, and what it names."""

    text: str
    authors: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


class Image(NamedTuple):
    """A picture of the story."""

    caption: str | None
    credit: str | None


class Video(NamedTuple):
    """A video embedded in the story; duration "MM:SS" as it stands, date ISO 8601."""

    title: str | None
    duration: str | None
    program: str | None
    date: str | None


class Slide(NamedTuple):
    """One picture of a photo gallery; `gallery` is the gallery's title, `image` the picture's alt text."""

    gallery: str | None
    title: str | None
    caption: str | None
    image: str | None
    credit: str | None


class Recommendation(NamedTuple):
    """A story under "DW recommends"."""

    headline: str
    date: str | None
    teaser: str | None
    url: str | None


class RelatedStory(NamedTuple):
    """A story under "Related content"; `image` is its picture's alt text."""

    headline: str
    date: str | None
    teaser: str | None
    image: str | None
    url: str | None


class MergedSource(NamedTuple):
    """Where a copy of the page was read from that was merged into this record: the copy's own id and its source."""

    id: str
    url: str | None
    crawled: str | None
    path: str
    format: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Article:
    """One record. The fields are the JSON's keys, in its order; see docs/record.md.

    `dw_id` is DW's own id of the page ("a-52060881"), `crawled` the moment of capture (ISO 8601, UTC) where the
    container tells it. `kind` is "article", "gallery", "media", "live-blog", "topic" or "other". `date` is ISO 8601
    at the precision known, `date_source` the rule that won, `dates` every candidate. `language` is ISO 639-1. `body`
    holds paragraphs, headings and list items ("• ...") with one blank line between. `sources` are those of the copies
    that a person had merged into this record; the parser leaves it empty.
    """

    id: str
    schema: int
    kind: str
    headline: str | None
    date: str | None
    date_source: str | None
    dates: tuple[DateCandidate, ...]
    section: str | None
    language: str | None
    teaser: str | None
    byline: Byline | None
    body: str | None
    headings: tuple[str, ...]
    images: tuple[Image, ...]
    videos: tuple[Video, ...]
    gallery: tuple[Slide, ...]
    read_more: tuple[str, ...]
    recommends: tuple[Recommendation, ...]
    related: tuple[RelatedStory, ...]
    media: tuple[str, ...]
    links: tuple[str, ...]
    url: str | None
    dw_id: str | None
    crawled: str | None
    source: Source
    sources: tuple[MergedSource, ...] = ()

    def to_record(self) -> dict[str, Any]:
        """The record as plain dicts, lists and strings, ready for `json.dumps`; its keys are the fields in order."""
        return {name: _plain(getattr(self, name)) for name in ARTICLE_FIELDS}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Article:
        """The article of a record as `to_record` gives it. KeyError or TypeError where it is not one."""
        values = {name: record[name] for name in ARTICLE_FIELDS}
        for name, shape in _TUPLES_OF.items():
            # What else a hand has written into it is left in records.jsonl: the schema allows it at every level.
            values[name] = tuple(shape(*(item[key] for key in shape._fields)) for item in values[name])
        for name in _TUPLES_OF_STRINGS:
            values[name] = tuple(values[name])
        if (byline := values["byline"]) is not None:
            values["byline"] = Byline(
                byline["text"], tuple(byline["authors"]), tuple(byline["initials"]), tuple(byline["agencies"])
            )
        source = values["source"]
        values["source"] = Source(source["path"], source["format"], source["sha256"], source["bytes"])
        return cls(**values)


ARTICLE_FIELDS: tuple[str, ...] = tuple(Article.__dataclass_fields__)

_TUPLES_OF: dict[str, Any] = {
    "dates": DateCandidate,
    "images": Image,
    "videos": Video,
    "gallery": Slide,
    "recommends": Recommendation,
    "related": RelatedStory,
    "sources": MergedSource,
}
_TUPLES_OF_STRINGS: Final = ("headings", "read_more", "media", "links")


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        return dict(zip(names, map(_plain, value), strict=True)) if names else [_plain(item) for item in value]
    return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
