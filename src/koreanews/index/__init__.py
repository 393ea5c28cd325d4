"""Storing and finding: articles to and from a folder of JSON Lines, and the search index derived from it."""

from koreanews.index.index import Index

__all__ = ["Index"]
