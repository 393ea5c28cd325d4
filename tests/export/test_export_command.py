"""`koreanews export` as people type it: what comes out, where to, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from archive_commands import koreanews

from koreanews.cli.commands.export import FORMATS
from koreanews.export import formats


def test_the_command_offers_every_format() -> None:
    assert FORMATS == formats.FORMATS


def test_all_records_leave_as_the_lines_of_the_archive(archive: Path) -> None:
    result = koreanews("--index", archive, "export")
    assert result.exit_code == 0, result.output
    assert result.stdout == (archive / "records.jsonl").read_text(encoding="utf-8")
    assert result.stderr == ""


def test_a_query_and_options_choose(archive: Path) -> None:
    def ids(*arguments: str) -> list[str]:
        result = koreanews("--index", archive, "export", *arguments)
        assert result.exit_code == 0, result.output
        return [json.loads(line)["id"] for line in result.stdout.splitlines()]

    assert ids("liaison") == ["000_f07122383b230fd2"]
    assert ids("korea", "-liaison") == ["002_99e8395a751e14f3"]
    assert ids("--from", "2018") == ["000_f07122383b230fd2"]
    assert ids("--to", "2018", "--kind", "article") == ["002_99e8395a751e14f3"]
    assert ids("korea", "--section", "news") == ["000_f07122383b230fd2"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.jsonl", '{"id": '),
        ("x.json", '[\n{"id": '),
        ("x.csv", "id,date,"),
        ("x.tsv", "id\tdate\t"),
        ("x.bib", "@online{dw-000_f07122383b230fd2,\n"),
        ("x.RIS", "TY  - NEWS\n"),
        ("x.ndjson", '{"id": '),
        ("x.bibtex", "@online{"),
        ("x.csl.json", '[\n{"id": "dw-000'),
        ("x.md", "---\n"),
        ("x.Markdown", "---\n"),
        ("x", '{"id": '),
    ],
)
def test_the_ending_of_the_file_tells_the_format(archive: Path, tmp_path: Path, name: str, begins: str) -> None:
    result = koreanews("--index", archive, "export", "--output", tmp_path / name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Wrote 2 records to {tmp_path / name}\n"
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize("name", ["x.xlsx", "x.jsonl.gz", "x.txt"])
def test_an_ending_of_no_format_is_asked_about(archive: Path, tmp_path: Path, name: str) -> None:
    result = koreanews("--index", archive, "export", "--output", tmp_path / name)
    assert result.exit_code == 2
    said = f"Error: {tmp_path / name}: no format ends in {Path(name).suffix}. Say --format: {', '.join(FORMATS)}.\n"
    assert result.stderr == said
    assert list(tmp_path.iterdir()) == []
    assert koreanews("--index", archive, "export", "--format", "csv", "--output", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith("id,date,")


def test_the_name_of_a_folder_is_no_files(archive: Path, tmp_path: Path) -> None:
    folder = f"{tmp_path / 'new'}/"
    result = koreanews("--index", archive, "export", "--output", folder)
    assert result.exit_code == 2
    assert result.stderr == f"Error: {folder} names a folder, into which only markdown goes: name a file.\n"
    assert koreanews("--index", archive, "export", "--format", "markdown", "--output", folder).exit_code == 0
    assert len(list(Path(folder).iterdir())) == 2


def test_a_file_of_markdown_has_all_stories_as_standard_output_has(archive: Path, tmp_path: Path) -> None:
    stream = koreanews("--index", archive, "export", "--format", "markdown").stdout
    for arguments in ([], ["--format", "markdown", "--force"]):
        assert koreanews("--index", archive, "export", "--output", tmp_path / "x.md", *arguments).exit_code == 0
        assert (tmp_path / "x.md").read_text(encoding="utf-8") == stream
    (tmp_path / "y.md").mkdir()
    assert koreanews("--index", archive, "export", "--output", tmp_path / "y.md").exit_code == 0
    assert len(list((tmp_path / "y.md").iterdir())) == 2


def test_the_format_can_be_said(archive: Path, tmp_path: Path) -> None:
    koreanews("--index", archive, "export", "--format", "csl-json", "--output", tmp_path / "x.json")
    assert [item["issued"]["date-parts"] for item in json.loads((tmp_path / "x.json").read_text())] == [
        [[2019, 3, 22]],
        [[2017, 11, 30]],
    ]


def test_a_file_is_not_written_over_without_force(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    path.write_text("mine")
    result = koreanews("--index", archive, "export", "--output", path)
    assert result.exit_code == 1
    assert result.stderr == f"Error: {path}: it is there already; to replace it, say --force\n"
    assert path.read_text() == "mine"
    assert koreanews("--index", archive, "export", "--output", path, "--force").exit_code == 0
    assert path.read_text().startswith("@online")


def test_markdown_goes_into_a_folder_or_to_standard_output(archive: Path, tmp_path: Path) -> None:
    result = koreanews("--index", archive, "export", "--format", "markdown", "--output", tmp_path / "stories")
    assert result.exit_code == 0, result.output
    names = ["2017-11-30-002_99e8395a751e14f3.md", "2019-03-22-000_f07122383b230fd2.md"]
    assert sorted(file.name for file in (tmp_path / "stories").iterdir()) == names
    stream = koreanews("--index", archive, "export", "--format", "markdown").stdout
    stories = [(tmp_path / "stories" / name).read_text(encoding="utf-8") for name in reversed(names)]
    assert stream == "\n".join(stories)


def test_a_byte_order_mark_is_written_where_it_is_asked_for(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    assert koreanews("--index", archive, "export", "--bom", "--output", path).exit_code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    assert [row["date_inferred"] for row in rows] == ["false", "true"]
    result = koreanews("--index", archive, "export", "--bom", "--format", "ris")
    assert (result.exit_code, result.stderr) == (2, "Error: --bom is for csv and tsv; ris is UTF-8 without one.\n")


def test_nothing_found_is_said_and_no_file_is_made(archive: Path, tmp_path: Path) -> None:
    result = koreanews("--index", archive, "export", "xylophone", "--output", tmp_path / "x.csv")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Nothing found for: xylophone\n")
    result = koreanews("--index", archive, "export", "--from", "2025")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "No record fits what was asked for.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "docx"], "docx"),
        (["liaison ("], "stops short"),
        (["--from", "2019-13"], "there is no such month"),
        (["--formt", "csv"], "--format"),
    ],
)
def test_wrong_usage_is_explained(archive: Path, arguments: list[str], message: str) -> None:
    result = koreanews("--index", archive, "export", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("path", ["missing/x.csv", "."])
def test_a_place_that_cannot_be_written_is_named(archive: Path, tmp_path: Path, path: str) -> None:
    result = koreanews("--index", archive, "export", "--format", "csv", "--output", tmp_path / path)
    assert result.exit_code == 1
    assert str(tmp_path) in result.stderr
    assert "Traceback" not in result.output


def test_on_a_pipe_a_document_is_utf_8_whatever_the_locale(archive: Path) -> None:
    program = "from archive_commands import run; run()"
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(Path(formats.__file__).parents[2]), str(Path(__file__).parent)]),
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "latin-1",
    }
    arguments = [sys.executable, "-c", program, "--index", archive, "export", "--format", "csv"]
    written = subprocess.run(arguments, env=environment, capture_output=True, check=True).stdout
    assert "ü".encode() in written
    assert written.decode("utf-8").startswith("id,date,")
