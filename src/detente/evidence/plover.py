"""PLOVER categories as labels of events, where one fits; the names follow its 2021 edition.

PLOVER (Political Language Ontology for Verifiable Event Records, Open Event Data Alliance) codes
political events by what one side does to another. Only plain cases are labelled: an event whose
category would take a judgement has none.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.evidence.items import Event

_BY_TYPE: Mapping[str, str] = {
    "meeting": "CONSULT",
    "visit": "CONSULT",
    "agreement": "AGREE",
    "attack": "ASSAULT",
    "conflict": "ASSAULT",
    "sanction": "SANCTION",
    "humanitarian": "AID",
}
_BY_VERB: Mapping[str, str] = {
    **dict.fromkeys(("condemned", "denounced", "accused"), "ACCUSE"),
    **dict.fromkeys(("urged", "demanded", "requested"), "REQUEST"),
    **dict.fromkeys(("rejected", "refused"), "REJECT"),
    **dict.fromkeys(("withdrew", "withdraw", "withdrawn"), "RETREAT"),
    **dict.fromkeys(("deployed", "mobilised", "mobilized"), "MOBILIZE"),
    **dict.fromkeys(("threatened",), "THREATEN"),
}


def category(event: Event) -> str | None:
    """The PLOVER category of an event, None where none fits without a judgement."""
    if event.type in _BY_TYPE:
        return _BY_TYPE[event.type]
    words = event.trigger_span.text.lower().split()
    return next((_BY_VERB[w] for w in words if w in _BY_VERB), None)
