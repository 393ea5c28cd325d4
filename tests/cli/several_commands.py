"""Runs commands one after the other in one process: `python several_commands.py '[["list"], ["show", "x"]]'`.

Before each goes a line BEGIN with its number, after it END with its exit status, on the same stream. A process for
each of hundreds of commands would take minutes to start alone.
"""

from __future__ import annotations

import json
import sys

from koreanews.cli import main


def run(arguments: list[str]) -> object:
    try:
        main(arguments, prog_name="koreanews")
    except SystemExit as exit:
        return exit.code
    raise AssertionError("the command did not exit")


for number, arguments in enumerate(json.loads(sys.argv[1])):
    print(f"BEGIN {number}", flush=True)
    status = run(arguments)
    sys.stderr.flush()
    print(f"END {number} {status}", flush=True)
