"""The ways of packing, and how each is undone: gzip, bzip2, xz, zstd, and what HTTP adds to them.

Each library's decompressor is given one form (`Decoder`), so that `unpack` need not know which it is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from koreanews.captures.content import Form


def packing(form: Form | str) -> Packing | None:
    """How to undo a form, or an HTTP content coding by its name ("gzip" and "zstd" are both); None for any other.

    "raw deflate" is what many servers send as "deflate": without the header that the standard asks for. The library
    that undoes it is loaded here.
    """
    match form:
        case Form.GZIP | "x-gzip":
            import zlib

            return Packing("gzip", b"\x1f\x8b\x08", lambda: _Zlib(31), (zlib.error,))
        case "deflate":
            import zlib

            # 47 takes gzip for it too, which some servers call so.
            return Packing("deflate", b"", lambda: _Zlib(47), (zlib.error,))
        case "raw deflate":
            import zlib

            return Packing("deflate", b"", lambda: _Zlib(-15), (zlib.error,))
        case Form.BZIP2:
            import bz2

            return Packing("bzip2", b"BZh", bz2.BZ2Decompressor, (OSError, ValueError))
        case Form.XZ:
            import lzma

            # The limit is that of xz -9 on decompression, and some.
            return Packing("xz", b"\xfd7zXZ\0", lambda: lzma.LZMADecompressor(memlimit=128 << 20), (lzma.LZMAError,))
        case Form.ZSTD:
            if sys.version_info >= (3, 14):
                from compression import zstd
            else:
                from backports import zstd

            return Packing("zstd", b"\x28\xb5\x2f\xfd", zstd.ZstdDecompressor, (zstd.ZstdError,))
        case Form.BROTLI | "br":
            import brotli  # type: ignore[import-untyped]

            return Packing("brotli", b"", _Brotli, (brotli.error,))
    return None


@dataclass(frozen=True, slots=True)
class Packing:
    """A way of packing.

    `name` is for people, `mark` the bytes that each packed member begins with (b"" where they vary), `decoder` makes a
    decompressor for one member, `errors` are what that raises on damage.
    """

    name: str
    mark: bytes
    decoder: Callable[[], Decoder]
    errors: tuple[type[Exception], ...]


class Decoder(Protocol):
    """The decompressor of one member: what those of `bz2`, `lzma` and `compression.zstd` have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class _Zlib:
    """`zlib`'s decompressor in the manner of the others; `window` is its `wbits`: gzip, zlib or raw data."""

    def __init__(self, window: int) -> None:
        import zlib

        self._zlib = zlib.decompressobj(window)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        given = self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)
        self.needs_input = not self._zlib.unconsumed_tail and len(given) < max_length
        return given


class _Brotli:
    """`brotli`'s decompressor in the manner of the others; it takes no bytes after its end."""

    unused_data = b""

    def __init__(self) -> None:
        import brotli

        self._brotli = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        return bool(self._brotli.is_finished())

    @property
    def needs_input(self) -> bool:
        return bool(self._brotli.can_accept_more_data())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return bytes(self._brotli.process(data, output_buffer_limit=max_length))
