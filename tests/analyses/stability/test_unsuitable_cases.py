"""What is missing in a case is said in words, with what to add."""

from __future__ import annotations

import pytest

from detente.analyses.stability import graph_of_case
from detente.analyses.stability.equilibria import stability
from detente.analyses.stability.graph_of_case import conflict_of
from detente.analyses.stability.path import path
from detente.case.load import case_from_data
from detente.errors import InputError, UnsuitableCase
from tests.analyses.stability.conflicts import CHICKEN, CUBA, GRAPH, PRISONERS, case_of

TWO = "parties: [{id: a, name: A}, {id: b, name: B}]\n"
MOVES = "moves: [{id: x, party: a, name: X}, {id: y, party: b, name: Y}]\n"
PREFERS = "preferences: [{party: a, statements: [x]}, {party: b, statements: [y]}]\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TWO, "add moves: what each party can do"),
        (TWO + MOVES, "add preferences: for each party that can move"),
        (
            TWO + MOVES + "preferences: [{party: a, statements: [x]}]",
            r"b can move, and nothing is said of what it prefers; add .*\{party: b",
        ),
        (
            TWO + MOVES + PREFERS.replace("[y]", "[z]"),
            r"preferences\[1\]\.statements\[0\]: the move 'z' is not in the case; add it to moves",
        ),
        (
            TWO + MOVES + PREFERS.replace("[y]", "['y and']"),
            r"preferences\[1\]\.statements\[0\]: at character 6",
        ),
        (
            TWO + MOVES.replace("party: b", "party: c") + PREFERS,
            "the party 'c' has a move and is not in the case; add it to parties",
        ),
        (TWO + MOVES + PREFERS + "infeasible: [x or not x]", "infeasible rules out every state"),
        (
            TWO + MOVES + PREFERS + "bans: [{move: z, when: x}]",
            r"bans\[0\]\.move: the move 'z' is not in the case",
        ),
        (
            TWO + MOVES.replace("id: y", "id: x") + PREFERS,
            "two moves are called 'x'",
        ),
        (
            TWO + MOVES + "preferences: [{party: a, statements: [x]}, {party: a, statements: [y]}]",
            r"preferences\[1\]: a has preferences already",
        ),
        (
            TWO
            + MOVES
            + "preferences: [{party: a, ranking: [[x], [x]]}, {party: b, statements: [y]}]",
            r"preferences\[0\]\.ranking\[1\]\[0\]: the state 'x' stands there already",
        ),
    ],
)
def test_messages(text: str, message: str) -> None:
    with pytest.raises(UnsuitableCase, match=message):
        stability(case_of("title: T\n" + text))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ("target: crisis", "target: peace"),
            r"graph\.arcs\[0\]\.target: the state 'peace' is not",
        ),
        (("source: talks", "source: crisis"), r"graph\.arcs\[0\] leads from 'crisis' to itself"),
        (("war: 1", "peace: 1"), r"preferences\[0\]\.utilities\['peace'\]: the state 'peace'"),
        (("ranking: [[talks], [war], [crisis]]", "statements: [war]"), "statements speak of moves"),
    ],
)
def test_messages_about_graphs(change: tuple[str, str], message: str) -> None:
    with pytest.raises(UnsuitableCase, match=message):
        stability(case_of(GRAPH.replace(*change)))


def test_a_path_needs_a_status_quo() -> None:
    with pytest.raises(UnsuitableCase, match="add status_quo: the moves taken now"):
        path(case_of(PRISONERS.replace("status_quo: {moves: []}", "")))


def test_unknown_states_parties_and_concepts_are_named_with_those_there_are() -> None:
    case = case_of(CUBA)
    with pytest.raises(InputError, match="takes the move 'wait', which is not there"):
        stability(case, states=["wait"])
    with pytest.raises(InputError, match="cannot be: the case's infeasible rules it out"):
        stability(case, states=["withdraw, escalate"])
    with pytest.raises(InputError, match="no party 'north' that can move; there are west, east"):
        stability(case, why=["north:blockade"])
    with pytest.raises(InputError, match="write PARTY:STATE"):
        stability(case, why=["west"])
    with pytest.raises(InputError, match="no concept 'nsh'; there are nash"):
        stability(case, concepts=["nsh"])
    with pytest.raises(InputError, match="no state 'peace' in the case's graph"):
        stability(case_of(GRAPH), states=["peace"])


