"""Pages in compressed files and archives, whole and damaged."""

from __future__ import annotations

import gc
import gzip
import random
import zlib
from pathlib import Path

import brotli
import pytest
from saved_pages import TEXT, captures, html, read, skipped
from ways_of_packing import PACKINGS, incompressible, pack_tar, pack_zip, packings, zstd

from koreanews.captures import Skipped
from koreanews.captures.stream import ByteStream

PAGE = TEXT * 30


@packings
def test_a_packed_page_is_the_page_itself(tmp_path: Path, packing: str) -> None:
    (tmp_path / "plain.txt").write_text(PAGE, "utf-8")
    (tmp_path / f"packed.txt.{packing}").write_bytes(PACKINGS[packing](PAGE.encode()))
    packed, plain = captures(read(tmp_path))
    assert (packed.id, packed.text) == ("packed", plain.text)
    assert packed.source.path == f"{tmp_path}/packed.txt.{packing}"
    assert (packed.source.sha256, packed.source.bytes) == (plain.source.sha256, plain.source.bytes)


@packings
def test_a_page_in_several_packed_members_is_one_page(packing: str) -> None:
    data = PACKINGS[packing](PAGE[:500].encode()) + PACKINGS[packing](PAGE[500:].encode())
    assert [capture.text for capture in captures(read("-", stdin=data))] == [PAGE]


@packings
def test_what_was_unpacked_is_let_go_without_looking_for_garbage(packing: str) -> None:
    gc.collect()
    before = streams()
    gc.disable()
    try:
        [capture] = captures(read("-", stdin=PACKINGS[packing](PAGE.encode())))
        assert capture.text == PAGE
        assert streams() == before
    finally:
        gc.enable()


def streams() -> int:
    """How many streams there are in this process."""
    return sum(isinstance(thing, ByteStream) for thing in gc.get_objects())


@packings
@pytest.mark.parametrize("keep", [12, 400, -9, -1])
def test_a_packed_page_that_is_cut_short_is_named(tmp_path: Path, packing: str, keep: int) -> None:
    (tmp_path / "cut").write_bytes(PACKINGS[packing](incompressible(PAGE))[:keep])
    (tmp_path / "whole").write_bytes(PACKINGS[packing](PAGE.encode()))
    found = read(tmp_path)
    name = {"gz": "gzip", "bz2": "bzip2", "zst": "zstd"}.get(packing, packing)
    assert skipped(found) == [Skipped(f"{tmp_path}/cut", f"is cut short: its {name} data have no end")]
    assert [capture.id for capture in captures(found)] == ["whole"]


