"""Speed of the five classical stability concepts, all parties: ``python -m benchmarks.stability``.

Random payoffs (no ties to speak of), one state in ten infeasible. The first call of a process
compiles or loads the passes and is timed apart. ``--largest K`` adds models up to 2^K states;
each is solved in a process of its own, so that the peak of memory is its own.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time

import numpy as np

from detente.maths.graph_model.concepts import solve_option_form
from detente.maths.graph_model.model import OptionForm


def random_model(bits: int, parties: int, seed: int = 0) -> OptionForm:
    """Payoffs at random; options shared out evenly."""
    rng = np.random.default_rng(seed)
    shares = tuple(bits // parties + (p < bits % parties) for p in range(parties))
    payoffs = np.empty((parties, 1 << bits), np.int32)
    for row in payoffs:
        row[:] = rng.integers(0, 1 << 30, row.size, dtype=np.int32)
    return OptionForm(shares, payoffs, feasible=rng.random(1 << bits, dtype=np.float32) < 0.9)


def measure(bits: int, parties: int) -> str:
    """One line: seconds of the first call, the best of the rest, and the peak of memory."""
    started = time.perf_counter()
    solve_option_form(random_model(4, 2), compiled=True)
    first = time.perf_counter() - started
    model = random_model(bits, parties)
    seconds = []
    for _ in range(5 if bits <= 20 else 1):
        started = time.perf_counter()
        solve_option_form(model, compiled=True)
        seconds.append(time.perf_counter() - started)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    best = min(seconds)
    return (
        f"2^{bits:<3} {parties} parties  first call {first:6.2f} s  solved {best:8.4f} s  "
        f"{best / (1 << bits) * 1e9:7.0f} ns a state  peak {peak:7.0f} MB"
    )


def main() -> None:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=20)
    parser.add_argument("--one", nargs=2, type=int, metavar=("BITS", "PARTIES"))
    args = parser.parse_args()
    if args.one:
        print(measure(*args.one))
        return
    sizes = [(12, 3), (14, 5), (16, 5), (18, 5), (20, 5), (22, 5), (24, 5), (26, 5)]
    for bits, parties in [size for size in sizes if size[0] <= args.largest]:
        command = [sys.executable, "-m", "benchmarks.stability", "--one", str(bits), str(parties)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
