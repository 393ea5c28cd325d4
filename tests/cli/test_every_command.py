"""Every command, with every option, of an archive that means harm: all that it shows is text.

The commands are found by walking `koreanews` itself: one that is added is tried here without being named.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from hostile_records import COLOUR, MARK, hostile_archive
from running import koreanews, on_terminal
from saved_stories import HARBOUR, HOSTILE, save

from koreanews.cli import main

CONTEXT = click.Context(main, info_name="koreanews")
COMMANDS = main.list_commands(CONTEXT)

ARGUMENTS = {"id": ["siren"], "ids": ["siren"], "query": ["siren"], "paths": ["pages"], "files": ["pages"]}
"""What is typed for an argument of that name."""
OTHERS = {"show": [["-dash"], ["../"]], "search": [["Zq*"], ["siren", "Kim"]], "links": [["../"]]}
"""Further arguments, for commands that show more with them."""
VALUES = {"DATE": "2012", "NAME": MARK, "N": "3", "SECONDS": "5", "V": "1", "FILE": "out"}
"""What is typed for an option whose value is called so in the help."""

DOCUMENTS = re.compile(r"export|graph|--svg")
"""Commands that write a format for other programs, in which signs are escaped: their readers are tested elsewhere."""

# What rich sends of its own: styles, links, and the bar's erasing of itself.
OWN = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;(id=[0-9]+;https?://[!-~]+)?;*\x1b\\|\x1b\[\?25[lh]|\x1b\[2K|\x1b\[1A|\r")


def invocations(name: str) -> Iterator[list[str]]:
    """A command alone, and with each of its options alone, and each value of those that have a few."""
    command = main.get_command(CONTEXT, name)
    assert command is not None
    arguments: list[str] = []
    options: list[list[str]] = [[]]
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            assert parameter.name in ARGUMENTS, f"say in ARGUMENTS what is typed for {parameter.name} of {name}"
            arguments += ARGUMENTS[parameter.name] if parameter.required or parameter.name == "query" else []
        elif isinstance(parameter, click.Option) and parameter.name != "folder":
            options += ([parameter.opts[-1], *value] for value in values_of(parameter))
    for option in options:
        yield [name, *option, "--", *arguments] if arguments else [name, *option]
    if name in ("remove", "duplicates"):
        yield [name, "--yes", *(["--merge"] if name == "duplicates" else []), "--", "siren", "-dash"]
    for further in OTHERS.get(name, []):
        yield [name, "--", *further]


def values_of(option: click.Option) -> list[list[str]]:
    if option.is_flag:
        return [[]]
    if isinstance(option.type, click.Choice):
        return [[value] for value in option.type.choices]
    assert option.metavar in VALUES, f"say in VALUES what is typed for {option.opts}"
    return [[VALUES[option.metavar]]]


def unsafe(text: str) -> set[str]:
    return {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - set(
        "\n\t\u200c\u200d\u00ad"
    )


@pytest.fixture
def hostile(archive: Path, own_folder: None, tmp_path: Path) -> Path:
    """A folder to work in, with an archive of its own and pages; its files are told apart from those made outside."""
    record = json.loads(koreanews("--index", archive, "show", "--json", "siren").stdout)
    home = tmp_path / "home"
    hostile_archive(home / "koreanews-index", record)
    pages = save(home / "pages", harbour=HARBOUR, siren=HOSTILE)
    if sys.platform != "win32":
        for part in (f"{COLOUR}[red][link=x]\n.txt", "-dash.txt", "\u202egpj.txt", "😀" * 60):
            (pages / part).write_text(HARBOUR, encoding="utf-8")
        (pages / "bad\udcff.txt").write_text(HARBOUR, encoding="utf-8")
    return home


def test_the_archive_is_sound(hostile: Path) -> None:
    result = koreanews("--index", hostile / "koreanews-index", "check")
    assert result.exit_code == 0, result.output


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of one's own there")
@pytest.mark.parametrize("name", COMMANDS)
def test_on_a_terminal(hostile: Path, name: str) -> None:
    asked = list(invocations(name))
    screen = on_terminal(
        sys.executable,
        Path(__file__).with_name("several_commands.py"),
        json.dumps(asked),
        columns=900,
        cwd=hostile,
        keys=b"n\n" * 9,
    )
    assert screen.exit_code == 0, screen.output[-3000:]
    said = re.split(r"^BEGIN \d+\n", screen.output, flags=re.MULTILINE)[1:]
    assert len(said) == len(asked)
    for arguments, output in zip(asked, said, strict=True):
        check(arguments, output)
    assert re.search(r"^END 0 [01]$", said[0], re.MULTILINE), said[0]
    assert outside(hostile) == {"home"}


@pytest.mark.parametrize("name", COMMANDS)
def test_on_a_pipe(hostile: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(hostile)
    for arguments in invocations(name):
        result = koreanews(*arguments)
        assert isinstance(result.exception, SystemExit | None), (arguments, result.exc_info)
        assert result.exit_code in (0, 1, 2), arguments
        check(arguments, result.stderr)
        is_lines = name == "export" and "--format" not in arguments
        if is_lines or any(one.startswith(("--json", "json", "csl")) for one in arguments):
            # Of JSON the reader takes care, whom nothing is to be kept from; but it must be JSON.
            # In a document the controls above ASCII, which JSON allows, stand as they are.
            controls = {chr(code) for code in range(0x7F, 0xA0)} if DOCUMENTS.search(name) else set()
            assert unsafe(result.stdout) <= {*FORMATS, *controls}
            if arguments[0] != "graph":
                parsed(arguments, result.stdout)
        else:
            # A document keeps what turns no text around, for its readers; what ends a line in RIS is tested there.
            check(
                arguments, result.stdout.translate(HARMLESS) if any(map(DOCUMENT.search, arguments)) else result.stdout
            )
    assert outside(hostile) == {"home"}


FORMATS = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in ("Cf", "Zl", "Zp")]


HARMLESS = dict.fromkeys([0x180E, 0x200E, 0x2028, 0xFEFF, 0xE0041])
DOCUMENT = re.compile(r"^(export|graph|--csv)$")


def check(arguments: list[str], output: str) -> None:
    where = f"{arguments}: {output[:2000]!r}"
    assert "Traceback" not in output, where
    assert COLOUR not in output, where
    plain = OWN.sub("", output)
    assert unsafe(plain) == set(), where
    if not any(map(DOCUMENTS.search, arguments)):
        # Shown whole, or not at all; a query's word is its beginning alone.
        shown = plain.replace("Zq*", "")
        assert shown.count("Zq") == shown.count(MARK), where


def parsed(arguments: list[str], output: str) -> None:
    if "json" in arguments or "csl-json" in arguments:
        json.loads(output)
    else:
        for line in output.rstrip("\n").split("\n") if output else ():
            json.loads(line)


def outside(home: Path) -> set[str]:
    """What stands beside the folder that was worked in."""
    return {path.name for path in home.parent.iterdir()}
