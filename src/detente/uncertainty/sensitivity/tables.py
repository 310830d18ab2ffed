"""What matters, as tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Cell, Table
from detente.maths.sensitivity.prim import Box
from detente.maths.sensitivity.tornado import HIGH, LOW
from detente.uncertainty.distribution import Floats
from detente.uncertainty.sensitivity.asking import Asking, Axis
from detente.uncertainty.sensitivity.flips import Change
from detente.uncertainty.sensitivity.headlines import Headline
from detente.uncertainty.sensitivity.sample import UPPER, Measured, Sobol

#: Rows of a table that people read.
MOST = 15


def rounded(number: float, digits: int = 3) -> float | None:
    """A number to so many places, 0 without a sign; nothing where it is not known."""
    return None if not np.isfinite(number) else round(float(number), digits) + 0.0


def order_of(made: Measured) -> list[int]:
    """Axes, what matters most first: by total index where there is one, else by first-order."""
    scores = made.sobol.total if made.sobol is not None else made.variance.saved
    return [int(at) for at in np.argsort(-np.asarray(scores), kind="stable")]


def indices_table(asking: Asking, headline: Headline, made: Measured) -> Table:
    """How much of the spread each number brings about."""
    rows: list[tuple[Cell, ...]] = []
    for at in order_of(made):
        sobol, pawn = made.sobol, made.pawn
        alone = sobol.first[at] if sobol else made.variance.saved[at] / made.variance.loss
        rows.append(
            (
                asking.axes[at].label,
                rounded(100 * _part(alone), 1),
                rounded(100 * _part(sobol.total[at]), 1) if sobol else None,
                rounded(100 * sobol.total_margin[at], 1) if sobol else None,
                rounded(pawn.median[at]) if pawn else None,
            )
        )
    chance = f" By chance alone PAWN stays below {made.pawn.dummy:.3f}." if made.pawn else ""
    missing = (
        ""
        if made.sobol
        else " Without total indices; the first-order ones are estimated from slices of the draws."
    )
    return Table(
        "matters",
        f"What matters to {headline.what}",
        ("number", "% of the spread alone", "% with others", "±", "PAWN"),
        tuple(rows[:MOST]),
        "Alone: share of the answer's variance that the number brings about by itself (Sobol' "
        "first-order index); with others: also together with other numbers (total index), with "
        "the half-width of its 95 % interval. PAWN: how far the distribution of answers moves "
        f"where the number is fixed, 0 to 1.{chance}{missing}",
        left_out=max(0, len(rows) - MOST),
    )


def exact_table(asking: Asking, headline: Headline, made: Measured) -> Table:
    """Every measure of every number, for programs."""
    rows: list[tuple[Cell, ...]] = []
    for at in order_of(made):
        axis, sobol, pawn, told = asking.axes[at], made.sobol, made.pawn, made.tornado
        indices: list[float | None] = [None] * 4
        if sobol:
            indices = [float(x[at]) for x in (sobol.first, sobol.first_margin,
                                              sobol.total, sobol.total_margin)]  # fmt: skip
        rows.append(
            (
                axis.label,
                ", ".join(axis.paths),
                *indices,
                float(pawn.median[at]) if pawn else None,
                float(pawn.largest[at]) if pawn else None,
                float(pawn.dummy) if pawn else None,
                _answer(headline, told.low[at]),
                _answer(headline, told.high[at]),
                float(made.variance.saved[at]),
                float(made.guess.saved[at]) if made.guess else None,
            )
        )
    return Table(
        "exact",
        "Every measure of every number",
        ("number", "path", "first", "first ±", "total", "total ±", "PAWN median", "PAWN largest",
         "PAWN by chance", "answer at low", "answer at high", "variance saved", "guesses saved"),
        tuple(rows),
        "As estimated: chance can take an index below 0 or above 1. Answers at low and high: "
        "all other numbers as the case has them.",
        detail=True,
    )  # fmt: skip


def _part(index: float) -> float:
    """An estimate of a share, which chance can take below 0 or above 1."""
    return float(np.clip(index, 0, 1))


def tornado_table(asking: Asking, headline: Headline, made: Measured) -> Table:
    """Each number low and high: what the answer is, or how often it is yes."""
    told = made.tornado
    yes_or_no = headline.is_yes_or_no
    low, high = (100 * made.lowest, 100 * made.highest) if yes_or_no else (told.low, told.high)
    order = np.argsort(-np.abs(high - low), kind="stable").tolist() if yes_or_no else told.order
    rows: list[tuple[Cell, ...]] = [
        (
            asking.axes[at].label,
            _place(asking.axes[at], LOW),
            rounded(low[at], 1 if yes_or_no else 4),
            _place(asking.axes[at], HIGH),
            rounded(high[at], 1 if yes_or_no else 4),
        )
        for at in order
    ]
    if yes_or_no:
        columns = ("number", "low", "% yes where low", "high", "% yes where high")
        note = (
            f"% yes: in how many draws {headline.label_words(1)}, of those in which the number "
            "lies in its lowest and in its highest tenth, all others drawn too; of all draws "
            f"{100 * made.told[made.known].mean():.1f} %. "
        )
    else:
        columns = ("number", "low", "then", "high", "then ")
        note = "Then: the answer with all other numbers as the case has them. "
    return Table(
        "tornado",
        f"One number at a time (as the case stands: {_base(headline, made)})",
        columns,
        tuple(rows[:MOST]),
        f"{note}Low and high: below the first lie 5 % of what the number is thought to be, below "
        "the second 95 %.",
        left_out=max(0, len(rows) - MOST),
    )


def _base(headline: Headline, made: Measured) -> str:
    base = made.tornado.base
    if headline.is_yes_or_no:
        return headline.label_words(int(base))
    return f"{base:.4g}" if np.isfinite(base) else "nothing is known"


def _answer(headline: Headline, told: float) -> Cell:
    if not np.isfinite(told):
        return None
    return bool(told) if headline.is_yes_or_no else rounded(told, 4)


def _place(axis: Axis, share: float) -> Cell:
    if axis.single is None:
        return f"{100 * share:g} % point of each"
    return float(f"{axis.value(share):.4g}")


def flips_tables(
    singles: Sequence[Change], pairs: Sequence[Change], headline: Headline
) -> list[Table]:
    """The smallest changes that change the answer: of one number, and of two."""
    rows: list[tuple[Cell, ...]] = [
        (one.axes[0].label, one.origins[0], one.places[0], round(100 * one.change, 1), one.answer)
        for one in singles
    ]
    crossed = (
        "% crossed: how much of what the number is thought to be lies between. Nothing below its "
        "1 % or above its 99 % point is looked at."
    )
    title = (
        f"What would change {headline.what}" if headline.is_yes_or_no
        else "What would bring another option nearest"
    )  # fmt: skip
    tables = [
        Table(
            "flips",
            title,
            ("number", "from", "to", "% crossed", "then"),
            tuple(rows[:MOST]),
            (f"The smallest change of each number, the others as the case has them. {crossed}"
             if rows else f"No single number does. {crossed}"),
            left_out=max(0, len(rows) - MOST),
        )
    ]  # fmt: skip
    if pairs:
        both: list[tuple[Cell, ...]] = [
            (one.axes[0].label, f"{one.origins[0]} {one.places[0]}", one.axes[1].label,
             f"{one.origins[1]} {one.places[1]}", round(100 * one.change, 1))
            for one in pairs
        ]  # fmt: skip
        tables.append(
            Table(
                "flips_of_two",
                "Two numbers that do it together, sooner than either alone",
                ("number", "from", "and", "from ", "% crossed by the larger"),
                tuple(both[:MOST]),
                "Both moved by as much of their ranges; of the numbers that matter most.",
                left_out=max(0, len(both) - MOST),
            )
        )
    return tables


def box_sides(asking: Asking, box: Box) -> list[str]:
    """Where a box lies, one clause for each number that it cuts."""
    told = []
    for at in box.cut:
        axis = asking.axes[at]
        low, high = box.low[at], box.high[at]
        if axis.single is None:
            ends = [f"the {100 * x:.2g} % point of each" for x in (low, high)]
        else:
            ends = [f"{axis.value(x):.3g}" if np.isfinite(x) else "" for x in (low, high)]
        if np.isfinite(low) and np.isfinite(high):
            told.append(f"{axis.label} is between {ends[0]} and {ends[1]}")
        elif np.isfinite(low):
            told.append(f"{axis.label} is {ends[0]} or more")
        else:
            told.append(f"{axis.label} is {ends[1]} or less")
    return told


def boxes_tables(asking: Asking, headline: Headline, made: Measured) -> list[Table]:
    """Scenarios: where an outcome is common, and where that is."""
    rows: list[tuple[Cell, ...]] = []
    sides: list[tuple[Cell, ...]] = []
    for number, (wanted, box) in enumerate(made.boxes, start=1):
        told = outcome(headline, made, wanted)
        measures = (rounded(100 * x, 1) for x in (box.density, box.coverage, box.mass))
        rows.append((number, told, *measures))
        for at in box.cut:
            chance = float(box.by_chance[at])
            ends = (_end(asking.axes[at], x) for x in (box.low[at], box.high[at]))
            sides.append(
                (number, asking.axes[at].label, *ends,
                 "under 0.001" if chance < 0.001 else f"{chance:.3f}")
            )  # fmt: skip
    tables = [
        Table(
            "scenarios",
            "Scenarios: where an outcome is common",
            ("scenario", "outcome", "% of these draws", "% of the outcome", "% of all draws"),
            tuple(rows),
            "Boxes found by PRIM: how common the outcome is in the box, how much of the outcome "
            "lies in it, how many draws it holds. A later box of an outcome is counted on the "
            "draws that no earlier one holds."
            if rows
            else "No box of the numbers makes an outcome commoner than it is anyway.",
        )
    ]
    if sides:
        tables.append(
            Table(
                "sides",
                "Where the scenarios are: all of this at once",
                ("scenario", "number", "at least", "at most", "by chance"),
                tuple(sides),
                "By chance: quasi-p-value, how easily chance would make the side look as good.",
            )
        )
    return tables


def _end(axis: Axis, share: float) -> Cell:
    if not np.isfinite(share):
        return None
    if axis.single is None:
        return f"{100 * share:.2g} % point of each"
    return float(f"{axis.value(share):.3g}")


def outcome(headline: Headline, made: Measured, wanted: bool) -> str:
    """The outcome that a box is about."""
    if headline.is_yes_or_no:
        return headline.label_words(int(wanted))
    return f"above {made.upper:.4g}, the highest {100 * (1 - UPPER):g} %"


def information_table(asking: Asking, made: Measured) -> Table:
    """What it would be worth to find out each number."""
    variance, guess = made.variance, made.guess
    rows: list[tuple[Cell, ...]] = []
    for at in np.argsort(-variance.saved, kind="stable").tolist():
        part = variance.saved[at] / variance.loss if variance.loss else 0.0
        row: tuple[Cell, ...] = (asking.axes[at].label, rounded(100 * part, 1))
        if guess is not None:
            row += (rounded(100 * guess.saved[at], 1),)
        rows.append((*row, bool(variance.saved[at] > variance.dummy)))
    columns = ["number", "% of the doubt it removes"]
    note = "Doubt: the variance of the answer"
    if guess is not None:
        columns.append("right guesses more, % of draws")
        right = 100 * (1 - guess.loss)
        note += (
            ", which for a yes or no is the Brier score of the best forecast; right guesses: how "
            f"much more often the likelier answer would be right than now ({right:.3g} %)"
        )
    dummy = 100 * variance.dummy / variance.loss if variance.loss else 0.0
    return Table(
        "information",
        "What is most worth finding out",
        (*columns, "more than chance"),
        tuple(rows[:MOST]),
        f"{note}. Each number by itself, known for sure, on average over what it may turn out to "
        f"be. By chance alone up to {dummy:.1f} %.",
        left_out=max(0, len(rows) - MOST),
    )


def by_output_table(
    asking: Asking, sobol: Sobol, headlines: Sequence[tuple[Headline, Floats]]
) -> Table:
    """For each output of the question the numbers that matter most to it."""
    rows: list[tuple[Cell, ...]] = []
    for headline, told in headlines:
        found = sobol.indices(headline)
        first: list[str] = []
        if found is not None:
            for at in np.argsort(-found.total, kind="stable").tolist()[:3]:
                if found.total[at] > max(0.02, found.total_margin[at]):
                    first.append(f"{asking.axes[at].label} ({_part(found.total[at]):.2f})")
        known = told[np.isfinite(told)]
        if headline.is_yes_or_no:
            mean = rounded(100 * known.mean(), 1)
            spread = None
        else:
            mean, spread = rounded(known.mean(), 1), rounded(known.std(), 2)
        rows.append((headline.output, mean, spread, "; ".join(first) or None))
    return Table(
        "outputs",
        "Every answer, and the numbers that matter most to it",
        ("answer", "mean, or % yes", "spread", "numbers, with total index"),
        tuple(rows),
        "Look at one of them with --about. Spread: standard deviation over the draws.",
        detail=asking.used.question not in ("pressure", "stability"),
    )
