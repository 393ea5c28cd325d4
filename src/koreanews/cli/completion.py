"""Completion of ids in the shell, from the archive itself."""

from __future__ import annotations

import click

from koreanews.cli.session import Session


def complete_id(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The first ids that begin with what was typed; none where there is no archive to ask."""
    from koreanews.index import Index
    from koreanews.index.errors import AmbiguousId, ArchiveError

    session: Session = ctx.obj
    try:
        return [Index(session.folder).resolve(incomplete)]
    except AmbiguousId as error:
        return list(error.matches)
    except ArchiveError:
        # A shell that completes has no place for a sentence; the command itself will say it.
        return []
