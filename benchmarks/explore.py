"""Speed and memory of draws: ``python -m benchmarks.explore``.

Each line runs in a process of its own, with one worker for each of two cores (``--workers`` for
another number); seconds are by the clock, and CPU seconds are of all processes. Memory is the peak
of the parent and of the largest worker; it must not grow from a tenth of the draws to all.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from detente.case.case import Case
from detente.engines.processes import Processes
from detente.engines.serial import Serial
from detente.uncertainty.explore import explore
from detente.uncertainty.parameters import Question

SIX_PARTIES = (3, 3, 4, 4, 5)


def _range(rng: np.random.Generator, low: int, high: int) -> dict[str, int]:
    a, b, c = sorted(int(x) for x in rng.integers(low, high + 1, 3))
    return {"low": a, "mode": b, "high": c + 1} if c < high else {"low": a, "high": c + 1}


def ten_parties() -> Case:
    """Ten parties on four issues, every influence, position and salience a range."""
    rng = np.random.default_rng(10)
    parties = [f"p{n}" for n in range(10)]
    issues = [f"i{n}" for n in range(4)]
    return Case.model_validate(
        {
            "title": "Ten parties",
            "parties": [
                {"id": p, "name": p, "influence": _range(rng, 10, 99)} for p in parties
            ],
            "issues": [{"id": i, "name": i} for i in issues],
            "positions": [
                {"party": p, "issue": i, "at": _range(rng, 0, 99),
                 "salience": _range(rng, 10, 99)}
                for p in parties for i in issues
            ],
        }
    )  # fmt: skip


def six_parties() -> Case:
    """A game of six parties, five issues and 720 packages; every worth and alternative a range."""
    rng = np.random.default_rng(6)
    parties = [f"p{n}" for n in range(6)]
    issues = [f"i{n}" for n in range(len(SIX_PARTIES))]
    options = [[f"o{n}" for n in range(size)] for size in SIX_PARTIES]
    return Case.model_validate(
        {
            "title": "Six parties",
            "parties": [
                {"id": p, "name": p, "veto": n < 2, "alternative": {"points": _range(rng, 55, 75)}}
                for n, p in enumerate(parties)
            ],
            "acceptance": {"quorum": 5},
            "issues": [
                {"id": i, "name": i, "options": [{"id": o, "name": o} for o in options[n]]}
                for n, i in enumerate(issues)
            ],
            "utilities": [
                {"party": p, "issue": i, "values": {o: _range(rng, 0, 30) for o in options[n]}}
                for p in parties for n, i in enumerate(issues)
            ],
        }
    )  # fmt: skip


def states(moves: int = 12) -> Case:
    """Three parties with four moves each, 4,096 states, every utility uncertain."""
    rng = np.random.default_rng(12)
    ids = [f"m{n}" for n in range(moves)]
    every = [", ".join(m for n, m in enumerate(ids) if code >> n & 1) or "-"
             for code in range(1 << moves)]  # fmt: skip
    worth: Callable[[], Any] = lambda: {"mean": float(rng.normal() * 10), "sd": 2.0}  # noqa: E731
    return Case.model_validate(
        {
            "title": "4,096 states",
            "parties": [{"id": p, "name": p} for p in "abc"],
            "moves": [
                {"id": m, "party": "abc"[n % 3], "name": m} for n, m in enumerate(ids)
            ],
            "preferences": [
                {"party": p, "utilities": {state: worth() for state in every}} for p in "abc"
            ],
        }
    )  # fmt: skip


LINES: dict[str, tuple[Callable[[], Case], Question, int, float]] = {
    "pressure, 10 parties, 10^6 draws": (ten_parties, "pressure", 1_000_000, 10),
    "packages, 6 parties, 10^5 draws": (six_parties, "packages", 100_000, 15),
    "stability, 4,096 states, 2,000 draws": (states, "stability", 2_000, 30),
    "blocks, 6 parties, 10^4 draws": (six_parties, "blocks", 10_000, 0),
}


def _peak() -> float:
    """Megabytes at most, of this process and of the largest worker."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(w).ru_maxrss for w in who) / 1024


def measure(name: str, workers: int, part: float) -> str:
    """One line: seconds by the clock, CPU seconds, the peak of memory, and the bound."""
    case_of, question, draws, bound = LINES[name]
    case = case_of()
    engine = Serial() if workers == 1 else Processes(workers)
    started = time.perf_counter()
    found = explore(case, question, draws=int(draws * part), seed=1, engine=engine)
    seconds = time.perf_counter() - started
    used = [resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(u.ru_utime + u.ru_stime for u in used)
    limit = f"bound {bound:g} s" if bound and part == 1 else ""
    return (
        f"{name:<38} {part:4.0%} of draws {seconds:7.1f} s {cpu:7.1f} s CPU {_peak():6.0f} MB  "
        f"{limit}  {found.parameters['uncertain numbers']} numbers"
    )


def main() -> None:
    """Print two lines for each: a tenth of the draws, and all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one")
    parser.add_argument("--part", type=float, default=1.0)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    if args.one:
        print(measure(args.one, args.workers, args.part), flush=True)
        return
    for name in LINES:
        for part in (0.1, 1.0):
            subprocess.run(
                [sys.executable, "-m", "benchmarks.explore", "--one", name,
                 "--part", str(part), "--workers", str(args.workers)],
                check=True,
            )  # fmt: skip


if __name__ == "__main__":
    main()
