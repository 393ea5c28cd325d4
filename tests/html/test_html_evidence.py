"""What a page says of itself to machines, well or badly: JSON-LD, canonical links, the time of a <time>."""

from __future__ import annotations

import pytest

from koreanews import parse
from koreanews.parser import Article

STORY = '{"@type": "NewsArticle", "datePublished": "2024-05-14T21:30:00Z", "author": {"name": "Ann Example"}}'


def page(head: str = "", dateline: str = "") -> Article:
    return parse(
        f'<html lang="en"><head><title>A piano for the lighthouse</title>{head}</head><body><div id="main-content">'
        f'</div><article><div class="content-area"><header><h1>A piano for the lighthouse</h1>{dateline}</header>'
        '<div class="rich-text"><p>The keeper had asked for a stove.</p></div></div></article></body></html>'.encode()
    )


def with_data(*scripts: str) -> Article:
    return page("".join(f'<script type="application/ld+json">{script}</script>' for script in scripts))


@pytest.mark.parametrize(
    "scripts",
    [
        pytest.param([STORY], id="alone"),
        pytest.param([f'[{{"@type": "BreadcrumbList"}}, {STORY}]'], id="list"),
        pytest.param([f'{{"@graph": [{{"@type": "WebPage", "datePublished": "2019-01-01"}}, {STORY}]}}'], id="graph"),
        pytest.param(['{"@type": "VideoObject", "uploadDate": "2021-01-01"}', STORY], id="a video before it"),
        pytest.param([STORY.replace("NewsArticle", "OpinionNewsArticle")], id="another kind of article"),
        pytest.param([STORY.replace('"NewsArticle"', '["Thing", "Article"]')], id="several types"),
        pytest.param([STORY.replace("Ann", "\n Ann")], id="line ends in strings"),
        pytest.param([f"\n//<![CDATA[\n{STORY}\n//]]>\n"], id="hidden from XML"),
        pytest.param([f"\n/*<![CDATA[*/\n{STORY}\n/*]]>*/\n"], id="hidden from XML in comments"),
        pytest.param([f"<!-- {STORY} -->"], id="hidden from old browsers"),
        pytest.param(['{"@type": "NewsArticle",', "null", "[[]]", '"x"', STORY], id="broken ones before it"),
    ],
)
def test_the_story_is_found_among_json_ld(scripts: list[str]) -> None:
    article = with_data(*scripts)
    assert (article.kind, article.date, article.date_source) == ("article", "2024-05-14", "metadata")
    assert article.byline is not None
    assert article.byline.authors == ("Ann Example",)


def test_json_ld_is_known_however_its_type_is_written() -> None:
    article = page(f"<SCRIPT TYPE='application/LD+JSON'>{STORY}</SCRIPT>")
    assert (article.date, article.date_source) == ("2024-05-14", "metadata")


def test_a_page_that_only_shows_a_video_is_a_media_page() -> None:
    article = with_data('{"@type": "WebPage"}', '{"@type": "VideoObject", "uploadDate": "2021-01-01T10:00:00Z"}')
    assert (article.kind, article.date) == ("media", "2021-01-01")


@pytest.mark.parametrize("kind", ["person", "program", "t", "s"])
def test_a_page_that_lists_what_a_person_or_programme_made_is_a_topic(kind: str) -> None:
    article = page(f'<link rel="canonical" href="https://www.dw.com/en/ann-example/{kind}-43700001">')
    assert (article.kind, article.dw_id) == ("topic", f"{kind}-43700001")


@pytest.mark.parametrize(("site", "date"), [("en", "2024-09-03"), ("es", "2024-03-09")])
@pytest.mark.parametrize("translated", ["ko", "en"])
def test_a_date_in_figures_is_read_as_its_site_writes_it_whatever_a_translator_made_of_it(
    site: str, date: str, translated: str
) -> None:
    html = (
        f'<html lang="{translated}" class="translated-ltr"><head><title>A piano – DW – 09/03/2024</title><link rel='
        f'"canonical" href="https://www.dw.com/{site}/piano/a-70114523"></head><body><article><h1>A piano</h1>'
        "<p>The keeper had asked for a stove.</p></article></body></html>"
    )
    assert parse(html.encode()).date == date


