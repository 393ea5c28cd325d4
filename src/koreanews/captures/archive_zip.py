"""Zip files, and the web archives and office documents that are zip files too."""

from __future__ import annotations

import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from koreanews.captures.archive import Member, error_text, leads_out, member_stream, tidied
from koreanews.captures.resources import is_page, pages_above
from koreanews.captures.stream import Unreadable
from koreanews.captures.unpack import MAX_RATIO, SUSPECT_FROM

_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
_ENCRYPTED = 1
"""The bit of a member's flags that says so (APPNOTE.TXT of PKWARE, 4.4.4)."""

_MAX_CONTENTS = 64 << 20
"""Bytes of a table of contents: half a million files'. It is held in memory, each file's entry tenfold."""


def zip_members(file: BinaryIO, size: int) -> Iterator[Member]:
    """The files in a zip file of `size` bytes. Unreadable where it has no table of contents, or is a bomb."""
    try:
        archive = zipfile.ZipFile(cast(BinaryIO, _Whole(file)))
    except _ERRORS:
        raise Unreadable(
            "is cut short or damaged: the table of contents at the end of the zip file cannot be read"
            " (zip -FF may mend it)"
        ) from None
    with archive:
        names = archive.namelist()
        if "[Content_Types].xml" in names or names[:1] == ["mimetype"]:
            raise Unreadable("is an office document or an e-book, not saved pages")
        # A web archive's zip (WACZ) has its WARC files in one folder, beside indexes and logs of them.
        only = "archive/" if "datapackage.json" in names else ""
        pages = frozenset(filter(is_page, map(tidied, names)))
        given = 0
        for info in archive.infolist():
            if info.filename.endswith("/") or not info.filename.startswith(only):
                continue
            name = tidied(info.filename)
            is_resource = not pages.isdisjoint(pages_above(name))
            if trouble := leads_out(name) or _trouble(info):
                yield Member(name, None, trouble, is_resource)
                continue
            try:
                opened = archive.open(info)
            except _ERRORS as error:
                yield Member(name, None, f"is damaged: {error_text(error)}", is_resource)
                continue
            with opened:
                yield Member(name, member_stream(opened.read, _ERRORS), None, is_resource)
                given += opened.tell()
            if given > SUSPECT_FROM and given > size * MAX_RATIO:
                raise Unreadable(f"unpacks to more than {MAX_RATIO} times its size, as decompression bombs do")


class _Whole:
    """A file that gives all the bytes that it is asked for, as `zipfile` needs it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek = file.seek
        self.tell = file.tell
        self.seekable = file.seekable

    def read(self, number: int = -1) -> bytes:
        """As any file's; Unreadable for more than any table of contents or part of a file should be."""
        if number > _MAX_CONTENTS:
            raise Unreadable(
                f"has a table of contents of more than {_MAX_CONTENTS >> 20} MiB; unpack the zip file first, and "
                "ingest the folder"
            )
        pieces, left = [], number
        while left and (piece := self._file.read(left)):
            pieces.append(piece)
            left -= len(piece) if number >= 0 else 0
        return b"".join(pieces)


def _trouble(info: zipfile.ZipInfo) -> str | None:
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    # Unix keeps a file's type in the upper half: a symbolic link's content is the path that it leads to.
    kind = stat.S_IFMT(info.external_attr >> 16)
    return "is a link or a device, not a file" if kind not in (0, stat.S_IFREG) else None
