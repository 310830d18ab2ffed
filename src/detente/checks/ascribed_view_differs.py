"""A view that the writer lays to a side which states another."""

from __future__ import annotations

from collections.abc import Iterator

from detente.checks.record import Record
from detente.checks.registry import check
from detente.evidence.items import Stance
from detente.findings import Finding, Witness

_FOR = frozenset({"support", "conditional"})
_AGAINST = frozenset({"oppose", "sceptical"})
_OWN = frozenset({"direct_quote", "reported"})


@check(
    code="CON604",
    name="ascribed-view-differs",
    severity="note",
    summary="The writer guesses at a view, and all that the same side says itself points the other "
    "way.",
    why="The guess may be right, but nothing in the text bears it; it must not be counted as that "
    "side’s position.",
    fix="Find words of that side for it, or mark it as a guess wherever it is used.",
    fires=(
        "Peruvian foreign minister Ana Soto rejected the northern bridge plan. Peru may quietly "
        "welcome the northern bridge plan.",
    ),
    silent=(
        "Peruvian foreign minister Ana Soto welcomed the northern bridge plan. Peru may quietly "
        "welcome the northern bridge plan.",
        "Chilean foreign minister Luis Vega rejected the northern bridge plan. Peru may quietly "
        "welcome the northern bridge plan.",
    ),
)
def ascribed_view_differs(record: Record) -> Iterator[Finding]:
    """Speculation about an actor against what its state or body states in the same document."""
    for document in record.documents:
        stances = record.stances(document)
        for guess in stances:
            if guess.basis != "narrator_speculation":
                continue
            side = _side(record, guess.actor)
            stated = [
                s for s in stances if s.basis in _OWN and side and _side(record, s.actor) == side
            ]
            opposite = _AGAINST if guess.label in _FOR else _FOR
            if stated and all(s.label in opposite for s in stated):
                yield _finding(record, guess, stated)


def _side(record: Record, actor_id: str | None) -> str | None:
    """The state behind an actor, else the body, else the actor itself."""
    seen: set[str] = set()
    while actor_id is not None and actor_id not in seen:
        seen.add(actor_id)
        actor = record.actor(actor_id)
        if actor is None or actor.type == "state":
            break
        home = actor.affiliation or next((r.of for r in actor.roles if r.of is not None), None)
        if home is None:
            break
        actor_id = home
    return actor_id


def _finding(record: Record, guess: Stance, stated: list[Stance]) -> Finding:
    names = ", ".join(dict.fromkeys(record.name(s.actor) for s in stated))
    return Finding(
        code="CON604",
        severity="note",
        message=f"“{guess.span.text}” is the writer’s guess; what that side says itself points the "
        "other way.",
        reason=f"Stated by {names}.",
        witnesses=(
            Witness(guess.document, guess.span),
            *(Witness(s.document, s.span) for s in stated),
        ),
    )
