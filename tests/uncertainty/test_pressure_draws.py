"""Settlements over draws: analytic answers, and each drawn case settled on its own."""

from __future__ import annotations

import numpy as np
import pytest

from detente.analyses.pressure.issue_on_a_scale import issues_on_scales
from detente.case.case import Case
from detente.engines.serial import Serial
from detente.uncertainty.evaluate import evaluate
from detente.uncertainty.explore import explore
from detente.uncertainty.parameters import parameters_of
from tests.uncertainty.drawn_cases import random_case, with_values

ONE = {
    "title": "One number",
    "parties": [
        {"id": "a", "name": "A", "influence": 30},
        {"id": "b", "name": "B", "influence": 10},
    ],
    "issues": [{"id": "i", "name": "Price"}],
    "positions": [
        {"party": "a", "issue": "i", "at": {"low": 20, "high": 60}, "salience": 50},
        {"party": "b", "issue": "i", "at": 100, "salience": 50},
    ],
}


def test_a_uniform_position_makes_a_uniform_settlement_narrower_by_its_weight() -> None:
    # A has 3/4 of the weight: the mean lies between 3/4 * 20 + 25 = 40 and 3/4 * 60 + 25 = 70.
    found = explore(
        Case.model_validate(ONE), "pressure", draws=40_000, sampler="sobol", engine=Serial()
    )
    row = found.table("settlements").rows[0]
    assert row[1] == pytest.approx(55, abs=0.02)
    assert row[2] == pytest.approx(30 / 12**0.5, abs=0.02)
    assert row[3:6] == pytest.approx((41.5, 55, 68.5), abs=0.11)
    # The weighted median is where A stands: uniform from 20 to 60.
    assert row[6:9] == pytest.approx((22, 40, 58), abs=0.11)
    assert found.parameters["uncertain numbers"] == 1
    assert "A's position on Price" in found.reasons[-1].text
    assert found.reasons[-1].about == ("positions[0].at",)


def test_the_mean_over_chance_draws_lies_within_its_error() -> None:
    outside = 0
    for seed in range(40):
        found = explore(Case.model_validate(ONE), "pressure", draws=500, seed=seed, engine=Serial())
        row = found.table("settlements").rows[0]
        outside += abs(float(row[1] or 0) - 55) > 1.96 * float(row[9] or 0)
    assert outside <= 7  # of 40 at 5 %: more has a chance of 1 in 1,000


@pytest.mark.parametrize("seed", range(20))
def test_each_draw_is_settled_as_its_case_is(seed: int) -> None:
    rng = np.random.default_rng(seed)
    case = random_case(rng)
    used = parameters_of(case, "pressure")
    values = used.ppf(rng.random((6, used.dimensions)))
    found = evaluate(case, "pressure", values)
    for at, row in enumerate(values):
        for one in issues_on_scales(with_values(case, used, row))[0]:
            name = f"settlement:{case.issues[one.number].id}"
            assert found[name][at] == pytest.approx(one.settlement, abs=1e-9)


def test_a_party_without_influence_counts_with_the_mean_of_the_others_in_each_draw() -> None:
    data = {**ONE, "parties": [
        {"id": "a", "name": "A", "influence": {"low": 10, "high": 90}}, {"id": "b", "name": "B"},
    ]}  # fmt: skip
    case = Case.model_validate(data)
    values = np.array([[10.0, 40.0], [90.0, 40.0]])
    assert evaluate(case, "pressure", values)["settlement:i"] == pytest.approx([70, 70])
