"""Saved pages in, links out: the four kinds of mention, as dumps and as HTML, through the command itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
import story_pages as pages
from click.testing import CliRunner, Result

from koreanews.cli import main
from koreanews.stories import beside
from koreanews.stories.store import connect, delete

FERRY = "Ferries to Jeju sail again after three winters"
BELL = "Divers raise a bronze bell off Mokpo"
KITES = "Kite makers of Daegu prepare for the fair"
CLIP = "How the bell was raised from the sea"
TEASER = "Two ships that lay on land since the storm carry passengers once more."


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KOREANEWS_INDEX", raising=False)


def run(*arguments: object, exit_code: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == exit_code, result.output
    return result


def links(id: str) -> dict[str, tuple[str, str | None]]:
    """For each story that a page names: its status, and the id meant."""
    found = [json.loads(line) for line in run("links", id, "--json").stdout.splitlines()]
    return {
        link["headline"]: (link["status"], link["meant"][0]["id"] if link["meant"] else None)
        for link in found
        if link["direction"] == "to"
    }


STORIES = {
    "ferry": pages.dump(FERRY, "01.05.2019"),
    "bell": pages.dump(BELL, "12.04.2019"),
    "kites": pages.dump(KITES, "20.04.2019"),
    "clip": f" {CLIP} | All media content | DW | 13.04.2019\n\nDW News\n\n{CLIP}\n\nDivers tell how it was done.\n",
}
PAGE = pages.dump(
    "Harbour festival opens in Busan",
    "03.05.2019",
    read_more=(BELL,),
    recommends=((FERRY, TEASER, "01.05.2019"), ("Rice is sown on the terraces", "A green spring.", "22.03.2019")),
    media=(CLIP,),
    related=((KITES, "Paper and bamboo.", "20.04.2019"),),
)
MEANT = {
    FERRY: ("found", "ferry"),
    "Rice is sown on the terraces": ("wanted", None),
    KITES: ("found", "kites"),
    BELL: ("found", "bell"),
    CLIP: ("found", "clip"),
}


@pytest.mark.parametrize("first", ["page", "stories", "together"])
def test_four_kinds_of_mention_in_a_dump_in_any_order_of_arrival(first: str) -> None:
    stories, page = pages.save(Path("stories"), **STORIES), pages.save(Path("page"), page=PAGE)
    if first == "together":
        run("ingest", page, stories)
    else:
        run("ingest", page if first == "page" else stories)
        run("ingest", stories if first == "page" else page)
    assert links("page") == MEANT


def test_show_prints_the_id_beside_each_mention_that_is_resolved() -> None:
    run("ingest", pages.save(Path("saved"), page=PAGE, **STORIES))
    shown = run("show", "page").stdout
    assert f"• {FERRY} (2019-05-01) → ferry\n" in shown
    assert "• Rice is sown on the terraces (2019-03-22)\n" in shown
    whole = run("show", "page", "--all").stdout
    for line in (f"• {BELL} → bell\n", f"• {KITES} (2019-04-20) → kites\n", f"• {CLIP} → clip\n"):
        assert line in whole
    assert "→" not in run("show", "page", "--json").stdout


def test_show_marks_what_is_uncertain_with_all_that_may_be_meant() -> None:
    column = "Week in pictures"
    page = pages.dump("Festival ends", "03.03.2019", media=(column,), read_more=(BELL,))
    one, two = pages.dump(column, "07.01.2019"), pages.dump(column, "04.02.2019", text=pages.prose("other"))
    run("ingest", pages.save(Path("saved"), page=page, january=one, february=two))
    (line,) = (line for line in run("show", "page", "--all").stdout.splitlines() if column in line)
    assert line == f"• {column} → february or january (uncertain)"


def test_show_resolves_as_the_archive_grows_even_where_no_ingest_said_so() -> None:
    run("ingest", pages.save(Path("page"), page=PAGE))
    assert "→" not in run("show", "page").stdout
    run("--index", "other", "ingest", pages.save(Path("stories"), **STORIES))
    # Another archive's lines put behind this one's by hand.
    with Path("koreanews-index/records.jsonl").open("ab") as file:
        file.write(Path("other/records.jsonl").read_bytes())
    assert f"• {FERRY} (2019-05-01) → ferry\n" in run("show", "page").stdout


@pytest.mark.parametrize("first", ["page", "stories"])
def test_addresses_in_html_settle_what_is_meant_whatever_the_words(first: str) -> None:
    named = pages.recommended("/en/x/a-48561234", ("Back at sea", "Ships.", "09.09.2009"))
    named += pages.related("https://www.dw.com/en/y/a-48001234", ("Sea gives up its bronze", "A bell.", "01.01.2018"))
    page = pages.save(Path("page"), page=pages.html("Festival opens", "03.05.2019", 48601234, named))
    stories = pages.save(
        Path("stories"),
        ferry=pages.html(FERRY, "01.05.2019", 48561234, ""),
        bell=pages.html(BELL, "12.04.2019", 48001234, ""),
    )
    run("ingest", page if first == "page" else stories)
    run("ingest", stories if first == "page" else page)
    assert links("page") == {"Back at sea": ("found", "ferry"), "Sea gives up its bronze": ("found", "bell")}
    shown = run("show", "page", "--all").stdout
    assert "• Back at sea (2009-09-09) → ferry\n" in shown
    assert "• Sea gives up its bronze (2018-01-01) → bell\n" in shown


def test_read_more_and_videos_in_html_are_known_by_their_headlines() -> None:
    more = f'<p><em>Read more</em>: <a href="/en/bell/a-48001234">{BELL}</a></p>'
    named = pages.media("/overlay/media/en/bell/48100001/48601234", CLIP)
    run(
        "ingest",
        pages.save(
            Path("saved"), page=pages.html("Festival opens", "03.05.2019", 48601234, named, tail=more), **STORIES
        ),
    )
    assert links("page") == {BELL: ("found", "bell"), CLIP: ("found", "clip")}


def test_a_gallery_that_opens_above_many_pages_is_one_story() -> None:
    item = ("Lanterns in nine pictures", "A market.", "17.10.2016")
    made = {
        f"page{n}": pages.html(
            f"Day {n} of the fair", "03.05.2019", n, pages.recommended(f"/overlay/media/en/lanterns/36059930/{n}", item)
        )
        for n in (48600001, 48600002)
    }
    run("ingest", pages.save(Path("saved"), **made))
    (wanted,) = [json.loads(line) for line in run("wanted", "--json").stdout.splitlines()]
    assert (wanted["headline"], wanted["pages"]) == (item[0], 2)
    gallery = pages.html("Nine lanterns", "18.10.2016", 0, "").replace("page/a-0", "lanterns/g-36059930")
    run("ingest", pages.save(Path("more"), gallery=gallery))
    assert links("page48600001") == {item[0]: ("found", "gallery")}
    assert run("wanted").stdout == ""


def test_a_target_whose_headline_changes_is_wanted_again_and_found_under_the_new_one() -> None:
    saved = pages.save(Path("saved"), page=PAGE, ferry=STORIES["ferry"])
    run("ingest", saved)
    assert links("page")[FERRY] == ("found", "ferry")
    pages.save(saved, ferry=pages.dump("Bridges of Incheon are painted green", "01.05.2019"))
    assert "1 updated" in run("ingest", saved).stdout
    assert links("page")[FERRY] == ("wanted", None)
    assert FERRY in run("wanted").stdout
    pages.save(saved, ferry=pages.dump(f"{FERRY} on land", "01.05.2019"))
    run("ingest", saved)
    assert links("page")[FERRY] == ("found", "ferry")


def test_a_removed_target_is_wanted_again_until_it_comes_back() -> None:
    saved = pages.save(Path("saved"), page=PAGE, ferry=STORIES["ferry"])
    run("ingest", saved)
    run("remove", "--yes", "ferry")
    assert links("page")[FERRY] == ("wanted", None)
    assert "→" not in run("show", "page").stdout
    run("compact")
    assert links("page")[FERRY] == ("wanted", None)
    run("ingest", saved)
    assert links("page")[FERRY] == ("found", "ferry")


def test_compacting_changes_no_link() -> None:
    saved = pages.save(Path("saved"), page=PAGE, **STORIES)
    run("ingest", saved)
    run("remove", "--yes", "kites")
    before = links("page")
    run("compact")
    assert links("page") == before
    assert before[KITES] == ("wanted", None)


def test_another_archive_merged_in_resolves_what_this_one_lacked() -> None:
    run("ingest", pages.save(Path("page"), page=PAGE))
    run("--index", "other", "ingest", pages.save(Path("stories"), **STORIES))
    assert len(run("wanted").stdout.splitlines()) == 5
    run("ingest", "other/records.jsonl")
    assert links("page") == MEANT
    assert len(run("wanted").stdout.splitlines()) == 1


def test_the_headline_of_years_ago_is_not_what_a_dated_recommendation_means() -> None:
    run("ingest", pages.save(Path("old"), old=pages.dump(FERRY, "01.05.2014"), page=PAGE))
    assert links("page")[FERRY] == ("wanted", None)
    run("ingest", pages.save(Path("new"), ferry=STORIES["ferry"]))
    assert links("page")[FERRY] == ("found", "ferry")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupted_following_of_links_loses_nothing() -> None:
    saved = pages.save(Path("saved"), page=PAGE)
    run("ingest", saved)
    (path,) = Path("koreanews-index/search").glob("*/stories.sqlite")
    delete(path)
    pages.save(saved, **STORIES)
    with closing(connect(path)) as holder:
        # As another process that fills the new store would, which is waited for.
        holder.execute("BEGIN IMMEDIATE")
        running = subprocess.Popen(
            [sys.executable, "-m", "koreanews", "ingest", saved],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
            text=True,
        )
        assert running.stdout is not None
        assert running.stdout.readline() == "4 added, 0 updated, 1 unchanged, 0 skipped\n"
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "All pages are kept" in said
    assert links("page") == MEANT


def test_links_that_cannot_be_kept_are_a_warning_and_no_page_is_lost() -> None:
    saved = pages.save(Path("saved"), page=PAGE)
    run("ingest", saved)
    (store,) = Path("koreanews-index/search").glob("*/stories.sqlite")
    store.unlink()
    store.mkdir()
    pages.save(saved, **STORIES)
    result = run("ingest", saved)
    assert result.stdout == "4 added, 0 updated, 1 unchanged, 0 skipped\n"
    assert result.stderr.startswith("Warning: links between stories were not followed")
    shown = run("show", "page")
    assert (shown.exit_code, shown.stderr[:8]) == (0, "Warning:")
    assert FERRY in shown.stdout
    store.rmdir()
    assert links("page") == MEANT


def test_the_seeds_want_twelve_stories(tmp_path: Path) -> None:
    run("ingest", Path(__file__).parents[2] / "seeds")
    lines = [line.split("\t") for line in run("wanted").stdout.splitlines()]
    assert len(lines) == 12
    assert sum(bool(date) for date, *_ in lines) == 8
    for id, number in (("000", 9), ("002", 3)):
        assert [status for status, _ in links(id).values()] == ["wanted"] * number


def test_links_can_be_left_to_the_next_command() -> None:
    run("ingest", "--no-links", pages.save(Path("saved"), page=PAGE, **STORIES))
    assert list(Path("koreanews-index/search").glob("*/stories.sqlite")) == []
    assert f"• {FERRY} (2019-05-01) → ferry\n" in run("show", "page").stdout
    assert links("page") == MEANT


def test_show_does_not_make_who_reads_wait_for_links_of_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_MUCH", 100)
    run("ingest", "--no-links", pages.save(Path("saved"), page=PAGE, **STORIES))
    shown = run("show", "page")
    assert "→" not in shown.stdout
    assert "To follow them: koreanews links page" in shown.stderr
    assert links("page") == MEANT
    assert f"• {FERRY} (2019-05-01) → ferry\n" in run("show", "page").stdout
