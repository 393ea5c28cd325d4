"""The layout until early 2023, whole, in its mobile form and in AMP."""

from __future__ import annotations

from random import Random

from benchmarks.pages.furniture import FURNITURE, Furniture
from benchmarks.pages.html_frame import classic_footer, classic_head, classic_menus
from benchmarks.pages.html_text import escape, inline, link_to
from benchmarks.pages.story import Clip, Gallery, Part, Picture, Story


def classic_page(story: Story, rng: Random) -> str:
    words = FURNITURE[story.language]
    section = words.sections[int(rng.random() * len(words.sections))]
    return f"""<!DOCTYPE html>
<!--[if lt IE 7 ]><!-->
<html lang="{story.language}" class="ie ie6"> <!--<![endif]-->
<!--[if (gt IE 9)|!(IE)]><!-->
<html lang="{story.language}"> <!--<![endif]-->
<head>
<link rel="canonical" href="{story.url}">
{classic_head(story.language)}
<meta name="description" content="{escape(story.teaser)}"/>
<meta property="og:description" content="{escape(story.teaser)}"/>
<meta property="og:url" content="{story.url}"/>
<meta property="og:title" content="{escape(story.headline)} | DW | {story.day:%d.%m.%Y}"/>
<title>{_titled(story, section)}</title>
</head>
<body id="html_body" >
{classic_menus(story.language)}
<div id="bodyContent">
<div class="col3">
{_head(story, section)}
{_sharing(story)}
{_picture(story.lead, "full") if story.lead else ""}
<div class="group">
<div class="longText">
{_parts(story, words)}
</div>
</div>
<div style="clear:both; height:0; font-size:1px; line-height: 0"></div>
<!-- detail_toolbox -->
{_lists(story, words)}
<div class="group">
{_data_box(story, words)}
</div>
{_related(story, words)}
</div>
<div class="col1 dim"><div class="group">
{_data_box(story, words)}
</div></div>
{_teasers(story)}
</div>
{classic_footer(story.language)}
</body>
</html>"""


def mobile_page(story: Story, rng: Random) -> str:
    words = FURNITURE[story.language]
    section = words.sections[int(rng.random() * len(words.sections))]
    return f"""<!DOCTYPE html>
<html lang="{story.language}"><head><meta charset="utf-8"><title>{_titled(story, section)}</title>
<link rel="canonical" href="{story.url}"></head>
<body><header><a href="/{story.language}">DW</a></header><nav><a href="/{story.language}/s-9097">{section}</a></nav>
<main>
{_head(story, section)}
{_picture(story.lead, "full") if story.lead else ""}
<div class="longText">
{_parts(story, words)}
</div>
{_lists(story, words)}
{_data_box(story, words)}
</main>
<footer>{words.footer.format(2019)}</footer></body></html>"""


def amp_page(story: Story, rng: Random) -> str:
    words = FURNITURE[story.language]
    section = words.sections[int(rng.random() * len(words.sections))]
    parts = _parts(story, words).replace("<img ", "<amp-img ")
    return f"""<!doctype html><html ⚡ lang="{story.language}"><head><meta charset="utf-8">
<title>{_titled(story, section)}</title><link rel="canonical" href="{story.url}">
<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{story.day}T09:00:00Z"}}</script>
<style amp-custom>h1{{font:bold}}</style></head>
<body><amp-sidebar id="menu"><ul><li>{section}</li></ul></amp-sidebar>
<article>
{_head(story, section)}
<div class="longText">
{parts}
<amp-ad type="doubleclick">{words.advertisement}</amp-ad>
</div>
</article>
<footer id="footer">{words.footer.format(2019)}</footer></body></html>"""


def _titled(story: Story, section: str) -> str:
    return f"{escape(story.headline, quote=False)} | {section} | DW | {story.day:%d.%m.%Y}".replace("'", "′")


def _head(story: Story, section: str) -> str:
    return f"""<h4 class="artikel">{section}</h4>
<h1>{escape(story.headline, quote=False)} </h1>
<p class="intro">{escape(story.teaser, quote=False)} </p>"""


def _sharing(story: Story) -> str:
    buttons = "\n".join(
        f'<span dir="ltr"><a dir="ltr" class="sharing-item {name} static" target="new" rel="nofollow" '
        f'href="https://{name}.example/share?u={story.permalink}"></a></span>'
        for name in ("fb", "twitter", "reddit", "email", "whatsapp", "telegram", "linkedin")
    )
    return f'<div id="sharing-bar" class="min">{buttons}<p class="sharing-item toggler"></p></div>'


def _parts(story: Story, words: Furniture) -> str:
    made = [_part(part, words, story.language) for part in story.parts]
    if story.signature:
        made.append(f"<p>{story.signature}</p>")
    # Runs of items are one list.
    return " ".join(made).replace("</ul> <ul>", "")


def _part(part: Part, words: Furniture, language: str) -> str:
    match part.kind:
        case "heading":
            return f"<h2>{escape(part.text, quote=False)}</h2>"
        case "item":
            return f"<ul><li>{inline(part.text)}</li></ul>"
        case "more":
            link = f'<a href="/{language}/x/a-40000001">{escape(part.text, quote=False)}</a>'
            return f"<p><strong>{words.read_more}: {link}</strong></p>"
        case "infographic":
            return f'<div class="picBox medium"><a href="#"><img alt="{escape(part.text)}"></a><p></p></div>'
        case "image":
            assert part.picture
            return _picture(part.picture, "medium \nrechts\n")
        case "video":
            assert part.clip
            return _video(part.clip, words)
        case "gallery":
            assert part.gallery
            return _gallery(part.gallery)
        case _:
            return f"<p>{inline(part.text)}</p>"


