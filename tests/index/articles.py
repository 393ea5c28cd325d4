"""Articles for the tests of this folder, each with only what the test is about."""

from __future__ import annotations

import hashlib
from typing import Any

from koreanews.captures.capture import Source
from koreanews.parser.article import ARTICLE_FIELDS, SCHEMA, Article, Byline, Image, Recommendation, Slide

_NOTHING: dict[str, Any] = dict.fromkeys(ARTICLE_FIELDS) | dict.fromkeys(
    (
        *("dates", "headings", "images", "videos", "gallery", "read_more", "recommends", "related", "media", "links"),
        "sources",
    ),
    (),
)


def article(id: str, headline: str | None = None, body: str | None = None, **values: Any) -> Article:
    """An article in English of which nothing is known but what is given; its bytes are those of its text."""
    path = values.pop("path", f"pages/{id}.txt")
    saved = repr((headline, body, sorted(values.items()))).encode()
    known = {
        "id": id,
        "schema": SCHEMA,
        "kind": "article",
        "language": "en",
        "headline": headline,
        "body": body,
        "source": Source(path=path, format="text", sha256=hashlib.sha256(saved).hexdigest(), bytes=len(saved)),
    }
    return Article(**(_NOTHING | known | values))


def image(caption: str) -> Image:
    return Image(caption=caption, credit="Example Agency")


def slide(title: str, caption: str, gallery: str = "Eight bridges") -> Slide:
    return Slide(gallery=gallery, title=title, caption=caption, image=None, credit=None)


def recommendation(headline: str, teaser: str | None = None) -> Recommendation:
    return Recommendation(headline=headline, date=None, teaser=teaser, url=None)


def byline(authors: tuple[str, ...] = (), agencies: tuple[str, ...] = ()) -> Byline:
    return Byline(text=", ".join((*authors, *agencies)), authors=authors, agencies=agencies)
