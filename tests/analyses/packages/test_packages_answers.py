"""What the question ``packages`` answers, in plain cases and in odd ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from detente.analyses.base import Analysis
from detente.analyses.packages.packages import packages
from detente.case.case import Case
from detente.errors import InputError


def case_of(
    values: Mapping[str, Sequence[Sequence[float]]], ids: str = "ab", **more: Any
) -> dict[str, Any]:
    """Parties ``a``, ``b``...; for each issue the points of options, a row for each party."""
    parties = [{"id": p, "name": p.upper(), "alternative": {"points": 0}} for p in ids]
    issues, tables = [], []
    for issue, rows in values.items():
        options = [f"{issue}{number}" for number in range(len(rows[0]))]
        issues.append(
            {"id": issue, "name": issue, "options": [{"id": o, "name": o} for o in options]}
        )
        for party, row in zip(ids, rows, strict=True):
            tables.append(
                {"party": party, "issue": issue, "values": dict(zip(options, row, strict=True))}
            )
    return {"title": "Talks", "parties": parties, "issues": issues, "utilities": tables, **more}


def ask(data: dict[str, Any], **options: Any) -> Analysis:
    return packages(Case.model_validate(data), **options)


TRADE = {"x": [[9, 5, 0], [0, 2, 3]], "y": [[3, 2, 0], [0, 5, 9]]}


def test_trading_issues_beats_settling_them_one_by_one() -> None:
    found = ask(case_of(TRADE))
    rows = found.table("logrolling").rows
    assert rows[0] == ("issue by issue", "x1, y1", 7, 7)
    assert rows[1] == ("traded across issues", "x0, y2", 9, 9)
    assert any("A +2, B +2, and nobody loses" in reason.text for reason in found.reasons)
    assert found.complete


def test_points_gains_and_counts_are_in_the_units_of_the_case() -> None:
    data = case_of({"x": [[0.25, 0.5], [0.75, 0.5]]})
    data["parties"][0]["alternative"]["points"] = 0.3
    found = ask(data)
    assert found.table("acceptable").column("packages") == [1, 1, 1, 2]
    assert found.table("points").rows[0] == ("Nash", "x1", 0.5, 0.5)
    assert found.table("gains").rows[0] == ("Nash", 0.2, 0.5)


def test_how_far_each_can_raise_what_it_asks_for() -> None:
    data = case_of(TRADE)
    data["parties"][0]["alternative"]["points"] = 8
    found = ask(data)
    # With A asking for 8, B can have 9 at most; with B asking for 0, A can have all 12.
    assert found.table("break_even").rows == (("A", 8, 12, 4, True), ("B", 0, 9, 9, True))


def test_who_is_needed_under_a_quorum() -> None:
    values = {"x": [[5, 0, 4], [5, 0, 0], [0, 9, 4]]}
    data = case_of(values, "abc", acceptance={"vetoes": ["a"], "quorum": 2})
    for party in data["parties"]:
        party["alternative"]["points"] = 3
    found = ask(data)
    assert found.table("acceptable").column("packages")[:2] == [0, 2]
    table = found.table("pivotal")
    assert table.column("party against") == [False, True, True]
    # Giving C a veto leaves x2, giving B one leaves x0.
    assert table.column("veto taken or given") == [True, True, True]
    assert any("no package is acceptable to everyone" in w for w in found.warnings)
    assert "There is no Nash package" in found.answer


def test_a_veto_that_closes_everything_is_named() -> None:
    values = {"x": [[5, 0], [5, 0], [0, 9]]}
    data = case_of(values, "abc", acceptance={"quorum": 2})
    for party in data["parties"]:
        party["alternative"]["points"] = 3
    told = [reason.text for reason in ask(data).reasons]
    assert "If C had a veto, no package would stand any more." in told
    assert "No package stands against A." in told
    data["acceptance"]["vetoes"] = ["c"]
    found = ask(data)
    assert "Without the veto of C, packages would stand; with it none does." in [
        reason.text for reason in found.reasons
    ]
    assert found.answer.startswith("No package stands")


def test_weights_for_power_and_for_a_mediator() -> None:
    data = case_of({"x": [[6, 4, 2], [2, 4, 6]]})
    found = ask(data, power={"a": 3}, mediator={"b": "0.5"})
    named = {str(row[0]): row[1] for row in found.table("points").rows}
    assert (named["Nash"], named["weighted Nash"], named["mediator"]) == ("x1", "x0", "x2")
    with pytest.raises(InputError, match="names 'z'"):
        ask(data, power={"z": 1})
    with pytest.raises(InputError, match="positive numbers"):
        ask(data, power={"a": -1})


# Odd cases are answered in words.


def test_only_one_package() -> None:
    assert "only one package, and it stands" in ask(case_of({"x": [[4], [4]]})).answer
    data = case_of({"x": [[4], [4]]})
    data["parties"][1]["alternative"]["points"] = 5
    found = ask(data)
    assert "only one package, and it does not stand" in found.answer
    assert "B would have to ask for 1 points fewer than 5 for a package to stand with it." in [
        reason.text for reason in found.reasons
    ]


def test_nobody_can_gain() -> None:
    data = case_of({"x": [[0, 5], [0, -1]]})
    found = ask(data)
    assert "no deal gives everyone more than its alternative" in found.answer
    assert found.complete


def test_points_and_alternatives_that_nobody_knows() -> None:
    data = case_of({"x": [[0, 5], [0, 1]], "y": [[1, 2], [0, 1]]})
    data["parties"] = [{"id": p, "name": p.upper()} for p in "ab"]
    del data["utilities"]
    data["positions"] = [{"party": "a", "issue": "x", "option": "x0"}]
    found = ask(data)
    assert found.answer.startswith("Nothing is known of the points or the alternative of A and B")
    assert found.warnings[0].startswith("nothing is known of the points or the alternative of A")
    assert "no deal gives everyone" not in found.to_text()
    assert "nobody loses" not in found.to_text()
    assert "better for everyone" not in found.to_text()


def test_an_alternative_is_enough_to_know_something_of_a_party() -> None:
    data = case_of({"x": [[0, 5], [0, 1]]})
    del data["parties"][1]["alternative"]
    assert "Nothing is known" not in ask(data).answer
    del data["utilities"][1]
    assert ask(data).answer.startswith("Nothing is known of the points or the alternative of B, so")
    data["parties"][1]["alternative"] = {"points": 0}
    assert "Nothing is known" not in ask(data).answer


def test_all_have_vetoes() -> None:
    found = ask(case_of(TRADE, acceptance={"vetoes": ["a", "b"], "quorum": 1}))
    assert found.table("acceptable").column("packages") == [9, 9, 9, 9]


def test_red_lines_of_one_party_that_contradict_each_other() -> None:
    lines = [
        {"kind": "forbid", "id": "l1", "party": "a", "issue": "x", "options": ["x0", "x1"]},
        {"kind": "forbid", "id": "l2", "party": "a", "issue": "x", "options": ["x2"]},
    ]
    found = ask(case_of(TRADE, red_lines=lines))
    assert "A would accept none of the 9" in found.answer
    assert found.reasons[0].about == ("parties[0]", "red_lines[0]", "red_lines[1]")


def test_an_issue_that_nobody_has_points_for() -> None:
    positions = [
        {"party": "a", "issue": "x", "at": 100, "salience": 0},
        {"party": "b", "issue": "x", "at": 0, "salience": 0},
    ]
    data = {
        "title": "Silent",
        "parties": [{"id": p, "name": p.upper()} for p in "ab"],
        "issues": [{"id": "x", "name": "Borders"}],
        "positions": positions,
    }
    found = ask(data)
    assert any("no points are known" in w and "A: Borders" in w for w in found.warnings)
    assert any("no alternative is given for A and B" in w for w in found.warnings)
    assert "The Nash package" not in found.answer
    assert found.answer.endswith("What is known speaks against 0 of 2.")


def test_nobody_whose_acceptance_counts() -> None:
    data = case_of(TRADE)
    for party in data["parties"]:
        party["role"] = "observer"
    found = ask(data)
    assert any("nobody's acceptance counts" in w for w in found.warnings)
    assert found.table("points").rows


def test_parties_with_one_name_stay_apart() -> None:
    data = case_of(TRADE)
    data["parties"][1]["name"] = "A"
    assert ask(data).table("points").columns[2:] == ("A (a)", "A (b)")


def test_a_quorum_that_cannot_be_reached() -> None:
    found = ask(case_of(TRADE, acceptance={"quorum": 3}))
    assert found.answer.startswith("No package stands")
    assert any("quorum of 3 cannot be reached" in reason.text for reason in found.reasons)


def test_too_many_packages_to_write_out() -> None:
    values = {f"i{n}": [[2**n, n, 0], [0, 1, 3**n % 1000]] for n in range(14)}
    found = ask(case_of(values))
    assert found.complete
    assert found.table("acceptable").column("packages")[0] == 3**14
    assert set(found.table("proof").column("method")) == {"read off the frontier"}
    assert "drawn at random" not in found.table("acceptable").note


def test_what_is_linked_too_much_is_not_known_rather_than_wrong() -> None:
    pairs = [(a, b) for a in range(8) for b in range(a)]
    data = case_of({f"i{n}": [[*range(8)], [*range(8)][::-1]] for n in range(8)})
    data["links"] = [
        {
            "id": f"l{a}-{b}",
            "effects": [{"when": {f"i{a}": f"i{a}1", f"i{b}": f"i{b}2"}, "points": {"a": 1}}],
        }
        for a, b in pairs
    ]
    found = ask(data)
    assert not found.complete
    assert "The Nash package is not known" in found.answer
    assert "about" in found.answer
    assert any("cannot be found out" in warning for warning in found.warnings)
    assert not any("no package would stand" in reason.text for reason in found.reasons)
