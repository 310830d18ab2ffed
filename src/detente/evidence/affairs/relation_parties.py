"""The two parties of a document, and what they agree with each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.evidence.affairs.relation_ends import OTHERS, is_deed, is_passive
from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import AUXILIARIES, after
from detente.evidence.affairs.standing import Standing
from detente.evidence.affairs.subjects import subject_of
from detente.evidence.affairs.syntax import Syntax
from detente.evidence.positions.joint_voice import JOINT_NOUNS, JointVoice
from detente.evidence.reading import Reading

Pair = tuple[str, str]
_JOINT = frozenset(
    """agree agrees agreed agreeing commit commits committed committing pledge pledges pledged
    pledging decide decides decided deciding cooperate cooperates cooperated cooperating collaborate
    collaborates collaborated collaborating undertake undertakes undertook undertaking""".split()
)
_WORKING = frozenset({"work", "working", "worked", "move", "moving"})
_TOWARD = frozenset({"together", "toward", "towards", "jointly"})
_MADE = frozenset({"signed", "reached", "concluded", "initialled", "agreed", "negotiated"})
_SHARING = frozenset({"share", "shared", "shares"})
_SHARED = frozenset(
    """responsibility responsibilities interest interests commitment goal goals objective objectives
    view views vision values""".split()
)
_CUES = _JOINT | _WORKING | _MADE | _SHARING
_VIEWS = frozenset({"importance", "need", "urgency", "necessity", "value"})
_CONFLICTS = frozenset({"conflict", "war", "dispute", "hostilities", "crisis"})
_COUNTS = frozenset({"two", "both"})


@dataclass(frozen=True, slots=True)
class Joint:
    """Two sides (ids) that the verb at ``cue`` joins; ``units`` are where they stand."""

    cue: int
    units: tuple[int, ...]
    pair: Pair


class Parties:
    """Who *both sides* and *the parties* of a document are."""

    def __init__(
        self,
        reading: Reading,
        standing: Standing,
        rows: Sequence[Row],
        headings: Sequence[Row],
    ) -> None:
        self._reading = reading
        self._voice = JointVoice(reading)
        self._standing = standing
        self.conflicts = _conflicts(rows)
        self._rows, self._headings = rows, headings
        self._main: tuple[Pair | None] | None = None

    @property
    def main(self) -> Pair | None:
        """The two sides that the title names, or the only two that the text keeps naming."""
        if self._main is None:
            self._main = (self._found(),)
        return self._main[0]

    @cached_property
    def titled(self) -> Pair | None:
        """The two sides that the title names, if those are all that it names."""
        named = next((s for r in self._headings[:2] if len(s := _sides(r, range(len(r)))) > 1), [])
        return (named[0], named[1]) if len(named) == 2 else None

    def opposite(self, row: Row, who: str) -> str | None:
        """The other of the two in the title, in a sentence that names no third."""
        pair = self.titled
        if pair is None or who not in pair:
            return None
        if any(row[k].acts_for not in {None, *pair} for k in row.actors):
            return None
        return pair[1] if who == pair[0] else pair[0]

    def _found(self) -> Pair | None:
        if self.titled is not None:
            return self.titled
        if any(len(_sides(row, range(len(row)))) > 2 for row in self._headings[:2]):
            return None
        counts: dict[str, int] = {}
        for row in self._rows:
            for unit in row.units:
                if unit.acts_for is not None and unit.acts_for.startswith(("state:", "org:")):
                    counts[unit.acts_for] = counts.get(unit.acts_for, 0) + 1
        ranked = sorted(counts, key=lambda who: (-counts[who], who))
        if len(ranked) > 1 and counts[ranked[1]] > 1:
            third = counts[ranked[2]] if len(ranked) > 2 else 0
            if third * 3 <= counts[ranked[1]]:
                return ranked[0], ranked[1]
        return None

    def other(self, who: str) -> str | None:
        """The other party, where ``who`` is one of two."""
        if self.main is None or who not in self.main:
            return None
        return self.main[1] if who == self.main[0] else self.main[0]

    def meant_at(self, row: Row, k: int) -> Pair | None:
        """Whom "the two sides", "both countries", "the parties" whose noun is at ``k`` are."""
        noun = row.low(k)
        counted = bool(_COUNTS & set(row.words(k - 2, k)))
        if noun not in JOINT_NOUNS or not (counted or noun in {"parties", "sides"}):
            return None
        actors = self._voice.meant("two", noun, row[k].start)
        named = list(dict.fromkeys(w for a in actors if (w := self._standing.acts_for(a.id))))
        return (named[0], named[1]) if len(named) == 2 else self.main

    def coloured_by(self, row: Row, k: int) -> str | None:
        """For whom the actor at ``k`` acts where it is half of "**Omani**-brokered"."""
        found = self._reading.mention_at(row[k].start) if k >= 0 else None
        return None if found is None else self._standing.acts_for(found[1].id)

    @property
    def we(self) -> Pair | None:
        """Whom *we* stands for in a joint statement of two."""
        named = list(dict.fromkeys(self._standing.acts_for(a.id) or a.id for a in self._voice.we))
        return (named[0], named[1]) if len(named) == 2 else None


def _sides(row: Row, places: Collection[int]) -> list[str]:
    return list(dict.fromkeys(w for k in places if (w := row[k].acts_for) is not None))


def _conflicts(rows: Sequence[Row]) -> set[Pair]:
    """The pairs of "the Chad-Mali conflict" and "the war between Chad and Mali"."""
    found: set[Pair] = set()
    for row in rows:
        for i, unit in enumerate(row.units if row.said & _CONFLICTS else ()):
            if unit.low not in _CONFLICTS:
                continue
            units = after(row, i, {"between"})
            if not units and i > 2 and row.low(i - 2) in {"-", "–"}:
                units = [i - 3, i - 1]
            named = _sides(row, units)
            if len(named) == 2:
                found.add((named[0], named[1]))
    return found


def agreements(row: Row, parties: Parties, syntax: Syntax | None) -> Iterator[Joint]:
    """What two sides agree, commit to or work towards together in one sentence.

    One side agrees with nobody unless *with* says so; where more than two agree, nobody says
    that each two of them are a pair.
    """
    if row.said.isdisjoint(_CUES):
        return
    for i, unit in enumerate(row.units):
        low = unit.low
        if low not in _CUES:
            continue
        if low in _MADE and row.low(i + 1) == "by":
            makers = tuple(after(row, i, {"by"}, reach=2))
            made = _two(_sides(row, makers))
            if made is not None:
                yield Joint(i, makers, made)
            continue
        if not (
            low in _JOINT
            or (low in _WORKING and row.low(i + 1) in _TOWARD)
            or (low in _SHARING and _SHARED & set(row.words(i + 1, i + 6)))
        ):
            continue
        if not is_deed(row, i, syntax) or is_passive(row, i):
            continue
        if _VIEWS & set(row.words(i + 1, i + 4)):
            continue  # "agreed on the importance of talks" is a view, not a deal
        units, pair = _subject(row, i, parties, syntax)
        if pair is None and row.low(i + 1) == "with" and len(_sides(row, units)) == 1:
            partner = _sides(row, after(row, i, {"with"}, reach=4))
            pair = _two([*_sides(row, units), *partner])
            units = (*units, *after(row, i, {"with"}, reach=4))
        if pair is not None:
            yield Joint(i, units, pair)


def _two(sides: Sequence[str]) -> Pair | None:
    named = list(dict.fromkeys(sides))
    return (named[0], named[1]) if len(named) == 2 else None


def _subject(
    row: Row, i: int, parties: Parties, syntax: Syntax | None
) -> tuple[tuple[int, ...], Pair | None]:
    k = i - 1
    while k >= 0 and (row.low(k) in AUXILIARIES | {"also", "to", "continue"} or _adverb(row, k)):
        k -= 1
    pair = parties.meant_at(row, k)
    if pair is not None:
        return (k,), pair
    if row.low(k) == "we":
        return (k,), parties.we
    if row.low(k) in OTHERS and row.low(i).endswith("ing"):
        return (), None  # "companies cooperating with …"
    units = tuple(subject_of(row, i, syntax))
    return units, _two(_sides(row, units))


def _adverb(row: Row, k: int) -> bool:
    return row.low(k).endswith("ly")