def _picture(picture: Picture, size: str) -> str:
    alt = f"{escape(picture.alt)} ({escape(picture.credit)})"
    return (
        f'<div class="picBox {size}"> <a class="overlayLink" href="#" link="/overlay/image/1" rel="nofollow" '
        f'style="cursor: pointer;"> <img itemprop="image" src="/image/1_401.jpg" title="{alt}" alt="{alt}" /> </a> '
        f"<p>{escape(picture.caption, quote=False)}</p> </div>"
    )


def _video(clip: Clip, words: Furniture) -> str:
    shown = f'<input type="hidden" name="display_date" value="{clip.shown:%Y%m%d}">' if clip.shown else ""
    return f"""<div class="col3 right"><div class="group"><div class="standaloneWrap">
<div class="imgTeaserL video" data-media-id="37609208"><div class="mediaItem">{shown}
<div class="teaserImg"><div class="playButtonArea"><div class="customPlayBtn">
<span class="playBtnText">{words.watch}</span>
<span class="right">{clip.duration}</span></div></div></div>
<div class="teaserContentWrap information"><h2>{escape(clip.title, quote=False)}</h2>
<span class="icon video"></span></div>
</div></div></div></div></div>"""


def _gallery(gallery: Gallery) -> str:
    title = escape(gallery.title, quote=False)
    slides = "\n".join(
        f'<li class="hideBeforeLoad"><div class="teaserImg"><img alt="{escape(slide.picture.alt)} '
        f'({escape(slide.picture.credit)})"></div><div class="teaserContentWrap"><div class="tools"></div>'
        f"<h4>{title}</h4>"
        f"<h2>{escape(slide.title, quote=False)}</h2><p>{escape(slide.text, quote=False)}</p></div></li>"
        for slide in gallery.slides
    )
    return (
        '<div class="gallery col3"><div class="imgTeaserL slideshow noDim" data-id="36059930">'
        f'<ul class="slides">{slides}</ul><div class="teaserNavWrap"></div></div></div>'
    )


def _lists(story: Story, words: Furniture) -> str:
    made = []
    if story.recommends:
        links = "\n".join(
            f'<div class="linkList intern"><a href="{link_to(link, story.language)}">'
            f"<h2>\n{escape(link.headline)}\n</h2>"
            f"<p>{escape(link.teaser, quote=False)} ({link.day:%d.%m.%Y})\n&nbsp; </p></a></div>"
            for link in story.recommends
        )
        made.append(f'<h4>{words.recommends}</h4>\n<div class="group"><div class="lineExtra"></div>{links}</div>')
    if story.media:
        links = "\n".join(
            f'<div class="linkList overlayIcon"><a href="/overlay/media/1/2"><h2>{escape(title)} '
            "<span class='icon tv'></span> &nbsp; </h2></a></div>"
            for title in story.media
        )
        made.append(f'<h4>{words.media}</h4>\n<div class="group">{links}</div>')
    return "\n".join(made)


def _data_box(story: Story, words: Furniture) -> str:
    day, author, keywords, permalink = words.box
    authors = f"<li><strong>{author}</strong>\n{', '.join(story.authors)}</li>" if story.authors else ""
    tags = ", ".join(f'<a href="/search/en?item=x" rel="nofollow">{escape(word)}</a>' for word in story.keywords)
    return f"""<ul class="smallList"><li><strong>{day}</strong>
{story.day:%d.%m.%Y}
</li>
{authors}
<li><strong>{keywords}</strong> {tags}</li>
<li><strong>{permalink}</strong>
{story.permalink}
</li></ul>"""


def _related(story: Story, words: Furniture) -> str:
    if not story.related:
        return ""
    return f'<div class="col3 relatedContent"><h4 class="meta">{words.related or "Mehr"}</h4>{_news(story)}</div>'


def _news(story: Story) -> str:
    return "\n".join(
        f'<div class="col1" data-id="{link.dw}"><div class="news"><a href="{link_to(link, story.language)}">'
        f'<div class="teaserImg"><img alt="{escape(link.alt)}"></div><h2 class="">\n{escape(link.headline)}\n'
        f'<span class="date">{link.day:%d.%m.%Y}</span>\n</h2><p>{escape(link.teaser, quote=False)}</p></a></div></div>'
        for link in story.related
    )


def _teasers(story: Story) -> str:
    """The column on the right: an advertisement and teasers of stories that have nothing to do with this one."""
    words = FURNITURE[story.language]
    boxes = "\n".join(
        f'<div class="col1 basicTeaser"><div class="group"><h4>{section}</h4><div class="news"><a href="/x/a-{n}">'
        f'<h2 class="linkable">{section} {section}</h2><p>{words.bulletin[1]} {section}.</p></a></div></div></div>'
        for n, section in enumerate(words.sections)
    )
    return f'<div class="col1 dim"><div class="squareAd adWrapper">{words.advertisement}</div>\n{boxes}</div>'
