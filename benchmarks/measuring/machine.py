"""The machine and the versions that results are of, without anything that names it."""

from __future__ import annotations

import os
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version


def described(*packages: str) -> str:
    """The heading of a run: date, cores, load, Python, versions of packages."""
    versions = ", ".join(f"{package} {_version(package)}" for package in ("koreanews", "tantivy", *packages))
    load = f"; load at the start {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{datetime.now(UTC):%Y-%m-%d}; {os.cpu_count()} cores, {platform.machine()}, {platform.system()}{load}\n"
        f"Python {sys.version.split()[0]}, {versions}\n"
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(from source)"
