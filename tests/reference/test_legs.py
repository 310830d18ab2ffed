"""How long real legs are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.reference.legs import Legs, legs


def test_shares_by_hand() -> None:
    own = Legs({0: (100, 200, 200, 400)}, "here")
    assert own.share_as_long(50) == 1.0
    assert own.share_as_long(200) == 0.75
    assert own.share_as_long(200.5) == 0.25
    assert own.share_as_long(401) == 0.0
    assert own.longest() == 400
    with pytest.raises(InputError, match=r"none of 3 days; known: 0"):
        own.share_as_long(100, days=3)


def test_the_shipped_legs_are_as_published() -> None:
    # Notes on the same journeys: median 1,240 km, nine in ten under 4,677 km.
    assert len(legs().km[0]) > 1_000
    assert legs().share_as_long(1_240) == pytest.approx(0.5, abs=0.03)
    assert legs().share_as_long(4_677) == pytest.approx(0.1, abs=0.03)
    assert legs().share_as_long(2_621) == pytest.approx(0.24, abs=0.02)
    assert legs().longest(days=0) < 20_100


@given(st.floats(0, 30_000), st.floats(0, 30_000), st.sampled_from([0, 1]))
def test_a_longer_leg_is_never_more_usual(one: float, other: float, days: int) -> None:
    short, long = sorted((one, other))
    assert legs().share_as_long(short, days) >= legs().share_as_long(long, days)
