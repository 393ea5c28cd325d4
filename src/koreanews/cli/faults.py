"""What goes wrong, told to a person: a sentence on standard error and an exit status, never a traceback.

Status 1: something asked for was not found, or could not be read or written. Status 2: wrong usage. Status 130: Ctrl-C.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from koreanews.cli.safe import visible, visible_lines
from koreanews.cli.session import Session

INTERRUPTED = 130
"""The exit status after Ctrl-C: 128 and the number of SIGINT."""


class Misused(click.ClickException):
    """Wrong usage that needs no reminder of the command's synopsis."""

    exit_code = 2


@contextmanager
def explained() -> Iterator[None]:
    """Turns what a person can do something about into click's own errors, made safe to show."""
    try:
        yield
    except click.UsageError as error:
        # click quotes what was typed.
        message = error.format_message()
        if (safe := visible_lines(message)) == message:
            raise
        raise click.UsageError(safe, error.ctx) from error
    except click.ClickException:
        raise
    except BrokenPipeError:
        raise
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(visible(f"{where}{error.strerror or error}")) from error
    except Exception as error:
        # The archive's own errors, whose module most commands never need. All else is a fault of ours, and goes on.
        from koreanews.index.errors import ArchiveError, BadDate

        if isinstance(error, BadDate):
            raise Misused(visible(str(error))) from error
        if isinstance(error, ArchiveError):
            session = (ctx := click.get_current_context(silent=True)) and ctx.find_object(Session)
            raise click.ClickException(visible(session.pasted(str(error)) if session else str(error))) from error
        raise
