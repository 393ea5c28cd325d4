"""The parser: a page's blocks made into its record.

- parse: which kinds of block make which field; article: the record
- candidates, verdicts, weekdays: the dates of a page, found and judged
- bylines, items, kinds, language: fields that take more than a look; no_page: errors and walls of consent
"""

from koreanews.parser.article import Article
from koreanews.parser.parse import parse_blocks

__all__ = ["Article", "parse_blocks"]
