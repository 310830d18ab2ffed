"""Fitting settlements: the gradient, what comes back from made data, and the stored model."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from detente.maths.pressure.settlement import SettlementModel, default_model
from detente.maths.pressure.settlement_features import CORE, MORE, places_of
from detente.maths.pressure.settlement_fit import CRPS_WEIGHT, fit_settlement, loss
from detente.maths.scoring.scores import crps

TOOL = Path(__file__).parents[3] / "tools" / "fit_settlement.py"


def made_issues(n: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    positions = rng.integers(0, 11, (n, 7)) * 10.0
    positions[rng.random(positions.shape) < 0.2] = np.nan
    positions[:, 0] = rng.choice([0.0, 100.0], n)
    reference = np.where(rng.random(n) < 0.3, np.nan, rng.choice([0.0, 50.0], n))
    return positions, rng.uniform(1, 100, positions.shape), reference


def with_numbers(model: SettlementModel, at: np.ndarray) -> SettlementModel:
    return replace(
        model, beta=tuple(at[:-3].tolist()), smooth=float(at[-3]), width=(at[-2], at[-1])
    )


def test_the_gradient_is_that_of_the_loss() -> None:
    positions, salience, reference = made_issues(40, 1)
    procedure = ["a", "b", None, "c"] * 10
    shares = {"a": 0.4, "b": 0.35, "c": 0.25}
    names = (*CORE, *MORE)
    places = places_of(positions, salience, reference, procedure, names, shares)
    rng = np.random.default_rng(2)
    cells = rng.integers(0, 101, 40)
    blank = SettlementModel(names, (0.0,) * places.traits.shape[2], 0.0, (3.0, 0.3), shares)
    at = np.concatenate([rng.normal(0, 1, places.traits.shape[2]), [0.4, 3.2, 0.5]])
    _, gradient = loss(with_numbers(blank, at), places, cells)
    for k, step in enumerate(np.eye(len(at)) * 1e-6):
        up, _ = loss(with_numbers(blank, at + step), places, cells)
        down, _ = loss(with_numbers(blank, at - step), places, cells)
        assert gradient[k] == pytest.approx((up - down) / 2e-6, rel=1e-5, abs=1e-5)


def test_the_loss_is_the_log_score_and_the_weighted_crps() -> None:
    positions, salience, reference = made_issues(30, 3)
    model = default_model()
    masses = model.predict(positions, salience, reference=reference).masses
    outcome = np.random.default_rng(4).integers(0, 101, 30)
    places = places_of(positions, salience, reference, [None] * 30, model.traits, {})
    value, _ = loss(model, places, outcome)
    logs = -np.log(masses[np.arange(30), outcome]).sum()
    assert value == pytest.approx(logs + CRPS_WEIGHT * crps(masses, outcome).sum())


def test_made_outcomes_give_back_the_model_they_were_made_with() -> None:
    positions, salience, reference = made_issues(2_500, 5)
    true = SettlementModel(CORE, (1.5, 0.4, -2.0, 1.0, -0.8, 0.5), 0.5, (3.0, 0.6), {})
    rng = np.random.default_rng(6)
    asked = true.predict(positions, salience, reference=reference)
    outcome = asked.sample(rng, 1)[0]
    found = fit_settlement(positions, salience, outcome, reference=reference)
    # Some four standard errors at this size; the penalty is small beside 2,500 issues.
    assert found.beta == pytest.approx(true.beta, abs=0.5)
    assert found.smooth == pytest.approx(true.smooth, abs=0.5)
    assert found.width == pytest.approx(true.width, abs=0.3)
    again = found.predict(positions, salience, reference=reference)
    assert np.abs(again.masses - asked.masses).sum(axis=1).mean() < 0.1


def test_few_issues_stay_near_the_start() -> None:
    found = fit_settlement([[0.0, 100.0]], [[1.0, 1.0]], [0.0], reference=[np.nan])
    assert all(abs(b) < 1 for b in found.beta)
    masses = found.predict([0.0, 100.0], [1.0, 1.0]).masses
    assert masses[0] > masses[100] - 1e-12
    assert masses.min() > 0


def test_what_cannot_be_fitted_is_said() -> None:
    with pytest.raises(ValueError, match="each with a position"):
        fit_settlement([[np.nan, np.nan]], [[1.0, 1.0]], [0.0], reference=[np.nan])
    with pytest.raises(ValueError, match="outcomes lie between 0 and 100"):
        fit_settlement([[1.0, 2.0]], [[1.0, 1.0]], [np.nan], reference=[np.nan])


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fit_settlement", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_stored_coefficients_are_those_of_a_refit(shared: Path, tool: ModuleType) -> None:
    from detente.backtest.resolved import read_resolved

    issues = read_resolved(shared / "data/pressure/deu/deu3_blksv.tsv")
    stored = default_model()
    assert stored.provenance["sha256"] == issues.digest
    assert stored.provenance["issues"] == len(issues)
    refit = tool.fitted(issues)
    # Linear algebra of another machine may end a few roundings elsewhere.
    assert refit.beta == pytest.approx(stored.beta, abs=2e-5)
    assert (refit.smooth, *refit.width) == pytest.approx((stored.smooth, *stored.width), abs=2e-5)
    assert refit.traits == stored.traits
    assert refit.asked == stored.asked
    today = "2099-01-01"
    from detente.maths.pressure.settlement import COEFFICIENTS

    kept = tool.day_of(replace(stored, provenance={}), issues, COEFFICIENTS, today)
    assert kept == stored.provenance["fitted"], "the same model keeps its day"
    other = replace(stored, provenance={}, smooth=0.0)
    assert tool.day_of(other, issues, COEFFICIENTS, today) == today
