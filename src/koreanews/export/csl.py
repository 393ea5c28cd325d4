"""Records as CSL-JSON, which Zotero, Pandoc and every CSL processor read: one array, an item a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from koreanews.export.as_json import json_array
from koreanews.export.authors import Author
from koreanews.export.citation import Citation, citation_of
from koreanews.export.values import Record


def csl_items(records: Iterable[Record]) -> Iterator[str]:
    """The array, piece by piece."""
    return json_array(_item(citation_of(record)) for record in records)


def _item(citation: Citation) -> dict[str, Any]:
    """The item; a variable without a value is left out, as CSL's schema wants it."""
    issued = _date(citation.issued)
    if issued and citation.is_inferred:
        # Styles print it as "ca."; the note says why.
        issued["circa"] = True
    variables = {
        "title": citation.title,
        "author": [_name(author) for author in citation.authors],
        "issued": issued,
        "accessed": _date(citation.accessed),
        "container-title": citation.publisher,
        "publisher": citation.publisher,
        "section": citation.section,
        "abstract": citation.abstract,
        "language": citation.language,
        "URL": citation.url,
        "note": citation.note,
        "annote": citation.archived,
    }
    kind = "article-newspaper" if citation.is_story else "webpage"
    return {"id": citation.key, "type": kind} | {name: value for name, value in variables.items() if value}


def _date(parts: tuple[int, ...] | None) -> dict[str, Any] | None:
    return {"date-parts": [list(parts)]} if parts else None


def _name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.family}
    name = {"family": author.family, "given": author.given}
    return name | {"non-dropping-particle": author.particle} if author.particle else name
