"""`koreanews` itself: the commands, each loaded when it is called, and the options before them."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from itertools import pairwise
from typing import Any

import click

from koreanews.cli.faults import INTERRUPTED, explained
from koreanews.cli.output import say
from koreanews.cli.session import Session, index_options, typed
from koreanews.cli.streams import silent_libraries

COMMANDS = (
    "ingest",
    "list",
    "search",
    "show",
    "similar",
    "timeline",
    "stats",
    "links",
    "thread",
    "graph",
    "wanted",
    "duplicates",
    "export",
    "clean",
    "check",
    "remove",
    "compact",
)
"""In the order of the help; each is `command` in a module of that name in koreanews.cli.commands."""


class Commands(click.Group):
    """A group that imports a command's module only where that command is called or described."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            if not ctx.resilient_parsing and (near := _near(cmd_name)):
                ctx.fail(f"No such command {cmd_name!r}. Did you mean {near!r}?")
            return None
        command: click.Command = import_module(f"koreanews.cli.commands.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        ctx.meta[_TYPED] = tuple(args)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        with silent_libraries():
            return super().main(*args, **extra)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        with explained():
            return super().make_context(info_name, args, parent, obj=Session(), **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; its errors become one sentence and an exit status."""
        try:
            with explained():
                try:
                    return super().invoke(ctx)
                except click.NoSuchOption as error:
                    raise _with_dashes_explained(error) from error
                finally:
                    _flush()
        except BrokenPipeError:
            # Whoever read the results has seen enough (`| head`).
            ctx.exit(0)
        except (KeyboardInterrupt, click.Abort) as error:
            # click makes the same of Ctrl-C and of an input that ends, where it asks.
            if isinstance(error, click.Abort) and not isinstance(error.__context__, KeyboardInterrupt):
                raise
            say("Interrupted.")
            ctx.exit(INTERRUPTED)


_TYPED = f"{__name__}.typed"
"""The words typed from the command's name on, in a context's `meta`."""


def _with_dashes_explained(error: click.NoSuchOption) -> click.NoSuchOption:
    """The error, saying how a name that begins with a dash is typed, where the command takes names."""
    ctx = error.ctx
    if ctx is None or ctx.ignore_unknown_options or error.possibilities:
        return error
    named = next((param.make_metavar(ctx) for param in ctx.command.params if isinstance(param, click.Argument)), None)
    words = ctx.meta.get(_TYPED, ())
    word = next((word for word in words if word.startswith(error.option_name)), None)
    if named is None or word is None:
        return error
    from shlex import quote

    # The command's own --index was not read, as its line could not be.
    folder = [f"{one} {quote(other)} " for one, other in pairwise(words) if one == "--index"][:1]
    hint = f"If {quote(word)} is the {named.strip('[].')}, try: {typed(ctx)} {''.join(folder)}-- {quote(word)}"
    return click.NoSuchOption(error.option_name, f"{error.format_message()} {hint}", ctx=ctx)


def _near(name: str) -> str | None:
    """The command's name that a mistyped one is nearest to."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, COMMANDS, 1)), None)


def _flush() -> None:
    """Sends the results that are still held. OSError where nobody takes them."""
    try:
        sys.stdout.flush()
    except OSError:
        # What could not be written is still in the buffer; Python's own last flush must not meet it again.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        raise


def _print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    from koreanews import is_compiled

    try:
        click.echo(f"koreanews {version('koreanews')}{', compiled' if is_compiled() else ''}")
    except PackageNotFoundError:
        click.echo("koreanews (run from its source, not installed)")
    ctx.exit()


@click.group("koreanews", cls=Commands, context_settings={"help_option_names": ["--help"], "max_content_width": 100})
@index_options
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version."
)
def main() -> None:
    """Turn saved Deutsche Welle pages about Korea into a clean, dated, searchable archive.

    \b
    Begin with:
      koreanews ingest seeds/
      koreanews search liaison
      koreanews show 002
    """
    if hasattr(sys.stdout, "reconfigure"):
        # A character that the terminal's encoding lacks is written out; it must not end the command.
        sys.stdout.reconfigure(errors="backslashreplace")
