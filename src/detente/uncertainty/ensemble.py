"""The answers to a question over many draws: how they are asked for, and what is told of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from detente.analyses.base import Analysis, Cell, Figure, Reason, Table
from detente.case.case import Case
from detente.engines.blocks import Block, Plan
from detente.engines.draws import Drawn
from detente.engines.tally import Tally
from detente.uncertainty.distribution import Floats
from detente.uncertainty.draws import Spec
from detente.uncertainty.parameters import Parameters, Question
from detente.uncertainty.probability_words import SOURCE as WORDS
from detente.uncertainty.probability_words import word_for
from detente.uncertainty.shares import Part, in_percent, wilson

#: Columns of a share of draws.
SHARE = ("% of draws", "from %", "to %")
_NO_INTERVAL = (
    "Draws of {sampler} are spread evenly and not independent, so no interval is given: one for "
    "chance draws would be too wide."
)
_INTERVAL = "From and to: the 95 % interval of Wilson (1927) for what so many draws can tell."
_TOLD = 6


#: A share of draws and the ends of its interval, None where there is none.
Share = tuple[Part | None, Part | None, Part | None]


@dataclass(frozen=True)
class Ran:
    """A run that is done: what was asked, of which draws, and what came of them."""

    spec: Spec
    plan: Plan
    drawn: Drawn

    @property
    def case(self) -> Case:
        """The case."""
        return self.spec.case

    @property
    def tally(self) -> Tally:
        """Counts and sums of the draws that were answered."""
        return self.drawn.tally

    @property
    def by_chance(self) -> bool:
        """Whether draws are independent, so that intervals of shares apply."""
        return self.spec.sampler == "monte-carlo"

    def share(self, count: int) -> Share:
        """A count as a share of the draws, with its interval where one applies."""
        whole = self.tally.draws
        if not self.by_chance:
            return Part(count / whole), None, None
        low, high = wilson(count, whole)
        return Part(count / whole), Part(low), Part(high)

    def told(self, count: int, *, further: bool = False) -> str:
        """A count as a share in words: ``12.3 % of draws (very unlikely; 11.7 % to 13 %)``.

        All and none are told as counts; ``further`` says that it comes on top of another share,
        for which there is no word.
        """
        whole = self.tally.draws
        if count in (0, whole):
            return f"{'every' if count else 'not'} one of {whole:,} draws"
        text = f"{'a further ' if further else ''}{in_percent(count / whole)} of draws"
        beside = [] if further else [word for word in (word_for(count / whole),) if word]
        if self.by_chance:
            low, high = wilson(count, whole)
            beside.append(f"{in_percent(low)} to {in_percent(high)}")
        return f"{text} ({'; '.join(beside)})" if beside else text

    @property
    def note(self) -> str:
        """What must be said of intervals under a table of shares."""
        return _INTERVAL if self.by_chance else _NO_INTERVAL.format(sampler=_named(self.spec))


@dataclass(frozen=True)
class Asked:
    """How a question is asked of draws.

    Parameters
    ----------
    name : str
    per_block, draws : callable
        Draws in a block, and how many are made where nobody says; both of the case alone.
    leading : callable
        What a run counts where that must be known before it begins (packages, sets).
    answer : callable
        Answers one block; a top-level function of the block alone.
    headlines : callable
        For :func:`detente.uncertainty.evaluate.evaluate`.
    analysis : callable
        The analysis of a run that is done.
    keep : int
        Draws whose rows are kept, for figures.
    exact : callable
        How many cases there are in all, where nothing but so many, at most as many as given,
        can be; then each is one draw.
    """

    name: Question
    per_block: Callable[[Case], int]
    draws: Callable[[Case], int]
    leading: Callable[[Case, Parameters], tuple[Any, ...]]
    answer: Callable[[Block[Spec]], Tally]
    headlines: Callable[[Case, Parameters, Floats], dict[str, Floats]]
    analysis: Callable[[Ran], Analysis]
    keep: int = 0
    exact: Callable[[Case, Parameters, int], int | None] = lambda case, used, most: None


def ensemble(
    ran: Ran,
    *,
    method: str,
    source: str,
    answer: str,
    tables: Sequence[Table],
    figures: Sequence[Figure] = (),
    reasons: Sequence[Reason] = (),
    warnings: Sequence[str] = (),
) -> Analysis:
    """The analysis of a run: the answer, with what was drawn and how."""
    used, drawn = ran.spec.parameters, ran.drawn
    told = [*used.notes, *warnings]
    if not drawn.complete:
        missing = ran.plan.draws - ran.tally.draws
        first = drawn.failures[0]
        told.append(
            f"{missing:,} of {ran.plan.draws:,} draws have no answer and are left out of every "
            f"share; the first of them because of {first.reason}"
        )
    if ran.spec.sampler == "sobol" and ran.plan.draws & (ran.plan.draws - 1):
        told.append(
            "Sobol's sequence is balanced where the number of draws is a power of 2; "
            f"{ran.plan.draws:,} is none"
        )
    return Analysis(
        question=f"probability of {used.question}",
        method=method,
        source=f"{source}; words: {WORDS}",
        parameters={
            "draws": ran.plan.draws,
            "seed": ran.plan.seed,
            "sampler": ran.spec.sampler,
            "draws in a block": ran.plan.per_block,
            "uncertain numbers": used.k,
        },
        case_title=ran.case.title,
        case_sha256=ran.case.sha256,
        answer=answer,
        tables=(
            *(_printed(table) for table in tables),
            *([numbers_table(used)] if used.k else []),
            *(_exact(table) for table in tables if _parts(table) and not table.detail),
        ),
        complete=drawn.complete,
        warnings=tuple(told),
        reasons=(*reasons, *([_drawn_reason(used)] if used.k else [])),
        figures=tuple(figures),
    )


def _parts(table: Table) -> bool:
    return any(isinstance(cell, Part) for row in table.rows for cell in row)


def _printed(table: Table) -> Table:
    """The table with its shares in per cent: to one decimal, in details exactly."""
    return replace(table, rows=_in_percent(table, exact=table.detail))


def _exact(table: Table) -> Table:
    """The same rows with exact shares, for programs."""
    return replace(
        table,
        name=f"{table.name}-exact",
        title=f"{table.title}, to six decimals",
        rows=_in_percent(table, exact=True),
        note="",
        detail=True,
    )


def _in_percent(table: Table, *, exact: bool) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(
            cell if not isinstance(cell, Part) else cell.exact if exact else cell.rounded
            for cell in row
        )
        for row in table.rows
    )


def numbers_table(used: Parameters) -> Table:
    """The uncertain numbers, in the order of the case."""
    return Table(
        "numbers",
        "What was drawn",
        ("number", "path", "drawn from", "moves with", "note"),
        tuple((p.label, p.path, p.distribution.told, p.group, p.note or None) for p in used.each),
        "Numbers that move with one another share a group; all others are drawn independently.",
    )


def _drawn_reason(used: Parameters) -> Reason:
    """That the answer moves because these numbers do, by name."""
    first = [f"{p.label} ({p.distribution.told})" for p in used.each[:_TOLD]]
    more = used.k - len(first)
    rest = f"; and {more} more, listed in the table of numbers" if more > 0 else ""
    what = "one number is" if used.k == 1 else f"{used.k} numbers are"
    return Reason(
        f"The answer differs from draw to draw because {what} uncertain: {'; '.join(first)}{rest}.",
        tuple(p.path for p in used.each),
    )


def without_draws(case: Case, used: Parameters, answer: str) -> Analysis:
    """The answer for a case in which nothing is uncertain that the question uses."""
    return Analysis(
        question=f"probability of {used.question}",
        method="draws",
        source="Metropolis & Ulam 1949",
        parameters={"uncertain numbers": 0},
        case_title=case.title,
        case_sha256=case.sha256,
        answer=answer,
        tables=(),
        warnings=used.notes,
    )


def _named(spec: Spec) -> str:
    return "Sobol's sequence" if spec.sampler == "sobol" else "Latin hypercubes"
