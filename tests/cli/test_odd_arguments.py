"""Arguments that nobody means to type: each gets what it asks for or a sentence, and none is blamed on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import koreanews


@pytest.mark.parametrize(
    ("command", "lines"),
    [
        ("list --limit 99999999999999999999", 5),
        ("list --sort id --offset 99999999999999999999", 0),
        ("search harbour --limit 99999999999999999999", 3),
        ("search harbour --offset 99999999999999999999", 0),
        ("search harbour --limit 9223372036854775807 --offset 9223372036854775807", 0),
        ("search harbour --ids --limit 99999999999999999999 --offset 1", 2),
        ("search harbour --collapse --limit 99999999999999999999 --offset 1", 2),
        ("search harbour --collapse --ids --limit 99999999999999999999 --offset 99999999999999999999", 0),
        ("similar harbour --limit 99999999999999999999", 2),
        ("thread harbour --limit 99999999999999999999", 1),
        ("wanted --limit 99999999999999999999", 12),
    ],
)
def test_numbers_larger_than_any_archive(archive: Path, command: str, lines: int) -> None:
    result = koreanews("--index", archive, *command.split())
    assert result.exit_code == 0, result.output
    assert result.stdout.count("\n") >= lines if lines else not result.stdout


@pytest.mark.parametrize("id", ["a" * 5000, "개" * 400, "x" * 970])
@pytest.mark.parametrize("command", ["show", "links", "similar", "remove --yes"])
def test_an_id_longer_than_any_is_of_no_record(archive: Path, command: str, id: str) -> None:
    result = koreanews("--index", archive, *command.split(), id)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: No record has an id that begins with ")
    assert len(result.stderr) < 250 + len(str(archive))


@pytest.mark.parametrize("query", [f"id:{'a' * 4000}", f"section:{'a' * 4000}*", f"author:{'a' * 4000}*"])
def test_a_name_longer_than_any_finds_nothing(archive: Path, query: str) -> None:
    result = koreanews("--index", archive, "search", query)
    assert result.exit_code == 1
    assert result.stderr.startswith("Nothing found for: ")


def test_a_long_beginning_of_a_longer_id_names_its_record(tmp_path: Path) -> None:
    """Long ids come from containers, whose members' names have no bounds."""
    import json

    koreanews("--index", tmp_path / "index", "ingest", "-", stdin="A line of a page.\n")
    records = tmp_path / "index" / "records.jsonl"
    record = json.loads(records.read_text(encoding="utf-8"))
    with records.open("a", encoding="utf-8") as file:
        for letter in "vw":
            file.write(json.dumps({**record, "id": "long" * 300 + letter, "headline": f"Of {letter}"}) + "\n")
    result = koreanews("--index", tmp_path / "index", "show", "long" * 300 + "w")
    assert (result.exit_code, result.stdout.partition("\n")[0]) == (0, "Of w")
    ambiguous = koreanews("--index", tmp_path / "index", "show", "long" * 290)
    assert " fits 2 records: " in ambiguous.stderr


@pytest.mark.parametrize("command", ["list", "search harbour", "export", "timeline", "wanted"])
def test_a_range_of_dates_that_is_reversed_is_refused(archive: Path, command: str) -> None:
    result = koreanews("--index", archive, *command.split(), "--from", "2019-04", "--to", "2019-03")
    assert result.exit_code == 2
    assert result.stderr == "Error: Of a range from 2019-04 to 2019-03 the first date is the later one.\n"
    same = koreanews("--index", archive, *command.split(), "--from", "2019-03-02", "--to", "2019-03")
    assert same.exit_code in (0, 1), same.output


@pytest.mark.parametrize("command", ["list", "ingest .", "stats"])
def test_an_archive_without_a_name_is_refused(tmp_path: Path, command: str) -> None:
    """As from a script's variable that was never set; all files would be put into the current folder."""
    result = koreanews(*command.split(), "--index", "")
    assert result.exit_code == 2
    assert result.stderr.endswith("Error: Invalid value for '--index': it is empty; name a folder.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["list --limit 0", "list --offset 5", "list --from 2025", "export --from 2025"])
def test_a_choice_that_no_record_fits_is_not_taken_for_an_empty_archive(archive: Path, command: str) -> None:
    assert koreanews("--index", archive, *command.split()).stderr == "No record fits what was asked for.\n"


@pytest.mark.parametrize(("command", "status"), [("list", 0), ("export", 1), ("timeline", 1)])
def test_an_empty_archive_is_said_to_be_empty(tmp_path: Path, command: str, status: int) -> None:
    (tmp_path / "pages").mkdir()
    koreanews("ingest", "pages")
    result = koreanews(command)
    assert (result.exit_code, result.stderr) == (status, "There are no records.\n")


def test_what_is_not_wanted_of_a_time_may_be_of_another(archive: Path) -> None:
    assert koreanews("--index", archive, "wanted", "--from", "2025").stderr == "Nothing is wanted of that time.\n"
    one = koreanews("--index", archive, "wanted", "--limit", "1").stderr
    assert one.endswith(" stories are wanted, of which 1 is shown\n")


@pytest.mark.parametrize("place", [0, 60, 400])
def test_the_mark_below_a_long_query_is_on_the_line_below_it(archive: Path, place: int) -> None:
    words = ["harbour"] * 60
    words.insert(place // 8, "*")
    error = koreanews("--index", archive, "search", *words).stderr.splitlines()
    said, query, mark, *_ = error
    assert said == "Error: A * stands after the beginning of a word: korea*."
    assert len(query) <= 80
    assert query[mark.index("^")] == "*"


def test_a_query_much_too_long_is_not_said_again_and_again(archive: Path) -> None:
    result = koreanews("--index", archive, "search", "harbour " * 2000)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: A query has at most 5000 characters.\n")
    assert len(result.stderr) < 300


@pytest.mark.parametrize("command", ["search", "export", "timeline", "graph"])
@pytest.mark.parametrize("query", ["", " "])
def test_a_query_of_nothing_is_not_taken_for_none(archive: Path, command: str, query: str) -> None:
    """As from a script's variable that was never set; without a query all records are meant."""
    result = koreanews("--index", archive, command, query)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: There is no word in this query.\n")


@pytest.mark.parametrize("command", ["show", "links", "remove --yes", "duplicates"])
def test_an_empty_id_is_said_to_be_empty(archive: Path, command: str) -> None:
    result = koreanews("--index", archive, *command.split(), "")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: An empty id names no record. To see which there are: koreanews ")
