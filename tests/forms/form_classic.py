"""A story in the layouts until early 2023: www.dw.com's, m.dw.com's, and AMP of that time."""

from __future__ import annotations

from html import escape

from form_languages import CLASSIC_WORDS
from form_stories import POINTS, Listed, Picture, Story

WORDS = {
    "en": {
        "more": "Read more:",
        "watch": "Watch video",
        "recommends": "DW recommends",
        "links": "WWW links",
        "media": "Audios and videos on the topic",
        "related": "Related content",
        "date": "Date",
        "author": "Author",
        "all": "All media content",
    },
    "de": {
        "more": "Mehr dazu:",
        "watch": "Video ansehen",
        "recommends": "Die Redaktion empfiehlt",
        "links": "WWW-Links",
        "media": "Audio und Video zum Thema",
        "related": "Verwandte Inhalte",
        "date": "Datum",
        "author": "Autorin/Autor",
        "all": "Alle Multimedia-Inhalte",
    },
}
_KEYS = ("more", "watch", "recommends", "links", "media", "related", "date", "author")
WORDS |= {language: dict(zip(_KEYS, words, strict=True)) for language, words in CLASSIC_WORDS.items()}


def title(story: Story) -> str:
    headline = story.headline.replace("'", "′")
    if story.kind == "topic":
        return f"{headline} | {story.section} | DW"
    return f"{headline} | {section(story)} | DW | {POINTS}"


def section(story: Story) -> str:
    return WORDS[story.language]["all"] if story.kind == "media" else story.section


def classic(story: Story, *, addressed: bool = True) -> str:
    """`addressed`: with its own address in the head and the data box."""
    return f"""<!DOCTYPE html>
<!--[if lt IE 7 ]><!-->
<html lang="{story.language}" class="ie ie6"> <!--<![endif]-->
<!--[if (gt IE 9)|!(IE)]><!-->
<html lang="{story.language}"> <!--<![endif]-->
<head>
{_head(story, addressed)}
</head>
<body id="html_body">
<div class="cookie"><div class="cookie__item"><p class="cookie__text">Cookies!</p></div></div>
<ol id="quickjump" role="list"><li><a href="#bodyContent" id="Inhalt">Inhalt</a></li></ol>
<div id="navMain"><ul><li><a href="/en/x/s-9097">{section(story)}</a></li></ul></div>
<div id="bodyContent">
<div class="col3">
{_content(story, amp=False)}
</div>
<div class="col1 dim"><div class="squareAd adWrapper"><div class="adHeadline">Advertisement</div></div></div>
</div>
<div id="footerSection"><p id="copyright">© 2023 Deutsche Welle</p></div>
</body>
</html>
"""


def mobile(story: Story, *, addressed: bool = True) -> str:
    return f"""<!DOCTYPE html>
<html lang="{story.language}"><head>
{_head(story, addressed)}
</head>
<body><header><a href="/">DW</a></header><nav><a href="/x/s-9097">{section(story)}</a></nav>
<main>
{_content(story, amp=False)}
</main>
<footer>Impressum</footer></body></html>
"""


def amp_classic(story: Story, *, addressed: bool = True) -> str:
    return f"""<!doctype html>
<html ⚡ lang="{story.language}"><head>
{_head(story, addressed)}
<script async src="https://cdn.ampproject.org/v0.js"></script>
<style amp-boilerplate>body{{animation:none}}</style></head>
<body><amp-sidebar id="menu"><ul><li>Menu</li></ul></amp-sidebar>
<article>
{_content(story, amp=True)}
</article>
<footer id="footer">© Deutsche Welle</footer></body></html>
"""


def _head(story: Story, addressed: bool) -> str:
    lines = ['<meta http-equiv="content-type" content="text/html; charset=utf-8">']
    if addressed:
        lines.append(f'<link rel="canonical" href="{story.url(False)}">')
        lines.append(f'<meta property="og:url" content="{story.url(False)}"/>')
    lines.append(f'<meta property="og:site_name" content="DW.COM"/><title>{escape(title(story), quote=False)}</title>')
    return "\n".join(lines)


