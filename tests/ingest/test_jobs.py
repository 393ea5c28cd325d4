"""However many processes read the pages, the outcomes and the bytes of the archive are the same."""

from __future__ import annotations

import gzip
import os
import tarfile
from pathlib import Path

import pytest
from saved_files import fill, page, records, results, save, save_many

from koreanews.ingest import Outcome
from koreanews.ingest.filling import usable_cores
from koreanews.ingest.known import FILE_NAME


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More than are read without workers, and of each kind some."""
    folder = save_many(tmp_path_factory.mktemp("pages"), 90)
    html = "<html><head><title>{0}</title></head><body><h1>{0}</h1><p>{1}</p></body></html>"
    save(
        folder,
        {
            "later/00007.txt": page(1007),
            "later/00008.txt": page(8),
            "later/broken.txt": page(9, extra=" 부산").encode() + b"\xff\xff",
            "later/empty.txt": "",
            "later/large.txt": page(10, words=60_000),
            "later/packed.txt.gz": gzip.compress(page(11, words=90_000).encode(), mtime=0),
            "later/page.html": html.format("Lighthouse", "The lamp was lit at dusk by its keeper. " * 20),
            "later/picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        },
    )
    with tarfile.open(folder / "later" / "z.tar", "w") as archive:
        for number in range(60):
            archive.add(folder / f"{number:05}.txt", f"again-{number}.txt")
    return folder


@pytest.fixture(scope="module")
def alone(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Outcome]]:
    folder = tmp_path_factory.mktemp("alone") / "archive"
    return folder, fill(folder, pages, jobs=1)


@pytest.mark.parametrize("jobs", [2, 5])
def test_jobs_change_nothing(jobs: int, pages: Path, alone: tuple[Path, list[Outcome]], tmp_path: Path) -> None:
    archive, outcomes = alone
    progress: list[int] = []
    assert fill(tmp_path / "archive", pages, jobs=jobs, progress=progress.append) == outcomes
    assert records(tmp_path / "archive") == records(archive)
    assert sum(progress) == sum(path.stat().st_size for path in pages.rglob("*") if path.is_file())
    again = fill(tmp_path / "archive", pages, jobs=jobs)
    assert results(again) == {"unchanged": 156, "skipped": 2}
    (tmp_path / "archive" / "search" / FILE_NAME).unlink()
    assert results(fill(tmp_path / "archive", pages, jobs=jobs)) == {"unchanged": 156, "skipped": 2}
    assert records(tmp_path / "archive") == records(archive)


def test_what_becomes_of_each(alone: tuple[Path, list[Outcome]]) -> None:
    _, outcomes = alone
    assert results(outcomes) == {"added": 155, "unchanged": 1, "skipped": 2}
    assert [Path(one.path).name for one in outcomes if one.result == "skipped"] == ["empty.txt", "picture.png"]
    assert [Path(one.path).name for one in outcomes if one.is_damaged] == ["broken.txt"]
    assert [Path(one.path).parent.name + "/00007.txt" for one in outcomes if one.remarks and not one.is_damaged] == [
        "later/00007.txt"
    ]


def test_a_few_pages_start_no_process(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.Popen", None)
    assert results(fill(tmp_path / "archive", *[pages / f"{one:05}.txt" for one in range(20)], jobs=4)) == {"added": 20}
    assert fill(tmp_path / "other", pages, jobs=1)


def test_jobs_are_the_cores_that_may_be_used() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)
