"""The probabilistic Condorcet election."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError
from detente.maths.pressure.compromise import weighted_mean
from detente.maths.pressure.condorcet import FORMS, LAWS, VOTING, condorcet_election
from tests.maths.pressure.reference_condorcet import election

each_form = pytest.mark.parametrize("form", FORMS)
few = settings(max_examples=40, deadline=None)
seeds = st.integers(0, 10_000)
KINDS = list(itertools.product(FORMS, VOTING, LAWS))


def some_actors(seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 9))
    return rng.integers(0, 11, n) * 10.0, rng.uniform(0.05, 1, n)


@pytest.mark.parametrize("compiled", [False, True])
@pytest.mark.parametrize(("form", "voting", "law"), KINDS)
def test_it_is_that_of_the_definition(form: str, voting: str, law: str, compiled: bool) -> None:
    # By the definition a certain win takes forever to come to rest: checked by its own test below.
    slow = form != "conditional" and law in ("octic", "binary")
    for seed in range(1 if slow else 4):
        x, w = some_actors(seed)
        places, wanted = election(x.tolist(), w.tolist(), form, voting, law)
        made = condorcet_election(x, w, form=form, voting=voting, law=law, compiled=compiled)
        there = ~np.isnan(made.places[0])
        assert made.places[0][there].tolist() == places
        assert made.probability[0][there] == pytest.approx(wanted, abs=1e-6 if slow else 1e-9)


@pytest.mark.parametrize(("form", "voting", "law"), KINDS)
def test_numpy_and_compiled_code_agree(form: str, voting: str, law: str) -> None:
    rng = np.random.default_rng(4)
    x = rng.integers(0, 21, (60, 9)) * 5.0
    x[rng.random(x.shape) < 0.15] = np.nan
    w = rng.uniform(0, 1, x.shape)
    slow, fast = (
        condorcet_election(x, w, form=form, voting=voting, law=law, compiled=yes)
        for yes in (False, True)
    )
    assert np.array_equal(slow.places, fast.places, equal_nan=True)
    assert np.abs(slow.probability - fast.probability).max() < 1e-12
    assert np.abs(slow.probability.sum(axis=1) - 1).max() < 1e-12


@each_form
def test_of_two_places_the_heavier_wins_by_its_share(form: str) -> None:
    made = condorcet_election([20.0, 80.0], [3.0, 1.0], form=form)
    assert made.probability[0] == pytest.approx([0.75, 0.25], abs=1e-6)
    assert made.mean[0] == pytest.approx(weighted_mean([20.0, 80.0], [3.0, 1.0]), abs=1e-5)


def test_three_equal_actors_by_hand() -> None:
    # The middle beats an end 2 : 1 in votes (two half-scale gains against one), the ends tie.
    made = condorcet_election([0.0, 50.0, 100.0])
    middle, end = (2 / 3) ** 2, (1 / 3) * 0.5
    assert made.probability[0] == pytest.approx(
        np.array([end, middle, end]) / (middle + 2 * end), abs=1e-6
    )


@each_form
@few
@given(seed=seeds)
def test_probabilities_add_up_and_the_order_of_actors_does_not_matter(form: str, seed: int) -> None:
    x, w = some_actors(seed)
    turn = np.random.default_rng(seed).permutation(x.size)
    one, other = (condorcet_election(*a, form=form) for a in ((x, w), (x[turn], w[turn])))
    assert one.probability.sum() == pytest.approx(1.0, abs=1e-12)
    assert (one.probability >= 0).all()
    assert other.probability == pytest.approx(one.probability, abs=1e-9)


@each_form
@few
@given(seed=seeds, factor=st.floats(0.001, 1000))
def test_a_clone_that_shares_the_weight_and_another_unit_of_weight_change_nothing(
    form: str, seed: int, factor: float
) -> None:
    x, w = some_actors(seed)
    one = condorcet_election(x, w, form=form)
    split = np.append(w, w[0] / 3)
    split[0] *= 2 / 3
    other = condorcet_election(np.append(x, x[0]), factor * split, form=form)
    there = ~np.isnan(one.places[0])
    assert other.places[0][: x.size][there].tolist() == one.places[0][there].tolist()
    assert other.probability[0][: x.size] == pytest.approx(one.probability[0], abs=1e-9)


@each_form
@few
@given(seed=seeds)
def test_the_scale_can_be_turned_round(form: str, seed: int) -> None:
    x, w = some_actors(seed)
    one, other = (condorcet_election(y, w, form=form) for y in (x, 100 - x))
    m = int((~np.isnan(one.places[0])).sum())
    assert other.probability[0][:m] == pytest.approx(one.probability[0][:m][::-1], abs=1e-9)


@each_form
def test_certain_winners(form: str) -> None:
    # The middle has nearly all the weight; with the sharpest law hardly a chance is left.
    made = condorcet_election([0.0, 50.0, 100.0], [1, 98, 1], form=form, law="binary")
    assert made.probability[0][1] > 0.9999


@each_form
@pytest.mark.parametrize("compiled", [False, True])
def test_one_place_is_certain_and_nobody_elects_nothing(form: str, compiled: bool) -> None:
    alone = condorcet_election([30.0, 30.0, np.nan], form=form, compiled=compiled)
    assert alone.probability[0].tolist() == [1.0, 0.0, 0.0]
    assert alone.mean[0] == 30
    for x, w in (([np.nan, np.nan], 1.0), ([1.0, 2.0], 0.0)):
        nothing = condorcet_election(x, w, form=form, compiled=compiled)
        assert not nothing.probability.any()
        assert np.isnan(nothing.mean).all()


@pytest.mark.parametrize("wrong", [{"form": "x"}, {"voting": "x"}, {"law": "x"}])
def test_words_that_are_not_known_are_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(InputError, match=r"is one of .*; got 'x'"):
        condorcet_election([1.0, 2.0], **wrong)  # type: ignore[arg-type]
