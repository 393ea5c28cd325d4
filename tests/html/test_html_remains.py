"""What editors, programs and other people's pages leave within a story, in each layout."""

from __future__ import annotations

import pytest
from framed import FRAMES, each_frame, page

from koreanews import parse

ONE = "The lighthouse keeper had asked for a stove, and was sent a piano."
TWO = "He learned to play it in the dark half of the year."


@each_frame
@pytest.mark.parametrize("blank", ["&#8203;", "\u2060", "\ufeff", "&nbsp;&#8203;", "&#8203;<br>&#8203;"])
@pytest.mark.parametrize("element", ["p", "li", "h2", "div", "figcaption", "time"])
def test_an_element_of_zero_width_says_nothing(frame: str, element: str, blank: str) -> None:
    article = page(frame, f"<p>{ONE}</p><{element}>{blank}</{element}><p>{TWO}</p>")
    assert article.body == f"{ONE}\n\n{TWO}"
    assert article.headings == ()


@each_frame
def test_words_that_markup_cuts_are_whole(frame: str) -> None:
    cut = "The light&shy;house kee<b>per</b> had as<wbr>ked for a st\u00adove, <i>and</i> w&#173;as se&#xAD;nt a piano."
    assert page(frame, f"<p>{cut}</p>").body == ONE


@each_frame
def test_a_hyphenated_headline_is_that_of_its_title_line(frame: str) -> None:
    html = frame.replace("Headline", "The light&shy;house keeper's piano")
    html = html.replace(
        "<div", "<head><title>The lighthouse keeper′s piano | Asia | DW | 14.05.2018</title></head><div"
    )
    article = page(html, f"<p>{ONE}</p>")
    assert article.headline == "The lighthouse keeper's piano"


@each_frame
@pytest.mark.parametrize(
    "story",
    [
        f'<p>{ONE} <img src="1.jpg" alt="A lighthouse (DW/A. Example)"></p><p>{TWO}</p>',
        f'<p><a href="#"><img src="1.jpg" alt="A lighthouse (DW/A. Example)"></a></p><p>{ONE}</p><p>{TWO}</p>',
    ],
)
def test_an_image_within_a_paragraph_is_an_image(frame: str, story: str) -> None:
    article = page(frame, story)
    assert [(image.caption, image.credit) for image in article.images] == [("A lighthouse", "DW/A. Example")]
    assert article.body == f"{ONE}\n\n{TWO}"


@each_frame
def test_an_emoji_is_no_image_of_the_story(frame: str) -> None:
    assert page(frame, f'<p>{ONE}<img class="emoji" alt="🎹" src="x.svg"></p>').images == ()


@each_frame
@pytest.mark.parametrize(
    "layer",
    [
        "<button>Accept all</button>",
        "<dialog open><p>Choose your piano.</p></dialog>",
        '<div id="onetrust-consent-sdk"><p>Choose your cookies.</p><button>OK</button></div>',
        '<div class="cookie"><p>Choose your cookies.</p></div>',
        '<form action="/search"><label>Search</label><select><option>All</option></select></form>',
    ],
)
def test_layers_and_buttons_are_no_text_of_the_story(frame: str, layer: str) -> None:
    assert page(frame, f"<p>{ONE}</p>{layer}<p>{TWO}</p>").body == f"{ONE}\n\n{TWO}"


@each_frame
def test_the_short_address_below_the_text_is_the_pages_own(frame: str) -> None:
    article = page(frame, f"<p>{ONE}</p><p>Permalink https://p.dw.com/p/3WRPd</p>")
    assert (article.body, article.url, article.dw_id) == (ONE, "https://p.dw.com/p/3WRPd", "a-52060881")


@pytest.mark.parametrize("frame", [FRAMES["classic"], FRAMES["mobile"]])
def test_a_list_of_links_in_the_middle_of_the_text(frame: str) -> None:
    story = (
        f'<p>{ONE}</p><h4>DW recommends</h4><div class="group"><div class="linkList intern">'
        f'<a href="/en/stove/a-43000001">'
        f"<h2>A stove at last</h2><p>It burns. (03.05.2018)</p></a></div></div><h4>In the dark</h4><p>{TWO}</p>"
    )
    article = page(frame, story)
    assert article.body == f"{ONE}\n\nIn the dark\n\n{TWO}"
    assert article.headings == ("In the dark",)
    assert [(each.headline, each.date, each.teaser) for each in article.recommends] == [
        ("A stove at last", "2018-05-03", "It burns.")
    ]


