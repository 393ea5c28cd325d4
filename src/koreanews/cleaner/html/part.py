"""How a layout is written down: which element of a page is which kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from koreanews.cleaner.blocks import Kind

if TYPE_CHECKING:
    from bs4 import Tag

    from koreanews.cleaner.html.sorter import Sorter
    from koreanews.cleaner.html.words import Piece

Handler: TypeAlias = "Callable[[Tag, Sorter], Part | None]"
LineHandler: TypeAlias = "Callable[[list[Piece], Sorter], None]"
Rule: TypeAlias = "Kind | Part | Handler"
"""What an element is: one block of a kind; a part with rules of its own; or what a function makes of it, which may
be a part to go through."""


_MOST_KEPT = 2000
"""Answers kept of `Part.rule_for`, so that pages of ever new classes fill no memory."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: what its elements are.

    The keys of `rules` are selectors in the forms of `selectors`. A line of text that no rule claims is of the kind
    `rest`, or what `line` makes of it. Where `item`, each such part is one thing: a slide, a recommendation, a picture.
    """

    rest: Kind
    rules: Mapping[str, Rule] = field(default_factory=dict)
    item: bool = False
    line: LineHandler | None = None
    _found: dict[tuple[str, ...], Rule | None] = field(default_factory=dict, init=False, compare=False, repr=False)

    def rule_for(self, tag: Tag) -> Rule | None:
        """The rule for `tag`: that of the most particular selector that selects it, None where none does.

        Pages of one build of the site write the same classes over and over: what was found is kept.
        """
        attrs = tag.attrs
        if not attrs:
            return self.rules.get(tag.name)
        get = attrs.get
        key = (tag.name, str(get("id")), str(get("class")), str(get("data-tracking-name")))
        if key not in self._found:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            found = (self.rules[selector] for selector in selectors(tag.name, attrs) if selector in self.rules)
            self._found[key] = next(found, None)
        return self._found[key]

    def extended(self, rules: Mapping[str, Rule], rest: Kind | None = None) -> Part:
        """This part with further rules, which win over its own."""
        return replace(self, rules={**self.rules, **rules}, rest=rest or self.rest)


AS_BEFORE = Part(Kind.UNKNOWN)
"""What a handler gives for an element that is to be gone through by the rules of the part around it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A generation of DW's pages.

    It is recognised by elements: a page must have all that `needs` select and `enough` of `signs`; and, where
    `source` is not empty, any of these strings in its source. Its content begins at the first element that one of
    the selectors in `begins` selects, tried in order, and ends before the first one of `ends`. `in_use` says when,
    for people.
    """

    name: str
    in_use: str
    signs: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    page: Part
    enough: int = 2
    needs: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


def selectors(name: str, attrs: Mapping[str, object]) -> Iterator[str]:
    """All selectors that select an element, the most particular first.

    "h4#id" "#id" "@name" (its data-tracking-name) "h4.class" ".class" "h4".
    """
    if identity := attrs.get("id"):
        yield f"{name}#{identity}"
        yield f"#{identity}"
    if tracked := attrs.get("data-tracking-name"):
        yield f"@{tracked}"
    for each in str(attrs.get("class") or "").split():
        yield f"{name}.{each}"
        yield f".{each}"
    yield name
