"""A second solver on negotiations too large to list: ``python -m benchmarks.second_solver``.

Random negotiations of 10^6 to 10^12 deals, three to eight parties, links, refusals, conditions,
floors, vetoes and quorums. Each question is answered by the package and then held against CP-SAT:

- whether any deal stands;
- Nash and leximin: CP-SAT lists every deal that is at least as good; it must be the very deals;
- where none stands, the first blocking set (no deal with it, a deal without any one of its lines),
  the fewest lines to give up, and the cheapest levers.

Seeds are printed with what differs or was not proven; the last lines count.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from math import floor, log, prod

import numpy as np

from benchmarks.cp_sat import Negotiation, NotProven
from benchmarks.quarrels import levers_for
from detente.maths.blocks.acceptance import acceptance_of
from detente.maths.blocks.lines import lines_of
from detente.maths.blocks.searched import MOST_WORK, BlockSearch, Stopped
from detente.maths.levers.model import Goal
from detente.maths.levers.programme import programme_cheapest
from detente.maths.packages.by_solver import any_deal
from detente.maths.packages.choice import Among, Room
from detente.maths.packages.leximin import leximin
from detente.maths.packages.model import (
    Condition,
    FloorLine,
    PackageModel,
    Pair,
    RedLine,
    RefusedOptions,
)
from detente.maths.packages.nash import nash

#: Logarithms are compared as whole numbers of this fineness.
_FINE = 1 << 24
Said = tuple[str, str]


def large_negotiation(seed: int) -> PackageModel:
    """Of 10^6 to 10^12 deals; in about half of them a deal stands."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(3, 9))
    options = int(rng.integers(4, 11))
    digits = rng.uniform(6, 12)
    issues = max(6, min(16, round(digits / np.log10(options))))
    while options**issues > 10**12:
        issues -= 1
    while options**issues < 10**6:
        issues += 1
    weight = rng.dirichlet(np.full(issues, 2.0), n)
    points = tuple(
        np.rint(rng.integers(0, 11, (options, n)) * weight[:, i] * 12).astype(np.int64)
        for i in range(issues)
    )
    best = sum((table.max(axis=0) for table in points), np.zeros(n, np.int64))
    lines: list[RedLine] = []
    for _ in range(int(rng.integers(0, 4 * n))):
        party, kind = int(rng.integers(n)), rng.random()
        a, b = (int(i) for i in rng.choice(issues, 2, replace=False))
        worst = np.argsort(points[a][:, party], kind="stable")
        mask = np.zeros(options, bool)
        mask[worst[: max(1, options // 2)]] = True
        if kind < 0.5:
            lines.append(RefusedOptions(party, a, mask))
        elif kind < 0.65:
            lines.append(FloorLine(party, int(best[party] * rng.uniform(0.3, 0.6))))
        else:
            lines.append(Condition(party, (a, b), mask, rng.random(options) < 0.5))
    pairs = []
    for _ in range(int(rng.integers(0, 3))):
        a, b = (int(i) for i in rng.choice(issues, 2, replace=False))
        table = rng.integers(-6, 7, (options, options, n))
        table[rng.random(table.shape[:2]) < 0.8] = 0
        pairs.append(Pair((a, b), table))
    # Every other one asks for much, so that red lines and levers come into question.
    share = rng.uniform(0.66, 0.8) if seed % 2 else rng.uniform(0.4, 0.72)
    with_quorum = rng.random() < 0.5
    vetoes = np.arange(n) < 2 if with_quorum else np.zeros(n, bool)
    return PackageModel(
        points,
        (best * rng.uniform(share, share + 0.08, n)).astype(np.int64),
        rng.random(n) < 0.95,
        np.ones(n, bool),
        vetoes,
        n - 1 if with_quorum else n,
        tuple(lines),
        tuple(pairs),
    )


def compare(seed: int) -> Iterator[Said]:
    """What was asked, and ``same``, ``not proven`` or in what the two differ."""
    model = large_negotiation(seed)
    among: Among = "all" if model.quorum == model.n_parties else "rule"
    room = Room(model, among)
    negotiation = Negotiation(model)
    negotiation.must_stand()
    ours = any(any_deal(layers) is not None for layers in room.layers)
    try:
        theirs = negotiation.solve()
    except NotProven as stopped:
        yield "a deal stands", f"not proven: {stopped}"
        return
    yield "a deal stands", "same" if ours == (theirs is not None) else f"{ours}: {theirs}"
    if theirs is not None:
        assert model.stands(model.accepts(theirs[None, :]))[0], "CP-SAT's deal does not stand"
        yield _asked("nash", lambda: _nash(room))
        yield _asked("leximin", lambda: _leximin(room))
        return
    yield _asked("first blocking set", lambda: _blocking(model))
    yield _asked("fewest lines to give up", lambda: _relaxing(model))
    yield _asked("cheapest levers", lambda: _levers(model, seed))


def _asked(name: str, answer: Callable[[], str]) -> Said:
    try:
        return name, answer()
    except (NotProven, Stopped) as stopped:
        return name, f"not proven: {type(stopped).__name__} {stopped}"


def _compared(ours: list[tuple[int, ...]], theirs: list[tuple[int, ...]]) -> str:
    return "same" if ours == theirs else f"{ours} and {theirs}"


def _only(room: Room, *, listed: bool = False) -> Negotiation:
    made = Negotiation(room.model, listed=listed)
    made.must_stand(all_counted=room.among == "all")
    return made


def _nash(room: Room) -> str:
    found = nash(room)
    if not found.complete:
        return "not proven: by the package"
    negotiation = _only(room, listed=True)
    gains = [negotiation.totals[int(p)] - int(room.model.alternative[p]) for p in room.parties]
    for gain in gains:
        negotiation.sat.add(gain >= 1)
    if not found.deals.shape[0]:
        return "same" if negotiation.solve() is None else "a deal of positive gains was missed"
    claimed = [int(g) for g in (found.totals[0] - room.model.alternative)[room.parties]]
    most = [
        _most(room.model, int(p)) - int(b) for p, b in zip(room.parties, room.base, strict=True)
    ]
    logs = []
    for gain, largest in zip(gains, most, strict=True):
        table = [0, *(floor(_FINE * log(g)) for g in range(1, largest + 1))]
        column = negotiation.sat.new_int_var(0, table[-1], "")
        index = negotiation.sat.new_int_var(0, largest, "")
        negotiation.sat.add(index == gain)
        negotiation.sat.add_element(index, table, column)
        logs.append(column)
    # Rounding down loses less than one for each party.
    least = sum(floor(_FINE * log(g)) for g in claimed) - len(claimed)
    negotiation.sat.add(sum(logs) >= least)
    # A product as large as the claimed one has gains / claimed of mean 1 or more (the mean of
    # numbers is no less than their geometric mean): true of every deal that is looked for.
    share = [-(-_FINE // g) for g in claimed]
    near = _FINE * len(claimed) - 3 * len(claimed)
    negotiation.sat.add(sum(s * g for s, g in zip(share, gains, strict=True)) >= near)
    rows = negotiation.every()
    product = [_product(room, row) for row in rows]
    first = [row for row, value in zip(rows, product, strict=True) if value == max(product)]
    return _compared([tuple(d) for d in found.deals.tolist()], first)


def _most(model: PackageModel, party: int) -> int:
    """No deal is worth more to the party than this."""
    most = sum(int(table[:, party].max()) for table in model.points)
    return most + sum(max(0, int(pair.points[:, :, party].max())) for pair in model.pairs)


def _product(room: Room, deal: tuple[int, ...]) -> int:
    total = room.model.totals(np.array([deal]))[0] - room.model.alternative
    return prod(int(g) for g in total[room.parties])


def _leximin(room: Room) -> str:
    found = leximin(room)
    if not found.complete:
        return "not proven: by the package"
    if not found.deals.shape[0]:
        return "same" if _only(room).solve() is None else "a deal was missed"
    claimed = sorted(int(g) for g in (found.totals[0] - room.model.alternative)[room.parties])
    size = len(claimed)
    for place, least in enumerate(claimed):
        # The k-th smallest gain is above s exactly where no more than k - 1 are not.
        negotiation = _only(room)
        for before, at in [*enumerate(claimed[:place]), (place, least + 1)]:
            _so_many(negotiation, room, at, size - before)
        if negotiation.solve() is not None:
            return f"better in place {place + 1} than {claimed}"
    negotiation = _only(room, listed=True)
    for place, least in enumerate(claimed):
        _so_many(negotiation, room, least, size - place)
    return _compared([tuple(d) for d in found.deals.tolist()], negotiation.every())


def _so_many(negotiation: Negotiation, room: Room, least: int, many: int) -> None:
    reached = [
        negotiation.at_least(negotiation.totals[int(p)], int(room.model.alternative[p]) + least)
        for p in room.parties
    ]
    negotiation.sat.add(sum(reached) >= many)


def _blocking(model: PackageModel) -> str:
    lines = lines_of(model)
    search = BlockSearch(lines, MOST_WORK)
    kept = search.shrink(range(len(lines)))
    numbers = {int(lines.numbers[at]) for at in kept}
    every = {*range(len(model.red_lines) + model.n_parties)}

    def stands(held: set[int]) -> bool:
        negotiation = Negotiation(model, given_up=every - held)
        negotiation.must_stand()
        return negotiation.solve() is not None

    if stands(numbers):
        return f"a deal stands with {sorted(numbers)}"
    spare = [one for one in sorted(numbers) if not stands(numbers - {one})]
    return "same" if not spare else f"{spare} of {sorted(numbers)} can be spared"


def _relaxing(model: PackageModel) -> str:
    least, members = BlockSearch(lines_of(model), MOST_WORK).least()
    negotiation = Negotiation(model, free=True)
    negotiation.must_stand()
    theirs = negotiation.least(sum(negotiation.given.values()))
    if members is None:
        return "not proven: by the package"
    return "same" if theirs == least == len(members) else f"{least} and {theirs}"


def _levers(model: PackageModel, seed: int) -> str:
    rng = np.random.default_rng(seed)
    levers = levers_for(
        model, int(rng.integers(4, 11)), seed=seed, transfers=int(rng.integers(0, 2))
    )
    ours = programme_cheapest(model, levers, Goal(acceptance_of(model)), ties=False)
    if not ours.proven:
        return "not proven: by the package"
    negotiation = Negotiation(model)
    units = [negotiation.sat.new_int_var(0, int(cap), "") for cap in levers.cap]
    added = [
        sum(int(e) * u for e, u in zip(levers.effects[:, party], units, strict=True))
        for party in range(model.n_parties)
    ]
    negotiation.must_stand(added=added)
    cost = sum(int(c) * u for c, u in zip(levers.cost, units, strict=True))
    theirs = negotiation.least(cost)
    return "same" if theirs == ours.cost else f"{ours.cost} and {theirs}"


def main() -> None:
    """Print what differs, and counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", type=int, default=0, dest="first", help="first seed")
    parser.add_argument("--cases", type=int, default=200)
    args = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    seeds = range(args.first, args.first + args.cases)
    started = time.process_time()
    for seed in seeds:
        for asked, said in compare(seed):
            kind = said.split(":")[0] if said.startswith(("same", "not proven")) else "DIFFERENT"
            counts.setdefault(asked, Counter())[kind] += 1
            if kind != "same":
                print(f"seed {seed}: {asked}: {said}", flush=True)
    print(f"seeds {seeds.start} to {seeds.stop - 1}, {time.process_time() - started:.0f} s")
    for asked, count in counts.items():
        print(f"{asked:<26}", ", ".join(f"{n} {what}" for what, n in count.most_common()))


if __name__ == "__main__":
    main()
