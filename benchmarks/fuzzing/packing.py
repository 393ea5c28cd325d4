"""Containers put around fuzzed bytes with the right lengths and checksums, which no fuzzer guesses."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import tarfile
import zipfile

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

KINDS = ("as it is", "gzip", "bzip2", "xz", "zstd", "zip", "tar", "WARC block", "WARC page", "ARC page", "gzip of WARC")


def unwrapped(data: bytes) -> tuple[str, bytes]:
    """The kind that the first byte names, and the bytes after it."""
    return KINDS[data[0] % len(KINDS)] if data else KINDS[0], data[1:]


def wrapped(kind: str, data: bytes) -> bytes:
    """The bytes in a container of that kind."""
    match kind:
        case "gzip":
            return gzip.compress(data, 1, mtime=0)
        case "bzip2":
            return bz2.compress(data, 1)
        case "xz":
            return lzma.compress(data, preset=0)
        case "zstd":
            return zstd.compress(data, 1)
        case "zip":
            return _zip(data)
        case "tar":
            return _tar(data)
        case "WARC block":
            return _warc(data)
        case "WARC page":
            return _warc(_RESPONSE + data)
        case "ARC page":
            length = len(_RESPONSE) + len(data)
            return b"filedesc://x 0.0.0.0 20190322101112 text/plain 3\n1 0\n\n" + (
                f"https://www.dw.com/en/x/a-1 1.2.3.4 20190322101112 text/html {length}\n".encode() + _RESPONSE + data
            )
        case "gzip of WARC":
            return gzip.compress(_warc(data), 1, mtime=0) + gzip.compress(_warc(_RESPONSE + data), 1, mtime=0)
    return data


_RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


def _zip(data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(zipfile.ZipInfo("folder/page"), data)
        archive.writestr(zipfile.ZipInfo(data[:40].decode("latin-1").replace("\0", "") or "x"), data[40:])
    return file.getvalue()


def _tar(data: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, part in (("folder/page", data), (data[:40].decode("latin-1").replace("\0", "") or "x", data[40:])):
            header = tarfile.TarInfo(name)
            header.size = len(part)
            archive.addfile(header, io.BytesIO(part))
    return file.getvalue()


def _warc(block: bytes) -> bytes:
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.dw.com/en/x/a-1\r\n"
        "WARC-Date: 2019-03-22T10:11:12Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
