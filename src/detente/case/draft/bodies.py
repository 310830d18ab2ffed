"""For whom an actor speaks: states over their office holders, or a reason to leave it out.

A person speaks for the body of the stated office; a government body, an army, a delegation or
an official without a name for its state; a legislature stands for itself, as it can refuse
what its government signs. The press, research institutes, companies, publics and sources
without a name take no part in talks.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from detente.case.draft.wording import the
from detente.evidence.items import Actor
from detente.evidence.ledger import Ledger
from detente.reference.offices import offices
from detente.reference.organisations import organisation
from detente.reference.states import state

BodyKind = Literal["state", "igo", "armed_group", "legislature", "person", "organisation"]

_LEGISLATURE = re.compile(
    r"\b(?:Senate|Congress|Parliament|House of (?:Representatives|Commons|Lords)|State Duma|Duma"
    r"|Knesset|Verkhovna Rada|Bundestag|National Assembly|Majlis|Diet|Legislature|congressional"
    r"|lawmakers?|legislators?|parliamentarians?|senators?|[Cc]ongress(?:wo)?m[ae]n"
    r"|Members? of Parliament|Majority Leader|Minority Leader|Whip|Rep|Sen|MP)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:former|ex|retired|late|fellow|professor|analyst|expert)\b", re.I)
_LEFT_OUT = {
    "media": "the press",
    "think_tank": "research institutes",
    "company": "companies",
    "population": "the public",
    "anonymous_source": "sources without a name",
    "group": "loose groups",
    "ngo": "non-governmental organisations",
}


@dataclass(frozen=True, slots=True, order=True)
class Body:
    """One who could take part in talks: ``id`` as in the ledger, or made for a legislature."""

    id: str
    name: str
    kind: BodyKind
    of: str | None = None
    """For a legislature: the state whose it is."""


class Bodies:
    """The body of every actor of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[str, Body | None] = {}
        self.left_out: dict[str, str] = {}
        """Why an actor stands for no body, by actor id."""
        dates = [d.date for d in ledger.documents if d.date is not None]
        self._day: dt.date | None = min(dates) if dates else None
        self._states = {a.id for a in ledger.actors if a.type == "state"}

    def of(self, actor_id: str | None) -> Body | None:
        """The body an actor speaks for; None where there is none (see ``left_out``)."""
        if actor_id is None:
            return None
        if actor_id not in self._known:
            self._known[actor_id] = None  # an affiliation that leads back here ends here
            self._known[actor_id] = self._find(actor_id)
        return self._known[actor_id]

    def _find(self, actor_id: str) -> Body | None:
        actor = self._ledger.actor(actor_id)
        if actor is None:
            return _from_reference(actor_id)
        if actor.type == "state":
            return Body(actor.id, actor.name, "state")
        if actor.type == "person":
            return self._of_person(actor)
        if _LEGISLATURE.search(actor.name) and actor.type not in ("media", "think_tank"):
            return self._legislature(actor)
        if actor.type in ("igo", "armed_group"):
            above = self.of(actor.affiliation) if actor.type == "igo" else None
            return above or Body(actor.id, actor.name, _kind(actor))
        if actor.type not in _LEFT_OUT or actor.type in ("anonymous_source", "group"):
            above = self.of(actor.affiliation)
            if above is not None:
                return above
        if actor.type == "party":
            # Inside a state a political party is home politics; on its own it may negotiate.
            return None if actor.affiliation else Body(actor.id, actor.name, "organisation")
        if actor.type in ("organisation", "government_body", "military"):
            return Body(actor.id, actor.name, "organisation")
        self.left_out[actor.id] = _LEFT_OUT[actor.type]
        return None

    def _of_person(self, actor: Actor) -> Body | None:
        current = [r for r in actor.roles if not _FORMER.search(r.title)]
        for role in current:
            if _LEGISLATURE.search(role.title) and (home := self.of(role.of)) is not None:
                return self._legislature_of(home)
        bodies = [self.of(r.of) for r in current if r.of] + [self.of(actor.affiliation)]
        for body in bodies:
            if body is not None:
                return body
        for role in actor.roles:
            of = self._ledger.actor(role.of)
            if of is not None and of.type in _LEFT_OUT:
                self.left_out[actor.id] = _LEFT_OUT[of.type]
                return None
        if any(_LEGISLATURE.search(r.title) for r in current):
            self.left_out[actor.id] = "lawmakers whose parliament is not named"
            return None
        if actor.roles and not current:
            self.left_out[actor.id] = "people who held office before"
            return None
        return self._by_office(actor) or Body(actor.id, actor.name, "person")

    def _by_office(self, actor: Actor) -> Body | None:
        """The one state of the ledger that a person of this name led, by the reference table.

        On the day of the document where it has one, else at any time: a name that fits leaders
        of two states of the ledger tells nothing.
        """
        terms = [t for person in offices().find(actor.name) for t in person.terms]
        if self._day is not None:
            day = self._day
            terms = [t for t in terms if t.held_on(day) != "no"]
        bodies = {f"state:{t.body}" for t in terms} & self._states
        return self.of(bodies.pop()) if len(bodies) == 1 else None

    def _legislature(self, actor: Actor) -> Body | None:
        home = self.of(actor.affiliation)
        if home is None:
            return Body(actor.id, actor.name, "organisation")
        return home if home.kind == "legislature" else self._legislature_of(home)

    def _legislature_of(self, home: Body) -> Body:
        if home.kind != "state":
            return home
        return Body(
            f"{home.id}-legislature", f"Legislature of {the(home.name)}", "legislature", home.id
        )


def _kind(actor: Actor) -> BodyKind:
    return "igo" if actor.type == "igo" else "armed_group"


def _from_reference(actor_id: str) -> Body | None:
    """The body of an id that only an office or an affiliation names."""
    if actor_id.startswith("state:"):
        found = state(actor_id.removeprefix("state:"))
        return Body(actor_id, found.name, "state") if found else None
    known = organisation(actor_id)
    if known is None:
        return None
    if known.affiliation:
        above = _from_reference(known.affiliation)
        if above is not None and above.kind == "state" and _LEGISLATURE.search(known.name):
            return Body(
                f"{above.id}-legislature",
                f"Legislature of {the(above.name)}",
                "legislature",
                above.id,
            )
        return above
    return Body(known.id, known.name, "igo") if known.type == "igo" else None
