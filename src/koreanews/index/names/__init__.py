"""Korean names, however spelt: keys that Pyongyang, P'yŏngyang, Phyongyang and 평양 share."""

from koreanews.index.names.keys import NameKey, name_keys
from koreanews.index.names.query import QueryName, matches, query_keys, query_names

__all__ = ["NameKey", "QueryName", "matches", "name_keys", "query_keys", "query_names"]
