"""HTML pages of DW, sorted into blocks by the layout that they have.

- lean: the page without what no reader sees; what it says to machines apart
- head: that as metadata blocks; linked_data: the JSON-LD in it
- layouts: which layout a page has; part: how a layout is written down
- classic, mobile: the layouts until early 2023; article2023, article2024: those since; amp: beside both;
  reader: a browser's reader view
- data_box: date, authors and permalink below the story until early 2023
- story: what all layouts share; paragraphs, pictures, slides: the story's text, its pictures, galleries since 2023;
  unnamed_slides: those whose elements do not say so; shown_dates: dates since 2022
- sorter: the walk through the page by the rules of its layout; open_line: the text in it that no rule claims;
  words: the visible words of an element; hidden: what says itself that it is not shown
- whole: what only all blocks together tell, as that the page is a live blog
- fallback, dump: a page of no known layout, as the text that it shows and then sorted as a text dump
"""

from __future__ import annotations

from koreanews.captures.address import canonical
from koreanews.cleaner.blocks import Block, Kind

NO_LAYOUT = "no known layout"
"""What the layout block says of HTML that was read as the text it shows."""


def sort_html(html: str, url: str | None = None) -> list[Block] | None:
    """The blocks of a page of DW, in its order; None where it has none of the layouts known.

    `url` is the page's address as its container tells it: its links are relative to that where the page is silent.

    Metadata comes first, with nothing raw. After it the raws, joined, are the visible text of the page's content,
    a line each; `line` counts these. Never raises; takes time linear in the length of `html`.

    Only the content is given to the parser, cut out beforehand: a SoupStrainer, which would do the same, has
    every tag of the page told to it first, and takes twice the time.
    """
    from bs4 import BeautifulSoup

    from koreanews.cleaner.html.classic import RECOMMENDED
    from koreanews.cleaner.html.head import Head
    from koreanews.cleaner.html.layouts import content, layout_of
    from koreanews.cleaner.html.lean import lean
    from koreanews.cleaner.html.sorter import Sorter
    from koreanews.cleaner.html.story import BODY
    from koreanews.cleaner.html.unnamed_slides import with_slides
    from koreanews.cleaner.html.whole import free_story, has_no_story, is_mostly_hidden, lacks_its_text, settled

    page = lean(html)
    layout = layout_of(page, html)
    if layout is None:
        return None
    head = Head(page)
    base = head.base or (canonical(url) or url if url else None)
    soup = BeautifulSoup(content(layout, page), "lxml", multi_valued_attributes=None, attribute_dict_class=dict)
    sorter = Sorter(base, head.language, RECOMMENDED)
    blocks = sorter.sort(soup, layout.page)
    unfolds = is_mostly_hidden(blocks, sorter.hidden)
    if unfolds:
        blocks = Sorter(base, head.language, RECOMMENDED, unfolds=True).sort(soup, layout.page)
    if has_no_story(blocks) and free_story(soup):
        blocks = Sorter(base, head.language, RECOMMENDED, unfolds=unfolds).sort(soup, layout.page)
    if lacks_its_text(blocks):
        anywhere = layout.page.extended({"blockquote": BODY, **BODY.rules, **layout.page.rules})
        for part in (layout.page.extended({"article": anywhere, "figure": Kind.NAVIGATION}), anywhere):
            blocks = Sorter(base, head.language, RECOMMENDED, unfolds=unfolds).sort(soup, part)
            if not lacks_its_text(blocks):
                break
    if any(block.kind is Kind.METADATA_KIND and block.text == "g" for block in head.blocks):
        blocks = with_slides(blocks)
    return [*head.blocks, Block(Kind.LAYOUT, layout.name, "", 1), *settled(blocks, head.title)]


def sort_shown(html: str) -> list[Block]:
    """A page of no known layout: its metadata, and what it shows, sorted as a text dump. Never raises."""
    from koreanews.cleaner.html.dump import sort_dump
    from koreanews.cleaner.html.head import Head
    from koreanews.cleaner.html.lean import lean

    page = lean(html)
    head = Head(page)
    return [*head.blocks, Block(Kind.LAYOUT, NO_LAYOUT, "", 1), *sort_dump(page, head.title)]
