"""Pages of m.dw.com, until early 2023: the classic layout's words without its frame.

No capture of one was at hand: what is known is that the full page links to it as its narrow form and that it
carries the same classes for section, headline, teaser, text and lists.
"""

from __future__ import annotations

from dataclasses import replace

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.html import classic
from koreanews.cleaner.html.part import Layout

MOBILE = Layout(
    name="mobile",
    in_use="until early 2023",
    signs=(".longText", "p.intro", "h4.artikel", ".smallList", ".linkList", ".picBox"),
    begins=("main", "article", "body", "h4.artikel", "h1", "p.intro", ".longText"),
    ends=("#footerSection", "footer#footer"),
    page=classic.PAGE.extended(
        {
            "footer": Kind.FOOTER,
            "header": Kind.NAVIGATION,
            "nav": Kind.NAVIGATION,
            "form": Kind.NAVIGATION,
            ".cookie": Kind.COOKIE_BANNER,
        }
    ),
)

MOBILE_LIST = replace(
    MOBILE,
    name="mobile list",
    signs=(".news", ".searchResult", "p.intro", "h4.artikel", "h1"),
    source=("dw.com/", "dw.de/", "dw-world.de/", "| DW<", "DW.COM"),
)
"""Section and topic pages. So little of the layout stands on them that other publishers' pages may have the same."""
