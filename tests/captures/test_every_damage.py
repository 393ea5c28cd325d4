"""Each kind of damage, in a folder beside a whole page: the command names it, ingests the rest, and ends with 1."""

from __future__ import annotations

import gzip
import io
import json
import re
import struct
import tarfile
import warnings
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import brotli
import pytest
from click.testing import CliRunner
from saved_pages import TEXT, html, warc_records
from ways_of_packing import PACKINGS, incompressible, pack_tar, pack_zip

from koreanews.cli import main

PAGE = TEXT.encode()
NOISE = incompressible(TEXT)
HTML = ("Content-Type", "text/html; charset=utf-8")


class Damage(NamedTuple):
    """A damaged file: its bytes, what is said of which member, and the ids of what is whole in it."""

    data: bytes
    member: str
    said: str
    whole: list[str]


def three(packed: bool = True) -> list[bytes]:
    """Records of the pages a-1 to a-3."""
    pages = [(f"https://www.dw.com/en/x/a-{n}", html(f"Lantern {n}").encode() * 20) for n in (1, 2, 3)]
    return warc_records(pages, packed)


def response(body: bytes, *headers: tuple[str, str]) -> bytes:
    """A WARC of the page a-9, whose body is as given, and the page a-1."""
    damaged = warc_records([("https://www.dw.com/en/x/a-9", body, [HTML, *headers])], True)
    return b"".join([*damaged, three()[0]])


