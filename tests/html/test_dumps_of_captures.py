"""The real pages in ../shared/captures as programs dump them, each piece of text on a line: the records are the HTML's.

Between title line and headline such a dump has all languages and sections of the site; its paragraphs are in pieces.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import koreanews

CAPTURES = Path(__file__).parents[3] / "shared" / "captures"
PARTED = {"de-2023-04-28": 2}
"""How many paragraphs nobody can put together: a link behind a full stop, or behind two words that may be a title."""

pytestmark = pytest.mark.skipif(not CAPTURES.is_dir(), reason="the captures are not at hand")


def dump(html: bytes) -> str:
    """The whole text of a page, of what it shows and what it does not, as few lines of Python give it."""
    soup = BeautifulSoup(html, "lxml")
    for element in soup(["script", "style", "noscript"]):
        element.decompose()
    return soup.get_text("\n", strip=True)


@pytest.mark.parametrize("name", ["de-2023-04-28", "de-2023-06-13", "en-2013-wine"])
def test_a_dump_of_a_real_page_gives_the_record_of_its_html(name: str) -> None:
    html = (CAPTURES / f"{name}.html").read_bytes()
    of_html, of_dump = koreanews.parse(html), koreanews.parse(dump(html))
    for key in ("kind", "headline", "date", "section", "language", "teaser", "byline"):
        assert getattr(of_dump, key) == getattr(of_html, key), key
    assert [each.headline for each in of_dump.recommends] == [each.headline for each in of_html.recommends]
    told = [(each.headline, each.date, each.teaser) for each in of_dump.related]
    assert told == [(each.headline, each.date, each.teaser) for each in of_html.related]
    paragraphs = (of_dump.body or "").split("\n\n")
    missing = [paragraph for paragraph in (of_html.body or "").split("\n\n") if paragraph not in paragraphs]
    assert len(missing) == PARTED.get(name, 0)
