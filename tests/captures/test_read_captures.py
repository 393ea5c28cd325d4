"""The captures stage as a whole: what it promises to those who call it."""

from __future__ import annotations

import gzip
import io
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from saved_pages import TEXT, URL, captures, html, lines, read, warc
from test_savers import mhtml, webarchive
from ways_of_packing import pack_tar, pack_zip

import koreanews
from koreanews.captures import (
    Capture,
    Found,
    Ignored,
    Page,
    RecordLine,
    Skipped,
    find_files,
    read_captures,
    read_file,
    to_capture,
    total_size,
)

SEEDS = Path(__file__).parents[2] / "seeds"
RECORD = json.dumps({"id": "x", "schema": 1, "kind": "article", "source": {}}).encode()


def test_the_seeds_are_read_byte_for_byte() -> None:
    found = captures(read(SEEDS))
    assert [capture.id for capture in found] == ["000_f07122383b230fd2", "002_99e8395a751e14f3"]
    for capture in found:
        assert capture.text.encode() == (SEEDS / f"{capture.id}.txt").read_bytes()
        assert (capture.source.format, capture.flaw, capture.url, capture.crawled) == ("text", None, None, None)


def test_the_same_page_in_whatever_it_came_in_has_the_same_text_and_digest(tmp_path: Path) -> None:
    page = html().encode()
    (tmp_path / "a.html").write_bytes(page)
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(page))
    (tmp_path / "c.zip").write_bytes(pack_zip({"x.html": page}))
    (tmp_path / "d.tar").write_bytes(pack_tar({"x.html": page}))
    (tmp_path / "e.warc.gz").write_bytes(warc([(URL, page)], True))
    found = captures(read(tmp_path))
    assert len(found) == 5
    assert len({(c.text, c.source.sha256, c.source.bytes, c.source.format, c.is_html) for c in found}) == 1


def test_pages_on_standard_input_are_told_apart_by_their_content() -> None:
    (first,), (second,) = (captures(read("-", stdin=text.encode())) for text in (TEXT, TEXT + "x"))
    assert first.source.path == "-"
    assert first.id != second.id
    assert first.id == f"stdin-{first.source.sha256[:16]}"


def test_nothing_on_standard_input_is_named() -> None:
    assert read("-", stdin=b"") == [Skipped("-", "is empty")]


def test_the_lines_of_another_index_come_as_they_stand(tmp_path: Path) -> None:
    torn = RECORD[:20]
    (tmp_path / "records.jsonl").write_bytes(b"\xef\xbb\xbf" + RECORD + b"\r\n\n" + RECORD + b"\n" + torn)
    path = f"{tmp_path}/records.jsonl"
    expected = [RecordLine(path, 1, b"\xef\xbb\xbf" + RECORD), RecordLine(path, 3, RECORD), RecordLine(path, 4, torn)]
    assert read(tmp_path) == expected
    assert [line.data for line in lines(read("-", stdin=gzip.compress(RECORD + b"\n" + RECORD)))] == [RECORD, RECORD]


def test_progress_adds_up_to_the_size_told_beforehand(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.zip").write_bytes(pack_zip({"x.txt": TEXT.encode(), "y.txt": TEXT.encode()}))
    (tmp_path / "c.warc.gz").write_bytes(warc([(URL, html().encode())] * 50, True))
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200_000))
    (tmp_path / "e.txt").touch()
    told: list[int] = []
    assert len(list(read_captures([tmp_path], progress=told.append))) == 55
    size = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert sum(told) == total_size([tmp_path]) == size
    assert min(told) > 0


def test_progress_comes_while_a_large_file_is_read() -> None:
    data = warc([(URL, html().encode() * 100)], False) * 200
    told: list[int] = []
    items = read_captures(["-"], stdin=io.BytesIO(data), progress=told.append)
    next(items)
    assert 0 < sum(told) < len(data) / 2
    assert len(list(items)) == 199
    assert sum(told) == len(data)


