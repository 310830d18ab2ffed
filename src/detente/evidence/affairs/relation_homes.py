"""Whom a person serves where the text leaves it open: "President Soto", "the Soto administration".

The dated table of offices answers first, then offices and turns of phrase that belong to one
state. A state that the text never names is never given.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from detente.evidence.affairs.standing import Standing
from detente.evidence.items import Actor
from detente.evidence.reading import Reading
from detente.reference.office_titles import HEADS, office_keys
from detente.reference.offices import offices

_AMERICA, _BRITAIN, _IRELAND = "state:USA", "state:GBR", "state:IRL"
# What only one state calls an office of its own.
_PECULIAR = {
    "secretary of state": _AMERICA,
    "secretary of the treasury": _AMERICA,
    "treasury secretary": _AMERICA,
    "secretary of defense": _AMERICA,
    "senator": _AMERICA,
    "sen.": _AMERICA,
    "rep.": _AMERICA,
    "congressman": _AMERICA,
    "congresswoman": _AMERICA,
    "house majority whip": _AMERICA,
    "house majority leader": _AMERICA,
    "foreign secretary": _BRITAIN,
    "chancellor of the exchequer": _BRITAIN,
    "taoiseach": _IRELAND,
}
_MINISTERS = ("foreign-minister", "defence-minister")
_PEOPLE = re.compile(r"grp:([A-Z]{3})-people\Z")
_SEATS = ("White House", "Oval Office", "Capitol Hill", "State Department", "U.S. Senate")


class HomeStanding(Standing):
    """A standing that also knows the homes which the text leaves open."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading.actors)
        there = {a.id for a in reading.actors}
        self._peoples = {
            a.id: state
            for a in reading.actors
            if (people := _PEOPLE.match(a.id)) and (state := f"state:{people[1]}") in there
        }
        self._affiliations = {a.id: a.affiliation for a in reading.actors}
        self._homes: dict[str, str] = {}
        self._homes = _homes(reading, self)

    def acts_for(self, actor_id: str) -> str | None:
        """As :meth:`Standing.acts_for`, else the home of the person, or of whose group it is.

        What a people does or suffers ("the Chileans landed") its state does or suffers.
        """
        found = super().acts_for(actor_id) or self._peoples.get(actor_id)
        if found is None and self._homes:
            found = self._homes.get(actor_id) or self._homes.get(
                self._affiliations.get(actor_id) or ""
            )
        return found


def _homes(reading: Reading, standing: Standing) -> dict[str, str]:
    there = {a.id for a in reading.actors}
    found: dict[str, str] = {}
    open_presidents: list[Actor] = []
    administrations = {
        a.affiliation for a in reading.actors if a.id.endswith("-administration") and a.affiliation
    }
    for actor in reading.actors:
        if actor.type not in {"person", "anonymous_source"} or standing.acts_for(actor.id):
            continue
        titles = [r.title.lower() for r in actor.roles]
        home = None
        if actor.type == "person":
            home = _of_record(actor, titles) or next(
                (h for t in titles if (h := _PECULIAR.get(t.removeprefix("former ")))), None
            )
            if home is None and actor.id in administrations and not _is_minister(titles):
                home = _AMERICA
        elif "administration official" in actor.name.lower():
            home = _AMERICA
        if home in there and home is not None:
            found[actor.id] = home
        elif any(t.endswith("president") for t in titles):
            open_presidents.append(actor)
    if _AMERICA in there and any(seat in reading.text for seat in _SEATS):
        # American prose names the state of every president but its own.
        for actor in open_presidents:
            if _bodies(actor, {"president"}) <= {"USA"}:
                found[actor.id] = _AMERICA
    return found


def _of_record(actor: Actor, titles: Sequence[str]) -> str | None:
    """The one body whose office, of the kind stated here, the table says this person held."""
    stated = {key for t in titles for key in office_keys(t.removeprefix("former "))}
    if not stated:
        if titles:
            return None
        # A bare surname that everybody knows is a head's.
        stated = {*HEADS, *(_MINISTERS if len(actor.name.split()) > 1 else ())}
    bodies = _bodies(actor, stated)
    if len(bodies) != 1:
        return None
    body = bodies.pop()
    return body if body.startswith("org:") else f"state:{body}"


def _bodies(actor: Actor, stated: Collection[str]) -> set[str]:
    return {
        term.body
        for person in offices().find(actor.name)
        for term in person.terms
        if term.office in stated
    }


def _is_minister(titles: Sequence[str]) -> bool:
    return any("minister" in t or "premier" in t for t in titles)
