"""What is much preferred, and parties that care how others fare, from case files."""

from __future__ import annotations

import numpy as np
import pytest

from detente.analyses.base import Analysis
from detente.analyses.stability.attitudes import attitudes
from detente.analyses.stability.equilibria import stability
from detente.analyses.stability.strength import much_better, strength
from detente.analyses.stability.variants import graph_of
from detente.case.load import read_case
from detente.case.validate import validate
from detente.errors import InputError, UnsuitableCase
from tests.analyses.stability.conflicts import FEARED, FRIENDS, PAIR, PRISONERS, case_of

BORDER = """
title: Border
parties: [{id: a, name: A}, {id: b, name: B}]
moves: [{id: x, party: a, name: X}, {id: y, party: a, name: Y}, {id: z, party: b, name: Z}]
preferences:
  - {party: a, statements: [z, x, y], much_statements: 1}
  - party: b
    utilities: {"-": 0, x: 1, y: 2, "x, y": 3, z: 4, "x, z": 5, "y, z": 6, "x, y, z": 9}
    much_gap: 3
"""


def cells(analysis: Analysis, state: str) -> tuple[object, ...]:
    return next(row[1:] for row in analysis.table("equilibria").rows if row[0] == state)


def test_silence_holds_strongly_where_the_answer_is_feared() -> None:
    both = "row-silent, column-silent"
    found = strength(case_of(FEARED))
    # Talking is met by talking: much worse for whoever began.
    assert cells(found, both)[:4] == ("strong",) * 4
    assert cells(found, "-")[:4] == ("strong",) * 4  # nothing to gain by a move
    mild = FEARED.replace(PAIR, "[[column-silent, row-silent]]", 1)
    mild = mild.replace(PAIR, "[[row-silent, column-silent]]", 1)
    weakly = strength(case_of(mild))
    assert cells(weakly, both)[:4] == ("weak",) * 4
    assert "gmr: - (1 more weakly)" in weakly.answer


def much(text: str) -> tuple[list[str], np.ndarray]:
    conflict, graph, states = graph_of(case_of(text), "it")
    return [conflict.label(int(s)) for s in states], much_better(conflict, graph, states)


def test_leading_statements_and_gaps_say_what_is_much_preferred() -> None:
    labels, found = much(BORDER)
    at = {label: n for n, label in enumerate(labels)}
    assert found[0, at["z"], at["x, y"]]  # z alone decides
    assert not found[0, at["x, y"], at["-"]]
    assert found[1, at["x, y, z"], at["y, z"]]  # 9 is 3 more than 6
    assert not found[1, at["y, z"], at["z"]]


def test_a_pair_counts_for_what_is_better_and_worse_still() -> None:
    labels, found = much(FEARED)
    at = {label: n for n, label in enumerate(labels)}
    assert found[0, at["column-silent"], at["row-silent"]]
    assert not found[0, at["column-silent"], at["row-silent, column-silent"]]
    assert found[0].sum() == 4


def test_friends_do_not_betray() -> None:
    found = attitudes(case_of(FRIENDS), concepts=["nash"])
    # A move that harms the friend is none; from "-" no single move helps both.
    assert found.answer.endswith("nash: -; row-silent; column-silent; row-silent, column-silent.")
    assert cells(found, "row-silent, column-silent")[:2] == (True, False)
    assert cells(found, "-")[:2] == (True, True)


def test_ill_will_leaves_what_good_will_keeps() -> None:
    foes = attitudes(case_of(FRIENDS.replace("well", "ill")), concepts=["nash"])
    assert foes.answer.endswith("nash: -.")


def test_the_usual_method_says_that_it_leaves_them_aside() -> None:
    assert any("graph-model-strength" in w for w in stability(case_of(FEARED)).warnings)
    assert any("graph-model-attitudes" in w for w in stability(case_of(FRIENDS)).warnings)
    assert not stability(case_of(PRISONERS)).warnings


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (PAIR, '[["-", column-silent]]', r"much\[0\]: '-' is not better"),
        (
            f"much: {PAIR}",
            "unknown: [[row-silent, '-']], much: [['-', row-silent]]",
            "every comparison",
        ),
    ],
)
def test_what_does_not_fit_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(UnsuitableCase, match=message):
        strength(case_of(FEARED.replace(old, new, 1)))


def test_without_either_the_methods_say_what_to_add() -> None:
    with pytest.raises(UnsuitableCase, match="add to preferences what is much preferred"):
        strength(case_of(PRISONERS))
    with pytest.raises(UnsuitableCase, match="add attitudes to preferences"):
        attitudes(case_of(PRISONERS))
    with pytest.raises(InputError, match="not for nash"):
        strength(case_of(FEARED), concepts=["nash"])


def test_an_attitude_to_one_that_cannot_move_is_refused() -> None:
    text = FRIENDS.replace("Column}]", "Column}, {id: judge, name: Judge}]")
    with pytest.raises(UnsuitableCase, match="judge cannot move"):
        attitudes(case_of(text.replace("{column: well}", "{judge: well}")))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("much_statements: 1", "much_statements: 4", "there are 3, not 4"),
        ("much_statements: 1", "much_gap: 1", "give utilities with it"),
        ("much_statements: 1", "attitudes: {a: well}", "leave the party itself out"),
        ("much_statements: 1", "attitudes: {b: cool}", "well"),
    ],
)
def test_a_case_file_that_mixes_them_up_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        case_of(BORDER.replace(old, new))


def test_states_and_parties_that_are_not_there_are_found() -> None:
    text = FEARED.replace('column-silent", "-"', 'column-silnt", "-"', 1)
    text = text.replace("{party: row, r", "{party: row, attitudes: {jury: ill}, r")
    found = [f.where for f in validate(read_case(text, "c")) if f.severity == "error"]
    assert found == ["preferences[0].attitudes.jury", "preferences[0].much[0][0]"]
