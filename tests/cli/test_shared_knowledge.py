"""What the command line knows by heart, so as not to load the parser for it, is what the other stages say."""

from __future__ import annotations

from koreanews.cleaner.blocks import Kind
from koreanews.cli.commands.clean import FURNITURE
from koreanews.cli.dates import INFERRED, explained_date, marked_date
from koreanews.parser import verdicts


def test_inferred_dates_are_those_that_the_parser_infers() -> None:
    assert INFERRED == verdicts.INFERRED
    for source in verdicts.INFERRED:
        assert marked_date("2017-11", source) == "~2017-11"
        assert explained_date("2017-11", source).startswith("2017-11 (inferred: ")
    for source in verdicts.PUBLISHERS_WORD:
        assert marked_date("2019-03-22", source) == "2019-03-22"
        assert "inferred" not in explained_date("2019-03-22", source)
    assert (marked_date(None, None), explained_date(None, None)) == ("", "unknown")


def test_furniture_is_made_of_kinds_that_there_are() -> None:
    assert set(Kind) >= FURNITURE
    assert FURNITURE.isdisjoint({Kind.HEADLINE, Kind.PARAGRAPH, Kind.TEASER, Kind.VIDEO_LABEL, Kind.UNKNOWN})
