"""Recoll, the desktop search of Debian's package recollcmd, over a folder.

python -m benchmarks.peers.recoll FOLDER OUT
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path


def fill(source: Path, out: Path) -> None:
    """Indexes the files in `source`, with its configuration and database in a new folder `out`."""
    out.mkdir(parents=True)
    (out / "recoll.conf").write_text(f"topdirs = {source.resolve()}\nloglevel = 2\n", encoding="utf-8")
    subprocess.run(["recollindex", "-c", str(out), "-z"], check=True, capture_output=True)


def is_here() -> bool:
    return shutil.which("recollindex") is not None


if __name__ == "__main__":
    fill(Path(sys.argv[1]), Path(sys.argv[2]))
