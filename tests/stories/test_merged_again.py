"""What `duplicates --merge` made one stays one when the same pages are ingested again, by the commands as typed."""

from __future__ import annotations

import json
import os
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from story_pages import dump, html, prose, save
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from koreanews.cli import main

NETS = "Nets are mended on Ganghwa again"
TEXT = prose(NETS, 8)


def run(archive: Path, *arguments: str | Path) -> str:
    """What a command prints; it must succeed."""
    result = CliRunner().invoke(main, ["--index", str(archive), *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


def ids(archive: Path) -> list[str]:
    return [line.split("\t")[0] for line in run(archive, "list", "--sort", "id").splitlines()]


def lines(archive: Path) -> bytes:
    return (archive / "records.jsonl").read_bytes()


def sources(archive: Path, id: str) -> list[str]:
    return [source["id"] for source in json.loads(run(archive, "show", id, "--json"))["sources"]]


def age(folder: Path) -> None:
    """Makes the files so old that a later ingest may know them unread."""
    for path in folder.rglob("*"):
        os.utime(path, (1_500_000_000, 1_500_000_000))


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Three copies of one story, the last the most complete, and another story."""
    folder = save(
        tmp_path / "pages",
        alpha=dump(NETS, "01.05.2019", text=TEXT[:6]),
        beta=dump(NETS, "01.05.2019", text=TEXT[:7]),
        gamma=dump(NETS, "01.05.2019", text=[*TEXT, *prose("more", 3)]),
        other=dump("A bell is cast", "02.05.2019"),
    )
    age(folder)
    return folder


@pytest.fixture
def archive(tmp_path: Path, pages: Path) -> Path:
    """The archive of the pages, its copies merged."""
    folder = tmp_path / "archive"
    run(folder, "ingest", pages)
    run(folder, "duplicates", "--merge", "--yes")
    assert (ids(folder), sources(folder, "gamma")) == (["gamma", "other"], ["beta", "alpha"])
    return folder


@pytest.mark.parametrize("options", [(), ("--rehash",), ("--jobs", "1"), ("--jobs", "3")])
def test_the_same_folder_changes_nothing_however_often(archive: Path, pages: Path, options: tuple[str, ...]) -> None:
    before = lines(archive)
    for _ in range(3):
        assert run(archive, "ingest", *options, pages) == "0 added, 0 updated, 4 unchanged, 0 skipped\n"
        assert lines(archive) == before


def test_a_copy_that_was_merged_is_not_even_read_again(archive: Path, pages: Path) -> None:
    run(archive, "ingest", pages)
    text = (pages / "beta.txt").read_text("utf-8")
    (pages / "beta.txt").write_text(text.replace("keeper", "farmer"), "utf-8")
    age(pages)
    assert run(archive, "ingest", pages) == "0 added, 0 updated, 4 unchanged, 0 skipped\n"
    assert run(archive, "ingest", "--rehash", pages) == "1 added, 0 updated, 3 unchanged, 0 skipped\n"


@pytest.mark.parametrize("gone", ["search", "search/known-files.sqlite"])
def test_what_is_derived_may_be_gone(archive: Path, pages: Path, gone: str) -> None:
    before = lines(archive)
    if gone == "search":
        shutil.rmtree(archive / gone)
    else:
        (archive / gone).unlink()
    assert run(archive, "ingest", pages) == "0 added, 0 updated, 4 unchanged, 0 skipped\n"
    assert lines(archive) == before


def test_the_file_may_stand_elsewhere(archive: Path, pages: Path, tmp_path: Path) -> None:
    moved = pages.rename(tmp_path / "moved")
    assert run(archive, "ingest", moved) == "0 added, 0 updated, 4 unchanged, 0 skipped\n"


def test_another_archive_with_the_copies_does_not_bring_them_back(archive: Path, pages: Path, tmp_path: Path) -> None:
    run(tmp_path / "second", "ingest", pages)
    before = lines(archive)
    assert run(archive, "ingest", tmp_path / "second" / "records.jsonl").startswith("0 added, 0 updated, 4 unchanged")
    assert lines(archive) == before


def test_a_changed_page_of_the_record_updates_it_and_keeps_the_sources(archive: Path, pages: Path) -> None:
    save(pages, gamma=dump(NETS, "01.05.2019", text=[*TEXT, *prose("news", 5)]))
    assert run(archive, "ingest", pages) == "0 added, 1 updated, 3 unchanged, 0 skipped\n"
    assert (ids(archive), sources(archive, "gamma")) == (["gamma", "other"], ["beta", "alpha"])
    before = lines(archive)
    assert run(archive, "ingest", pages) == "0 added, 0 updated, 4 unchanged, 0 skipped\n"
    assert lines(archive) == before


def test_a_changed_copy_is_read_and_can_be_merged_again(archive: Path, pages: Path) -> None:
    before = (pages / "beta.txt").read_bytes()
    save(pages, beta=dump(NETS, "01.05.2019", text=[*TEXT[:6], "The keeper of the quay has told another story."]))
    assert run(archive, "ingest", pages) == "1 added, 0 updated, 3 unchanged, 0 skipped\n"
    assert ids(archive) == ["beta", "gamma", "other"]
    run(archive, "duplicates", "--merge", "--yes")
    assert sources(archive, "gamma") == ["beta", "alpha", "beta"]
    for _ in range(2):
        assert run(archive, "ingest", pages) == "0 added, 0 updated, 4 unchanged, 0 skipped\n"
        # Either of the bytes that were merged.
        (pages / "beta.txt").write_bytes(before)


def test_removing_the_record_lets_its_pages_in_again(archive: Path, pages: Path) -> None:
    run(archive, "ingest", pages)
    run(archive, "remove", "gamma", "--yes")
    assert run(archive, "ingest", pages) == "3 added, 0 updated, 1 unchanged, 0 skipped\n"
    assert (ids(archive), sources(archive, "gamma")) == (["alpha", "beta", "gamma", "other"], [])


@pytest.mark.parametrize("longer", ["first", "second"])
def test_two_pages_of_one_name_stay_merged_whichever_is_preferred(tmp_path: Path, longer: str) -> None:
    pages, archive = tmp_path / "pages", tmp_path / "archive"
    for folder in ("first", "second"):
        text = [*TEXT, *prose("more", 3)] if folder == longer else TEXT[:6]
        save(pages / folder, nets=dump(NETS, "01.05.2019", text=text))
    age(pages)
    run(archive, "ingest", pages)
    assert len(ids(archive)) == 2
    run(archive, "duplicates", "--merge", "--yes")
    (kept,), before = ids(archive), lines(archive)
    assert (kept == "nets") == (longer == "first")
    for _ in range(3):
        assert run(archive, "ingest", pages) == "0 added, 0 updated, 2 unchanged, 0 skipped\n"
        assert (ids(archive), lines(archive)) == ([kept], before)


def test_all_captures_of_a_copy_stay_away(tmp_path: Path) -> None:
    address = "https://www.dw.com/en/page/a-{}"
    captures = []
    for number, month in ((7, 5), (7, 6), (8, 3), (8, 4), (8, 7)):
        page = html(NETS, "01.05.2019", number, "", tail=f"<p>Seen in month {month} from the quay.</p>")
        captures.append((address.format(number), page.encode(), f"2020-0{month}-01T00:00:00Z"))
    crawl = tmp_path / "crawl.warc.gz"
    with crawl.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, page, moment in captures:
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            date = {"WARC-Date": moment}
            record = writer.create_warc_record(
                url, "response", payload=BytesIO(page), http_headers=head, warc_headers_dict=date
            )
            writer.write_record(record)
    archive = tmp_path / "archive"
    run(archive, "ingest", crawl)
    assert ids(archive) == ["a-7", "a-8"]
    run(archive, "duplicates", "--merge", "--yes", "a-7")
    (kept,), before = ids(archive), lines(archive)
    assert len(sources(archive, kept)) == {"a-7": 3, "a-8": 2}[kept]
    for _ in range(2):
        assert run(archive, "ingest", "--rehash", crawl) == "0 added, 0 updated, 5 unchanged, 0 skipped\n"
        assert (ids(archive), lines(archive)) == ([kept], before)


def test_what_another_archive_made_one_is_known_here_when_that_is_merged(pages: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    run(there, "ingest", pages)
    run(there, "duplicates", "--merge", "--yes")
    run(here, "ingest", pages / "gamma.txt", pages / "beta.txt")
    run(here, "ingest", there / "records.jsonl")
    assert ids(here) == ["beta", "gamma", "other"]
    # Nothing here goes: the copy that is a record of its own stays one.
    assert sources(here, "gamma") == ["alpha"]
    before = lines(here)
    run(here, "ingest", there / "records.jsonl")
    run(here, "ingest", "--rehash", pages)
    assert lines(here) == before
    assert ids(here) == ["beta", "gamma", "other"]
