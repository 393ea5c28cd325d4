"""Collects every regular expression that koreanews compiles: run as a process, prints them as JSON.

Each is [file, line, pattern, flags, is_bytes]; bytes as Latin-1. Modules are imported and pages, files and queries of
every form read, so that what is compiled within functions is met too.
"""

from __future__ import annotations

import json
import pkgutil
import re
import sys
from collections.abc import Callable
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parents[2] / "src" / "koreanews"


def main() -> None:
    re._compile = noting  # type: ignore[attr-defined]
    import koreanews

    for module in pkgutil.walk_packages(koreanews.__path__, "koreanews."):
        if not module.name.endswith("__main__"):
            for thing in vars(import_module(module.name)).values():
                # Those that are compiled when they are first needed.
                if (
                    "re.Pattern" in str(getattr(thing, "__annotations__", {}).get("return"))
                    and not signature(thing).parameters
                ):
                    thing()
    from benchmarks.fuzzing.corpus import inputs
    from benchmarks.fuzzing.targets import TARGETS

    for name in ("captures", "containers", "pages", "queries"):
        for data in inputs(name):
            TARGETS[name](data)
    json.dump(list(found), sys.stdout)


found: dict[tuple[str, int, str, int, bool], None] = {}
compile_: Callable[..., re.Pattern[Any]] = re._compile  # type: ignore[attr-defined]


def noting(pattern: Any, flags: Any) -> re.Pattern[Any]:
    made = compile_(pattern, flags)
    frame = sys._getframe(2)
    if frame.f_code.co_filename.startswith(str(SOURCE)):
        text = made.pattern if isinstance(made.pattern, str) else made.pattern.decode("latin-1")
        name = str(Path(frame.f_code.co_filename).relative_to(SOURCE))
        found[name, frame.f_lineno, text, made.flags, isinstance(made.pattern, bytes)] = None
    return made


if __name__ == "__main__":
    main()