def test_a_web_archives_name_does_not_make_a_page_of_dws_anothers() -> None:
    site = '<meta property="og:site_name" content="archive.example">'
    link = '<link rel="canonical" href="https://archive.example/2024.05.14-101112/{}">'
    article = page(site + link.format("https://www.dw.com/en/piano/a-43700001"))
    assert (article.kind, article.url) == ("article", "https://www.dw.com/en/piano/a-43700001")
    assert page(site + link.format("https://news.example/piano")).kind == "other"


@pytest.mark.parametrize(
    "links",
    [
        '<link rel="canonical" href="//www.dw.com/en/piano/a-43700001">',
        '<link rel="shortlink canonical" href="https://www.dw.com/en/piano/a-43700001">',
        '<link rel="canonical" href="http://[x"><meta property="og:url" content="https://dw.com/en/piano/a-43700001">',
        '<link rel="canonical" href="https://www.dw.com/"><meta property="og:url" '
        'content="https://m.dw.com/en/piano/a-43700001">',
        '<link rel="canonical" href=" https://www.dw.com/en/piano/a-43700001 ">',
        '<base href="https://www.dw.com/"><link rel="canonical" href="/en/piano/a-43700001">',
    ],
)
def test_the_address_that_names_the_page_is_its_own(links: str) -> None:
    article = page(links)
    assert (article.url, article.dw_id) == ("https://www.dw.com/en/piano/a-43700001", "a-43700001")


def test_the_canonical_link_of_another_publisher_stays_first() -> None:
    link = '<link rel="canonical" href="https://news.example/piano">'
    assert page(f'{link}<meta property="og:url" content="https://www.dw.com/en/x/a-1">').url == (
        "https://news.example/piano"
    )


def test_machines_are_told_the_day_where_readers_are_told_how_long_ago() -> None:
    article = page(dateline='<div class="time-area"><time datetime="2024-05-14T09:30:00Z">3 hours ago</time></div>')
    assert (article.date, article.date_source) == ("2024-05-14", "metadata")


@pytest.mark.parametrize(
    ("language", "eye", "words"),
    [
        ("el", "14.05.2024", "14 Μαΐου 2024"),
        ("hi", "१४ जून २०२४", "१४ जून २०२४"),
        ("bn", "১৪ ফেব্রুয়ারি ২০২৪", "১৪ ফেব্রুয়ারি ২০২৪"),
        ("ur", "14 مئی 2024", "14 مئی 2024"),
        ("uk", "14.05.2024", "14 травня 2024 р."),
        ("ka", "14.05.2024", "14 მაისი 2024"),
    ],
)
def test_datelines_in_further_languages(language: str, eye: str, words: str) -> None:
    article = page(dateline=f'<div class="time-area"><time>{eye}</time><span class="sr-only">{words}</span></div>')
    month = {"hi": "06", "bn": "02"}.get(language, "05")
    assert (article.date, article.date_source) == (f"2024-{month}-14", "dateline")


@pytest.mark.parametrize("twice", ["Tea &amp;amp; rice", "Tea &amp;#38; rice", "Tea &amp;#x26; rice"])
def test_a_title_that_was_encoded_twice(twice: str) -> None:
    article = parse(
        f'<html lang="en"><head><title>{twice} | Asia | DW | 14.05.2018</title></head><body><div id="bodyContent">'
        '<h4 class="artikel">Asia</h4><h1>Tea &amp; rice</h1><div class="longText"><p>Both were late.</p></div></div>'
        "</body></html>".encode()
    )
    assert (article.headline, article.date) == ("Tea & rice", "2018-05-14")


@pytest.mark.parametrize("name", ["Ann O&#39;Lantern", "Ann O&apos;Lantern", "Ann O'Lantern"])
def test_a_name_that_was_written_as_html_into_the_data(name: str) -> None:
    article = with_data(STORY.replace("Ann Example", name))
    assert article.byline is not None
    assert article.byline.authors == ("Ann O'Lantern",)


def test_words_of_a_title_that_only_resemble_characters_stay() -> None:
    title = "<html><head><title>Q&amp;notes, R&amp;copy | Asia | DW | 14.05.2018</title></head><body></body></html>"
    assert parse(title.encode()).headline == "Q&notes, R&copy"


