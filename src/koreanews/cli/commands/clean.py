"""`koreanews clean`: a saved page without its furniture, or whole, with the kind of each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from koreanews.cli.output import is_terminal, print_json, print_line, say
from koreanews.cli.safe import visible, visible_lines
from koreanews.cli.session import quiet_option

if TYPE_CHECKING:
    from koreanews.captures.capture import Capture, Skipped


@click.command("clean")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--blocks", is_flag=True, help="Print the whole page, each block's kind in the margin.")
@click.option("--json", "as_json", is_flag=True, help="Print the blocks, one JSON object a line.")
@quiet_option
@click.pass_context
def command(ctx: click.Context, files: Sequence[str], blocks: bool, as_json: bool) -> None:
    """Print saved pages without their furniture.

    With --blocks nothing is left out: the way to see why a field of a record is what it is. FILE may also be a
    folder, or - for standard input. No archive is read or written.

    \b
    Examples:
      koreanews clean page.txt
      koreanews clean --blocks page.txt
      koreanews clean --json page.txt | jq -r 'select(.kind == "unknown").text'
    """
    skipped: list[Skipped] = []
    captures = _captures(files, skipped)
    if as_json:
        _print_json(captures)
    elif not blocks:
        _print_text(captures, files)
    elif is_terminal():
        _draw_blocks(captures, files)
    else:
        _print_blocks(captures, files)
    for one in skipped:
        say(f"Skipped: {one.path} {one.reason}")
    if skipped:
        ctx.exit(1)


def _captures(files: Sequence[str], skipped: list[Skipped]) -> Iterator[Capture]:
    """The pages in the files; what gives no page goes to `skipped`."""
    from koreanews.captures.capture import Capture, Skipped
    from koreanews.captures.read import read_captures

    for item in read_captures(files, all_publishers=True):
        if isinstance(item, Capture):
            yield item
        elif isinstance(item, Skipped):
            skipped.append(item)


def _print_json(captures: Iterable[Capture]) -> None:
    from koreanews.cleaner import clean

    for capture in captures:
        for block in clean(capture):
            print_json({"path": capture.source.path, **block._asdict()})


def _print_text(captures: Iterable[Capture], files: Sequence[str]) -> None:
    """Headline, teaser and body, as the record has them."""
    from koreanews import parse_capture

    for capture in captures:
        if _needs_name(capture, files):
            print_line(f"==> {visible(capture.source.path)} <==")
        article = parse_capture(capture)
        parts = (article.headline, article.teaser, article.body)
        print_line("\n\n".join(visible_lines(part) for part in parts if part))


def _needs_name(capture: Capture, files: Sequence[str]) -> bool:
    """Whether a page needs its name above it: it is one of several, or not what the person named."""
    return len(files) > 1 or capture.source.path != files[0]


class _Row(NamedTuple):
    """One line of a page: its number, the kind of its block, the line, and whether its block begins here."""

    number: int
    kind: str
    text: str
    is_first: bool


def _rows(capture: Capture) -> Iterator[_Row]:
    from koreanews.cleaner import clean

    for block in clean(capture):
        # What an HTML page says without showing it, such as its address, has no lines of its own.
        raw = block.raw or block.text
        for at, text in enumerate(raw.removesuffix("\n").split("\n")):
            yield _Row(block.line + at, block.kind.value, visible(text), at == 0)


def _print_blocks(captures: Iterable[Capture], files: Sequence[str]) -> None:
    for capture in captures:
        if _needs_name(capture, files):
            print_line(f"==> {visible(capture.source.path)} <==")
        for row in _rows(capture):
            print_line(f"{row.number}\t{row.kind}\t{row.text}")


def _draw_blocks(captures: Iterable[Capture], files: Sequence[str]) -> None:
    from rich.table import Table
    from rich.text import Text

    from koreanews.cleaner.blocks import Kind
    from koreanews.cli.screen import drawn, new_console, show

    console = new_console()
    margin = max(map(len, Kind))

    def pieces() -> Iterator[str]:
        for capture in captures:
            if _needs_name(capture, files):
                yield drawn(console, Text(f"==> {visible(capture.source.path)} <==", "bold"))
            for row in _rows(capture):
                line = Table.grid(padding=(0, 2, 0, 0))
                line.add_column(width=margin)
                line.add_column(overflow="fold")
                style = _STYLES.get(row.kind, "dim" if row.kind in FURNITURE else "")
                line.add_row(Text(row.kind if row.is_first else "", style or "cyan"), Text(row.text, style))
                yield drawn(console, line)

    show(console, pieces())


FURNITURE = frozenset(
    {
        "cookie banner",
        "site announcement",
        "navigation",
        "read-more label",
        "newsletter",
        "recommends label",
        "links label",
        "media label",
        "related label",
        "advertisement",
        "site promotion",
        "footer",
        "blank",
    }
)
"""Kinds whose text reaches no field of the record."""

_STYLES = {"unknown": "bold", "headline": "bold"}
