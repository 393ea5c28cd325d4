"""A page that takes too long is named and passed over, whoever reads it: this process, a worker, `clean`."""

from __future__ import annotations

import re
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from saved_files import page, save

from koreanews.captures import Page, Skipped
from koreanews.cli import main
from koreanews.ingest import limit
from koreanews.ingest.limit import TAKES_TOO_LONG, TooLong, can_limit, seconds_for, within
from koreanews.ingest.parsing import Parsed, given_by, made_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such timers there")

# Not so long that it is given to a worker, which has limits of its own.
SLOW = "A line\n" * 120_000


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A limit that a page of a few lines keeps, and one of many thousand does not."""
    monkeypatch.setattr(limit, "_SECONDS", 0.3)
    monkeypatch.setattr(limit, "_SECONDS_A_MIB", 0.0)
    # An interruption is lost within the collector's callbacks, of which Hypothesis has one.
    monkeypatch.setattr(limit, "_AGAIN", 0.05)
    yield
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGVTALRM) is signal.SIG_DFL


def endless() -> None:
    while True:
        pass


def test_the_limit_grows_with_the_page() -> None:
    assert seconds_for(0) > 1
    assert seconds_for(64 << 20) > 20 * seconds_for(0)


def test_what_is_done_in_time_is_given_and_what_is_not_is_ended(impatient: None) -> None:
    assert within(0.1, lambda: 7) == 7
    with pytest.raises(TooLong):
        within(0.1, endless)


def test_a_regular_expression_is_ended_too(impatient: None) -> None:
    with pytest.raises(TooLong):
        within(0.1, lambda: re.match(r"(a+)+b", "a" * 200))


def test_nobody_takes_it_for_an_error_of_their_own(impatient: None) -> None:
    def careless() -> None:
        while True:
            try:
                endless()
            except Exception:
                continue

    with pytest.raises(TooLong):
        within(0.1, careless)


def test_what_it_interrupts_in_a_finalizer_is_not_told(impatient: None, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    finalized: list[str] = []

    class Slow:
        def __del__(self) -> None:
            try:
                endless()
            finally:
                finalized.append("interrupted")

    def work() -> None:
        Slow()
        endless()

    with pytest.raises(TooLong):
        within(0.1, work)
    assert finalized == ["interrupted"]
    assert told == []


def test_faults_of_finalizers_are_told_as_ever(impatient: None, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[sys.UnraisableHookArgs] = []
    hook = told.append
    monkeypatch.setattr(sys, "unraisablehook", hook)

    class Faulty:
        def __del__(self) -> None:
            raise ZeroDivisionError

    within(0.1, lambda: bool(Faulty()))
    assert [one.exc_type for one in told] == [ZeroDivisionError]
    assert sys.unraisablehook is hook


def test_a_timer_or_a_thread_of_the_callers_is_left_alone() -> None:
    told: list[bool] = []
    thread = threading.Thread(target=lambda: told.append(can_limit() or within(0.1, lambda: False)))
    thread.start()
    thread.join()
    assert told == [False]
    before = signal.signal(signal.SIGVTALRM, lambda *_: None)
    try:
        assert not can_limit()
        assert within(0.001, lambda: sum(range(100_000))) > 0
    finally:
        signal.signal(signal.SIGVTALRM, before)


def test_a_page_parsed_in_this_process_is_limited(impatient: None) -> None:
    [given] = given_by(Page(SLOW.encode(), "slow.txt", "slow"), all_publishers=False)
    assert given == Skipped("slow.txt", TAKES_TOO_LONG)
    [given] = given_by(Page(page(1).encode(), "1.txt", "1"), all_publishers=False)
    assert isinstance(given, Parsed)


def test_a_fault_of_our_own_is_named_too() -> None:
    def fault(capture: object) -> None:
        raise ZeroDivisionError

    found = made_of(Page(page(1).encode(), "1.txt", "1"), fault)
    assert isinstance(found, Skipped)
    assert "ZeroDivisionError" in found.reason


@pytest.mark.parametrize("jobs", [["--jobs", "1"], []], ids=["one job", "as many as there are cores"])
@pytest.mark.parametrize("way", ["file", "standard input"])
def test_ingest_passes_it_over(impatient: None, tmp_path: Path, jobs: list[str], way: str) -> None:
    pages = save(tmp_path / "pages", {"1.txt": page(1), "2.txt": page(2)})
    (tmp_path / "slow.txt").write_text(SLOW)
    named = str(tmp_path / "slow.txt") if way == "file" else "-"
    arguments = ["--index", str(tmp_path / "index"), "ingest", *jobs, named, str(pages)]
    done = CliRunner().invoke(main, arguments, input=SLOW if way != "file" else None)
    assert done.exit_code == 1
    assert done.stderr == f"Skipped: {named} {TAKES_TOO_LONG}\n"
    assert done.stdout.splitlines()[0] == "2 added, 0 updated, 0 unchanged, 1 skipped:"


@pytest.mark.parametrize("options", [[], ["--blocks"], ["--json"]], ids=["text", "blocks", "json"])
def test_clean_passes_it_over(impatient: None, tmp_path: Path, options: list[str]) -> None:
    pages = save(tmp_path / "pages", {"1.txt": page(1), "2.txt": SLOW, "3.txt": page(3)})
    done = CliRunner().invoke(main, ["clean", *options, str(pages)])
    assert done.exit_code == 1
    assert done.stderr == f"Skipped: {pages / '2.txt'} {TAKES_TOO_LONG}\n"
    assert done.stdout.count("1.txt")
    assert done.stdout.count("3.txt")
