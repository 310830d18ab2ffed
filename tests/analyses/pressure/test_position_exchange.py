"""Position exchange as an answer to a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.analyses.pressure.position_exchange import position_exchange
from detente.errors import InputError
from tests.analyses.pressure.scales import INFLUENCE, TARIFF, case_of

TWO = {
    "land": {"a": (0.0, 90.0), "b": (100.0, 30.0)},
    "water": {"a": (0.0, 30.0), "b": (100.0, 90.0)},
}
TWINS = {
    issue: {f"{party}{n}": stand for party, stand in by.items() for n in (1, 2)}
    for issue, by in TWO.items()
}


def test_two_parties_by_hand() -> None:
    # Worked out in the test of the exchange: the balances go from 25 and 75 to the ends.
    found = position_exchange(case_of(TWO))
    assert found.table("outcomes").rows == (
        ("Land", 25.0, 0.0, -25.0, 1),
        ("Water", 75.0, 100.0, 25.0, 1),
    )
    (trade,) = found.table("trades").rows
    assert sorted(trade[:4]) == ["A", "B", "Land: 100 to 0", "Water: 0 to 100"]  # type: ignore[type-var]
    assert trade[4] == 15.0
    assert found.table("gains").rows == (("A", 1, 15.0, 0.0, 15.0), ("B", 1, 15.0, 0.0, 15.0))
    assert "gains 15." in found.reasons[0].text
    assert "Land: 0 of 100 (from 25)" in found.answer
    assert not any("chance" in line for line in found.warnings)


def test_ties_are_told_with_the_seed() -> None:
    found = position_exchange(case_of(TWINS), seed=3)
    assert any("(seed 3)" in line for line in found.warnings)
    again = position_exchange(case_of(TWINS), seed=3)
    assert again.to_json() == found.to_json()
    trades = {position_exchange(case_of(TWINS), seed=s).table("trades").rows[0] for s in range(8)}
    assert len(trades) > 1


def test_rounds_are_shown_where_there_are_several() -> None:
    several = position_exchange(case_of(TWINS), rounds=2)
    assert several.table("trades").columns[0] == "round"
    assert several.parameters == {"rounds": 2, "seed": 0}


def test_where_there_is_nothing_to_trade() -> None:
    one = position_exchange(case_of(TARIFF, INFLUENCE))
    assert one.answer.endswith("only one issue can be placed, and a trade needs two.")
    alike = {issue: {"a": (0.0, 50.0), "b": (100.0, 50.0)} for issue in ("x", "y")}
    assert "no two parties stand on opposite sides" in position_exchange(case_of(alike)).answer
    nobody = position_exchange(case_of(TARIFF, dict.fromkeys(INFLUENCE, 0.0)))
    assert "No issue can be placed" in nobody.answer


def test_wrong_options_are_refused() -> None:
    with pytest.raises(InputError, match="from 1 to 100 rounds"):
        position_exchange(case_of(TWO), rounds=0)
    with pytest.raises(InputError, match="a seed is a whole number"):
        position_exchange(case_of(TWO), seed=-1)


def test_copenhagen_as_a_case(shared: Path) -> None:
    from detente.formats.registry import load_any

    case = load_any(shared / "data/pressure/decide_exchange/copenhagen.csv")
    found = position_exchange(case)
    assert found.table("outcomes").column("before")[:3] == [61.6, 58.1, 30.7]
    assert found.table("trades").rows[0][-1] == 3.28
