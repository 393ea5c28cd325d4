"""Saved pages of our own prose for the tests of the commands, and one that means harm."""

from __future__ import annotations

from pathlib import Path

HARBOUR = """\
 date 2019-05-04  Harbour festival opens in Busan | Asia | DW | 03.05.2019

Asia

Harbour festival opens in Busan

Lanterns on a hundred boats drew crowds to the old quay on Friday.

The mayor lit the first lantern at dusk, and the fleet followed within the hour.

Fishing crews said they had repaired their nets for weeks to be ready in time.

A quiet morning

By sunrise the quay was empty again, but for two cats and a broom.

DW recommends

Island ferries return to Jeju

After three winters on land, two ferries are back at sea. (01.05.2019)
"""

LIBRARY = """\
 Night library keeps Daegu awake | News | DW | 11.11.2018

Night library keeps Daegu awake

Readers in Daegu may now borrow novels until two in the morning.

The librarians take turns to brew barley tea, and nobody is asked to whisper.

A harbour map from 1890 is the oldest sheet in the collection.
"""

ESCAPE = "\x1b]52;c;aGVsbG8=\x07"
OVERRIDE = "\u202egnip\u202c"

# With this much prose around them, a few control characters do not make a page a binary file.
_PROSE = "\n\n".join(
    f"On day {day} the harbour master rang the bell {day} times, as custom asks, and the gulls answered from the roof."
    for day in range(2, 22)
)

HOSTILE = f"""\
Alarm {ESCAPE}[red]siren[/red] {OVERRIDE} [link=file:///x]here[/link] | News | DW | 02.02.2018

Alarm {ESCAPE}[red]siren[/red] {OVERRIDE} [link=file:///x]here[/link]

A teaser with \x9b31mcolour, \x1b[2J a cleared screen and a\ttab for good measure.

The siren paragraph moves \x1b[10A up, rings \x07 and hides \u2066 words \u2069 in [bold]brackets[/bold].

{_PROSE}

DW recommends

Another {ESCAPE} siren

Its teaser retitles \x1b]0;owned\x07 windows. (01.02.2018)
"""


def save(folder: Path, **pages: str) -> Path:
    """Each page in a file of the folder, `name.txt`; the folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / f"{name}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    return folder