def flipped(data: bytes, place: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= 0x55
    return bytes(changed)


def two_in_zip() -> bytes:
    return pack_zip({"a.txt": NOISE, "b.txt": PAGE})


def contents(offset: int, value: bytes) -> bytes:
    """A zip file with other bytes in the first entry of its table of contents."""
    data = bytearray(two_in_zip())
    place = data.index(b"PK\1\2") + offset
    data[place : place + len(value)] = value
    return bytes(data)


def two_in_tar(change: Callable[[tarfile.TarInfo], None]) -> bytes:
    """A tar file with a member that holds nothing, changed, and a page."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        info = tarfile.TarInfo("odd")
        change(info)
        archive.addfile(info)
        good = tarfile.TarInfo("b.txt")
        good.size = len(PAGE)
        archive.addfile(good, io.BytesIO(PAGE))
    return file.getvalue()


def kind(type: bytes, target: str = "") -> Callable[[tarfile.TarInfo], None]:
    def change(info: tarfile.TarInfo) -> None:
        info.type, info.linkname = type, target

    return change


def damaged_tar_header() -> bytes:
    data = bytearray(pack_tar({"a.txt": PAGE, "odd.txt": PAGE, "b.txt": PAGE}))
    place = data.index(b"odd.txt")
    data[place + 124 : place + 136] = b"not a number"
    return bytes(data)


def linked_zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        info = zipfile.ZipInfo("odd")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
        archive.writestr("b.txt", PAGE)
    return file.getvalue()


def encrypted_zip() -> bytes:
    data = bytearray(pack_zip({"odd.txt": PAGE, "b.txt": PAGE}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def wrong_sum() -> bytes:
    """A zip file whose member unpacks, to other bytes than it says."""
    data = bytearray(pack_zip({"odd.txt": PAGE, "b.txt": PAGE}, zipfile.ZIP_STORED))
    data[data.index(b"Lanterns")] ^= 1
    return bytes(data)


@cache
def bombs(number: int) -> bytes:
    return pack_zip({f"{one}.txt": b"a" * (65 << 20) for one in range(number)})


def layers(number: int) -> bytes:
    data = PAGE
    for _ in range(number):
        data = gzip.compress(data)
    return data


CUT = "is cut short"
OUT = "has a path that leads out of its archive"
LINK = "is a link or a device, not a file"
BOMB = "as decompression bombs do"

DAMAGES: dict[str, Callable[[], Damage]] = {
    # WARC (webrecorder/warcio issue 138 first)
    "warc.gz whose last gzip member is cut": lambda: Damage(b"".join(three())[:-60], "!/3", CUT, ["a-1", "a-2"]),
    "warc.gz cut between its members": lambda: Damage(
        b"".join([*three()[:2], three()[2][:9]]), "!/3", CUT, ["a-1", "a-2"]
    ),
    "warc.gz with a damaged member": lambda: Damage(
        b"".join([three()[0], flipped(three()[1], 200), three()[2]]), "!/2", "is damaged", ["a-1", "a-3"]
    ),
    "warc that is cut": lambda: Damage(b"".join(three(False))[:-60], "!/3", CUT, ["a-1", "a-2"]),
    "warc with a record header that is none": lambda: Damage(
        b"".join([three(False)[0], three(False)[1].replace(b"WARC/1.0", b"WRAC/1.0", 1), three(False)[2]]),
        "!/2",
        "bytes that are no record",
        ["a-1", "a-3"],
    ),
    "warc with a length that is none": lambda: Damage(
        b"".join(
            [
                three(False)[0],
                re.sub(rb"Content-Length: \d+", b"Content-Length: x", three(False)[1], count=1),
                three(False)[2],
            ]
        ),
        "!/2",
        "length is not a number",
        ["a-1", "a-3"],
    ),
    "warc with noise between": lambda: Damage(
        b"".join([three(False)[0], b"\xff\0noise" * 99, *three(False)[1:]]), "!/2", "no record", ["a-1", "a-2", "a-3"]
    ),
    # HTTP
    "chunks that are none": lambda: Damage(
        response(b"40\r\n" + b"x" * 99, ("Transfer-Encoding", "chunked")), "!/1", "told apart", ["a-1"]
    ),
    "gzip body cut": lambda: Damage(
        response(gzip.compress(NOISE)[:-20], ("Content-Encoding", "gzip")), "!/1", CUT, ["a-1"]
    ),
    "deflate body cut": lambda: Damage(
        response(zlib.compress(NOISE)[:-20], ("Content-Encoding", "deflate")), "!/1", CUT, ["a-1"]
    ),
    "deflate body damaged": lambda: Damage(
        response(flipped(zlib.compress(NOISE), 900), ("Content-Encoding", "deflate")), "!/1", "deflate data", ["a-1"]
    ),
    "brotli body cut": lambda: Damage(
        response(brotli.compress(NOISE)[:-20], ("Content-Encoding", "br")), "!/1", CUT, ["a-1"]
    ),
    "zstd body damaged": lambda: Damage(
        response(flipped(PACKINGS["zst"](NOISE), 900), ("Content-Encoding", "zstd")), "!/1", "zstd data", ["a-1"]
    ),
    "body that is a bomb": lambda: Damage(
        response(gzip.compress(b"a" * (70 << 20)), ("Content-Encoding", "gzip")), "!/1", "unpacks to more than", ["a-1"]
    ),
    # Zip
    "zip with a damaged member": lambda: Damage(flipped(two_in_zip(), 900), "!/a.txt", "is damaged", ["b"]),
    "zip with a member of a wrong sum": lambda: Damage(wrong_sum(), "!/odd.txt", "Bad CRC-32", ["b"]),
    "zip with a wrong offset in its contents": lambda: Damage(
        contents(42, struct.pack("<I", 0x7FFFFFFF)), "!/a.txt", "is damaged", ["b"]
    ),
    "zip with a wrong method in its contents": lambda: Damage(contents(10, b"\x63"), "!/a.txt", "is damaged", ["b"]),
    "zip with an entry of its contents overwritten": lambda: Damage(contents(0, b"XXXX"), "", "table of contents", []),
    "zip without its contents": lambda: Damage(two_in_zip()[:-80], "", "table of contents", []),
    "zip with an encrypted member": lambda: Damage(encrypted_zip(), "!/odd.txt", "is encrypted", ["b"]),
    "zip with a link": lambda: Damage(linked_zip(), "!/odd", LINK, ["b"]),
    "zip with ../../x": lambda: Damage(pack_zip({"../../x.txt": PAGE, "b.txt": PAGE}), "!/../../x.txt", OUT, ["b"]),
    "zip with an absolute path": lambda: Damage(pack_zip({"/x.txt": PAGE, "b.txt": PAGE}), "!//x.txt", OUT, ["b"]),
    # Tar
    "tar with a damaged header": lambda: Damage(damaged_tar_header(), "", "no member of the tar file", ["a", "b"]),
    "tar that is cut": lambda: Damage(
        pack_tar({"b.txt": PAGE, "odd.txt": NOISE})[:2000], "!/odd.txt", "unexpected end", ["b"]
    ),
    "tar without its end": lambda: Damage(
        pack_tar({"b.txt": PAGE}, tarfile.USTAR_FORMAT)[:1024], "", "no end mark", ["b"]
    ),
    "tar with ../../x": lambda: Damage(pack_tar({"../../x.txt": PAGE, "b.txt": PAGE}), "!/../../x.txt", OUT, ["b"]),
    "tar with an absolute path": lambda: Damage(
        pack_tar({"/etc/x.txt": PAGE, "b.txt": PAGE}), "!//etc/x.txt", OUT, ["b"]
    ),
    "tar with a symbolic link": lambda: Damage(two_in_tar(kind(tarfile.SYMTYPE, "b.txt")), "!/odd", LINK, ["b"]),
    "tar with a hard link out": lambda: Damage(
        two_in_tar(kind(tarfile.LNKTYPE, "/etc/passwd")), "!/odd", "is a link out of its archive", ["b"]
    ),
    "tar with a device": lambda: Damage(two_in_tar(kind(tarfile.BLKTYPE)), "!/odd", LINK, ["b"]),
    "tar with a pipe": lambda: Damage(two_in_tar(kind(tarfile.FIFOTYPE)), "!/odd", LINK, ["b"]),
    # Compressed pages and archives
    **{
        f"page.{name} that is cut": lambda pack=pack: Damage(pack(NOISE)[:-30], "", CUT, [])
        for name, pack in PACKINGS.items()
    },
    **{
        f"page.{name} with a flipped bit": lambda pack=pack: Damage(flipped(pack(NOISE), 900), "", "unpacked", [])
        for name, pack in PACKINGS.items()
    },
    "tar.gz that is cut": lambda: Damage(
        gzip.compress(pack_tar({"b.txt": PAGE, "odd.txt": NOISE}))[:-3000], "!/odd.txt", CUT, ["b"]
    ),
    # Bombs
    **{
        f"page.{name} that is a bomb": lambda pack=pack: Damage(pack(b"a" * (1 << 20)) * 70, "", "64 MiB", [])
        for name, pack in PACKINGS.items()
    },
    "zip that is a bomb": lambda: Damage(bombs(4), "", BOMB, []),
    "zip in a gzip that is a bomb": lambda: Damage(gzip.compress(bombs(4)), "", BOMB, []),
    "zip in a zip that is a bomb": lambda: Damage(
        pack_zip({"in.zip": bombs(4), "b.txt": PAGE}), "!/in.zip", BOMB, ["b"]
    ),
    "zip in a tar that is a bomb": lambda: Damage(
        pack_tar({"in.zip": bombs(4), "b.txt": PAGE}), "!/in.zip", BOMB, ["b"]
    ),
    "gzip of a gzip of a gzip ...": lambda: Damage(layers(30), "", "packed more than 6 times over", []),
    # Names
    "picture.html": lambda: Damage(b"\x89PNG\r\n\x1a\n\0\0\0\r", "", "is an image", []),
    "archive of no kind.zip": lambda: Damage(b"Rar!\x1a\7\0" + bytes(99), "", "unpack it first", []),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_named_and_the_rest_ingested(tmp_path: Path, name: str) -> None:
    damage = DAMAGES[name]()
    pages = tmp_path / "pages"
    pages.mkdir()
    # Whatever the name says, the bytes decide.
    file = re.sub(r"[^\w. ]", "-", name.split(" that ")[0].split(" with ")[0]) + ".txt"
    (pages / file).write_bytes(damage.data)
    (pages / "zz whole.txt").write_bytes(TEXT.replace("one night", "two nights").encode())
    result = CliRunner().invoke(main, ["--index", str(tmp_path / "index"), "ingest", str(pages)])
    assert result.exit_code == 1, result.output
    assert f"{pages}/{file}{damage.member}" in "".join(result.stderr.split("\n")), result.stderr
    assert damage.said in " ".join(result.stderr.split()), result.stderr
    assert "Traceback" not in result.output
    listed = CliRunner().invoke(main, ["--index", str(tmp_path / "index"), "list", "--json"])
    found = [json.loads(line)["id"] for line in listed.stdout.splitlines()]
    assert sorted(found) == sorted([*damage.whole, "zz whole"])
    # Nothing was laid down anywhere.
    assert sorted(path.name for path in tmp_path.rglob("*") if path.suffix == ".txt") == sorted([file, "zz whole.txt"])


def test_two_members_of_one_name_are_both_kept_and_named(tmp_path: Path) -> None:
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", TEXT)
        archive.writestr("a.txt", TEXT.replace("one night", "two nights"))
    (tmp_path / "two.zip").write_bytes(file.getvalue())
    result = CliRunner().invoke(main, ["--index", str(tmp_path / "index"), "ingest", str(tmp_path / "two.zip")])
    assert result.exit_code == 0, result.output
    assert "would both be a, but differ" in " ".join(result.stderr.split())
    listed = CliRunner().invoke(main, ["--index", str(tmp_path / "index"), "list", "--json"])
    ids = sorted(json.loads(line)["id"] for line in listed.stdout.splitlines())
    assert ids[0] == "a"
    assert re.fullmatch(r"a~[0-9a-f]{8}", ids[1])
    assert len(ids) == 2


def test_a_second_name_of_a_member_is_counted(tmp_path: Path) -> None:
    data = two_in_tar(kind(tarfile.LNKTYPE, "b.txt"))
    (tmp_path / "linked.tar").write_bytes(data)
    result = CliRunner().invoke(main, ["--index", str(tmp_path / "index"), "ingest", str(tmp_path / "linked.tar")])
    assert result.exit_code == 0, result.output
    assert "links to what is read in its own place (1)" in " ".join(result.output.split())
