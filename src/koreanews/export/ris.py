"""Records as RIS, which EndNote, Zotero, Mendeley and library catalogues read: a line a value, a tag before each.

Every value is one line, so that no text can begin a line and pass for a tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from koreanews.export.authors import Author
from koreanews.export.citation import Citation, citation_of
from koreanews.export.values import Record


def ris_entries(records: Iterable[Record]) -> Iterator[str]:
    """The entries, a piece a record."""
    for record in records:
        citation = citation_of(record)
        yield "".join(f"{tag}  - {value}\n" for tag, value in _tagged(citation) if value) + "ER  - \n\n"


def _tagged(citation: Citation) -> Iterator[tuple[str, str | None]]:
    """The lines of one reference, each with its tag; what has no value is left out later."""
    yield "TY", "NEWS" if citation.is_story else "ELEC"
    yield "ID", citation.key
    yield "TI", citation.title
    for author in citation.authors:
        yield "AU", _name(author)
    yield "T2", citation.publisher
    yield "PB", citation.publisher
    if citation.issued:
        yield "PY", f"{citation.issued[0]:04}"
        yield "DA", _date(citation.issued)
    if citation.accessed:
        yield "Y2", _date(citation.accessed)
    yield "SE", citation.section
    yield "AB", citation.abstract
    yield "LA", citation.language
    # A semicolon would divide one address into two.
    yield "UR", citation.url and citation.url.replace(";", "%3B")
    yield "N1", citation.note
    yield "N1", citation.archived


def _name(author: Author) -> str:
    family = f"{author.particle} {author.family}".lstrip()
    return f"{family}, {author.given}" if author.given else family


def _date(parts: tuple[int, ...]) -> str:
    """A date as RIS has it, "2019/03/22/": the slashes stand also where month or day are not known."""
    year, month, day = (f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:]), "", "")[:3]
    return f"{year}/{month}/{day}/"
