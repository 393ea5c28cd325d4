"""Pipes: plain, whole, without rich; and no complaint when the other side has seen enough."""

from __future__ import annotations

import gc
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from running import ENVIRONMENT, KOREANEWS, SEEDS, koreanews, on_terminal, piped
from saved_stories import HARBOUR, save

HEAVY = ("rich", "bs4", "lxml", "dateutil", "koreanews.parser", "koreanews.cleaner")


@pytest.mark.parametrize(
    "command", [["list"], ["search", "liaison"], ["show", "002"], ["show", "002", "--all"]], ids=str
)
def test_looking_on_a_pipe_imports_neither_rich_nor_the_parser(archive: Path, command: list[str]) -> None:
    program = (
        "import sys\nfrom koreanews.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    status = end.code\n"
        f"print(status, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    run = run_program(program, "--index", archive, "--quiet", *command)
    assert run.stderr == "0 []\n"
    assert run.stdout


@pytest.mark.parametrize("command", [["list"], ["search", "liaison"], ["show", "002"]], ids=str)
def test_looking_never_stops_to_look_for_garbage(archive: Path, command: list[str]) -> None:
    program = (
        "import gc, sys\nlooks = []\n"
        "from koreanews.__main__ import run\n"
        "gc.callbacks.append(lambda phase, info: looks.append(phase))\n"
        "try:\n    run()\nexcept SystemExit as end:\n    print(end.code, looks, file=sys.stderr)"
    )
    run = run_program(program, "--index", archive, "--quiet", *command)
    assert run.stderr == "0 []\n"
    assert run.stdout


def test_what_is_no_short_command_looks_for_garbage_as_python_does(archive: Path) -> None:
    program = (
        "import gc, sys, koreanews.__main__ as program\nprogram._NEW_OBJECTS = 1000\n"
        "try:\n    program.run()\nexcept SystemExit:\n    print(gc.get_threshold(), gc.callbacks, file=sys.stderr)"
    )
    run = run_program(program, "--index", archive, "list")
    assert run.stderr == f"{gc.get_threshold()} []\n"


def test_ingest_and_clean_on_a_pipe_do_without_rich(tmp_path: Path) -> None:
    save(tmp_path, harbour=HARBOUR)
    program = (
        "import sys\nfrom koreanews.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    print(end.code, 'rich' in sys.modules, file=sys.stderr)"
    )
    for command in (["ingest", "harbour.txt"], ["clean", "--blocks", "harbour.txt"]):
        run = run_program(program, *command)
        assert run.stderr == "0 False\n"


def run_program(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Python running `program` with a command's arguments, on pipes."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the shell's pipes")
@pytest.mark.parametrize(
    "command", ["clean --blocks {seeds}", "clean --json {seeds}", "--index {index} show 002 --all"]
)
def test_a_pipe_closed_early_is_no_error(archive: Path, command: str) -> None:
    line = f"{' '.join(KOREANEWS)} {command.format(seeds=SEEDS, index=archive)}"
    # Enough output that the pipe is closed before all of it is written.
    run = subprocess.run(
        [
            "bash",
            "-o",
            "pipefail",
            "-c",
            f"({line} && sleep 0.2 && {line}) | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}",
        ],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (run.stdout, run.stderr) == ("0\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_under_the_output_is_said_in_a_sentence(archive: Path) -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [*KOREANEWS, "--index", archive, "show", "002", "--all"],
            env=ENVIRONMENT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 1
    assert run.stderr == "Error: No space left on device\n"


def test_an_output_without_unicode_loses_nothing(archive: Path) -> None:
    latin = {"PYTHONIOENCODING": "ascii"}
    shown = piped("--index", archive, "show", "000", env=latin)
    assert shown.returncode == 0, shown.stderr
    assert rb"\u2022 " in shown.stdout
    line = piped("--index", archive, "show", "002", "--json", env=latin).stdout
    assert json.loads(line) == json.loads(koreanews("--index", archive, "show", "002", "--json").stdout)


def test_python_m_koreanews_is_the_command(tmp_path: Path) -> None:
    run = piped("--version")
    assert run.returncode == 0
    assert run.stdout.startswith(b"koreanews ")
    assert b"Usage: koreanews [OPTIONS]" in piped("--help").stdout
    assert piped("lst").returncode == 2


def test_columns_on_a_terminal_are_never_wider_than_it(archive: Path) -> None:
    for columns in (20, 40, 133):
        for command in (["list"], ["search", "harbour"], ["show", "siren", "--all"], ["show", "000", "--dates"]):
            env = {"TERM": "xterm", "NO_COLOR": "1"}
            screen = on_terminal(*KOREANEWS, "--index", archive, *command, columns=columns, env=env)
            plain = screen.output.replace("\x1b[1m", "").replace("\x1b[0m", "")
            for style in ("\x1b[7m", "\x1b[1;7m", "\x1b[2m", "\x1b[3m"):
                plain = plain.replace(style, "")
            assert screen.exit_code == 0
            assert max(map(len, plain.splitlines())) <= columns, (columns, command)


@pytest.mark.parametrize("columns", [30, 44, 60])
@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("list --limit 1", ["harbour", "festival", "busan"]),
        ("search liaison --limit 1", ["pulls", "office"]),
        ("show 002 --dates", ["embedded", "older", "won:"]),
        ("show harbour --versions", ["1", "force"]),
        ("stats", ["title", "weekday"]),
    ],
)
def test_no_column_is_left_out_on_a_narrow_terminal(
    archive: Path, command: str, words: list[str], columns: int
) -> None:
    screen = on_terminal(*KOREANEWS, "--index", archive, *command.split(), columns=columns)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", screen.output)
    assert max(map(len, plain.splitlines())) <= columns
    shown = plain.lower().split()
    assert [word for word in words if word not in shown] == []


@pytest.mark.skipif(sys.platform == "win32", reason="the shell's ways to close a stream")
@pytest.mark.parametrize("command", ["list", "export", "search liaison", "show 002", "graph", "stats --json", "--help"])
def test_results_that_nobody_takes_are_no_error(archive: Path, command: str) -> None:
    for closed in (">&-", "<&- >&-", "<&- >&- 2>&-"):
        line = f"{' '.join(KOREANEWS)} --index {archive} {command} {closed}"
        run = subprocess.run(["bash", "-c", line], env=ENVIRONMENT, capture_output=True, text=True, check=False)
        assert (run.returncode, "Traceback" in run.stderr) == (0, False), run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the shell's ways to close a stream")
@pytest.mark.parametrize("command", ["remove 002", "duplicates --merge"])
def test_nobody_is_asked_where_there_is_no_input(tmp_path: Path, command: str) -> None:
    koreanews("ingest", save(tmp_path / "pages", _002=HARBOUR, copy=f"{HARBOUR}\nA last line that is new.\n"))
    line = f"{' '.join(KOREANEWS)} {command.replace('002', '_002')} <&-"
    run = subprocess.run(["bash", "-c", line], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.endswith("can only be asked on a terminal. Where there is none, say --yes.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("command", ["wanted", "list", "show 002", "export --output x.csv"])
def test_an_interrupted_command_says_so_and_ends_with_status_130(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """The signal comes when the archive is opened."""
    program = (
        "import os, signal\nfrom koreanews.index import archive\n"
        "archive.open_snapshot = lambda *a, **b: os.kill(os.getpid(), signal.SIGINT)\n"
        "from koreanews.__main__ import run\nrun()"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, "--index", archive, *command.split()],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "Interrupted.\n")
    assert list(tmp_path.iterdir()) == []
