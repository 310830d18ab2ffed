"""Tables and sentences of the challenge model: forecasts, rounds, moves, and other readings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from detente.analyses.base import Cell, Reason, Table
from detente.analyses.packages.wording import Words
from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale
from detente.analyses.pressure.place_in_words import in_points, rounded, span
from detente.maths.pressure.challenge.challenge import Trace
from detente.maths.pressure.challenge.offers import CAPITULATION, COMPROMISE, CONFLICT
from detente.maths.pressure.challenge.reading import CHOICES, Reading

EXPLORATORY = "exploratory"
# Moves that are told in sentences: so many of an issue, and in all.
_OF_ISSUE, _IN_ALL = 2, 8
_LONG = 40
# Rounds that a table has room for.
_ROUNDS = 10
_DOES = {
    CONFLICT: "gives way to",
    COMPROMISE: "goes part of the way to",
    CAPITULATION: "gives in to",
}


@dataclass(frozen=True)
class ByReading:
    """Last mean and median of every issue, by the reading as it is written."""

    mean: Mapping[str, tuple[float, ...]]
    median: Mapping[str, tuple[float, ...]]

    def spread(self, issue: int) -> tuple[float, float]:
        """Least and greatest mean of an issue."""
        values = [means[issue] for means in self.mean.values()]
        return min(values), max(values)


def forecast_table(
    words: Words, issues: Sequence[IssueOnAScale], traces: Sequence[Trace], by: ByReading
) -> Table:
    """Start and end of each issue, and how far the end hangs on the reading."""
    rows: list[tuple[Cell, ...]] = []
    for row, (one, trace) in enumerate(zip(issues, traces, strict=True)):
        runs = trace.runs
        rows.append(
            (
                words.issues[one.number],
                rounded(runs.mean[0, 0]),
                rounded(runs.mean[0, -1]),
                rounded(runs.median[0, 0]),
                rounded(runs.median[0, -1]),
                span(*by.spread(row)),
            )
        )
    return Table(
        "forecast",
        f"Where the challenge model ends ({EXPLORATORY})",
        ("issue", "mean at start", "mean at end", "median at start", "median at end", "by reading"),
        tuple(rows),
        "Means and medians are weighted by influence and salience. By reading: least and greatest "
        "mean at the end over all readings of the table below. The mean at start is the compromise "
        "model, which has done better than every reading on resolved decisions.",
    )


def rounds_table(words: Words, issues: Sequence[IssueOnAScale], traces: Sequence[Trace]) -> Table:
    """Mean and median of each issue after each round, or after some where they are many."""
    last = traces[0].runs.mean.shape[1] - 1
    shown = np.unique(np.linspace(0, last, min(last, _ROUNDS) + 1).round().astype(int))
    rows: list[tuple[Cell, ...]] = []
    for one, trace in zip(issues, traces, strict=True):
        name, runs = words.issues[one.number], trace.runs
        rows.append((name, "mean", *(rounded(runs.mean[0, number]) for number in shown)))
        rows.append((name, "median", *(rounded(runs.median[0, number]) for number in shown)))
    return Table(
        "rounds",
        f"Round by round ({EXPLORATORY})",
        ("issue", "after round", *(str(number) for number in shown)),
        tuple(rows),
        "Round 0 is the start.",
    )


def moves_table(
    words: Words, issues: Sequence[IssueOnAScale], traces: Sequence[Trace]
) -> Table | None:
    """Every move of every round; None where nobody moves."""
    rows: list[tuple[Cell, ...]] = []
    for one, trace in zip(issues, traces, strict=True):
        for number, step in enumerate(trace.rounds, 1):
            for party in np.flatnonzero(step.taken.place != step.before):
                taken = step.taken
                rows.append(
                    (
                        words.issues[one.number],
                        number,
                        words.names[one.parties[party]],
                        rounded(step.before[party]),
                        rounded(taken.place[party]),
                        _DOES[int(taken.kind[party])],
                        words.names[one.parties[taken.by[party]]],
                        round(float(taken.own[party]), 3) + 0.0,
                        round(float(taken.other[party]), 3) + 0.0,
                    )
                )
    if not rows:
        return None
    columns = ("issue", "round", "party", "from", "to", "what it does", "whom")
    return Table(
        "moves",
        f"Who moves where ({EXPLORATORY})",
        (*columns, "it expects", "the other expects"),
        tuple(rows),
        "What one expects from challenging the other, against leaving things as they are: above 0 "
        "a gain, below 0 a loss.",
        detail=len(rows) > _LONG,
    )


def move_sentences(
    words: Words, issues: Sequence[IssueOnAScale], traces: Sequence[Trace]
) -> list[Reason]:
    """The largest moves of the first round and why they are made."""
    told = []
    for one, trace in zip(issues, traces, strict=True):
        if not trace.rounds:
            continue
        step = trace.rounds[0]
        taken = step.taken
        size = np.abs(taken.place - step.before)
        name = words.issues[one.number]
        if not size.any():
            told.append(
                Reason(
                    f"{name}: no party gets an offer that would make it move in the first round.",
                    (f"issues[{one.number}]",),
                )
            )
            continue
        for party in np.lexsort((one.parties, -size * one.weight))[:_OF_ISSUE]:
            if size[party] == 0:
                continue
            who = words.names[one.parties[party]]
            whom = words.names[one.parties[taken.by[party]]]
            own, other = float(taken.own[party]), float(taken.other[party])
            why = (
                f"it would itself lose {-own:.2g}"
                if own < 0
                else f"it would itself gain only {own:.2g}"
            )
            told.append(
                Reason(
                    f"{name}: in the first round {who} {_DOES[int(taken.kind[party])]} {whom}, "
                    f"from {in_points(step.before[party])} to {in_points(taken.place[party])}: "
                    f"{whom} expects to gain {other:.2g} by a challenge, {who} expects that {why}.",
                    (f"issues[{one.number}]", f"parties[{one.parties[party]}]"),
                    {"own": own, "other": other},
                )
            )
    return told[:_IN_ALL]


def readings_table(
    words: Words, issues: Sequence[IssueOnAScale], by: ByReading, base: str
) -> Table:
    """What each other reading would change."""
    names = [words.issues[one.number] for one in issues]
    rows: list[tuple[Cell, ...]] = []
    for reading, means in by.mean.items():
        change = np.array(means) - np.array(by.mean[base])
        most = int(np.argmax(np.abs(change)))
        still = abs(change[most]) < 0.05
        rows.append(
            (
                reading,
                round(float(np.abs(change).mean()), 1) + 0.0,
                round(float(change[most]), 1) + 0.0,
                None if still else names[most],
                rounded(by.mean[reading][most]),
                rounded(by.median[reading][most]),
            )
        )
    columns = ("reading", "mean change", "largest change", "on", "mean there", "median there")
    return Table(
        "readings",
        f"Which published reading? ({EXPLORATORY})",
        columns,
        tuple(rows),
        f"Each row but the presets differs from {base} in one choice. Changes are of the mean at "
        "the end, in points, against that reading: over all issues without sign, and where it is "
        "largest.",
    )


def readings_by_issue_table(words: Words, issues: Sequence[IssueOnAScale], by: ByReading) -> Table:
    """Mean and median of each issue by each reading, for programs."""
    rows: list[tuple[Cell, ...]] = [
        (words.tables.issues[one.number], reading, means[row], by.median[reading][row])
        for reading, means in by.mean.items()
        for row, one in enumerate(issues)
    ]
    return Table(
        "readings by issue",
        f"Every issue by every reading ({EXPLORATORY})",
        ("issue", "reading", "mean", "median"),
        tuple(rows),
        detail=True,
    )


def choices_table(reading: Reading, name: str) -> Table:
    """What the reading says in words."""
    rows: list[tuple[Cell, ...]] = []
    for choice, value in reading.to_data().items():
        if choice == "q":
            meaning = "the chance that nothing changes where nobody challenges"
            rows.append((choice, f"{value:g}", meaning))
        else:
            rows.append((choice, value, CHOICES[choice][str(value)]))
    return Table("choices", f"The reading {name}", ("choice", "is", "meaning"), tuple(rows))
