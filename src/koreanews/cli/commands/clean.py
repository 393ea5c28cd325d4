"""`koreanews clean`: a saved page without its furniture, or whole, with the kind of each line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

import click

from koreanews.cli.completion import complete_file
from koreanews.cli.output import is_terminal, print_json, print_line, say
from koreanews.cli.safe import visible, visible_lines
from koreanews.cli.session import quiet_option

if TYPE_CHECKING:
    from koreanews.captures.capture import Capture, Skipped
    from koreanews.cleaner.blocks import Block

Made = TypeVar("Made")


@click.command("clean")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=complete_file)
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
    if as_json:
        _print_json(_blocks(files, skipped))
    elif not blocks:
        _print_text(files, skipped)
    elif is_terminal():
        _draw_blocks(_blocks(files, skipped), files)
    else:
        _print_blocks(_blocks(files, skipped), files)
    for one in skipped:
        say(f"Skipped: {one.path} {one.reason}")
    if skipped:
        ctx.exit(1)


def _pages(files: Sequence[str], skipped: list[Skipped], make: Callable[[Capture], Made]) -> Iterator[tuple[str, Made]]:
    """The path of each page in the files and what is made of it; what gives no page goes to `skipped`."""
    from koreanews.captures.capture import Skipped
    from koreanews.captures.files import Found, find_files
    from koreanews.captures.page import Page
    from koreanews.captures.read import read_file
    from koreanews.ingest.parsing import made_of

    for found in find_files(files):
        for read in read_file(found, all_publishers=True) if isinstance(found, Found) else (found,):
            made = made_of(read, make) if isinstance(read, Page) else read
            if isinstance(made, Skipped):
                skipped.append(made)
            elif isinstance(read, Page):
                yield read.path, cast(Made, made)


def _blocks(files: Sequence[str], skipped: list[Skipped]) -> Iterator[tuple[str, list[Block]]]:
    from koreanews.cleaner import clean

    return _pages(files, skipped, clean)


def _print_json(pages: Iterable[tuple[str, list[Block]]]) -> None:
    for path, blocks in pages:
        for block in blocks:
            print_json({"path": path, **block.to_dict()})


def _print_text(files: Sequence[str], skipped: list[Skipped]) -> None:
    """Headline, teaser and body, as the record has them."""
    from koreanews import parse_capture

    for path, article in _pages(files, skipped, parse_capture):
        if _needs_name(path, files):
            print_line(f"==> {visible(path)} <==")
        parts = (article.headline, article.teaser, article.body)
        print_line("\n\n".join(visible_lines(part) for part in parts if part))


def _needs_name(path: str, files: Sequence[str]) -> bool:
    """Whether a page needs its name above it: it is one of several, or not what the person named."""
    return len(files) > 1 or path != files[0]


class _Row(NamedTuple):
    """One line of a page: its number, the kind of its block, the line, and whether its block begins here."""

    number: int
    kind: str
    text: str
    is_first: bool


def _rows(blocks: Iterable[Block]) -> Iterator[_Row]:
    for block in blocks:
        # What an HTML page says without showing it, such as its address, has no lines of its own.
        raw = block.raw or block.text
        for at, text in enumerate(raw.removesuffix("\n").split("\n")):
            yield _Row(block.line + at, block.kind.value, visible(text), at == 0)


def _print_blocks(pages: Iterable[tuple[str, list[Block]]], files: Sequence[str]) -> None:
    for path, blocks in pages:
        if _needs_name(path, files):
            print_line(f"==> {visible(path)} <==")
        for row in _rows(blocks):
            print_line(f"{row.number}\t{row.kind}\t{row.text}")


def _draw_blocks(pages: Iterable[tuple[str, list[Block]]], files: Sequence[str]) -> None:
    from rich.table import Table
    from rich.text import Text

    from koreanews.cleaner.blocks import Kind
    from koreanews.cli.screen import drawn, new_console, show

    console = new_console()
    margin = max(map(len, Kind))

    def pieces() -> Iterator[str]:
        for path, blocks in pages:
            if _needs_name(path, files):
                yield drawn(console, Text(f"==> {visible(path)} <==", "bold"))
            for row in _rows(blocks):
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
"""Kinds whose text reaches no field of the record. By their words, for `Kind` is loaded by the command alone."""

_STYLES = {"unknown": "bold", "headline": "bold"}
