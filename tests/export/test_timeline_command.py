"""`koreanews timeline` as people type it: rows on a pipe, bars on a terminal, a picture in a file."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from archive_commands import koreanews
from rich.console import Console

from koreanews.cli.bars import bar_lines
from koreanews.cli.screen import drawn
from koreanews.export import timeline_of

CUT_TIES = "US calls on Germany to cut diplomatic ties with North Korea"
PULLS_OUT = "North Korea pulls out of liaison office with South Korea"


def test_on_a_pipe_rows_have_tabs(archive: Path) -> None:
    result = koreanews("--index", archive, "timeline", "--by", "year")
    assert result.exit_code == 0, result.output
    assert [line.split("\t") for line in result.stdout.splitlines()] == [
        ["2017", "year", "1", "1", "peak", "002_99e8395a751e14f3", CUT_TIES],
        ["2018", "year", "0", "0", "", "", ""],
        ["2019", "year", "1", "0", "peak", "000_f07122383b230fd2", PULLS_OUT],
    ]


def test_json_and_csv_say_the_same(archive: Path) -> None:
    lines = koreanews("--index", archive, "timeline", "--json").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) == 17
    assert rows[0] == {
        "period": "2017-11",
        "by": "month",
        "count": 1,
        "inferred": 1,
        "peak": True,
        "id": "002_99e8395a751e14f3",
        "headline": CUT_TIES,
    }
    written = koreanews("--index", archive, "timeline", "--csv").stdout
    table = list(csv.DictReader(io.StringIO(written, newline="")))
    assert [row["period"] for row in table] == [row["period"] for row in rows]
    assert table[0]["peak"] == "true"
    assert table[0]["headline"] == CUT_TIES


def test_a_query_and_options_choose(archive: Path) -> None:
    result = koreanews("--index", archive, "timeline", "korea", "-liaison", "--from", "2017", "--by", "week")
    assert result.stdout == f"2017-W48\tweek\t1\t1\tpeak\t002_99e8395a751e14f3\t{CUT_TIES}\n"
    result = koreanews("--index", archive, "timeline", "xylophone")
    assert (result.exit_code, result.stderr) == (1, "Nothing found for: xylophone\n")


def test_a_picture_is_drawn_into_a_file(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "korea.svg"
    result = koreanews("--index", archive, "timeline", "korea", "--svg", path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Drew 2 records into {path}\n")
    root = ElementTree.fromstring(path.read_bytes())
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "korea"
    again = koreanews("--index", archive, "timeline", "korea", "--svg", path)
    assert again.exit_code == 1
    assert "--force" in again.stderr
    printed = koreanews("--index", archive, "timeline", "korea", "--svg", "-")
    assert printed.stdout == path.read_text(encoding="utf-8")


def test_one_form_at_a_time(archive: Path) -> None:
    result = koreanews("--index", archive, "timeline", "--json", "--csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--json, --csv and --svg exclude each other" in result.stderr


class Story(NamedTuple):
    id: str
    date: str | None
    date_source: str | None = "title"
    headline: str | None = None


STORIES = [
    *(Story(f"a{n}", "2019-01-02", headline="Talks about \x1b[31mtalks") for n in range(8)),
    Story("b", "2019-01-03", "weekday"),
    Story("c", "2019-06"),
    Story("d", "2019"),
    Story("e", None),
]


def screen(width: int, *, ascii_only: bool = False) -> list[str]:
    console = Console(width=width, force_terminal=True, no_color=True, highlight=False, markup=False)
    lines = bar_lines(timeline_of(STORIES, "month"), width, ascii_only=ascii_only)
    return drawn(console, *lines).replace("\x1b[2m", "").replace("\x1b[0m", "").splitlines()


def test_on_a_terminal_bars_fit_the_width() -> None:
    first, empty, last, *said = screen(80)
    assert first.split() == ["2019-01", "9", "█" * 24 + "░" * 3, "Talks", "about", r"\x1b[31mtalks"]
    assert empty == "... 4 months without a story"
    assert last.split()[:3] == ["2019-06", "1", "█" * 3]
    assert said == [
        "░: 1 story with a date that was inferred, not read on the page.",
        "In no month, dated less precisely: 1 story, 2019 (1).",
        "Without a date: 1 story.",
    ]


@pytest.mark.parametrize("width", [1, 12, 20, 40, 61, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert all(len(line) <= width for line in screen(width))


def test_a_terminal_without_block_characters_has_bars_too() -> None:
    assert screen(40, ascii_only=True)[0].split()[2].strip("#-") == ""
