"""An archive that the tests of this folder look into."""

from __future__ import annotations

from pathlib import Path

import pytest
from archive_commands import koreanews

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of both seeds."""
    folder = tmp_path_factory.mktemp("archive") / "index"
    result = koreanews("--index", folder, "ingest", SEEDS)
    assert result.exit_code == 0, result.output
    return folder
