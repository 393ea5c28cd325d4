"""A story in the layouts since 2023: that of 2023, its new build of 2024, and AMP of that time."""

from __future__ import annotations

import json
from html import escape

from form_languages import SINCE_2023
from form_stories import DAY, ISO, MONTH, POINTS, YEAR, Listed, Picture, Story

WORDS = {
    "en": {
        "image": "Image: ",
        "more": "Read more: ",
        "related": "More on this topic",
        "date": f"{MONTH}/{DAY}/{YEAR}",
        "spoken": "January 17, 2023",
        "published": "Published",
    },
    "de": {
        "image": "Bild: ",
        "more": "Mehr dazu: ",
        "related": "Mehr zum Thema",
        "date": POINTS,
        "spoken": "17. Januar 2023",
        "published": "Veröffentlicht",
    },
}
WORDS |= {
    language: {"image": image, "more": "", "related": "DW", "date": POINTS, "spoken": day, "published": ""}
    for language, (image, day) in SINCE_2023.items()
}
_TYPES = {
    "article": "NewsArticle",
    "gallery": "ImageGallery",
    "media": "VideoObject",
    "live-blog": "LiveBlogPosting",
    "topic": "CollectionPage",
}


def title(story: Story) -> str:
    return f"{story.headline} – DW" + ("" if story.kind == "topic" else f" – {WORDS[story.language]['date']}")


def layout_2023(story: Story, *, addressed: bool = True) -> str:
    """`addressed`: with its own address and what it says of itself to machines."""
    return _page(story, addressed, "sc-aaa ", "<script>window.__APOLLO_STATE__={}</script>")


def layout_2024(story: Story, *, addressed: bool = True) -> str:
    return _page(story, addressed, "c1a ", "<script>window.__APP_STATE__={}</script>")


def amp_2023(story: Story, *, addressed: bool = True) -> str:
    page = _page(story, addressed, "c1a ", "").replace("<html ", "<html amp ", 1)
    return page.replace("<img ", "<amp-img ").replace("<video ", "<amp-video ").replace("</video>", "</amp-video>")


def _page(story: Story, addressed: bool, hashed: str, state: str) -> str:
    return f"""<!doctype html><html lang="{story.language}"><head><meta charset="utf-8">
<title data-rh="true">{escape(title(story), quote=False)}</title>{_head(story) if addressed else ""}</head>
<body><noscript>You need to enable JavaScript.</noscript><div id="root"><div class="{hashed}bbb">
<ol class="{hashed}focus-menu-shown"><li><a href="#main-content"><span>Skip to content</span></a></li></ol>
<nav><a href="/en/x/s-9097">Home</a></nav><div class="{hashed}eee" id="main-content"></div>
{_list(story, hashed) if story.kind == "topic" else _article(story, hashed)}
<footer class="{hashed}ttt" id="footer"><span>© 2023 Deutsche Welle</span></footer></div></div>{state}</body></html>
"""


def _head(story: Story) -> str:
    says = {"@context": "https://schema.org", "@type": _TYPES[story.kind]}
    if story.kind != "topic":
        says["datePublished"] = f"{ISO}T18:30:00.000Z"
    if story.author:
        says |= {"author": [{"@type": "Person", "name": story.author}]}  # type: ignore[dict-item]
    return (
        f'<link rel="canonical" href="{story.url(True)}"/><meta property="og:site_name" content="dw.com"/>'
        f'<meta property="og:url" content="{story.url(True)}"/>'
        f'<script type="application/ld+json">{json.dumps(says)}</script>'
    )


