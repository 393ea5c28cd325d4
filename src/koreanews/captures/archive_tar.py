"""Tar files, read from front to back."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import Any, cast

from koreanews.captures.archive import Member, error_text, leads_out, member_stream, tidied
from koreanews.captures.stream import ByteStream, Unreadable

_ERRORS = (tarfile.TarError, EOFError, ValueError)
_MAX_EXTENSION = 1 << 20
"""Bytes of a name, or of attributes, that a header has no room for."""


def tar_members(source: ByteStream) -> Iterator[Member]:
    """The files in a tar file. Where bytes that are no member stand between them, a Member without a name says so.

    Unreadable where nothing more can be read, or where the archive stops without its mark of the end.
    """
    try:
        archive = _Archive.open(
            fileobj=cast(Any, source),
            mode="r|",
            tarinfo=_Header,
            # Goes on behind a header that is damaged, at the next that is not.
            ignore_zeros=True,
            errors="surrogateescape",
        )
        while (header := archive.next()) is not None:
            # TarFile remembers every member for random access, which a stream has no use for.
            vars(archive)["members"].clear()
            if archive.broken:
                archive.broken = False
                yield Member("", None, "is damaged: bytes that are no member of the tar file stand between its members")
            if header.isdir():
                continue
            name = tidied(header.name)
            if trouble := leads_out(name):
                yield Member(name, None, trouble)
            elif header.islnk():
                out = leads_out(tidied(header.linkname))
                yield Member(name, None, "is a link out of its archive, and not followed" if out else None)
            elif header.isreg() and (opened := archive.extractfile(header)):
                yield Member(name, member_stream(opened.read, _ERRORS))
            else:
                what = "a sparse file" if header.type == _SPARSE else "a link or a device"
                yield Member(name, None, f"is {what}, not a file")
    except _ERRORS as error:
        raise Unreadable(f"is cut short or damaged: {error_text(error)}") from None
    if not archive.ended or archive.broken:
        raise Unreadable("is cut short: the tar file has no end mark")


class _Archive(tarfile.TarFile):
    """A tar file that knows what `TarFile.next` passes over in silence."""

    ended = False
    """Whether the mark of the end came last."""
    broken = False
    """Whether bytes came that are no header."""


class _Header(tarfile.TarInfo):
    """A member's header that tells its archive what it met."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        header = super().frombuf(buf, encoding, errors)
        if header.type == tarfile.GNUTYPE_SPARSE:
            # What a sparse file is would be read into memory, and its holes are as long as it says: for ever.
            header.type = _SPARSE
        if header.type in _EXTENSIONS and header.size > _MAX_EXTENSION:
            # It would be read into memory as a whole.
            raise tarfile.HeaderError(f"a name or an extension of {header.size} bytes")
        return header

    def _proc_gnusparse_10(self, next: tarfile.TarInfo, *_: object) -> None:
        """As above, for the forms that POSIX's extended headers tell of; typeshed does not know it."""
        next.type = _SPARSE

    _proc_gnusparse_00 = _proc_gnusparse_01 = _proc_gnusparse_10

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> _Header:
        archive = cast(_Archive, tarfile)
        try:
            header = super().fromtarfile(tarfile)
        except Exception as error:
            # The kinds of HeaderError are told apart by name: typeshed does not know them.
            archive.ended = archive.ended or type(error).__name__ == "EOFHeaderError"
            archive.broken = archive.broken or type(error).__name__ in ("InvalidHeaderError", "TruncatedHeaderError")
            raise
        archive.ended = False
        return header


_SPARSE = b"\xff"
"""A type that `tarfile` does not know: of such a member it passes over as many bytes as its header tells."""

_EXTENSIONS = (
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)
