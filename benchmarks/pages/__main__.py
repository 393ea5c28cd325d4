"""Writes pages: `python -m benchmarks.pages --count 1000 --seed 7 --out DIR`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from benchmarks.pages.writing import write_files, write_jsonl, write_warc


def main() -> None:
    parser = ArgumentParser("python -m benchmarks.pages", description="Writes pages made by rule; the same for all.")
    parser.add_argument("--count", type=int, default=1000, help="how many pages (1000)")
    parser.add_argument("--seed", type=int, default=7, help="another seed, other pages (7)")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to; made if missing")
    parser.add_argument(
        "--form",
        choices=("text", "html", "warc", "jsonl"),
        default="text",
        help="text dumps or HTML in folders of 1000; pages.warc.gz, half of it other publishers'; pages.jsonl, with "
        "what must be read from each page (text)",
    )
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    if asked.form == "warc":
        size = write_warc(asked.seed, asked.count, asked.out / "pages.warc.gz")
    elif asked.form == "jsonl":
        size = write_jsonl(asked.seed, asked.count, asked.out / "pages.jsonl")
    else:
        size = write_files(asked.seed, asked.count, asked.out, asked.form)
    print(f"{asked.count:,} pages, {size:,} bytes, in {asked.out}")


if __name__ == "__main__":
    main()
