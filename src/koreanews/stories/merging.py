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
        first, *ids = (copy.story.id for copy in group.copies)
        others = [record for id in ids for record in _versions(index, id)]
        made.append((_article(merged(index.get_record(first), others)), ids))
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


def _versions(index: Index, id: str) -> list[dict[str, Any]]:
    """The record in force under an id, and what is kept of its page's other captures, the latest first."""
    numbers = [version.number for version in index.versions(id)]
    return [index.get_record(id, str(number)) for number in reversed(numbers)]


def _article(record: dict[str, Any]) -> Article:
    article = Article.from_record(record)
    if article.to_record() != record:
        raise CannotMerge(
            f"Records of this version cannot hold more than one source; {record['id']} was left as it is."
        )
    return article
