"""Earlier attempts to settle that the texts name: talks, agreements and plans of the past."""

from __future__ import annotations

import re
from typing import Any

from detente.case.draft.parties import Parties
from detente.case.draft.passages import Material
from detente.case.draft.signals import words_for
from detente.case.draft.wording import bare
from detente.case.draft.words import Citations
from detente.evidence.items import Event

_ATTEMPT = re.compile(
    r"\b(?:talks|negotiations|summit|agreements?|accords?|conference|round|process|protocol"
    r"|treaty|deal|ceasefire|truce|initiative)\b",
    re.IGNORECASE,
)
_MOST = 8


def draft_attempts(
    material: Material, parties: Parties, citations: Citations
) -> list[dict[str, Any]]:
    """The section ``attempts``: named with a place or a year, and not between strangers alone."""
    out: list[dict[str, Any]] = []
    names: set[str] = set()
    for passage in material.of_kind("event"):
        item = passage.item
        if not isinstance(item, Event) or item.status != "past":
            continue
        if item.type not in ("meeting", "agreement") or not _ATTEMPT.search(passage.span.text):
            continue
        if item.resolved is None or (item.place is None and not item.participants):
            continue
        bodies = {b.id for a in item.participants if (b := parties.bodies.of(a)) is not None}
        sides = {c.signals.body.id for c in parties.cast if c.role in ("party", "mediator")}
        if bodies and not bodies <= sides:
            continue
        name = bare(passage.span.text)
        if name.lower() in names or len(out) == _MOST:
            continue
        names.add(name.lower())
        first = item.resolved.first
        cut = {"day": 10, "month": 7}.get(item.resolved.precision, 4)
        out.append(
            {"name": name[0].upper() + name[1:], "date": first[:cut]}
            | citations.entry([words_for(passage)], passage.confidence)
        )
    return out
