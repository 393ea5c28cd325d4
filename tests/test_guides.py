"""What a folder's first lines say of its modules: every one of them is named there, and none that is not there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import koreanews

SOURCE = Path(koreanews.__file__).parent
FOLDERS = [
    "captures", "cleaner", "cleaner/html", "cleaner/text", "parser", "index", "index/names", "index/query", "ingest",
    "stories", "export", "cli",
]  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_module_is_in_its_folders_guide(folder: str) -> None:
    guide = ast.get_docstring(ast.parse((SOURCE / folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    heads = (head for line in guide.splitlines()[1:] for head in re.split(r"^- |(?<=; )", line) if ": " in head)
    named = {name for head in heads for name in re.findall(r"\w+", head.partition(": ")[0])}
    modules = {path.stem for path in (SOURCE / folder).glob("*.py")} - {"__init__"}
    folders = {path.parent.name for path in (SOURCE / folder).glob("*/__init__.py")}
    assert named == modules | folders
