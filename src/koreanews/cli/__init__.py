"""The command line: a person's words to the library, and what it gives to what a person wants to see."""

from koreanews.cli.group import main

__all__ = ["main"]
