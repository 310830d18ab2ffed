"""The model of settlements: its definition, what leaves it alone, and where it comes from."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.maths.pressure.settlement import (
    COEFFICIENTS,
    SettlementModel,
    default_model,
    from_json,
    normal_in_cells,
    to_json,
)
from detente.maths.pressure.settlement_features import CORE, MORE, filled
from tests.maths.pressure.reference_settlement import ISSUE, reference_masses

PLACE = st.one_of(st.sampled_from([0.0, 50.0, 100.0]), st.integers(0, 200).map(lambda x: x / 2))


@st.composite
def issues(draw: st.DrawFn) -> ISSUE:
    n = draw(st.integers(1, 8))
    positions = draw(st.lists(PLACE, min_size=n, max_size=n))
    saliences = draw(st.lists(st.integers(1, 100).map(float), min_size=n, max_size=n))
    reference = draw(st.one_of(PLACE, st.just(float("nan"))))
    return positions, saliences, reference


@given(issues())
def test_masses_are_those_of_the_definition(issue: ISSUE) -> None:
    model = default_model()
    positions, saliences, reference = issue
    made = model.predict(positions, saliences, reference=reference).masses
    assert made == pytest.approx(reference_masses(model, issue), abs=1e-12)
    assert made.sum() == pytest.approx(1)


@given(issues(), st.randoms(use_true_random=False), st.floats(0.01, 100))
def test_order_and_unit_of_salience_change_nothing(
    issue: ISSUE, random: np.random.Generator, factor: float
) -> None:
    positions, saliences, reference = issue
    order = list(range(len(positions)))
    random.shuffle(order)
    one = default_model().predict(positions, saliences, reference=reference).masses
    other = default_model().predict(
        [positions[i] for i in order],
        [saliences[i] * factor for i in order],
        reference=reference,
    )
    assert other.masses == pytest.approx(one, abs=1e-12)


@given(issues())
def test_a_mirrored_issue_has_the_mirrored_distribution(issue: ISSUE) -> None:
    positions, saliences, reference = issue
    one = default_model().predict(positions, saliences, reference=reference)
    other = default_model().predict(
        [100 - x for x in positions], saliences, reference=100 - reference
    )
    assert other.masses[::-1] == pytest.approx(one.masses, abs=1e-12)


@given(issues())
def test_an_actor_that_splits_with_its_salience_changes_nothing(issue: ISSUE) -> None:
    positions, saliences, reference = issue
    one = default_model().predict(positions, saliences, reference=reference)
    first, *others = saliences
    other = default_model().predict(
        [positions[0], *positions], [first / 4, 3 * first / 4, *others], reference=reference
    )
    assert other.masses == pytest.approx(one.masses, abs=1e-12)


def test_many_issues_at_once_are_the_same_one_by_one_and_absent_actors_do_not_count() -> None:
    rng = np.random.default_rng(5)
    positions = rng.integers(0, 11, (2, 30, 6)) * 10.0
    positions[rng.random(positions.shape) < 0.3] = np.nan
    positions[0, 0] = np.nan
    salience = rng.uniform(1, 100, positions.shape)
    reference = np.where(rng.random((2, 30)) < 0.5, np.nan, 40.0)
    model = default_model()
    every = model.predict(positions, salience, reference=reference)
    assert every.masses.shape == (2, 30, 101)
    assert np.isnan(every.masses[0, 0]).all()
    for index in np.ndindex(2, 30):
        there = ~np.isnan(positions[index])
        if there.any():
            one = model.predict(
                positions[index][there], salience[index][there], reference=reference[index]
            )
            assert one.masses == pytest.approx(every.masses[index], abs=1e-12)


def test_more_issues_than_fit_into_one_chunk_are_the_same() -> None:
    one = default_model().predict([0.0, 30.0, 100.0], [5.0, 80.0, 60.0])
    many = default_model().predict(np.tile([0.0, 30.0, 100.0], (4_500, 1)), [5.0, 80.0, 60.0])
    assert (many.masses == one.masses).all()


def test_an_unknown_salience_counts_as_the_mean_of_the_others() -> None:
    nan = float("nan")
    model = default_model()
    one = model.predict([0.0, 50.0, 100.0], [20.0, nan, 60.0]).masses
    assert one == pytest.approx(model.predict([0.0, 50.0, 100.0], [20.0, 40.0, 60.0]).masses)
    none = model.predict([0.0, 100.0], [nan, nan]).masses
    assert none == pytest.approx(model.predict([0.0, 100.0], [7.0, 7.0]).masses)
    assert filled(np.array([[1.0, nan]]), np.array([[nan, 3.0]])).tolist() == [[1.0, 0.0]]


def test_where_nobody_cares_all_count_alike() -> None:
    model = default_model()
    none = model.predict([0.0, 60.0], [0.0, 0.0]).masses
    assert none == pytest.approx(model.predict([0.0, 60.0], [1.0, 1.0]).masses)


def test_one_place_for_all_is_the_likeliest_place() -> None:
    found = default_model().predict([30.0, 30.0, 30.0], [10.0, 50.0, 90.0])
    assert found.masses.argmax() == 30
    assert found.quantile(0.5) == 30


def test_a_procedure_matters_only_to_a_model_that_looks_at_it() -> None:
    names = (*CORE, "procedure")
    beta = (*default_model().beta, 2.0)
    looks = SettlementModel(
        names, beta, 1.0, default_model().width, {"majority": 0.75, "unanimity": 0.25}
    )
    case = [0.0, 40.0, 100.0], [10.0, 60.0, 40.0]
    by = {
        name: looks.predict(*case, procedure=name).masses
        for name in ("majority", "unanimity", None, "lottery")
    }
    assert (by[None] == by["lottery"]).all(), "another name is as good as none"
    assert by["majority"][40] < by[None][40] < by["unanimity"][40]
    # The scores differ by the coefficient times 1, and lie 0.25 and 0.75 from the unknown.
    odds = {name: masses[40] / masses[41] for name, masses in by.items()}
    around = by[None][41]
    assert around > 0
    assert odds["majority"] < odds[None] < odds["unanimity"]
    plain = default_model().predict(*case, procedure="unanimity").masses
    assert (plain == default_model().predict(*case).masses).all()


@pytest.mark.parametrize(
    ("positions", "salience", "more", "said"),
    [
        ([101.0], [1.0], {}, "positions lie between 0 and 100"),
        ([50.0], [1.0], {"reference": -1.0}, "reference points lie between 0 and 100"),
        ([50.0], [-1.0], {}, "weights are finite numbers of 0 or more"),
        (50.0, 1.0, {}, "an axis of actors"),
        ([[50.0], [50.0]], [1.0], {"procedure": ["a", "b", "c"]}, "3 procedures for 2 issues"),
    ],
)
def test_what_does_not_fit_is_said(
    positions: object, salience: object, more: dict[str, object], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        default_model().predict(positions, salience, **more)  # type: ignore[arg-type]


def test_a_normal_distribution_keeps_its_tails_at_the_ends() -> None:
    (masses,) = normal_in_cells(np.array([0.0]), 10.0)
    assert masses[0] == pytest.approx(0.5199388058383725)  # Phi(0.05)
    assert masses.sum() == pytest.approx(1)


def test_the_coefficients_say_where_they_come_from() -> None:
    told = default_model().provenance
    assert set(told) == {
        *("population", "sha256", "issues", "groups", "fitted", "command", "cross_validation"),
    }
    assert len(told["sha256"]) == 64
    assert told["issues"] == 353
    assert "fit_settlement.py" in told["command"]
    scores = told["cross_validation"]
    assert scores["split_by"] == "group (proposal)"
    assert 0.77 <= scores["coverage"]["0.8"] <= 0.83
    assert all(d["high"] < 0 for d in scores["crps_against"].values())
    assert len(scores["crps_against"]) == 2
    assert set(default_model().traits) <= {*CORE, *MORE}


def test_a_model_survives_being_written() -> None:
    text = COEFFICIENTS.read_text(encoding="utf-8")
    assert to_json(from_json(text)) == text
