"""Findings of several rules together, their places, and cases built to take time."""

from __future__ import annotations

import time

import pytest

from detente.case.case_finding import place_of
from detente.case.case_record import CaseRecord
from detente.case.expressions import parse_expression
from detente.case.feasibility import rules_out_everything
from detente.case.load import read_case
from detente.case.red_line_limits import smallest_clash
from detente.case.rule_registry import case_rules, rules_called
from detente.case.validate import validate
from detente.case.yaml_reading import places

CASE = """\
title: Water
parties:
  - {id: n, name: N}
  - id: s
    name: S
issues:
  - {id: water, name: W, options: [{id: dam, name: D, at: 0}, {id: sea, name: C, at: 90}]}
positions:
  - {party: n, issue: water, at: 20, salience: 50}
  - party: z
    issue: watr
    option: dam
acceptance:
  quorum: 9
reference_point: {watr: 3}
levers: [{id: l, name: L, giver: s, effects: {z: 3, n: 1}}]
"""


def test_findings_come_in_the_order_of_the_sections_with_their_paths() -> None:
    found = [(f.code, f.where) for f in validate(read_case(CASE, "c")) if f.severity == "error"]
    assert found == [
        ("CASE102", "positions[1].issue"),
        ("CASE101", "positions[1].party"),
        ("CASE119", "acceptance.quorum"),
    ]


def test_one_id_is_told_once_with_how_often_it_is_used() -> None:
    (found,) = validate(read_case(CASE, "c"), codes={"CASE101"})
    assert found.message == (
        "The party 'z' is not in the case; it is named by the position of z on watr "
        "(and at 1 more place)."
    )


PLACES = {
    ("positions", 1, "issue"): (11, 12),
    ("positions", 1): (10, 5),
    ("acceptance",): (13, 1),
    ("acceptance", "quorum"): (14, 11),
    ("acceptance", "voters", 0): (13, 1),
    ("levers", 0, "effects", "z"): (16, 50),
    ("parties", 1, "influence"): (4, 5),
    ("moves",): (1, 1),
    (): (1, 1),
}


@pytest.mark.parametrize("path", PLACES)
def test_a_path_stands_where_a_reader_looks_for_it(path: tuple[str | int, ...]) -> None:
    assert place_of(path, places(CASE, "c")) == PLACES[path]


def test_rules_are_called_by_code_beginning_name_and_all() -> None:
    assert [r.code for r in rules_called("CASE101")] == ["CASE101"]
    assert [r.code for r in rules_called("unknown-party")] == ["CASE101"]
    assert len(rules_called("case12")) == 10
    assert rules_called("ALL") == case_rules()
    assert rules_called("OFF") == rules_called("CASE9") == ()


def test_a_rule_that_fails_is_told_and_the_others_go_on() -> None:
    case = read_case(CASE, "c")
    broken = case.model_copy(update={"acceptance": 5})
    failed: list[str] = []
    assert validate(broken, on_fault=lambda rule, error: failed.append(rule.code))
    assert "CASE119" in failed
    with pytest.raises(AttributeError):
        validate(broken)


def covered(*expressions: str) -> bool:
    return rules_out_everything([parse_expression(e) for e in expressions])


def test_combinations_that_leave_no_state() -> None:
    assert covered("a", "not a")
    assert covered("a and b", "a and not b", "not a")
    assert covered("c", "x and y", "not c")
    assert covered("true")
    assert not covered("a and b", "not a and not b")
    assert not covered("a", "b", "c and not c")
    assert not covered()
    # Twenty moves in one web are more than anybody would wait for.
    chain = " and ".join(f"m{i}" for i in range(30))
    assert not covered(chain, f"not ({chain})")


def test_the_smallest_clash_leaves_nothing_out_that_is_needed() -> None:
    assert smallest_clash([5, 1, 2, 9], lambda some: sum(some) >= 14) == [5, 9]
    assert smallest_clash(list(range(500)), lambda some: True) == list(range(500))


def test_a_party_whose_ties_go_round_in_a_circle_is_fine() -> None:
    ties = "\n".join(
        f"  - {{kind: link, id: r{i}, party: n, when: {{issue: i{i}, options: [a]}}, "
        f"then: {{issue: i{(i + 1) % 9}, options: [b]}}}}"
        for i in range(9)
    )
    issues = "\n".join(
        f"  - {{id: i{i}, name: I, options: [{{id: a, name: A}}, {{id: b, name: B}}]}}"
        for i in range(9)
    )
    text = f"title: x\nparties: [{{id: n, name: N}}]\nissues:\n{issues}\nred_lines:\n{ties}"
    assert not validate(read_case(text, "x"), codes={"CASE117"})


HOSTILE = {
    "unknown ids": "acceptance: {vetoes: ["
    + ", ".join(f"party-number-{i}" for i in range(90_000))
    + "]}",
    "one web of expressions": "infeasible:\n" + "- m1 and m2 or m3\n" * 90_000,
    "many webs of expressions": "infeasible:\n"
    + "".join(f"- a{i} and b{i}\n" for i in range(60_000)),
    "wide expressions": "infeasible:\n"
    + (" - " + " or ".join(f"m{i}" for i in range(18)) + "\n") * 3_000,
    "many red lines": "parties: [{id: a, name: A}]\nissues: [{id: i, name: I, options: "
    + "[{id: o, name: O}]}]\nred_lines:\n"
    + "".join(
        f"- {{kind: forbid, id: r{i}, party: a, issue: i, options: [o]}}\n" for i in range(20_000)
    ),
    "many ties": "parties: [{id: a, name: A}]\nissues: [{id: i, name: I, options: "
    + "[{id: o, name: O}]}, {id: j, name: J, options: [{id: p, name: P}, {id: q, name: Q}]}]\n"
    + "red_lines:\n- {kind: forbid, id: f, party: a, issue: j, options: [p]}\n"
    + "".join(
        f"- {{kind: link, id: r{i}, party: a, when: {{issue: i, options: [o]}}, "
        f"then: {{issue: j, options: [p]}}}}\n"
        for i in range(20_000)
    ),
    "parties and issues": "parties:\n"
    + "".join(f"- {{id: p{i}, name: P}}\n" for i in range(30_000))
    + "issues:\n"
    + "".join(f"- {{id: i{i}, name: I}}\n" for i in range(30_000)),
    "states": "moves: [{id: m, party: a, name: M}]\ninfeasible:\n"
    + "- m\n" * 20_000
    + "preferences: [{party: a, ranking: ["
    + ", ".join(["[m]"] * 60_000)
    + "]}]",
    "perspectives": "perspectives: [{id: a, name: A, changes: {"
    + ", ".join(f"s{i}: [{{}}]" for i in range(90_000))
    + "}}]",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_case_built_to_take_time_is_validated_all_the_same(name: str) -> None:
    case = read_case(f"title: x\n{HOSTILE[name]}", "x")
    start = time.process_time()
    assert validate(case)
    assert time.process_time() - start < 5


def test_a_record_finds_every_entry_once_outer_before_inner() -> None:
    record = CaseRecord(read_case(CASE, "c"))
    paths = [path for path, _ in record.entries]
    assert len(set(paths)) == len(paths)
    assert ("positions", 0, "at") in paths
    assert paths.index(("positions", 0)) < paths.index(("positions", 0, "at"))
    assert ("levers", 0, "effects", "z") in paths
