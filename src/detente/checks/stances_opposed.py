"""One actor for and against the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.contradiction.targets import of_one_time, one_target
from detente.checks.record import Record
from detente.checks.registry import check
from detente.evidence.items import Stance
from detente.findings import Finding, Witness

_LATEST = 200
"""How many earlier stances of an actor each is held against."""
_WORDS = {"support": "for", "oppose": "against"}


@check(
    code="CON601",
    name="stances-opposed",
    severity="warning",
    summary="One actor is told to be for and against the same thing, with no time between.",
    why="Both cannot hold. Either a speaker was exchanged, or the view changed and the text does "
    "not say when.",
    fix="Check who said what, and when; say so if the view changed.",
    fires=(
        "Peru supports the northern bridge project. Chile wants a road. Peru opposes the northern "
        "bridge project.",
    ),
    silent=(
        "Peru supports the northern bridge project. Chile opposes the northern bridge project.",
        "Peru opposed the northern bridge project in 2019. Peru now supports the northern bridge "
        "project.",
        "Peru supports the northern bridge project. Peru opposes the southern road project.",
    ),
)
def stances_opposed(record: Record) -> Iterator[Finding]:
    """Support and opposition of one actor to targets named alike; guesses are left out."""
    by_actor: dict[str, list[Stance]] = {}
    for document in record.documents:
        for stance in record.stances(document):
            if stance.label in _WORDS and stance.basis != "narrator_speculation":
                by_actor.setdefault(stance.actor, []).append(stance)
    for actor, stances in by_actor.items():
        for i, later in enumerate(stances):
            for earlier in stances[max(0, i - _LATEST) : i]:
                if earlier.label == later.label or not one_target(earlier, later):
                    continue
                if of_one_time(record, earlier, later):
                    yield _finding(record, actor, earlier, later)
                    break


def _finding(record: Record, actor: str, one: Stance, other: Stance) -> Finding:
    return Finding(
        code="CON601",
        severity="warning",
        message=f"{record.name(actor)} is told to be {_WORDS[one.label]} and "
        f"{_WORDS[other.label]} “{one.target}”.",
        reason="Nothing says that the view changed.",
        witnesses=(Witness(one.document, one.span), Witness(other.document, other.span)),
    )
