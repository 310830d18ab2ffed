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
    # Texts that rules were improved on: these say that nothing broke, not what to expect.
    ("tuned", True, "actors", "mentions, overlap", 0.97, 0.95),
    ("tuned", True, "reported statements", "content IoU>=0.5 + cue", 0.90, 0.57),
    ("tuned", True, "events", "dated: time span overlap", 0.95, 0.75),
    ("tuned", True, "events", "participants, micro", 0.90, 0.57),
    ("tuned", True, "relations", "source + target + type family", 0.85, 0.68),
    ("tuned", True, "stances", "span overlap + actor + label", 0.88, 0.66),
    ("tuned", True, "terms", "span IoU>=0.3", 0.90, 0.76),
    # Frozen texts: what to expect of a text that nobody tuned rules on.
    ("frozen", True, "quotations", "span IoU>=0.9, marks and end points stripped", 0.97, 0.99),
    ("frozen", True, "quotations", "speaker mention overlap", 0.92, 0.80),
    ("frozen", True, "quotations", "speaker actor identity", 0.92, 0.70),
    ("frozen", True, "actors", "mentions, overlap", 0.92, 0.94),
    ("frozen", True, "reported statements", "content IoU>=0.5 + cue", 0.78, 0.47),
    ("frozen", True, "time expressions", "span overlap", 0.80, 0.98),
    ("frozen", True, "time expressions", "resolved value", 0.70, 0.87),
    ("frozen", True, "events", "place (where one is given)", 0.80, 0.48),
    ("frozen", True, "events", "participants, micro", 0.65, 0.33),
    ("frozen", True, "relations", "source + target + type family", 0.68, 0.24),
    ("frozen", True, "stances", "actor + label (repeats merged)", 0.78, 0.44),
    ("frozen", True, "terms", "span IoU>=0.3", 0.92, 0.22),
]
