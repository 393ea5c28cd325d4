"""What editors mark within the story's text: headings, hidden paragraphs, the titles over galleries and videos."""

from __future__ import annotations

import pytest
from framed import FRAMES, each_frame, page

from koreanews import parse
from koreanews.cleaner.blocks import Kind
from koreanews.cleaner.html import sort_html

ONE = "The bell buoy was rung by hand until the winter of the great ice."
TWO = "Since then a battery does it, and nobody on shore sleeps any better."


@each_frame
@pytest.mark.parametrize("heading", ["<strong>By hand</strong>", "<b>By</b> <b>hand</b>", " <strong>By hand</strong> "])
def test_a_bold_line_above_the_text_of_its_paragraph_is_a_heading(frame: str, heading: str) -> None:
    article = page(frame, f"<p>{heading}<br>{ONE}</p><p>{TWO}</p>")
    assert article.body == f"By hand\n\n{ONE}\n\n{TWO}"
    assert article.headings == ("By hand",)


@each_frame
@pytest.mark.parametrize(
    "paragraph",
    [
        f"<b>By hand?</b> {ONE}",
        f"<b>{ONE}</b><br>{TWO}",
        "<b>By hand</b> until the ice came,<br>as the song has it, and not a day longer.",
        "<b>By hand</b><br><b>and by night.</b>",
    ],
)
def test_other_bold_words_are_the_paragraphs_own(frame: str, paragraph: str) -> None:
    article = page(frame, f"<p>{TWO}</p><p>{paragraph}</p>")
    assert article.headings == ()


@each_frame
def test_a_label_above_a_headline_in_one_paragraph_is_no_heading(frame: str) -> None:
    story = f'<p>{ONE}</p><p><b>Read more:</b><br><a href="/en/ice/a-43700002">The winter of the great ice</a></p>'
    article = page(frame, story)
    assert (article.headings, article.read_more) == ((), ("The winter of the great ice",))


@each_frame
@pytest.mark.parametrize("mark", ["hidden", 'hidden=""', 'style="display: none"', "style='color:red;display:NONE'"])
def test_a_paragraph_that_is_not_shown_is_no_text(frame: str, mark: str) -> None:
    article = page(frame, f"<p>{ONE}</p><p {mark}>Nobody was meant to read this line.</p><p>{TWO}</p>")
    assert article.body == f"{ONE}\n\n{TWO}"


HIDDEN = "Thank you, your words are on their way to the harbour master."


@each_frame
@pytest.mark.parametrize(
    "box",
    [
        "<div hidden>{}</div>",
        '<div style="display:none"><p>{}</p></div>',
        "<section hidden=''><h2>Write to us</h2><ul><li>{}</li></ul></section>",
        '<ul style="color:red; display : none"><li>{}</li></ul>',
    ],
)
@pytest.mark.parametrize("story", ["<p>{0}</p>{2}<p>{1}</p>", "<p>{0}</p><p>{1}</p>{2}"])
def test_a_box_that_is_not_shown_is_no_text_and_is_not_lost(frame: str, box: str, story: str) -> None:
    html = frame.format(story.format(ONE, TWO, box.format(HIDDEN)))
    article = parse(html.encode())
    assert (article.body, article.headings) == (f"{ONE}\n\n{TWO}", ())
    blocks = sort_html(html) or []
    assert [block.kind for block in blocks if block.text == HIDDEN] == [Kind.NAVIGATION]


@each_frame
@pytest.mark.parametrize(
    "box",
    [
        '<div aria-hidden="true">{}</div>',
        "<div style='display: block'>{}</div>",
        '<div hidden="until-found">{}</div>',
        '<div style="display:none" role="tabpanel">{}</div>',
        '<div hidden aria-labelledby="more">{}</div>',
        "<details><summary></summary>{}</details>",
    ],
)
def test_text_that_is_shown_or_known_to_unfold_is_read(frame: str, box: str) -> None:
    assert page(frame, f"<p>{ONE}</p><p>{ONE} {ONE}</p>{box.format(TWO)}").body.endswith(TWO)


@each_frame
def test_a_story_of_which_most_is_hidden_unfolds(frame: str) -> None:
    box = f"<div style='display:none'><p>{TWO}</p><p>{ONE} {TWO}</p></div>"
    assert page(frame, f"<p>{ONE}</p>{box}").body == f"{ONE}\n\n{TWO}\n\n{ONE} {TWO}"


