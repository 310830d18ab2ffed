"""What an engine costs: ``python -m benchmarks.engines`` (``--without-ray`` leaves Ray out).

Start-up, an empty chunk, what handing over adds to a chunk of one second, and what the process
that collects answers spends on each. From these the page ``docs/explanation/engines.md`` plans
long runs. Seconds by the clock, of several the best (for the chunk of one second the median); run
it on a machine with nothing else to do.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np

from detente.engines.blocks import Block, Plan
from detente.engines.draws import answer_blocks, run_draws
from detente.engines.engine import Chunk, Engine
from detente.engines.processes import Processes
from detente.engines.ray_cluster import RayCluster
from detente.engines.run_folder import RunFolder
from detente.engines.serial import Serial
from detente.engines.tally import Tally, TallySum, tally

SUMS, BINS = 100, 1000


def spin(seconds: float) -> float:
    """Work for so many seconds of this process's own time; return what it took by the clock."""
    start = time.perf_counter()
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return time.perf_counter() - start


def answer(block: Block[None]) -> Tally:
    """Answer with what a question answers with: a hundred sums, a histogram."""
    return tally(
        block.size,
        sums={"x": block.rng().random((block.size, SUMS))},
        counts={"bins": np.zeros(BINS, np.int64)},
    )


def best(call: Callable[[], float], times: int) -> float:
    return min(call() for _ in range(times))


@contextlib.contextmanager
def warm(engine: Engine) -> Iterator[Engine]:
    """Keep Ray's cluster over all measurements; the other engines have nothing to keep."""
    if isinstance(engine, RayCluster):
        with engine:
            yield engine
    else:
        yield engine


def seconds_for(engine: Engine, fn: Callable[[float], float], specs: list[float]) -> float:
    start = time.perf_counter()
    list(engine.run(fn, [Chunk(str(n), spec) for n, spec in enumerate(specs)]))
    return time.perf_counter() - start


def added_to_a_second(engine: Engine) -> float:
    """Return the seconds a chunk took of a worker besides its own work."""
    workers = getattr(engine, "workers", 1)
    seconds_for(engine, spin, [0.01] * workers)
    start = time.perf_counter()
    taken, ends = 0.0, []
    chunks = [Chunk(str(n), 1.0) for n in range(5 * workers)]
    for done in engine.run(spin, chunks):
        assert done.result is not None
        taken += done.result
        ends.append(time.perf_counter())
        if len(ends) == workers:  # all workers are started and have had their first
            start, taken = ends[-1], 0.0
    return (ends[-1] - start - taken / workers) / (len(ends) / workers - 1)


def measure(name: str, make: Callable[[], Engine]) -> None:
    start_up = best(lambda: seconds_for(make(), abs, [0.0]), 3)
    with warm(make()) as engine:
        # The difference of two lengths, so that starting workers drops out.
        few, many = (
            best(lambda n=n: seconds_for(engine, abs, [0.0] * n), 3)  # type: ignore[misc]
            for n in (100, 2100)
        )
        empty = (many - few) / 2000
        added = statistics.median(added_to_a_second(engine) for _ in range(3))
    print(f"{name:<16}{start_up:>10.2f} s{empty * 1e3:>13.3f} ms{added * 1e3:>13.1f} ms")


def collecting() -> None:
    """Print what one chunk costs the process that collects: writing, reading back, adding."""
    work = Plan(1000, 1000, 1).chunks(None, 1)[0].spec
    arrays = answer_blocks(answer, work)
    with tempfile.TemporaryDirectory() as place, RunFolder(Path(place), {}) as folder:

        def one(number: int) -> tuple[float, float, float]:
            points = [time.perf_counter()]
            folder.save(f"{number}", arrays)
            points.append(time.perf_counter())
            read = folder.load(f"{number}")
            assert read is not None
            points.append(time.perf_counter())
            total.add(Tally.from_arrays(read))
            points.append(time.perf_counter())
            a, b, c = np.diff(points).tolist()
            return a, b, c

        total = TallySum()
        folder.begin(1, 50)
        took = np.median([one(number) for number in range(50)], axis=0) * 1e3
        size = (Path(place) / "0.npz").stat().st_size
    print(
        f"collecting a chunk: write and flush {took[0]:.1f} ms, read back {took[1]:.1f} ms, ",
        end="",
    )
    print(f"add {took[2]:.2f} ms; {size / 1000:.0f} kB a file ({SUMS} sums, {BINS} counts)")


def adding() -> None:
    """Print what a block costs besides the question itself."""
    for size in (16, 1024):
        plan = Plan(size * 50, size, 1)
        fn = partial(run_draws, answer, None, plan, engine=Serial(), blocks=50)

        def run(fn: Callable[[], object] = fn) -> float:
            start = time.process_time()
            fn()
            return time.process_time() - start

        each = best(run, 5) / 50
        print(f"a block of {size} draws with {SUMS} sums each: {each * 1e3:.2f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without-ray", action="store_true")
    options = parser.parse_args()
    print(f"{'engine':<16}{'start':>12}{'empty chunk':>16}{'1 s chunk +':>16}")
    measure("serial", Serial)
    measure("processes, 2", lambda: Processes(2))
    if not options.without_ray:
        measure("ray, 2", lambda: RayCluster(2))
    collecting()
    adding()


if __name__ == "__main__":
    main()
