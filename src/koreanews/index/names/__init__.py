"""Korean names, however spelt: keys that Pyongyang, P'yŏngyang, Phyongyang and 평양 share.

- keys: the names in a text; query: those in what a reader typed
- tokens: one word; persons: several together; surnames, ordinary: family names, and words that are no names
- reading, spelling: from letters to Hangul, by the systems of romanisation; hangul, syllables: Hangul itself
"""

from koreanews.index.names.keys import NameKey, name_keys
from koreanews.index.names.query import QueryName, matches, query_keys, query_names

__all__ = ["NameKey", "QueryName", "matches", "name_keys", "query_keys", "query_names"]
