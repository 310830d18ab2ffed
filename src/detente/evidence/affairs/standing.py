"""For whom an actor acts: a minister for the state of the office, a ministry for its state."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.items import Actor

# These act in their own name. The rest act for the state or body they belong to.
_OWN_NAME = frozenset({"state", "igo", "armed_group"})
_NO_PARTY = frozenset({"media", "think_tank", "anonymous_source", "population"})
# Unaffiliated, these are nobody else's: a bloc, a company whose state the text leaves open.
_BY_DEFAULT = frozenset({"group", "organisation", "party", "company"})
_STEPS = 4


class Standing:
    """Looks up actors of one reading by id and follows their roles and affiliations."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._actors = {a.id: a for a in actors}
        self._known: dict[str, str | None] = {}

    def acts_for(self, actor_id: str) -> str | None:
        """The state, international body, armed group or bloc whose acts these are.

        None where an actor is known but nobody it acts for; never an id that is not among
        the actors.
        """
        if actor_id not in self._known:
            self._known[actor_id] = self._follow(actor_id)
        return self._known[actor_id]

    def _follow(self, actor_id: str) -> str | None:
        seen: set[str] = set()
        current: str | None = actor_id
        for _ in range(_STEPS):
            actor = self._actors.get(current) if current is not None else None
            if actor is None or actor.id in seen:
                return None
            if actor.type in _OWN_NAME:
                return actor.id
            seen.add(actor.id)
            onward = self._onward(actor)
            if onward is None:
                return actor.id if actor.type in _BY_DEFAULT else None
            current = onward
        return None

    def _onward(self, actor: Actor) -> str | None:
        if actor.affiliation is not None and actor.affiliation in self._actors:
            if actor.type in _NO_PARTY and actor.type != "anonymous_source":
                return None
            return actor.affiliation
        for role in actor.roles:
            if role.of is not None and role.of in self._actors:
                return role.of
        return None
