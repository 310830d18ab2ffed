from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.expressions import parse_expression
from detente.case.load import load_case
from detente.case.states import moves_of_state
from detente.errors import BadCase, InputError, UnsuitableCase
from detente.formats.gmcr import Gmcr
from detente.formats.gmcr_conditions import as_expression, members_in, members_of
from detente.formats.gmcr_writing import gmcr_data
from detente.formats.move_states import feasible, holds_in, ranked

# Options of Bora and Alba by turns, so that a reader must put them together.
FILE: dict[str, Any] = {
    "program": "gmcr-py",
    "options": [
        {"name": "Shell", "permittedDirection": "both"},
        {"name": "Retreat", "permittedDirection": "fwd"},
        {"name": "Mobilise", "permittedDirection": "back"},
    ],
    "decisionMakers": [
        {"name": "Bora", "options": [1], "preferences": [[[0, "N"]], [[1, "Y"], [2, "N"]]]},
        {
            "name": "Alba",
            "options": [0, 2],
            "preferences": [{"compound": True, "members": [[[1, "Y"]], [[0, "N"], [2, "N"]]]}],
        },
    ],
    "infeasibles": [[[0, "Y"], [1, "Y"]]],
    "useManualPreferenceRanking": False,
}


def put(tmp_path: Path, **changes: Any) -> Path:
    path = tmp_path / "case.gmcr"
    path.write_text(json.dumps(FILE | changes))
    return path


def ordinals(case: Case, party: str) -> list[list[int]]:
    """The ranking of a party by numbers of the feasible states, from 1."""
    moves = [m.id for m in case.moves]
    states = feasible(moves, [parse_expression(text) for text in case.infeasible])
    preference = next(p for p in case.preferences if p.party == party)
    number = {int(state): n for n, state in enumerate(states, start=1)}
    if preference.statements:
        groups = ranked([parse_expression(s) for s in preference.statements], moves, states)
    else:
        groups = [
            [sum(1 << moves.index(m) for m in moves_of_state(text)) for text in tied]
            for tied in preference.ranking
        ]
    return [sorted(number[state] for state in group) for group in groups]


def test_options_become_moves_of_their_owner_together(tmp_path: Path) -> None:
    case = Gmcr.load(put(tmp_path))
    assert [(m.id, m.party, m.direction) for m in case.moves] == [
        ("retreat", "bora", "start"),
        ("shell", "alba", "both"),
        ("mobilise", "alba", "stop"),
    ]
    assert case.infeasible == ("retreat and shell",)
    assert case.preferences[0].statements == ("not shell", "retreat and not mobilise")
    assert case.preferences[1].statements == ("retreat or (not shell and not mobilise)",)


def test_a_ranking_by_hand_counts_feasible_states_in_the_new_order(tmp_path: Path) -> None:
    # Feasible states, bits retreat, shell, mobilise: -, r, s, m, rm, sm.
    makers = [dict(m) for m in FILE["decisionMakers"]]
    makers[0]["preferenceRanking"] = [2, [1, 5], 3, 4, 6]
    makers[1]["preferenceRanking"] = [6, 5, 4, 3, 2, 1]
    path = put(tmp_path, decisionMakers=makers, useManualPreferenceRanking=True)
    first, second = Gmcr.load(path).preferences
    assert first.ranking == (
        ("retreat",),
        ("-", "retreat, mobilise"),
        ("shell",),
        ("mobilise",),
        ("shell, mobilise",),
    )
    assert second.ranking[0] == ("shell, mobilise",)
    assert first.basis is not None
    assert "not shell; retreat and not mobilise" in first.basis


def test_old_names_of_rankings_and_payoffs(tmp_path: Path) -> None:
    makers = [
        {"name": "Bora", "options": [1], "preferenceVector": [6, 5, 4, 3, 2, 1]},
        {"name": "Alba", "options": [0, 2], "payoffs": [6, 5, 4, 3, 2, 2]},
    ]
    path = put(tmp_path, decisionMakers=makers, useManualPreferenceVectors=True)
    first, second = Gmcr.load(path).preferences
    assert first.ranking[0] == ("shell, mobilise",)
    assert second.utilities["retreat"].value == 5


def test_what_a_case_has_no_place_for_is_named(tmp_path: Path) -> None:
    makers = [dict(m) for m in FILE["decisionMakers"]]
    makers[0]["misperceptions"] = [[[0, "Y"]]]
    case = Gmcr.load(put(tmp_path, decisionMakers=makers, coalitions=[[0, 1]]))
    assert case.parties[0].note == "Does not perceive the states with shell (not used)."
    assert case.summary == "The file has coalitions (not used): bora and alba."


