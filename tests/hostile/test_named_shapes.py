"""Pages of the shapes that break readers: each is a record or is named, in bounded time and memory, by each command.

In the small form they are some thousand pieces long; in the large one (`pytest -m slow tests/hostile`) a million, or
ten megabytes, and the command's memory is held to a limit.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from koreanews.cli import main

SOURCE = Path(__file__).resolve().parents[2] / "src"
HTML = "<!DOCTYPE html><html><head><title>Boats | DW</title></head><body><h1>Boats on the river</h1>"
TOP = "Boats on the river | News | DW | 22.03.2019\n\nBoats on the river\n\nA short teaser for all.\n\n"

SHAPES: dict[str, Callable[[int], str]] = {
    "ten megabytes on one line": lambda n: TOP + "all the boats " * (n * 10 // 14),
    "one word of ten megabytes": lambda n: TOP + "a" * (n * 10),
    "a million lines": lambda n: TOP + "A boat came back.\n" * n,
    "a million nested tags": lambda n: HTML + "<div>" * n + "The boats have come back." + "</div>" * n,
    "a million open tags": lambda n: HTML + "<b><p>" * (n // 2) + "The boats have come back.",
    "a million attributes": lambda n: HTML + "<p " + "a='b' " * n + ">The boats have come back.",
    "a million comments": lambda n: HTML + "<!-- a -->" * n + "<p>The boats have come back.",
    "a million opening brackets": lambda n: HTML + "< " * n,
    "a shown source of open tables": lambda n: (
        '<html><body><div class="line-gutter-backdrop"></div>' + "<table " * n + "The boats have come back."
    ),
    "a shown source of open brackets": lambda n: '<html><body id="viewsource"><pre>The boats have come back.' + "<" * n,
    "hidden boxes in hidden boxes": lambda n: HTML + "<div hidden>" * n + "<p>The boats have come back.",
    "bullets": lambda n: TOP + "  • \n" * n,
    "pipes": lambda n: TOP + "| " * n + "\n" + "|\n" * (n // 2),
    "digits": lambda n: TOP + "20190322" * n,
    "digits by line": lambda n: TOP + "22.03.2019\n\n" * (n // 2),
    "blank lines": lambda n: TOP + "\n" * (n * 10) + "The boats have come back.\n",
    "nothing but blank lines": lambda n: "\n" * (n * 10),
    "zeros": lambda n: TOP * 200 + "\0" * n,
    "right-to-left overrides": lambda n: TOP + "\u202e" * n,
    "combining marks": lambda n: TOP + "The boats o" + "\u0301\u0323" * (n // 2),
    "entities": lambda n: HTML + "<p>" + "&amp;&#x1F600;&notanentity;" * (n // 5),
    "entities of entities": lambda n: (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "boat">'
        + "".join(f'<!ENTITY a{i + 1} "{f"&a{i};" * 10}">' for i in range(30))
        + f"]><html><body><h1>Boats</h1><p>{'&a30;' * (n // 1000)}</p></body></html>"
    ),
}
NAMED = {"nothing but blank lines"}
"""What is no page, whatever its size."""
TOO_LONG = {"a million lines", "bullets", "pipes", "digits by line", "blank lines"}
"""What is larger than any page in the large form."""


def save(folder: Path, size: int) -> dict[str, Path]:
    """A file for each shape."""
    folder.mkdir()
    paths = {name: folder / f"{name}.{'html' if make(1)[0] == '<' else 'txt'}" for name, make in SHAPES.items()}
    for name, path in paths.items():
        path.write_text(SHAPES[name](size), encoding="utf-8")
    return paths


def test_each_is_a_record_or_is_named(tmp_path: Path) -> None:
    paths = save(tmp_path / "pages", 5000)
    index = str(tmp_path / "index")
    done = CliRunner().invoke(main, ["--index", index, "ingest", "--jobs", "1", str(tmp_path / "pages")])
    assert isinstance(done.exception, SystemExit | None), done.exc_info
    named = {name for name, path in paths.items() if f"Skipped: {path} " in done.stderr}
    assert named == NAMED | ({"zeros"} & named)
    listed = CliRunner().invoke(main, ["--index", index, "list", "--json"])
    assert {json.loads(line)["id"] for line in listed.stdout.splitlines()} == set(SHAPES) - named
    assert CliRunner().invoke(main, ["--index", index, "check"]).exit_code == 0


@pytest.mark.parametrize("options", [[], ["--blocks"], ["--json"]], ids=["text", "blocks", "json"])
def test_each_is_cleaned_or_is_named(tmp_path: Path, options: list[str]) -> None:
    paths = save(tmp_path / "pages", 1000)
    done = CliRunner().invoke(main, ["clean", *options, *map(str, paths.values())])
    assert isinstance(done.exception, SystemExit | None), done.exc_info
    assert done.exit_code == 1
    assert done.stderr.count("Skipped: ") in (1, 2)


def test_halves_of_pairs_and_bombs_are_named(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "halves.txt").write_bytes((TOP + "\ud83d boats \ude00").encode("utf-8", "surrogatepass"))
    (tmp_path / "pages" / "bomb.txt.gz").write_bytes(gzip.compress(b"boats " * 30_000_000, 9))
    done = CliRunner().invoke(main, ["--index", str(tmp_path / "index"), "ingest", str(tmp_path / "pages")])
    assert done.exit_code == 1
    assert "bomb.txt.gz is larger than 64 MiB, which no page is" in done.stderr
    assert "halves.txt is text in an encoding that it does not name" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPES)
def test_in_full_size(tmp_path: Path, name: str, request: pytest.FixtureRequest) -> None:
    if "slow" not in request.config.getoption("markexpr"):
        pytest.skip("takes minutes; run by hand with -m slow")
    path = save(tmp_path / "pages", 1_000_000)[name]
    done = subprocess.run(
        [sys.executable, "-m", "koreanews", "--index", "index", "ingest", "--jobs", "1", str(path)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY)),
    )
    assert "Traceback" not in done.stderr
    assert "fault of koreanews" not in done.stderr, done.stderr
    assert "too long to read" not in done.stderr, done.stderr
    if name in TOO_LONG | NAMED:
        assert done.stderr.startswith(f"Skipped: {path} ")
    elif name != "zeros":
        assert done.stdout.startswith("1 added"), done.stderr


MEMORY = 1 << 30
