"""Writing to records.jsonl so that what is said to be on disk is there, and each line whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from koreanews.index.counting import counted
from koreanews.index.derived import SEARCH_NAME, Derived
from koreanews.index.disk import (
    NO_LINK,
    append_whole,
    explained,
    make_folder,
    open_file,
    overwrite,
    sync_folder,
    write_all,
)
from koreanews.index.errors import BadRecord
from koreanews.index.records import (
    BEGINS_OTHERWISE,
    FILE_NAME,
    REJECTED_NAME,
    Holes,
    RecordsReader,
    begins_otherwise,
)


class RecordsAppender:
    """Appends lines to a folder's records.jsonl, making both where they are missing. For the lock's holder only.

    `end` is where the next line will stand, `written` how far the operating system has the lines. A torn last line
    is first moved to records.rejected.jsonl; `moved` is the sentence that says so, or null.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._waiting = bytearray()
        self.moved: str | None = None
        with explained(self._path):
            make_folder(folder)
            existed = self._path.exists()
            # A link to a file is the person's own arrangement; one that leads nowhere would make it there.
            creating = 0 if existed else os.O_CREAT | NO_LINK
            self._descriptor = open_file(self._path, os.O_RDWR | os.O_APPEND | creating)
            if not existed:
                sync_folder(folder)
            self._refuse_other_files()
            self._mend_holes(folder)
            self._mend_end(folder)
            self.end = os.fstat(self._descriptor).st_size
        self.written = self.end

    def append(self, line: bytes) -> int:
        """Takes a line, its end included; gives the offset at which it stands. On disk only after `sync`."""
        offset = self.end
        self._waiting += line
        self.end += len(line)
        if len(self._waiting) >= _BUFFER:
            self.write()
        return offset

    def write(self) -> None:
        """Hands the lines taken to the operating system. CannotWrite leaves the file as it was before them."""
        with explained(self._path):
            try:
                write_all(self._descriptor, self._waiting)
            except OSError:
                os.ftruncate(self._descriptor, self.written)
                raise
        self.written = self.end
        self._waiting.clear()

    def sync(self) -> os.stat_result:
        """Puts all lines taken on disk; gives the file's status after that. CannotWrite."""
        self.write()
        with explained(self._path):
            os.fsync(self._descriptor)
            return os.fstat(self._descriptor)

    def close(self) -> None:
        """Lets go of the file; lines that were not written are forgotten."""
        os.close(self._descriptor)

    def _refuse_other_files(self) -> None:
        """BadRecord where the file begins as no records.jsonl does, however it was left: nothing in it is torn then."""
        if begins_otherwise(RecordsReader(self._path).line_at(0, _BUFFER)):
            raise BadRecord(self._path, 1, BEGINS_OTHERWISE)

    def _mend_holes(self, folder: Path) -> None:
        """Moves away lines with zeros, which a loss of power left, and leaves blanks in their place.

        Only after what the search index covers: that was on disk before it was.
        """
        derived = Derived.load(folder / SEARCH_NAME)
        if derived is None or derived.bytes >= os.fstat(self._descriptor).st_size:
            return
        reader, holes, moved = RecordsReader(self._path), Holes(derived.bytes), 0
        for _, offset, raw in reader.raw_lines(derived.bytes, 1):
            if raw.endswith(b"\n") and holes.has(offset, raw):
                append_whole(folder / REJECTED_NAME, raw)
                overwrite(self._path, offset, b" " * (len(raw) - 1))
                moved += len(raw)
        if moved:
            self.moved = (
                f"{self._path} has lines that were not wholly on disk when the computer stopped, none of them reported "
                f"as done. They are now in {folder / REJECTED_NAME}."
            )

    def _mend_end(self, folder: Path) -> None:
        """Makes the file end with a line end: after a whole last line by adding one, else by moving it away."""
        reader = RecordsReader(self._path)
        if not reader.ends_in_the_middle():
            return
        torn = reader.torn_tail()
        if torn is None:
            write_all(self._descriptor, b"\n")
            return
        size = reader.status().st_size
        append_whole(folder / REJECTED_NAME, reader.line_at(torn, size - torn) + b"\n")
        os.ftruncate(self._descriptor, torn)
        os.fsync(self._descriptor)
        self.moved = (f"{self.moved} " if self.moved else "") + (
            f"The last line of {self._path} was cut short, as when a computer stops in the middle of writing. "
            f"What there is of it, {counted(size - torn, 'byte')}, is now in {folder / REJECTED_NAME}."
        )


_BUFFER = 1 << 20
"""Bytes that wait to be written."""
