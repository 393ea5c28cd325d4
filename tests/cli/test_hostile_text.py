"""Text from a page, a file name or an argument never reaches the terminal as anything but text."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import KOREANEWS, koreanews, on_terminal
from saved_stories import ESCAPE, HOSTILE, OVERRIDE, save

from koreanews.cli.safe import ascii_json, one_line, visible, visible_json, visible_lines

# The only sequences that koreanews itself sends: "select graphic rendition", rich's own.
STYLES = re.compile(r"\x1b\[[0-9;]*m")

COMMANDS = [
    ["list"],
    ["list", "--json"],
    ["search", "siren"],
    ["search", "--json", "siren"],
    ["show", "siren"],
    ["show", "siren", "--all"],
    ["show", "siren", "--dates"],
    ["show", "siren", "--json"],
    ["stats"],
    ["similar", "siren"],
    ["timeline"],
    ["timeline", "--json"],
    ["export"],
    ["export", "--format", "csv"],
    ["export", "--format", "markdown"],
    ["links", "siren"],
    ["thread", "siren"],
    ["graph"],
    ["wanted"],
    ["duplicates"],
]


def unsafe(text: str) -> set[str]:
    """The characters that could do something: controls and formats, but for the ends of lines and fields."""
    return {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - set("\n\t")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_on_a_terminal_a_hostile_page_is_text(archive: Path, command: list[str]) -> None:
    screen = on_terminal(*KOREANEWS, "--index", archive, *command, columns=200)
    assert screen.exit_code == 0
    assert unsafe(STYLES.sub("", screen.output)) == set()
    if command[0] in ("search", "show") and "--dates" not in command:
        plain = STYLES.sub("", screen.output).replace("\n", " ")
        assert "[red]siren[/red]" in plain
        assert "[link=file:///x]here[/link]" in plain
        assert r"\u202e" in plain


@pytest.mark.parametrize("command", [one for one in COMMANDS if "--json" not in one], ids=" ".join)
def test_on_a_pipe_a_hostile_page_is_text_and_fields_stay_fields(archive: Path, command: list[str]) -> None:
    result = koreanews("--index", archive, *command)
    assert unsafe(result.stdout) == set()
    if command == ["list"]:
        assert {line.count("\t") for line in result.stdout.splitlines()} == {3}


def test_json_still_says_what_the_page_said(archive: Path) -> None:
    headline = json.loads(koreanews("--index", archive, "show", "siren", "--json").stdout)["headline"]
    assert ESCAPE in headline
    assert OVERRIDE in headline
    screen = on_terminal(*KOREANEWS, "--index", archive, "show", "siren", "--json")
    assert json.loads(screen.output)["headline"] == headline


@pytest.mark.parametrize("options", [[], ["--blocks"], ["--json"]], ids=["text", "blocks", "json"])
def test_a_hostile_page_is_cleaned_to_text(tmp_path: Path, options: list[str]) -> None:
    save(tmp_path, siren=HOSTILE)
    screen = on_terminal(*KOREANEWS, "clean", *options, "siren.txt", columns=200)
    assert screen.exit_code == 0
    assert unsafe(STYLES.sub("", screen.output)) == set()
    assert "[bold]brackets[/bold]" in STYLES.sub("", screen.output)


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_hostile_file_names_are_text(tmp_path: Path) -> None:
    names = [f"{ESCAPE}\n[red]x", f"{OVERRIDE}.txt", "-dash.txt", "😀" * 60]
    for name in names:
        (tmp_path / "pages" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "pages" / name).write_bytes(b"")
    bad_bytes = b"pages/bad \xff.txt"
    Path(bad_bytes.decode("utf-8", "surrogateescape")).write_bytes(b"")
    screen = on_terminal(*KOREANEWS, "ingest", "pages", columns=300, cwd=tmp_path)
    assert screen.exit_code == 1
    assert unsafe(STYLES.sub("", screen.output)) == set()
    assert screen.output.count("Skipped: ") == len(names) + 1
    assert "[red]x" in screen.output
    assert r"\x1b]52;c;" in screen.output


@pytest.mark.parametrize(
    "arguments",
    [
        [ESCAPE],
        [f"--{ESCAPE}"],
        ["show", ESCAPE],
        ["show", f"--{ESCAPE}", "x"],
        ["show", "x", f"surplus{OVERRIDE}"],
        ["list", "--from", ESCAPE],
        ["list", "--kind", OVERRIDE],
        ["list", "--limit", ESCAPE],
        ["search", f'"{ESCAPE}'],
        ["search", f'word {OVERRIDE} "'],
        ["search", f"{ESCAPE}xylophone"],
        ["remove", "--yes", ESCAPE],
        ["clean", ESCAPE],
        ["ingest", f"{ESCAPE}{OVERRIDE}"],
        ["list", "--index", ESCAPE],
    ],
    ids=ascii,
)
def test_hostile_arguments_are_quoted_as_text(archive: Path, arguments: list[str]) -> None:
    result = koreanews("--index", archive, *arguments)
    assert result.exit_code in (1, 2)
    assert isinstance(result.exception, SystemExit)
    assert result.stderr
    assert unsafe(result.output) == set()


@given(st.text())
def test_whatever_the_text_what_is_shown_of_it_is_safe(text: str) -> None:
    allowed = set("\u200c\u200d\u00ad")
    assert unsafe(visible(text)) <= allowed
    assert not {"\n", "\t"} & set(visible(text))
    assert unsafe(one_line(text)) <= allowed
    assert "\n" not in one_line(text)
    assert unsafe(visible_lines(text)) <= allowed
    assert visible_lines(text).count("\n") == text.count("\n")


@given(st.text())
def test_json_made_safe_says_the_same(text: str) -> None:
    line = json.dumps(text, ensure_ascii=False)
    assert json.loads(visible_json(line)) == text
    assert unsafe(visible_json(line)) <= set("\u200c\u200d\u00ad")
    assert json.loads(ascii_json(line)) == text
    assert ascii_json(line).isascii()


def test_ordinary_text_is_left_alone() -> None:
    for text in ("Über 김정은's “visit” – P'yŏngyang", "👩‍👩‍👧 familie", "Zeitungs\u00adpapier", "no\u00a0break"):
        assert visible(text) == one_line(text) == visible_lines(text) == text
