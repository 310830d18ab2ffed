"""What the texts and the reference tables say of parties' weight: no number follows from it.

How much weight a party has in the whole is not what any figure of a text measures, so the
draft leaves ``influence`` open and puts what is stated before the analyst as a question.
"""

from __future__ import annotations

import datetime as dt

from detente.case.draft.parties import Parties
from detente.case.draft.passages import Material
from detente.case.draft.wording import bare
from detente.evidence.items import Relation
from detente.reference.memberships import memberships

_MOST = 8


def stated_magnitudes(material: Material, parties: Parties) -> list[str]:
    """Relations between parties that carry a figure, in the text's words."""
    out = []
    for passage in material.of_kind("relation"):
        item = passage.item
        if (
            isinstance(item, Relation)
            and item.value is not None
            and not passage.is_guess
            and (parties.of(item.source) or parties.of(item.target))
        ):
            out.append(f"“{bare(passage.span.text)}”")
    return list(dict.fromkeys(out))[:_MOST]


def permanent_members(parties: Parties, day: dt.date | None) -> list[str]:
    """Names of parties with a permanent seat in the Security Council, by the reference table."""
    seats = {
        m.member
        for m in memberships()
        if m.organisation == "org:UNSC"
        and m.status == "permanent"
        and (m.covers(day) if day is not None else m.end is None)
    }
    return [
        c.signals.body.name
        for c in parties.cast
        if c.signals.body.id.removeprefix("state:") in seats
    ]
