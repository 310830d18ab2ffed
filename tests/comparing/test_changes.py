"""What is different between two cases: nothing missed, nothing made up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from detente.case.case import Case
from detente.case.load import load_case
from detente.case.perspectives import as_seen_by
from detente.comparing.changes import Change, changes
from detente.comparing.entry_words import value_words

EXAMPLES = sorted((Path(__file__).parents[2] / "examples/cases").glob("*.yaml"))
BASE: dict[str, Any] = {
    "title": "Talks",
    "parties": [
        {"id": "a", "name": "Aland",
         "alternative": {"points": {"low": 40, "mode": 50, "high": 60}}},
        {"id": "b", "name": "Beria"},
    ],
    "issues": [
        {"id": "i", "name": "Border", "ends": {"low": "here", "high": "there"},
         "options": [{"id": "x", "name": "X", "at": 0}, {"id": "y", "name": "Y", "at": 100}]},
    ],
    "positions": [{"party": "a", "issue": "i", "at": 10, "salience": 50}],
    "red_lines": [
        {"kind": "forbid", "id": "never-y", "party": "a", "issue": "i", "options": ["y"]},
    ],
    "evidence": [{"id": "e", "title": "A page"}],
}  # fmt: skip


def with_change(**sections: Any) -> Case:
    return Case.model_validate({**BASE, **sections})


def content(before: Case, after: Case) -> list[Change]:
    return [change for change in changes(before, after) if not change.record]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_a_case_is_no_different_from_itself(path: Path) -> None:
    assert changes(load_case(path), load_case(path)) == ()


def test_a_number_with_its_range_is_one_change() -> None:
    parties = [{**BASE["parties"][0], "alternative": {"points": 45}}, BASE["parties"][1]]
    (change,) = content(with_change(), with_change(parties=parties))
    assert change == Change(
        "changed", "party Aland (a)", "alternative points", "50 (40 to 60)", "45",
        "parties[0].alternative.points", "parties[0].alternative.points",
    )  # fmt: skip


def test_what_is_added_is_taken_away_the_other_way_round() -> None:
    lines = [*BASE["red_lines"], {"kind": "floor", "id": "half", "party": "b", "points": 50}]
    (there,) = content(with_change(), with_change(red_lines=lines))
    (back,) = content(with_change(red_lines=lines), with_change())
    assert (there.what, there.entry, there.path_after) == (
        "added",
        "red line half of Beria",
        "red_lines[1]",
    )
    assert (back.what, back.entry, back.path_before) == ("taken away", there.entry, "red_lines[1]")
    assert back.before == there.after == "points: 50"


def test_options_of_an_issue_are_matched_by_id_and_order_is_no_change() -> None:
    issue = BASE["issues"][0]
    turned = [{**issue, "options": issue["options"][::-1]}]
    assert content(with_change(), with_change(issues=turned)) == []
    moved = [{**issue, "options": [issue["options"][0], {"id": "y", "name": "Y", "at": 90}]}]
    (change,) = content(with_change(), with_change(issues=moved))
    assert (change.entry, change.field, change.before, change.after) == (
        "issue Border (i), y",
        "at",
        "100",
        "90",
    )
    assert change.path_after == "issues[0].options[1].at"


def test_what_only_its_evidence_changes_is_a_record() -> None:
    position = [{**BASE["positions"][0], "evidence": ["e"]}]
    (change,) = changes(with_change(), with_change(positions=position))
    assert change.record
    assert change.entry == "position of Aland on Border"


def test_ends_of_a_scale_are_words() -> None:
    issue = {**BASE["issues"][0], "ends": {"low": "near", "high": "there"}}
    (change,) = content(with_change(), with_change(issues=[issue]))
    assert (change.field, change.before, change.after) == ("ends low", "here", "near")


def test_two_entries_of_one_id_are_both_looked_at() -> None:
    twice = [*BASE["positions"], {"party": "a", "issue": "i", "at": 20, "salience": 50}]
    (change,) = content(with_change(), with_change(positions=twice))
    assert change.what == "added"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_a_perspective_changes_what_it_says_and_no_more(path: Path) -> None:
    case = load_case(path)
    assert case.perspectives
    for view in case.perspectives:
        found = content(case, as_seen_by(case, view.id))
        sections = {(c.path_after or c.path_before).split("[")[0] for c in found}
        assert sections - {"perspectives"} == set(view.changes)


def test_values_in_words() -> None:
    assert value_words({"mean": 5, "sd": 1}) == "5 ± 1"
    assert value_words({"low": 1, "high": 2}) == "1.5 (1 to 2)"
    assert value_words(True) == "yes"
    assert value_words([["a", "b"], ["c"]]) == "a; b; c"
    assert len(value_words("word " * 100)) <= 120
