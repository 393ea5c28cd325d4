"""Memory given back that the files of a search index take while they are merged.

Tantivy merges segments by mapping the whole of their files, and reads them from front to back, once: they are deleted
afterwards. The kernel leaves what was read in memory as long as there is room for it, and counts it as the process's;
of a million records that is more than a gigabyte. Where there is no Linux, or one before 5.4, nothing is done.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from koreanews.index.memory import mapped_memory, page_out


class MappedFiles:
    """Sees to it, in a thread of its own, that no more than some megabytes of a folder's files stay mapped."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._end = Event()
        if mapped_memory() is not None:
            # Where no thread can be had, the kernel takes the memory back once it needs it.
            with suppress(RuntimeError):
                Thread(target=self._watch, name="koreanews mapped files", daemon=True).start()

    def close(self) -> None:
        """Ends that."""
        self._end.set()

    def _watch(self) -> None:
        before = mapped_memory() or 0
        while not self._end.wait(_EVERY):
            # What cannot be looked at now, as where too many files are open, can be a moment later.
            with suppress(OSError):
                if (mapped_memory() or 0) - before > _MUCH:
                    give_back_mapped(self._folder)
                if (mapped_memory() or 0) - before > _MOST:
                    give_back_mapped(self._folder, dictionaries=True)


def give_back_mapped(folder: Path, *, dictionaries: bool = False) -> None:
    """Gives back what this process has in memory of the mapped files of a folder.

    Nothing is lost, whoever reads them meanwhile: what is asked for again is read again. Dictionaries are left alone
    unless they are asked for as well: ids are looked up in them all the time.
    """
    for start, end in _mappings(folder, dictionaries):
        page_out(start, end - start)


def _mappings(folder: Path, dictionaries: bool) -> list[tuple[int, int]]:
    """Where this process has files of a folder."""
    inside = b" " + os.fsencode(os.path.realpath(folder)) + b"/"
    found = []
    with Path("/proc/self/maps").open("rb") as lines:
        for line in lines:
            name = line.rstrip().removesuffix(b" (deleted)")
            if inside in name and (dictionaries or not name.endswith(_DICTIONARY)):
                start, _, end = line.partition(b" ")[0].partition(b"-")
                found.append((int(start, 16), int(end, 16)))
    return found


_DICTIONARY = b".term"
"""How the names of Tantivy's dictionaries end, which take a twentieth of a segment."""
_MUCH = 6 << 20
"""Bytes of files in memory, beyond those at the start, from which on they are given back."""
_MOST = 12 << 20
"""Bytes of files from which on dictionaries are given back, too: those of some 40,000 records that are merged."""
_EVERY = 0.1
"""Seconds between two looks. Merging reads some tens of megabytes a second."""
