"""Conflict sets and readings against brute force, and on sets that can be checked by hand."""

from __future__ import annotations

import itertools
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.checks.offices.claims import days_of
from detente.checks.offices.conflict_sets import consistency
from detente.checks.offices.intervals import Days, holds, union
from detente.reference.offices import offices


def brute(claims: list[Days]) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    """All minimal sets without a common day, and all largest sets with one, by trying each."""
    days = sorted({day for claim in claims for ends in claim for day in ends})

    def fits(some: tuple[int, ...]) -> bool:
        return any(all(holds(claims[i], day) for i in some) for day in days)

    conflicts: list[tuple[int, ...]] = []
    for size in range(1, len(claims) + 1):
        for some in itertools.combinations(range(len(claims)), size):
            if not fits(some) and not any(set(c) <= set(some) for c in conflicts):
                conflicts.append(some)
    for size in range(len(claims), 0, -1):
        largest = [s for s in itertools.combinations(range(len(claims)), size) if fits(s)]
        if largest:
            return conflicts, largest
    return conflicts, []


def random_claims(rng: random.Random) -> list[Days]:
    horizon = rng.choice([5, 12, 40])
    return [
        union(
            (start, start + rng.randint(0, horizon // 3))
            for start in (rng.randint(1, horizon) for _ in range(rng.choice([0, 1, 1, 1, 2, 3])))
        )
        for _ in range(rng.randint(1, 7))
    ]


@pytest.mark.parametrize("seed", range(8))
def test_sets_and_readings_are_those_of_brute_force(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(400):
        claims = random_claims(rng)
        conflicts, largest = brute(claims)
        found = consistency(claims)
        assert list(found.conflicts) == conflicts, claims
        assert sorted(r.claims for r in found.readings) == largest, claims
        for reading in found.readings:
            for day in range(0, 60):
                fits = all(holds(claims[i], day) for i in reading.claims)
                assert holds(reading.days, day) == fits


ranges = st.tuples(st.integers(1, 60), st.integers(0, 15)).map(lambda r: (r[0], r[0] + r[1]))


@given(st.lists(st.lists(ranges, min_size=1, max_size=1).map(union), max_size=12))
@settings(max_examples=200, deadline=None)
def test_single_ranges_clash_in_pairs_only(claims: list[Days]) -> None:
    # Helly's theorem on the line: ranges that meet two by two have a common day.
    assert all(len(c) == 2 for c in consistency(claims).conflicts)


@given(
    st.lists(st.lists(ranges, min_size=1, max_size=3).map(union), max_size=9), st.integers(0, 99)
)
@settings(max_examples=200, deadline=None)
def test_moving_all_days_moves_the_readings_and_nothing_else(
    claims: list[Days], shift: int
) -> None:
    here = consistency(claims)
    there = consistency([tuple((a + shift, b + shift) for a, b in c) for c in claims])
    assert there.conflicts == here.conflicts
    assert [tuple((a - shift, b - shift) for a, b in r.days) for r in there.readings] == [
        r.days for r in here.readings
    ]


def test_three_terms_of_which_each_two_meet_can_clash_together() -> None:
    # 1-2 and 5-6; 2-3; 3-5: every two share a day, all three share none.
    claims: list[Days] = [((1, 2), (5, 6)), ((2, 3),), ((3, 5),)]
    found = consistency(claims)
    assert found.conflicts == ((0, 1, 2),)
    assert [(r.claims, r.days) for r in found.readings] == [
        ((0, 1), ((2, 2),)),
        ((1, 2), ((3, 3),)),
        ((0, 2), ((5, 5),)),
    ]


def test_claims_that_fit_have_one_reading_and_no_conflict() -> None:
    found = consistency([((1, 9),), ((4, 6), (8, 12))])
    assert found.consistent
    assert [(r.claims, r.days) for r in found.readings] == [((0, 1), ((4, 6), (8, 9)))]


def test_a_claim_without_days_is_a_conflict_by_itself() -> None:
    found = consistency([((1, 2),), ()])
    assert found.conflicts == ((1,),)
    assert [r.claims for r in found.readings] == [(0,)]


def test_nothing_claimed_is_consistent() -> None:
    assert consistency([]).consistent
    assert consistency([]).readings == ()


def test_a_list_that_is_cut_says_so() -> None:
    claims: list[Days] = [((i, i),) for i in range(8)]
    assert len(consistency(claims).conflicts) == 28
    cut = consistency(claims, most=10)
    assert len(cut.conflicts) == 10
    assert not cut.complete
    assert consistency(claims, most=28).complete


def test_exponentially_many_conflicts_do_not_take_for_ever_where_they_are_cut() -> None:
    # 60 claims, 20 days, three claims missing each day: 3 ** 20 conflict sets.
    claims = [union((d, d) for d in range(20) if d != i // 3) for i in range(60)]
    start = time.process_time()
    found = consistency(claims, most=200)
    assert not found.complete
    assert {len(c) for c in found.conflicts} == {20}
    assert time.process_time() - start < 2


def test_sixty_claims_take_less_than_fifty_milliseconds() -> None:
    terms = list(offices())
    fastest = []
    for seed in range(5):
        rng = random.Random(seed)
        drawn = [rng.sample(terms, rng.randint(1, 3)) for _ in range(60)]
        claims = [union(days_of(t) for t in some) for some in drawn]
        runs = []
        for _ in range(3):
            start = time.process_time()
            found = consistency(claims)
            runs.append(time.process_time() - start)
        assert found.complete
        assert len(found.conflicts) > 100
        fastest.append(min(runs))
    assert sorted(fastest)[2] < 0.05
