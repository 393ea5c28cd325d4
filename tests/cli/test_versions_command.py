"""The same page captured several times in WARC files: one record, its versions listed and shown."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from running import KOREANEWS, koreanews, on_terminal
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

URL = "https://www.dw.com/en/lanterns-over-the-taedong/a-47110815"
CAPTURES = [
    ("2019-01-17T08:00:00Z", "Lanterns over the Taedong"),
    ("2019-03-12T18:00:00Z", "Lanterns over the Taedong go out"),
    ("2019-03-22T10:11:12Z", "No lanterns over the Taedong"),
]


def crawl(path: Path, *captures: tuple[str, str]) -> Path:
    """A WARC file of captures of one page, each with its moment and its headline."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for moment, headline in captures:
            body = (
                f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{headline} | News | DW | 16.01.2019"
                f"</title></head><body><h1>{headline}</h1><p>Nobody asked the ferrymen for papers.</p></body></html>"
            )
            record = writer.create_warc_record(
                URL,
                "response",
                payload=io.BytesIO(body.encode()),
                http_headers=StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": moment},
            )
            writer.write_record(record)
    return path


def ingest(*paths: Path) -> str:
    result = koreanews("ingest", *paths)
    assert result.exit_code == 0, result.output
    return result.stdout


def listed() -> list[list[str]]:
    result = koreanews("show", "a-47110815", "--versions")
    assert result.exit_code == 0, result.output
    return [line.split("\t") for line in result.stdout.splitlines()]


def test_stats_tell_of_versions_and_remove_that_they_go(tmp_path: Path) -> None:
    ingest(crawl(tmp_path / "all.warc.gz", *CAPTURES))
    assert "\nVersions\t2 older ones of them" in koreanews("stats").stdout
    asked = on_terminal(*KOREANEWS, "remove", "a-47110815", keys=b"n\n", cwd=tmp_path)
    assert "Remove 1 record with 2 older versions?" in asked.output
    assert koreanews("remove", "--yes", "a-47110815").stderr == "Removed 1 record with 2 older versions.\n"
    assert koreanews("stats").stdout.startswith("Records\t0\n")
    assert "Versions" not in koreanews("stats").stdout


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_crawls_in_any_order(tmp_path: Path, order: tuple[int, ...], together: bool) -> None:
    if together:
        ingest(crawl(tmp_path / "all.warc.gz", *(CAPTURES[place] for place in order)))
    else:
        for place in order:
            ingest(crawl(tmp_path / f"{place}.warc.gz", CAPTURES[place]))
    rows = listed()
    assert [(row[0], row[1], row[5]) for row in rows] == [
        ("1", CAPTURES[0][0], ""),
        ("2", CAPTURES[1][0], ""),
        ("3", CAPTURES[2][0], "in force"),
    ]
    assert all(".warc.gz!/" in row[4] for row in rows)
    assert [line.split("\t")[0] for line in koreanews("list").stdout.splitlines()] == ["a-47110815"]
    for number, (moment, headline) in enumerate(CAPTURES, 1):
        assert koreanews("show", "a-4", "--version", moment[:10]).stdout.startswith(f"{headline}\n")
        record = json.loads(koreanews("show", "a-4", "--json", "--version", str(number)).stdout)
        assert (record["crawled"], record["headline"], record["source"]["sha256"][:12]) == (
            moment,
            headline,
            rows[number - 1][2],
        )
    assert "go out" in koreanews("show", "a-4", "--version", rows[1][2]).stdout
    assert koreanews("show", "a-4").stdout.startswith("No lanterns over the Taedong\n")
    for _ in range(2):
        files = sorted(tmp_path.glob("*.warc.gz"))
        assert "3 unchanged" in ingest(*files)
        koreanews("compact")
    assert listed() == rows


def test_versions_as_json_and_on_a_terminal(tmp_path: Path) -> None:
    ingest(crawl(Path("all.warc.gz"), *CAPTURES))
    told = [json.loads(line) for line in koreanews("show", "a-4", "--versions", "--json").stdout.splitlines()]
    assert [one["in_force"] for one in told] == [False, False, True]
    assert list(told[0]) == ["number", "crawled", "sha256", "bytes", "path", "in_force"]
    screen = on_terminal(*KOREANEWS, "show", "a-4", "--versions", columns=120, cwd=tmp_path).output
    assert "2019-03-12T18:00:00Z" in screen
    assert screen.count("in force") == 1
    facts = json.loads(koreanews("stats", "--json").stdout)
    assert (facts["records"], facts["versions"], facts["dead"]) == (1, 2, 0)


def test_a_version_that_is_not_there(tmp_path: Path) -> None:
    ingest(crawl(tmp_path / "all.warc.gz", *CAPTURES))
    missing = koreanews("show", "a-4", "--version", "2017")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "a-47110815 has no version '2017': ask by number (1 to 3)" in missing.stderr
    several = koreanews("show", "a-4", "--version", "2019-03")
    assert several.exit_code == 1
    assert "'2019-03' fits 2 versions: 2 (2019-03-12T18:00:00Z, " in several.stderr
    assert koreanews("show", "a-4", "--versions", "--dates").exit_code == 2


def test_a_story_of_one_capture_has_one_version(archive: Path) -> None:
    result = koreanews("--index", archive, "show", "harbour", "--versions")
    number, crawled, _, _, path, in_force = result.stdout.rstrip("\n").split("\t")
    assert (number, crawled, Path(path).name, in_force) == ("1", "", "harbour.txt", "in force")
