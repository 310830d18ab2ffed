"""The question ``inverse``: which preferences make a wanted state hold."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial

from detente.analyses.base import Analysis, Cell, Reason, Table, solver
from detente.analyses.stability.conflict import Conflict, listed
from detente.analyses.stability.graph_of_case import conflict_of
from detente.analyses.stability.inverse_conditions import Condition, Met, condition
from detente.analyses.stability.inverse_counts import profiles_in_sequence, share_of_rankings
from detente.analyses.stability.least_change import Change, least_change
from detente.analyses.stability.solution import concepts_named
from detente.case.case import Case
from detente.errors import InputError, UnsuitableCase
from detente.maths.graph_model.concepts import CONCEPTS, Concept

SOURCE = "Kinsara, Petersons, Hipel & Kilgour 2015, Advanced decision support for the graph model"
_MOST_STATES = 1 << 14
# Above this the number of rankings has more digits than anybody reads.
_COUNTED = 20
_NAMED = 6


@solver(
    name="inverse-graph-model",
    question="inverse",
    needs={"moves", "preferences"},
    stochastic=False,
    source=SOURCE,
)
def inverse(case: Case, *, want: str, concepts: Sequence[str] | None = None) -> Analysis:
    """Say which preferences make a wanted state hold, and the least change that does.

    Parameters
    ----------
    case : Case
        Uses moves or graph, and preferences.
    want : str
        The state: moves taken with commas, ``-`` for none, or the id of a state of the graph.
    concepts : sequence of str, optional
        Of nash, gmr, smr, seq, sseq; all of them by default.

    Returns
    -------
    Analysis
        Tables ``least change`` (comparisons with the wanted state that must turn),
        ``conditions`` (what each party must not prefer to it) and ``counts`` (how many strict
        rankings do).

    Raises
    ------
    UnsuitableCase
        If the case lacks something or has too many states.
    InputError
        If the state or a concept is not known.

    Notes
    -----
    The least change counts comparisons with the wanted state only; every such set can be had by
    a ranking that moves the wanted state and those states. In sequential stability others are
    taken to answer as they do now.

    References
    ----------
    Kinsara et al. (2015); Rego & Kilgour on optimal preference manipulation, which is NP-hard.
    """
    asked = _classical(concepts)
    conflict = conflict_of(case)
    wanted = conflict.state(want)
    if conflict.n_feasible > _MOST_STATES:
        raise UnsuitableCase(
            f"this is worked out among up to {_MOST_STATES:,} states; the case has "
            f"{conflict.n_feasible:,}. Leave moves out"
        )
    parties = range(len(conflict.parties))
    made = {c: [condition(conflict, i, wanted, c) for i in parties] for c in asked}
    changes = {c: [least_change(one) for one in made[c]] for c in asked}
    coupled = any(one.coupled for c in asked for one in made[c])
    proven = all(change.complete for c in asked for change in changes[c]) and not coupled
    warnings = list(conflict.warnings)
    if coupled:
        warnings.append(
            "others can answer through the wanted state itself, so that what one party thinks of "
            "it changes what another must fear; the least change under seq and sseq is then an "
            "upper bound"
        )
    if conflict.uncertain:
        warnings.append("comparisons that are not known are taken as preferring to leave")
    worst = max(sum(c.size for c in changes[a]) for a in asked)
    least = max(sum(c.least for c in changes[a]) for a in asked)
    return Analysis(
        question="inverse",
        method="inverse-graph-model",
        source=SOURCE,
        parameters={"want": want, "concepts": list(asked)},
        case_title=case.title,
        case_sha256=case.sha256,
        answer=_answer(conflict, wanted, changes),
        tables=(
            _changes(conflict, wanted, changes),
            _conditions(conflict, made),
            _counts(conflict, wanted, made),
        ),
        complete=proven,
        bound=None if proven else float(least),
        gap=None if proven else float(worst - least),
        warnings=tuple(warnings),
        reasons=tuple(_reasons(conflict, wanted, changes)),
    )


def _classical(concepts: Sequence[str] | None) -> tuple[Concept, ...]:
    asked = concepts_named(concepts)
    unfit = [c for c in asked if c not in CONCEPTS]
    if unfit:
        raise InputError(f"this is worked out for {', '.join(CONCEPTS)}, not for {unfit[0]}")
    return tuple(c for c in CONCEPTS if c in asked)


def _changes(conflict: Conflict, wanted: int, changes: dict[Concept, list[Change]]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for concept, by_party in changes.items():
        for party, change in enumerate(by_party):
            if not change.size:
                continue
            sets = [
                " and ".join(conflict.label(s) for s in sorted(states)) for states in change.sets
            ]
            rows.append(
                (
                    concept,
                    conflict.parties[party],
                    change.size,
                    sets[0],
                    "; or ".join(sets[1:]) or None,
                    change.complete,
                )
            )
    return Table(
        "least change",
        f"The least change of preferences for {conflict.said(wanted)} to hold",
        ("concept", "party", "comparisons", "must cease to prefer", "or as well", "proven"),
        tuple(rows),
        "Counted: states that the party prefers to the wanted one now and must prefer no longer. "
        "A party that is not named need not change.",
    )


def _conditions(conflict: Conflict, made: dict[Concept, list[Condition]]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for concept, by_party in made.items():
        for one in by_party:
            party = conflict.parties[one.party]
            if not one.moves:
                rows.append((concept, party, "has no move from there: always stable", True))
            elif concept == "nash":
                states = "; ".join(conflict.label(met.target) for met in one.moves)
                rows.append((concept, party, f"none of: {states}", one.holds(one.better)))
            else:
                rows += [
                    (concept, party, _told(conflict, met), met.holds(one.better))
                    for met in one.moves
                ]
    return Table(
        "conditions",
        "What each party must not prefer to the wanted state",
        ("concept", "party", "must not prefer", "so now"),
        tuple(rows),
        "All lines of a concept must hold. A set in brackets: nothing in it.",
    )


def _told(conflict: Conflict, met: Met) -> str:
    if not met.ways[0] or frozenset() in met.ways:
        return f"(nothing is asked about {conflict.label(met.target)})"
    words = []
    for way in met.ways[:_NAMED]:
        labels = [conflict.label(s) for s in sorted(way)]
        words.append(f"'{labels[0]}'" if len(labels) == 1 else f"[{'; '.join(labels)}]")
    more = len(met.ways) - _NAMED
    if more > 0:
        words.append(f"{more:,} more")
    return words[0] if len(words) == 1 else f"at least one of {listed(words)}"


def _counts(conflict: Conflict, wanted: int, made: dict[Concept, list[Condition]]) -> Table:
    m = conflict.n_feasible
    every = factorial(m) if m <= _COUNTED else None
    rows: list[tuple[Cell, ...]] = []
    for concept, by_party in made.items():
        shares = [share_of_rankings(one) for one in by_party]
        for one, share in zip(by_party, shares, strict=True):
            rows.append((concept, conflict.parties[one.party], *_number(share, every)))
        if concept in ("seq", "sseq"):
            number = profiles_in_sequence(conflict, wanted, concept)
            total = None if every is None else every ** len(by_party)
            known = number is not None and total is not None
            rows.append(
                (concept, "all together", number, float(number / total) if known else None)  # type: ignore[operator]
            )
        else:
            whole: Fraction | None = Fraction(1)
            for share in shares:
                whole = None if whole is None or share is None else whole * share
            profiles = None if every is None else every ** len(by_party)
            rows.append((concept, "all together", *_number(whole, profiles)))
    return Table(
        "counts",
        "How many strict rankings make it hold",
        ("concept", "party", "rankings", "share"),
        tuple(rows),
        f"Of {f'{every:,}' if every else f'{m:,}!'} strict rankings of the {m:,} states. For one "
        "party in seq and sseq the others answer as they do now; all together: any rankings of "
        "all. – where there are too many to count.",
    )


def _number(share: Fraction | None, every: int | None) -> tuple[int | None, float | None]:
    if share is None:
        return None, None
    return None if every is None else int(share * every), float(share)


def _answer(conflict: Conflict, wanted: int, changes: dict[Concept, list[Change]]) -> str:
    holds = [c for c, by_party in changes.items() if not any(ch.size for ch in by_party)]
    text = f"{conflict.said(wanted)} holds now under {', '.join(holds) or 'none of the concepts'}."
    for concept, by_party in changes.items():
        count = sum(change.size for change in by_party)
        if count:
            who = listed([conflict.names[i] for i, ch in enumerate(by_party) if ch.size])
            what = "comparison" if count == 1 else "comparisons"
            text += f" For {concept}, {count:,} {what} of {who} must change."
    return text


def _reasons(conflict: Conflict, wanted: int, changes: dict[Concept, list[Change]]) -> list[Reason]:
    made = []
    for concept, by_party in changes.items():
        for party, change in enumerate(by_party):
            if not change.size:
                continue
            states = sorted(change.sets[0])
            named = listed([conflict.said(s) for s in states[:_NAMED]])
            more = f" and {len(states) - _NAMED:,} more" if len(states) > _NAMED else ""
            made.append(
                Reason(
                    f"{concept.upper()}: {conflict.names[party]} must cease to prefer {named}"
                    f"{more} to {conflict.said(wanted)}.",
                    conflict.about_party(party),
                    {
                        "concept": concept,
                        "party": conflict.parties[party],
                        "wanted": conflict.label(wanted),
                        "cease_to_prefer": [conflict.label(s) for s in states],
                        "others": [
                            [conflict.label(s) for s in sorted(way)] for way in change.sets[1:]
                        ],
                    },
                )
            )
    return made
