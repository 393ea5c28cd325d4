"""The options that narrow down which records are meant, the same for every command that looks into the archive."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])


Choice = dict[str, Any]
"""Which records are meant: `date_from`, `date_to`, `section` and `kind`, as `Index` takes them."""


def choice_options(command: _Decorated) -> _Decorated:
    """--from, --to, --section and --kind, as one `choice`."""

    @wraps(command)
    def chosen(*args: Any, **values: Any) -> Any:
        choice = {name: values.pop(name) for name in ("date_from", "date_to", "section", "kind")}
        return command(*args, choice=choice, **values)

    return date_options(kind_options(cast(_Decorated, chosen)))


def exact_option(command: _Decorated) -> _Decorated:
    """--exact, as `exact`."""
    return click.option(
        "--exact",
        is_flag=True,
        help="Words as they are spelt only: no other forms, no other spellings of Korean names.",
    )(command)


def date_options(command: _Decorated) -> _Decorated:
    """--from and --to, as `date_from` and `date_to`."""
    first = click.option(
        "--from", "date_from", metavar="DATE", help="Not before this day, month or year: 2019-03-22, 2019-03, 2019."
    )
    last = click.option("--to", "date_to", metavar="DATE", help="Not after this day, month or year.")
    return first(last(command))


def kind_options(command: _Decorated) -> _Decorated:
    """--section and --kind."""
    section = click.option("--section", metavar="NAME", help="Only of this section: News, Asia, Opinion ...")
    kind = click.option("--kind", type=click.Choice(KINDS), help="Only records of this kind.")
    return section(kind(command))


KINDS = ("article", "gallery", "media", "live-blog", "topic", "other")
"""Those of record.schema.json; a test holds the two equal."""
