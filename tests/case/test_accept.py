from __future__ import annotations

import pytest

from detente.case.accept import accept, named, resolved, undo
from detente.case.case import Case
from detente.case.drafts import drafts
from detente.case.load import read_case
from detente.errors import InputError

CASE = """
title: Water
parties:
  - {id: n, name: N, draft: true, confidence: low, influence: {value: 40, draft: true}}
  - {id: s, name: S, influence: {low: 2, high: 3, draft: true}}
issues: [{id: water, name: W, options: [{id: dam, name: D, at: 0, draft: true}]}]
positions:
  - {party: n, issue: water, at: 20, draft: true}
  - {party: s, issue: water, at: {value: 5, draft: true, evidence: [e]}}
levers: [{id: l, name: L, giver: s, effects: {draft: 3, n: {value: 1, draft: true}}}]
acceptance: {quorum: 1, draft: true}
evidence: [{id: e, title: E}]
"""
ALL = (
    "parties[n]",
    "parties[s].influence",
    "issues[water].options[dam]",
    "positions[n/water]",
    "positions[s/water].at",
    "levers[l].effects.n",
    "acceptance",
)


@pytest.fixture
def case() -> Case:
    return read_case(CASE, "c")


def test_drafts_are_named_from_the_outside_in(case: Case) -> None:
    assert tuple(named(case, path) for path in drafts(case)) == ALL
    for path, name in zip(drafts(case), ALL, strict=True):
        assert resolved(case, name) == path


def test_everything_is_accepted_and_logged_and_nothing_else_changes(case: Case) -> None:
    done = accept(case, None, who="Ada", when="2026-01-02")
    assert done.paths == ALL
    assert list(drafts(done.case)) == []
    assert [(e.path, e.who, e.when, e.action) for e in done.case.log] == [
        (path, "Ada", "2026-01-02", "accepted") for path in ALL
    ]
    plain = read_case(CASE.replace(", draft: true", ""), "c")
    assert done.case.model_copy(update={"log": ()}) == plain
    assert done.case.parties[0].confidence == "low"
    assert "draft" in done.case.levers[0].effects


@pytest.mark.parametrize(
    ("path", "accepted"),
    [
        ("parties", ("parties[n]", "parties[s].influence")),
        ("parties[1]", ("parties[s].influence",)),
        ("parties[s].influence", ("parties[s].influence",)),
        ("positions[s/water]", ("positions[s/water].at",)),
        ("issues[water].options[dam]", ("issues[water].options[dam]",)),
        ("levers[l].effects.n", ("levers[l].effects.n",)),
        ("acceptance", ("acceptance",)),
    ],
)
def test_a_path_takes_the_drafts_in_it(case: Case, path: str, accepted: tuple[str, ...]) -> None:
    done = accept(case, [path], who="Ada", when="now")
    assert done.paths == accepted
    left = [named(done.case, p) for p in drafts(done.case)]
    assert left == [name for name in ALL if name not in accepted]


def test_two_paths_to_one_draft_accept_it_once(case: Case) -> None:
    assert accept(case, ["parties[n]", "parties[0]"], who="A", when="t").paths == ("parties[n]",)


WRONG = {
    "partys": "the case has no 'partys'; did you mean 'parties'",
    "parties[x]": r"parties has no 'x'",
    "parties[9]": r"parties has no '9'",
    "parties[n].infl": r"parties\[0\] has no 'infl'; did you mean 'influence'",
    "parties[n].influence": r"nothing there is a draft; parties\[n\] is, which holds it",
    "evidence": "nothing there is a draft",
    "[0]": "is no path",
    "parties..x": "is no path",
    ".parties": "is no path",
    "": "an empty path",
    "parties[n].__class__": "has no '__class__'",
    "parties[n].bounds": "has no 'bounds'",
}


@pytest.mark.parametrize("path", WRONG)
def test_a_path_that_leads_nowhere_is_told(case: Case, path: str) -> None:
    if path == "parties[n].influence":
        text = CASE.replace("influence: {value: 40, draft: true}", "influence: 40")
        case = read_case(text, "c")
    with pytest.raises(InputError, match=WRONG[path]):
        accept(case, [path], who="A", when="t")


def test_undo_takes_back_the_last_batch_and_the_one_before_next(case: Case) -> None:
    first = accept(case, ["parties"], who="Ada", when="t1").case
    second = accept(first, ["positions"], who="Ada", when="t2").case
    back = undo(second, who="Bo", when="t3")
    assert back.paths == ("positions[n/water]", "positions[s/water].at")
    again = undo(back.case, who="Bo", when="t4")
    assert again.paths == ("parties[n]", "parties[s].influence")
    assert [named(again.case, p) for p in drafts(again.case)] == list(ALL)
    with pytest.raises(InputError, match="nothing that was accepted is left"):
        undo(again.case, who="Bo", when="t5")
    assert [e.note for e in again.case.log] == [None] * 4 + ["acceptance undone"] * 4


def test_undo_keeps_what_was_changed_since_and_follows_entries_that_moved(case: Case) -> None:
    done = accept(case, ["positions"], who="Ada", when="t1").case
    data = done.model_dump(mode="json")
    data["positions"] = [{**data["positions"][1], "at": 7}, data["positions"][0]]
    edited = Case.model_validate(data)
    back = undo(edited, who="Ada", when="t2").case
    assert back.positions[0].at is not None
    assert (back.positions[0].at.central, back.positions[0].at.draft) == (7, True)
    assert back.positions[1].draft
    del data["positions"][0]
    with pytest.raises(InputError, match="has no 's/water'"):
        undo(Case.model_validate(data), who="Ada", when="t2")


def test_accepted_again_after_an_undo_can_be_undone_again(case: Case) -> None:
    done = accept(case, ["acceptance"], who="Ada", when="t1").case
    done = undo(done, who="Ada", when="t2").case
    done = accept(done, ["acceptance"], who="Ada", when="t3").case
    assert undo(done, who="Ada", when="t4").paths == ("acceptance",)
