"""Pages in compressed files and archives, whole and damaged."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest
from saved_pages import TEXT, captures, read, skipped
from ways_of_packing import PACKINGS, incompressible, packings, zstd

from koreanews.captures import Skipped

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
