"""The layouts of 2023 and since 2024: <article>, .rich-text, JSON-LD, the page's state in a script."""

from __future__ import annotations

import json
from random import Random

from benchmarks.pages.furniture import FURNITURE, Furniture
from benchmarks.pages.html_frame import article_footer, article_head, article_menus, article_state
from benchmarks.pages.html_text import escape, inline, link_to
from benchmarks.pages.story import Link, Part, Picture, Story


def article_page(story: Story, rng: Random, layout: str) -> str:
    """The page in the layout "2023" or "2024"."""
    words = FURNITURE[story.language]
    kicker = words.kickers[int(rng.random() * len(words.kickers))]
    numeric = _numeric(story)
    title = f"{escape(story.headline, quote=False)} – DW – {numeric}"
    teaser = escape(story.teaser, quote=False)
    state = "__APOLLO_STATE__" if layout == "2023" else "__APP_STATE__"
    own = json.dumps({"headline": story.headline, "text": story.body}, ensure_ascii=False).replace("</", "<\\/")
    return f"""
          <!doctype html><html  lang="{story.language}"><head><meta charset="utf-8">
<title>{title}</title><link rel="canonical" href="{story.url}"/>
<meta property="og:site_name" content="dw.com"/><meta property="og:title" content="{title}"/>
<meta name="description" content="{escape(story.teaser)}"/>
<script data-rh="true" type="application/ld+json">{_json_ld(story)}</script>
{article_head(layout)}</head>
<body>{article_menus(story.language)}
<div class="sc-b1 container-fluid"><div class="sc-b2" id="main-content"></div><section class="row">
<div class="detail-zone col"><article class="sc-b3"><div class="sc-b4 content-area">
<header class="sc-b5"><div class="sc-b6 kicker" data-tracking-name="content-detail-kicker">\
<span><a href="/x/s-1">{kicker[0]}</a></span><span>{kicker[1]}</span></div>\
<h1 class="sc-b7">{escape(story.headline, quote=False)} </h1>{_authors(story)}\
<div class="sc-b9 time-area"><span class="publication"><time aria-hidden="true">{numeric}</time>\
<span class="sr-only">{words.in_words(story.day)}</span></span></div><p class="sc-c1 teaser-text">{teaser} </p></header>
{_sharing(story)}
{_picture(story.lead, words) if story.lead else ""}
<div class="sc-c2 advertisement"><span class="label-top">{words.advertisement}</span><div class="gpt-slot"></div></div>
<div class="sc-c3 rich-text has-italic">{_parts(story, words)}</div>
<footer class="sc-c4"><div class="feedback"><div role="button"><span>{words.feedback}</span></div></div></footer>
</div></article></div></section>
{_related(story, words)}
</div>
{article_footer(story.language)}</div></div>
<script>window.{state}={{"Own":{own},{article_state(layout, story.language)}}}</script></body></html>"""


def _numeric(story: Story) -> str:
    """Month first on English pages; formats.md."""
    return f"{story.day:%m/%d/%Y}" if story.language == "en" else f"{story.day:%d.%m.%Y}"


def _json_ld(story: Story) -> str:
    authors = [{"@type": "Person", "name": name} for name in story.authors]
    stated = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": story.url},
        "publisher": {"@type": "Organization", "name": "Deutsche Welle"},
        "author": authors or [{"@type": "Organization", "name": "Deutsche Welle"}],
        "headline": story.headline,
        "datePublished": f"{story.day}T12:15:32.158Z",
        "dateModified": f"{story.day}T14:11:01.412Z",
    }
    return json.dumps(stated, ensure_ascii=False)


def _authors(story: Story) -> str:
    if not story.authors:
        return ""
    separator = '<span class="separator"> | </span>'
    names = separator.join(f'<span class="author no-link">{name}</span>' for name in story.authors)
    return f'<div class="sc-b8 author-details">{names}</div>'


def _sharing(story: Story) -> str:
    buttons = "".join(
        f'<a href="https://{name}.example/share?u={story.permalink}" class="{name}"><svg><path d="M1 1"/></svg></a>'
        for name in ("facebook", "twitter", "whatsapp", "email", "reddit", "telegram", "linkedin")
    )
    return (
        f'<section class="in-line closed" data-tracking-name="sharing-icons-inline"><div>{buttons}</div>'
        f'<div class="copy-button-wrapper closed"><span>{story.permalink}</span><div></div></div></section>'
    )


