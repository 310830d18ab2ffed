"""What parties can do on their own, and what they prefer of what may come of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from detente.case.entry import Entry, Id, Part, Text
from detente.case.numbers import Number

Direction = Literal["both", "start", "stop"]
Attitude = Literal["well", "ill"]


class Move(Entry):
    """Something a party can do or leave: an option in the graph model for conflict resolution."""

    id: Id
    party: Id
    name: Text
    direction: Direction = Field(
        "both",
        description="both: can be taken and taken back; start: only taken; stop: only ended.",
    )
    now: bool | None = Field(None, description="Whether it is taken in the status quo.")


class Ban(Entry):
    """A change of one move that is impossible while an expression over moves holds."""

    move: Id
    change: Direction = "both"
    when: Text


class Preference(Entry):
    """What a party prefers: statements in order of weight, a ranking, or utilities; one of them.

    A state is written as the moves taken in it with commas (``-`` for none), or by the id of a
    state of the case's graph.
    """

    party: Id
    statements: tuple[Text, ...] = Field(
        (), description="Expressions over moves, the most important first."
    )
    ranking: tuple[tuple[Text, ...], ...] = Field(
        (), description="States from best to worst; states of one inner list are tied."
    )
    utilities: dict[str, Number] = Field(default_factory=dict, description="State to number.")
    unknown: tuple[tuple[Text, Text], ...] = Field(
        (), description="Pairs of states whose comparison is not known."
    )
    much: tuple[tuple[Text, Text], ...] = Field(
        (), description="Pairs of states of which the first is much preferred to the second."
    )
    much_statements: int | None = Field(
        None,
        ge=1,
        description="With statements: what the first so many of them decide is much preferred.",
    )
    much_gap: float | None = Field(
        None, gt=0, description="With utilities: from this difference on it is much preferred."
    )
    attitudes: dict[Id, Attitude] = Field(
        default_factory=dict,
        description="To other parties: well (moves only where they gain), ill (where they lose).",
    )

    @model_validator(mode="after")
    def _one_form(self) -> Preference:
        forms = [bool(self.statements), bool(self.ranking), bool(self.utilities)]
        if sum(forms) != 1:
            raise ValueError("give one of statements, ranking or utilities")
        if self.much_statements is not None and self.much_statements > len(self.statements):
            raise ValueError(
                f"much_statements counts statements from the first; there are "
                f"{len(self.statements)}, not {self.much_statements}"
            )
        if self.much_gap is not None and not self.utilities:
            raise ValueError("much_gap is a difference of utilities; give utilities with it")
        if self.party in self.attitudes:
            raise ValueError("attitudes are to other parties; leave the party itself out")
        return self


class GraphState(Part):
    """A state of a conflict that is drawn as a graph instead of put together from moves."""

    id: Id
    name: Text | None = None


class Arc(Part):
    """A change of state that one party can bring about alone."""

    party: Id
    source: Id
    target: Id


class Graph(Part):
    """States and arcs, for conflicts whose moves are no free combinations."""

    states: tuple[GraphState, ...] = Field(min_length=1)
    arcs: tuple[Arc, ...] = ()
