"""Pages kept as Markdown, by clippers and by programs that make it of HTML."""

from __future__ import annotations

import pytest

import koreanews
from koreanews.captures import Capture, capture_from_bytes
from koreanews.captures.page import MARKDOWN
from koreanews.parser import Article

STORY = """# A ferry for the island

March 3, 2021

The ferry to the island sails again. It had not for years.

![A ferry at the pier](https://static.example.org/1_303.jpg)

The island's old ferry at the pier

Sailors say that [the harbor](/en/harbor/a-77) was closed for nine winters, and that *nobody* knew why it was.

**Read more:** [The last ferry](/en/the-last-ferry/a-123)

## What sailors say

The port was opened in May by the mayor, who said \\- and meant it \\- that he was glad of everyone who came.

#### DW recommends

[## Sails for the port

A morning with sailmakers, who have not much to do. (04.02.2021)](/en/sails-for-the-port/a-456)
"""


def parsed(text: str, path: str = "page.txt") -> Article:
    capture = capture_from_bytes(text.encode(), path=path)
    assert isinstance(capture, Capture)
    assert (capture.source.format, capture.is_html) == (MARKDOWN, True)
    return koreanews.parse_capture(capture)


def test_what_stands_in_it_is_the_page() -> None:
    page = parsed(STORY)
    assert (page.headline, page.date, page.date_source) == ("A ferry for the island", "2021-03-03", "dateline")
    assert page.teaser == "The ferry to the island sails again. It had not for years."
    assert page.body == (
        "Sailors say that the harbor was closed for nine winters, and that nobody knew why it was.\n\n"
        "What sailors say\n\n"
        "The port was opened in May by the mayor, who said - and meant it - that he was glad of everyone who came."
    )
    assert page.headings == ("What sailors say",)
    assert [(image.caption, image.credit) for image in page.images] == [("The island's old ferry at the pier", None)]
    assert page.read_more == ("The last ferry",)
    assert [(story.headline, story.date, story.teaser) for story in page.recommends] == [
        ("Sails for the port", "2021-02-04", "A morning with sailmakers, who have not much to do.")
    ]


def test_given_as_text_it_is_the_same() -> None:
    record = koreanews.parse(STORY).to_record()
    assert record["source"]["format"].startswith(MARKDOWN)
    assert {**record, "id": "", "source": ""} == {**parsed(STORY).to_record(), "id": "", "source": ""}


def test_lines_that_are_wrapped_are_one() -> None:
    wrapped = STORY.replace(
        "[the harbor](/en/harbor/a-77) was", "[the old-\nfashioned\nharbor](/en/the-old-\nharbor/a-77) was"
    )
    assert parsed(wrapped).body == parsed(wrapped.replace("\n", "\r\n")).body
    assert parsed(wrapped).body == (parsed(STORY).body or "").replace("the harbor", "the old-fashioned harbor")


@pytest.mark.parametrize(
    ("above", "date"),
    [
        (
            '---\ntitle: "A ferry for the island"\nsource: "https://www.dw.com/en/a-ferry/a-123456"\n'
            "author:\n  - A. Name\npublished: 2021-03-04\ncreated: 2026-01-02\n---\n",
            ("2021-03-04", "metadata"),
        ),
        (
            "---\r\nurl: https://www.dw.com/en/a-ferry/a-123456\r\ndate: '2021-03-04'\r\n---\r\n",
            ("2021-03-04", "capture-header"),
        ),
        (
            "Title: A ferry for the island | Asia | DW\n\nURL Source: https://www.dw.com/en/a-ferry/a-123456\n\n"
            "Published Time: 2021-03-04T10:00:00Z\n\nMarkdown Content:\n",
            ("2021-03-04", "metadata"),
        ),
    ],
    ids=["Obsidian", "Jekyll", "Jina Reader"],
)
def test_what_the_saver_tells_is_told_of_the_page(above: str, date: tuple[str, str]) -> None:
    story = STORY.partition("#### DW recommends")[0]
    page = parsed(above + story.replace("March 3, 2021\n\n", ""))
    assert (page.headline, page.url, page.dw_id) == (
        "A ferry for the island",
        "https://www.dw.com/en/a-ferry/a-123456",
        "a-123456",
    )
    assert (page.date, page.date_source) == date
    assert page.body == parsed(story).body
    # The page's own date goes before both.
    assert (parsed(above + story).date, parsed(above + story).date_source) == ("2021-03-03", "dateline")


def test_a_picture_that_stands_there_twice_is_one() -> None:
    picture = "![A ferry at the pier](https://static.example.org/1_303.jpg)"
    assert parsed(STORY.replace(picture, picture * 2)).images == parsed(STORY).images


def test_a_name_tells_where_marks_do_not() -> None:
    story = "A *ferry* for the island\n\nMarch 3, 2021\n\nThe ferry to the island sails again. It had not for years.\n"
    assert parsed(story, "page.MD").headline == "A ferry for the island"
    assert koreanews.parse(story).headline == "A *ferry* for the island"


@pytest.mark.parametrize(
    "text",
    [
        "A ferry for the island\n\nSee [my note](https://example.org/note) on it.\n\n# keep\n",
        "A ferry for the island\n\n[sic](it was), it says. #ferry #island #port\n",
        "---\n\nA ferry for the island\n\n---\n",
        "Title: it is none\n\nThe ferry to the island sails again.\n",
        STORY + "The ferry sails. " * 40_000,
    ],
    ids=["a note", "brackets", "rules", "a colon", "too much of it"],
)
def test_a_text_dump_stays_one(text: str) -> None:
    assert "".join(block.raw for block in koreanews.blocks(text)) == text


@pytest.mark.parametrize(
    "text", ["# ", "---\ntitle: \n---\n", "---\ntitle: x\n---", "\ufeff---\nurl: <b\n---\n\n# A", "![](a)"]
)
def test_hardly_a_page_is_read_all_the_same(text: str) -> None:
    assert parsed(text, "page.md").kind
