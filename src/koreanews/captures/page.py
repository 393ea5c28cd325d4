"""One page's bytes, and what its container tells of it, made into a capture.

A `Page` is all that a worker process needs: it pickles, and `to_capture` depends on nothing else.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from koreanews.captures.capture import Capture, Ignored, RecordLine, Skipped, Source
from koreanews.captures.content import HEAD, Form, form_of, is_html, not_a_page
from koreanews.captures.encoding import UnknownEncoding, decode_page
from koreanews.captures.framed import framed_within
from koreanews.captures.markdown import html_of, is_markdown
from koreanews.captures.naming import stem
from koreanews.captures.stream import Unreadable
from koreanews.captures.view_source import source_within


@dataclass(frozen=True, slots=True)
class Page:
    """The undecoded bytes of one page; `path`, `url`, `crawled` and `flaw` as in `Source` and `Capture`.

    `id` is the stem of its file, or its place in its container. `by_address` says that DW's own id goes before
    it where the page's address tells one, as it does in a container.
    `charset` is the encoding that the container declares, e.g. in an HTTP header. `form` is what its reader found
    it to be already; None has it found out.
    """

    data: bytes
    path: str
    id: str
    by_address: bool = False
    url: str | None = None
    crawled: datetime | None = None
    charset: str | None = None
    flaw: str | None = None
    form: Form | None = None


Read = Page | Skipped | Ignored | RecordLine
"""What is read of a file: as `Item`, its pages not yet decoded."""


def to_capture(page: Page) -> Capture | Skipped:
    """The page decoded; `Skipped` where its bytes are no page. Pure: may run in any process, in any order."""
    try:
        return _capture(page)
    except (Unreadable, UnknownEncoding) as error:
        return Skipped(page.path, str(error))


def capture_from_bytes(
    data: bytes, *, path: str, id: str | None = None, url: str | None = None, crawled: datetime | None = None
) -> Capture | Skipped:
    """The capture of one page's bytes; its id is the stem of `path`'s last part where none is given."""
    name = path.rpartition("/")[2]
    return to_capture(Page(data, path, stem(name) if id is None else id, url=url, crawled=crawled))


def capture_from_text(text: str, id: str) -> Capture:
    """The capture of a page that was decoded already, a text dump or HTML, whatever characters it holds.

    `id` is its path too. What it tells of its encoding is of no account; its digest is that of the text as UTF-8.
    """
    data = text.encode("utf-8", "surrogatepass")
    digest, size = hashlib.sha256(data).hexdigest(), len(data)
    if not is_html(text):
        if is_markdown(text, id):
            return Capture(id, html_of(text), Source(id, MARKDOWN, digest, size), True)
        return Capture(id, text, Source(id, "text", digest, size))
    source = Source(id, "html", digest, size)
    page = _with_savers_word(Page(data, id, id), text)
    return Capture(id, _html_within(text), source, True, page.url, page.crawled)


def _capture(page: Page) -> Capture | Skipped:
    """As `to_capture`, but for Unreadable and UnknownEncoding."""
    digest, size = hashlib.sha256(page.data).hexdigest(), len(page.data)
    if page.data.startswith(b"HTTP/"):
        page = _without_headers(page)
    form = page.form or form_of(page.data[:HEAD])
    if form is Form.MHTML:
        page = _without_mail(page)
    elif form is Form.WEBARCHIVE:
        page = _without_property_list(page)
    elif form not in (Form.HTML, Form.TEXT):
        return Skipped(page.path, _no_page(form, page.data))
    has_tags = form is not Form.TEXT
    decoded = decode_page(page.data, has_tags, page.charset)
    text = decoded.text
    if has_tags:
        page = _with_savers_word(page, text)
        text = _html_within(text)
    elif reason := _too_much(text) or _no_text(text):
        return Skipped(page.path, reason)
    name = form.value
    if not has_tags and is_markdown(text, page.path):
        text, name, has_tags = html_of(text), MARKDOWN, True
    flaw = "; ".join(flaw for flaw in (page.flaw, decoded.flaw) if flaw) or None
    source = Source(page.path, name, digest, size)
    own = _own_id(page)
    named_by_place = page.by_address and own is None
    return Capture(own or page.id, text, source, has_tags, page.url, page.crawled, flaw, named_by_place)


def _html_within(text: str) -> str:
    """The page itself, where a browser's view of its source was saved, or a page that shows it in a frame."""
    return source_within(text) or framed_within(text) or text


