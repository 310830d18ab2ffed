"""A local search for deals that break few red lines: what it says of them is true."""

from __future__ import annotations

import numpy as np

from detente.maths.blocks.enumerated import all_deals, enumerate_blocks
from detente.maths.blocks.lines import Lines, flags_of, lines_of, words_of
from detente.maths.blocks.near_deals import NearDeals
from detente.maths.blocks.searched import BlockSearch
from tests.maths.random_quarrels import random_quarrel
from tests.maths.reference_quarrels import families


def quarrels(seeds: range) -> list[Lines]:
    made = [lines_of(random_quarrel(np.random.default_rng(seed))) for seed in seeds]
    return [lines for lines in made if lines.rule.possible and len(lines) <= 8]


def test_the_lines_broken_are_those_of_the_model() -> None:
    for lines in quarrels(range(800, 860)):
        deals = all_deals(lines.model)
        assert np.array_equal(NearDeals(lines).broken(deals), lines.broken(deals))


def test_the_nearest_stands_without_its_lines_and_is_seldom_far_from_the_least() -> None:
    tried = least = 0
    for lines in quarrels(range(860, 960)):
        near = NearDeals(lines)
        deal, given_up = near.nearest(near.look())
        flags = flags_of(words_of(lines.broken(deal[None, :])), len(lines))
        flags[:, list(given_up)] = False
        assert lines.stands(words_of(flags))[0]
        fewest = min(len(r) for r in families(lines)[1])
        assert len(given_up) >= fewest
        tried += 1
        least += len(given_up) == fewest
    assert tried > 40
    assert least > 0.9 * tried


def test_the_same_is_found_every_time() -> None:
    for lines in quarrels(range(960, 970)):
        assert np.array_equal(NearDeals(lines).look(), NearDeals(lines).look())


def test_a_poor_start_does_not_change_the_least() -> None:
    # Every line given up at a deal that is no good: the solver must find the rest by itself.
    tried = 0
    for lines in quarrels(range(970, 1_070)):
        search = BlockSearch(lines, 10_000)
        every = tuple(range(len(lines)))
        search._nearest = (all_deals(lines.model)[-1], every)
        assert search.least()[0] == enumerate_blocks(lines).least
        tried += bool(every)
    assert tried > 40