def test_syria_and_iraq_as_published(shared: Path) -> None:
    # R. A. Kinsara, A Simple Guide to GMCR+ (2014), Tables 1-3: states ranked from the best.
    case = Gmcr.load(shared / "data/stability/gmcr_files/SyriaIraq.gmcr")
    assert ordinals(case, "syria") == [[1], [3], [6], [2], [4], [5]]
    assert ordinals(case, "iraq") == [[2], [4], [6], [1], [5], [3]]


def test_the_missile_crisis_as_published(shared: Path) -> None:
    known = json.loads((shared / "data/stability/cuban_missile_crisis.json").read_text())
    case = Gmcr.load(shared / "data/stability/gmcr_files/Cuban.gmcr")
    states = feasible([m.id for m in case.moves], [parse_expression(t) for t in case.infeasible])
    for party, ranking in zip(case.parties, known["rankings"], strict=True):
        found = [[int(states[n - 1]) for n in group] for group in ordinals(case, party.id)]
        assert found == [sorted(group) for group in ranking]


def test_milk_river_statements_give_the_stated_ranking(shared: Path) -> None:
    known = json.loads((shared / "data/stability/milk_river.json").read_text())
    case = Gmcr.load(shared / "data/stability/gmcr_files/MilkRiver.gmcr")
    states = feasible([m.id for m in case.moves], [parse_expression(t) for t in case.infeasible])
    assert states.tolist() == known["state_order"]
    for party, ranking in zip(case.parties, known["rankings"], strict=True):
        found = [[int(states[n - 1]) for n in group] for group in ordinals(case, party.id)]
        assert found == [sorted(group) for group in ranking]


def test_a_ranking_by_hand_with_ties(shared: Path) -> None:
    case = Gmcr.load(shared / "data/stability/gmcr_files/Elmira.gmcr")
    assert ordinals(case, "moe")[-1] == [5, 6, 11, 12]
    assert ordinals(case, "uniroyal")[:4] == [[1], [4], [10], [7]]


def test_a_case_goes_out_and_comes_back(tmp_path: Path) -> None:
    case = Gmcr.load(put(tmp_path))
    path = tmp_path / "case.gmcr"
    Gmcr.save(case, path)
    assert Gmcr.load(path) == case


def test_one_ranking_makes_all_of_them_rankings(tmp_path: Path) -> None:
    case = Gmcr.load(put(tmp_path))
    states = ["-", "shell", "retreat", "mobilise", "shell, mobilise", "retreat, mobilise"]
    data = case.model_dump(mode="json", exclude_defaults=True)
    data["preferences"][0] = {"party": "bora", "ranking": [[s] for s in states]}
    mixed = Case.model_validate(data)
    path = tmp_path / "mixed.gmcr"
    Gmcr.save(mixed, path)
    back = Gmcr.load(path)
    assert json.loads(path.read_text())["useManualPreferenceRanking"] is True
    assert back.preferences[0].ranking == mixed.preferences[0].ranking
    assert ordinals(back, "alba") == ordinals(case, "alba")


def test_utilities_become_a_ranking_with_ties() -> None:
    case = Case.model_validate(
        {
            "title": "t",
            "parties": [{"id": "a", "name": "A"}],
            "moves": [{"id": "go", "party": "a", "name": "Go"}],
            "preferences": [{"party": "a", "utilities": {"-": 2, "go": 2}}],
        }
    )
    assert gmcr_data(case)["decisionMakers"][0]["preferenceRanking"] == [[1, 2]]


EXAMPLES = Path(__file__).parents[2] / "examples/cases"


