"""Whom *I*, *we*, *our* and *the two countries* stand for, put into the sentence as actors.

In a quotation or a turn of a transcript *we* is the side of the speaker, in a joint statement
its parties, in a statement of one state that state. Where that is not clear the words stay words.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from detente.evidence.affairs.relation_parties import Parties
from detente.evidence.affairs.rows import Row, Unit
from detente.evidence.affairs.slots import coordinated
from detente.evidence.affairs.standing import Standing
from detente.evidence.items import Actor
from detente.evidence.positions.joint_voice import JOINT_NOUNS, JointVoice
from detente.evidence.reading import Reading

_WE = frozenset({"we", "us", "our", "i"})
_SIDES = frozenset({"state", "igo", "armed_group", "organisation", "group", "party"})
_STATEMENT = re.compile(r"\b(?:statement|speech|address|remarks|intervention) (?:of|by) ", re.I)
_CODE = re.compile(r"[A-Z]{3}\b")
_OPENING = 400
_RULING = "administration"
_OWNED = frozenset({"previous", "next", "’s", "'s", "public", "business", "drug", "last"})


class Voices:
    """Looks up who speaks at a place of the text, and puts the speaker's side into rows."""

    def __init__(self, reading: Reading, standing: Standing, parties: Parties) -> None:
        self._reading = reading
        self._standing = standing
        self._parties = parties
        self._actors = {a.id: a for a in reading.actors}
        self._ruling: str | None = None
        self._joint = JointVoice(reading)
        quoted = sorted(
            (q for q in reading.quotations if q.kind == "full" or q.speaker is not None),
            key=lambda q: (q.span.start, -q.span.end),
        )
        self._quotations = quoted
        self._starts = [q.span.start for q in quoted]

    def with_voices(self, row: Row) -> Row:
        """The row with an actor for each *I*, *we*, *us* and *our* whose speaker is known."""
        row = self._with_administration(row)
        if row.said.isdisjoint(_WE):
            return row
        units: list[Unit] = []
        for unit in row.units:
            sides = self._sides(row, unit)
            units.extend(_joined(unit, sides, owned=unit.low == "our") if sides else [unit])
        return replace(row, units=tuple(units))

    def _with_administration(self, row: Row) -> Row:
        """The row with an actor for each bare *administration*: the one last called by a name.

        To be asked for the rows of a text in order.
        """
        units = list(row.units)
        for k, unit in enumerate(units):
            if unit.actor is not None and unit.low.endswith(" " + _RULING):
                self._ruling = unit.acts_for
            elif unit.kind == "word" and unit.low == _RULING:
                before = units[k - 1] if k else None
                if before is not None and before.actor is not None:
                    if not before.is_adjective:
                        self._ruling = before.acts_for or self._ruling
                    continue
                ruling = self._actors.get(self._ruling or "")
                if ruling is not None and row.low(k - 1) not in _OWNED and row.low(k + 1) != "of":
                    units[k : k + 1] = _joined(unit, [ruling], owned=False)
        return row if units == list(row.units) else replace(row, units=tuple(units))

    def with_subject(self, row: Row, before: Row | None) -> Row:
        """The row with an actor for the *It* or *They* it begins with: who the last one began with.

        Only within a paragraph, and only where that sentence's first words name its subject.
        """
        first = row.units[0] if row.units else None
        if first is None or first.kind != "word" or first.low not in {"it", "they"}:
            return row
        if before is None or before.sentence.paragraph != row.sentence.paragraph:
            return row
        sides = _opening_sides(before)
        if not sides or (first.low == "it") != (len(sides) == 1):
            return row
        return replace(row, units=(*_joined(first, sides, owned=False), *row.units[1:]))

    def with_joint_nouns(self, row: Row) -> Row:
        """The row with two actors for each "two countries" or "both sides" that is clear."""
        if row.said.isdisjoint(JOINT_NOUNS):
            return row
        units = list(row.units)
        for k in [k for k, low in enumerate(row.lows) if low in JOINT_NOUNS][::-1]:
            meant = self._parties.meant_at(row, k)
            sides = [] if meant is None else [a for w in meant if (a := self._actors.get(w))]
            if len(sides) == 2:
                units[k : k + 1] = _joined(units[k], sides, owned=False)
        return row if len(units) == len(row.units) else replace(row, units=tuple(units))

    def _sides(self, row: Row, unit: Unit) -> list[Actor]:
        if unit.kind != "word" or unit.low not in _WE:
            return []
        if unit.low == "us" and row.text[unit.start : unit.end] != "us":
            return []
        found = []
        speaking = self._speaking(unit.start)
        if unit.low == "i" and (row.text[unit.start] != "I" or len(speaking) > 1):
            return []
        for who in speaking:
            actor = self._actors.get(who)
            if actor is not None and actor.type in _SIDES:
                found.append(actor)
        return found

    def _speaking(self, offset: int) -> Sequence[str]:
        i = bisect.bisect_right(self._starts, offset) - 1
        for k in range(i, max(-1, i - 3), -1):
            quotation = self._quotations[k]
            if offset < quotation.span.end:
                side = None
                if quotation.speaker is not None:
                    side = self._standing.acts_for(quotation.speaker)
                return () if side is None else (side,)
        return self._narrators

    @cached_property
    def _narrators(self) -> tuple[str, ...]:
        """Who says *we* outside quotations: those of a joint statement, or one state's voice."""
        joint = dict.fromkeys(self._standing.acts_for(a.id) or a.id for a in self._joint.we)
        if joint:
            return tuple(joint)
        opening = self._reading.text[:_OPENING]
        title = _STATEMENT.search(opening, 0, max(0, opening.find("\n")))
        if title is None:
            return ()
        code = _CODE.match(opening, title.end())
        if code is not None and f"state:{code.group()}" in self._actors:
            return (f"state:{code.group()}",)
        line_end = opening.find("\n")
        for _, actor in self._reading.mentions_between(title.end(), line_end):
            side = self._standing.acts_for(actor.id)
            return () if side is None else (side,)
        return ()


def _opening_sides(row: Row) -> list[Actor]:
    """The states and bodies that are the first words of a sentence, none if they only own."""
    k = 0
    while row.low(k) in {"the", "both", "but", "and", "yet", ","}:
        k += 1
    if k >= len(row) or row[k].actor is None:
        return []
    named = coordinated(row, k)
    if row.possessive(named[-1]) or row[named[-1]].is_adjective:
        return []
    found = [row[j].actor for j in named]
    return [a for a in found if a is not None and a.type in _SIDES]


def _joined(unit: Unit, sides: Sequence[Actor], *, owned: bool) -> list[Unit]:
    """Units that stand where ``unit`` stood: "Peru and Chile", with ’s where they own."""
    # The pronoun stays before those who own: "for Chad and **our** work" joins nobody to Chad.
    start, end = unit.start, unit.end
    out: list[Unit] = [unit] if owned else []
    for n, side in enumerate(sides):
        if n:
            out.append(Unit(start, end, "and", "word", unit.lead))
        out.append(Unit(start, end, unit.low, "actor", unit.lead, actor=side, acts_for=side.id))
    if owned:
        out.append(Unit(start, end, "’s", "word", unit.lead))
    return out
