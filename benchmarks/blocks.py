"""Speed of blocking and relaxing sets: ``python -m benchmarks.blocks``.

Listed: every deal is looked at. Searched: programmes; the first blocking set, the least to give
up and all sets of both kinds are timed apart, each from nothing. Seconds of processor time.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

from benchmarks.quarrels import large_quarrel
from detente.maths.blocks.blocks import Blocks
from detente.maths.blocks.enumerated import enumerate_blocks
from detente.maths.blocks.lines import Lines, lines_of
from detente.maths.blocks.searched import MOST_WORK, BlockSearch, Stopped, search_blocks

# Issues, options, parties, red lines; share refused and least floor; with a quorum or None.
LISTED = (
    (6, 6, 5, 30, 0.4, 0.5, None),
    (8, 4, 5, 40, 0.5, 0.55, None),
    (6, 7, 5, 60, 0.5, 0.5, None),
    (6, 7, 7, 60, 0.55, 0.6, 5),
)
SEARCHED = (
    (12, 5, 8, 30, 0.45, 0.66, None),
    (12, 10, 8, 40, 0.5, 0.66, None),
    (20, 6, 8, 60, 0.5, 0.66, None),
    (12, 10, 8, 60, 0.4, 0.5, None),
    (12, 10, 8, 60, 0.55, 0.5, None),
    (12, 10, 8, 60, 0.55, 0.5, 7),
)


def median(runs: int, task: Callable[[], object]) -> float:
    """Median of the processor seconds a task takes."""
    seconds = []
    for _ in range(runs):
        started = time.process_time()
        task()
        seconds.append(time.process_time() - started)
    return statistics.median(seconds)


def first_set(lines: Lines) -> int:
    """Size of one blocking set; 0 where deals stand or the search was stopped."""
    search = BlockSearch(lines, MOST_WORK)
    every = range(len(lines))
    try:
        return len(search.shrink(every)) if search.deal(every) is None else 0
    except Stopped:
        return 0


def lines_for(case: tuple[int, int, int, int, float, float, int | None], seed: int) -> Lines:
    """A negotiation of the tables above."""
    issues, options, parties, count, refused, floor, quorum = case
    return lines_of(
        large_quarrel(
            issues, options, parties, count,
            seed=seed, refused=refused, floor=(floor, floor + 0.05), quorum=quorum,
        )
    )  # fmt: skip


def named(case: tuple[int, int, int, int, float, float, int | None], found: Blocks) -> str:
    """The case and its sets."""
    issues, options, parties, count, _, _, quorum = case
    rule = "unanimity" if quorum is None else f"quorum {quorum}"
    state = "" if found.complete else " or more"
    return (
        f"{options}^{issues} {parties} parties {count} lines {rule}: "
        f"{len(found.blocking)} blocking + {len(found.relaxing)} relaxing{state}, "
        f"least {found.least}"
    )


def listed(lines: Lines, runs: int) -> tuple[Blocks, str]:
    """All sets by looking at every deal."""
    return enumerate_blocks(lines), f"all {median(runs, lambda: enumerate_blocks(lines)):.3f} s"


def searched(lines: Lines, runs: int) -> tuple[Blocks, str]:
    """One set, the least, and all sets by programmes."""
    kept: list[Blocks] = []
    seconds = median(1, lambda: kept.append(search_blocks(lines)))
    first = median(runs, lambda: first_set(lines))
    least = median(runs, lambda: BlockSearch(lines, MOST_WORK).least())
    return kept[0], f"first {first:.3f} s  least {least:.3f} s  all {seconds:.2f} s"


def main() -> None:
    """Print one line a case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    for number, case in enumerate(LISTED):
        found, told = listed(lines_for(case, number + 1), runs)
        print(f"listed   {named(case, found)}  {told}", flush=True)
    for number, case in enumerate(SEARCHED):
        found, told = searched(lines_for(case, number + 1), runs)
        print(f"searched {named(case, found)}  {told}", flush=True)


if __name__ == "__main__":
    main()
