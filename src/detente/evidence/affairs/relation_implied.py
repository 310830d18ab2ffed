"""Ends that a sentence leaves open and the text does not: the foe, the doer, the other party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.evidence.affairs.relation_ends import Ends, is_passive
from detente.evidence.affairs.relation_parties import Parties
from detente.evidence.affairs.relation_patterns import Frame
from detente.evidence.affairs.rows import Row

_AGGRESSION = frozenset({"aggression", "invasion", "occupation", "annexation", "offensive"})
# In a text about two, what one of them imposes or buys is laid on or bought from the other.
BETWEEN_TWO = frozenset(
    """sanction restriction tariff trade_import trade_export energy_supply arms_sales
    investment""".split()
)


@dataclass(frozen=True)
class Context:
    """The paragraph's sentences before, and the pairs that the document has joined so far."""

    before: Sequence[Row]
    told: set[frozenset[str]]
    parties: Parties
    last: dict[str, str]
    foes: dict[str, set[str]]


def known_foes(
    frame: Frame, row: Row, i: int, ends: Ends, context: Context
) -> list[tuple[str, str]]:
    """Whom "Chad’s aggression" is against: the only one it was said to fight so far.

    So with "Chad’s forces took the port", a deed whose object is a plain noun.
    """
    if row.low(i) in _AGGRESSION or frame.type == "occupation":
        known = ends.owned
    else:
        known = frame.verb and frame.type == "attack"
    if not known or ends.targets:
        return []
    sources = list(dict.fromkeys(w for k in ends.sources if (w := row[k].acts_for) is not None))
    if len(sources) != 1:
        return []
    told = context.foes.get(sources[0], set())
    if not told:
        told = {w for pair in context.parties.conflicts if sources[0] in pair for w in pair}
    told = told - {sources[0]}
    return [(sources[0], min(told))] if len(told) == 1 else []


def with_the_other(ends: Ends, row: Row, i: int, parties: Parties) -> list[tuple[str, str]]:
    """One end and, for the one left open, the other of the two that the title is about."""
    if ends.sources and not ends.targets:
        if row.low(i + 1) in {"on", "against", "to", "from"}:
            return []  # the sentence says on whom, whoever that is
        doers = list(dict.fromkeys(w for k in ends.sources if (w := row[k].acts_for)))
        other = parties.opposite(row, doers[0]) if len(doers) == 1 else None
        return [] if other is None else [(doers[0], other)]
    given = [] if ends.sources else ends.given(row)
    other = parties.opposite(row, given[0]) if len(given) == 1 else None
    return [] if other is None else [(other, given[0])]


def known_source(frame: Frame, row: Row, i: int, ends: Ends, context: Context) -> str | None:
    """Who did it where a passive or a tariff names nobody: as before, or the other party."""
    if frame.verb and ends.personal and is_passive(row, i):
        return context.last.get(frame.type)
    if frame.other_party and len(ends.given(row)) == 1:
        return context.parties.other(ends.given(row)[0])
    return None
