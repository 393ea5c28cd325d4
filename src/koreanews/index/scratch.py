"""Temporary folders in which search indexes are made and opened; Tantivy may still write into one that is removed."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep


class ScratchFolder(TemporaryDirectory[str]):
    """A temporary folder that is removed though Tantivy makes a lock file in it meanwhile; in `parent` where given.

    A search index that is opened is at first read by a thread of Tantivy's too, which nobody can wait for. It is done
    within moments: what it has made when the folder is removed is removed a moment later. OSError where it stays.
    """

    def __init__(self, parent: str | None = None) -> None:
        super().__init__(prefix="koreanews-", dir=parent, ignore_cleanup_errors=True)

    def cleanup(self) -> None:
        """Removes the folder and all in it."""
        for _ in range(_ATTEMPTS):
            super().cleanup()
            if not Path(self.name).exists():
                return
            sleep(_MOMENT)
        shutil.rmtree(self.name)


_ATTEMPTS = 100
_MOMENT = 0.01
"""Seconds."""
