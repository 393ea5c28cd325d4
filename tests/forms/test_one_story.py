"""One story, saved in every form: the records agree in every field that the form can carry (issue 3)."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import koreanews
from koreanews.captures import Capture

URL = "https://www.dw.com/en/lanterns-return-to-the-stream/a-47110815"
PERMALINK = "https://p.dw.com/p/3BfTb"
HEADLINE = "Lanterns return to Seoul's stream after the flood"
TEASER = 'Volunteers hung four thousand paper lanterns in one night. "It was cold," says one of them.'
ALT, CREDIT, CAPTION = (
    "Lanterns over the water",
    "picture-alliance/dpa/Yonhap",
    "The lanterns are lit at dusk on every day but one",
)
FIRST = "The lanterns went up on Monday, a month later than planned, and the crowd on the bank sang until midnight."
ITEMS = ["The paper comes from Jeonju.", "The frames come from Damyang."]
LINK = "Flood leaves Seoul without its lanterns"
VIDEO, DURATION = "How a lantern is folded", "02:31"
HEADING = "Glue from rice"
SECOND = "The glue is made of rice, as it was in the days of the kings. Nobody knows a better one, the masters say."
SIGNATURE = "kb/jm (AFP, Yonhap)"
RECOMMENDED = ("Paper from Jeonju wins a prize", "Its makers are the last of their trade.", "03.02.2019", "a-47110000")
MEDIA = "Night on the stream"
RELATED = ("Boats on the Han river", "Boote auf dem Han", "Ferries run again since spring.", "01.03.2019", "a-47110001")


def dump() -> str:
    lines = [
        f"{HEADLINE.replace(chr(39), '′')} | Culture | DW | 12.03.2019",
        "Culture",
        HEADLINE,
        TEASER,
        f"{ALT} ({CREDIT})",
        CAPTION,
        FIRST,
        "\n".join(f"  • {item}" for item in ITEMS),
        f"Read more:\u00a0{LINK}",
        f"Watch video {DURATION}",
        VIDEO,
        HEADING,
        SECOND,
        SIGNATURE,
        "DW recommends",
        RECOMMENDED[0],
        f"{RECOMMENDED[1]} ({RECOMMENDED[2]})  \u00a0 ",
        "Audios and videos on the topic",
        MEDIA,
        "Date 12.03.2019",
        f"Permalink {PERMALINK}",
        "Related content",
        RELATED[1],
        f"{RELATED[0]} {RELATED[3]}",
        RELATED[2],
    ]
    return "\n\n".join(lines) + "\n"


def classic() -> str:
    """The same story in the layout of its day."""
    story = {name: escape(value) for name, value in globals().items() if isinstance(value, str) and name.isupper()}
    items = "".join(f"<li>{escape(item)}</li>" for item in ITEMS)
    return """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><link rel="canonical" href="{URL}">
