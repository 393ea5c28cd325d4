"""What stands below a story listed since 2022: its section and its date, glued or not, in all the forms of a date."""

from __future__ import annotations

import pytest

from koreanews.cleaner.text.listed import closes_item


@pytest.mark.parametrize(
    "text",
    [
        "Sports June 14, 2026",
        "Sports 06/14/2026 June 14, 2026",
        "SportsJune 14, 202602:36 min",
        "Sport 14. Juni 2026 02:36 Min.",
        "Sports6 hours ago",
        "Sports 6 hours ago",
    ],
)
def test_section_and_date_close_a_story(text: str) -> None:
    assert closes_item(text)


@pytest.mark.parametrize("text", ["Sports for all 31 islands", "Since June 14, 2026 the ferry has been out of order."])
def test_a_headline_and_a_teaser_do_not(text: str) -> None:
    assert not closes_item(text)
