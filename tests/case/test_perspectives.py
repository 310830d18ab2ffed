from __future__ import annotations

import pytest

from detente.case.load import read_case
from detente.case.perspectives import as_seen_by, misfits
from detente.errors import BadCase, InputError

CASE = """
title: Water
parties: [{id: n, name: N, influence: 40, note: old}, {id: s, name: S}]
issues: [{id: water, name: W, options: [{id: dam, name: D, at: 0}]}]
positions: [{party: n, issue: water, at: 20, salience: 50}, {party: s, issue: water, at: 90}]
red_lines: [{kind: floor, id: r, party: n, points: 3, text: least}]
perspectives:
  - id: south
    name: As the south sees it
    changes:
      parties: [{id: n, influence: 80, note: null}, {id: m, name: M, role: mediator}]
      positions: [{party: n, issue: water, option: dam}]
      red_lines: [{kind: forbid, id: r, party: n, issue: water, above: 10}]
  - {id: plain, name: Nothing}
"""


def test_changes_are_laid_over_the_entries_they_name() -> None:
    case = read_case(CASE, "c")
    seen = as_seen_by(case, "south")
    north, south, mediator = seen.parties
    assert north.influence is not None
    assert (north.influence.central, north.note, north.name) == (80, None, "N")
    assert south == case.parties[1]
    assert mediator.role == "mediator"
    first, second = seen.positions
    assert (first.at, first.option, first.salience) == (None, "dam", case.positions[0].salience)
    assert second == case.positions[1]
    assert seen.red_lines[0].kind == "forbid"
    assert seen.perspectives == ()
    assert case.parties[0].note == "old"


def test_a_perspective_without_changes_is_the_case() -> None:
    case = read_case(CASE, "c")
    assert as_seen_by(case, "plain") == case.model_copy(update={"perspectives": ()})


def test_an_unknown_perspective_is_told_with_what_there_is() -> None:
    case = read_case(CASE, "c")
    with pytest.raises(InputError, match="did you mean 'south'"):
        as_seen_by(case, "sout")
    with pytest.raises(InputError, match="there are south, plain"):
        as_seen_by(case, "xyz")


WRONG = {
    "partis: [{id: n}]": "partis: partis cannot be changed; did you mean 'parties'",
    "log: [{who: x}]": "log: log cannot be changed; one of parties, issues",
    "parties: [{name: N}]": r"parties\[0\]: it lacks id",
    "positions: [{party: n}]": r"positions\[0\]: it lacks issue",
    "parties: [{id: n}, {id: n}]": r"parties\[1\]: it changes the same entry as one before",
    "parties: [{id: m}]": r"parties\[0\]: parties\[0\]\.name is missing",
    "parties: [{id: s, influence: lots}]": r"parties\[0\]: parties\[0\]\.influence must be a",
    "positions: [{party: s, issue: water, at: 200}]": r"positions\[0\]: positions\[0\]\.at: a",
}


@pytest.mark.parametrize("changes", WRONG)
def test_a_change_that_does_not_fit_is_told_with_its_path(changes: str) -> None:
    text = CASE.replace("{id: plain, name: Nothing}", f"{{id: p, name: P, changes: {{{changes}}}}}")
    case = read_case(text, "c")
    said = rf"^the perspective p: perspectives\[1\]\.changes\.{WRONG[changes]}"
    with pytest.raises(BadCase, match=said):
        as_seen_by(case, "p")
    assert len(misfits(case, case.perspectives[1])) == 1
