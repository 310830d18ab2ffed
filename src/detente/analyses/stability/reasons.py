"""Why a party would stay in a state or leave it: a witness for programs, a sentence for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.analyses.base import Reason
from detente.analyses.stability.conflict import (
    BETTER,
    UNKNOWN,
    Booleans,
    Conflict,
    Integers,
)
from detente.analyses.stability.walks import Gate, Step, improves, walks_from
from detente.errors import InputError
from detente.maths.graph_model.concepts import CONCEPTS, Concept

# Improvements that are answered one by one in the witness; the search looks at all of them.
_SHOWN = 8
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What meets an improvement: the opponents' walk, and the party's best step from its end.

    ``escape`` is a step by which the party does better than where it started, None if there is
    none (symmetric concepts ask for that).
    """

    walk: tuple[Step, ...]
    escape: Step | None


@dataclass(frozen=True, slots=True)
class Witness:
    """Why a state is stable for a party or not.

    Each improvement comes with the answer that deters it; None means that nothing does. For a
    symmetric concept an answer with an escape does not deter either. Without stability, the
    last of ``improvements`` is the one that is not deterred. ``left_out`` more improvements are
    deterred in the same way.
    """

    party: int
    state: int
    concept: Concept
    stable: bool
    improvements: tuple[tuple[Step, Answer | None], ...]
    left_out: int = 0
    moves: int = 0


def witness(conflict: Conflict, party: int, state: int, concept: Concept) -> Witness:
    """The witness of a state's stability for a party.

    Where comparisons are not known, the most demanding reading is taken: an unknown comparison
    tempts and does not deter.
    """
    here = np.array([state], np.int64)
    _, targets = conflict.steps(party, here)
    marks = conflict.compare(party, targets, state)
    tempting = targets[(marks == BETTER) | (marks == UNKNOWN)]
    tempting = _best_first(conflict, party, tempting)
    made: list[tuple[Step, Answer | None]] = []
    for count, target in enumerate(tempting):
        step = Step(party, state, int(target))
        answer = None if concept == "nash" else _answer(conflict, party, state, step, concept)
        symmetric = concept in ("smr", "sseq")
        if answer is None or (symmetric and answer.escape is not None):
            shown = [*made[: _SHOWN - 1], (step, answer)]
            return Witness(party, state, concept, False, tuple(shown), 0, targets.size)
        if count < _SHOWN:
            made.append((step, answer))
    left = max(0, tempting.size - len(made))
    return Witness(party, state, concept, True, tuple(made), left, targets.size)


def _best_first(conflict: Conflict, party: int, states: Integers) -> Integers:
    """States in falling order of the party's payoff where there is one."""
    if not states.size:
        return states
    worth = conflict.payoffs[party].values[states]
    return states[np.lexsort((states, -worth))]


def _answer(
    conflict: Conflict, party: int, state: int, step: Step, concept: Concept
) -> Answer | None:
    """The shortest answer that deters; for symmetric concepts one without escape if there is."""
    others = [j for j in range(len(conflict.parties)) if j != party]
    free: Gate | None = _may_follow(conflict) if concept in ("seq", "sseq") else None

    def deters(states: Integers) -> Booleans:
        marks = conflict.compare(party, states, state)
        held: Booleans = (marks != BETTER) & (marks != UNKNOWN)
        return held

    def holds_fast(states: Integers) -> Booleans:
        held = deters(states)
        held[held] &= ~_escapes(conflict, party, state, states[held])
        return held

    if concept in ("smr", "sseq"):
        walks = walks_from(conflict, step.target, others, free=free, stop=holds_fast)
        if walks.hits.size:
            end = _worst(conflict, party, walks.hits)
            return Answer(tuple(walks.walk(end)), None)
    walks = walks_from(conflict, step.target, others, free=free, stop=deters)
    if not walks.hits.size:
        return None
    end = _worst(conflict, party, walks.hits)
    _, after = conflict.steps(party, np.array([end], np.int64))
    marks = conflict.compare(party, after, state)
    ways = _best_first(conflict, party, after[(marks == BETTER) | (marks == UNKNOWN)])
    escape = Step(party, end, int(ways[0])) if ways.size else None
    return Answer(tuple(walks.walk(end)), escape)


def _may_follow(conflict: Conflict) -> Gate:
    if not conflict.uncertain:
        return improves(conflict)

    def gate(party: int, sources: Integers, targets: Integers) -> Booleans:
        return np.isin(conflict.compare(party, targets, sources), (BETTER, UNKNOWN))

    return gate


def _escapes(conflict: Conflict, party: int, state: int, states: Integers) -> Booleans:
    """True where the party can go on to something better than ``state``."""
    rows, targets = conflict.steps(party, states)
    marks = conflict.compare(party, targets, state)
    out = np.zeros(states.size, bool)
    out[rows[(marks == BETTER) | (marks == UNKNOWN)]] = True
    return out


def _worst(conflict: Conflict, party: int, states: Integers) -> int:
    worth = conflict.payoffs[party].values[states]
    return int(states[np.lexsort((states, worth))[0]])


