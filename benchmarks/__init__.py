"""Measurements of koreanews beside other tools, on pages made by rule; see docs/benchmarks.md.

- pages: the pages, any number of them, from a seed number
- measuring: timing that alternates, peak memory, tables, the machine
- peers: the other tools, each in a file of its own
- extraction, indexing, searching, commands, memory: one part of the table each; `python -m benchmarks` runs all
"""
