"""What the commands about stories share: how they are opened, and how one is told of in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from koreanews.cli.dates import marked_date
from koreanews.cli.progress import Bar
from koreanews.cli.session import Session

if TYPE_CHECKING:
    from koreanews.stories import Stories
    from koreanews.stories.results import Story


def open_stories(session: Session) -> Stories:
    """The stories of the archive; a long catching-up is shown as a bar."""
    from koreanews.stories import Stories

    bar: Bar | None = None

    def on_progress(done: int, total: int) -> None:
        nonlocal bar
        if bar is None:
            bar = Bar("Following links between stories", lambda: total, quiet=session.quiet)
            # However the command ends.
            click.get_current_context().call_on_close(bar.stop)
        bar.reach(done)
        if done >= total:
            bar.stop()

    return Stories(session.index(), on_progress=on_progress)


def date_of(story: Story) -> str:
    """A story's date for a field, marked where it was inferred; "" where there is none."""
    return marked_date(story.date, story.date_source)


def shown_date(story: Story) -> str:
    """A story's date for a terminal, marked where it was inferred; "undated" where there is none."""
    return date_of(story) or "undated"


WAYS = {
    "recommends": "DW recommends",
    "read_more": "Read more",
    "related": "Related content",
    "media": "Audios and videos on the topic",
}
"""The page's own words for each `Way` to name a story."""
