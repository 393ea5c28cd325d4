"""What servers give in place of a page, errors and walls of consent: of the kind "other"."""

from __future__ import annotations

import pytest
from framed import FRAMES

from koreanews import parse

ERRORS = [
    "404",
    "404 Not Found",
    "Error 404 – Page not found | DW",
    "Page not found – DW",
    "Fehler 404: Seite nicht gefunden",
    "502 Bad Gateway",
    "HTTP Error 503. Service Unavailable",
    "Access Denied",
    "Just a moment...",
    "Checking if the site connection is secure",
]
SORRY = "What you are looking for has been moved to another quay, or it has sunk."


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize(
    "html",
    [
        "<html><head><title>{0}</title></head><body><h1>{0}</h1>{1}</body></html>",
        "<html><head><title>{0}</title></head><body><p>{1}</p></body></html>",
        *(
            frame.replace("Headline", "{0}").replace("{}", "<p>{{1}}</p>").replace("{{1}}", "{1}")
            for frame in FRAMES.values()
        ),
    ],
)
def test_an_error_page_is_no_article_and_is_kept(error: str, html: str) -> None:
    article = parse(html.format(error, SORRY).encode())
    assert article.kind == "other"
    assert SORRY in (article.teaser, article.body)


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("top", ["", " date 2019-03-03 {0} | DW\n\n", " {0} | DW\n\n", "{0}\n\n"])
def test_an_error_page_as_a_text_dump_is_no_article(error: str, top: str) -> None:
    article = parse(f"{top.format(error)}{error}\n\n{SORRY}\n".encode())
    assert article.kind == "other"


BANNER = (
    "We use cookies to improve our service for you. You can find more information in our data protection declaration."
)


@pytest.mark.parametrize(
    "page",
    [
        f"<html><title>DW</title><body><div class='cookie'><p>{BANNER}</p><button>OK</button></div></body>",
        f"<html><body><div id='onetrust-consent-sdk'><p>{BANNER}</p></div></body></html>",
    ],
)
def test_a_wall_of_consent_with_nothing_else_is_no_article(page: str) -> None:
    assert parse(page.encode()).kind == "other"


@pytest.mark.parametrize(
    "page",
    [
        f"Page not found: why maps lie | Science | DW | 12.03.2019\n\nPage not found: why maps lie\n\n{SORRY}\n",
        f"404 | Science | DW | 12.03.2019\n\n404\n\n{SORRY}\n",
        f"Gone\n\nMarch 12, 2019\n\n{SORRY}\n\n{SORRY}\n",
        "Gone\n\n" + f"{SORRY}\n\n" * 20,
        f"Forbidden islands\n\n{SORRY}\n",
        f"503 sheep on one island\n\n{SORRY}\n",
        f"{BANNER}\n\nMore info OK\n\nThe quay\n\n{SORRY}\n",
        f"{BANNER}\n\nMore info OK\n",
        f" date 2019-03-03 The quay | News | DW | 12.03.2019\n\n{BANNER}\n\nMore info OK\n",
    ],
)
def test_a_story_is_an_article_whatever_it_is_called(page: str) -> None:
    assert parse(page.encode()).kind == "article"