@each_frame
def test_a_choice_is_no_text(frame: str) -> None:
    story = f"<p>{ONE}</p><select><option>Choose a buoy</option></select><p>{TWO}</p>"
    assert page(frame, story).body == f"{ONE}\n\n{TWO}"


SLIDE = '<img alt="{0} (DW/A. Example)" src="x.jpg"><{1}>{0}</{1}><p>It is painted every spring.</p>'


@pytest.mark.parametrize(
    ("frame", "gallery", "title"),
    [
        ("classic", '<div class="gallery"><h2>Buoys</h2><div class="slides">{}</div></div>', "Buoys"),
        ("classic", '<div class="gallery"><ul class="slides"><h3>Buoys</h3>{}</ul></div>', "Buoys"),
        ("classic", '<h2>At sea</h2><div class="gallery"><div class="slides">{}</div></div>', None),
        ("since 2023", '<div class="gallery"><h2 class="headline">Buoys</h2><ul>{}</ul></div>', "Buoys"),
        ("since 2023", '<section class="image-gallery"><h2>Buoys</h2>{}</section>', "Buoys"),
        ("since 2023", '<h2>At sea</h2><div class="gallery">{}</div>', None),
    ],
)
def test_the_title_over_a_gallery_is_each_slides(frame: str, gallery: str, title: str | None) -> None:
    slides = "".join(
        f'<div class="slide">{SLIDE.format(name, "h3")}</div>' for name in ("The red one", "The green one")
    )
    article = page(FRAMES[frame], f"<p>{ONE}</p>{gallery.format(slides)}<p>{TWO}</p>")
    assert [(one.gallery, one.title, one.caption, one.image) for one in article.gallery] == [
        (title, "The red one", "It is painted every spring.", "The red one"),
        (title, "The green one", "It is painted every spring.", "The green one"),
    ]


def test_a_slide_that_names_its_gallery_is_believed() -> None:
    slides = "".join(f"<li><h4>Buoys</h4>{SLIDE.format(name, 'h2')}</li>" for name in ("The red one", "The green one"))
    gallery = f'<div class="gallery"><h2>Pictures</h2><ul class="slides">{slides}</ul></div>'
    article = page(FRAMES["classic"], f"<p>{ONE}</p>{gallery}")
    assert [(one.gallery, one.title) for one in article.gallery] == [
        ("Buoys", "The red one"),
        ("Buoys", "The green one"),
    ]


def test_the_programme_of_a_video_may_stand_in_a_paragraph() -> None:
    box = (
        '<div class="col3 right"><div class="mediaItem"><a href="#">Watch video <span>02:31</span></a></div>'
        "<div><p>DW News | 11.05.2018</p><h2>The last bell ringer</h2></div></div>"
    )
    article = page(FRAMES["classic"], f"<p>{ONE}</p>{box}<p>{TWO}</p>")
    assert article.body == f"{ONE}\n\n{TWO}"
    assert [(each.title, each.program, each.date) for each in article.videos] == [
        ("The last bell ringer", "DW News", "2018-05-11")
    ]


@each_frame
def test_an_end_tag_too_many_loses_no_paragraph(frame: str) -> None:
    assert page(frame, f"<p>{ONE}</p></div><p>{TWO}</p><p>{ONE}</p>").body == f"{ONE}\n\n{TWO}\n\n{ONE}"


