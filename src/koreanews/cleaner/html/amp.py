"""Pages of amp.dw.com: either generation's class names in AMP's own elements.

Known by the root element, <html amp>. No capture of one was at hand: the class names are those of the full pages,
the rest is AMP's specification.
"""

from __future__ import annotations

from dataclasses import replace

from bs4 import Tag

from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.html import article2023, classic
from koreanews.cleaner.html.part import Layout, Part, Rule
from koreanews.cleaner.html.pictures import PICTURE, images
from koreanews.cleaner.html.slides import gallery, slide
from koreanews.cleaner.html.sorter import Sorter
from koreanews.cleaner.html.story import BODY
from koreanews.cleaner.html.words import classes, within


def either_gallery(tag: Tag, sorter: Sorter) -> Part:
    """A gallery in the markup of either generation."""
    has_slides = any("slides" in classes(each) for each in within(tag, "ul", "ol", "div"))
    return classic.GALLERY if has_slides else gallery(tag, sorter)


_CAROUSEL = Part(
    Kind.SLIDE_TEXT,
    {"figure": slide, **images(Kind.SLIDE_IMAGE, alone=True), ".slide": slide},
)
_INSETS: dict[str, Rule] = {
    **classic.INSETS,
    ".gallery": either_gallery,
    ".image-gallery": either_gallery,
    "amp-carousel": _CAROUSEL,
    "amp-ad": Kind.ADVERTISEMENT,
    "amp-social-share": Kind.PROMOTION,
    ".teaser-wrap": article2023.TEASER,
    **article2023.ALONE,
    ".vjs-wrapper": article2023.VIDEO,
    ".placeholder-image": PICTURE,
}
_BODY = BODY.extended(_INSETS)

AMP = Layout(
    name="amp",
    in_use="since 2016",
    signs=(),
    begins=("article", "main", "#bodyContent", "h1", "body"),
    ends=("footer#footer", "#footerSection"),
    page=classic.PAGE.extended(
        {
            **article2023.PAGE.rules,
            **_INSETS,
            ".longText": _BODY,
            ".rich-text": _BODY,
            **images(Kind.IMAGE, alone=True),
            "amp-sidebar": Kind.NAVIGATION,
            "amp-consent": Kind.COOKIE_BANNER,
        }
    ),
)

AMP_LIST = replace(
    article2023.LIST_2023,
    name="amp list",
    begins=("#main-content", "main", "h1", "body"),
    page=article2023.LIST_2023.page.extended(
        {"amp-sidebar": Kind.NAVIGATION, "amp-consent": Kind.COOKIE_BANNER, "amp-ad": Kind.ADVERTISEMENT}
    ),
)
"""Section and topic pages: as on the full site, the stories listed are what the page is about."""