def test_the_steps_can_be_taken_apart_and_pages_sent_to_another_process(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.zip").write_bytes(pack_zip({"x.html": html().encode()}))
    whole = read(tmp_path)
    parts: list[object] = []
    for file in find_files([tmp_path]):
        assert isinstance(file, Found)
        for page in read_file(pickle.loads(pickle.dumps(file))):
            assert isinstance(page, Page)
            parts.append(pickle.loads(pickle.dumps(to_capture(pickle.loads(pickle.dumps(page))))))
    assert parts == whole


def test_a_file_that_vanishes_or_changes_kind_between_finding_and_reading_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (file,) = find_files([tmp_path])
    assert isinstance(file, Found)
    (tmp_path / "a.txt").unlink()
    assert list(read_file(file)) == [Skipped(f"{tmp_path}/a.txt", "does not exist")]
    (tmp_path / "a.txt").mkdir()
    (item,) = read_file(file)
    assert isinstance(item, Skipped)
    assert item.reason.startswith("cannot be read: ")


def test_plain_text_loads_none_of_the_libraries_that_other_forms_need() -> None:
    heavy = ("warcio", "email", "zipfile", "tarfile", "lzma", "bz2", "backports", "brotli", "bs4", "lxml", "json")
    script = (
        "import sys; from koreanews.captures import read_captures;"
        f"assert len(list(read_captures([{str(SEEDS)!r}]))) == 2;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    # Without `site`, whose own imports differ from machine to machine; it is what finds an editable install.
    found = {**os.environ, "PYTHONPATH": str(Path(koreanews.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-S", "-c", script], capture_output=True, text=True, env=found)
    assert done.stdout.strip() == "[]", done.stderr


FORMS = {
    "text": TEXT.encode(),
    "html": html().encode(),
    "utf-16": html().encode("utf-16"),
    "mhtml": mhtml(html().encode()),
    "webarchive": webarchive(html().encode(), "utf-8"),
    "gzip": gzip.compress(TEXT.encode()),
    "zip": pack_zip({"a.txt": TEXT.encode(), "b/c.html": html().encode()}),
    "tar": pack_tar({"a.txt": TEXT.encode(), "b" * 120: html().encode()}),
    "warc": warc([(URL, html().encode()), ("https://www.dw.com/", TEXT.encode())], False),
    "warc.gz": warc([(URL, html().encode()), ("https://www.dw.com/", TEXT.encode())], True),
    "http": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(html().encode()),
    "records": RECORD + b"\n" + RECORD,
}


def safely(data: bytes) -> None:
    """Read `data`; everything that comes of it can be stored as UTF-8 and says something."""
    for item in read_captures(["-"], stdin=io.BytesIO(data), all_publishers=True):
        match item:
            case Capture():
                (item.id + item.text + item.source.path + (item.url or "") + (item.flaw or "")).encode()
                assert item.id
                assert item.id.isprintable()
            case Skipped():
                (item.path + item.reason).encode()
                assert item.reason
            case Ignored():
                assert item.number > 0
            case RecordLine():
                assert item.data


@given(st.binary(max_size=2000))
def test_no_bytes_raise(data: bytes) -> None:
    safely(data)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.sampled_from(sorted(FORMS)),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 3), st.binary(min_size=1, max_size=8)), max_size=6),
    st.integers(0, 10**6) | st.none(),
)
def test_no_damage_raises(form: str, damage: list[tuple[int, int, bytes]], cut: int | None) -> None:
    data = bytearray(FORMS[form])
    for place, kind, piece in damage:
        at = place % len(data)
        end = {0: at, 1: at + len(piece), 2: at + 40 * len(piece), 3: at + 1}[kind]
        data[at:end] = piece
    safely(bytes(data[: cut % len(data)] if cut is not None else data))


def test_inputs_that_once_failed() -> None:
    # A zip member without a name: `ZipInfo.is_dir` looks at its last character.
    data = pack_zip({"a.txt": TEXT.encode()}).replace(b"a.txt", b"\0.txt")
    assert [capture.id for capture in captures(read("-", stdin=data))] == ["unnamed"]
