"""Whether a person or body named at one end stands for a state or for himself."""

from __future__ import annotations

from detente.evidence.affairs.rows import Row
from detente.evidence.items import Actor

# Who holds one of these stands for the state; who commands its forces acts himself as well.
_OFFICES = frozenset(
    """president premier chancellor minister king queen crown emperor emir sultan secretary
    ambassador envoy negotiator spokesman spokeswoman spokesperson leader speaker taoiseach adviser
    advisor senator representative governor commissioner diplomat prince pope""".split()
)
_SELVES = frozenset({"organisation", "armed_group", "party", "igo"})
_BODIES = frozenset({"igo", "organisation", "armed_group", "military", "group"})


def doer(row: Row, k: int) -> str | None:
    """Who uses force at ``k``: the state whom an office serves, else the person himself.

    None for the holder of an office of no known state.
    """
    unit = row[k]
    if unit.actor is None or unit.actor.type != "person" or _in_office(unit.actor):
        return unit.acts_for
    if not unit.actor.roles and (unit.acts_for or "").startswith("state:"):
        return unit.acts_for  # whom the record of offices knows
    return unit.actor.id


def named_self(row: Row, k: int) -> str | None:
    """The person or organisation at ``k`` itself; a state for its soldiers and citizens."""
    actor = row[k].actor
    if actor is None:
        return None
    if actor.type == "person" or actor.type in _SELVES or _is_named_force(actor):
        return actor.id
    return row[k].acts_for


def body_at(row: Row, k: int) -> str | None:
    """The body named at ``k`` that can have members, None for states, ministries, companies."""
    actor, mention = row[k].actor, row[k].mention
    if actor is None or mention is None or mention.kind != "name" or mention.role == "place":
        return None
    return actor.id if actor.type in _BODIES else None


def member_of(row: Row, k: int) -> str | None:
    """Who is a member: a force or body itself, the state for whom a minister signs."""
    actor = row[k].actor
    return body_at(row, k) or (None if actor is None else row[k].acts_for)


def _in_office(actor: Actor) -> bool:
    return any(_OFFICES & set(role.title.lower().split()) for role in actor.roles)


def _is_named_force(actor: Actor) -> bool:
    return actor.type == "military" and actor.id.startswith("org:")
