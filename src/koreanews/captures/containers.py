"""What is in a stream of bytes, whatever it is packed in: pages, and what stands in the place of pages."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from koreanews.captures.archive import Member
from koreanews.captures.capture import Ignored, RecordLine, Skipped
from koreanews.captures.content import HEAD, Form, form_of, not_a_page
from koreanews.captures.files import LINKS, reason_unread
from koreanews.captures.frames import Frames
from koreanews.captures.naming import mirrored_url, readable, stem
from koreanews.captures.packing import packing
from koreanews.captures.page import Page, Read
from koreanews.captures.resources import HIDDEN, RESOURCES, is_among_resources, is_code, is_hidden
from koreanews.captures.stream import ByteStream, Unreadable
from koreanews.captures.unpack import MAX_PAGE, PackedMembers

MAX_DEPTH = 6
"""How many packings may be around a page: a web archive in a zip in a tar.xz has five."""

_MAX_SPOOLED = 4 << 30
"""Bytes of a zip file that is not a file of its own (on standard input, in another container): read from its end,
it has to be laid down in a temporary file first."""
_SPOOLED_IN_MEMORY = 16 << 20
"""Bytes of such a zip file up to which it stays in memory."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stream is from: the path shown, the name that ids are made of, how deep in containers it lies.

    `name` is the last part of its path ("-" for standard input). `within` says that it is a member of a container;
    `named` and `among_resources` are as in `Found`.
    """

    shown: str
    name: str
    depth: int = 0
    within: bool = False
    named: bool = False
    among_resources: bool = False


_PACKED = (Form.GZIP, Form.BZIP2, Form.XZ, Form.ZSTD, Form.BROTLI)
_ARCHIVES = (Form.ZIP, Form.TAR)


def pages_in(stream: ByteStream, place: Place, all_publishers: bool = False) -> Iterator[Read]:
    """All that is in `stream`, in its order. What is wrong with the bytes comes as `Skipped`; nothing raises."""
    try:
        yield from _pages_in(stream, place, all_publishers, None)
    except Unreadable as damage:
        yield Skipped(place.shown, str(damage))
    except OSError as error:
        yield Skipped(place.shown, reason_unread(error))


def _pages_in(stream: ByteStream, place: Place, all_publishers: bool, packed: PackedMembers | None) -> Iterator[Read]:
    """As `pages_in`; `packed` are the members that `stream` is unpacked from. Unreadable, OSError."""
    head, is_damaged = _head(stream, packed)
    if is_damaged:
        yield Skipped(place.shown, "is damaged at its beginning; the records after it are read")
    form = form_of(head)
    if form is Form.OTHER and place.name.lower().endswith(".br") and _is_brotli(head):
        form = Form.BROTLI
    if form in (*_PACKED, *_ARCHIVES):
        if place.depth == MAX_DEPTH:
            raise Unreadable(f"is packed more than {MAX_DEPTH} times over, as decompression bombs are")
        place = replace(place, depth=place.depth + 1)
    if form in _PACKED and (how := packing(form)):
        unpacking = PackedMembers(stream, how)
        yield from _pages_in(unpacking.stream, place, all_publishers, unpacking)
    elif form in _ARCHIVES:
        yield from _pages_of_members(_members(stream, form), place, all_publishers)
    elif form in (Form.WARC, Form.ARC):
        from koreanews.captures.warc_pages import warc_pages

        yield from warc_pages(stream, place.shown, _stem(place), all_publishers, packed)
    elif form is Form.RECORDS:
        yield from _lines(stream, place.shown)
    elif form is Form.OTHER and not _is_sent_packed(head):
        yield _no_page(place, not_a_page(head))
    elif form is Form.TEXT and is_code(place.name) and not place.named:
        yield _no_page(place, "is a script, a style sheet or data, not a saved page")
    else:
        yield _page(stream, place, form)


def _head(stream: ByteStream, packed: PackedMembers | None) -> tuple[bytes, bool]:
    """The first bytes, and whether they are those of a later record, for the first packed member is damaged."""
    is_damaged = False
    while not (head := stream.peek(HEAD)):
        try:
            stream.read(1)
            break
        except Unreadable:
            from koreanews.captures.warc_records import begins_record

            if packed is None or not packed.resume(begins_record):
                raise
            is_damaged = True
    return head, is_damaged


def _is_brotli(head: bytes) -> bool:
    """Whether bytes that are nothing known unpack as brotli's to something that is read.

    Those data begin with no mark of their own: a name tells where it is worth trying, and what they give decides.
    """
    how = packing(Form.BROTLI)
    if how is None:
        return False
    try:
        unpacked = how.decoder().decompress(head, HEAD)
    except how.errors:
        return False
    return form_of(unpacked) not in (Form.OTHER, Form.EMPTY)


def _is_sent_packed(head: bytes) -> bool:
    """Whether it is a page with the headers it was sent with, its body still packed as it was sent."""
    from koreanews.captures.http import is_response

    return head.startswith(b"HTTP/") and is_response(head)


def _page(stream: ByteStream, place: Place, form: Form) -> Page | Skipped:
    """All of `stream` as one page. Unreadable where it breaks off."""
    data = stream.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        return Skipped(place.shown, f"is larger than {MAX_PAGE >> 20} MiB, which no page is")
    flaw = None
    try:
        stream.read(1)
    except Unreadable as damage:
        if not damage.whole:
            raise
        flaw = str(damage)
    id = _stem(place)
    if place.name == "-":
        # Pages come one after the other on standard input: by their content they are told apart.
        id += "-" + hashlib.sha256(data).hexdigest()[:16]
    return Page(data, place.shown, id, place.within, mirrored_url(place.shown), flaw=flaw, form=form)


def _members(stream: ByteStream, form: Form) -> Iterator[Member]:
    """The files in a tar or zip file. Unreadable."""
    if form is Form.TAR:
        from koreanews.captures.archive_tar import tar_members

        yield from tar_members(stream)
        return
    from koreanews.captures.archive_zip import zip_members

    if stream.file:
        yield from zip_members(stream.file, stream.file.seek(0, io.SEEK_END))
        return
    with _laid_down(stream) as file:
        yield from zip_members(file, file.tell())


def _pages_of_members(members: Iterator[Member], place: Place, all_publishers: bool) -> Iterator[Read]:
    """All that is in the files of an archive; at the end what was left out, counted."""
    ignored: Counter[str] = Counter()
    frames = Frames()
    try:
        for member in members:
            shown = f"{place.shown}!/{readable(member.name)}"
            if number := frames.announce(member.name):
                ignored[RESOURCES] += number
            if member.trouble:
                yield Skipped(shown, member.trouble)
            elif any(map(is_hidden, member.name.split("/"))):
                ignored[HIDDEN] += 1
            elif member.is_resource or (member.is_resource is None and frames.has_page_of(member.name)):
                ignored[RESOURCES] += 1
            elif member.stream is None:
                ignored[LINKS] += 1
            else:
                name, among_resources = member.name.rpartition("/")[2], is_among_resources(member.name)
                inner = Place(shown, name, place.depth, within=True, among_resources=among_resources)
                reads = pages_in(member.stream, inner, all_publishers)
                yield from reads if member.is_resource is False else frames.hold_back(member.name, reads)
    except Unreadable as damage:
        yield from frames.release()
        yield Skipped(place.shown, str(damage))
    yield from frames.release()
    for what, number in ignored.items():
        yield Ignored(place.shown, what, number)


def _no_page(place: Place, what: str) -> Skipped | Ignored:
    """What stands for a file that is no page: `what` it is, or only that it is one of the resources expected there."""
    return Ignored(place.shown, RESOURCES, 1) if place.among_resources else Skipped(place.shown, what)


def _lines(stream: ByteStream, path: str) -> Iterator[RecordLine | Skipped]:
    """The lines of another index's records.jsonl, blank ones left out."""
    number = 0
    while line := stream.readline(MAX_PAGE):
        number += 1
        if len(line) == MAX_PAGE and not line.endswith(b"\n"):
            yield Skipped(f"{path}:{number}", f"is a line longer than {MAX_PAGE >> 20} MiB, which no record is")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_PAGE)
        elif data := line.rstrip(b"\r\n"):
            yield RecordLine(path, number, data)


def _laid_down(stream: ByteStream) -> BinaryIO:
    """A temporary file with the bytes of `stream`, to be read from its end."""
    import tempfile

    file = cast(BinaryIO, tempfile.SpooledTemporaryFile(_SPOOLED_IN_MEMORY))  # noqa: SIM115
    while data := stream.read(_CHUNK):
        file.write(data)
        if file.tell() > _MAX_SPOOLED:
            raise Unreadable(f"is a zip file of more than {_MAX_SPOOLED >> 30} GiB within another; unpack that first")
    return file


def _stem(place: Place) -> str:
    return "stdin" if place.name == "-" else stem(place.name)
