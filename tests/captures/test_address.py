"""DW's addresses, in all the forms of formats.md and behind what people read DW through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreanews.captures.address import canonical, dw_id, is_dw, mirrored_at, permalink, permalink_number

PAGE = "https://www.dw.com/en/moon-over-seoul/a-52060881"

SAME_PAGE = [
    PAGE,
    "http://www.dw.com/en/moon-over-seoul/a-52060881",
    "https://dw.com/en/moon-over-seoul/a-52060881",
    "https://m.dw.com/en/moon-over-seoul/a-52060881",
    "https://amp.dw.com/en/moon-over-seoul/a-52060881",
    "http://www.dw.de/en/moon-over-seoul/a-52060881",
    "http://www.dw-world.de/en/moon-over-seoul/a-52060881",
    "HTTPS://WWW.DW.COM/en/moon-over-seoul/a-52060881",
    "https://www.dw.com:443/en/moon-over-seoul/a-52060881/",
    "https://www.dw.com/en/moon-over-seoul/a-52060881?maca=en-rss-en-all-1573-rdf",
    "https://www.dw.com/en/moon-over-seoul/a-52060881#comments",
    "https://www.dw.com/en/moon-over-seoul/a-52060881.html",
    "https://web.archive.org/web/20190322101112/https://www.dw.com/en/moon-over-seoul/a-52060881",
    "https://web.archive.org/web/20190322101112id_/http://www.dw.com:80/en/moon-over-seoul/a-52060881",
    "https://web.archive.org/web/2019/www.dw.com/en/moon-over-seoul/a-52060881",
    "https://wayback.archive-it.org/1234/20190322101112/https://www.dw.com/en/moon-over-seoul/a-52060881",
    "https://archive.ph/2019.03.22-101112/https://www.dw.com/en/moon-over-seoul/a-52060881",
    "https://translate.google.com/translate?sl=en&tl=ko&u=https%3A%2F%2Fwww.dw.com%2Fen%2Fmoon-over-seoul%2Fa-52060881",
    "https://www-dw-com.translate.goog/en/moon-over-seoul/a-52060881?_x_tr_sl=en&_x_tr_tl=ko",
    "https://www-dw--world-de.translate.goog/en/moon-over-seoul/a-52060881",
    "https://webcache.googleusercontent.com/search?q=cache:AbC1:https://www.dw.com/en/moon-over-seoul/a-52060881",
    "https://amp-dw-com.cdn.ampproject.org/c/s/amp.dw.com/en/moon-over-seoul/a-52060881",
    "https://ezproxy.library.example.edu/login?url=https://www.dw.com/en/moon-over-seoul/a-52060881",
    "https://www-dw-com.ezproxy.library.example.edu/en/moon-over-seoul/a-52060881",
    "https://unblock.example.net/browse.php?u=https%3A%2F%2Fwww.dw.com%2Fen%2Fmoon-over-seoul%2Fa-52060881&b=4",
    "https://mirror.example.org/www.dw.com/en/moon-over-seoul/a-52060881.html",
    "<https://www.dw.com/en/moon-over-seoul/a-52060881>",
    "www.dw.com/en/moon-over-seoul/a-52060881",
]


@pytest.mark.parametrize("url", SAME_PAGE)
def test_one_page_has_one_id_and_one_canonical_form_wherever_it_is_read(url: str) -> None:
    assert is_dw(url)
    assert dw_id(url) == "a-52060881"
    assert canonical(url) == PAGE


@pytest.mark.parametrize(
    ("slug", "readable"),
    [
        ("f%C3%A4hre-nach-s%c3%bcden", "fähre-nach-süden"),
        ("fa\u0308hre", "fähre"),
        ("fa%CC%88hre", "fähre"),
        ("%E9%9F%A9%E5%9B%BD%EF%BC%9A", "韩国："),
        ("f%E4hre", "f%E4hre"),
        ("a%E2%80%AEb%20c%2Fd", "a%E2%80%AEb%20c%2Fd"),
    ],
)
def test_letters_in_an_address_stand_for_themselves(slug: str, readable: str) -> None:
    for host in ("https://www.dw.com/de/", "https://web.archive.org/web/20190322101112/http://m.dw.com/de/"):
        assert canonical(f"{host}{slug}/a-4711") == f"https://www.dw.com/de/{readable}/a-4711"


@pytest.mark.parametrize("kind", ["a", "av", "g", "t", "s", "l", "video", "person", "program"])
def test_every_type_of_page_has_an_id(kind: str) -> None:
    assert dw_id(f"https://www.dw.com/de/worte-und-taten/{kind}-4711") == f"{kind}-4711"


@pytest.mark.parametrize(
    ("url", "id"),
    [
        ("https://p.dw.com/p/3WRPd", "a-52060881"),
        ("http://dw.com/p/3WRPd", "a-52060881"),
        ("http://dw.de/p/3WRPd?maca=x", "a-52060881"),
        ("http://www.dw-world.de/dw/article/0,,4708386,00.html", "a-4708386"),
        ("http://www.dw-world.de/dw/article/0,2144,4708386_page_2,00.html", "a-4708386"),
        ("https://www.dw.com/en/t-34-tanks-on-parade/a-49359393", "a-49359393"),
        ("https://www.dw.com/a-49359393", "a-49359393"),
    ],
)
def test_short_and_former_addresses_name_the_same_numbers(url: str, id: str) -> None:
    assert dw_id(url) == id


def test_a_short_or_former_address_is_its_own_canonical_form() -> None:
    assert canonical("http://dw.de/p/3WRPd?maca=x") == "https://p.dw.com/p/3WRPd"
    assert canonical("http://www.dw-world.de/dw/article/0,,4708386,00.html") == "https://www.dw.com/a-4708386"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.dw.com/",
        "https://www.dw.com/en/g-20-summit",
        "https://www.dw.com/en/top-stories",
        "https://learngerman.dw.com/en/overview",
    ],
)
def test_addresses_of_dw_that_name_no_page_have_no_id(url: str) -> None:
    assert is_dw(url)
    assert dw_id(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://",
        "http://[::1",
        "mailto:info@dw.com",
        "https://www.dw.com.example.org/en/x/a-1",
        "https://notdw.com/en/x/a-1",
        "https://www.example.org/en/x/a-52060881",
        "https://www.facebook.com/sharer.php?u=https://www.dw.com/en/moon-over-seoul/a-52060881",
        "https://twitter.com/intent/tweet?url=https%3A%2F%2Fwww.dw.com%2Fen%2Fmoon-over-seoul%2Fa-52060881",
        "https://statistics.example.org/site/www.dw.com",
        "https://www.example.org/#https://www.dw.com/en/x/a-1",
    ],
)
def test_addresses_of_others_are_not_dws_even_if_they_mention_one(url: str) -> None:
    assert not is_dw(url)
    assert dw_id(url) is None
    assert canonical(url) is None


def test_a_host_with_pages_of_its_own_stays_in_the_canonical_form() -> None:
    assert canonical("http://learngerman.dw.com/en/overview?x=1") == "https://learngerman.dw.com/en/overview"


def test_a_web_archives_address_tells_when_it_captured_the_page() -> None:
    assert mirrored_at("https://web.archive.org/web/20190322101112id_/" + PAGE) == "20190322101112"
    assert mirrored_at("https://archive.ph/2019.03.22-101112/" + PAGE) == "20190322101112"
    assert mirrored_at(PAGE) is None


def test_the_permalink_of_formats_md() -> None:
    assert permalink(52060881) == "https://p.dw.com/p/3WRPd"
    assert permalink_number("3WRPd") == 52060881


@pytest.mark.parametrize("code", ["", "3WRP-", "ä", " 3"])
def test_what_is_not_base_62_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r"digit|substring"):
        permalink_number(code)


@given(st.integers(min_value=0, max_value=10**12))
def test_permalinks_lead_back_to_their_numbers(number: int) -> None:
    assert permalink_number(permalink(number).rpartition("/")[2]) == number


@given(st.text() | st.text().map(lambda text: f"https://www.dw.com/{text}"))
def test_no_text_makes_an_address_fail(url: str) -> None:
    assert (canonical(url) is None) == (not is_dw(url))
    assert dw_id(url) is None or is_dw(url)
