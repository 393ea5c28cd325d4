"""Numbers of things in sentences: one of a thing is said in the singular, however it ends."""

from __future__ import annotations

import pytest

from koreanews.index.counting import counted


@pytest.mark.parametrize(
    ("number", "one", "said"),
    [
        (1, "record", "1 record"),
        (0, "record", "0 records"),
        (12345, "byte", "12,345 bytes"),
        (2, "story", "2 stories"),
        (1, "story", "1 story"),
        (2, "copy", "2 copies"),
        (2, "day", "2 days"),
        (2, "older version", "2 older versions"),
        (1.0, "second", "1 second"),
        (0.5, "second", "0.5 seconds"),
        (60.0, "second", "60 seconds"),
    ],
)
def test_a_number_of_things(number: float, one: str, said: str) -> None:
    assert counted(number, one) == said
