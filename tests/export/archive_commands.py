"""The real command on an archive of the seeds, for the tests of `export` and `timeline`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click
from click.testing import CliRunner, Result

from koreanews.cli.group import Commands, main


def command_named(name: str) -> click.Command:
    command: click.Command = import_module(f"koreanews.cli.commands.{name}").command
    return command


class _WithExports(Commands):
    """The command with `export` and `timeline`, whether or not its own list has them."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return command_named(cmd_name) if cmd_name in ("export", "timeline") else super().get_command(ctx, cmd_name)


_MAIN = _WithExports(params=main.params, callback=main.callback, context_settings=main.context_settings)


def koreanews(*arguments: str | Path) -> Result:
    """The command run within this process, its output a pipe."""
    return CliRunner().invoke(_MAIN, [str(argument) for argument in arguments])


def run() -> None:
    """The command as a process of its own."""
    _MAIN(prog_name="koreanews")