def _parts(story: Story, words: Furniture) -> str:
    made = [_part(part, words, story.language) for part in story.parts]
    if story.signature:
        made.append(f"<p>{story.signature}</p>")
    # Runs of items are one list.
    return "\n\n".join(made).replace("</ul>\n\n<ul>", "")


def _part(part: Part, words: Furniture, language: str) -> str:
    match part.kind:
        case "heading":
            return f"<h2>{escape(part.text, quote=False)}</h2>"
        case "item":
            return f"<ul><li>{inline(part.text)}</li></ul>"
        case "more":
            link = f'<a class="internal-link" href="/{language}/x/a-50000001">{escape(part.text, quote=False)}</a>'
            return f"<p><strong>{words.read_more}: {link}</strong></p>"
        case "infographic":
            return f'<figure class="placeholder-image big"><img alt="{escape(part.text)}"/></figure>'
        case "image":
            assert part.picture
            return _picture(part.picture, words)
        case "video":
            assert part.clip
            return (
                f'<div class="vjs-wrapper embed big"><h2 class="headline">{escape(part.clip.title, quote=False)}</h2>'
                f'<video controls data-duration="{part.clip.duration}">'
                '<source src="x.m3u8" type="application/x-mpegURL">'
                '<p class="vjs-no-js">To view this video please enable JavaScript</p></video></div>'
            )
        case "gallery":
            assert part.gallery
            return (
                '<div class="embed image-gallery big" data-id="36059930"><div class="cover"><img alt="'
                f'{escape(part.gallery.slides[0].picture.alt)}"><div class="text-overlay"><h2 class="headline">'
                f"{escape(part.gallery.title, quote=False)}</h2><span>{len(part.gallery.slides)} images</span>"
                "</div></div></div>"
            )
        case _:
            return f"<p>{inline(part.text)}</p>"


def _picture(picture: Picture, words: Furniture) -> str:
    return (
        '<figure class="placeholder-image"><picture><source srcSet="https://static.dw.com/image/1_800.jpg 50w"/>'
        '<img alt="'
        f'{escape(picture.alt)}" src=""/></picture><figcaption>{escape(picture.caption, quote=False)}'
        '<small class="copyright">'
        f"{words.credit}<!-- --> <!-- -->{escape(picture.credit)}</small></figcaption></figure>"
    )


def _related(story: Story, words: Furniture) -> str:
    teasers = "".join(_teaser(link, story, words) for link in (*story.recommends, *story.related))
    return (
        '<section class="row"><div class="alternating-zone col odd-alternating"><section id="more-on-topic" '
        'data-tracking-name="section-more-on-topic"><a href="#post-more" class="quick-item">'
        "<span>Skip next section</span>"
        f'</a><div class="content-block"><h2>More on this topic</h2><div class="row">{teasers}</div></div></section>'
        f'<section id="related-topics"><div class="content-block"><h2>{words.topics}</h2></div></section></div>'
        "</section>"
    )


def _teaser(link: Link, story: Story, words: Furniture) -> str:
    href = link_to(link, story.language)
    title = f'<a class="link-in-teaser" href="{href}"><span>{escape(link.headline)}</span></a>'
    return (
        '<div class="teaser-wrap col-12"><div class="row teaser"><div class="teaser-image-wrap"><figure>'
        '<img class="hq-img" '
        f'alt="{escape(link.alt)}"/></figure><div class="teaser-data-xs-sm"><h3 class="title-xs-sm title">{title}'
        "</h3></div></div>"
        f'<div class="teaser-data-wrap"><div class="teaser-data"><h3 class="title-above-md title">{title}</h3>'
        '<div class="d-none">'
        f'<a class="link-no-link link-in-teaser" href="{href}">{escape(link.teaser, quote=False)}</a></div></div>'
        f'<div class="teaser-footer-wrapper"><span class="kicker">{words.kickers[0][0]}</span><span class="date-time">'
        f'<span class="sr-only">{words.in_words(link.day)}</span></span></div></div></div></div>'
    )
