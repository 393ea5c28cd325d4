"""What the command line knows by heart, so as not to load the parser for it, is what the other stages say."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import get_args

import click

from koreanews.cleaner.blocks import Kind
from koreanews.cli.commands import graph
from koreanews.cli.commands.clean import FURNITURE
from koreanews.cli.dates import INFERRED, explained_date, marked_date
from koreanews.cli.selection import KINDS
from koreanews.cli.stories import WAYS
from koreanews.index.lines import SCHEMA_FILE
from koreanews.parser import verdicts
from koreanews.stories.graph_formats import FORMATS
from koreanews.stories.mentions import Way


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


def test_kinds_of_records_are_those_of_the_schema() -> None:
    schema = json.loads(files("koreanews.index").joinpath(SCHEMA_FILE).read_bytes())
    assert list(KINDS) == schema["else"]["properties"]["kind"]["enum"]


def test_the_map_of_stories_is_offered_in_every_format() -> None:
    (kind,) = (param.type for param in graph.command.params if param.name == "form")
    assert isinstance(kind, click.Choice)
    assert list(kind.choices) == list(FORMATS)


def test_every_way_to_name_a_story_has_words() -> None:
    assert set(WAYS) == set(get_args(Way))
