"""`koreanews clean`: the cleaned text, and the whole page with each line's kind."""

from __future__ import annotations

import json
from pathlib import Path

from running import KOREANEWS, SEEDS, koreanews, on_terminal
from saved_stories import HARBOUR, LIBRARY, save

SEED = SEEDS / "000_f07122383b230fd2.txt"


def test_the_cleaned_text_is_headline_teaser_and_body(tmp_path: Path) -> None:
    save(tmp_path, library=LIBRARY)
    result = koreanews("clean", "library.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == LIBRARY.partition("\n\n")[2]
    assert not (tmp_path / "koreanews-index").exists()


def test_several_pages_are_told_apart_by_name(tmp_path: Path) -> None:
    save(tmp_path / "pages", library=LIBRARY, harbour=HARBOUR)
    both = koreanews("clean", "pages").stdout
    assert both.startswith("==> pages/harbour.txt <==\nHarbour festival opens in Busan\n")
    assert "==> pages/library.txt <==\nNight library keeps Daegu awake\n" in both


def test_blocks_are_the_whole_page_line_by_line() -> None:
    rows = [line.split("\t") for line in koreanews("clean", "--blocks", SEED).stdout.splitlines()]
    lines: dict[int, str] = {}
    for number, _, text in rows:
        # Two blocks may share a line: the crawler's guess and DW's title line do.
        lines[int(number)] = lines.get(int(number), "") + text
    page = SEED.read_text("utf-8").removesuffix("\n").split("\n")
    assert list(lines) == list(range(1, len(page) + 1))
    assert list(lines.values()) == page
    kinds = {kind for _, kind, _ in rows}
    assert {"capture header", "headline", "paragraph", "slide text", "recommends teaser"} <= kinds


def test_json_gives_the_blocks_whose_raws_are_the_page() -> None:
    blocks = [json.loads(line) for line in koreanews("clean", "--json", SEED).stdout.splitlines()]
    assert "".join(block["raw"] for block in blocks) == SEED.read_bytes().decode()
    assert {block["path"] for block in blocks} == {str(SEED)}


def test_what_an_html_page_says_without_showing_it_is_printed_too(tmp_path: Path) -> None:
    page = '<html lang="en"><head><link rel="canonical" href="https://www.dw.com/en/quay/a-40404040"></head>'
    (tmp_path / "quay.html").write_text(f"{page}<body><article><h1>Quay reopens</h1><p>It rained.</p></article></body>")
    rows = [line.split("\t")[1:] for line in koreanews("clean", "--blocks", "quay.html").stdout.splitlines()]
    assert ["metadata url", "https://www.dw.com/en/quay/a-40404040"] in rows
    assert ["headline", "Quay reopens"] in rows


def test_standard_input(tmp_path: Path) -> None:
    assert koreanews("clean", "-", stdin=LIBRARY).stdout == LIBRARY.partition("\n\n")[2]


def test_what_cannot_be_read_is_named_and_the_rest_printed(tmp_path: Path) -> None:
    save(tmp_path, library=LIBRARY)
    result = koreanews("clean", "missing.txt", "library.txt")
    assert result.exit_code == 1
    assert result.stderr == "Skipped: missing.txt does not exist\n"
    assert "Night library keeps Daegu awake" in result.stdout


def test_a_terminal_sees_furniture_dimmed_and_kinds_in_the_margin(tmp_path: Path) -> None:
    save(tmp_path, harbour=HARBOUR)
    screen = on_terminal(*KOREANEWS, "clean", "--blocks", "harbour.txt", columns=100)
    lines = [line for line in screen.output.splitlines() if line]
    dimmed = [line for line in lines if line.startswith("\x1b[2m")]
    assert any("recommends label" in line and "DW recommends" in line for line in dimmed)
    assert not any("Lanterns" in line for line in dimmed)
    assert any("teaser" in line and "Lanterns on a hundred boats" in line for line in lines)
