"""What zip and tar files have in common: members with names that are not to be trusted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from koreanews.captures.stream import ByteStream, Unreadable

_OUTSIDE = re.compile(r"^/|^[A-Za-z]:|(^|/)\.\.(/|$)")
_HERE = re.compile(r"(^|/)(?:\./)+")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name with "/" between folders, and its bytes, or what is the trouble with it.

    With neither of these it is another name for a member before it (a hard link). `is_resource` says whether it lies
    in the folder that a browser saves beside a page of the same archive; None where only the members before it are
    known. The bytes must be read before the next member is asked for.
    """

    name: str
    stream: ByteStream | None
    trouble: str | None = None
    is_resource: bool | None = None


def tidied(name: str) -> str:
    """A member's name with "/" between folders, without those called "."."""
    return _HERE.sub(r"\1", name.replace("\\", "/"))


def leads_out(name: str) -> str | None:
    """The trouble with a tidied name that would be a place outside the folder where the archive is unpacked."""
    return "has a path that leads out of its archive" if _OUTSIDE.search(name) else None


def member_stream(read: Callable[[int], bytes], errors: tuple[type[Exception], ...]) -> ByteStream:
    """The stream of a member read by a library that raises `errors` on damage."""

    def more(number: int) -> bytes:
        try:
            return read(number)
        except errors as error:
            raise Unreadable(f"is damaged: {error_text(error)}") from None

    return ByteStream(more)


def error_text(error: Exception) -> str:
    """What a library's error says, or its name where it says nothing."""
    return str(error) or type(error).__name__
