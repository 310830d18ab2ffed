"""Speed of packages (frontier, points, search, draws): ``python -m benchmarks.packages``.

Random additive points; each line is solved in a process of its own, so that its peak of memory
is its own. Times are CPU seconds, medians of the runs after the first, which loads compiled code.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np

from detente.maths.packages.choice import Room
from detente.maths.packages.drawn_deals import DealDraws, settle_draws
from detente.maths.packages.kalai_smorodinsky import kalai_smorodinsky
from detente.maths.packages.leximin import leximin
from detente.maths.packages.model import PackageModel
from detente.maths.packages.nash import nash
from detente.maths.packages.utilitarian import utilitarian

POINTS: tuple[Callable[[Room], object], ...] = (nash, leximin, utilitarian, kalai_smorodinsky)


def random_model(
    issues: int, options: int, parties: int, *, scale: int = 10**9, floor: float = 0.0
) -> PackageModel:
    """Every party has ``scale`` points for its best package and asks for a part of them."""
    rng = np.random.default_rng(7 * parties + issues)
    weight = rng.dirichlet(np.ones(issues), parties)
    tables = []
    for issue in range(issues):
        value = rng.random((options, parties))
        tables.append(np.rint(value / value.max(axis=0) * weight[:, issue] * scale))
    points = tuple(table.astype(np.int64) for table in tables)
    best = sum(table.max(axis=0) for table in points)
    yes = np.ones(parties, bool)
    return PackageModel(points, (best * floor).astype(np.int64), yes, yes, ~yes, parties)


def frontier_and_points(issues: int, parties: int, floor: float) -> Callable[[], str]:
    """The frontier and all points, to be run."""
    model = random_model(issues, 10, parties, floor=floor)

    def run() -> str:
        room = Room(model, "all")
        size = room.frontier.shape[0]
        for point in POINTS:
            point(room)
        return f"frontier {size:,}"

    return run


def one_point(name: str, issues: int, parties: int, scale: int) -> Callable[[], str]:
    """One point by search, to be run."""
    model = random_model(issues, 10, parties, scale=scale, floor=0.45)
    point = next(p for p in POINTS if p.__name__ == name)

    def run() -> str:
        made = point(Room(model, "all"))
        return "complete" if made.complete else "not complete"  # type: ignore[attr-defined]

    return run


def frontier_alone(issues: int, parties: int, scale: int) -> Callable[[], str]:
    """The frontier, to be run."""
    model = random_model(issues, 10, parties, scale=scale, floor=0.45)
    return lambda: f"frontier {Room(model, 'all').frontier.shape[0]:,}"


def thousand_draws() -> str:
    """A thousand draws of a game of six parties and 720 deals."""
    rng = np.random.default_rng(0)
    shape = (3, 3, 4, 4, 5)
    points = [rng.integers(0, 30, (1_000, options, 6)) for options in shape]
    yes = np.ones(6, bool)
    floors = np.full((1_000, 6), 70) + rng.integers(-5, 6, (1_000, 6))
    drawn = settle_draws(DealDraws(points, [], floors, floors, [], [], yes, ~yes, 5))
    return f"acceptable in {int((drawn.by_all > 0).sum())} draws"


LINES: dict[str, Callable[[], Callable[[], str]]] = {
    "3 parties, 10^6, frontier and points": lambda: frontier_and_points(6, 3, 0.0),
    "5 parties, 10^6, frontier and points": lambda: frontier_and_points(6, 5, 0.0),
    "3 parties, 10^12, frontier and points": lambda: frontier_and_points(12, 3, 0.45),
    "4 parties, 10^12, frontier, 100 points": lambda: frontier_alone(12, 4, 100),
    "4 parties, 10^12, frontier, 10^9 points": lambda: frontier_alone(12, 4, 10**9),
    **{
        f"{parties} parties, 10^12, {name}, {scale:,} points": (
            lambda name=name, parties=parties, scale=scale: one_point(name, 12, parties, scale)  # type: ignore[misc]
        )
        for parties in (3, 5, 6, 8)
        for scale in (100, 10**9)
        for name in ("nash", "leximin")
    },
    "1,000 draws, 6 parties, 720 deals": lambda: thousand_draws,
}


def measure(name: str) -> str:
    """One line: what was solved, seconds, and the peak of memory above the start."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    run = LINES[name]()
    seconds = []
    for _ in range(4):
        started = time.process_time()
        what = run()
        seconds.append(time.process_time() - started)
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    first, rest = seconds[0] * 1e3, statistics.median(seconds[1:]) * 1e3
    return f"{name:<48} {rest:9.1f} ms  (first {first:7.0f})  +{peak:4.0f} MB  {what}"


def main() -> None:
    """Print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one")
    args = parser.parse_args()
    if args.one:
        print(measure(args.one))
        return
    for name in LINES:
        subprocess.run([sys.executable, "-m", "benchmarks.packages", "--one", name], check=True)


if __name__ == "__main__":
    main()
