"""A page being composed, with the record that it must give: each part of a page adds to both at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hypothesis import strategies as st
from ordinary_prose import ENGLISH, GERMAN, Prose

BLANK_LINE = "\n\n"
TWO_BLANK_LINES = "\n\n\n"
NO_BREAK = "\u00a0"

OWN_SOURCES = ("title", "dateline", "metadata")


@dataclass
class Draft:
    """The text so far and the record so far. `candidates` are the (date, source) pairs that stand on the page."""

    draw: st.DrawFn
    prose: Prose
    published: date
    text: str = ""
    candidates: set[tuple[str, str]] = field(default_factory=set)
    contradicted: set[str] = field(default_factory=set)
    record: dict[str, Any] = field(default_factory=lambda: dict(_NOTHING))

    def put(self, text: str, separator: str = BLANK_LINE) -> None:
        """Append a piece of the page, `separator` between it and what stands above."""
        self.text += text if not self.text else separator + text

    def add(self, key: str, *items: Any) -> None:
        """Append to one of the record's lists."""
        self.record[key] = [*self.record[key], *items]

    def date(self, when: date, source: str) -> None:
        self.candidates.add((when.isoformat(), source))

    def coin(self) -> bool:
        return self.draw(st.booleans())

    def one_of(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def finish(self) -> dict[str, Any]:
        """The whole expected record, with what follows from the parts: the body's text and the date that wins."""
        won = winner(self.candidates, self.contradicted)
        body = self.record["body"]
        return self.record | {
            "body": BLANK_LINE.join(body) if body else None,
            "dates": self.candidates,
            "date": won[0] if won else None,
            "date_source": won[1] if won else None,
        }


def new_draft(draw: st.DrawFn) -> Draft:
    """An empty page in English or, less often, in German."""
    prose = draw(st.sampled_from((ENGLISH, ENGLISH, GERMAN)))
    published = draw(st.dates(date(2005, 1, 1), date(2024, 12, 31)))
    draft = Draft(draw, prose, published)
    draft.record |= {"kind": "article", "language": prose.language, "headline": draw(prose.headlines())}
    return draft


def winner(candidates: set[tuple[str, str]], contradicted: set[str]) -> tuple[str, str] | None:
    """The date that wins and its source, by the rules of design.md.

    The publisher's own word first; then the newest of what the page embeds and recommends, since it cannot be
    older (where a video and a recommendation are of one day, the video, as the earlier in design.md's list);
    the crawler's guess where it stands alone and is not another story's date.
    """
    for source in OWN_SOURCES:
        for candidate in candidates:
            if candidate[1] == source:
                return candidate
    bounds = [candidate for candidate in candidates if candidate[1] in ("video", "recommends")]
    if bounds:
        return max(bounds, key=lambda candidate: (candidate[0], candidate[1] == "video"))
    guesses = [candidate for candidate in candidates if candidate[0] not in contradicted]
    return guesses[0] if guesses else None


def dotted(when: date) -> str:
    return when.strftime("%d.%m.%Y")


def in_words(when: date, language: str) -> str:
    """ "March 5, 2023" or "5. März 2023": days without a leading zero, as on DW's pages."""
    if language == "de":
        return f"{when.day}. {_GERMAN_MONTHS[when.month - 1]} {when.year}"
    return f"{_MONTHS[when.month - 1]} {when.day}, {when.year}"


def permalink(number: int) -> str:
    """The short address of DW page `number`: base 62, digits 0-9A-Za-z."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    text = ""
    while number:
        number, digit = divmod(number, 62)
        text = digits[digit] + text
    return f"https://p.dw.com/p/{text}"


_LISTS = ("headings", "images", "videos", "gallery", "read_more", "recommends", "related", "media", "links")
_NOTHING: dict[str, Any] = dict.fromkeys(("section", "teaser", "byline", "url", "dw_id")) | {
    key: [] for key in ("body", *_LISTS)
}
_MONTHS = ("January", "February", "March", "April", "May", "June")
_MONTHS += ("July", "August", "September", "October", "November", "December")
_GERMAN_MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni")
_GERMAN_MONTHS += ("Juli", "August", "September", "Oktober", "November", "Dezember")
