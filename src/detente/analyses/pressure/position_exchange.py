"""Position exchange across issues as a question to a case."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Analysis, Cell, Reason, Table, solver
from detente.analyses.packages.wording import Words, number_of
from detente.analyses.pressure.answers import (
    make_analysis,
    nothing_placed,
    open_case,
    placed_in_words,
    warnings_of,
)
from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale
from detente.analyses.pressure.place_in_words import in_points, rounded
from detente.case.case import Case
from detente.errors import InputError
from detente.maths.pressure.exchange import Exchanges, exchange_positions

SOURCE = "Stokman and Van Oosten 1994"
MOST_ROUNDS = 100
_TOLD = 5


@solver(
    name="position-exchange",
    question="pressure",
    needs={"parties", "issues", "positions"},
    stochastic=True,
    source=SOURCE,
)
def position_exchange(
    case: Case, *, rounds: int | None = None, seed: int | None = None
) -> Analysis:
    """Let pairs of parties trade moves on two issues so that both gain as much.

    Parameters
    ----------
    case : Case
        Uses places on the scales of issues (0 to 100), salience and influence; what is taken
        where they are not given is as for the compromise.
    rounds : int, optional
        How often trading begins anew, from positions that have followed in part; 1 unless told
        otherwise.
    seed : int, optional
        Decides between trades of equal gain; 0 unless told otherwise.

    Returns
    -------
    Analysis
        Tables ``outcomes``, ``trades`` and ``gains``.

    Raises
    ------
    UnsuitableCase
        If an entry of the case refers to what is not there.
    InputError
        If the number of rounds or the seed is none.

    References
    ----------
    F. N. Stokman and M. A. C. M. Van Oosten, The exchange of voting positions, in B. Bueno de
    Mesquita and F. N. Stokman (eds), European Community Decision Making (1994).
    """
    many, chosen = 1 if rounds is None else rounds, 0 if seed is None else seed
    if not 1 <= many <= MOST_ROUNDS:
        raise InputError(f"from 1 to {MOST_ROUNDS} rounds of trading are held; got {many}")
    if chosen < 0:
        raise InputError(f"a seed is a whole number of 0 or more; got {chosen}")
    words, issues, left_out = open_case(case)
    parameters = {"rounds": many, "seed": chosen}
    if not issues:
        answer = nothing_placed(words, left_out)
        return make_analysis(
            words, method="position-exchange", source=SOURCE, parameters=parameters, answer=answer
        )
    done = _trade(issues, len(words.names), many, chosen)
    rows = {one.number: row for row, one in enumerate(issues)}

    def moved(one: IssueOnAScale) -> str:
        start, end = done.outcomes[0, rows[one.number]], done.outcomes[-1, rows[one.number]]
        return f"{in_points(end)} of 100 (from {in_points(start)})"

    if done.made:
        answer = (
            f"{number_of(len(done.made), 'trade')} of moves on one issue for moves on another "
            f"leave both sides of each better off; after them the issues balance here. "
            f"{placed_in_words(words, issues, moved)}"
        )
    else:
        answer = f"There is nothing to trade: {_why_nothing(issues)}"
    warnings = warnings_of(words, issues, left_out)
    if done.ties:
        warnings.append(
            f"chance decided {number_of(done.ties, 'time')} between trades that promised as much "
            f"(seed {chosen}): another seed can lead elsewhere"
        )
    return make_analysis(
        words,
        method="position-exchange",
        source=SOURCE,
        parameters=parameters,
        answer=answer,
        tables=[
            _outcomes_table(words, issues, done),
            _trades_table(words, issues, done),
            _gains_table(words, done),
        ],
        warnings=warnings,
        reasons=_sentences(words, issues, done),
    )


def _trade(issues: Sequence[IssueOnAScale], parties: int, rounds: int, seed: int) -> Exchanges:
    shape = (parties, len(issues))
    x, influence, salience = (np.full(shape, np.nan) for _ in range(3))
    for column, one in enumerate(issues):
        x[one.parties, column] = one.position
        influence[one.parties, column] = one.influence
        salience[one.parties, column] = one.salience / 100
    return exchange_positions(x, influence, salience, rounds=rounds, rng=seed)


def _why_nothing(issues: Sequence[IssueOnAScale]) -> str:
    if len(issues) < 2:
        return "only one issue can be placed, and a trade needs two."
    return (
        "no two parties stand on opposite sides of the balance on two issues that matter to them "
        "in different proportions."
    )


def _outcomes_table(words: Words, issues: Sequence[IssueOnAScale], done: Exchanges) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for column, one in enumerate(issues):
        start, end = float(done.outcomes[0, column]), float(done.outcomes[-1, column])
        count = sum(column in made.issues for made in done.made)
        rows.append(
            (
                words.issues[one.number],
                rounded(start),
                rounded(end),
                round(end - start, 1) + 0.0,
                count,
            )
        )
    return Table(
        "outcomes",
        "Where the issues balance before and after trading",
        ("issue", "before", "after", "change", "trades"),
        tuple(rows),
        "Before is the compromise: the mean of positions weighted by influence and salience.",
    )


def _trades_table(words: Words, issues: Sequence[IssueOnAScale], done: Exchanges) -> Table | None:
    if not done.made:
        return None
    names = [words.issues[one.number] for one in issues]
    several = done.outcomes.shape[0] > 2
    rows: list[tuple[Cell, ...]] = []
    for made in done.made:
        row: list[Cell] = [made.round + 1] if several else []
        for turn in range(2):
            moved = f"{in_points(made.before[turn])} to {in_points(made.after[turn])}"
            row += [words.names[made.actors[turn]], f"{names[made.issues[turn]]}: {moved}"]
        rows.append((*row, round(made.gain, 2)))
    return Table(
        "trades",
        "Who moves where in exchange for what, in the order of gain",
        (*(["round"] if several else []), "party", "gives", "other party", "gives back", "gain"),
        tuple(rows),
        "Gain of each: points by which the balance comes nearer, times salience (0 to 1), on "
        "both issues together.",
    )


def _gains_table(words: Words, done: Exchanges) -> Table | None:
    if not done.made:
        return None
    order = np.lexsort((np.arange(done.gains.size), -done.gains))
    rows: list[tuple[Cell, ...]] = []
    for party in order:
        count = sum(int(party) in made.actors for made in done.made)
        rows.append(
            (
                words.names[party],
                count,
                round(float(done.gains[party] - done.externalities[party]), 2) + 0.0,
                round(float(done.externalities[party]), 2) + 0.0,
                round(float(done.gains[party]), 2) + 0.0,
            )
        )
    return Table(
        "gains",
        "What trading does to each party",
        ("party", "trades", "by its own trades", "by those of others", "altogether"),
        tuple(rows),
        "Below 0 a loss: trades of others pull the balance away from a party that is not asked.",
    )


def _sentences(words: Words, issues: Sequence[IssueOnAScale], done: Exchanges) -> list[Reason]:
    told = []
    for made in sorted(done.made, key=lambda one: -one.gain)[:_TOLD]:
        one, other = (words.names[actor] for actor in made.actors)
        first, second = (issues[column] for column in made.issues)
        told.append(
            Reason(
                f"{one} moves on {words.issues[first.number]} (from {in_points(made.before[0])} to "
                f"{in_points(made.after[0])}), {other} on {words.issues[second.number]} (from "
                f"{in_points(made.before[1])} to {in_points(made.after[1])}): each gives way where "
                f"it matters less to it than to the other, and gains {made.gain:.2g}.",
                (
                    *(f"parties[{actor}]" for actor in made.actors),
                    *(f"issues[{number}]" for number in (first.number, second.number)),
                ),
                {"gain": made.gain},
            )
        )
    return told
