"""A records.jsonl that was edited, cut, merged or written by a newer koreanews, met by each command as it should be."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from running import koreanews
from saved_stories import HARBOUR, LIBRARY, save

COMMANDS = ("ingest pages", "list", "search harbour", "show harbour", "stats", "check", "compact")

Change = Callable[[bytes], bytes]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """The records.jsonl of an archive of two stories, harbour and library."""
    assert koreanews("ingest", save(tmp_path / "pages", harbour=HARBOUR, library=LIBRARY)).exit_code == 0
    return tmp_path / "koreanews-index" / "records.jsonl"


def first(change: Change) -> Change:
    """Changes the first line alone."""

    def changed(data: bytes) -> bytes:
        line, end, rest = data.partition(b"\n")
        return change(line) + end + rest

    return changed


REFUSED: dict[str, tuple[Change, int, str, str]] = {
    "a mark of a merge conflict": (
        lambda data: b"<<<<<<< HEAD\n" + data,
        1,
        "this is a mark of a merge conflict",
        "<<<<<<< HEAD\n",
    ),
    "both sides of a conflict": (
        lambda data: data + b"=======\n" + data,
        3,
        "this is a mark of a merge conflict",
        "=======\n",
    ),
    "a line cut in the middle of the file": (
        first(lambda line: line[:50]),
        1,
        "this is not JSON",
        "",
    ),
    "two lines run together": (
        lambda data: data.replace(b"\n", b"", 1),
        1,
        "this is not JSON",
        "",
    ),
    "a key taken out": (
        first(lambda line: line.replace(b'"kind": "article", ', b"")),
        1,
        "has no 'kind'",
        "",
    ),
    "a value of another kind": (
        first(lambda line: line.replace(b'"images": []', b'"images": 7')),
        1,
        "has not the shape of one",
        "",
    ),
    "a text of another encoding": (
        first(lambda line: line.replace(b'"kind"', b'"k\xefnd"')),
        1,
        "this is not UTF-8 text",
        "",
    ),
}


@pytest.mark.parametrize("damage", REFUSED)
def test_a_line_that_is_no_record_is_named_and_nothing_touched(records: Path, damage: str) -> None:
    change, number, reason, moved = REFUSED[damage]
    sound = records.read_bytes()
    records.write_bytes(change(sound))
    damaged = records.read_bytes()
    assert damaged != sound
    for command in COMMANDS:
        result = koreanews(*command.split())
        told = result.stdout if command == "check" else result.stderr
        assert result.exit_code == 1, command
        assert f"records.jsonl, line {number}: " in told, command
        assert (reason in told) or command == "check", command
        assert told.count("Error: ") == (command != "check"), command
        assert "Traceback" not in result.output, command
    assert records.read_bytes() == damaged
    assert not (records.parent / "records.rejected.jsonl").exists()
    assert koreanews("check", "--repair").exit_code == 1
    rejected = (records.parent / "records.rejected.jsonl").read_text("utf-8", "surrogateescape")
    assert rejected == moved if moved else rejected.count("\n") == 1
    kept = records.read_bytes().splitlines() + rejected.encode("utf-8", "surrogateescape").splitlines()
    assert sorted(kept) == sorted(damaged.splitlines())
    assert koreanews("check").exit_code == 0
    assert koreanews("ingest", "pages").exit_code == 0
    assert koreanews("show", "harbour").exit_code == koreanews("show", "library").exit_code == 0


TAKEN: dict[str, Change] = {
    "line ends of Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "both": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("damage", TAKEN)
def test_what_editors_on_windows_leave_is_read_told_and_mended(records: Path, damage: str) -> None:
    sound = records.read_bytes()
    records.write_bytes(TAKEN[damage](sound))
    damaged = records.read_bytes()
    for command in COMMANDS[1:5]:
        result = koreanews(*command.split())
        assert (result.exit_code, "Error" in result.output, "Warning" in result.output) == (0, False, False), command
    faults = koreanews("check")
    assert faults.exit_code == 1
    assert "check --repair" in faults.stdout
    assert records.read_bytes() == damaged
    assert koreanews("ingest", "pages").stdout == "0 added, 0 updated, 2 unchanged, 0 skipped\n"
    assert koreanews("check", "--repair").exit_code == 1
    assert records.read_bytes() == sound
    assert koreanews("check").exit_code == 0


def test_a_last_line_that_was_cut(records: Path) -> None:
    sound = records.read_bytes()
    records.write_bytes(sound[:-100])
    checked = koreanews("check")
    assert checked.exit_code == 1
    assert "line 2: the last line is cut short, and it was whole when" in checked.stdout
    listed = koreanews("list")
    assert listed.exit_code == 0
    assert listed.stderr.startswith("Warning: The last line of ")
    assert koreanews("show", "library").exit_code == 1
    result = koreanews("ingest", "pages")
    assert (result.exit_code, result.stdout) == (0, "1 added, 0 updated, 1 unchanged, 0 skipped\n")
    assert "is now in " in result.stderr
    assert koreanews("check").exit_code == 0
    assert len(records.read_bytes().splitlines()) == 2
    assert koreanews("show", "library").exit_code == 0


def test_a_file_of_a_newer_koreanews_is_touched_by_nothing(records: Path) -> None:
    records.write_bytes(records.read_bytes().replace(b'"schema": 1', b'"schema": 2'))
    newer = records.read_bytes()
    for command in (*COMMANDS, "check --repair"):
        result = koreanews(*command.split())
        told = result.stdout if "check" in command else result.stderr
        assert result.exit_code == 1, command
        assert "newer" in told, command
        assert "Update koreanews to read it" in told, command
        assert "Put the line right" not in told, command
        assert "Traceback" not in result.output, command
    assert records.read_bytes() == newer
    assert not (records.parent / "records.rejected.jsonl").exists()


def test_lines_put_in_another_order_taken_out_and_written_by_hand(records: Path) -> None:
    one, other = records.read_bytes().splitlines(keepends=True)
    records.write_bytes(other + b"\n" + one.replace(b'"id": "', b'"id": "new-') + b'{"id": "gone", "removed": true}\n')
    assert koreanews("check").exit_code == 0
    assert len(koreanews("list").stdout.splitlines()) == 2
    assert koreanews("search", "harbour").exit_code == 0


@pytest.mark.parametrize(
    "saved_otherwise",
    [
        lambda data: data.decode().encode("utf-16"),
        lambda data: b"\xfe\xff" + data.decode().encode("utf-16-be")[:-1],
        lambda data: gzip.compress(data, mtime=0)[:-1],
        lambda data: b"garbage",
    ],
    ids=["UTF-16", "UTF-16 that is cut", "gzip", "garbage"],
)
def test_a_file_packed_or_in_another_encoding_is_no_file_whose_end_was_cut(
    records: Path, saved_otherwise: Change
) -> None:
    records.write_bytes(saved_otherwise(records.read_bytes()))
    before = records.read_bytes()
    for command in ("ingest pages", "compact", "list", "remove --yes harbour"):
        result = koreanews(*command.split())
        assert (result.exit_code, "Traceback" in result.output) == (1, False), command
    assert records.read_bytes() == before
    assert not records.with_name("records.rejected.jsonl").exists()
    assert "it may" not in koreanews("ingest", "pages").stdout
    assert koreanews("ingest", "pages").stderr.startswith(
        f"Error: {records.relative_to(Path.cwd())}, line 1: this is not"
    )
