"""The command line: a person's words to the library, and what it gives to what a person wants to see.

- group: `koreanews` itself; commands: a file each; faults: what goes wrong, told to a person
- session, selection, query, completion: the options and arguments that commands share
- output, safe, documents, streams: what goes out, safe to show; screen, progress: on a terminal
- reading, dates, hyperlinks, hits, found, facets, bars, pictures, stories: what several commands show or say
"""

from koreanews.cli.group import main

__all__ = ["main"]
