"""The case: everything that the seven questions need, in one frozen object."""

from __future__ import annotations

import json
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from detente.case.citation import Citation
from detente.case.entry import DateText, Entry, Id, Part, Text
from detente.case.issue import Issue, IssueLink
from detente.case.lever import Lever
from detente.case.move import Ban, Graph, Move, Preference
from detente.case.numbers import Place
from detente.case.party import Party
from detente.case.position import Position, UtilityTable
from detente.case.red_line import RedLine

if TYPE_CHECKING:
    from detente.case.tables import Tables

SCHEMA_VERSION = 1


class Acceptance(Entry):
    """What makes a deal stand: every veto player, and at least ``quorum`` of the voters.

    Voters are the parties with the role ``party`` unless listed. Without a quorum all of them
    must accept. ``ratifiers`` names, for a party, those at home who must accept as well.
    """

    vetoes: tuple[Id, ...] = ()
    quorum: int | None = Field(None, ge=1)
    voters: tuple[Id, ...] = ()
    ratifiers: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)


class StatusQuo(Entry):
    """Where things stand: a place or an option of each issue, and the moves taken."""

    issues: dict[Id, Place | Id] = Field(default_factory=dict)
    moves: tuple[Id, ...] | None = Field(None, description="Moves taken; left out: unknown.")
    state: Id | None = Field(None, description="State of the graph, where the case has one.")


class Attempt(Entry):
    """An earlier attempt to settle."""

    name: Text
    date: DateText | None = None
    outcome: Text | None = None


class Question(Part):
    """Something the analyst must find out; ``about`` names the part of the case."""

    text: Text
    about: str | None = None
    answered: bool = False


class LogEntry(Part):
    """Who accepted or changed what, and when."""

    when: str
    who: str
    action: Literal["accepted", "changed", "imported", "migrated"]
    path: str
    note: Text | None = None


class Perspective(Part):
    """The same case as somebody else sees it: entries that replace or add to those of the case.

    ``changes`` has sections of the case (``parties``, ``positions`` ...) with entries that are
    laid over the entry of the same id (positions: of the same party and issue).
    """

    id: Id
    name: Text
    holder: Text | None = None
    changes: dict[str, list[dict[str, Any]]] = Field(default_factory=dict)


class Case(Part):
    """A negotiation. Sections that do not apply are left out; nothing is filled in unasked."""

    schema_version: int = SCHEMA_VERSION
    title: Text
    as_of: date | None = Field(None, description="The day the case describes.")
    summary: Text | None = None
    profile: Text | None = None
    causes: Text | None = None
    stakeholders: Text | None = None
    dynamics: Text | None = None
    parties: tuple[Party, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: tuple[Position, ...] = ()
    utilities: tuple[UtilityTable, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    links: tuple[IssueLink, ...] = ()
    levers: tuple[Lever, ...] = ()
    acceptance: Acceptance | None = None
    moves: tuple[Move, ...] = ()
    infeasible: tuple[Text, ...] = Field(
        (), description="Combinations of moves that cannot be, e.g. 'withdraw and invade'."
    )
    bans: tuple[Ban, ...] = ()
    graph: Graph | None = None
    preferences: tuple[Preference, ...] = ()
    status_quo: StatusQuo | None = None
    reference_point: dict[Id, Place | Id] = Field(
        default_factory=dict, description="What holds on each issue if the talks fail."
    )
    attempts: tuple[Attempt, ...] = ()
    perspectives: tuple[Perspective, ...] = ()
    evidence: tuple[Citation, ...] = ()
    questions: tuple[Question, ...] = ()
    log: tuple[LogEntry, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """Hash of the content: equal for two files that say the same, in whatever order of keys."""
        data = self.model_dump(mode="json", exclude_defaults=True)
        return sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()

    @cached_property
    def vetoes(self) -> tuple[str, ...]:
        """Ids of the veto players, in the order of the parties."""
        named = set(self.acceptance.vetoes) if self.acceptance else set()
        return tuple(p.id for p in self.parties if p.veto or p.id in named)

    @cached_property
    def voters(self) -> tuple[str, ...]:
        """Ids of those whose acceptance counts, in the order of the parties."""
        if self.acceptance and self.acceptance.voters:
            named = set(self.acceptance.voters)
            return tuple(p.id for p in self.parties if p.id in named)
        return tuple(p.id for p in self.parties if p.role == "party")

    def tables(self) -> Tables:
        """The case as arrays, made once.

        Raises
        ------
        detente.errors.UnsuitableCase
            If an entry refers to a party, issue or option that is not there.
        """
        return self._tables

    @cached_property
    def _tables(self) -> Tables:
        from detente.case.derive_tables import derive_tables

        return derive_tables(self)
