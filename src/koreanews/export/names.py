"""A name for a record that file systems, BibTeX and Markdown tools all take, made of its id."""

from __future__ import annotations

import re
from hashlib import sha256


def safe_name(id: str) -> str:
    """The id itself where it is safe everywhere; else its safe characters and 12 digits of its SHA-256.

    Safe are up to 80 ASCII letters, digits, "-", "_" and ".", not beginning or ending with a dot or a hyphen. Capitals
    are kept but hashed: neither file systems nor BibTeX tell "a" from "A" reliably. No two ids share a name, and an
    id's name is the same in every export.
    """
    if _SAFE.fullmatch(id) and not _HASHED.search(id):
        return id
    stem = _UNSAFE.sub("-", id)[:_LONGEST].strip("-.")
    digits = sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{stem}-{digits}" if stem else digits


_LONGEST = 80
"""Characters of an id in a file's name."""
_SAFE = re.compile(rf"[a-z0-9_](?:[a-z0-9_.-]{{0,{_LONGEST - 2}}}[a-z0-9_])?")
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")
_HASHED = re.compile(r"(?:^|-)[0-9a-f]{12}$")
