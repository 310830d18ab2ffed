from __future__ import annotations

import itertools
import time
from collections.abc import Set
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.expressions import (
    DEEPEST,
    BadExpression,
    Both,
    Constant,
    Expression,
    Not,
    Taken,
    evaluate,
    holds,
    moves_in,
    parse_expression,
)

MOVES = ("a", "b", "c")
STATES = [
    frozenset(m for m, taken in zip(MOVES, row, strict=True) if taken)
    for row in itertools.product((False, True), repeat=3)
]

# What each says, as Python reads it.
SAME: dict[str, str] = {
    "a": "a",
    "not a": "not a",
    "a and b": "a and b",
    "a or b and c": "a or (b and c)",
    "(a or b) and c": "(a or b) and c",
    "not a and b": "(not a) and b",
    "not (a and b)": "not (a and b)",
    "not not a": "a",
    "a if b": "a or not b",
    "a or b if c": "(a or b) or not c",
    "if a then b": "b or not a",
    "if a and b then c or a": "(c or a) or not (a and b)",
    "a -> b": "b or not a",
    "a iff b": "a == b",
    "a iff b iff c": "(a == b) == c",
    "a <-> not b": "a == (not b)",
    "a if b iff c": "(a or not b) == c",
    "!a & b | c": "((not a) and b) or c",
    "A_1": "A_1",
    "true": "True",
    "false or a": "a",
    "NOT a AND b": "(not a) and b",
    "  a   and\tb ": "a and b",
}


@pytest.mark.parametrize("text", SAME)
def test_an_expression_says_what_a_reader_takes_it_to_say(text: str) -> None:
    parsed = parse_expression(text)
    for state in STATES:
        names = {m: m in state for m in (*MOVES, "A_1")}
        assert holds(parsed, state) == eval(SAME[text], {}, names), state


def expressions() -> st.SearchStrategy[Expression]:
    leaves = st.one_of(st.sampled_from(MOVES).map(Taken), st.booleans().map(Constant))
    words = st.sampled_from(["and", "or", "if", "iff"])
    return st.recursive(
        leaves,
        lambda inner: st.one_of(st.builds(Not, inner), st.builds(Both, words, inner, inner)),
        max_leaves=12,
    )


def written(expression: Expression) -> str:
    match expression:
        case Taken(move):
            return move
        case Constant(value):
            return "true" if value else "false"
        case Not(of):
            return f"not ({written(of)})"
        case Both(word, left, right):
            return f"({written(left)}) {word} ({written(right)})"


def slowly(expression: Expression, taken: Set[str]) -> bool:
    """By the truth table of each word."""
    match expression:
        case Taken(move):
            return move in taken
        case Constant(value):
            return value
        case Not(of):
            return {True: False, False: True}[slowly(of, taken)]
        case Both(word, left, right):
            tables = {"and": "0001", "or": "0111", "if": "1011", "iff": "1001"}
            place = 2 * slowly(left, taken) + slowly(right, taken)
            return tables[word][place] == "1"


@given(expressions())
def test_truth_tables(expression: Expression) -> None:
    assert parse_expression(written(expression)) == expression
    table = [slowly(expression, state) for state in STATES]
    assert [holds(expression, state) for state in STATES] == table
    columns = {m: np.array([m in state for state in STATES]) for m in MOVES}
    whole = np.broadcast_to(evaluate(expression, columns.__getitem__), len(STATES))
    assert whole.tolist() == table
    assert set(moves_in(expression)) <= set(MOVES)


WRONG = {
    "": "at character 1 .*: a move, not or an opening bracket",
    "a b": "at character 3 .*: and, or, if, iff or the end",
    "a and": "at character 6 .*: a move, not or an opening bracket",
    "and a": "at character 1 .*: a move, not or an opening bracket",
    "(a": "at character 3 .*: a closing bracket",
    "a)": "at character 2 .*: and, or, if, iff or the end",
    "if a": "at character 5 .*: then",
    "a + b": r"at character 3 .*: a move, and, or",
    "a and 3b": "at character 7",
    "a if b if c": "at character 8",
    "x" * 2001: "at most 2000 fit",
    " and ".join(["a"] * 200): "more than 300 words",
    "not " * (DEEPEST + 1) + "a": "more than 60 levels",
    "(" * 200 + "a" + ")" * 99: "more than 60 levels",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_expression_is_told_with_its_place(text: str) -> None:
    with pytest.raises(BadExpression, match=WRONG[text]):
        parse_expression(text)


@given(st.text(alphabet="ab ()!&|<->iftn", max_size=60))
def test_any_text_parses_or_is_refused(text: str) -> None:
    try:
        parsed: Any = parse_expression(text)
    except BadExpression:
        return
    assert parse_expression(written(parsed)) == parsed


@pytest.mark.parametrize("part", ["(", "not ", "a if ", "a and ", "<->", "!", " "])
def test_hostile_texts_are_refused_at_once(part: str) -> None:
    start = time.process_time()
    for length in (1_990, 1_000_000):
        with pytest.raises(BadExpression):
            parse_expression((part * length)[:length])
    assert time.process_time() - start < 1
