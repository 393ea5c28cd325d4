"""How many examples a property is tried on: the same 200 at every run, or other ones, as many as asked for.

`KOREANEWS_EXAMPLES=20000 pytest tests/properties` draws that many, new ones each time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_ASKED = os.environ.get("KOREANEWS_EXAMPLES")

checked = settings(
    max_examples=int(_ASKED or 200),
    derandomize=_ASKED is None,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
