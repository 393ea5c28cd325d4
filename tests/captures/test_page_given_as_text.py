"""A page that a program has decoded already is read as its bytes would be: text as text, HTML as HTML."""

from __future__ import annotations

from hashlib import sha256

import pytest
from saved_pages import TEXT, html

import koreanews
from koreanews.captures import Source, capture_from_text

DECLARED_OTHERWISE = html("Ein Brief über Tonghae: 동해", head="<meta charset=iso-8859-1>")


def test_html_is_read_as_html_whatever_encoding_it_declares() -> None:
    page = capture_from_text(DECLARED_OTHERWISE, "letter")
    data = DECLARED_OTHERWISE.encode()
    assert page.is_html
    assert page.text == DECLARED_OTHERWISE
    assert page.source == Source("letter", "html", sha256(data).hexdigest(), len(data))
    assert koreanews.parse(DECLARED_OTHERWISE).headline == "Ein Brief über Tonghae: 동해"


@pytest.mark.parametrize("page", [html(), TEXT])
def test_text_and_bytes_of_a_page_give_the_same_record(page: str) -> None:
    assert koreanews.parse(page) == koreanews.parse(page.encode())
    assert koreanews.blocks(page) == koreanews.blocks(page.encode())


def test_what_the_saving_browser_says_counts() -> None:
    url = "https://www.dw.com/en/lanterns-over-the-taedong/a-48000000"
    page = capture_from_text(f"<!-- saved from url=({len(url):04}){url} -->\n{html()}", "page")
    assert page.url == url


def test_a_text_that_talks_of_tags_stays_text() -> None:
    assert not capture_from_text("<p> is the tag of a paragraph, they say.\n", "page").is_html


def test_text_is_taken_whatever_characters_it_holds() -> None:
    text = "A headline\n\nHalf a character, \ud800, in a teaser.\n"
    assert koreanews.parse(text).source.bytes == len(text) + 2
