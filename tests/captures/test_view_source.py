"""A page's source as a browser shows it, saved as a page."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest

from koreanews.captures import Capture, capture_from_bytes

SOURCE = """<!DOCTYPE html>
<html lang="en"><head><title>Tea &amp; rope | Asia | DW | 14.05.2018</title></head>
<body>

<p>"Nobody < everybody," she said.</p>
</body></html>"""


def chrome(source: str) -> str:
    rows = "".join(
        f'<tr><td class="line-number" value="{number}"></td><td class="line-content"><span class="html-tag">'
        f"{escape(line[:3])}</span>{escape(line[3:])}</td></tr>\n"
        for number, line in enumerate(source.split("\n"), start=1)
    )
    return (
        '<html><head><meta name="color-scheme" content="light dark"></head><body><div class="line-gutter-backdrop">'
        '</div><form autocomplete="off"><label class="line-wrap-control">Line wrap<input type="checkbox"></label>'
        f"</form><table><tbody>{rows}</tbody></table></body></html>"
    )


def firefox(source: str) -> str:
    lines = "\n".join(
        f'<span id="line{number}"></span><span class="start-tag">{escape(line)}</span>'
        for number, line in enumerate(source.split("\n"), start=1)
    )
    return (
        '<html><head><title>view-source:https://www.dw.com/en/x/a-1</title></head><body id="viewsource" class="wrap">'
        f'<pre id="line1">{lines}\n</pre></body></html>'
    )


@pytest.mark.parametrize("browser", [chrome, firefox])
def test_the_page_is_the_one_within(browser: Callable[[str], str]) -> None:
    capture = capture_from_bytes(browser(SOURCE).encode(), path="page.html")
    assert isinstance(capture, Capture)
    assert (capture.text.rstrip("\n"), capture.is_html) == (SOURCE, True)


@pytest.mark.parametrize("browser", [chrome, firefox])
def test_one_that_is_cut_short_keeps_what_there_is(browser: Callable[[str], str]) -> None:
    shown = browser(SOURCE)
    capture = capture_from_bytes(shown[: shown.index("everybody")].encode(), path="page.html")
    assert isinstance(capture, Capture)
    assert SOURCE.startswith(capture.text)
    assert "Tea &amp; rope" in capture.text


def test_a_page_that_only_speaks_of_it_stays() -> None:
    page = '<html><body><p>Type "view-source:" and look for &lt;body id="viewsource"&gt;.</p></body></html>'
    capture = capture_from_bytes(page.encode(), path="page.html")
    assert isinstance(capture, Capture)
    assert capture.text == page