@packings
def test_a_packed_page_with_a_flipped_bit_is_named(packing: str) -> None:
    data = bytearray(PACKINGS[packing](incompressible(PAGE)))
    data[len(data) // 2] ^= 0x10
    (item,) = read("-", stdin=bytes(data))
    assert isinstance(item, Skipped)
    assert item.reason.endswith("data cannot be unpacked")


@packings
def test_bytes_after_the_packed_page_are_reported_and_the_page_kept(packing: str) -> None:
    (capture,) = captures(read("-", stdin=PACKINGS[packing](PAGE.encode()) + b"and something else"))
    assert capture.text == PAGE
    assert capture.flaw is not None
    assert capture.flaw.startswith("has other bytes after its")


def test_nuls_after_a_packed_page_are_padding(tmp_path: Path) -> None:
    (capture,) = captures(read("-", stdin=gzip.compress(PAGE.encode()) + bytes(512)))
    assert capture.flaw is None


def test_nuls_without_end_after_a_packed_page_are_not_waited_for(tmp_path: Path) -> None:
    with (tmp_path / "page.gz").open("wb") as file:
        file.write(gzip.compress(PAGE.encode()))
        file.truncate(1 << 40)
    (capture,) = captures(read(tmp_path))
    assert capture.flaw == "has 16 MiB of NULs and more after its gzip data"


@packings
def test_a_decompression_bomb_is_named_and_never_unpacked(tmp_path: Path, packing: str) -> None:
    (tmp_path / "bomb.txt").write_bytes(PACKINGS[packing](b"Ferrymen. \n" * 100_000) * 180)
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    found = read(tmp_path)
    assert [capture.id for capture in captures(found)] == ["page"]
    assert [item.reason for item in skipped(found)] == ["is larger than 64 MiB, which no page is"]


def test_a_page_packed_over_and_over_is_not_followed_for_ever() -> None:
    data = TEXT.encode()
    for depth in range(1, 9):
        data = gzip.compress(data)
        found = read("-", stdin=data)
        if depth <= 6:
            assert len(captures(found)) == 1
        else:
            assert skipped(found) == [Skipped("-", "is packed more than 6 times over, as decompression bombs are")]


def test_a_gzip_file_that_holds_itself_is_not_followed_for_ever() -> None:
    # R. Cox's construction in small: every layer is a gzip stream of the next.
    data = b"x"
    for _ in range(200):
        data = gzip.compress(data, 0)
    assert skipped(read("-", stdin=data)) == [
        Skipped("-", "is packed more than 6 times over, as decompression bombs are")
    ]


def test_a_zstd_file_may_begin_with_a_frame_to_be_skipped() -> None:
    skip = b"\x50\x2a\x4d\x18" + (4).to_bytes(4, "little") + b"note"
    assert len(captures(read("-", stdin=skip + zstd.compress(TEXT.encode())))) == 1


def test_raw_deflate_is_not_mistaken_for_a_page() -> None:
    assert captures(read("-", stdin=zlib.compress(incompressible(TEXT)))) == []


@pytest.mark.parametrize("name", ["page.html.br", "page.BR"])
def test_a_brotli_file_is_known_by_its_name_and_what_it_unpacks_to(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(brotli.compress(html().encode()))
    (tmp_path / "page.html").write_text(html(), "utf-8")
    packed, plain = sorted(captures(read(tmp_path)), key=lambda capture: not capture.source.path.endswith(name))
    assert (packed.id, packed.text, packed.source.sha256) == ("page", plain.text, plain.source.sha256)


def test_a_brotli_file_in_an_archive_and_an_archive_in_a_brotli_file_are_read() -> None:
    inner = pack_tar({"page.txt.br": brotli.compress(PAGE.encode())})
    (capture,) = captures(read("-", stdin=pack_zip({"pages.tar.br": brotli.compress(inner)})))
    assert (capture.text, capture.source.path) == (PAGE, "-!/pages.tar.br!/page.txt.br")


def test_a_brotli_file_that_is_cut_short_or_damaged_is_named(tmp_path: Path) -> None:
    data = brotli.compress(incompressible(PAGE * 40) * 3)
    (tmp_path / "cut.br").write_bytes(data[:-20])
    (tmp_path / "bomb.br").write_bytes(brotli.compress(b"Ferrymen. \n" * 13_000_000, quality=2))
    assert sorted(skipped(read(tmp_path)), key=lambda item: item.path) == [
        Skipped(f"{tmp_path}/bomb.br", "is larger than 64 MiB, which no page is"),
        Skipped(f"{tmp_path}/cut.br", "is cut short: its brotli data have no end"),
    ]


def test_binary_data_called_a_brotli_file_are_no_page(tmp_path: Path) -> None:
    (tmp_path / "noise.br").write_bytes(random.Random(7).randbytes(4000))
    (tmp_path / "noise of noise.br").write_bytes(brotli.compress(random.Random(7).randbytes(4000)))
    (tmp_path / "unnamed").write_bytes(brotli.compress(PAGE.encode()))
    assert {item.reason for item in skipped(read(tmp_path))} == {"is binary data, not a saved page"}
    assert len(skipped(read(tmp_path))) == 3


def test_a_text_called_a_brotli_file_is_the_text(tmp_path: Path) -> None:
    (tmp_path / "page.br").write_text(PAGE, "utf-8")
    assert [capture.text for capture in captures(read(tmp_path))] == [PAGE]


def test_what_is_packed_with_brotli_over_and_over_is_a_bomb(tmp_path: Path) -> None:
    data = incompressible(PAGE)
    for _ in range(7):
        data = brotli.compress(data)
    (tmp_path / "page.br").write_bytes(data)
    # Brotli within brotli is binary data by its content.
    assert [item.reason for item in skipped(read(tmp_path))] == ["is binary data, not a saved page"]
