"""The layout since 2024: that of 2023, built anew; the page's state stands in other scripts."""

from __future__ import annotations

from dataclasses import replace

from koreanews.cleaner.html.article2023 import ARTICLE_2023

ARTICLE = replace(ARTICLE_2023, name="article", in_use="since 2023", signs=(), needs=("article", "h1"), source=())
"""A build of the site whose classes are not known: what the elements themselves mean is left. DW's own pages only."""

ARTICLE_2024 = replace(
    ARTICLE_2023,
    name="2024",
    in_use="since January 2024",
    signs=(*ARTICLE_2023.signs, "div.kicker"),
    source=(),
)
