"""Pages in zip and tar files, whole and damaged."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from saved_pages import TEXT, captures, html, ignored, read, skipped
from ways_of_packing import ARCHIVES, PACKINGS, archives, incompressible, pack_tar, pack_zip, packings

from koreanews import parse_capture
from koreanews.captures import Skipped

PAGE = TEXT * 30


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


@pytest.mark.parametrize("word", ["mustard", "custard ", "mustard  "])
def test_a_page_with_the_letters_of_a_tar_file_where_those_have_them_is_a_page(word: str) -> None:
    before = b"a " * 200
    data = before[: 257 - word.index("ustar")] + f"{word}{TEXT}".encode()
    assert data[257:262] == b"ustar"
    assert [capture.is_html for capture in captures(read("-", stdin=data))] == [False]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_kind_of_zip_file_is_read(method: int) -> None:
    data = pack_zip({"a.txt": TEXT.encode()}, method)
    for mark in (b"", b"PK\x07\x08", b"PK00"):
        assert len(captures(read("-", stdin=mark + data))) == 1


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
def test_a_page_in_an_archive_is_named_by_its_own_address_where_it_tells_one(tmp_path: Path, archive: str) -> None:
    told = html(head='<meta charset="utf-8"><link rel="canonical" href="https://www.dw.com/en/x/a-43700011">')
    data = ARCHIVES[archive](
        {"x/lanterns.html": told.encode(), "y/ropes.html": html().encode(), "z.txt": TEXT.encode()}
    )
    found = captures(read("-", stdin=data))
    assert [parse_capture(capture).id for capture in found] == ["a-43700011", "ropes", "z"]
    # A page that is a file of its own keeps its file's stem.
    (tmp_path / "lanterns.html").write_bytes(told.encode())
    (alone,) = captures(read(tmp_path / "lanterns.html"))
    assert (parse_capture(alone).id, parse_capture(alone).dw_id) == ("lanterns", "a-43700011")


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
@pytest.mark.parametrize("folder", ["x/Lanterns-Dateien", "x/Lanterns_files/deep", "x/Lanterns_files/Ropes_files"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_frame_belongs_to_its_page_wherever_in_the_archive_that_is(archive: str, folder: str, is_first: bool) -> None:
    page = {"x/Lanterns.html": html().encode()}
    frame = {f"{folder}/frame.html": html().encode(), f"{folder}/a.png": b"\x89PNG\r\n\x1a\n\0\0\0\r"}
    other = {"y.txt": TEXT.encode()}
    found = read("-", stdin=ARCHIVES[archive](page | other | frame if is_first else frame | other | page))
    assert sorted(capture.id for capture in captures(found)) == ["Lanterns", "y"]
    assert (skipped(found), ignored(found)) == ([], {"resource files of saved pages": 2})


@archives
def test_a_folder_in_an_archive_that_is_called_as_a_pages_but_is_none_is_read(archive: str) -> None:
    members = {"Lanterns_files/a.txt": TEXT.encode(), "b.txt": TEXT.encode(), "y/Lanterns.html": html().encode()}
    found = read("-", stdin=ARCHIVES[archive](members))
    assert sorted(capture.id for capture in captures(found)) == ["Lanterns", "a", "b"]
    assert (skipped(found), ignored(found)) == ([], {})


def test_what_waits_for_its_page_in_a_tar_file_is_given_where_the_file_is_cut_short() -> None:
    members = {"Lanterns_files/a.txt": TEXT.encode(), "b.txt": incompressible(PAGE)}
    found = read("-", stdin=pack_tar(members, tarfile.USTAR_FORMAT)[:2500])
    assert [capture.id for capture in captures(found)] == ["a"]
    assert len(skipped(found)) == 2


def test_frames_wait_for_their_page_in_a_tar_file_until_they_are_too_much_for_memory() -> None:
    large = html().encode() + b" " * (5 << 20)
    frames = {f"Lanterns_files/{number}.html": large for number in range(4)}
    found = read("-", stdin=pack_tar(frames | {"Lanterns_files/5.html": large, "Lanterns.html": html().encode()}))
    assert [capture.id for capture in captures(found)] == ["0", "1", "2", "3", "Lanterns"]
    assert ignored(found) == {"resource files of saved pages": 1}


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
    page = b"a" * (15 << 20)
    found = read("-", stdin=pack_zip({f"{number}.txt": page for number in range(12)}))
    assert found[-1] == Skipped("-", "unpacks to more than 500 times its size, as decompression bombs do")
    assert len(captures(found)) == 9


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


@packings
def test_a_tar_file_that_is_a_decompression_bomb_is_stopped(packing: str) -> None:
    info = tarfile.TarInfo("bomb.txt")
    info.size = 1 << 40
    data = PACKINGS[packing](info.tobuf()) + PACKINGS[packing](bytes(1 << 22)) * 250
    assert len(data) < 2 << 20
    found = read("-", stdin=data)
    assert [item.path for item in skipped(found)] == ["-!/bomb.txt", "-"]
    assert "unpacks to more than 500 times its size, as decompression bombs do" in skipped(found)[-1].reason


def test_a_zip_file_of_many_members_is_read_and_one_of_too_many_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Its table of contents is larger than what is read at once.
    path = tmp_path / "many.zip"
    path.write_bytes(pack_zip({f"{number:0200}.txt": TEXT.encode() for number in range(5000)}, zipfile.ZIP_STORED))
    assert len(captures(read(path))) == 5000
    monkeypatch.setattr("koreanews.captures.archive_zip._MAX_CONTENTS", 1 << 20)
    [refused] = read(path)
    assert isinstance(refused, Skipped)
    assert refused.reason == (
        "has a table of contents of more than 1 MiB; unpack the zip file first, and ingest the folder"
    )


@pytest.mark.parametrize("form", ["gnu", "0.0", "0.1", "1.0"])
def test_a_sparse_file_in_a_tar_file_is_named_and_what_comes_after_it_is_read(tmp_path: Path, form: str) -> None:
    path = tmp_path / "sparse.tar"
    path.write_bytes(sparse_tar(form))
    found = read(path)
    assert [capture.id for capture in captures(found)] == ["a", "z"]
    assert [(one.path, one.reason) for one in skipped(found)] == [
        (f"{path}!/holes.txt", "is a sparse file, not a file")
    ]


def sparse_tar(form: str) -> bytes:
    """Two pages, and between them a file that says to be of 2**60 bytes, nearly all of them holes."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        _add(archive, tarfile.TarInfo("a.txt"), TEXT.encode())
        header, data = tarfile.TarInfo("holes.txt"), b"x" * 512
        size = str(1 << 60)
        match form:
            case "0.0":
                header.pax_headers = {
                    "GNU.sparse.size": size,
                    "GNU.sparse.numblocks": "1",
                    "GNU.sparse.offset": "0",
                    "GNU.sparse.numbytes": "512",
                }
            case "0.1":
                header.pax_headers = {"GNU.sparse.size": size, "GNU.sparse.map": "0,512"}
            case "1.0":
                header.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": size}
                data = b"1\n0\n512\n".ljust(512, b"\0") + data
        _add(archive, header, data)
        _add(archive, tarfile.TarInfo("z.txt"), TEXT.encode())
    packed = bytearray(file.getvalue())
    if form == "gnu":
        at = packed.index(b"holes.txt\0")
        packed[at + 156 : at + 157] = tarfile.GNUTYPE_SPARSE
        packed[at + 148 : at + 156] = b" " * 8
        packed[at + 148 : at + 156] = b"%06o\0 " % sum(packed[at : at + 512])
    return bytes(packed)


def _add(archive: tarfile.TarFile, header: tarfile.TarInfo, data: bytes) -> None:
    header.size = len(data)
    archive.addfile(header, io.BytesIO(data))
