"""The pages that benchmarks are run on are the same for everyone, and say what they are said to say."""

import json
import os
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from benchmarks.pages import LAYOUTS, page, pages
from benchmarks.pages.writing import write_files, write_jsonl, write_warc

import koreanews

ROOT = Path(__file__).resolve().parents[2]


def digest(form: str, numbers: range) -> str:
    joined = "\0".join(page(7, number, form).content for number in numbers)
    return sha256(joined.encode()).hexdigest()[:16]


def test_everyone_gets_the_same_million():
    # A change here is a change of all that was measured: results of before cannot be compared with those after.
    assert digest("text", range(50)) == "bc8c49ca8b7fe83d"
    assert digest("html", range(10)) == "b03dfd21b99b189e"


def test_another_process_with_other_hashes_gets_the_same():
    code = (
        "from benchmarks.pages import page; from hashlib import sha256; "
        "print(sha256(page(7, 99).content.encode()).hexdigest())"
    )
    environment = os.environ | {"PYTHONHASHSEED": "1", "PYTHONPATH": str(ROOT)}
    other = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == sha256(page(7, 99).content.encode()).hexdigest()


def test_a_page_depends_on_seed_and_number_alone():
    assert list(pages(7, 5, first=100)) == list(pages(7, 105))[100:]
    assert page(7, 3) != page(8, 3)
    assert len({each.id for each in pages(7, 300)}) == 300
    assert len({each.facts.url for each in pages(7, 300)}) == 300


@pytest.mark.parametrize("start", [0, 100, 200])
def test_text_dumps_parse_to_their_facts(start: int):
    for made in pages(7, 100, first=start):
        record = koreanews.parse(made.content, made.id)
        assert record.headline == made.facts.headline, made.id
        assert record.date == made.facts.date, made.id
        assert record.kind == made.facts.kind, made.id
        assert record.teaser == made.facts.teaser, made.id
        assert (record.body or "") == made.facts.body, made.id


@pytest.mark.parametrize("layout", LAYOUTS)
def test_html_parses_to_its_facts(layout: str):
    for number in range(8):
        made = page(7, number, "html", layout)
        record = koreanews.parse(made.content.encode(), made.id)
        assert record.source.format == f"html, {layout}"
        assert record.headline == made.facts.headline, made.id
        assert record.date == made.facts.date, made.id
        assert record.teaser == made.facts.teaser, made.id
        assert (record.body or "") == made.facts.body, made.id
        assert record.url == made.facts.url, made.id


def test_words_are_as_frequent_as_words_are():
    texts = [made.content for made in pages(7, 400)]
    english = [text for made, text in zip(pages(7, 400), texts, strict=True) if made.facts.language == "en"]
    for name in ("Korea", "North", "Kim"):
        assert sum(name in text for text in english) > 0.85 * len(english), name
    counts = Counter(word for text in english for word in text.split())
    ranked = [count for _, count in counts.most_common()]
    once = sum(count == 1 for count in ranked)
    assert ranked[0] > 20 * ranked[100] > 20 * ranked[1000]
    assert once > 0.3 * len(ranked)


def test_files_are_written_in_folders_of_a_thousand(tmp_path: Path):
    size = write_files(7, 1002, tmp_path, "text", jobs=1)
    names = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.txt"))
    assert len(names) == 1002
    assert names[0] == f"0000/{page(7, 0).id}.txt"
    assert names[-1] == f"0001/{page(7, 1001).id}.txt"
    assert size == sum(path.stat().st_size for path in tmp_path.rglob("*.txt"))
    assert (tmp_path / names[1]).read_text(encoding="utf-8") == page(7, 1).content


def test_json_lines_hold_the_page_and_its_facts(tmp_path: Path):
    write_jsonl(7, 3, tmp_path / "pages.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "pages.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["page"] for line in lines] == [made.content for made in pages(7, 3)]
    assert lines[2]["headline"] == page(7, 2).facts.headline


def test_half_of_a_warc_is_other_publishers(tmp_path: Path):
    write_warc(7, 20, tmp_path / "pages.warc.gz")
    write_warc(7, 20, tmp_path / "again.warc.gz")
    assert (tmp_path / "pages.warc.gz").read_bytes() == (tmp_path / "again.warc.gz").read_bytes()
    captures = [item for item in koreanews.read_captures([str(tmp_path / "pages.warc.gz")]) if hasattr(item, "text")]
    assert [item.url for item in captures] == [made.facts.url for made in pages(7, 10, "html")]
    assert [item.text for item in captures] == [made.content for made in pages(7, 10, "html")]
