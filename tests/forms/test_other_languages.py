"""Stories in other languages, and stories under another language's navigation: kept whole, in the right language."""

from __future__ import annotations

import pytest
from form_dumps import dump_2022
from form_languages import FOREIGN, NAVIGATION
from form_stories import ARTICLE_DE, ARTICLE_EN, LIVE_DE, MEDIA_EN, Story
from test_every_form import SINCE_2023, UNTIL_2023, record, since_2023, until_2023, with_address

import koreanews
from koreanews.cleaner import Kind

each_story = pytest.mark.parametrize("story", FOREIGN, ids=lambda story: story.language)


@each_story
@pytest.mark.parametrize("layout", UNTIL_2023)
def test_the_layouts_until_2023_are_read_by_their_markup(story: Story, layout: str) -> None:
    """No label of these languages is known: a date proves itself, the author is who else stands in the data box."""
    made = record(UNTIL_2023[layout](story))
    assert made == with_address(until_2023(story, links=True), story, False)


@each_story
@pytest.mark.parametrize("layout", SINCE_2023)
def test_the_layouts_since_2023(story: Story, layout: str) -> None:
    assert record(SINCE_2023[layout](story)) == with_address(since_2023(story, links=True), story, True)


@pytest.mark.parametrize(
    "story", [one for one in FOREIGN if one.language in ("es", "zh", "ru", "tr")], ids=lambda s: s.language
)
def test_the_text_dump_of_a_language_some_of_whose_labels_are_known(story: Story) -> None:
    said = since_2023(story, links=None)
    made = record(navigated(dump_2022(story), story.language))
    assert made == said


@pytest.mark.parametrize("story", [one for one in FOREIGN if one.language in ("ar", "ko")], ids=lambda s: s.language)
def test_the_text_dump_of_a_language_none_of_whose_labels_is_known(story: Story) -> None:
    made = record(navigated(dump_2022(story), story.language))
    assert (made["headline"], made["language"], made["date"]) == (story.headline, story.language, "2023-01-17")
    for kind, text in story.flow:
        assert text in made["body"], kind


@pytest.mark.parametrize("language", NAVIGATION)
@pytest.mark.parametrize("story", [ARTICLE_EN, ARTICLE_DE, LIVE_DE, MEDIA_EN], ids=lambda story: story.name)
def test_navigation_in_another_language_is_no_text(story: Story, language: str) -> None:
    page = dump_2022(story)
    assert record(navigated(page, language)) == record(page)
    blocks = koreanews.blocks(navigated(page, language))
    kinds = {block.text.partition(". ")[2]: block.kind for block in blocks if block.text[:1].isdigit()}
    assert [kinds.get(line) for line in NAVIGATION[language]] == [Kind.NAVIGATION] * 3


@pytest.mark.parametrize("language", NAVIGATION)
@pytest.mark.parametrize("layout", UNTIL_2023 | SINCE_2023)
def test_navigation_in_another_language_is_no_text_in_html(layout: str, language: str) -> None:
    items = "".join(f'<li><a href="#x">{line}</a></li>' for line in NAVIGATION[language])
    page = (UNTIL_2023 | SINCE_2023)[layout](ARTICLE_EN)
    foreign = page.replace("<body", f'<body data-x="1"><nav><ol>{items}</ol></nav><div', 1)
    assert record(foreign) == record(page)


def navigated(page: str, language: str) -> str:
    """A text dump with a list of links below its title."""
    title, _, rest = page.partition("\n\n")
    lines = [f"  {number}. {line}" for number, line in enumerate(NAVIGATION[language], 1)]
    return "\n".join([title, "", lines[0].lstrip(), *lines[1:], "", rest])
