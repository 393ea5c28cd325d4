"""Saved pages of our own prose that name other stories in the four ways: text dumps, and HTML as it was until 2023."""

from __future__ import annotations

import hashlib
from pathlib import Path

Item = tuple[str, str, str]
"""Headline, teaser and date (DD.MM.YYYY) of a story that is named."""

_WORDS = [
    "quay",
    "ridge",
    "market",
    "lantern",
    "ferry",
    "orchard",
    "temple",
    "bridge",
    "mill",
    "drum",
    "kettle",
    "harbour",
    "sparrow",
    "copper",
    "winter",
]


def prose(seed: str, paragraphs: int = 5) -> list[str]:
    """Paragraphs that no other seed gives."""

    def word(*at: object) -> str:
        return _WORDS[hashlib.sha256(repr((seed, *at)).encode()).digest()[0] % len(_WORDS)]

    def sentence(*at: object) -> str:
        number = int(hashlib.sha256(repr((at, seed)).encode()).hexdigest()[:4], 16)
        return f"The {word(*at, 1)} keeper saw {number} {word(*at, 2)} boats near the {word(*at, 3)} {word(*at, 4)}."

    return [" ".join(sentence(p, s) for s in range(3)) for p in range(paragraphs)]


def dump(
    headline: str,
    date: str,
    *,
    text: list[str] | None = None,
    read_more: tuple[str, ...] = (),
    recommends: tuple[Item, ...] = (),
    media: tuple[str, ...] = (),
    related: tuple[Item, ...] = (),
) -> str:
    """A text dump; the date as DD.MM.YYYY."""
    first, *rest = text or prose(headline)
    parts = [f" {headline} | Asia | DW | {date}", "Asia", headline, f"It was a day for {headline.split()[0]}.", first]
    parts += [f"Read more: {named}" for named in read_more]
    parts += rest
    if recommends:
        parts.append("DW recommends")
        parts += [part for named, teaser, day in recommends for part in (named, f"{teaser} ({day})")]
    if media:
        parts += ["Audios and videos on the topic", *media]
    if related:
        parts.append("Related content")
        parts += [part for named, teaser, day in related for part in ("Busan Hafen", f"{named} {day}", teaser)]
    return "\n\n".join(parts) + "\n"


def html(headline: str, date: str, number: int, named: str, *, tail: str = "") -> str:
    """An HTML page of DW's until 2023, with its number; `named` is the HTML of what it names below the story."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in prose(headline))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><link rel="canonical" '
        f'href="https://www.dw.com/en/page/a-{number}"><title>{headline} | Asia | DW | {date}</title></head><body>'
        f'<div id="bodyContent"><div class="col3"><h4 class="artikel">Asia</h4><h1>{headline}</h1>'
        f'<p class="intro">It was a day to remember.</p><div class="group"><div class="longText">{paragraphs}{tail}'
        f'</div></div>{named}<div class="group"><ul class="smallList"><li><strong>Date</strong> {date}</li></ul></div>'
        "</div></div></body></html>"
    )


def recommended(address: str, item: Item) -> str:
    """A recommendation as HTML has it."""
    headline, teaser, date = item
    return (
        f'<h4>DW recommends</h4><div class="group"><div class="linkList intern"><a href="{address}">'
        f"<h2>{headline}</h2><p>{teaser} ({date})</p></a></div></div>"
    )


def related(address: str, item: Item) -> str:
    """A related story as HTML has it."""
    headline, teaser, date = item
    return (
        f'<div class="col3 relatedContent"><h4 class="meta">Related content</h4><div class="col1"><div class="news">'
        f'<a href="{address}"><h2>{headline} <span class="date">{date}</span></h2><p>{teaser}</p></a></div></div></div>'
    )


def media(address: str, headline: str) -> str:
    """A video or gallery on the topic as HTML has it."""
    return (
        '<h4>Audios and videos on the topic</h4><div class="group"><div class="linkList overlayIcon">'
        f'<a href="{address}"><h2>{headline}</h2></a></div></div>'
    )


def save(folder: Path, **pages: str) -> Path:
    """Each page in a file of the folder, named as HTML where it is; the folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        ending = "html" if page.startswith("<!DOCTYPE") else "txt"
        (folder / f"{name}.{ending}").write_text(page, "utf-8")
    return folder
