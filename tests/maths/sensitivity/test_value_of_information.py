"""The value of finding out one number, where it can be worked out by hand."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from detente.maths.sensitivity.value_of_information import value_of_information, variance_saved

N = 20_000


def numbers(seed: int, k: int = 3) -> npt.NDArray[np.float64]:
    return np.random.default_rng(seed).random((N, k))


@pytest.mark.parametrize("seed", range(4))
def test_the_brier_score_of_a_yes_that_two_numbers_decide(seed: int) -> None:
    x = numbers(seed)
    yes = (x[:, 0] > 0.5) & (x[:, 1] > 0.2)
    made = variance_saved(x, yes, 0)
    # p = 0.4; given the first number it is 0.8 or 0, given the second 0.5 or 0.
    assert made.loss == pytest.approx(0.24, abs=0.01)
    assert made.saved == pytest.approx([0.16, 0.04, 0], abs=0.01)
    assert made.saved[2] <= 2 * made.dummy + 1e-4


@pytest.mark.parametrize("seed", range(4))
def test_the_variance_of_a_sum(seed: int) -> None:
    x = numbers(seed)
    made = variance_saved(x, x @ np.array([4.0, 2.0, 0.0]), 0)
    assert made.loss == pytest.approx(20 / 12, rel=0.03)
    assert made.saved == pytest.approx([16 / 12, 4 / 12, 0], abs=0.04)


@pytest.mark.parametrize("seed", range(4))
def test_a_choice_between_two_actions_in_two_states(seed: int) -> None:
    # Drilling brings 100 if there is oil (30 %) and costs 40 if not; not drilling brings nothing.
    # Without knowing: 0.3 x 100 - 0.7 x 40 = 2. Knowing: 0.3 x 100 = 30. Worth 28.
    x = numbers(seed)
    oil = x[:, 0] < 0.3
    payoffs = np.stack([np.where(oil, 100.0, -40.0), np.zeros(N)], axis=1)
    made = value_of_information(x, payoffs, 0)
    assert made.loss == pytest.approx(28, abs=1.0)
    # A slice of a fiftieth may lie across the edge of 0.3.
    assert made.saved[0] == pytest.approx(28, abs=1.0)
    assert made.saved[1:] == pytest.approx([0, 0], abs=0.7)


@pytest.mark.parametrize("seed", range(4))
def test_how_much_more_often_the_best_guess_is_right(seed: int) -> None:
    x = numbers(seed)
    yes = (x[:, 0] > 0.5) & (x[:, 1] > 0.2)
    made = value_of_information(x, np.stack([yes, ~yes], axis=1), 0)
    # Saying no is right in 60 %. Knowing the first number: 0.5 + 0.5 x 0.8 = 90 %. Knowing the
    # second alone changes no guess: at best it is even.
    assert made.loss == pytest.approx(0.4, abs=0.01)
    assert made.saved[0] == pytest.approx(0.3, abs=0.015)
    assert made.saved[1:] == pytest.approx([0, 0], abs=0.015)


def test_an_answer_that_never_moves_is_worth_nothing() -> None:
    made = variance_saved(numbers(0), np.ones(N), 0)
    assert (made.loss, made.saved.tolist(), made.dummy) == (0, [0, 0, 0], 0)


def test_knowing_one_number_is_worth_no_more_than_knowing_all() -> None:
    rng = np.random.default_rng(1)
    x = rng.random((500, 4))
    y = np.sin(9 * x[:, 0]) * x[:, 1] > 0.1
    assert (variance_saved(x, y, 0).saved <= variance_saved(x, y, 0).loss).all()
    made = value_of_information(x, np.stack([y, ~y], axis=1), 0)
    assert (made.saved <= made.loss).all()


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        (np.zeros((39, 1)), np.zeros(39), "too few"),
        (np.zeros((50, 1)), np.zeros(40), "do not fit"),
        (np.zeros((50, 1)), np.full(50, np.nan), "finite"),
    ],
)
def test_what_does_not_fit_is_said(x: object, y: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        variance_saved(x, y, 0)  # type: ignore[arg-type]
