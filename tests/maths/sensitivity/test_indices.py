"""Sobol' and PAWN indices against functions whose indices are known."""

from __future__ import annotations

import sys
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from detente.errors import MissingExtra
from detente.maths.sensitivity.pawn import pawn_indices
from detente.maths.sensitivity.sobol import saltelli_points, sobol_indices

Floats = npt.NDArray[np.float64]

# Ishigami and Homma 1990 with a = 7, b = 0.1; indices worked out from the variances
# V1 = (1 + b pi^4 / 5)^2 / 2, V2 = a^2 / 8, V13 = 8 b^2 pi^8 / 225.
A, B = 7.0, 0.1
V1, V2 = (1 + B * np.pi**4 / 5) ** 2 / 2, A**2 / 8
V13 = 8 * B**2 * np.pi**8 / 225
FIRST = np.array([V1, V2, 0]) / (V1 + V2 + V13)
TOTAL = np.array([V1 + V13, V2, V13]) / (V1 + V2 + V13)


def ishigami(unit: Floats) -> Floats:
    x = np.pi * (2 * unit - 1)
    made: Floats = np.sin(x[:, 0]) + A * np.sin(x[:, 1]) ** 2 + B * x[:, 2] ** 4 * np.sin(x[:, 0])
    return made


def test_the_formulas_give_the_published_indices_of_ishigami() -> None:
    assert np.abs(FIRST - [0.3139, 0.4424, 0]).max() < 5e-5
    assert np.abs(TOTAL - [0.5576, 0.4424, 0.2437]).max() < 5e-5


@pytest.mark.parametrize("seed", range(5))
def test_ishigami(seed: int) -> None:
    made = sobol_indices(ishigami(saltelli_points(3, 4096, seed)), 3, seed)
    assert made is not None
    assert made.first == pytest.approx(FIRST, abs=0.02)
    assert made.total == pytest.approx(TOTAL, abs=0.02)


@pytest.mark.parametrize("seed", range(5))
def test_a_sum_shares_out_its_variance_by_squares_of_the_weights(seed: int) -> None:
    weights = np.array([4.0, 2.0, 1.0, 0.0])
    made = sobol_indices(saltelli_points(4, 2048, seed) @ weights, 4, seed)
    assert made is not None
    assert made.first == pytest.approx(weights**2 / 21, abs=0.01)
    assert made.total == pytest.approx(weights**2 / 21, abs=0.01)
    assert made.total[3] == 0


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    held = 0
    for seed in range(60):
        made = sobol_indices(ishigami(saltelli_points(3, 256, seed)), 3, seed)
        assert made is not None
        held += int((np.abs(made.total - TOTAL) <= made.total_margin).sum())
    # Quasi-random points err less than the resampling supposes: never less often than 95 %.
    assert held >= 0.95 * 180


@pytest.mark.parametrize("measure", ["sobol", "pawn"])
def test_the_same_seed_gives_the_same_bits_and_the_global_state_plays_no_part(
    measure: str,
) -> None:
    points = saltelli_points(3, 64, 0)

    def bits(disturbance: int) -> list[Floats]:
        np.random.seed(disturbance)
        made: list[Floats]
        if measure == "sobol":
            found = sobol_indices(ishigami(points), 3, 0)
            assert found is not None
            made = [found.first, found.first_margin, found.total, found.total_margin]
        else:
            moved = pawn_indices(points, ishigami(points), 0)
            assert moved is not None
            made = [moved.median, moved.largest, np.array([moved.dummy])]
        assert np.random.random() == np.random.RandomState(disturbance).random_sample()
        return made

    for one, other in zip(bits(1), bits(2), strict=True):
        assert (one == other).all()


def test_the_design_is_that_of_salib() -> None:
    sobol = pytest.importorskip("SALib.sample.sobol")
    problem = {"num_vars": 5, "names": list("abcde"), "bounds": [[0, 1]] * 5}
    theirs = sobol.sample(problem, 64, calc_second_order=False, seed=7)
    assert (saltelli_points(5, 64, 7) == theirs).all()


def test_an_answer_that_never_moves_has_no_indices() -> None:
    points = saltelli_points(2, 64, 0)
    assert sobol_indices(np.full(len(points), 0.1), 2, 0) is None
    assert pawn_indices(points, np.full(len(points), 0.1), 0) is None


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: saltelli_points(2, 100, 0), "power of two"),
        (lambda: saltelli_points(0, 64, 0), "no numbers"),
        (lambda: sobol_indices(np.zeros(7), 2, 0), "do not fit"),
        (lambda: sobol_indices(np.full(8, np.nan), 2, 0), "finite"),
        (lambda: pawn_indices(np.zeros((200, 1)), np.full(200, np.inf), 0), "finite"),
        (lambda: pawn_indices(np.zeros((99, 1)), np.zeros(99), 0), "too few"),
        (lambda: pawn_indices(np.zeros((200, 1)), np.zeros(100), 0), "do not fit"),
    ],
)
def test_what_does_not_fit_is_said(call: Callable[[], object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        call()


@pytest.mark.parametrize(
    "call",
    [
        lambda: sobol_indices(np.arange(8.0), 2, 0),
        lambda: pawn_indices(np.arange(400.0).reshape(200, 2), np.arange(200.0), 0),
    ],
)
def test_without_salib_the_extra_is_named(
    call: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "SALib.analyze", None)
    with pytest.raises(MissingExtra, match=r"detente\[sensitivity\]"):
        call()


def test_pawn_of_a_copy_is_that_of_slices() -> None:
    # The answer is the number: within a slice of a tenth it lies nowhere else, so the distance
    # to the whole is 0.9 at both ends and, in the middle slice m, max(m, 9 - m) / 10.
    drawn = np.random.default_rng(0).permuted(np.linspace(0, 1, 2000))[:, None]
    made = pawn_indices(drawn, drawn[:, 0], 0)
    assert made is not None
    assert made.largest == pytest.approx(0.9, abs=0.001)
    assert made.median == pytest.approx(
        np.median([max(m, 9 - m) / 10 for m in range(10)]), abs=1e-3
    )


def test_pawn_tells_what_matters_from_what_does_not() -> None:
    points = np.random.default_rng(5).random((4000, 3))
    made = pawn_indices(points, np.exp(5 * points[:, 0]) + points[:, 1], 0)
    assert made is not None
    assert made.median[0] > made.median[1] > made.dummy * 0.5
    assert made.median[2] < 2 * made.dummy


def test_pawn_does_not_mind_how_a_number_is_written() -> None:
    points = np.random.default_rng(5).random((1000, 2))
    answers = points[:, 0] - points[:, 1]
    one, other = pawn_indices(points, answers, 0), pawn_indices(np.exp(points), answers, 0)
    assert one is not None
    assert other is not None
    assert (one.median == other.median).all()
