"""Where pressure would take each issue, over draws of the uncertain numbers.

Each draw is settled by the compromise mean and the weighted median of
:mod:`detente.maths.pressure`. Beside how far the inputs move the mean, the learned distribution
of settlements says how far from the mean decisions end even where inputs are known; averaged
over draws it holds both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from detente.analyses.base import Analysis, Cell, Table
from detente.analyses.pressure.issue_on_a_scale import MIDDLE_SALIENCE, issues_on_scales
from detente.case.case import Case
from detente.engines.blocks import Block
from detente.engines.tally import Tally, tally
from detente.errors import UnsuitableCase
from detente.maths.pressure.compromise import weighted_mean
from detente.maths.pressure.settlement import default_model
from detente.maths.pressure.settlement_distribution import Settlement
from detente.maths.pressure.weighted_median import weighted_median
from detente.uncertainty.distribution import Floats
from detente.uncertainty.drawn_tables import Integers, TableDraws
from detente.uncertainty.draws import Spec, values_of
from detente.uncertainty.ensemble import Asked, Ran, ensemble
from detente.uncertainty.parameters import Parameters
from detente.uncertainty.share_bars import scales

SOURCE = "Van den Bos 1991; Achen 2006; draws: Metropolis & Ulam 1949"
#: Steps of a histogram of places: twentieths of a point.
BINS = 2_000
PER_BLOCK = 4_096
DRAWS = 10_000
#: Draws of which the learned distribution is taken: each costs more than all else.
PREDICTED = 1_000


@dataclass(frozen=True)
class _Model:
    """What all draws share: what can be drawn, and what holds if the talks fail."""

    scales: TableDraws
    issues: tuple[int, ...]
    left_out: dict[int, str]
    reference: Floats


@lru_cache(maxsize=4)
def _model(spec: Spec) -> _Model:
    made, left_out = issues_on_scales(spec.case)
    if not made:
        raise UnsuitableCase(
            f"{spec.case.title}: no issue has a party with a place and weight on it; "
            "add positions with at and salience"
        )
    return _Model(
        TableDraws(spec.case, spec.parameters),
        tuple(one.number for one in made),
        left_out,
        np.array([one.reference for one in made]),
    )


@dataclass(frozen=True)
class _Settled:
    """Means and medians, (D, n_issues), with the positions and saliences behind them."""

    mean: Floats
    median: Floats
    position: Floats
    salience: Floats


def _settled(model: _Model, values: Floats) -> _Settled:
    """Settle every issue of every draw; issues stand before parties, (D, I, P)."""
    drawn = model.scales.draw_scales(values)
    issues = list(model.issues)
    position = np.ascontiguousarray(drawn.position[:, :, issues].transpose(0, 2, 1))
    salience = np.ascontiguousarray(drawn.salience[:, :, issues].transpose(0, 2, 1))
    salience = np.where(np.isnan(salience), MIDDLE_SALIENCE, salience)
    known = ~np.isnan(drawn.influence[0])
    influence = drawn.influence
    if not known.any():
        influence = np.ones_like(influence)
    elif not known.all():
        influence = np.where(known, influence, influence[:, known].mean(axis=1, keepdims=True))
    weight = influence[:, None, :] * salience
    return _Settled(
        weighted_mean(position, weight),
        weighted_median(position, weight).midpoint,
        position,
        salience,
    )


def answer(block: Block[Spec]) -> Tally:
    """Histograms, sums and extremes of a block's settlements."""
    model = _model(block.context)
    found = _settled(model, values_of(block))
    there = ~np.isnan(found.mean)
    mean = np.where(there, found.mean, 0.0)
    sums = {"mean": mean, "square": mean**2}
    some = slice(0, block.keep)
    predicted = default_model().predict(
        found.position[some], found.salience[some], reference=model.reference
    ).masses  # fmt: skip
    sums["predicted"] = predicted[~np.isnan(predicted).any(axis=(1, 2))]
    return tally(
        block.size,
        counts={
            "mean": _histogram(found.mean),
            "median": _histogram(found.median),
            "there": there.sum(axis=0),
            "predicted": np.array(len(sums["predicted"])),
        },
        sums=sums,
        extremes={"mean": found.mean, "median": found.median},
        rows={"mean": found.mean},
    )


def _histogram(places: Floats) -> Integers:
    """Draws by place to the nearest twentieth of a point, (n_issues, BINS + 1)."""
    issues = places.shape[1]
    there = ~np.isnan(places)
    at = np.rint(np.where(there, places, 0.0) * (BINS / 100)).astype(np.int64)
    flat = at + np.arange(issues) * (BINS + 1)
    made = np.bincount(flat[there], minlength=issues * (BINS + 1))
    return made.reshape(issues, BINS + 1).astype(np.int64)


