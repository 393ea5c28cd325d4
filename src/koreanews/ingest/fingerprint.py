"""Which parser this is: pages are parsed again when it got better."""

from __future__ import annotations

import sys
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import koreanews
from koreanews.parser.article import SCHEMA

_STAGES = ("captures", "cleaner", "parser")
_LIBRARIES = ("beautifulsoup4", "lxml", "python-dateutil", "warcio")


def parser_fingerprint() -> str:
    """Another text for another parser: made of its own files, and the versions of what it stands on."""
    package = Path(koreanews.__file__).parent
    digest = blake2b(digest_size=16)
    for stage in _STAGES:
        for path in sorted((package / stage).rglob("*")):
            # Python, started elsewhere at the same moment, has files of passing names there.
            if path.parent.name != "__pycache__" and path.is_file():
                digest.update(f"{path.relative_to(package)}\n{path.stat().st_size}\n".encode() + path.read_bytes())
    libraries = " ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    return f"schema {SCHEMA}, {digest.hexdigest()}, Python {sys.version_info[:2]}, {libraries}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
