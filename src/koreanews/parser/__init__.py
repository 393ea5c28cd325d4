"""The parser: a page's blocks made into its record."""

from koreanews.parser.article import Article
from koreanews.parser.parse import parse_blocks

__all__ = ["Article", "parse_blocks"]
