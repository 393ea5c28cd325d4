"""Pages in compressed files and archives, whole and damaged."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from saved_pages import TEXT, captures, html, ignored, read, skipped

from koreanews.captures import Skipped

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": lambda data: zstd.compress(data, options={zstd.CompressionParameter.checksum_flag: 1}),
}
packings = pytest.mark.parametrize("packing", PACKINGS)
PAGE = TEXT * 30


def pack_zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def pack_tar(members: dict[str, bytes], format: int = tarfile.PAX_FORMAT) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=format) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


ARCHIVES: dict[str, Callable[[dict[str, bytes]], bytes]] = {"zip": pack_zip, "tar": pack_tar}
archives = pytest.mark.parametrize("archive", ARCHIVES)


def incompressible(text: str) -> bytes:
    """A page of which every packed byte matters: noise in ASCII below the text."""
    return text.encode() + b"\n".join(os.urandom(30).hex().encode() for _ in range(300))


# One page


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


@packings
def test_a_tar_file_that_is_a_decompression_bomb_is_stopped(packing: str) -> None:
    info = tarfile.TarInfo("bomb.txt")
    info.size = 1 << 40
    data = PACKINGS[packing](info.tobuf()) + PACKINGS[packing](bytes(1 << 22)) * 250
    assert len(data) < 2 << 20
    found = read("-", stdin=data)
    assert [item.path for item in skipped(found)] == ["-!/bomb.txt", "-"]
    assert "unpacks to more than 500 times its size, as decompression bombs do" in skipped(found)[-1].reason


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


# Many pages


@archives
def test_the_pages_in_an_archive_are_read_in_its_order(tmp_path: Path, archive: str) -> None:
    members = {"b.txt": TEXT.encode(), "more/a.html": html().encode(), "more/c.txt.gz": gzip.compress(PAGE.encode())}
    (tmp_path / "pages").write_bytes(ARCHIVES[archive](members))
    found = read(tmp_path)
    assert [(c.id, c.source.path.removeprefix(f"{tmp_path}/"), c.is_html) for c in captures(found)] == [
        ("b", "pages!/b.txt", False),
        ("a", "pages!/more/a.html", True),
        ("c", "pages!/more/c.txt.gz", False),
    ]
    assert skipped(found) == []


@archives
def test_an_archive_on_standard_input_is_read_too(archive: str) -> None:
    data = ARCHIVES[archive]({"a.txt": TEXT.encode()})
    assert [capture.source.path for capture in captures(read("-", stdin=data))] == ["-!/a.txt"]


@pytest.mark.parametrize("format", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@packings
def test_every_kind_of_packed_tar_file_is_read_with_long_names_and_umlauts(packing: str, format: int) -> None:
    name = "ä" * 45 + "/" + "b" * 90 + ".txt"
    data = PACKINGS[packing](pack_tar({name: TEXT.encode()}, format))
    assert [capture.source.path for capture in captures(read("-", stdin=data))] == [f"-!/{name}"]


def test_a_tar_file_from_before_posix_is_known_by_its_checksum() -> None:
    data = bytearray(pack_tar({"a.txt": TEXT.encode()}, tarfile.USTAR_FORMAT))
    data[257:265] = bytes(8)
    data[148:156] = b" " * 8
    data[148:156] = b"%06o\0 " % sum(data[:512])
    assert [capture.id for capture in captures(read("-", stdin=bytes(data)))] == ["a"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_kind_of_zip_file_is_read(method: int) -> None:
    assert len(captures(read("-", stdin=pack_zip({"a.txt": TEXT.encode()}, method)))) == 1


@archives
def test_archives_in_archives_are_read(archive: str) -> None:
    inner = ARCHIVES[archive]({"x/a.txt": TEXT.encode()})
    data = pack_zip({"deep/inner": gzip.compress(pack_tar({"more": inner}))})
    assert [(c.id, c.source.path) for c in captures(read("-", stdin=data))] == [("a", "-!/deep/inner!/more!/x/a.txt")]


@archives
@pytest.mark.parametrize("name", ["../../etc/x.txt", "/etc/x.txt", "a/../../x.txt", "C:/x.txt", "..\\x.txt", ".."])
def test_a_path_that_leads_out_of_its_archive_is_named_and_the_rest_read(
    tmp_path: Path, archive: str, name: str
) -> None:
    (tmp_path / "pages").write_bytes(ARCHIVES[archive]({name: TEXT.encode(), "good.txt": TEXT.encode()}))
    found = read(tmp_path)
    assert [capture.id for capture in captures(found)] == ["good"]
    assert [item.reason for item in skipped(found)] == ["has a path that leads out of its archive"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["pages"]


@archives
def test_hidden_members_and_a_pages_pictures_are_counted(archive: str) -> None:
    members = {
        "Lanterns.html": html().encode(),
        "Lanterns_files/a.png": b"\x89PNG\r\n\x1a\n\0\0\0\r",
        "Lanterns_files/frame.html": html().encode(),
        ".git/config": b"[core]\n",
        "__MACOSX/._Lanterns.html": b"\0\5\x16\7",
        "www.dw.com/style.css": b"p {}\n",
    }
    found = read("-", stdin=ARCHIVES[archive](members))
    assert [capture.id for capture in captures(found)] == ["Lanterns"]
    assert skipped(found) == []
    assert ignored(found) == {"resource files of saved pages": 3, "hidden files and folders": 2}


@archives
def test_what_is_no_page_in_an_archive_is_named(archive: str) -> None:
    found = read("-", stdin=ARCHIVES[archive]({"a.pdf": b"%PDF-1.7\n", "b.txt": b"", "c.txt": TEXT.encode()}))
    assert [capture.id for capture in captures(found)] == ["c"]
    assert skipped(found) == [
        Skipped("-!/a.pdf", "is a PDF document, not a saved page"),
        Skipped("-!/b.txt", "is empty"),
    ]


@archives
def test_a_member_larger_than_any_page_is_named_and_the_rest_read(archive: str) -> None:
    members = {"large.txt": b"Ferrymen. \n" * 6_200_000, "good.txt": TEXT.encode()}
    found = read("-", stdin=ARCHIVES[archive](members))
    assert [capture.id for capture in captures(found)] == ["good"]
    assert skipped(found)[0] == Skipped("-!/large.txt", "is larger than 64 MiB, which no page is")


def test_a_zip_member_with_a_flipped_bit_is_named_and_the_rest_read() -> None:
    data = bytearray(pack_zip({"a.txt": incompressible(TEXT), "b.txt": TEXT.encode()}))
    data[5000] ^= 0x10
    found = read("-", stdin=bytes(data))
    assert [capture.id for capture in captures(found)] == ["b"]
    (item,) = skipped(found)
    assert item.path == "-!/a.txt"
    assert item.reason.startswith("is damaged: ")


def test_a_zip_file_cut_short_is_named_and_the_rest_read(tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(pack_zip({"a.txt": TEXT.encode()})[:-30])
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    found = read(tmp_path)
    assert [capture.id for capture in captures(found)] == ["b"]
    assert [item.path for item in skipped(found)] == [f"{tmp_path}/cut.zip"]
    assert skipped(found)[0].reason.startswith("is cut short or damaged: ")


def test_an_encrypted_member_is_named_and_the_rest_read() -> None:
    data = bytearray(pack_zip({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    # The flag of encryption of the first member, in its own header and in the table of contents.
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    found = read("-", stdin=bytes(data))
    assert [capture.id for capture in captures(found)] == ["b"]
    assert skipped(found) == [Skipped("-!/a.txt", "is encrypted")]


def test_members_of_one_zip_that_are_bombs_together_are_stopped() -> None:
    page = b"a" * (45 << 20)
    found = read("-", stdin=pack_zip({f"{number}.txt": page for number in range(4)}))
    assert found[-1] == Skipped("-", "unpacks to more than 500 times its size, as decompression bombs do")
    assert len(captures(found)) == 3


def test_a_tar_header_that_is_damaged_is_named_and_the_rest_read() -> None:
    data = bytearray(pack_tar({"a.txt": TEXT.encode(), "b.txt": TEXT.encode(), "c.txt": TEXT.encode()}))
    second = data.index(b"b.txt")
    data[second + 124 : second + 136] = b"not a number"
    found = read("-", stdin=bytes(data))
    assert [capture.id for capture in captures(found)] == ["a", "c"]
    assert [item.reason for item in skipped(found)] == [
        "is damaged: bytes that are no member of the tar file stand between its members"
    ]


@pytest.mark.parametrize("keep", [512 + 100, 1024, 1024 + 300, 1024 + 512 + 200])
def test_a_tar_file_cut_short_is_named_and_what_is_whole_is_read(keep: int) -> None:
    page = TEXT.encode() * 2
    assert 300 < len(page) <= 512
    found = read("-", stdin=pack_tar({"a.txt": page, "b.txt": page}, tarfile.USTAR_FORMAT)[:keep])
    assert [capture.id for capture in captures(found)] == (["a"] if keep >= 1024 else [])
    assert all("cut short" in item.reason or "unexpected end" in item.reason for item in skipped(found))
    assert skipped(found)


def test_a_packed_tar_file_cut_short_is_named_and_what_is_whole_is_read() -> None:
    data = gzip.compress(pack_tar({"a.txt": TEXT.encode(), "b.txt": incompressible(TEXT)}))
    found = read("-", stdin=data[: len(data) // 2])
    assert [capture.id for capture in captures(found)] == ["a"]
    assert [item.path for item in skipped(found)] == ["-!/b.txt", "-"]
    assert "is cut short: its gzip data have no end" in skipped(found)[0].reason


def test_links_and_devices_in_a_tar_file_are_named_and_never_made(tmp_path: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, type in (("passwd", tarfile.SYMTYPE), ("zero", tarfile.CHRTYPE), ("pipe", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = type, "/etc/passwd"
            archive.addfile(info)
    found = read("-", stdin=file.getvalue())
    assert {item.reason for item in skipped(found)} == {"is a link or a device, not a file"}
    assert len(found) == 3


def test_a_link_in_a_zip_file_is_named_and_not_taken_for_a_text() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        info = zipfile.ZipInfo("passwd")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    assert read("-", stdin=file.getvalue()) == [Skipped("-!/passwd", "is a link or a device, not a file")]


def test_a_name_of_a_gigabyte_in_a_tar_file_is_not_read_into_memory() -> None:
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 1 << 30
    found = read("-", stdin=info.tobuf(tarfile.GNU_FORMAT) + b"x" * 4096)
    assert [item.reason for item in skipped(found)] == [
        "is cut short or damaged: a name or an extension of 1073741824 bytes"
    ]


def test_an_empty_archive_gives_nothing_and_says_nothing() -> None:
    assert read("-", stdin=pack_zip({})) == []


def test_a_zstd_file_may_begin_with_a_frame_to_be_skipped() -> None:
    skip = b"\x50\x2a\x4d\x18" + (4).to_bytes(4, "little") + b"note"
    assert len(captures(read("-", stdin=skip + zstd.compress(TEXT.encode())))) == 1


def test_raw_deflate_is_not_mistaken_for_a_page() -> None:
    assert captures(read("-", stdin=zlib.compress(incompressible(TEXT)))) == []
