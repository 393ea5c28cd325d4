"""An archive that the tests of this folder look into, and one that they may change."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import SEEDS, koreanews
from saved_stories import HARBOUR, HOSTILE, LIBRARY, save


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of both seeds, the two own stories ("harbour", "library") and the hostile page ("siren")."""
    folder = tmp_path_factory.mktemp("archive")
    pages = save(folder / "pages", harbour=HARBOUR, library=LIBRARY, siren=HOSTILE)
    result = koreanews("--index", folder / "index", "ingest", SEEDS, pages)
    assert result.exit_code == 0, result.output
    return folder / "index"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test works in a folder of its own; no index of the tester's is in reach."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KOREANEWS_INDEX", raising=False)
