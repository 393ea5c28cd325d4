"""Stories and what they have to do with one another: links between them, gaps, copies and story lines."""

from koreanews.stories.stories import Stories

__all__ = ["Stories"]
