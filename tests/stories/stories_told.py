"""Articles of our own prose for the tests of this folder."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from koreanews.captures.capture import Source
from koreanews.index import Index
from koreanews.parser.article import ARTICLE_FIELDS, SCHEMA, Article, Recommendation, RelatedStory
from koreanews.stories import Stories

_LISTS = ("dates", "headings", "images", "videos", "gallery", "read_more", "recommends", "related", "media", "links")
_NOTHING: dict[str, Any] = dict.fromkeys(ARTICLE_FIELDS) | dict.fromkeys((*_LISTS, "sources"), ())


def story(id: str, headline: str | None, date: str | None = None, **values: Any) -> Article:
    """An article of which nothing is known but what is given; a date is the title line's unless said otherwise."""
    path = values.pop("path", f"pages/{id}.txt")
    saved = repr((id, headline, date, sorted(values.items()))).encode()
    known = {
        "id": id,
        "schema": SCHEMA,
        "kind": "article",
        "language": "en",
        "headline": headline,
        "date": date,
        "date_source": "title" if date else None,
        "source": Source(path, "text", hashlib.sha256(saved).hexdigest(), len(saved)),
    }
    return Article(**{name: value for name, value in (_NOTHING | known | values).items() if name in ARTICLE_FIELDS})


def recommended(headline: str, date: str | None = None, teaser: str | None = None, url: str | None = None) -> Any:
    return Recommendation(headline, date, teaser, url)


def related(headline: str, date: str | None = None, teaser: str | None = None, url: str | None = None) -> Any:
    return RelatedStory(headline, date, teaser, None, url)


def archive(folder: Path, *articles: Article) -> Stories:
    """An archive that holds these articles, put in one after the other."""
    index = Index(folder / "index")
    with index.writer() as writer:
        for article in articles:
            writer.add(article)
    return Stories(index)


def add(stories: Stories, *articles: Article) -> None:
    with stories.index.writer() as writer:
        for article in articles:
            writer.add(article)


def remove(stories: Stories, *ids: str) -> None:
    with stories.index.writer() as writer:
        for id in ids:
            writer.remove(id)


def meant(stories: Stories, page: str) -> list[tuple[str, tuple[str, ...]]]:
    """What a page names: for each story its status, and the ids that it may mean."""
    return [(link.status, tuple(one.story.id for one in link.meant)) for link in stories.links(page).outgoing]


def body(seed: int, paragraphs: int = 8) -> str:
    """Paragraphs that no other seed gives: who did what where, by rule."""
    who = ("ferryman", "baker", "weaver", "teacher", "diver", "potter", "miller", "singer", "gardener", "sailor")
    did = ("mended", "painted", "counted", "lifted", "borrowed", "measured", "cleaned", "sold", "hid", "carried")
    what = ("nets", "bells", "kites", "lamps", "boats", "drums", "maps", "ropes", "jars", "gates", "looms")
    where = ("quay", "ridge", "market", "island", "orchard", "station", "temple", "bridge", "mill", "harbour")

    def pick(words: tuple[str, ...], *at: int) -> str:
        digest = hashlib.sha256(repr((seed, *at)).encode()).digest()
        return words[digest[0] % len(words)]

    def sentence(*at: int) -> str:
        number = int(hashlib.sha256(repr((at, seed)).encode()).hexdigest()[:3], 16)
        return (
            f"The {pick(who, *at, 1)} {pick(did, *at, 2)} {number} {pick(what, *at, 3)} by the {pick(where, *at, 4)} "
            f"while a {pick(who, *at, 5)} {pick(did, *at, 6)} the {pick(what, *at, 7)}."
        )

    return "\n\n".join(" ".join(sentence(p, s) for s in range(3)) for p in range(paragraphs))
