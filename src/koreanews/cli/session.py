"""What every command is told: which archive, how much to say, and how to open it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from math import isnan
from typing import TYPE_CHECKING, Any, TypeVar

import click

from koreanews.cli.completion import complete_folder
from koreanews.cli.output import say

if TYPE_CHECKING:
    from koreanews.cli.progress import RebuildBar
    from koreanews.index import Index

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])


class Session:
    """The options that all commands share, and the archive that they name.

    `named` says that --index named the archive, `timeout` for how many seconds to wait for another writer.
    """

    def __init__(self) -> None:
        self.folder = os.environ.get("KOREANEWS_INDEX") or "koreanews-index"
        self.named = False
        self.quiet = False
        self.timeout = 60.0
        self._bar: RebuildBar | None = None

    def note(self, message: str) -> None:
        """Something worth knowing, to standard error; nothing where --quiet was asked for."""
        if not self.quiet:
            say(message)

    def pasted(self, message: str) -> str:
        """A message whose commands, as in "To see them: koreanews list", name the archive where --index did, so that
        they can be pasted."""
        if not self.named:
            return message
        from shlex import quote

        return _COMMAND.sub(lambda match: f"{match[0]}--index {quote(self.folder)} ", message)

    def index(self) -> Index:
        """The archive; what it mends and whom it waits for is told on standard error."""
        from koreanews.index import Index

        return Index(
            self.folder,
            timeout=self.timeout,
            on_wait=self.note,
            on_progress=self._on_rebuild,
            on_warning=lambda message: say(f"Warning: {self.pasted(message)}"),
        )

    def _on_rebuild(self, done: int, total: int) -> None:
        if self._bar is None:
            from koreanews.cli.progress import RebuildBar

            self._bar = RebuildBar(self.quiet)
        self._bar.update(done, total)


_COMMAND = re.compile(r"(?:: |`)koreanews (?=(?:check|compact|ingest|links|list|show)\b)")
"""Where a sentence says a command to be typed."""


def typed(ctx: click.Context) -> str:
    """The command at hand as it would be typed once more: with its archive, where --index named that."""
    session = ctx.find_object(Session)
    if session is None or not session.named or ctx.parent is None:
        return ctx.command_path
    from shlex import quote

    return f"{ctx.parent.command_path} --index {quote(session.folder)} {ctx.info_name}"


def index_options(command: _Decorated) -> _Decorated:
    """--index and --quiet, for `koreanews` itself and, to be typed after its name, for each command with an archive."""
    index = click.option(
        "--index",
        "folder",
        metavar="DIR",
        expose_value=False,
        callback=_keep,
        shell_complete=complete_folder,
        help="The folder of the archive.  [default: $KOREANEWS_INDEX, else koreanews-index]",
    )
    return index(quiet_option(command))


def quiet_option(command: _Decorated) -> _Decorated:
    """--quiet, before or after a command's name."""
    return click.option(
        "--quiet",
        is_flag=True,
        default=None,
        expose_value=False,
        callback=_keep,
        help="Results and errors only: no progress, no notes.",
    )(command)


def timeout_option(command: _Decorated) -> _Decorated:
    """For a command that writes: how long to wait for another."""
    return click.option(
        "--timeout",
        type=click.FloatRange(min=0),
        metavar="SECONDS",
        expose_value=False,
        callback=_keep_seconds,
        help="How long to wait for another command that is writing.  [default: 60]",
    )(command)


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keeps an option's value in the session, under the option's name, if it was given."""
    if value == "":
        raise click.BadParameter("it is empty; name a folder.", ctx, param)
    if value is not None and param.name:
        session = ctx.find_object(Session)
        setattr(session, param.name, value)
        if session and param.name == "folder":
            session.named = True


def _keep_seconds(ctx: click.Context, param: click.Parameter, value: float | None) -> None:
    # "nan" is a number to click; whoever waited so long would wait for ever.
    if value is not None and isnan(value):
        raise click.BadParameter("it is no number of seconds.", ctx, param)
    _keep(ctx, param, value)
