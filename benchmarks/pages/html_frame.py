"""What surrounds the content of an HTML page: head, menus, scripts, styles, footer.

Made by rule in the amounts that saved pages have: about 65 kB in the layout until 2023, 300 kB in 2023, 120 kB since,
next to nothing on mobile pages and in AMP. The same on every page of a layout and language.
"""

from __future__ import annotations

from functools import cache
from random import Random

from benchmarks.pages.furniture import FURNITURE, OLD_NAVIGATION
from benchmarks.pages.prose import Prose
from benchmarks.pages.vocabulary import vocabulary

_SEED = 7
"""The usual seed: its words are at hand where pages are made with it."""

_LANGUAGES = (
    "Albanian Amharic Arabic Bengali Bosnian Bulgarian Chinese Croatian Dari English French German Greek Hausa Hindi "
    "Indonesian Kiswahili Macedonian Pashto Persian Polish Portuguese Romanian Russian Serbian Spanish Turkish "
    "Ukrainian Urdu"
)


@cache
def classic_head(language: str) -> str:
    """What stands in every <head> until 2023."""
    pages = "\n".join(f'<meta property="fb:pages" content="{100_000_000_000 + 77 * n}"/>' for n in range(60))
    return f"""<script type="text/javascript" src="/js/jquery-3.4.1.min.js"></script>
<meta http-equiv="content-type" content="text/html; charset=utf-8">
<meta name="robots" content="index, follow"/>
<meta name="publisher" content="Deutsche Welle (www.dw.com)"/>
<meta name="author" content="Deutsche Welle (www.dw.com)"/>
<meta name="language" content="{language}_{"GB" if language == "en" else language.upper()}"/>
{pages}
<meta property="og:site_name" content="DW.COM"/>
<link rel="stylesheet" href="/css/dwde-ltr.min.css" type="text/css" media="all"/>
<style type="text/css" media="screen">div#navMain ul#navLevel1 a#n01 {{ color: #fff !important; }}</style>
{_scripts(6_000)}"""


@cache
def classic_menus(language: str) -> str:
    """What stands between <body> and the content until 2023."""
    words = FURNITURE[language]
    jumps = "".join(f'<li role="listitem"><a href="#j{n}">{label}</a></li>' for n, label in enumerate(OLD_NAVIGATION))
    languages = "\n".join(
        f'<li><a href="/{n}/s-{n}" data-lang="x-{n}">{name}</a></li>' for n, name in enumerate(_LANGUAGES.split())
    )
    return f"""<div class="cookie"><div class="cookie__wrap"><p class="cookie__text">{words.cookies[0]}</p>
<div class="cookie__buttons"><a class="cookie__btn" href="#">{words.cookies[1]}</a></div></div></div>
<ol id="quickjump" role="list">{jumps}</ol>
<div id="topMetaLang"><div id="languageSection"><ul>{languages}</ul></div></div>
<div id="navMain">{_menu(language, 120)}</div>"""


@cache
def classic_footer(language: str) -> str:
    words = FURNITURE[language]
    return f"""<div id="footerSection" style="clear:both;"><div id="footerBody">{_menu(language, 70)}
<p id="copyright">{words.footer.format(2019)}</p></div></div>"""


@cache
def article_head(layout: str) -> str:
    """Metadata and styles in every <head> since 2023."""
    pages = "".join(
        f'<meta data-rh="true" property="fb:pages" content="{100_000_000_000 + 77 * n}"/>' for n in range(60)
    )
    if layout == "2023":
        return f'{pages}<style data-styled="true">{_styles(115_000, named=True)}</style>'
    return f"{pages}<style>{_styles(40_000, named=False)}</style>"


@cache
def article_menus(language: str) -> str:
    """What stands between <body> and the content since 2023."""
    words = FURNITURE[language]
    skips = enumerate(words.skip)
    jumps = "".join(f'<li><a href="#{n}"><span>{label}</span>{_icon(n)}</a></li>' for n, label in skips)
    return (
        '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root">'
        '<div class="sc-a0 container">'
        f'<ol class="focus-menu-shown">{jumps}</ol><nav id="navigation">{_menu(language, 140, icons=True)}</nav>'
    )


@cache
def article_footer(language: str) -> str:
    menu = _menu(language, 60, icons=True)
    return f'<footer class="sc-a1" id="footer">{menu}<span>{FURNITURE[language].footer.format(2023)}</span></footer>'


@cache
def article_state(layout: str, language: str) -> str:
    """The script of the page's state, less what the page says itself."""
    rng = Random("state")
    prose = Prose(vocabulary(_SEED, language), rng)
    entries = []
    size = 0
    while size < (85_000 if layout == "2023" else 45_000):
        number = 40_000_000 + int(rng.random() * 30_000_000)
        entries.append(
            f'"Teaser:{number}":{{"__typename":"Article","id":{number},"name":"{prose.headline()}","teaser":'
            f'"{prose.sentence()}","localizedContentDate":"01.02.2023","mainContentImageLink":null}}'.replace("'", "")
        )
        size += len(entries[-1])
    return ",".join(entries)


def _menu(language: str, links: int, *, icons: bool = False) -> str:
    rng = Random(f"menu {language}")
    prose = Prose(vocabulary(_SEED, language), rng)
    items = []
    for number in range(links):
        label = prose.headline(2)
        icon = _icon(number) if icons and number % 3 == 0 else ""
        link = f'<a href="/{language}/x/s-{9000 + number}" title="{label}">{label}{icon}</a>'
        items.append(f'<li class="level{1 + number % 3}">{link}</li>')
    return "<ul>" + "\n".join(items) + "</ul>"


def _icon(number: int) -> str:
    paths = "".join(f"M{number}.{place} {place}.7l{place * 3}.2-{number}.4c-2.1 3.{place} " for place in range(8))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="{paths}z"/></svg>'


def _scripts(size: int) -> str:
    lines: list[str] = []
    while len(lines) * 80 < size:
        number = len(lines)
        lines.append(f"if (window.track{number} && cookiesOkay()) {{ track{number}.push({{'a': 'b<c>'}}); }}")
    return '<script type="text/javascript">\n' + "\n".join(lines) + "\n</script>"


def _styles(size: int, *, named: bool) -> str:
    rules: list[str] = []
    total = 0
    while total < size:
        number = len(rules)
        color = f"var(--text-{number % 9},#{number % 4096:03x})"
        rule = f".c{number:x}{{display:flex;margin:{number % 40}px;color:{color}}}"
        if named:
            rule += f'/*!sc*/\ndata-styled.g{number}[id="sc-{number:x}"]{{content:"c{number:x},"}}/*!sc*/\n'
        rules.append(rule)
        total += len(rule)
    return "".join(rules)
