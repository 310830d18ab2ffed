"""Every method that gives chances: fitted to some issues, asked about others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize_scalar

from detente.backtest.resolved import ResolvedIssues
from detente.maths.pressure.compromise import weighted_mean
from detente.maths.pressure.condorcet import condorcet_election
from detente.maths.pressure.settlement import normal_in_cells
from detente.maths.pressure.settlement_distribution import Settlement, asked_for
from detente.maths.pressure.settlement_features import CORE, filled
from detente.maths.pressure.settlement_fit import fit_settlement
from detente.maths.scoring.grouped import folds_of
from detente.maths.scoring.scores import crps

Floats = npt.NDArray[np.float64]
Predict = Callable[[ResolvedIssues], Settlement]

NORMAL, RESIDUALS = "mean-normal", "mean-residuals"
#: What the distribution of settlements has to beat.
BASELINES = (NORMAL, RESIDUALS)
#: Among these sets of traits one is chosen within the folds of what a model is fitted to.
MENU: tuple[tuple[str, ...], ...] = (
    CORE,
    tuple("extreme" if name == "end" else name for name in CORE),
    tuple(name for name in CORE if name != "reference"),
    (*CORE, "unknown_reference"),
    (*CORE, "procedure", "procedure_reference"),
)
_INNER = 5


@dataclass(frozen=True)
class DistributionMethod:
    """A method and what it is; ``slow``: only when it is named."""

    name: str
    what: str
    fit: Callable[[ResolvedIssues], Predict]
    slow: bool = False


def _settlement(learned: ResolvedIssues, traits: tuple[str, ...] = CORE) -> Predict:
    model = fit_settlement(
        learned.position,
        learned.weight,
        learned.outcome,
        reference=learned.reference,
        procedure=learned.procedure,
        traits=traits,
    )
    return lambda asked: model.predict(
        asked.position, asked.weight, reference=asked.reference, procedure=asked.procedure
    )


def _settlement_chosen(learned: ResolvedIssues) -> Predict:
    """The traits that do best in folds of the issues learned from, fitted to all of these."""
    folds = min(_INNER, len(set(learned.group)))
    if folds < 2:
        return _settlement(learned)
    fold = folds_of(learned.group, folds, rng=np.random.default_rng(0))
    totals = []
    for traits in MENU:
        total = 0.0
        for number in range(folds):
            rest, here = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
            asked = learned.of(here)
            found = _settlement(learned.of(rest), traits)(asked)
            total += float(crps(found.masses, asked.outcome).sum())
        totals.append(total)
    return _settlement(learned, MENU[int(np.argmin(totals))])


def _centre(issues: ResolvedIssues) -> Floats:
    """The compromise mean; the plain one where nobody with a position has weight."""
    means = weighted_mean(issues.position, filled(issues.position, issues.weight))
    return np.where(np.isnan(means), weighted_mean(issues.position), means)


def _mean_normal(learned: ResolvedIssues) -> Predict:
    """A normal distribution around the mean; its one width has the least CRPS."""
    centre = _centre(learned)
    width = float(
        minimize_scalar(
            lambda log: float(
                crps(normal_in_cells(centre, float(np.exp(log))), learned.outcome).sum()
            ),
            bounds=(0.0, 5.0),
            method="bounded",
        ).x
    )
    asked_more = asked_for(normal_in_cells(centre, float(np.exp(width))))
    return lambda asked: Settlement(
        normal_in_cells(_centre(asked), float(np.exp(width))), asked_more
    )


def _mean_residuals(learned: ResolvedIssues) -> Predict:
    """The mean plus each error that it made on the issues learned from."""
    centre = _centre(learned)
    errors = learned.outcome - centre

    def masses(means: Floats) -> Floats:
        places = np.rint(np.clip(means[:, None] + errors, 0, 100)).astype(np.int64)
        cells = places + 101 * np.arange(len(means))[:, None]
        counts = np.bincount(cells.ravel(), minlength=101 * len(means))
        return np.asarray(counts.reshape(len(means), 101) / len(errors))

    asked_more = asked_for(masses(centre))
    return lambda asked: Settlement(masses(_centre(asked)), asked_more)


def _past_outcomes(learned: ResolvedIssues) -> Predict:
    """The outcomes of the issues learned from, whatever the positions."""
    counts = np.bincount(np.rint(learned.outcome).astype(np.int64), minlength=101)
    one = counts / len(learned)
    asked_more = asked_for(one[None])
    return lambda asked: Settlement(np.tile(one, (len(asked), 1)), asked_more)


def _condorcet(form: str) -> Callable[[ResolvedIssues], Predict]:
    """The election among stated positions, which learns nothing from others."""

    def predict(asked: ResolvedIssues) -> Settlement:
        made = condorcet_election(asked.position, np.nan_to_num(asked.weight), form=form)
        chance = made.probability
        cells = np.rint(np.nan_to_num(made.places)).astype(np.int64)
        cells += 101 * np.arange(len(asked))[:, None]
        counted = np.bincount(cells.ravel(), weights=chance.ravel(), minlength=101 * len(asked))
        summed = np.asarray(counted, dtype=np.float64).reshape(-1, 101)
        summed[~chance.any(axis=1)] = np.nan
        return Settlement(summed)

    return lambda learned: predict


DISTRIBUTION_METHODS: tuple[DistributionMethod, ...] = (
    DistributionMethod("settlement", "the distribution of settlements", _settlement),
    DistributionMethod(
        "settlement-chosen",
        "settlements, with traits chosen within the folds",
        _settlement_chosen,
        True,
    ),
    DistributionMethod(NORMAL, "normal around the compromise, one width", _mean_normal),
    DistributionMethod(
        RESIDUALS, "the compromise plus the errors it made elsewhere", _mean_residuals
    ),
    DistributionMethod(
        "condorcet", "probabilistic Condorcet election, conditional", _condorcet("conditional")
    ),
    DistributionMethod(
        "condorcet-markov",
        "probabilistic Condorcet election, Markov, uniform",
        _condorcet("markov-uniform"),
    ),
    DistributionMethod(
        "past-outcomes", "outcomes elsewhere, whatever the positions", _past_outcomes
    ),
)
