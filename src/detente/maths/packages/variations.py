"""The same negotiation with one thing changed: a veto, a party, or what a party asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from detente.maths.packages.by_solver import any_deal
from detente.maths.packages.choice import Room
from detente.maths.packages.model import FloorLine, PackageModel
from detente.maths.packages.settle import Unsettled
from detente.maths.packages.utilitarian import most_for


def unanimous(model: PackageModel) -> PackageModel:
    """Everyone whose acceptance counts has a veto."""
    return replace(model, vetoes=model.voters | model.vetoes)


def with_veto(model: PackageModel, party: int, given: bool) -> PackageModel:
    """A veto given to a party or taken from it; it goes on voting if it does."""
    vetoes = model.vetoes.copy()
    vetoes[party] = given
    return replace(model, vetoes=vetoes)


def without(model: PackageModel, party: int, *, quorum_falls: bool) -> PackageModel:
    """A party that neither votes nor has a veto; as many others must accept, or one fewer."""
    voters, vetoes = model.voters.copy(), model.vetoes.copy()
    voted = bool(voters[party])
    voters[party] = vetoes[party] = False
    quorum = model.quorum - int(voted and quorum_falls)
    return replace(model, voters=voters, vetoes=vetoes, quorum=max(0, quorum))


def without_floor(model: PackageModel, party: int) -> PackageModel:
    """A party that takes any deal which breaks none of its other red lines."""
    has = model.has_alternative.copy()
    has[party] = False
    lines = tuple(
        line
        for line in model.red_lines
        if not (isinstance(line, FloorLine) and line.party == party)
    )
    return replace(model, has_alternative=has, red_lines=lines)


def any_stands(model: PackageModel) -> bool:
    """Whether some deal stands.

    Raises
    ------
    TooLinked, TooManyGroups, SolverStopped
        If it cannot be found out.
    """
    room = Room(model, "rule")
    if room.written_out:
        return bool(room.inside.size)
    return any(any_deal(layers) is not None for layers in room.layers)


@dataclass(frozen=True)
class BreakEven:
    """How much a party can ask for before no deal is left.

    ``most`` is the largest total that a deal can give it which it and enough others accept,
    whatever its own floor; None if there is no such deal. ``needed`` is False where deals stand
    without it, so that its asking for more never leaves none. ``proven`` is False where ``most``
    may be larger.
    """

    most: int | None
    needed: bool
    proven: bool


def break_even(model: PackageModel, party: int) -> BreakEven:
    """How far the floor of a party whose acceptance counts can rise; see :class:`BreakEven`.

    Raises
    ------
    TooLinked, TooManyGroups, SolverStopped, Unsettled
        If it cannot be found out.
    """
    needed = not any_stands(without(model, party, quorum_falls=False)) or bool(model.vetoes[party])
    room = Room(with_veto(without_floor(model, party), party, True), "rule")
    column = int(np.flatnonzero(room.parties == party)[0])
    best = most_for(room, column)
    if not best.deals.size and not best.complete:
        raise Unsettled(best.note)
    proven = best.gap == 0
    return BreakEven(round(best.value) if best.deals.size else None, needed, proven)