def _article(story: Story, hashed: str) -> str:
    words = WORDS[story.language]
    parts = [
        f'<section class="row"><div class="detail-zone col"><article class="{hashed}f">'
        f'<div class="{hashed}content-area">',
        f'<header class="{hashed}h"><div class="{hashed}kicker" data-tracking-name="content-detail-kicker">'
        f"<span>{story.section}</span></div><h1>{escape(story.headline)}</h1>",
    ]
    if story.author:
        parts.append(f'<div class="author-details"><span class="author">{story.author}</span></div>')
    parts.append(
        f'<div class="time-area"><span class="publication"><time aria-hidden="true">{words["date"]}</time>'
        f'<span class="sr-only">{words["spoken"]}</span></span></div>'
        f'<p class="{hashed}teaser-text">{escape(story.teaser, quote=False)}</p></header>'
    )
    if story.lead:
        parts.append(_figure(story.lead, words["image"]))
    if story.kind == "media":
        parts.append(
            f'<div class="vjs-wrapper"><video id="video-1" data-duration="{story.duration}"><source src="x.mp4">'
            "</video></div>"
        )
    parts.append('<div class="advertisement"><span class="label-top">Advertisement</span></div>')
    parts.append(_flow(story, words))
    parts.append(
        '<footer><div class="feedback"><span>Send us your feedback</span></div></footer></div></article></div>'
    )
    parts.append("</section>")
    if story.related:
        teasers = "".join(map(_teaser, story.related))
        parts.append(
            '<section class="row"><div class="alternating-zone"><section id="more-on-topic" data-tracking-name='
            f'"section-more-on-topic"><a href="#post" class="quick-item"><span>Skip next section {words["related"]}'
            f'</span></a><div class="content-block"><h2>{words["related"]}</h2><div class="row">{teasers}</div></div>'
            "</section>"
            "</div></section>"
        )
    return "\n".join(parts)


def _flow(story: Story, words: dict[str, str]) -> str:
    if story.kind == "live-blog":
        return "\n".join(
            f'<section class="liveblog-post"><span class="publication"><time>{time} UTC</time></span>'
            f'<h2>{headline}</h2><div class="rich-text"><p>{text}</p></div></section>'
            for _, (time, headline, text) in story.flow
        )
    if story.kind == "gallery":
        slides = "".join(
            f'<li class="slide"><figure><picture><img alt="{one.alt}" src="1.jpg"></picture><figcaption>'
            f"<h3>{one.title}</h3><p>{one.text}</p><small>{words['image']}{one.credit}</small></figcaption></figure></li>"
            for one in story.flow[0][1]
        )
        return f'<div class="image-gallery"><ul>{slides}</ul></div>'
    parts = []
    for kind, what in story.flow:
        if kind == "p":
            parts.append(f"<p>{escape(what, quote=False)}</p>")
        elif kind == "h":
            parts.append(f"<h2>{what}</h2>")
        elif kind == "li":
            parts.append(f"<ul>{''.join(f'<li>{item}</li>' for item in what)}</ul>")
        elif kind == "more":
            parts.append(
                f'<p><strong>{words["more"]}<a class="internal-link" href="{what[1]}">{what[0]}</a></strong></p>'
            )
        elif kind == "image":
            parts.append(_figure(what, words["image"]))
        elif kind == "video":
            parts.append(
                f'<div class="vjs-wrapper embed big"><h2 class="headline">{what[0]}</h2><video id="v" data-duration='
                f'"{what[1]}"><source src="x.mp4"><p>To view this video please enable JavaScript</p></video></div>'
            )
    if story.signature:
        parts.append(f"<p>{story.signature}</p>")
    return f'<div class="rich-text has-italic">{"".join(parts)}</div>' if parts else ""


def _list(story: Story, hashed: str) -> str:
    teasers = "".join(map(_teaser, story.related))
    return (
        f'<h1>{story.headline}</h1><p class="{hashed}teaser-text">{story.teaser}</p><div class="alternating-zone">'
        f'<section data-tracking-name="section-top-story">{teasers}</section></div>'
    )


def _figure(one: Picture, mark: str) -> str:
    return (
        f'<figure class="placeholder-image"><picture><source srcSet="1.jpg 50w"/><img alt="{one.alt}" src="1.jpg">'
        f'</picture><figcaption>{one.caption}<small class="copyright">{mark}<!-- -->{one.credit}</small>'
        "</figcaption></figure>"
    )


def _teaser(one: Listed) -> str:
    day, month, year = one.date.split(".")
    return (
        f'<div class="teaser-wrap col-12"><div class="teaser"><a class="teaser-image" href="{one.path}"><figure><img '
        f'alt="{one.image}"></figure></a><div class="teaser-data"><h3 class="title"><a class="link-in-teaser" '
        f'href="{one.path}"><span>{one.headline}</span></a></h3><div><a class="link-no-link" href="{one.path}">'
        f'{one.teaser}</a></div></div><span class="kicker">X</span><span class="date-time"><time aria-hidden="true">'
        f'x</time><span class="sr-only">{day}.{month}.{year}</span></span></div></div>'
    )