def _content(story: Story, amp: bool) -> str:
    words = WORDS[story.language]
    parts = [f'<h4 class="artikel">{story.program or story.section}</h4>', f"<h1>{escape(story.headline)}</h1>"]
    if story.kind == "topic":
        parts = [f"<h1>{story.headline}</h1>"]
    if story.kind == "media":
        parts.append(
            f'<div class="mediaItem"><input type="hidden" name="media_title" value="x"><div class="customPlayBtn">'
            f'<span class="playBtnText">{words["watch"]}</span> <span class="right">{story.duration}</span></div>'
            f"</div>"
        )
    parts.append(f'<p class="intro">{escape(story.teaser, quote=False)}</p>')
    if story.lead:
        parts.append(_picture(story.lead, amp))
    if story.flow:
        parts.append(f'<div class="group"><div class="longText">\n{_flow(story, amp)}\n</div></div>')
    if story.recommended:
        one = story.recommended
        parts += [
            f"<h4>{words['recommends']}</h4>",
            f'<div class="group"><div class="linkList intern"><a href="{one.path}"><h2>\n{one.headline}\n</h2>'
            f"<p>{one.teaser} ({one.date})\n&nbsp; </p></a></div></div>",
        ]
    if story.link:
        parts += [
            f"<h4>{words['links']}</h4>",
            f'<div class="group"><div class="linkList extern"><a href="https://example.org/"><h2>{story.link}</h2></a>'
            "</div></div>",
        ]
    if story.media:
        parts += [
            f"<h4>{words['media']}</h4>",
            '<div class="group"><div class="linkList overlayIcon"><a href="/overlay/media/x/1/2"><h2>'
            f"{story.media} <span class='icon tv'></span> &nbsp; </h2></a></div></div>",
        ]
    if story.kind == "topic":
        parts += [f'<div class="col1">{_news(one, amp)}</div>' for one in story.related]
        return "\n".join(parts)
    parts.append(
        f'<div class="group"><ul class="smallList"><li><strong>{words["date"]}</strong>\n{POINTS}\n</li>'
        + (f"<li><strong>{words['author']}</strong>\n{story.author}</li>" if story.author else "")
        + "</ul></div>"
    )
    if story.related:
        news = "".join(f'<div class="col1">{_news(one, amp)}</div>' for one in story.related)
        parts.append(f'<div class="col3 relatedContent"><h4 class="meta">{words["related"]}</h4>{news}</div>')
    return "\n".join(parts)


def _flow(story: Story, amp: bool) -> str:
    words, parts = WORDS[story.language], []
    for kind, what in story.flow:
        if kind == "p":
            parts.append(f"<p>{escape(what, quote=False)}</p>")
        elif kind == "h":
            parts.append(f"<p><strong>{what}</strong></p>")
        elif kind == "li":
            parts.append(f"<ul>{''.join(f'<li>{item}</li>' for item in what)}</ul>")
        elif kind == "more":
            parts.append(f'<p><strong>{words["more"]}&nbsp;</strong><a href="{what[1]}">{what[0]}</a></p>')
        elif kind == "image":
            parts.append(_picture(what, amp))
        elif kind == "video":
            parts.append(
                f'<div class="col3 right"><div class="imgTeaserL video"><div class="mediaItem">'
                f'<div class="customPlayBtn"><span>{words["watch"]}</span> <span>{what[1]}</span></div>'
                f"<div><h2>{what[0]}</h2></div></div></div></div>"
            )
        elif kind == "entry":
            time, headline, text = what
            clock = f"{time} UTC" if story.language == "en" else f"{time} Uhr"
            parts.append(f"<p><strong>{clock}</strong> {headline}. {text}</p>")
        elif kind == "gallery":
            slides = "".join(
                f'<li><div class="teaserImg">{_img(one, amp)}</div><div class="teaserContentWrap">'
                f"<h4>{story.headline}</h4><h2>{one.title}</h2><p>{one.text}</p></div></li>"
                for one in what
            )
            parts.append(f'<div class="gallery col3"><ul class="slides">{slides}</ul></div>')
    if story.signature:
        parts.append(f"<p><em>{story.signature}</em></p>")
    return "\n".join(parts)


def _picture(one: Picture, amp: bool) -> str:
    return f'<div class="picBox full"><a class="overlayLink" href="#">{_img(one, amp)}</a><p>{one.caption}</p></div>'


def _img(one: Picture, amp: bool) -> str:
    text = f'alt="{escape(one.alt)} ({one.credit})"'
    return f'<amp-img src="1.jpg" {text}></amp-img>' if amp else f'<img itemprop="image" {text} src="/image/1.jpg">'


def _news(one: Listed, amp: bool) -> str:
    img = f'<amp-img alt="{one.image}"></amp-img>' if amp else f'<img alt="{one.image}">'
    return (
        f'<div class="news"><a href="{one.path}"><div class="teaserImg">{img}</div><h2>\n{one.headline}\n'
        f'<span class="date">{one.date}</span>\n</h2><p>{one.teaser}</p></a></div>'
    )
