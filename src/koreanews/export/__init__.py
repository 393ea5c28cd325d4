"""What leaves an archive: records and citations as files, and the count of stories over time as a timeline."""

from koreanews.export.folder import write_stories
from koreanews.export.formats import FORMATS, Format, write_records
from koreanews.export.placing import placed
from koreanews.export.svg import timeline_svg
from koreanews.export.timeline import Timeline, timeline_of

__all__ = [
    "FORMATS",
    "Format",
    "Timeline",
    "placed",
    "timeline_of",
    "timeline_svg",
    "write_records",
    "write_stories",
]
