"""A story's text in each layout: what stands around it in pages of each generation, on AMP and mobile pages."""

from __future__ import annotations

import pytest

from koreanews import parse
from koreanews.parser import Article

FRAMES = {
    "classic": '<html lang="en"><div id="bodyContent"><h4 class="artikel">Asia</h4><h1>Headline</h1>'
    '<div class="longText">{}</div></div></html>',
    "since 2023": '<html lang="en"><div id="main-content"></div><article><div class="content-area"><header><h1>Headline'
    '</h1></header><div class="rich-text">{}</div></div></article></html>',
    "amp": '<html amp lang="en"><body><article><h1>Headline</h1><div class="rich-text">{}</div></article></html>',
    "mobile": '<html lang="en"><main><h4 class="artikel">Asia</h4><h1>Headline</h1><p class="intro"></p>'
    '<div class="longText">{}</div></main></html>',
}
each_frame = pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)


def page(frame: str, story: str) -> Article:
    return parse(frame.format(story).encode())
