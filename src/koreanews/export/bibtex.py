"""Records as BibTeX, for LaTeX with BibTeX or Biber: an @online entry a record, in UTF-8.

@online is BibLaTeX's type; the styles of old BibTeX treat it as @misc. For these the date is given as year and month
besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from koreanews.export.authors import Author
from koreanews.export.citation import Citation, citation_of
from koreanews.export.values import Record


def bibtex_entries(records: Iterable[Record]) -> Iterator[str]:
    """The entries, a piece a record."""
    for record in records:
        citation = citation_of(record)
        fields = "".join(f",\n  {name} = {value}" for name, value in _fields(citation) if value)
        yield f"@online{{{citation.key}{fields}\n}}\n\n"


def in_latex(text: str) -> str:
    """The text as LaTeX prints it, each character as it is; its braces are balanced, as BibTeX wants them."""
    return _SPECIAL.sub(lambda match: _IN_LATEX.get(match[0], "{}"), text)


def _fields(citation: Citation) -> Iterator[tuple[str, str | None]]:
    """Names and values, these as they stand in the file; None for none."""
    yield "author", _braced(" and ".join(map(_name, citation.authors)))
    # The second braces keep a style from changing the headline's capitals: Korea is not "korea".
    yield "title", _braced(_braced(in_latex(citation.title)))
    if citation.issued:
        yield "date", _braced(_iso(citation.issued))
        yield "year", _braced(f"{citation.issued[0]:04}")
        yield "month", _MONTHS[citation.issued[1] - 1] if len(citation.issued) > 1 else None
    # What BibLaTeX calls the publisher of @online; Pandoc would print both.
    yield "organization", _braced(citation.publisher)
    # Verbatim for BibLaTeX and \url: escapes would be printed.
    yield "url", _braced(citation.url)
    yield "urldate", _braced(_iso(citation.accessed) if citation.accessed else None)
    yield "langid", _braced(_BABEL.get(citation.language))
    yield "keywords", _braced(in_latex(citation.section))
    yield "abstract", _braced(in_latex(citation.abstract))
    yield "note", _braced(in_latex(citation.note))
    yield "annote", _braced(in_latex(citation.archived))


def _braced(value: str | None) -> str | None:
    return f"{{{value}}}" if value else None


def _name(author: Author) -> str:
    """A name as BibTeX takes it apart: "von Family, Given"; one that is not to be taken apart stands in braces."""
    if not author.given:
        return f"{{{in_latex(author.family)}}}"
    family = f"{author.particle} {author.family}".lstrip()
    return f"{in_latex(family)}, {in_latex(author.given)}"


def _iso(parts: tuple[int, ...]) -> str:
    return "-".join((f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])))


# A backslash before a brace would not keep BibTeX from counting it.
_IN_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    **{char: f"\\{char}" for char in "%$&#_"},
}
# Between two of these TeX would join them into a dash or a quotation mark.
_LIGATURES = "(?<=-)(?=-)|(?<=')(?=')|(?<=,)(?=,)|(?<=[`?!])(?=`)"
_SPECIAL = re.compile(f"[{re.escape(''.join(_IN_LATEX))}]|{_LIGATURES}")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BABEL = {
    "ar": "arabic",
    "de": "ngerman",
    "en": "english",
    "es": "spanish",
    "fa": "persian",
    "fr": "french",
    "id": "indonesian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "tr": "turkish",
    "uk": "ukrainian",
    "zh": "chinese",
}
