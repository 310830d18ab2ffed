"""The name behind an actor's id, so that no id reaches a reader."""

from __future__ import annotations

from detente.evidence.ledger import Ledger
from detente.reference.organisations import organisation
from detente.reference.states import state

_STATE = "state:"


def actor_name(ledger: Ledger, actor_id: str | None) -> str | None:
    """The ledger's name for an actor, else that of the reference tables, else None.

    A body that a role or an affiliation names (*the ambassador to the United Nations*) need
    not be an actor of the ledger itself.
    """
    actor = ledger.actor(actor_id)
    if actor is not None:
        return actor.name
    if actor_id is None:
        return None
    if actor_id.startswith(_STATE):
        known_state = state(actor_id.removeprefix(_STATE))
        return None if known_state is None else known_state.name
    known = organisation(actor_id)
    return None if known is None else known.name
