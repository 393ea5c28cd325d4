"""What leaves an archive: records and citations as files, and the count of stories over time as a timeline.

- formats: the formats by name; placing, folder: files put in place
- as_json, tables, markdown, front_matter, markdown_text: records as data and to read
- citation, authors, bibtex, ris, csl: records as citations
- timeline, periods: stories counted over time; svg, svg_scales, widths: drawn; timeline_rows, timeline_words: in rows
  and words
- values, dates, names, characters, web: what all of these take from a record
"""

from koreanews.export.folder import write_stories
from koreanews.export.formats import FORMATS, Format, write_records
from koreanews.export.placing import placed
from koreanews.export.svg import timeline_svg
from koreanews.export.timeline import Timeline, timeline_of

__all__ = [
    "FORMATS",
    "Format",
    "Timeline",
    "placed",
    "timeline_of",
    "timeline_svg",
    "write_records",
    "write_stories",
]