@each_frame
@pytest.mark.parametrize(
    ("signature", "authors", "initials", "agencies"),
    [
        ("DW staff (kjb)", (), ("kjb",), ()),
        ("<b>DW staff (kjb/ah)</b>", (), ("kjb", "ah"), ()),
        ("Ann Example (AFP, Reuters)", ("Ann Example",), (), ("AFP", "Reuters")),
        ("<em>Interview: Ann Example</em>", ("Ann Example",), (), ()),
        ("Author: Ann Example (dpa)", ("Ann Example",), (), ("dpa",)),
        ("kl", (), ("kl",), ()),
    ],
)
def test_what_ends_a_story_and_says_who_made_it_is_no_text(
    frame: str, signature: str, authors: tuple[str, ...], initials: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    article = page(frame, f"<p>{ONE}</p><p>{TWO}</p><p>{signature}</p>")
    assert (article.body, article.headings) == (f"{ONE}\n\n{TWO}", ())
    assert article.byline is not None
    assert article.byline[1:] == (authors, initials, agencies)


@each_frame
@pytest.mark.parametrize("end", ["That is all (for now)", "The bell: a farewell", "Report from the bay (and back)."])
def test_other_last_paragraphs_of_a_story_are_text(frame: str, end: str) -> None:
    assert page(frame, f"<p>{ONE}</p><p>{end}</p>").body == f"{ONE}\n\n{end}"


DATA_BOX = "<li><strong>Date</strong> 14.05.2018</li><li><strong>Author</strong> Ann Example</li>"
NEWS = '<div class="news"><a href="/en/ice/a-43700002"><h2>The great ice</h2><p>It lay until May.</p></a></div>'


def test_what_stands_below_the_text_is_known_where_the_box_of_the_text_lacks_its_end_tag() -> None:
    below = f'<ul class="smallList">{DATA_BOX}</ul><div class="relatedContent"><h4>Related content</h4>{NEWS}</div>'
    article = page(
        FRAMES["classic"], f'<p>{ONE}</p>{below}<div class="dim"><ul class="smallList">{DATA_BOX}</ul></div>'
    )
    assert (article.body, article.date) == (ONE, "2018-05-14")
    assert article.byline is not None
    assert article.byline.authors == ("Ann Example",)
    assert [(each.headline, each.teaser) for each in article.related] == [("The great ice", "It lay until May.")]


def test_the_text_is_known_where_the_box_of_a_picture_lacks_its_end_tag() -> None:
    picture = '<div class="picBox"><a><img alt="{0} (DW/A. Example)"></a><p>{0}</p>'
    story = f"{picture.format('A buoy')}<p>{ONE}</p><h2>By hand</h2>{picture.format('A battery')}</div><p>{TWO}</p>"
    article = page(FRAMES["classic"], story)
    assert (article.body, article.headings) == (f"{ONE}\n\nBy hand\n\n{TWO}", ("By hand",))
    assert [image.caption for image in article.images] == ["A buoy", "A battery"]


def test_entries_of_a_list_are_apart_where_one_lacks_its_end_tag() -> None:
    entry = '<div class="linkList intern"><a href="/en/{0}/a-1"><h2>{0}</h2><p>It is {0}. (03.05.2018)</p></a>'
    listed = f'<h4>DW recommends</h4><div class="group">{entry.format("Ice")}{entry.format("Snow")}</div></div></div>'
    article = page(FRAMES["classic"], f"<p>{ONE}</p></div>{listed}<div>")
    assert [(each.headline, each.teaser) for each in article.recommends] == [
        ("Ice", "It is Ice."),
        ("Snow", "It is Snow."),
    ]


def test_the_text_is_known_where_the_header_lacks_its_end_tag() -> None:
    story = f'<p>{ONE}</p><p>{TWO}</p></div><footer><div class="feedback">Tell us</div></footer><div>'
    article = page(FRAMES["since 2023"].replace("</header>", '<p class="teaser-text">Ice.</p>'), story)
    assert (article.teaser, article.body) == ("Ice.", f"{ONE}\n\n{TWO}")


@each_frame
@pytest.mark.parametrize(
    "bar",
    [
        '<div class="advertisement"><span>Advertisement</span>',
        '<div class="cookie"><p>Choose your cookies.</p>',
        '<div class="copy-button-wrapper"><span>https://p.dw.com/p/3WRPd</span>',
        '<div id="sharing-bar"><span>Facebook</span>',
        '<div class="kicker"><span>Asia</span>',
    ],
)
def test_the_text_is_known_where_a_bar_above_it_lacks_its_end_tag(frame: str, bar: str) -> None:
    cut = frame.replace('<div class="longText"', f'{bar}<div class="longText"')
    cut = cut.replace('<div class="rich-text"', f'{bar}<div class="rich-text"')
    assert page(cut, f"<p>{ONE}</p><h2>By hand</h2><p>{TWO}</p>").body == f"{ONE}\n\nBy hand\n\n{TWO}"


@each_frame
@pytest.mark.parametrize("gap", ["<br><br>", "<br>\n<br>\n<br>", "</div><div>"])
def test_lines_in_no_paragraph_are_read_as_paragraphs_are(frame: str, gap: str) -> None:
    link = '<b>Read more: <a href="/en/ice/a-43700002">The winter of the great ice</a></b>'
    lines = (ONE, "<b>By battery</b>", TWO, link, "ae/bf (AP, dpa)")
    article = page(frame, f"<div>{gap.join(lines)}</div>")
    assert article.body == f"{ONE}\n\nBy battery\n\n{TWO}"
    assert article.headings == ("By battery",)
    assert article.read_more == ("The winter of the great ice",)
    assert article.byline is not None
    assert (article.byline.initials, article.byline.agencies) == (("ae", "bf"), ("AP", "dpa"))


@each_frame
def test_a_row_of_bold_cells_is_no_heading(frame: str) -> None:
    table = "<table><tr><td><b>Year</b></td><td><b>Bells</b></td></tr><tr><td>1950</td><td>3</td></tr></table>"
    article = page(frame, f"<p>{ONE}</p>{table}<p>{TWO}</p>")
    assert (article.body, article.headings) == (f"{ONE}\n\nYear Bells\n\n1950 3\n\n{TWO}", ())


ICE = '<a href="/en/ice/a-43700002">The winter of the great ice</a>'
BELL = '<a href="/en/bell/a-43700003">A bell for the bay</a>'


@each_frame
@pytest.mark.parametrize(
    ("link", "headlines"),
    [
        (f"<h2>Read more: {ICE}</h2>", ("The winter of the great ice",)),
        (f"<p>→ Read more: {ICE}</p>", ("The winter of the great ice",)),
        (f"<p><b>» Read more:</b> {ICE}</p>", ("The winter of the great ice",)),
        (f"<p>Read more: {ICE} and {BELL}</p>", ("The winter of the great ice", "A bell for the bay")),
        (f"<p>Read more: {ICE}<br><b>Read more:</b> {BELL}</p>", ("The winter of the great ice", "A bell for the bay")),
        (f"<p>→ Read more: {ICE}<br>Read more: {BELL}</p>", ("The winter of the great ice", "A bell for the bay")),
        (f"<p>Lea también: {ICE}</p>", ("The winter of the great ice",)),
        (f"<p><strong>Читайте также: {ICE}</strong></p>", ("The winter of the great ice",)),
        (f"<p>Lire aussi&nbsp;: {ICE}</p>", ("The winter of the great ice",)),
        (f"<p>Baca juga: {ICE}</p>", ("The winter of the great ice",)),
    ],
)
def test_further_forms_of_links_to_other_stories(frame: str, link: str, headlines: tuple[str, ...]) -> None:
    article = page(frame, f"<p>{ONE}</p>{link}<p>{TWO}</p>")
    assert (article.body, article.headings, article.read_more) == (f"{ONE}\n\n{TWO}", (), headlines)


@each_frame
def test_a_heading_that_only_begins_as_such_a_link_does_stays_one(frame: str) -> None:
    article = page(frame, f"<p>{ONE}</p><h2>Read more, sleep less</h2><p>{TWO}</p>")
    assert article.headings == ("Read more, sleep less",)


def test_a_teaser_for_narrow_screens_and_one_for_wide_ones_are_one() -> None:
    teaser = f'<p class="teaser-text">{TWO}</p>'
    html = FRAMES["since 2023"].replace("</header>", f"{teaser}{teaser}</header>")
    assert page(html, f"<p>{ONE}</p>").teaser == TWO


@each_frame
@pytest.mark.parametrize(
    ("others", "caption", "credit"),
    [
        (["Ice on the bell (DW/A. Example)"], "The ringer", "Han So-dam"),
        (["Ice on the bell"], "The ringer (Han So-dam)", None),
        (["Ice on the bell (DW/A. Example)", "A boat"], "The ringer (Han So-dam)", None),
        ([], "The ringer (Han So-dam)", None),
    ],
)
def test_a_bare_name_is_a_credit_where_every_picture_is_described_with_one(
    frame: str, others: list[str], caption: str, credit: str | None
) -> None:
    pictures = "".join(f'<p>{ONE}</p><img src="a.jpg" alt="{alt}">' for alt in ["The ringer (Han So-dam)", *others])
    image = page(frame, pictures + f"<p>{TWO}</p>").images[0]
    assert (image.caption, image.credit) == (caption, credit)


@each_frame
def test_a_hidden_box_with_a_picture_may_be_a_slide(frame: str) -> None:
    box = f'<div style="display:none"><img alt="The buoy (DW/A. Example)" src="x.jpg"><p>{TWO}</p></div>'
    assert page(frame, f"<p>{ONE}</p><p>{ONE} {ONE}</p>{box}").body.endswith(TWO)
