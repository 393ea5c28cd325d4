"""What lies beside saved pages and is none: pictures, scripts and styles, hidden files. It is counted, not named."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from koreanews.captures.address import host_is_dw

RESOURCES = "resource files of saved pages"
HIDDEN = "hidden files and folders"

_SYSTEM = frozenset(("Thumbs.db", "desktop.ini", "__MACOSX", "$RECYCLE.BIN", "lost+found"))

_RESOURCE_FOLDER = re.compile(
    r"(.+)(?:[_-](?:files|file|dateien|fichiers|archivos|arquivos|bestanden|filer|soubory|pliki|dosyalar)|\.files)",
    re.IGNORECASE,
)
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")

_NOT_PAGES = re.compile(
    r"\.(css|js|mjs|map|json|xml|svg|vtt|srt|py|sh)([?@].*)?(\.\d{1,3})?$|^(robots|ads|humans|security)\.txt$",
    re.IGNORECASE,
)
"""wget keeps the query in a file's name ("site.min.js?v=6.45.1", on Windows "@v=6.45.1") and numbers copies."""


def is_hidden(name: str) -> bool:
    """Whether a file or folder is none that a person put there to read: ".git", ".DS_Store", "Thumbs.db"."""
    return name.startswith(".") or name in _SYSTEM


def is_resource_folder(name: str, beside: Collection[str]) -> bool:
    """Whether a folder holds a saved page's pictures: "Title_files" beside "Title.html", in browsers' languages."""
    found = _RESOURCE_FOLDER.fullmatch(name)
    return found is not None and any(found[1] + suffix in beside for suffix in _PAGE_SUFFIXES)


def is_page(name: str) -> bool:
    """Whether a file is called as a browser calls a page that it saves with a folder of pictures beside it."""
    return name.endswith(_PAGE_SUFFIXES)


def pages_above(path: str) -> Iterator[str]:
    """The paths of pages, as `is_page` knows them, that a file at `path` may be a picture or a frame of."""
    folder, _, _ = path.rpartition("/")
    while folder:
        above, slash, name = folder.rpartition("/")
        if found := _RESOURCE_FOLDER.fullmatch(name):
            yield from (f"{above}{slash}{found[1]}{suffix}" for suffix in _PAGE_SUFFIXES)
        folder = above


def is_among_resources(path: str) -> bool:
    """Whether pictures and scripts are to be expected at `path`: a mirror of DW's, or a browser's folder."""
    folders = path.split("/")[:-1]
    return any(host_is_dw(name) or _RESOURCE_FOLDER.fullmatch(name) for name in folders)


def is_code(name: str) -> bool:
    """Whether a text file's name says that it is a script, a style sheet or data: its content cannot tell."""
    return _NOT_PAGES.search(name) is not None
