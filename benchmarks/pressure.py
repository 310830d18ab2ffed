"""Speed of settlements on a scale: ``python -m benchmarks.pressure [WORD]``.

Each line says how many draws (or runs) a second of CPU time makes, the best of five after one
that loads compiled code; ``WORD`` chooses the lines whose name has it. A family adds its own lines
with ``@line``: the function is given a seeded generator and returns what is to be timed and how
many draws that makes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from detente.maths.pressure.baselines import midrange, plurality
from detente.maths.pressure.challenge.challenge import play
from detente.maths.pressure.challenge.reading import SCHOLZ_CODE, SCHOLZ_PAPER, Reading
from detente.maths.pressure.compromise import compromise, weighted_mean
from detente.maths.pressure.condorcet import condorcet_election
from detente.maths.pressure.exchange import exchange_positions
from detente.maths.pressure.nash_on_a_scale import nash_at_a_level, nash_at_a_point
from detente.maths.pressure.weighted_median import weighted_median

Timed = tuple[Callable[[], object], int]
Make = Callable[[np.random.Generator], Timed]


@dataclass(frozen=True)
class Line:
    """One measurement; ``least`` is how many draws a second it has to make."""

    name: str
    least: float
    make: Make


LINES: list[Line] = []


def line(name: str, *, least: float) -> Callable[[Make], Make]:
    """Add a measurement."""

    def register(make: Make) -> Make:
        LINES.append(Line(name, least, make))
        return make

    return register


def random_draws(
    rng: np.random.Generator, draws: int, actors: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Positions, influence and salience, (draws, actors); a tenth have no position."""
    position = rng.integers(0, 101, (draws, actors)).astype(float)
    position[rng.random((draws, actors)) < 0.1] = np.nan
    return position, rng.uniform(1, 100, (draws, actors)), rng.uniform(1, 100, (draws, actors))


_DRAWS, _ACTORS = 50_000, 50


@line("plain mean, 50 actors", least=100_000)
def _plain(rng: np.random.Generator) -> Timed:
    position, _, _ = random_draws(rng, _DRAWS, _ACTORS)
    return lambda: weighted_mean(position), _DRAWS


@line("compromise mean, 50 actors", least=100_000)
def _compromise(rng: np.random.Generator) -> Timed:
    position, influence, salience = random_draws(rng, _DRAWS, _ACTORS)
    return lambda: compromise(position, influence, salience), _DRAWS


@line("weighted median, 50 actors", least=100_000)
def _median(rng: np.random.Generator) -> Timed:
    position, influence, salience = random_draws(rng, _DRAWS, _ACTORS)
    return lambda: weighted_median(position, influence * salience), _DRAWS


@line("midrange, 50 actors", least=100_000)
def _midrange(rng: np.random.Generator) -> Timed:
    position, influence, _ = random_draws(rng, _DRAWS, _ACTORS)
    return lambda: midrange(position, influence), _DRAWS


@line("plurality, 50 actors", least=100_000)
def _plurality(rng: np.random.Generator) -> Timed:
    position, influence, _ = random_draws(rng, _DRAWS, _ACTORS)
    return lambda: plurality(position, influence), _DRAWS


@line("Nash at a level, linear, 50 actors", least=100_000)
def _nash_linear(rng: np.random.Generator) -> Timed:
    position, influence, _ = random_draws(rng, _DRAWS, _ACTORS)
    return lambda: nash_at_a_level(position, influence, utility="linear"), _DRAWS


@line("Nash at a level, quadratic, 50 actors", least=100_000)
def _nash_quadratic(rng: np.random.Generator) -> Timed:
    position, influence, _ = random_draws(rng, _DRAWS, _ACTORS)
    return lambda: nash_at_a_level(position, influence, utility="quadratic"), _DRAWS


@line("Nash at a point, quadratic, 50 actors", least=100_000)
def _nash_point(rng: np.random.Generator) -> Timed:
    position, influence, _ = random_draws(rng, _DRAWS, _ACTORS)
    high = np.maximum(position, 5.0)  # all on one side of the point, so that there is a deal
    return lambda: nash_at_a_point(high, influence, 0.0, utility="quadratic"), _DRAWS


def _challenge(rng: np.random.Generator, runs: int, actors: int, reading: Reading) -> Timed:
    position = rng.uniform(0, 100, (runs, actors))
    capability, salience = (rng.uniform(0.1, 1, (runs, actors)) for _ in range(2))
    return lambda: play(position, capability, salience, reading, rounds=10, compiled=True), runs


# Half of what two processors have to do in a second.
@line("challenge by the paper, 50 actors, 10 rounds", least=750)
def _challenge_50(rng: np.random.Generator) -> Timed:
    return _challenge(rng, 500, 50, SCHOLZ_PAPER)


@line("challenge by the program, 50 actors, 10 rounds", least=500)
def _challenge_code_50(rng: np.random.Generator) -> Timed:
    return _challenge(rng, 500, 50, SCHOLZ_CODE)


@line("challenge by the paper, 200 actors, 10 rounds", least=50)
def _challenge_200(rng: np.random.Generator) -> Timed:
    return _challenge(rng, 40, 200, SCHOLZ_PAPER)


@line("challenge by the paper, 1,000 actors, 10 rounds", least=1)
def _challenge_1000(rng: np.random.Generator) -> Timed:
    return _challenge(rng, 1, 1_000, SCHOLZ_PAPER)


@line("Condorcet election, conditional, 50 places", least=5_000)
def _election(rng: np.random.Generator) -> Timed:
    position, weight = rng.uniform(0, 100, (2_000, 50)), rng.uniform(0, 1, (2_000, 50))
    return lambda: condorcet_election(position, weight, compiled=True), 2_000


@line("position exchange, 15 actors, 10 issues", least=5)
def _exchange(rng: np.random.Generator) -> Timed:
    position, salience = rng.uniform(0, 100, (15, 10)), rng.uniform(0, 1, (15, 10))
    influence = rng.uniform(0.1, 1, 15)
    return lambda: exchange_positions(position, influence, salience), 1


def measure(one: Line) -> str:
    """One line of the report."""
    run, count = one.make(np.random.default_rng(0))
    run()
    seconds = []
    for _ in range(5):
        started = time.process_time()
        run()
        seconds.append(time.process_time() - started)
    rate = count / max(min(seconds), 1e-9)
    return f"{one.name:<44} {rate:12,.0f} a second of CPU  (at least {one.least:,.0f})"


def main() -> None:
    """Print one line for each."""
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    for one in LINES:
        if word in one.name:
            print(measure(one), flush=True)


if __name__ == "__main__":
    main()
