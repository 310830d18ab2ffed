"""Parties of the draft: a bounded number of bodies with their roles, and who was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from detente.case.draft.bodies import Bodies, Body
from detente.case.draft.passages import Material
from detente.case.draft.roles import Cast, cast_roles
from detente.case.draft.signals import Signals, signals_of
from detente.case.draft.words import Citations
from detente.case.entry import RESERVED

#: More parties than this are a list, not a negotiation; the others are named in a question.
MOST_PARTIES = 12
_MOST_OBSERVERS = 5


@dataclass(frozen=True)
class Parties:
    """Who is in the case, by body id, and what was decided about the others."""

    cast: tuple[Cast, ...]
    ids: dict[str, str]
    bodies: Bodies
    signals: dict[str, Signals]
    left_out: tuple[Signals, ...]

    def of(self, actor: str | None) -> str | None:
        """Party id of an actor of the ledger; None if it speaks for no party of the case."""
        body = self.bodies.of(actor)
        return None if body is None else self.ids.get(body.id)

    def name(self, party: str) -> str:
        """Name of a party of the case."""
        return next(c.signals.body.name for c in self.cast if self.ids[c.signals.body.id] == party)

    def with_role(self, *roles: str) -> list[str]:
        """Ids of the parties with one of these roles, heaviest first."""
        return [self.ids[c.signals.body.id] for c in self.cast if c.role in roles]


def choose_parties(material: Material) -> Parties:
    """The bodies of a ledger that belong in a case."""
    bodies = Bodies(material.ledger)
    signals = signals_of(material, bodies)
    chosen: list[Cast] = []
    observers = 0
    order = {"party": 0, "mediator": 1, "sponsor": 2, "ratifier": 3, "observer": 4}
    for cast in sorted(cast_roles(signals, material), key=lambda c: order[c.role]):
        observers += cast.role == "observer"
        if len(chosen) < MOST_PARTIES and (cast.role != "observer" or observers <= _MOST_OBSERVERS):
            chosen.append(cast)
    taken = {c.signals.body.id for c in chosen}
    left = [s for s in signals.values() if s.body.id not in taken and (s.voice or s.mentions)]
    left.sort(key=lambda s: (-s.weight, s.body.id))
    return Parties(
        tuple(chosen), short_ids(c.signals.body for c in chosen), bodies, signals, tuple(left)
    )


def draft_parties(parties: Parties, citations: Citations) -> list[dict[str, Any]]:
    """The section ``parties``; interests, needs and fears are added later."""
    out = []
    for cast in parties.cast:
        body = cast.signals.body
        row: dict[str, Any] = {"id": parties.ids[body.id], "name": body.name, "role": cast.role}
        if not body.id.endswith("-legislature"):
            row["actor"] = body.id
        row["note"] = f"{cast.why[0].upper()}{cast.why[1:]}."
        row |= citations.entry(cast.words, cast.confidence)
        out.append(row)
    return out


def short_ids(bodies: Iterable[Body]) -> dict[str, str]:
    """Short ids: ``USA``, ``NATO``, ``hamas``; numbered where two would be the same."""
    made: dict[str, str] = {}
    for body in bodies:
        bare = re.sub(r"[^A-Za-z0-9_-]", "-", body.id.partition(":")[2]).strip("-_")
        if not bare or not bare[0].isalpha():
            bare = f"p-{bare}".rstrip("-")
        bare = bare[:60]
        taken = set(made.values())
        name, n = bare, 2
        while name in taken or name.lower() in RESERVED:
            name, n = f"{bare}-{n}", n + 1
        made[body.id] = name
    return made