# For programs


def as_data(conflict: Conflict, made: Witness) -> dict[str, Any]:
    """The witness as plain data, with ids in place of numbers."""

    def step(one: Step) -> dict[str, str]:
        return {
            "mover": conflict.parties[one.mover],
            "from": conflict.label(one.source),
            "to": conflict.label(one.target),
        }

    return {
        "party": conflict.parties[made.party],
        "state": conflict.label(made.state),
        "concept": made.concept,
        "stable": made.stable,
        "improvements": [
            {
                "move": step(move),
                "sanction": None if answer is None else [step(s) for s in answer.walk],
                "counter_move": step(answer.escape) if answer and answer.escape else None,
            }
            for move, answer in made.improvements
        ],
        "left_out": made.left_out,
    }


def about(conflict: Conflict, made: Witness) -> tuple[str, ...]:
    """Paths of the case that the witness rests on, each once."""
    paths = [*conflict.about_party(made.party)]
    for move, answer in made.improvements:
        steps = [move]
        if answer is not None:
            steps += answer.walk
            if answer.escape is not None:
                steps.append(answer.escape)
        for step in steps:
            paths += conflict.about_step(step.mover, step.source, step.target)
            if made.concept in ("seq", "sseq"):
                paths += conflict.about_party(step.mover)
    return tuple(dict.fromkeys(paths))


# For people


def sentence(conflict: Conflict, made: Witness) -> str:
    """The witness in words."""
    who, here = conflict.names[made.party], conflict.said(made.state)
    if not made.improvements:
        if not made.moves:
            return f"{who} stays at {here}: it has no move from there."
        every = "its one move" if made.moves == 1 else f"none of its {made.moves:,} moves"
        verb = "makes it no better off" if made.moves == 1 else "makes it better off"
        return f"{who} stays at {here}: {every} from there {verb}."
    if not made.stable:
        move, answer = made.improvements[-1]
        to = _gain(conflict, move)
        if made.concept == "nash":
            return f"{who} would leave {here}: it {to}."
        if answer is None:
            return f"{who} would leave {here}: it {to}, and {_nothing(conflict, made)}."
        escape = answer.escape
        assert escape is not None
        change = conflict.change(escape.source, escape.target, can=True)
        walk = _walk(conflict, made, answer.walk, "")
        return (
            f"{who} would leave {here}: it {to}; if {walk}, it is no better off, but then it can "
            f"{change} and is better off{conflict.aside(escape.target)}."
        )
    told = []
    for move, answer in made.improvements[:_TOLD]:
        assert answer is not None
        told.append(f"it {_gain(conflict, move)}, but {_deterred(conflict, made, answer)}")
    more = len(made.improvements) - len(told) + made.left_out
    text = f"{who} stays at {here}: {'; '.join(told)}"
    if more:
        text += f"; {more:,} more {'gain is' if more == 1 else 'gains are'} met in like manner"
    return text + "."


def _gain(conflict: Conflict, move: Step) -> str:
    known = conflict.compare(move.mover, np.array([move.target]), move.source)[0] == BETTER
    change = conflict.change(move.source, move.target)
    verb = "gains if it" if known else "may gain if it"
    return f"{verb} {change}{conflict.aside(move.target)}"


def _nothing(conflict: Conflict, made: Witness) -> str:
    if len(conflict.parties) == 1:
        return "nobody else can move"
    if made.concept in ("seq", "sseq"):
        return "no answer that the others gain from takes the gain away"
    return "nothing that the others can do takes the gain away"


def _walk(conflict: Conflict, made: Witness, steps: tuple[Step, ...], verb: str) -> str:
    told = [
        f"{conflict.names[s.mover]} {verb}{conflict.change(s.source, s.target, can=bool(verb))}"
        for s in steps
    ]
    gain = ""
    if made.concept in ("seq", "sseq"):
        gain = ", to its own gain" if len(steps) == 1 else ", each step to its mover's gain"
    return ", then ".join(told) + gain + conflict.aside(steps[-1].target)


def _deterred(conflict: Conflict, made: Witness, answer: Answer) -> str:
    verb = "can " if made.concept in ("gmr", "smr") else "would "
    text = f"then {_walk(conflict, made, answer.walk, verb)}"
    name = conflict.names[made.party]
    text += f", where {name} is no better off than before"
    if made.concept in ("smr", "sseq"):
        text += " and has no move that helps"
    return text


def reason(conflict: Conflict, party: int, state: int, concept: str) -> Reason:
    """Why a party stays in a state or leaves it, under one of the classical concepts.

    Raises
    ------
    InputError
        If the concept has no such witness.
    """
    for known in CONCEPTS:
        if known == concept:
            made = witness(conflict, party, state, known)
            text = f"{known.upper()}: {sentence(conflict, made)}"
            return Reason(text, about(conflict, made), as_data(conflict, made))
    raise InputError(f"reasons are given for {', '.join(CONCEPTS)}, not for {concept}")
