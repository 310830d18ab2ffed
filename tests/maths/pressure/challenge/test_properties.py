"""What changes nothing in the challenge model, and what it makes of little."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.maths.pressure.challenge.challenge import Runs, play
from detente.maths.pressure.challenge.reading import PRESETS, Reading
from tests.maths.pressure.challenge.decisions import Decision, random_decision

each = pytest.mark.parametrize("reading", PRESETS.values(), ids=PRESETS.keys())
seeds = st.integers(0, 10_000)
few = settings(max_examples=25, deadline=None)


def spread_decision(seed: int) -> Decision:
    """Places without exact ties, so that no choice between equal offers is needed."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(3, 9))
    return Decision(rng.uniform(0, 100, n), rng.uniform(0.1, 1, n), rng.uniform(0.05, 1, n))


def ends(made: Decision, reading: Reading) -> Runs:
    return play(*made, reading, rounds=2, compiled=False)


@each
@few
@given(seed=seeds)
def test_the_order_of_actors_does_not_matter(reading: Reading, seed: int) -> None:
    made = random_decision(np.random.default_rng(seed), 7)
    turn = np.random.default_rng(seed + 1).permutation(7)
    there = ends(made, reading)
    back = ends(Decision(*(array[turn] for array in made)), reading)
    assert back.places[0] == pytest.approx(there.places[0][turn], abs=1e-6)


@each
@few
@given(seed=seeds, shift=st.floats(-50, 50), factor=st.floats(0.1, 20))
def test_another_zero_and_another_unit_of_the_scale_only_relabel(
    reading: Reading, seed: int, shift: float, factor: float
) -> None:
    made = spread_decision(seed)
    there = ends(made, reading)
    moved = ends(made._replace(position=shift + factor * made.position), reading)
    unit = factor * np.ptp(made.position)
    assert np.abs(moved.places[0] - shift - factor * there.places[0]).max() < 1e-6 * unit
    assert np.abs(moved.mean - shift - factor * there.mean).max() < 1e-6 * unit


@few
@given(seed=seeds)
def test_the_scale_can_be_turned_round_by_the_paper(seed: int) -> None:
    made = spread_decision(seed)
    reading = PRESETS["scholz-paper"]
    there, turned = ends(made, reading), ends(made._replace(position=-made.position), reading)
    assert turned.places[0] == pytest.approx(-there.places[0], abs=1e-6)
    assert turned.median[0] == pytest.approx(-there.median[0], abs=1e-6)


def test_the_programme_cannot_be_turned_round() -> None:
    # It takes compromises by their place on the scale: the fault that the port's author points at.
    reading = PRESETS["scholz-code"]
    changed = 0
    for seed in range(20):
        made = spread_decision(seed)
        there, turned = ends(made, reading), ends(made._replace(position=-made.position), reading)
        changed += np.abs(turned.places[0] + there.places[0]).max() > 1
    assert changed


@each
@few
@given(seed=seeds, factor=st.floats(0.01, 100))
def test_capabilities_count_by_their_ratios(reading: Reading, seed: int, factor: float) -> None:
    made = random_decision(np.random.default_rng(seed), 6)
    there = ends(made, reading)
    again = ends(made._replace(capability=factor * made.capability), reading)
    assert again.places[0] == pytest.approx(there.places[0], abs=1e-6)


@each
@few
@given(seed=seeds)
def test_nobody_leaves_the_range_of_the_places(reading: Reading, seed: int) -> None:
    made = random_decision(np.random.default_rng(seed), 8)
    places = play(*made, reading, rounds=5, compiled=False).places[0]
    assert places.min() >= made.position.min() - 1e-9
    assert places.max() <= made.position.max() + 1e-9


@each
@pytest.mark.parametrize("compiled", [False, True])
def test_nothing_moves_where_nothing_is_in_dispute(reading: Reading, compiled: bool) -> None:
    alone = play([30.0], [1.0], [0.5], reading, compiled=compiled)
    assert (alone.mean == 30).all()
    assert alone.played[0] == 0
    together = play([30.0, 30.0], [1.0, 2.0], [0.5, 0.1], reading, compiled=compiled)
    assert (together.places == 30).all()
    absent = play([np.nan, 30.0, np.nan], 1.0, 0.5, reading, compiled=compiled)
    assert absent.median[0].tolist() == [30.0] * 11
    assert np.isnan(absent.places[0]).tolist() == [True, False, True]


@each
@pytest.mark.parametrize("compiled", [False, True])
def test_without_weight_there_is_no_forecast(reading: Reading, compiled: bool) -> None:
    for position, capability in (([np.nan, np.nan], 1.0), ([10.0, 20.0], 0.0)):
        runs = play(position, capability, 0.5, reading, compiled=compiled)
        assert np.isnan(runs.mean).all()
        assert np.isnan(runs.median).all()


@each
@pytest.mark.parametrize("compiled", [False, True])
def test_an_actor_without_a_place_takes_no_part(reading: Reading, compiled: bool) -> None:
    made = random_decision(np.random.default_rng(3), 7)
    there = play(*made, reading, compiled=compiled)
    more = Decision(*(np.insert(array, 2, np.nan) for array in made))
    found = play(*more, reading, compiled=compiled)
    assert found.mean == pytest.approx(there.mean)
    assert np.delete(found.places[0], 2) == pytest.approx(there.places[0])


def test_wrong_input_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        play([1.0, 2.0], 1.0, [50.0, 50.0])
    with pytest.raises(ValueError, match="between 0 and 1"):
        play([1.0, 2.0], 1.0, [np.nan, 0.5])
    with pytest.raises(ValueError, match="at least one round"):
        play([1.0, 2.0], 1.0, 0.5, rounds=0)
    with pytest.raises(ValueError, match="finite numbers of 0 or more"):
        play([1.0, 2.0], [-1.0, 1.0], 0.5)
