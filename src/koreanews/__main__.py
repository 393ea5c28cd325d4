"""koreanews as a program of its own: what the command's name and `python -m koreanews` run."""

from __future__ import annotations

import gc


def run() -> None:
    """Runs the command that the process was called with, and ends the process."""
    # A short command makes some 20,000 objects, nearly all of which stay. To look through them for garbage again and
    # again, and once more before the process ends, would be a tenth of the instructions of a search.
    usual = gc.get_threshold()

    def no_short_command(phase: str, info: dict[str, int]) -> None:
        gc.set_threshold(*usual)
        gc.callbacks.remove(no_short_command)

    gc.set_threshold(_NEW_OBJECTS)
    gc.callbacks.append(no_short_command)
    try:
        from koreanews.cli import main

        main(prog_name="koreanews")
    except KeyboardInterrupt:
        # Before any command began.
        raise SystemExit(130) from None
    finally:
        gc.disable()
        gc.freeze()


_NEW_OBJECTS = 30_000
"""So many objects more than before, and Python looks for garbage; from then on as often as it always does."""

if __name__ == "__main__":
    run()
