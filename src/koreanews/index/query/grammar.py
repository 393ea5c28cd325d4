"""Reading a query: what is meant by its pieces in their order.

    query   = all { "OR" all }
    all     = { [ "AND" ] [ "-" | "NOT" ] piece }
    piece   = "(" query ")" | [ field ":" ] ( word | word* | word~N | "phrase" | "phrase"~N | "(" query ")" )
            | "date:" dates

Without a sign between them, all pieces must be found. AND binds closer than OR.
"""

from __future__ import annotations

from koreanews.index.query.daterange import dates_of
from koreanews.index.query.faults import Fault, reported
from koreanews.index.query.tokens import Token, tokens_of
from koreanews.index.query.tree import And, Fuzzy, Leaf, Node, Not, Or, Phrase, Prefix, Word


def read_query(text: str) -> Node:
    """The tree of a query. QueryError, with what is wrong, at which character, and the nearest query that works."""
    try:
        return _read(text)
    except Fault as fault:
        raise reported(fault, text, _read) from None


def _read(text: str) -> Node:
    if len(text) > _LONGEST:
        raise Fault(f"A query has at most {_LONGEST} characters.", _LONGEST)
    reader = _Reader(text)
    node = reader.any_of(None, 0)
    if reader.token is not None:
        raise Fault("This parenthesis closes nothing.", reader.token.start, end=reader.token.end)
    return node


_LONGEST = 5000
_DEEPEST = 50


class _Reader:
    """Reads the pieces from left to right; `token` is the next, null at the end."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens_of(text)
        self._end = len(text)
        self._last: Token | None = None
        self.token: Token | None = next(self._tokens, None)

    def any_of(self, field: str | None, depth: int) -> Node:
        """What stands between two ORs, or parentheses, or the ends."""
        choices = [self._all_of(field, depth)]
        while self._at("or"):
            sign = self._take()
            if self.token is None or self.token.kind in ("or", ")", "and"):
                raise Fault("After OR stands another choice.", sign.start, sign.start, sign.end)
            choices.append(self._all_of(field, depth))
        return choices[0] if len(choices) == 1 else Or(tuple(choices))

    def _all_of(self, field: str | None, depth: int) -> Node:
        parts: list[Node] = []
        while self.token is not None and self.token.kind not in ("or", ")"):
            if self._at("and"):
                sign = self._take()
                if not parts or self.token is None or self.token.kind in ("or", "and", ")"):
                    raise Fault("AND stands between two words.", sign.start, sign.start, sign.end)
            parts.append(self._piece(field, depth))
        if not parts:
            raise self._nothing_here()
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _piece(self, field: str | None, depth: int) -> Node:
        if depth > _DEEPEST:
            raise Fault("This is nested too deeply to be read.", self._take().start)
        token = self._take()
        if token.kind == "not":
            if self.token is None or self.token.kind in ("or", "and", ")"):
                raise Fault(f"After {token.text} stands what must not be found.", token.start, end=token.end)
            return Not(self._piece(field, depth + 1))
        if token.kind == "field":
            return self._value(token, field, depth)
        if token.kind == "(":
            return self._group(token, field, depth)
        return leaf_of(token, field)

    def _value(self, name: Token, field: str | None, depth: int) -> Node:
        if field is not None:
            raise Fault(f"This stands within {field}: already.", name.start, end=name.end)
        if name.text == "date":
            return dates_of(self._take(), name)
        return self._piece(name.text, depth)

    def _group(self, opening: Token, field: str | None, depth: int) -> Node:
        node = self.any_of(field, depth + 1)
        if not self._at(")"):
            raise Fault("This parenthesis has no partner.", opening.start, self._end, self._end, ")")
        self._take()
        return node

    def _nothing_here(self) -> Fault:
        """Why no piece stands where one must."""
        if self.token is None:
            if self._last is None:
                return Fault("There is no word in this query.", 0)
            return Fault("Here the query stops short.", self._end, self._last.start, self._last.end)
        if self.token.kind == "or":
            return Fault("Before OR stands another choice.", self.token.start, end=self.token.end)
        if self._last is None:
            return Fault("This parenthesis closes nothing.", self.token.start, end=self.token.end)
        return Fault("There is nothing between these parentheses.", self._last.start, end=self.token.end)

    def _at(self, kind: str) -> bool:
        return self.token is not None and self.token.kind == kind

    def _take(self) -> Token:
        token = self.token
        assert token is not None
        self._last, self.token = token, next(self._tokens, None)
        return token


def leaf_of(token: Token, field: str | None) -> Leaf:
    """What a word or a phrase asks for."""
    if token.kind == "prefix":
        return Prefix(field, token.text)
    if token.kind == "fuzzy":
        return Fuzzy(field, token.text, token.number)
    if token.kind == "phrase":
        return Phrase(field, token.text, token.number)
    return Word(field, token.text, token.start, token.end)
