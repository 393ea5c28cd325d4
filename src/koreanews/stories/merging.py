"""Making one record of copies: the preferred one, with the sources of all the others kept."""

from __future__ import annotations

from typing import Any

from koreanews.index.errors import ArchiveError
from koreanews.index.index import Index
from koreanews.parser.article import Article
from koreanews.stories.results import Group


class CannotMerge(ArchiveError):
    """The records cannot be made one without losing something."""


def merge(index: Index, groups: list[Group]) -> int:
    """Writes one record for each group, takes the others out of force; gives how many were taken out.

    Nothing is written where one of them cannot be. CannotMerge, and what `Index.writer` raises.
    """
    made = []
    for group in groups:
        first, *others = (index.get_record(copy.story.id) for copy in group.copies)
        made.append((_article(merged(first, others)), [other["id"] for other in others]))
    with index.writer() as writer:
        for article, ids in made:
            # The one that holds all sources first: whatever stops the rest loses nothing.
            writer.add(article)
            for id in ids:
                writer.remove(id)
    return sum(len(ids) for _, ids in made)


def merged(first: dict[str, Any], others: list[dict[str, Any]]) -> dict[str, Any]:
    """The first record with the sources of the others, and of what was merged into them before, under `sources`."""
    sources = list(first.get("sources") or ())
    for other in others:
        place = {"id": other["id"], "url": other["url"], "crawled": other["crawled"]}
        sources += [place | other["source"], *(other.get("sources") or ())]
    return first | {"sources": sources}


def _article(record: dict[str, Any]) -> Article:
    article = Article.from_record(record)
    if article.to_record() != record:
        raise CannotMerge(
            f"Records of this version cannot hold more than one source; {record['id']} was left as it is."
        )
    return article
