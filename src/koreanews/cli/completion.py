"""Completion in the shell: of ids, from the archive itself, and of the names of files and folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def complete_id(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The first ids that begin with what was typed; none where there is no archive to ask."""
    from koreanews.cli.session import Session
    from koreanews.index import Index
    from koreanews.index.errors import AmbiguousId, ArchiveError

    session = ctx.find_object(Session)
    assert session is not None
    index = Index(session.folder)
    try:
        if not incomplete:
            return [row.id for row in index.list(sort="id", limit=_MOST)]
        return [index.resolve(incomplete)]
    except AmbiguousId as error:
        return list(error.matches)
    except ArchiveError:
        # A shell that completes has no place for a sentence; the command itself will say it.
        return []


_MOST = 10
"""Ids given where none was begun: as many as `AmbiguousId` has."""


def complete_file(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Has the shell complete the name of a file or a folder, as it does for other programs."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def complete_folder(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Has the shell complete the name of a folder."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="dir")]
