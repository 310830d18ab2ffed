"""Large cases, made to be slow to check, are checked in a time that a person waits for."""

from __future__ import annotations

import time

import pytest

from detente.case.load import read_case
from detente.case.validate import validate

_START = "title: x\nparties: [{id: a, name: A}]\n"


def _lines(count: int, line: str) -> str:
    return "".join(f"- {line.replace('@', str(n))}\n" for n in range(count))


LARGE = {
    "near words": "issues:\n"
    + _lines(5_000, f"{{id: {'q' * 60}@, name: I}}")
    + "positions:\n"
    + _lines(5_000, f"{{party: a, issue: {'q' * 59}z@, at: 5}}"),
    "perspectives": "evidence:\n"
    + _lines(2_000, "{id: e@, kind: source, title: T}")
    + "perspectives:\n"
    + _lines(1_000, "{id: p@, name: P, changes: {evidence: [{id: e1, title: U}]}}"),
    "red lines": "issues:\n- {id: i, name: I, options: ["
    + ", ".join(f"{{id: o{n}, name: O}}" for n in range(2_000))
    + "]}\nred_lines:\n"
    + _lines(5_000, "{kind: forbid, id: r@, party: a, issue: i, options: [o1]}"),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_case_is_checked_in_time(name: str) -> None:
    case = read_case(_START + LARGE[name], "case")
    before = time.process_time()
    assert validate(case)
    assert time.process_time() - before < 4
