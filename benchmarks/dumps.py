"""Text dumps of HTML pages, as programs make them: how much of the page's record koreanews reads from each.

    python -m benchmarks.dumps [--pages 20]

The pages are those of `benchmarks.extraction`, real ones where ../shared/captures has them. Each is turned into text in
several ways: Resiliparse's main content (the form of the two seeds), all of Resiliparse's text, each piece of text on a
line of its own, as Beautiful Soup gives it, and as Markdown by html2text, markdownify and trafilatura. Headline, date
and words are judged as in `benchmarks.extraction`; what a dump leaves out of the page (its date, most often) cannot be
read from it. Nothing is timed, and nothing is a goal.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean

from bs4 import BeautifulSoup
from html2text import HTML2Text
from markdownify import markdownify
from resiliparse.extract.html2text import extract_plain_text
from trafilatura import extract

import koreanews
from benchmarks.extraction import Sample, f1, made, real, same
from benchmarks.measuring.commands import ROOT
from benchmarks.measuring.machine import described
from benchmarks.measuring.tables import table


def main() -> int:
    parser = ArgumentParser("python -m benchmarks.dumps", description="Accuracy on text dumps of HTML pages.")
    parser.add_argument("--pages", type=int, default=20, help="pages made of each layout (20)")
    parser.add_argument("--captures", type=Path, default=ROOT.parent / "shared" / "captures", help="real pages")
    asked = parser.parse_args()
    print(described("Resiliparse", "beautifulsoup4", "html2text", "markdownify", "trafilatura"))
    samples = [*real(asked.captures), *made(asked.pages)]
    for group in dict.fromkeys(sample.group for sample in samples):
        own = [sample for sample in samples if sample.group == group]
        rows = [_row(name, dump, own) for name, dump in WAYS.items()]
        print(table(f"{group}: {len(own)} pages", ("dump", "headlines", "dates", "mean F1", "least F1"), rows))
    return 0


def _main_content(html: str) -> str:
    return str(extract_plain_text(html, main_content=True))


def _all_text(html: str) -> str:
    return str(extract_plain_text(html))


def _piece_by_piece(html: str) -> str:
    soup = BeautifulSoup(html, "lxml")
    for element in soup(["script", "style", "noscript"]):
        element.decompose()
    return soup.get_text("\n", strip=True)


def _html2text(html: str) -> str:
    return HTML2Text().handle(html)


def _trafilatura(html: str) -> str:
    return extract(html, output_format="markdown", include_links=True, with_metadata=True) or ""


WAYS: dict[str, Callable[[str], str]] = {
    "Resiliparse, main content": _main_content,
    "Resiliparse, all": _all_text,
    "Beautiful Soup, a line a piece": _piece_by_piece,
    "html2text": _html2text,
    "markdownify": markdownify,
    "trafilatura, Markdown": _trafilatura,
}


def _row(name: str, dump: Callable[[str], str], samples: Sequence[Sample]) -> tuple[str, ...]:
    read = [(sample, koreanews.parse(dump(sample.html))) for sample in samples]
    each = [f1(sample.text, f"{page.teaser or ''} {page.body or ''}") for sample, page in read]
    headlines = sum(same(sample.headline, page.headline or "") for sample, page in read)
    dates = sum(sample.date == page.date for sample, page in read)
    return name, f"{headlines}/{len(read)}", f"{dates}/{len(read)}", f"{mean(each):.4f}", f"{min(each):.4f}"


if __name__ == "__main__":
    sys.exit(main())