def test_the_example_of_the_missile_crisis_is_written(tmp_path: Path) -> None:
    case = load_case(EXAMPLES / "cuban_missile_crisis_1962.yaml")
    path = tmp_path / "cuba.gmcr"
    Gmcr.save(case, path)
    back = Gmcr.load(path)
    assert [m.direction for m in back.moves] == [m.direction for m in case.moves]
    for old, new in zip(case.preferences, back.preferences, strict=True):
        assert len(old.ranking) == len(new.ranking)
        for tied, found in zip(old.ranking, new.ranking, strict=True):
            assert len(tied) == len(found)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"options": []}, "has lists of options and of decisionMakers"),
        ({"decisionMakers": {}}, "has lists of options and of decisionMakers"),
        ({"infeasibles": [[[9, "Y"]]]}, "infeasibles[0]: option 9 is not in the file; it has 3"),
        ({"infeasibles": [[[0, "yes"]]]}, 'is no pair such as [0, "Y"]'),
        ({"infeasibles": [[[0, "Y"], [0, "N"]]]}, "option 0 is both taken and not taken"),
        ({"infeasibles": "none"}, "infeasibles must be a list of conditions"),
        (
            {"decisionMakers": [{"name": "A", "options": [0, 1]}]},
            "options[2] belongs to no decision maker",
        ),
        (
            {
                "decisionMakers": [
                    {"name": "A", "options": [0, 1, 2]},
                    {"name": "B", "options": [2]},
                ]
            },
            "option 2 is decisionMakers[0]'s already; a move of a case has one party",
        ),
        (
            {
                "decisionMakers": [
                    {"name": "A", "options": [0, 1, 2], "preferenceRanking": [1, 1]}
                ],
                "useManualPreferenceRanking": True,
            },
            "must name each of the 6 feasible states once",
        ),
        ({"decisionMakers": [{"options": [0, 1, 2]}]}, "decisionMakers[0] needs a name"),
    ],
)
def test_files_that_do_not_fit(tmp_path: Path, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError) as caught:
        Gmcr.load(put(tmp_path, **changes))
    assert words in str(caught.value)


def test_several_faults_at_once(tmp_path: Path) -> None:
    options = [dict(o) for o in FILE["options"]]
    options[0]["permittedDirection"] = "sideways"
    options[1].pop("name")
    with pytest.raises(BadCase) as caught:
        Gmcr.load(put(tmp_path, options=options, infeasibles=[[[7, "Y"]]]))
    assert len(caught.value.faults) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"options": [], "options": []}', "stands twice"),
        ('{"options": NaN}', "NaN is not a number"),
        ('{"options": 1e999}', "1e999 is too large"),
        ('{"options": ' + "9" * 5_000 + "}", "a number of 5,000 digits"),
        ("[" * 100_000, "nested deeper than 40 levels"),
        ('{"options": ', "not JSON"),
        (" " * 5_000_000, "larger than"),
    ],
)
def test_hostile_json(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "x.gmcr"
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        Gmcr.load(path)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def _case(**parts: Any) -> Case:
    return Case.model_validate(
        {
            "title": "t",
            "parties": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
            "moves": [{"id": "go", "party": "a", "name": "Go"}],
            "preferences": [{"party": "a", "statements": ["go"]}],
        }
        | parts
    )


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (_case(graph={"states": [{"id": "s1"}]}), "drawn as a graph"),
        (_case(moves=[]), "has no moves"),
        (_case(bans=[{"move": "go", "when": "go"}]), "bans of single changes"),
        (_case(preferences=[]), "does not say what a prefers"),
        (_case(preferences=[{"party": "a", "statements": ["stay"]}]), "the move 'stay'"),
        (_case(preferences=[{"party": "a", "statements": ["go and"]}]), "would fit there"),
        (_case(preferences=[{"party": "a", "ranking": [["go"]]}]), "each of the 2 feasible states"),
        (
            _case(preferences=[{"party": "a", "statements": ["go"], "unknown": [["-", "go"]]}]),
            "leaves comparisons unknown",
        ),
    ],
)
def test_cases_that_do_not_fit(tmp_path: Path, case: Case, words: str) -> None:
    with pytest.raises(UnsuitableCase) as caught:
        Gmcr.save(case, tmp_path / "x.gmcr")
    assert words in str(caught.value)
    assert not (tmp_path / "x.gmcr").exists()


MOVES = ("a", "b", "c", "d")
EXPRESSIONS = st.recursive(
    st.sampled_from([*MOVES, "true", "false"]),
    lambda inner: st.one_of(
        inner.map(lambda e: f"not ({e})"),
        st.tuples(inner, st.sampled_from(["and", "or", "if", "iff"]), inner).map(
            lambda t: f"({t[0]}) {t[1]} ({t[2]})"
        ),
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(EXPRESSIONS)
def test_an_expression_and_its_members_say_the_same(text: str) -> None:
    rows = {move: row for row, move in enumerate(MOVES)}
    members = members_in(text, rows)
    states = feasible(MOVES, [])
    again = as_expression(members, MOVES)
    same = holds_in(parse_expression(text), MOVES, states)
    assert (holds_in(parse_expression(again), MOVES, states) == same).all()
    pairs = [[[row, "Y" if taken else "N"] for row, taken in m.items()] for m in members]
    assert members_of({"members": pairs}, 4, "x") == members
