"""Tools that read headline, date and text from HTML."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import newspaper
import trafilatura
from lxml.html import fromstring
from readability import Document

import koreanews

OURS = "koreanews"


class Extracted(NamedTuple):
    """What a tool reads; "" for what it does not. `summary` is what it gives beside the text."""

    headline: str
    date: str
    text: str
    summary: str = ""


def ours(html: str) -> Extracted:
    article = koreanews.parse(html.encode())
    return Extracted(article.headline or "", article.date or "", article.body or "", article.teaser or "")


def by_trafilatura(html: str) -> Extracted:
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None:
        return Extracted("", "", "")
    return Extracted(found.title or "", found.date or "", found.text or "", found.description or "")


def by_newspaper(html: str) -> Extracted:
    article = newspaper.Article(url="https://www.dw.com/en/a/a-1", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    date = article.publish_date.date().isoformat() if article.publish_date else ""
    return Extracted(article.title or "", date, article.text or "", article.meta_description or "")


def by_readability(html: str) -> Extracted:
    """It looks for no date."""
    document = Document(html)
    content = document.summary()
    text = " ".join(fromstring(content).itertext())
    return Extracted(document.short_title() or "", "", text)


EXTRACTORS: dict[str, Callable[[str], Extracted]] = {
    OURS: ours,
    "trafilatura": by_trafilatura,
    "newspaper4k": by_newspaper,
    "readability-lxml": by_readability,
}
