"""Blocking and relaxing sets against every subset of red lines, and known answers."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from detente.maths.blocks.acceptance import acceptance
from detente.maths.blocks.costs import enumerated_costs, programmed_costs
from detente.maths.blocks.enumerated import (
    TooManyChoices,
    all_deals,
    enumerate_blocks,
    nearest_deals,
)
from detente.maths.blocks.hitting_sets import smallest_hitting_sets
from detente.maths.blocks.least_sets import least_sets, members_of, number_of
from detente.maths.blocks.lines import Lines, flags_of, lines_of, words_of
from detente.maths.blocks.searched import BlockSearch, search_blocks
from detente.maths.packages.model import NEVER, Condition, PackageModel, RefusedOptions
from tests.maths.random_quarrels import random_quarrel
from tests.maths.reference_quarrels import families, worth


def quarrels(seeds: range, most_lines: int = 8) -> list[Lines]:
    made = [lines_of(random_quarrel(np.random.default_rng(seed))) for seed in seeds]
    return [lines for lines in made if len(lines) <= most_lines and lines.model.n_deals <= 120]


@pytest.mark.parametrize("start", range(0, 300, 50))
def test_both_ways_find_every_smallest_set_and_no_other(start: int) -> None:
    blocked = 0
    for lines in quarrels(range(start, start + 50)):
        blocking, relaxing = families(lines)
        blocked += bool(blocking) and blocking != {()}
        for found in (enumerate_blocks(lines), search_blocks(lines)):
            assert set(found.blocking) == blocking
            assert set(found.relaxing) == relaxing
            assert len(found.blocking) == len(blocking)
            assert found.complete
            assert found.least == min((len(r) for r in relaxing), default=len(lines) + 1)
    assert blocked > 5


def test_each_witness_stands_once_the_lines_are_given_up() -> None:
    for lines in quarrels(range(300, 340), most_lines=12):
        for found in (enumerate_blocks(lines), search_blocks(lines)):
            for relaxing, deal in zip(found.relaxing, found.witness, strict=True):
                flags = flags_of(words_of(lines.broken(deal[None, :])), len(lines))
                flags[:, list(relaxing)] = False
                assert lines.stands(words_of(flags))[0]


def model_of(
    points: list[list[list[int]]],
    alternative: list[int],
    lines: tuple[RefusedOptions | Condition, ...] = (),
    *,
    quorum: int | None = None,
    vetoes: list[bool] | None = None,
) -> PackageModel:
    n = len(alternative)
    return PackageModel(
        tuple(np.array(table, np.int64) for table in points),
        np.array(alternative, np.int64),
        np.ones(n, bool),
        np.ones(n, bool),
        np.zeros(n, bool) if vetoes is None else np.array(vetoes),
        n if quorum is None else quorum,
        lines,
    )


def test_two_who_want_the_whole() -> None:
    # One cake, three ways to cut it: each asks for more than half.
    lines = lines_of(model_of([[[10, 0], [5, 5], [0, 10]]], [6, 6]))
    found = enumerate_blocks(lines)
    assert found.blocking == ((0, 1),)
    assert found.relaxing == ((0,), (1,))
    assert found.least == 1


def test_of_three_two_are_enough() -> None:
    points = [[[9, 0, 0], [0, 9, 0], [0, 0, 9]]]
    found = enumerate_blocks(lines_of(model_of(points, [5, 5, 5], quorum=2)))
    # Each deal pleases one; any other must be won.
    assert found.relaxing == ((0,), (1,), (2,))
    assert found.blocking == ((0, 1, 2),)
    assert enumerate_blocks(lines_of(model_of(points, [5, 5, 5], quorum=1))).open


def test_a_veto_cannot_be_outvoted() -> None:
    points = [[[9, 0, 0], [0, 9, 0], [0, 0, 9]]]
    model = model_of(points, [5, 10, 5], quorum=2, vetoes=[False, True, False])
    found = enumerate_blocks(lines_of(model))
    assert found.relaxing == ((1,),)
    assert found.blocking == ((1,),)


def test_one_party_against_itself() -> None:
    no_first = RefusedOptions(0, 0, np.array([True, False]))
    no_second = RefusedOptions(0, 0, np.array([False, True]))
    lines = lines_of(model_of([[[1, 1], [2, 2]]], [0, 0], (no_first, no_second)))
    assert enumerate_blocks(lines).blocking == ((0, 1),)


def test_a_quorum_beyond_the_voters_is_hopeless_and_no_voters_are_content() -> None:
    model = model_of([[[1, 1]]], [0, 0], quorum=3)
    for found in (enumerate_blocks(lines_of(model)), search_blocks(lines_of(model))):
        assert found.hopeless
        assert found.relaxing == ()
    nobody = PackageModel(
        model.points, model.alternative, model.has_alternative,
        np.zeros(2, bool), np.zeros(2, bool), 0,
    )  # fmt: skip
    assert enumerate_blocks(lines_of(nobody)).open
    assert search_blocks(lines_of(nobody)).open


def test_more_than_sixty_four_lines() -> None:
    lines = tuple(RefusedOptions(0, 0, np.arange(70) == at) for at in range(70))
    points = [[[0, 0]] * 70]
    found = enumerate_blocks(lines_of(model_of(points, [0, 0], lines)))
    assert found.blocking == (tuple(range(70)),)
    assert found.relaxing == tuple((at,) for at in range(70))


def test_a_quorum_with_too_many_choices_is_refused_by_listing_and_not_by_searching() -> None:
    n = 30
    model = model_of([[[0] * n, [0] * n]], [5] * n, quorum=15)
    with pytest.raises(TooManyChoices, match="ways to reach the quorum"):
        enumerate_blocks(lines_of(model))
    found = search_blocks(lines_of(model), most=20)
    assert not found.complete
    assert found.least == 15
    assert {len(r) for r in found.relaxing} == {15}


def test_a_search_that_is_cut_short_says_so_and_is_right_as_far_as_it_goes() -> None:
    for lines in quarrels(range(400, 460)):
        blocking, relaxing = families(lines)
        found = search_blocks(lines, most=1)
        assert set(found.blocking) <= blocking
        assert set(found.relaxing) <= relaxing
        if found.complete:
            assert (set(found.blocking), set(found.relaxing)) == (blocking, relaxing)
        stopped = search_blocks(lines, most_work=-1)
        assert set(stopped.blocking) <= blocking
        assert set(stopped.relaxing) <= relaxing


def test_nothing_can_be_spared_from_a_shrunk_set() -> None:
    for lines in quarrels(range(460, 520), most_lines=12):
        search = BlockSearch(lines, 10_000)
        every = range(len(lines))
        if not lines.rule.possible or search.deal(every) is not None:
            continue
        kept = search.shrink(every)
        assert search.deal(kept) is None
        assert all(search.deal([i for i in kept if i != one]) is not None for one in kept)


def test_hitting_sets_of_hitting_sets_are_the_smallest_sets_again() -> None:
    rng = np.random.default_rng(0)
    for _ in range(200):
        flags = rng.random((int(rng.integers(0, 8)), 7)) < 0.4
        words = words_of(flags)
        sets = sorted(number_of(row) for row in words[least_sets(words)])
        once, whole = smallest_hitting_sets(sets)
        twice, _ = smallest_hitting_sets(once)
        assert whole
        assert sorted(twice) == sets
    assert smallest_hitting_sets([]) == ([0], True)
    assert smallest_hitting_sets([0]) == ([], True)


def test_too_many_hitting_sets_are_cut_off_and_said_so() -> None:
    # 2^12 of them: one of each pair.
    pairs = [3 << 2 * at for at in range(12)]
    found, whole = smallest_hitting_sets(pairs, most=100)
    assert (len(found), whole) == (100, False)
    found, whole = smallest_hitting_sets(pairs, most_steps=50)
    assert len(found) < 1 << 12
    assert not whole
    assert smallest_hitting_sets(pairs)[1]


def test_sets_become_words_and_numbers_and_back() -> None:
    rng = np.random.default_rng(1)
    for width in (1, 8, 63, 64, 65, 130):
        flags = rng.random((5, width)) < 0.5
        words = words_of(flags)
        assert np.array_equal(flags_of(words, width), flags)
        for row, word in zip(flags, words, strict=True):
            assert members_of(number_of(word)) == tuple(np.flatnonzero(row))


def test_least_sets_contain_no_other() -> None:
    rng = np.random.default_rng(2)
    for _ in range(100):
        flags = rng.random((12, 9)) < 0.5
        sets = [frozenset(np.flatnonzero(row)) for row in flags]
        kept = {sets[int(at)] for at in least_sets(words_of(flags))}
        assert kept == {s for s in sets if not any(other < s for other in sets)}


def test_the_nearest_deal_lacks_the_fewest_points() -> None:
    tried = 0
    for lines in quarrels(range(520, 600)):
        found = enumerate_blocks(lines)
        deals = all_deals(lines.model)
        broken = words_of(lines.broken(deals))
        for given_up in found.relaxing[:3]:
            deal, count = nearest_deals(lines, given_up, deals, broken)
            flags = lines.broken(deals)
            flags[:, list(given_up)] = False
            standing = deals[lines.stands(words_of(flags))]
            short = lines.missing(standing)[:, list(given_up)].sum(axis=1)
            assert count == len(standing)
            mine = lines.missing(deal[None, :])[0, list(given_up)].sum()
            assert mine == short.min()
            tried += bool(given_up)
    assert tried > 20


def test_what_a_line_costs_is_what_there_would_be_without_it() -> None:
    tried = 0
    for lines in quarrels(range(600, 700)):
        model = lines.model
        deals = all_deals(model)
        flags = lines.broken(deals)
        standing = lines.stands(words_of(flags))
        if not standing.any():
            continue
        totals = model.totals(deals)
        found = enumerated_costs(lines, totals, words_of(flags))
        solved = programmed_costs(lines)
        assert found.deals == standing.sum()
        for at in range(len(lines)):
            without = flags.copy()
            without[:, at] = False
            then = lines.stands(words_of(without))
            assert found.deals_without is not None
            assert found.deals_without[at] == then.sum()
            for party in np.flatnonzero(lines.rule.counted):
                best = max(worth(model, tuple(d), int(party)) for d in deals[then].tolist())
                assert found.without[at, party] == best
                if party != lines.holders[at]:
                    assert solved.without[at, party] in (best, NEVER)
                    assert solved.without[at, party] == best
            tried += 1
    assert tried > 30


def test_rules_of_acceptance_that_say_the_same_are_equal() -> None:
    for n in range(1, 5):
        for vetoes in range(1 << n):
            required = np.array([bool(vetoes >> p & 1) for p in range(n)])
            for quorum in range(n + 2):
                rule = acceptance(required, np.ones(n, bool), quorum)
                assert not (rule.required & rule.others).any()
                for size in range(n + 1):
                    for yes in combinations(range(n), size):
                        accepted = np.zeros((1, n), bool)
                        accepted[0, list(yes)] = True
                        wanted = size >= quorum and accepted[0, required].all()
                        assert rule.stands(accepted)[0] == wanted
