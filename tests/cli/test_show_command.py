"""`koreanews show`: the article set for reading, its evidence, and the record as it is stored."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from running import KOREANEWS, koreanews, on_terminal

HARBOUR_SHOWN = """\
Harbour festival opens in Busan

Date:    2019-05-03 (title line)
Section: Asia
Id:      harbour

Lanterns on a hundred boats drew crowds to the old quay on Friday.

The mayor lit the first lantern at dusk, and the fleet followed within the hour.

Fishing crews said they had repaired their nets for weeks to be ready in time.

A quiet morning

By sunrise the quay was empty again, but for two cats and a broom.

DW recommends
• Island ferries return to Jeju (2019-05-01)
  After three winters on land, two ferries are back at sea.
"""


def test_an_article_set_for_reading(archive: Path) -> None:
    result = koreanews("--index", archive, "show", "harbour")
    assert (result.exit_code, result.stdout, result.stderr) == (0, HARBOUR_SHOWN, "")


def test_an_inferred_date_says_so(archive: Path) -> None:
    assert "Date:    2017-11-30 (inferred: weekday)\n" in koreanews("--index", archive, "show", "002").stdout


def test_what_stands_around_a_story_is_counted_and_on_demand_printed(archive: Path) -> None:
    shown = koreanews("--index", archive, "show", "000").stdout
    *_, note = shown.splitlines()
    assert note == (
        "Also on this page: 1 image, 10 gallery slides, 1 video, 1 read-more link, 3 related stories, 1 media link, "
        f"1 web link. To see them: koreanews --index {archive} show --all 000_f07122383b230fd2"
    )
    record = json.loads(koreanews("--index", archive, "show", "000", "--json").stdout)
    whole = koreanews("--index", archive, "show", "000", "--all").stdout
    assert whole.startswith(shown.removesuffix(f"\n{note}\n"))
    assert "Also on this page" not in whole
    things = [image["caption"] for image in record["images"]]
    things += [slide[key] for slide in record["gallery"] for key in ("gallery", "title", "caption", "image", "credit")]
    things += [video["title"] for video in record["videos"]] + record["read_more"] + record["media"] + record["links"]
    things += [f"{story['headline']} ({story['date']})" for story in record["related"]]
    for thing in things:
        assert thing in whole


FERRIES = """\
 Ferry crews tie up in Mokpo | Asia | DW | 04.05.2019

Ferry crews tie up in Mokpo

Nobody sailed on the day after the storm.

The captains counted ropes until noon, and then went home by the coast road.



A wall of rope

It took four hands and a winch to put each coil back on its hook.



Two cats

Both have lived on the quay since it was built, and neither likes the sea.

The harbour office said that boats would leave again on Monday.

kb/ot (AFP)

Date 04.05.2019

