"""The same page, saved in every way that people save pages: the same blocks."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from blocks_as_lines import content, page

from koreanews.cleaner.blocks import Block, Kind
from koreanews.cleaner.html import sort_html
from koreanews.cleaner.html.lean import lean

CLASSIC = "https://www.dw.com/en/ferry-to-cheju-sails-again/a-51234567"


def texts(blocks: list[Block] | None, kind: Kind) -> list[str]:
    assert blocks is not None
    return [block.text for block in blocks if block.kind is kind]


def uppercase(html: str) -> str:
    """Tags and attributes in capitals, as old servers wrote them."""
    return re.sub(r"</?[a-z][a-z0-9]*|(?<= )[a-z]+(?==\")", lambda match: match[0].upper(), html)


def browser(html: str) -> str:
    """ "Web page, complete": a comment with the address, absolute links, pictures in a folder."""
    html = re.sub(r"(href=\")(/[^\"]*)", r"\1https://www.dw.com\2", html)
    html = re.sub(r"src=\"/image", 'src="./Korea_s ferry_files', html).replace(
        '<link rel="canonical"', '<link rel="other"'
    )
    return html.replace("<html", f"<!-- saved from url=(0063){CLASSIC} -->\n<html", 1)


def single_file(html: str) -> str:
    """SingleFile: no scripts, styles and pictures inside the page, attributes without quotes."""
    html = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    html = re.sub(r"=\"([\w/.-]+)\"", r"=\1", html)
    picture = "data:image/jpeg;base64," + "QUJD" * 200_000
    html = html.replace("<img ", f'<img src="{picture}" style="background:url(&quot;{picture[:3000]}&quot;)" ')
    html = html.replace("</head>", f"<style>.a{{background:url({picture})}}</style></head>")
    return html.replace(
        "<html", f"<!--\n Page saved with SingleFile \n url: {CLASSIC} \n saved date: today\n--><html", 1
    )


def wget(html: str) -> str:
    """wget --convert-links: addresses relative to the file, the canonical one among them."""
    html = re.sub(r"(href=\")/en/([^\"]*/(?:a|t|s)-\d+)\"", r'\1../\2.html"', html)
    html = re.sub(r"(href=\")/([^\"]*)", r"\1../../\2", html)
    return html.replace(f'rel="canonical" href="{CLASSIC}"', 'rel="canonical" href="a-51234567.html"')


def web_archive(html: str) -> str:
    """The Internet Archive: a bar above the page, all addresses its own."""
    html = re.sub(r"(href=\")(/(?!/)[^\"]*)", r"\1/web/20191106080910/https://www.dw.com\2", html)
    html = html.replace(f'href="{CLASSIC}', f'href="https://web.archive.org/web/20191106080910/{CLASSIC}')
    bar = '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><p>Captures</p></div><!-- END -->'
    return re.sub(r"(<body[^>]*>)", rf"\1{bar}", html)


def translator(html: str) -> str:
    """Google's translator: each text in two fonts, addresses on its own host."""
    html = re.sub(
        r"(<p>)([^<>]+)(</p>)", r'\1<font style="vertical-align: inherit;"><font dir="auto">\2</font></font>\3', html
    )
    return html.replace("https://www.dw.com/", "https://www-dw-com.translate.goog/")


def cache(html: str) -> str:
    """A search engine's cache: its own header, and a base address."""
    header = f'<base href="{CLASSIC}"><div id="google-cache-hdr"><p>This is a cache of the page.</p></div>'
    return header + html.replace('<link rel="canonical"', '<link rel="other"').replace("og:url", "og:other")


def deep(html: str) -> str:
    """In a proxy's frame."""
    return f"<html><body><table><tr><td>{'<div>' * 40}{html}{'</div>' * 40}</td></tr></table></body></html>"


HABITS: list[Callable[[str], str]] = [uppercase, browser, single_file, wget, web_archive, translator, cache, deep]


@pytest.mark.parametrize("save", HABITS)
def test_same_blocks_however_saved(save: Callable[[str], str]) -> None:
    html = page("classic_en")
    saved = save(html)
    assert saved != html
    assert content(sort_html(saved)) == content(sort_html(html))


@pytest.mark.parametrize("save", HABITS)
def test_address_is_known_however_saved(save: Callable[[str], str]) -> None:
    assert texts(sort_html(save(page("classic_en"))), Kind.METADATA_URL)[:1] in ([CLASSIC], []) or save is cache
    assert all(
        url.startswith("https://www.dw.com/") for url in texts(sort_html(save(page("classic_en"))), Kind.METADATA_URL)
    )


def test_mirroring_program_leaves_the_address_in_a_comment() -> None:
    comment = "<!-- Mirrored from www.dw.com/en/ferry-to-cheju-sails-again/a-51234567 by HTTrack Website Copier/3.x -->"
    html = page("classic_en").replace('rel="canonical"', 'rel="other"').replace("og:url", "og:other")
    assert texts(sort_html(comment + html), Kind.METADATA_URL) == [CLASSIC]


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("classic_en", '<div id="bodyContent">', '<div id="footerSection">'),
        ("article2023_en", "<article", "</article>"),
    ],
)
def test_fragment_without_html_and_head(name: str, start: str, end: str) -> None:
    html = page(name)
    fragment = html[html.index(start) : html.index(end)]
    whole = [line.split("\t")[:3] for line in content(sort_html(html))]
    part = [line.split("\t")[:3] for line in content(sort_html(fragment))]
    assert part == whole[: len(part)]
    assert len(part) > 25
    assert not texts(sort_html(fragment), Kind.METADATA_URL)


def test_links_of_a_page_of_unknown_address_stand_as_they_are() -> None:
    html = page("classic_de")
    fragment = html[html.index('<div id="bodyContent">') :]
    blocks = sort_html(fragment)
    assert blocks is not None
    assert [block.url for block in blocks if block.kind is Kind.RECOMMENDS_HEADLINE] == ["/de/haefen/a-60000004"]


def test_article_within_an_article() -> None:
    html = page("article2023_en")
    nested = html.replace("<article", '<article class="frame"><article').replace("</article>", "</article></article>")
    assert content(sort_html(nested)) == content(sort_html(html))


def test_page_that_breaks_off() -> None:
    html = page("classic_en")
    broken = html[: html.index("dredged first") + 4]
    assert content(sort_html(broken))[:10] == content(sort_html(html))[:10]
    assert texts(sort_html(broken), Kind.PARAGRAPH)[-1] == "Why did it take so long? The harbor had to be dred"
    for left in ('<a href="', "<a", "</", "<"):
        assert content(sort_html(broken + left)) == content(sort_html(broken))


def test_zeros_are_not_seen() -> None:
    html = page("classic_en")
    assert content(sort_html(html.replace("<p>", "\0<p>H\0").replace("<p>H", "<p>"))) == content(sort_html(html))


def test_pictures_written_into_the_page_are_not_parsed() -> None:
    html = single_file(page("classic_en"))
    assert len(html) > 5_000_000
    assert len(lean(html).text) < 200_000