@pytest.mark.parametrize("frame", [FRAMES["classic"], FRAMES["mobile"]])
def test_a_box_beside_the_text_is_a_video_or_the_storys_own(frame: str) -> None:
    player = (
        '<div class="mediaItem"><input type="hidden" name="display_date" value="20180511"><div class="customPlayBtn">'
        "<span>Watch video</span> <span>02:31</span></div></div>"
    )
    video = f'<div class="col3 right">{player}<h2>Piano lessons</h2></div>'
    article = page(frame, f'<p>{ONE}</p>{video}<div class="col3 right"><p>{TWO}</p></div>')
    assert article.body == f"{ONE}\n\n{TWO}"
    assert [(each.title, each.duration, each.program, each.date) for each in article.videos] == [
        ("Piano lessons", "02:31", None, "2018-05-11")
    ]


@pytest.mark.parametrize("frame", [FRAMES["classic"], FRAMES["mobile"]])
@pytest.mark.parametrize(
    "label",
    [
        "<p>Watch video <span>02:31</span></p>",
        "<span>Watch video</span> <span>02:31</span>",
        "Now live<br>02:31 mins.",
        '<p>About pianos.</p><span class="customPlayBtn">Watch video 02:31</span>',
    ],
)
def test_a_videos_label_says_how_long_it_is(frame: str, label: str) -> None:
    article = page(frame, f'<p>{ONE}</p><div class="mediaItem">{label}<h2>Piano lessons</h2></div><p>{TWO}</p>')
    assert article.body == f"{ONE}\n\n{TWO}"
    assert [(each.title, each.duration) for each in article.videos] == [("Piano lessons", "02:31")]


SLIDE = '<img alt="{0} (DW/A. Example)" src="x.jpg"><h4>Pianos</h4><h2>{0} keys</h2><p>Nobody has counted them all.</p>'
FIGURE = (
    '<figure><img alt="{0}" src="x.jpg"><figcaption><h3>{0} keys</h3><p>Nobody has counted them all.</p>'
    "<small>Image: DW/A. Example</small></figcaption></figure>"
)


@pytest.mark.parametrize(
    ("frame", "gallery"),
    [
        ("classic", '<div class="gallery"><ul class="slides"><li>{}</li><li>{}</li></ul></div>'),
        (
            "classic",
            '<div class="gallery"><div class="slides"><div class="slide">{}</div>'
            '<div class="slide">{}</div></div></div>',
        ),
        ("since 2023", '<div class="image-gallery embed"><ul><li>{}</li><li>{}</li></ul></div>'),
        ("since 2023", '<section class="gallery"><h2>Pianos</h2>{}{}</section>'),
        ("since 2023", '<div class="gallery"><div class="slide">{}</div><div class="slide">{}</div></div>'),
        ("amp", '<div class="gallery"><ul class="slides"><li>{}</li><li>{}</li></ul></div>'),
        ("amp", '<div class="image-gallery embed"><ul><li>{}</li><li>{}</li></ul></div>'),
        ("amp", "<amp-carousel>{}{}</amp-carousel>"),
    ],
)
def test_the_slides_of_a_gallery_within_the_text(frame: str, gallery: str) -> None:
    slide = SLIDE if frame == "classic" else FIGURE
    slides = gallery.format(slide.format("White"), slide.format("Black"))
    article = page(FRAMES[frame], f"<p>{ONE}</p>{slides}<p>{TWO}</p>")
    assert article.body == f"{ONE}\n\n{TWO}"
    assert [(one.title, one.caption, one.image, one.credit) for one in article.gallery] == [
        ("White keys", "Nobody has counted them all.", "White", "DW/A. Example"),
        ("Black keys", "Nobody has counted them all.", "Black", "DW/A. Example"),
    ]


@each_frame
@pytest.mark.parametrize(
    "label",
    ["<p>Advertisement</p>", "<p>Related Subjects</p>", "<div>Advertisement</div>", "<div><span>ANZEIGE</span></div>"],
)
def test_a_label_left_over_in_the_text_is_no_text(frame: str, label: str) -> None:
    assert page(frame, f"<p>{ONE}</p>{label}<p>{TWO}</p>").body == f"{ONE}\n\n{TWO}"


@each_frame
@pytest.mark.parametrize("label", ["Watch video 02:31", "Watch video 02:31 mins."])
def test_the_label_of_a_video_that_lost_its_box_is_no_text(frame: str, label: str) -> None:
    article = page(frame, f"<p>{ONE}</p><p>{label}</p><p>{TWO}</p>")
    assert article.body == f"{ONE}\n\n{TWO}"
    assert [video.duration for video in article.videos] == ["02:31"]


def test_the_number_of_a_slide_is_no_caption() -> None:
    slide = "<li><span>{} / 2</span><h2>Keys</h2><p>Nobody has counted them all.</p><span>{}|2</span></li>"
    slides = "".join(slide.format(number, number) for number in (1, 2))
    article = page(FRAMES["since 2023"], f'<p>{ONE}</p><div class="image-gallery"><ul>{slides}</ul></div>')
    assert [one.caption for one in article.gallery] == ["Nobody has counted them all."] * 2


