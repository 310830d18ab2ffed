"""Speed of the cheapest levers: ``python -m benchmarks.levers``.

By listing where there are up to some 10^5 deals and by a programme beyond; with vetoes of two
parties and a quorum, and with unanimity. Seconds of processor time.
"""

from __future__ import annotations

import argparse

from benchmarks.blocks import median
from benchmarks.quarrels import large_quarrel, levers_for
from detente.maths.blocks.acceptance import acceptance_of
from detente.maths.blocks.enumerated import all_deals
from detente.maths.levers.enumerated import enumerate_cheapest
from detente.maths.levers.model import Cheapest, Goal, Levers, shortfalls
from detente.maths.levers.programme import programme_cheapest
from detente.maths.packages.model import PackageModel

# Issues, options, parties, levers (of them transfers), quorum, seed, least floor.
LISTED = (
    (6, 5, 5, 6, 0, 4, 1, 0.74),
    (6, 6, 6, 8, 0, 5, 2, 0.74),
    (6, 6, 6, 8, 2, None, 3, 0.72),
    (6, 7, 6, 10, 2, None, 4, 0.72),
)
PROGRAMMES = (
    (12, 10, 8, 15, 0, 7, 1, 0.76),
    (12, 10, 8, 15, 0, None, 2, 0.74),
    (12, 10, 8, 20, 0, 7, 3, 0.76),
    (12, 10, 8, 20, 5, None, 4, 0.74),
    (12, 10, 8, 20, 5, 7, 5, 0.76),
)
Row = tuple[int, int, int, int, int, int | None, int, float]


def made(row: Row) -> tuple[PackageModel, Levers, Goal]:
    """A negotiation of the tables above: few red lines and high floors, so that levers decide."""
    issues, options, parties, count, transfers, quorum, seed, floor = row
    model = large_quarrel(
        issues, options, parties, 2 * parties,
        seed=seed, refused=0.3, floor=(floor, floor + 0.05), quorum=quorum,
    )  # fmt: skip
    levers = levers_for(model, count, seed=seed, transfers=transfers)
    return model, levers, Goal(acceptance_of(model))


def named(row: Row, found: Cheapest) -> str:
    """The case and its answer."""
    rule = "unanimity" if row[5] is None else f"quorum {row[5]}"
    state = "proven" if found.proven else "not proven"
    return (
        f"{row[1]}^{row[0]} {row[2]} parties {row[3]} levers ({row[4]} transfers) {rule}: "
        f"cost {found.cost}, {state}"
    )


def listed(row: Row, runs: int) -> str:
    """Both ways, which must agree."""
    model, levers, goal = made(row)
    deals = all_deals(model)
    short = shortfalls(model, deals)
    found = enumerate_cheapest(levers, goal, deals, short)
    solved = programme_cheapest(model, levers, goal, ties=False)
    assert found.cost == solved.cost, "the two ways differ"
    one = median(runs, lambda: enumerate_cheapest(levers, goal, deals, short))
    other = median(runs, lambda: programme_cheapest(model, levers, goal, ties=False))
    return f"{named(row, found)}  listed {one:.3f} s  programme {other:.3f} s"


def by_programme(row: Row, runs: int) -> str:
    """The programme alone."""
    model, levers, goal = made(row)
    found = programme_cheapest(model, levers, goal, ties=False)
    seconds = median(runs, lambda: programme_cheapest(model, levers, goal, ties=False))
    return f"{named(row, found)}  programme {seconds:.3f} s"


def main() -> None:
    """Print one line a case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    for row in LISTED:
        print(listed(row, runs), flush=True)
    for row in PROGRAMMES:
        print(by_programme(row, runs), flush=True)


if __name__ == "__main__":
    main()
