"""A file of word positions that is gone from the search index is noticed by any command, and made anew."""

from __future__ import annotations

import shutil
from pathlib import Path

from running import koreanews


def test_it_is_made_anew(archive: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt"
    shutil.copytree(archive, spoilt)
    (positions,) = (spoilt / "search").rglob("*.pos")
    positions.unlink()
    assert koreanews("--index", spoilt, "list").stdout == koreanews("--index", archive, "list").stdout
    assert koreanews("--index", spoilt, "check").exit_code == 0
