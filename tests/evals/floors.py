"""Floors of reading quality: one line each, so that raising one is a one-line change.

Lowering one needs its reason beside it. (set of texts, with the model?, section of the scorer,
measure, least precision, least recall). What a floor is: the promise, where there is one, else a
little under what was reached when the line was written.
"""

from __future__ import annotations

Floor = tuple[str, bool, str, str, float, float]

FLOORS: list[Floor] = [
    # Promised for the sample, with the model.
    ("sample", True, "quotations", "full: span (stripped) + kind", 1.0, 1.0),
    ("sample", True, "quotations", "speaker actor identity", 0.85, 0.85),
    ("sample", True, "quantities", "value + unit", 0.93, 0.93),
    ("sample", True, "actors", "mentions, overlap", 0.95, 0.96),
    ("sample", True, "time expressions", "span overlap", 0.90, 0.94),
    ("sample", True, "relations", "... family + magnitude (where one is given)", 0.75, 0.75),
    # The same by rules alone.
    ("sample", False, "quotations", "full: span (stripped) + kind", 1.0, 1.0),
    ("sample", False, "quotations", "speaker actor identity", 0.85, 0.85),
    ("sample", False, "quantities", "value + unit", 0.93, 0.93),
    ("sample", False, "actors", "mentions, overlap", 0.95, 0.96),
    ("sample", False, "time expressions", "span overlap", 0.90, 0.94),
    ("sample", False, "relations", "... family + magnitude (where one is given)", 0.75, 0.75),
]