Author Mara Quayle, Kim Bora (kb)
"""


def test_slides_of_a_gallery_without_a_name_stand_under_one_label(tmp_path: Path) -> None:
    (tmp_path / "ferries.txt").write_text(FERRIES, "utf-8")
    koreanews("ingest", tmp_path / "ferries.txt", "--index", tmp_path / "index")
    shown = koreanews("--index", tmp_path / "index", "show", "ferries", "--all").stdout
    assert shown.endswith(
        "\n\nGallery\n"
        "• A wall of rope\n  It took four hands and a winch to put each coil back on its hook.\n"
        "• Two cats\n  Both have lived on the quay since it was built, and neither likes the sea.\n"
    )


def test_authors_that_only_the_data_box_names_stand_beside_the_byline(tmp_path: Path) -> None:
    (tmp_path / "ferries.txt").write_text(FERRIES, "utf-8")
    koreanews("ingest", tmp_path / "ferries.txt", "--index", tmp_path / "index")
    record = json.loads(koreanews("--index", tmp_path / "index", "show", "ferries", "--json").stdout)
    assert record["byline"]["text"] == "kb/ot (AFP)"
    assert record["byline"]["authors"] == ["Mara Quayle", "Kim Bora"]
    shown = koreanews("--index", tmp_path / "index", "show", "ferries").stdout
    assert "\nBy:      kb/ot (AFP); Mara Quayle; Kim Bora\n" in shown


def test_dates_are_printed_with_their_verdicts(archive: Path) -> None:
    rows = [
        line.split("\t") for line in koreanews("--index", archive, "show", "harbour", "--dates").stdout.splitlines()
    ]
    record = json.loads(koreanews("--index", archive, "show", "harbour", "--json").stdout)
    assert rows == [[one["date"], one["source"], one["text"], one["verdict"]] for one in record["dates"]]
    assert [row[:2] for row in rows if row[3].startswith("won")] == [["2019-05-03", "title"]]
    lines = koreanews("--index", archive, "show", "harbour", "--dates", "--json").stdout.splitlines()
    assert [json.loads(line) for line in lines] == record["dates"]


def test_json_is_the_stored_line_byte_for_byte(archive: Path) -> None:
    lines = (archive / "records.jsonl").read_text("utf-8").splitlines(keepends=True)
    for id in ("harbour", "siren", "000"):
        shown = koreanews("--index", archive, "show", id, "--json").stdout
        assert shown in lines
        assert json.loads(shown)["id"].startswith(id)


def test_an_id_that_names_none_or_several(archive: Path) -> None:
    none = koreanews("--index", archive, "show", "xyz")
    assert (none.exit_code, none.stdout) == (1, "")
    assert none.stderr.startswith("Error: No record has an id that begins with 'xyz'.")
    several = koreanews("--index", archive, "show", "00")
    assert (several.exit_code, several.stdout) == (1, "")
    assert "000_f07122383b230fd2" in several.stderr
    assert "002_99e8395a751e14f3" in several.stderr


def test_a_terminal_gets_lines_that_fit_and_no_pager_for_what_fits(archive: Path) -> None:
    command = [*KOREANEWS, "--index", str(archive), "show", "harbour"]
    screen = on_terminal(*command, columns=60, lines=60, env={"PAGER": f"{sys.executable} -c 'print(99)'"})
    assert screen.exit_code == 0
    assert "99" not in screen.output
    assert "\x1b[1mHarbour festival opens in Busan\x1b[0m" in screen.output
    assert max(len(line.replace("\x1b[1m", "").replace("\x1b[0m", "")) for line in screen.output.splitlines()) <= 68
    assert "two cats and a\nbroom." in screen.output


def test_what_does_not_fit_goes_through_the_pager(archive: Path) -> None:
    command = [*KOREANEWS, "--index", str(archive), "show", "harbour"]
    upper = f"{sys.executable} -c 'import sys; print(sys.stdin.read().upper())'"
    screen = on_terminal(*command, columns=60, lines=10, env={"PAGER": upper})
    assert screen.exit_code == 0
    assert screen.output.startswith("HARBOUR FESTIVAL OPENS IN BUSAN\n\nDATE:")
    assert "TWO FERRIES ARE BACK AT SEA." in screen.output


def test_leaving_the_pager_early_is_no_error(archive: Path) -> None:
    command = [*KOREANEWS, "--index", str(archive), "show", "002", "--all"]
    screen = on_terminal(*command, lines=10, env={"PAGER": "head -n 1"})
    assert screen.exit_code == 0
    assert screen.output == "US calls on Germany to cut diplomatic ties with North Korea\n"
    less = on_terminal(*command, lines=10, keys=b"q", env={"PAGER": "less"})
    assert less.exit_code == 0
    assert "Traceback" not in less.output


def test_a_pager_that_there_is_not_loses_nothing(archive: Path) -> None:
    command = [*KOREANEWS, "--index", str(archive), "show", "harbour"]
    screen = on_terminal(*command, lines=10, env={"PAGER": "no-such-pager"})
    assert screen.exit_code == 0
    assert "two cats and a broom" in screen.output


def test_a_pager_that_cannot_be_read_loses_nothing_and_is_said(archive: Path) -> None:
    command = [*KOREANEWS, "--index", str(archive), "show", "harbour"]
    screen = on_terminal(*command, lines=10, env={"PAGER": "less 'unfinished"})
    assert screen.exit_code == 0
    assert screen.output.startswith("Warning: $PAGER cannot be read (No closing quotation), so nothing is paged.")
    assert "two cats and a broom" in screen.output


def test_a_page_that_carries_no_date_is_said_to_carry_none(tmp_path: Path) -> None:
    koreanews(
        "ingest", "-", stdin="Lamps along the pier\n\nFour sisters painted the lamps before the first snow came.\n"
    )
    (id,) = (line.partition("\t")[0] for line in koreanews("list").stdout.splitlines())
    result = koreanews("show", id, "--dates")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "The page carries no date.\n")
