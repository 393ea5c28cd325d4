"""The documentation names everything that there is, and nothing that there is not."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path

import click
import pytest
from running import koreanews as run

from koreanews.cli import commands, main
from koreanews.cli.group import COMMANDS
from koreanews.parser.article import ARTICLE_FIELDS

DOCS = Path(__file__).parents[2] / "docs"
OPTION = re.compile(r"--[a-z][a-z-]+")


def sections() -> dict[str, str]:
    """The sections of commands.md by heading."""
    parts = re.split(r"^## (.*)\n", (DOCS / "commands.md").read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def command(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def usage(name: str) -> str:
    """A command's heading: its name and its arguments, as its own help has them."""
    context = click.Context(command(name), info_name=f"koreanews {name}")
    pieces = [piece for piece in command(name).collect_usage_pieces(context) if piece != "[OPTIONS]"]
    return " ".join([f"koreanews {name}", *pieces])


def options(of: click.Command) -> set[str]:
    return {option for parameter in of.params for option in parameter.opts if option.startswith("--")}


def test_every_command_has_its_file_and_its_place_in_the_help() -> None:
    assert {module.name for module in pkgutil.iter_modules(commands.__path__)} == set(COMMANDS)
    assert [command(name).name for name in COMMANDS] == list(COMMANDS)
    listed = run("--help").stdout.partition("Commands:\n")[2]
    assert [line.split()[0] for line in listed.splitlines()] == list(COMMANDS)
    assert "..." not in listed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    section = sections()[usage(name)]
    documented = set(OPTION.findall("\n".join(line for line in section.splitlines() if line.startswith("| `"))))
    assert documented == options(command(name))


def test_the_options_before_a_command_are_documented() -> None:
    documented = set(OPTION.findall(sections()["koreanews"]))
    assert documented == options(main) | {"--help"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_has_an_example_that_the_documentation_repeats(name: str) -> None:
    help = command(name).help or ""
    examples = [line.strip() for line in help.splitlines() if line.strip().startswith(("koreanews ", "gunzip "))]
    assert examples
    section = sections()[usage(name)]
    assert [example for example in examples if example not in section] == []


def test_every_key_of_a_record_is_documented() -> None:
    text = (DOCS / "record.md").read_text("utf-8").partition("\n## ")[0]
    keys = re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)
    assert keys == list(ARTICLE_FIELDS)


def test_links_between_pages_lead_somewhere() -> None:
    pages = sorted(DOCS.glob("*.md"))
    assert len(pages) >= 3
    for page in pages:
        for link in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), (page.name, link)


def test_a_misspelt_command_is_answered_with_the_one_meant() -> None:
    result = run("serach", "liaison")
    assert result.exit_code == 2
    assert "No such command 'serach'. Did you mean 'search'?" in result.stderr
    assert "Did you mean" not in run("xyzzy").stderr