def quantile(counts: Integers, q: float) -> float:
    """The least place, to a twentieth of a point, at or below which a share ``q`` of draws is."""
    sums = np.cumsum(counts)
    return float(np.searchsorted(sums, q * sums[-1], side="left")) * (100 / BINS)


def headlines(case: Case, used: Parameters, values: Floats) -> dict[str, Floats]:
    """Mean and median of each issue, (D,)."""
    model = _model(Spec(case, used))
    found = _settled(model, values)
    made: dict[str, Floats] = {}
    for place, issue in enumerate(model.issues):
        made[f"settlement:{case.issues[issue].id}"] = found.mean[:, place]
        made[f"median:{case.issues[issue].id}"] = found.median[:, place]
    return made


def analysis(ran: Ran) -> Analysis:
    """The distribution of settlements, issue by issue."""
    model, made = _model(ran.spec), ran.tally
    names = [ran.case.issues[n].name for n in model.issues]
    rows: list[tuple[Cell, ...]] = []
    drawn, told = [], []
    sums, squares = made.sums["mean"].values(), made.sums["square"].values()
    for at, name in enumerate(names):
        there = int(made.counts["there"][at])
        if not there:
            continue
        mean = float(sums[at]) / there
        deviation = float(np.sqrt(max(0.0, float(squares[at]) / there - mean * mean)))
        counts = made.counts["mean"][at]
        low, middle, high = (quantile(counts, q) for q in (0.05, 0.5, 0.95))
        of_median = made.counts["median"][at]
        error = deviation / np.sqrt(there) if ran.by_chance else None
        rows.append(
            (
                name, *(round(x, 2) for x in (mean, deviation)),
                *(round(x, 1) for x in (low, middle, high)),
                *(round(quantile(of_median, q), 1) for q in (0.05, 0.5, 0.95)),
                None if error is None else round(float(error), 4),
            )
        )  # fmt: skip
        drawn.append((name, counts / there, low, middle, high))
        told.append(f"{name}: {low:.3g} to {high:.3g}, median {middle:.3g}")
    table = Table(
        "settlements",
        "Where each issue settles over the draws",
        ("issue", "mean", "spread", "5 %", "half", "95 %",
         "median 5 %", "median half", "median 95 %", "error of mean"),
        tuple(rows),
        "Places from 0 to 100. The first columns are of the compromise mean: its mean, standard "
        "deviation, and the places below which 5, 50 and 95 % of draws lie; then the same of the "
        "weighted median. " + (
            "Error of mean: one standard error of what so many draws can tell."
            if ran.by_chance
            else "No error is given, as draws are not independent."
        ),
    )  # fmt: skip
    text = (
        f"Over {made.draws:,} draws the compromise mean lies, in 90 % of draws, at "
        f"{'; '.join(told)}."
    )
    warnings = [
        f"{ran.case.issues[n].name} is left out: {why}" for n, why in model.left_out.items()
    ]
    return ensemble(
        ran,
        method="draws of the compromise",
        source=SOURCE,
        answer=text,
        tables=[table, *_predicted(ran, names)],
        figures=[scales("settlements", "Where each issue settles", drawn, "settlements")],
        warnings=warnings,
    )


def _predicted(ran: Ran, names: list[str]) -> list[Table]:
    """What is to be expected of decisions, where the inputs are as uncertain as they are."""
    count = int(ran.tally.counts["predicted"])
    if not count:
        return []
    masses = ran.tally.sums["predicted"].values() / count
    found = Settlement(masses, default_model().asked)
    half, most = found.interval(0.5), found.interval(0.9)
    rows: list[tuple[Cell, ...]] = [
        (name, *(round(float(x), 1) for x in (found.mean[at], *half[at], *most[at])))
        for at, name in enumerate(names)
    ]
    return [
        Table(
            "expected",
            "Where a decision is to be expected, inputs and model both uncertain",
            ("issue", "mean", "50 % from", "to", "90 % from", "to "),
            tuple(rows),
            f"The learned distribution of settlements, averaged over {count:,} draws: it tells how "
            "far from the positions' balance decisions have ended elsewhere, beside what the "
            "inputs leave open. Intervals are the shortest that hold so much.",
        )
    ]


PRESSURE = Asked(
    name="pressure",
    per_block=lambda case: PER_BLOCK,
    draws=lambda case: DRAWS,
    leading=lambda case, used: (),
    answer=answer,
    headlines=headlines,
    analysis=analysis,
    keep=PREDICTED,
)