def test_the_data_of_another_page_come_after_the_pages_own() -> None:
    def told(number: int, day: str, author: str) -> str:
        return (
            f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{day}", "author": '
            f'"{author}", "mainEntityOfPage": {{"@id": "https://www.dw.com/en/x/a-{number}"}}}}</script>'
        )

    link = '<link rel="canonical" href="https://www.dw.com/en/piano/a-68000002">'
    others, own = told(68000001, "2021-01-01", "Bob Example"), told(68000002, "2024-05-14", "Ann Example")
    for head in (others + own + link, link + own + others):
        article = page(head)
        assert (article.date, article.byline and article.byline.authors) == ("2024-05-14", ("Ann Example",))


@pytest.mark.parametrize("name", ["date", "pubdate", "DC.date.issued", "dcterms.issued", "article:published_time"])
def test_the_day_in_a_meta_tag(name: str) -> None:
    assert page(f'<meta name="{name}" content="2024-05-14">').date == "2024-05-14"
    assert page('<meta property="article:modified_time" content="2024-05-14">').date is None


@pytest.mark.parametrize(
    "head", ['<meta property="og:title" content="A stove">', '<script type="application/ld+json">{}</script>']
)
def test_a_page_without_title_and_headline_is_called_as_it_is_to_machines(head: str) -> None:
    html = (
        f'<html lang="en"><head>{head.replace("{}", STORY)}</head><body><div id="main-content"></div>'
        '<article><div class="content-area"><div class="rich-text"><p>It burns.</p></div></div></article></body></html>'
    )
    html = html.replace('"@type": "NewsArticle",', '"@type": "NewsArticle", "headline": "A stove",')
    assert parse(html.encode()).headline == "A stove"


@pytest.mark.parametrize(("address", "language"), [("de", "de"), ("en", "en"), ("tr", "en")])
def test_a_declared_language_yields_where_address_and_words_say_another(address: str, language: str) -> None:
    story = "Der Wärter hatte um einen Ofen gebeten, und man schickte ihm ein Klavier für die dunkle Zeit."
    html = (
        f'<html lang="en"><head><link rel="canonical" href="https://www.dw.com/{address}/x/a-68000002"></head><body>'
        f'<div id="bodyContent"><h4 class="artikel">Asien</h4><h1>Klavier</h1><div class="longText"><p>{story}</p>'
        "</div></div></body></html>"
    )
    assert parse(html.encode()).language == language


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="shortlink" href="https://p.dw.com/p/3WRPd">',
        '<link rel="amphtml" href="https://amp.dw.com/en/piano/a-52060881">',
        '<link rel="alternate" media="only screen and (max-width: 640px)" href="https://m.dw.com/en/piano/a-52060881">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "url": "https://www.dw.com/en/piano/a-52060881"}'
        "</script>",
    ],
)
def test_other_forms_of_a_page_name_it_where_it_does_not_itself(head: str) -> None:
    assert page(head).dw_id == "a-52060881"
    own = '<link rel="canonical" href="https://www.dw.com/en/piano/a-68000002">'
    assert (page(head + own).dw_id, page(own + head).dw_id) == ("a-68000002", "a-68000002")


def test_a_page_in_another_language_is_another_page() -> None:
    assert page('<link rel="alternate" hreflang="de" href="https://www.dw.com/de/klavier/a-52060882">').dw_id is None


def test_a_date_in_the_basic_form_of_iso_8601() -> None:
    assert with_data(STORY.replace("2024-05-14T21:30:00Z", "20240514")).date == "2024-05-14"


def test_a_date_behind_the_headline_is_the_pages_where_it_has_no_other() -> None:
    html = (
        '<html lang="en"><head><title>{0}</title></head><body><div id="bodyContent"><h4 class="artikel">Asia</h4>'
        "<h1>{1}</h1>{2}<p class='intro'></p><div class='longText'><p>It burns.</p></div></div></body></html>"
    )
    name, box = "A stove for the lighthouse keeper", '<ul class="smallList"><li><b>Date</b> 14.05.2018</li></ul>'
    for title, boxes in ((f"{name} 09.05.18", ""), (name, ""), (f"{name} | Asia | DW", "")):
        article = parse(html.format(title, f"{name} 09.05.18", boxes).encode())
        assert (article.headline, article.date, article.date_source) == (name, "2018-05-09", "dateline")
    article = parse(html.format(f"{name} | Asia | DW | 10.05.2018", f"{name} 09.05.18", "").encode())
    assert (article.date, article.date_source) == ("2018-05-10", "title")
    article = parse(html.format(name, f"{name} 09.05.18", box).encode())
    assert (article.date, article.date_source) == ("2018-05-14", "metadata")
