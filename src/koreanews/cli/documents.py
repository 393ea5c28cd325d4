"""Documents of fixed formats on standard output: bytes as the format has them, but nothing unsafe for a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from koreanews.cli.output import is_terminal
from koreanews.cli.safe import visible_lines

if TYPE_CHECKING:
    from koreanews.export.formats import Out


def standard_output() -> Out:
    """Where a document goes that is UTF-8 whatever the terminal's encoding; safe to look at on a terminal."""
    if is_terminal():
        return _Screen()
    from codecs import getwriter

    return getwriter("utf-8")(sys.stdout.buffer)


class _Screen:
    """A terminal, to which no character is sent that could move its cursor or hide."""

    def write(self, text: str) -> None:
        sys.stdout.write(visible_lines(text))