<meta property="og:site_name" content="DW.COM"><title>{titled} | Culture | DW | 12.03.2019</title></head><body>
<div id="bodyContent"><div class="col3"><h4 class="artikel">Culture</h4><h1>{HEADLINE}</h1>
<p class="intro">{TEASER}</p>
<div class="picBox full"><a class="overlayLink" href="#"><img itemprop="image" alt="{ALT} ({CREDIT})"></a>
<p>{CAPTION}</p></div>
<div class="group"><div class="longText"><p>{FIRST}</p><ul>{items}</ul>
<p><strong>Read more:&nbsp;</strong><a href="/en/flood/a-47100000">{LINK}</a></p>
<div class="col3 right"><div class="video">
<div class="customPlayBtn">Watch video {DURATION}</div><h2>{VIDEO}</h2></div></div>
<p><strong>{HEADING}</strong></p><p>{SECOND}</p><p><em>{SIGNATURE}</em></p></div></div>
<h4>DW recommends</h4><div class="group"><div class="linkList intern"><a href="/en/paper/{rec[3]}"><h2>{rec[0]}</h2>
<p>{rec[1]} ({rec[2]}) &nbsp;</p></a></div></div>
<h4>Audios and videos on the topic</h4><div class="group"><div class="linkList overlayIcon">
<a href="/overlay/media/en/night/1/2"><h2>{MEDIA}</h2></a></div></div>
<div class="group"><ul class="smallList"><li><strong>Date</strong> 12.03.2019</li>
<li><strong>Permalink</strong> {PERMALINK}</li></ul></div>
<div class="col3 relatedContent"><h4 class="meta">Related content</h4><div class="col1"><div class="news">
<a href="/en/boats/{rel[4]}"><div class="teaserImg"><img alt="{rel[1]}"></div>
<h2>{rel[0]} <span class="date">{rel[3]}</span></h2>
<p>{rel[2]}</p></a></div></div></div></div></div><div id="footerSection">x</div></body></html>""".format(
        **story, titled=story["HEADLINE"].replace("&#x27;", "′"), items=items, rec=RECOMMENDED, rel=RELATED
    )


def in_warc(html: str) -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True, warc_version="1.0")
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            URL,
            "response",
            payload=io.BytesIO(html.encode()),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2019-03-12T18:00:00Z"},
        )
    )
    return file.getvalue()


def in_mail(html: str) -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = URL
    message["Subject"] = HEADLINE
    message["Date"] = "Tue, 12 Mar 2019 18:00:00 -0000"
    message.set_content(html, subtype="html", cte="quoted-printable")
    message.make_mixed()
    del message["Content-Type"]
    message["Content-Type"] = 'multipart/related; type="text/html"; boundary="----M"'
    return bytes(message)


FORMS = {
    "story.txt": lambda: dump().encode(),
    "story.txt.gz": lambda: gzip.compress(dump().encode()),
    "crlf.txt": lambda: dump().replace("\n", "\r\n").encode(),
    "utf16.txt": lambda: dump().encode("utf-16"),
    "story.html": lambda: classic().encode(),
    "story.warc.gz": lambda: in_warc(classic()),
    "story.mhtml": lambda: in_mail(classic()),
}
NOT_OF_THE_STORY = {"id", "source", "crawled", "dates"}
ONLY_HTML_CARRIES = {"url", "dw_id", "recommends.url", "related.url"}


def record_of(folder: Path, name: str) -> dict[str, Any]:
    (folder / name).write_bytes(FORMS[name]())
    captures = list(koreanews.read_captures([folder / name]))
    (capture,) = [capture for capture in captures if isinstance(capture, Capture)]
    return koreanews.parse_capture(capture).to_record()


def comparable(record: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in record.items():
        if key in ("recommends", "related"):
            yield key, [{name: part for name, part in item.items() if name != "url"} for item in value]
        elif key not in NOT_OF_THE_STORY | ONLY_HTML_CARRIES:
            yield key, value


@pytest.mark.parametrize("name", FORMS)
def test_each_form_gives_the_same_record(name: str, tmp_path: Path) -> None:
    assert dict(comparable(record_of(tmp_path, name))) == dict(comparable(record_of(tmp_path, "story.txt")))


def test_the_record_is_the_whole_story(tmp_path: Path) -> None:
    record = record_of(tmp_path, "story.html")
    expected = {
        "kind": "article",
        "headline": HEADLINE,
        "date": "2019-03-12",
        "date_source": "title",
        "section": "Culture",
        "language": "en",
        "teaser": TEASER,
        "byline": {"text": SIGNATURE, "authors": [], "initials": ["kb", "jm"], "agencies": ["AFP", "Yonhap"]},
        "body": "\n\n".join([FIRST, *(f"• {item}" for item in ITEMS), HEADING, SECOND]),
        "headings": [HEADING],
        "images": [{"caption": CAPTION, "credit": CREDIT}],
        "videos": [{"title": VIDEO, "duration": DURATION, "program": None, "date": None}],
        "gallery": [],
        "read_more": [LINK],
        "media": [MEDIA],
        "links": [],
        "url": URL,
        "dw_id": "a-47110815",
    }
    assert {key: record[key] for key in expected} == expected
    assert [story["url"] for story in record["recommends"]] == [f"https://www.dw.com/en/paper/{RECOMMENDED[3]}"]
    assert [story["url"] for story in record["related"]] == [f"https://www.dw.com/en/boats/{RELATED[4]}"]


def test_a_container_tells_the_moment_of_capture_and_the_id(tmp_path: Path) -> None:
    record = record_of(tmp_path, "story.warc.gz")
    assert (record["id"], record["crawled"]) == ("a-47110815", "2019-03-12T18:00:00Z")
    assert {date["source"] for date in record["dates"]} >= {"crawl", "title", "metadata"}
