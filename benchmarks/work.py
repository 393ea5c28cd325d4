"""The folder that benchmarks work in: pages, archives and other tools' indexes, made once and used again."""

from __future__ import annotations

import shutil
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from benchmarks.measuring.commands import KOREANEWS, run
from benchmarks.pages.writing import write_files, write_warc

SEED = 7


def add_options(parser: ArgumentParser, count: int) -> None:
    """The options that all benchmarks of the index share."""
    parser.add_argument("--count", type=int, default=count, help=f"how many pages ({count:,})")
    parser.add_argument(
        "--work", type=Path, default=Path(tempfile.gettempdir()) / "koreanews-benchmarks", help="the folder to work in"
    )


def pages_folder(work: Path, count: int) -> Path:
    """A folder of `count` text dumps."""
    folder = work / f"pages-{count}"
    if not (folder / "done").exists():
        print(f"making {count:,} pages ...", file=sys.stderr)
        write_files(SEED, count, folder / "text", "text")
        (folder / "done").touch()
    return folder / "text"


def pages_size(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def warc(work: Path, count: int) -> Path:
    """A WARC of `count` responses, half of them of DW's pages."""
    path = work / f"pages-{count}.warc.gz"
    if not path.exists():
        print(f"making a WARC of {count:,} pages ...", file=sys.stderr)
        work.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        write_warc(SEED, count, unfinished)
        unfinished.rename(path)
    return path


def archive(work: Path, count: int) -> Path:
    """An archive of `count` records, ingested by the command from text dumps."""
    folder = archive_folder(work, count)
    if not (folder / "records.jsonl").exists():
        pages = pages_folder(work, count)
        print(f"ingesting {count:,} pages ...", file=sys.stderr)
        unfinished = fresh(work / "archive.part")
        run([*KOREANEWS, "--index", unfinished, "--quiet", "ingest", pages])
        unfinished.rename(folder)
    return folder


def archive_folder(work: Path, count: int) -> Path:
    """Where that is, or will be."""
    return work / f"archive-{count}"


def fresh(path: Path) -> Path:
    """The path, with nothing there any more."""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    return path
