"""`koreanews ingest`: what it reads, what it says about it, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import ENVIRONMENT, KOREANEWS, SEEDS, koreanews, on_terminal
from saved_stories import HARBOUR, LIBRARY, save


def test_seeds_are_added_and_then_unchanged() -> None:
    first = koreanews("ingest", SEEDS)
    assert (first.exit_code, first.stdout, first.stderr) == (0, "2 added, 0 updated, 0 unchanged, 0 skipped\n", "")
    again = koreanews("ingest", SEEDS)
    assert (again.exit_code, again.stdout, again.stderr) == (0, "0 added, 0 updated, 2 unchanged, 0 skipped\n", "")


def test_a_changed_page_replaces_its_record(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", harbour=HARBOUR)
    assert koreanews("ingest", pages).exit_code == 0
    save(pages, harbour=HARBOUR.replace("two cats", "three cats"))
    assert koreanews("ingest", pages).stdout == "0 added, 1 updated, 0 unchanged, 0 skipped\n"
    assert "three cats" in koreanews("show", "harbour").stdout


def test_what_gives_no_page_is_named_and_the_rest_ingested(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", harbour=HARBOUR, empty="")
    (pages / "picture.txt").write_bytes(bytes(range(256)) * 8)
    (pages / "loop").symlink_to(pages)
    result = koreanews("ingest", "pages", "no-such-file.txt")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == "1 added, 0 updated, 0 unchanged, 4 skipped:"
    said = result.stderr.splitlines()
    assert "Skipped: pages/empty.txt is empty" in said
    assert "Skipped: no-such-file.txt does not exist" in said
    assert sum(line.startswith("Skipped: pages/picture.txt ") for line in said) == 1
    assert sum(line.startswith("Skipped: pages/loop ") for line in said) == 1
    reasons = [line.split(maxsplit=1) for line in result.stdout.splitlines()[1:]]
    assert sorted(number for number, _ in reasons) == ["1", "1", "1", "1"]


def test_a_page_with_broken_bytes_is_kept_and_named(tmp_path: Path) -> None:
    page = HARBOUR.encode().replace(b"cats", b"c\xe2ts")
    (tmp_path / "harbour.txt").write_bytes(page.replace(b"broom.", "broom in 부산.".encode()))
    result = koreanews("ingest", "harbour.txt")
    assert result.exit_code == 1
    assert "harbour.txt is damaged: 1 place is not valid UTF-8" in result.stderr
    assert "1 added" in result.stdout
    assert "broom in 부산." in koreanews("show", "harbour").stdout


def test_two_pages_of_one_name_are_both_kept(tmp_path: Path) -> None:
    save(tmp_path / "may", story=HARBOUR)
    save(tmp_path / "november", story=LIBRARY)
    result = koreanews("ingest", "may", "november")
    assert result.exit_code == 0
    assert result.stdout.startswith("2 added")
    first, second = sorted(json.loads(line)["id"] for line in koreanews("list", "--json").stdout.splitlines())
    assert first == "story"
    assert result.stderr == (
        f"november/story.txt and may/story.txt would both be story, but differ: the first of them is kept as {second}\n"
    )
    assert "Harbour festival" in koreanews("show", "story").stdout
    assert "Night library" in koreanews("show", second).stdout
    assert koreanews("ingest", "may", "november").stdout == "0 added, 0 updated, 2 unchanged, 0 skipped\n"


def test_the_same_page_twice_in_one_run_is_one_record(tmp_path: Path) -> None:
    save(tmp_path / "may", story=HARBOUR)
    save(tmp_path / "copy", story=HARBOUR)
    result = koreanews("ingest", "may", "copy", "may")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "1 added, 0 updated, 2 unchanged, 0 skipped\n"


def test_standard_input_is_a_page() -> None:
    result = koreanews("ingest", "-", stdin=HARBOUR)
    assert result.exit_code == 0, result.output
    assert "Harbour festival opens in Busan" in koreanews("list").stdout


def test_quiet_says_nothing_but_what_went_wrong(tmp_path: Path) -> None:
    save(tmp_path / "pages", harbour=HARBOUR, empty="")
    for result in (koreanews("--quiet", "ingest", "pages"), koreanews("ingest", "--quiet", "pages")):
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == "Skipped: pages/empty.txt is empty\n"


def test_the_index_may_be_named_before_and_after_the_command_and_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert koreanews("--index", "one", "ingest", SEEDS).exit_code == 0
    assert koreanews("list", "--index", "one").stdout.count("\n") == 2
    monkeypatch.setenv("KOREANEWS_INDEX", str(tmp_path / "one"))
    assert koreanews("list").stdout.count("\n") == 2
    assert koreanews("list", "--index", "two").exit_code == 1
    assert not Path("two").exists()


def test_the_index_itself_is_not_read_as_pages(tmp_path: Path) -> None:
    save(tmp_path / "pages", harbour=HARBOUR)
    assert koreanews("ingest", ".").exit_code == 0
    again = koreanews("ingest", ".")
    assert again.exit_code == 0, again.output
    assert again.stdout.startswith("0 added, 0 updated, 1 unchanged, 0 skipped\n")
    assert "Left out: koreanews indexes (1)" in again.stdout


def test_another_archives_records_are_merged(tmp_path: Path) -> None:
    assert koreanews("--index", "other", "ingest", SEEDS).exit_code == 0
    result = koreanews("ingest", "other/records.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "2 added, 0 updated, 0 unchanged, 0 skipped\n"
    assert koreanews("list").stdout == koreanews("--index", "other", "list").stdout


def test_a_file_that_has_not_changed_is_read_again_only_where_that_is_asked_for(tmp_path: Path) -> None:
    page = save(tmp_path / "pages", harbour=HARBOUR) / "harbour.txt"
    os.utime(page, (1_500_000_000, 1_500_000_000))
    assert koreanews("ingest", "--jobs", "1", "pages").exit_code == 0
    page.write_text(HARBOUR.replace("two cats", "six cats"))
    os.utime(page, (1_500_000_000, 1_500_000_000))
    assert koreanews("ingest", "pages").stdout == "0 added, 0 updated, 1 unchanged, 0 skipped\n"
    assert koreanews("ingest", "--rehash", "pages").stdout == "0 added, 1 updated, 0 unchanged, 0 skipped\n"
    assert "six cats" in koreanews("show", "harbour").stdout
    assert koreanews("ingest", "--jobs", "0", "pages").exit_code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupted_run_keeps_what_it_read_and_says_how_to_go_on(tmp_path: Path) -> None:
    pages = save(tmp_path / "pages", harbour=HARBOUR, library=LIBRARY)
    running = subprocess.Popen(
        [*KOREANEWS, "ingest", pages, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        cwd=tmp_path,
        text=True,
    )
    # The folder is soon read, then standard input is waited for.
    index = tmp_path / "koreanews-index"
    deadline = time.monotonic() + 30
    while not (index / "records.jsonl").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1)
    running.send_signal(signal.SIGINT)
    output, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert output == ""
    # On a busy machine it may not have come to both pages yet; what it says is what must be true.
    interrupted, kept, *_ = said.split()
    assert interrupted == "Interrupted."
    assert said.endswith(" kept. To go on, give the same command again.\n")
    rest = f"{2 - int(kept)} added, 0 updated, {kept} unchanged, 0 skipped\n"
    assert koreanews("ingest", pages).stdout == rest


IMPATIENT = "import koreanews.cli.progress as p; p.PATIENCE = 0; from koreanews.cli import main; main()"


def test_a_terminal_is_shown_a_bar_that_goes_away(tmp_path: Path) -> None:
    save(tmp_path / "pages", harbour=HARBOUR)
    drawn = on_terminal(sys.executable, "-c", IMPATIENT, "ingest", "pages").output
    assert "Ingesting" in drawn
    # "Erase line" is the last that is sent before the summary.
    assert drawn.endswith("\x1b[2K1 added, 0 updated, 0 unchanged, 0 skipped\n")
    quiet = on_terminal(sys.executable, "-c", IMPATIENT, "ingest", "--quiet", "pages").output
    assert quiet == ""


def test_messages_stand_above_the_bar(tmp_path: Path) -> None:
    save(tmp_path / "pages", empty="", harbour=HARBOUR, void="")
    drawn = on_terminal(sys.executable, "-c", IMPATIENT, "ingest", "pages", env={"COLUMNS": "60"}).output
    assert "Skipped: pages/void.txt is empty" in drawn


def test_an_index_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    Path("file").write_text("no folder")
    result = koreanews("--index", "file", "ingest", SEEDS)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "file" in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert Path("file").read_text() == "no folder"
