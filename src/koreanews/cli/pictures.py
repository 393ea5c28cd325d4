"""Pictures: the options that ask for one, and where it is written to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from koreanews.cli.completion import complete_file

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])


def svg_option(command: _Decorated) -> _Decorated:
    """--svg and --force, as `svg` and `force`."""
    svg = click.option(
        "--svg",
        metavar="FILE",
        shell_complete=complete_file,
        help="Draw a picture into a file; - for standard output.",
    )
    return svg(click.option("--force", is_flag=True, help="Replace the picture that is there already.")(command))


def write_picture(pieces: Iterable[str], path: str, *, force: bool) -> None:
    """Writes a picture to a file, or to standard output where the path is "-". As `placed` where something is there."""
    from koreanews.cli.documents import standard_output
    from koreanews.export.placing import placed

    if path == "-":
        out = standard_output()
        for piece in pieces:
            out.write(piece)
        return
    with placed(Path(path), force=force) as file:
        file.writelines(pieces)
