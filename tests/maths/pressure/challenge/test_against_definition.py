"""Fast forms of the challenge model against its definition, in every reading."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from detente.maths.pressure.challenge.challenge import play, trace
from detente.maths.pressure.challenge.expectations import chances, chances_among_all
from detente.maths.pressure.challenge.reading import (
    PRESETS,
    SCHOLZ_PAPER,
    Reading,
    single_switches,
)
from tests.maths.pressure.challenge import reference_challenge
from tests.maths.pressure.challenge.decisions import Decision, random_decision

READINGS = {
    f"{name} {switch}": reading
    for name, preset in PRESETS.items()
    for switch, reading in {"": preset, **single_switches(preset)}.items()
}
READINGS["q and left out"] = replace(SCHOLZ_PAPER, q=0.6, otherwise="left-out")


def reference_rounds(made: Decision, reading: Reading, rounds: int) -> list[list[float]]:
    """By the definition."""
    x, c, s = (array.tolist() for array in made)
    return reference_challenge.rounds_of(x, c, s, reading, rounds)


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS.keys())
def test_one_round_is_that_of_the_definition(reading: Reading) -> None:
    rng = np.random.default_rng(7)
    moved = 0
    for _ in range(12):
        made = random_decision(rng, int(rng.integers(2, 8)))
        wanted = reference_rounds(made, reading, 1)[-1]
        for compiled in (False, True):
            found = play(*made, reading, rounds=1, compiled=compiled).places[0]
            assert found == pytest.approx(wanted, abs=1e-7)
        moved += np.abs(np.array(wanted) - made.position).max() > 1e-6
    assert moved >= 3, "a test in which nobody moves shows nothing"


@pytest.mark.parametrize("reading", PRESETS.values(), ids=PRESETS.keys())
def test_many_rounds_are_those_of_the_definition(reading: Reading) -> None:
    rng = np.random.default_rng(8)
    for _ in range(3):
        made = random_decision(rng, 6)
        wanted = reference_rounds(made, reading, 6)
        for compiled in (False, True):
            runs = play(*made, reading, rounds=6, compiled=compiled)
            assert runs.places[0] == pytest.approx(wanted[-1], abs=1e-6)
            w = made.capability * made.salience
            means = [float(np.dot(w, x) / w.sum()) for x in wanted]
            assert runs.mean[0] == pytest.approx(means, abs=1e-6)
            medians = [reference_challenge.median(x, w.tolist()) for x in wanted]
            assert runs.median[0] == pytest.approx(medians, abs=1e-6)


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS.keys())
def test_numpy_and_compiled_code_agree_on_many_draws(reading: Reading) -> None:
    rng = np.random.default_rng(9)
    draws = [random_decision(rng, 15) for _ in range(30)]
    x, c, s = (np.array([getattr(d, name) for d in draws]) for name in draws[0]._fields)
    x[rng.random(x.shape) < 0.1] = np.nan
    slow, fast = (play(x, c, s, reading, rounds=4, compiled=yes) for yes in (False, True))
    assert np.array_equal(slow.played, fast.played)
    for name in ("places", "lower", "upper", "mean"):
        a, b = getattr(slow, name), getattr(fast, name)
        assert np.array_equal(np.isnan(a), np.isnan(b))
        assert np.nanmax(np.abs(a - b)) < 1e-5


def test_chances_are_those_of_the_definition() -> None:
    rng = np.random.default_rng(10)
    for _ in range(40):
        x, c, s = random_decision(rng, 9)
        w, r = c * s, rng.uniform(0.5, 2, 9)
        span = float(np.ptp(x)) * 1.25
        pair, every = chances(x, w), chances_among_all(x, w, r, span)
        assert np.abs(pair + pair.T - 1).max() < 1e-12
        for i in range(9):
            for j in range(9):
                if x[i] == x[j]:
                    assert pair[i, j] == 0.5
                    continue
                given = i, j, x.tolist(), w.tolist(), r.tolist(), span
                code = replace(SCHOLZ_PAPER, chance="all-pairs")
                assert pair[i, j] == pytest.approx(
                    reference_challenge.chance(*given, SCHOLZ_PAPER), abs=1e-10
                )
                assert every[i, j] == pytest.approx(
                    reference_challenge.chance(*given, code), abs=1e-10
                )


def test_a_trace_tells_the_rounds_that_are_played() -> None:
    made = random_decision(np.random.default_rng(11), 8)
    told = trace(*made, rounds=3)
    assert len(told.rounds) == told.runs.played[0]
    assert told.rounds[0].before.tolist() == made.position.tolist()
    for step, after in zip(told.rounds, told.rounds[1:], strict=False):
        assert step.taken.place.tolist() == after.before.tolist()
        assert ((step.exponent >= 0.5 - 1e-12) & (step.exponent <= 2 + 1e-12)).all()
        stays = step.taken.by < 0
        assert (step.taken.place[stays] == step.before[stays]).all()
    assert told.rounds[-1].taken.place.tolist() == told.runs.places[0].tolist()
