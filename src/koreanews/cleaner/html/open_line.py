"""The line of text at hand on the walk through a page, as long as no rule of the page's layout claims it."""

from __future__ import annotations

from koreanews.cleaner.html.words import Piece, collapse


class OpenLine:
    """The parts of the line so far, each with where it links to and whether it is bold.

    `cells` says that the line is a row of a table.
    """

    def __init__(self) -> None:
        self.parts: list[tuple[str, str | None, bool]] = []
        self.cells = False

    def add(self, text: str, link: str | None, bold: bool = False) -> None:
        """Adds a stretch of text; a line begins with no blank."""
        if text == " " and not self.parts:
            return
        self.parts.append((text, link, bold))

    def add_cell(self) -> None:
        """Begins a cell of a table."""
        self.cells = True
        self.add(" ", None)

    def close(self) -> tuple[str, str | None]:
        """The text of the line, broken where the page breaks it, and the one address that all of it links to."""
        raw = collapse("".join([text for text, _, _ in self.parts]))
        links = {link for text, link, _ in self.parts if not text.isspace()}
        self._clear()
        return raw, links.pop() if len(links) == 1 else None

    def lines(self) -> list[list[Piece]]:
        """Closes the line as `close` does, but gives it in pieces, line by line."""
        lines: list[list[Piece]] = [[]]
        for text, link, bold in self.parts:
            if text == "\n":
                lines.append([])
            else:
                lines[-1].append(Piece(text, link, bold))
        self._clear()
        return lines

    def _clear(self) -> None:
        """The next line begins empty."""
        self.parts.clear()
        self.cells = False