def _without_headers(page: Page) -> Page:
    """The page of a file saved with the headers it was sent with, as wget and curl do on demand."""
    from koreanews.captures.http import decoded_body, is_response, parse_response
    from koreanews.captures.moments import from_mail_date

    if not is_response(page.data):
        return page
    response = parse_response(page.data)
    data, flaw = decoded_body(response)
    date = response.headers.get("date")
    return replace(
        page,
        data=data,
        flaw=page.flaw or flaw,
        form=None,
        charset=page.charset or response.charset,
        crawled=page.crawled or (from_mail_date(date) if date else None),
    )


def _without_mail(page: Page) -> Page:
    """The page in a mail, as browsers save it into a single file (MHTML). Unreadable."""
    from koreanews.captures.mhtml import main_part

    part = main_part(page.data)
    return replace(
        page,
        data=part.html,
        charset=part.charset,
        url=page.url or part.url,
        crawled=page.crawled or part.crawled,
        flaw=page.flaw or part.flaw,
    )


def _without_property_list(page: Page) -> Page:
    """The page in a property list, as Safari saves it. Unreadable."""
    from koreanews.captures.webarchive import main_resource

    resource = main_resource(page.data)
    return replace(page, data=resource.html, charset=resource.charset, url=page.url or resource.url)


def _with_savers_word(page: Page, html: str) -> Page:
    """The page with the address and the moment that whoever saved it tells in its HTML."""
    from koreanews.captures.moments import from_mirror
    from koreanews.captures.saved import saved_by

    saved = saved_by(html)
    url = page.url or saved.url
    return replace(page, url=url, crawled=page.crawled or saved.crawled or (from_mirror(url) if url else None))


def _no_page(form: Form, data: bytes) -> str:
    """What bytes of that form are, which is no page's, as the rest of a sentence that begins with their name."""
    if form is Form.EMPTY:
        return "holds nothing but blanks" if data else "is empty"
    return not_a_page(data) if form is Form.OTHER else f"is of the form {form}, not a single page"


def _too_much(text: str) -> str | None:
    """What a text has more of than any page: characters or lines. What is read is held in memory, a line hundredfold.

    HTML is bounded by its tags instead (koreanews.cleaner.html.lean).
    """
    if len(text) > MAX_TEXT:
        return f"is more than {MAX_TEXT >> 20} MiB of text, which no page is"
    if len(text) > MAX_LINES and sum(map(text.count, _LINE_ENDS)) > MAX_LINES:
        return f"has more than {MAX_LINES:,} lines, which no page has"
    return None


MARKDOWN = "markdown"
"""The form of a text that is Markdown; its bytes do not tell, its words and its name do."""
MAX_TEXT = 16 << 20
"""Characters in a text dump. Real ones stay below a hundredth of it."""
MAX_LINES = 250_000
"""Lines in a text dump. Real ones stay below a hundredth of it."""
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""As `str.splitlines` has them."""


def _no_text(text: str) -> str | None:
    """What is wrong with a text that is none: blanks, or data."""
    beginning = text.lstrip("\0 \t\r\n\f\ufeff")[:1]
    if not beginning or text.isspace():
        return "holds nothing but blanks"
    if beginning in "{[":
        import json

        for data in (text, text.lstrip().partition("\n")[0]):
            try:
                json.loads(data)
            except (ValueError, RecursionError):
                continue
            return "is JSON data, not a saved page"
    return None


def _own_id(page: Page) -> str | None:
    """DW's id of a page in a container, where its address tells one."""
    if page.by_address and page.url:
        from koreanews.captures.address import dw_id

        return dw_id(page.url)
    return None
