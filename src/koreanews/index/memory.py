"""Memory given back to the system, which the C library would keep for later.

Tantivy takes memory for as many documents as a commit covers, and frees it then; each commit takes it in other threads.
GNU's allocator keeps what such threads free, some of it for each of them: measured, 90 MB after 20,000 documents of
which 3 MB were in use. Where another C library is, nothing is done.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import Any


def keep_large_blocks_apart() -> None:
    """From now on large blocks are taken from the system one by one, and given back once they are freed.

    Else the allocator does so only until the first of them is freed, and from then on cuts up what it has.
    """
    if libc := _gnu_libc():
        libc.mallopt(_M_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Gives back what is free now. Takes some milliseconds."""
    if libc := _gnu_libc():
        libc.malloc_trim(0)


def page_out(start: int, size: int) -> None:
    """Takes out of memory what is there of a mapped file, from an address on. It is read again when it is needed."""
    if libc := _gnu_libc():
        # Refused by older kernels, and where the file is mapped no more: then there is nothing to be done.
        libc.madvise(start, size, _MADV_PAGEOUT)


def own_memory() -> int:
    """How many bytes this process has in memory that no file stands behind; 0 where the system does not tell."""
    sizes = _pages()
    return 0 if sizes is None else (sizes[1] - sizes[2]) * os.sysconf("SC_PAGE_SIZE")


def mapped_memory() -> int | None:
    """How many bytes of files this process has mapped in memory; None where the system does not tell."""
    sizes = _pages()
    return None if sizes is None else sizes[2] * os.sysconf("SC_PAGE_SIZE")


def _pages() -> list[int] | None:
    """The sizes in /proc/self/statm, in pages: of all, of what is in memory, of what of that is a file's, ..."""
    try:
        sizes = [int(size) for size in _STATUS.read_bytes().split()]
    except (OSError, ValueError):
        return None
    return sizes if len(sizes) > 2 else None


_STATUS = Path("/proc/self/statm")
_M_MMAP_THRESHOLD = -3
_LARGE = 1 << 18
_MADV_PAGEOUT = 21
"""As in <malloc.h> and <linux/mman.h>; blocks of 256 KiB and more are large."""


@cache
def _gnu_libc() -> Any:
    if sys.platform != "linux":
        return None
    # Only writing needs it, and it takes as long to import as a search.
    import ctypes

    libc = ctypes.CDLL(None)
    if not hasattr(libc, "gnu_get_libc_version"):
        return None
    libc.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    return libc