def test_foresight_is_for_two_parties_and_known_comparisons() -> None:
    partly = CUBA.replace("      - [escalate]\n  - party: east", "  - party: east")
    with pytest.raises(UnsuitableCase, match="nm needs every comparison"):
        stability(case_of(partly), concepts=["nm"])
    with pytest.raises(UnsuitableCase, match="sim puts moves of the same moment together"):
        stability(case_of(GRAPH), concepts=["sim"])


def test_a_model_that_does_not_fit_is_refused_before_it_is_made() -> None:
    parties = [{"id": f"p{i}", "name": "P"} for i in range(4)]
    moves = [{"id": f"m{i}", "party": f"p{i % 4}", "name": "M"} for i in range(44)]
    preferences = [{"party": f"p{i}", "statements": ["m0"]} for i in range(4)]
    case = case_from_data(
        {"title": "Large", "parties": parties, "moves": moves, "preferences": preferences}, "x"
    )
    with pytest.raises(UnsuitableCase, match=r"44 moves make 17,592,186,044,416 states, .* need"):
        stability(case)


def test_bans_and_unknown_comparisons_of_many_states_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(graph_of_case, "MOST_STATES", 3)
    text = "title: T\n" + TWO + MOVES + PREFERS
    assert conflict_of(case_of(text)).n_feasible == 4
    with pytest.raises(UnsuitableCase, match="4 states with bans; up to 3 can be calculated"):
        conflict_of(case_of(text + "bans: [{move: x, when: y}]"))


def test_a_party_that_cannot_move_is_left_out_with_a_warning() -> None:
    text = CUBA.replace("parties: [", "parties: [{id: cuba, name: Cuba}, ").replace(
        "preferences:\n", "preferences:\n  - {party: cuba, statements: [not strike]}\n", 1
    )
    found = stability(case_of(text))
    assert found.warnings == (
        "cuba has preferences and no move, and so could never leave a state: left out",
    )
    assert found.table("equilibria").rows == stability(case_of(CUBA)).table("equilibria").rows


def test_states_left_out_of_a_ranking_cannot_be_compared() -> None:
    partly = CUBA.replace("      - [escalate]\n  - party: east", "  - party: east")
    found = stability(case_of(partly))
    assert "the preferences of west leave out 1 of 12 states" in found.warnings[0]
    rows = found.table("unknown").rows
    # Without a word on 'escalate' the two outcomes still hold however it turns out.
    sure = {row[0] for row in rows if row[1] == "seq" and row[-1] == 100}
    assert {"withdraw", "blockade, withdraw"} <= sure


def test_a_ranking_that_names_every_state_leaves_nothing_unknown() -> None:
    assert conflict_of(case_of(CUBA)).form is not None
    assert not conflict_of(case_of(CHICKEN)).uncertain


def test_pairs_that_are_not_known_go_into_the_readings() -> None:
    text = PRISONERS.replace(
        'ranking: [[column-silent], ["row-silent, column-silent"], ["-"], [row-silent]]}',
        'ranking: [[column-silent], ["row-silent, column-silent"], ["-"], [row-silent]], '
        'unknown: [["-", row-silent]]}',
    )
    found = stability(case_of(text), concepts=["nash"])
    (row,) = (r for r in found.table("unknown").rows if r[0] == "-")
    # What is not known tempts under a and c, and is no known gain under b and d.
    assert row[:-1] == ("-", "nash", False, True, False, True)
    assert row[-1] == 66.7


def test_a_ban_that_always_holds_is_a_direction() -> None:
    text = "title: T\n" + TWO + MOVES + PREFERS + "bans: [{move: x, change: stop, when: 'true'}]"
    conflict = conflict_of(case_of(text))
    assert conflict.form is not None
    assert conflict.form.directions.tolist() == [1, 0]


def test_ranges_are_taken_at_their_middle_with_a_warning() -> None:
    text = CHICKEN.replace('"-": 1}', '"-": {low: 0, high: 2}}', 1)
    found = stability(case_of(text))
    assert found.warnings == (
        "utilities of row are ranges; their middle or likeliest value is used",
    )


def test_one_party_that_can_move_stays_where_it_likes_best() -> None:
    move = "moves: [{id: m, party: a, name: Move, now: false}]\n"
    likes = "preferences: [{party: a, utilities: {'-': 1, m: 3}}]\n"
    found = stability(case_of(f"schema_version: 1\ntitle: One mover\n{TWO}{move}{likes}"))
    assert found.table("equilibria").column("state") == ["m"]
    assert any("nobody else can move" in reason.text for reason in found.reasons)