@pytest.mark.parametrize("frame", [FRAMES["classic"], FRAMES["mobile"]])
@pytest.mark.parametrize("entry", ["<strong>{}</strong> {}", "<strong>{}:</strong> {}", "{} {}", "{}: {}"])
def test_an_entry_of_the_data_box_is_known_by_its_label(frame: str, entry: str) -> None:
    entries = (("Date", "14.05.2018 - 10:05 UTC"), ("Author", "Ann Example"), ("Keywords", "piano, stove"))
    box = "".join(f"<li>{entry.format(*each)}</li>" for each in entries)
    article = page(frame, f'<p>{ONE}</p></div><ul class="smallList">{box}</ul><div>')
    assert (article.date, article.byline and article.byline.authors) == ("2018-05-14", ("Ann Example",))


@each_frame
@pytest.mark.parametrize(
    "foreign",
    [
        '<blockquote class="tweet embed"><p>What a piano!</p></blockquote>',
        '<blockquote class="fb-video"><p>What a piano!</p></blockquote>',
        '<div class="instagram-oembed"><blockquote><p>What a piano!</p></blockquote></div>',
        '<div class="yt-wrapper embed big"><p>Accept the cookies of another site.</p></div>',
        "<p><em>If you rely on our team for trusted reporting, please <a href='x'>say so</a>.</em></p>",
        "<p>Sehen Sie uns <a href='https://www.google.com/preferences/source?q=dw.com'>als Erste</a>.</p>",
    ],
)
def test_what_others_wrote_and_what_dw_says_of_itself_is_no_text(frame: str, foreign: str) -> None:
    assert page(frame, f"<p>{ONE}</p>{foreign}<p>{TWO}</p>").body == f"{ONE}\n\n{TWO}"


@pytest.mark.parametrize(
    "caption",
    [
        "At dusk<small>Image: DW/A. Example</small>",
        'At dusk <span class="copyright">Image: DW/A. Example</span>',
        "At dusk Image: DW/A. Example",
        "At duskImage: DW/A. Example",
        "<span>At dusk</span> (DW/A. Example)",
    ],
)
def test_the_credit_within_a_caption(caption: str) -> None:
    figure = f'<figure><img alt="A lighthouse"><figcaption>{caption}</figcaption></figure>'
    article = page(FRAMES["since 2023"], f"<p>{ONE}</p>{figure}<p>{TWO}</p>")
    assert [(image.caption, image.credit) for image in article.images] == [("At dusk", "DW/A. Example")]
    assert article.body == f"{ONE}\n\n{TWO}"


def test_another_story_within_the_text_is_no_text() -> None:
    teaser = (
        '<div class="teaser-wrap"><div class="teaser"><h3 class="title"><a href="/en/stove/a-68000001">A stove at last'
        '</a></h3><a class="link-no-link">It burns.</a></div></div>'
    )
    article = page(FRAMES["since 2023"], f"<p>{ONE}</p>{teaser}<p>{TWO}</p>")
    assert (article.kind, article.body) == ("article", f"{ONE}\n\n{TWO}")
    assert [each.headline for each in article.related] == ["A stove at last"]


@pytest.mark.parametrize("mark", ["图像来源：", "Bild: ", "तस्वीर: ", "ছবি: ", "ምስል ፦ ", "Image : "])
def test_the_word_before_a_credit_in_any_script(mark: str) -> None:
    figure = f'<figure><img alt="x"><figcaption>At dusk<small>{mark}Ann Example/DW</small></figcaption></figure>'
    article = page(FRAMES["since 2023"], f"{figure}<p>{ONE}</p>")
    assert [image.credit for image in article.images] == ["Ann Example/DW"]


@pytest.mark.parametrize(
    ("credits", "authors"), [("Ann Example", ("Ann Example",)), ("Deutsche Welle (www.dw.com)", ()), ("", ())]
)
def test_the_reader_view_of_a_browser(credits: str, authors: tuple[str, ...]) -> None:
    article = parse(
        '<html><head><title>The stove</title></head><body><div class="container" lang="en"><div class="header '
        'reader-header"><a class="domain reader-domain" href="https://www.dw.com/en/the-stove/a-43700001">dw.com</a>'
        '<h1 class="reader-title">The stove</h1><div class="credits reader-credits">'
        f"{credits}</div>"
        "<div class="
        '"meta-data"><div class="reader-estimated-time">2 minutes</div></div></div><hr><div class="content"><div class='
        f'"moz-reader-content"><div id="readability-page-1"><p>{ONE}</p><h2>Winter</h2><p>{TWO}</p></div></div></div>'
        "</div></body></html>".encode()
    )
    assert article.source.format == "html, reader view"
    assert (article.headline, article.dw_id, article.body) == (
        "The stove",
        "a-43700001",
        f"{ONE}\n\nWinter\n\n{TWO}",
    )
    assert (article.byline.authors if article.byline else ()) == authors
