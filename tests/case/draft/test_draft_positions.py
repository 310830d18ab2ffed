"""Where words put a party on a scale, which lines they draw, and where they leave it open."""

from __future__ import annotations

import pytest

from detente.case.case import Case
from detente.case.draft.draft import draft_case
from detente.case.red_line import Forbid
from tests.case.draft.draft_texts import BOTH_ENDS, RIVER, ledger_of

SCENE = "Mali attacked Togo in March. The Mali-Togo war goes on. Togo demanded a truce. "


def place(case: Case, party: str, issue: str) -> tuple[float, float] | None:
    found = [p for p in case.positions if (p.party, p.issue) == (party, issue)]
    return found[0].at.bounds if found and found[0].at else None


@pytest.mark.parametrize(
    ("sentence", "issue", "expected"),
    [
        ("Togo demanded the full withdrawal of Malian troops.", "withdrawal", (75, 100)),
        ("Togo demanded that Mali withdraw its troops.", "withdrawal", (60, 100)),
        ("Togo demanded a permanent ceasefire.", "ceasefire", (75, 100)),
        ("Togo demanded that Mali lift its sanctions.", "sanctions", (60, 100)),
        ("Togo demanded new sanctions on Mali.", "sanctions", (0, 40)),
        ("Togo demanded the release of all prisoners.", "prisoners", (75, 100)),
        # An offer says what one could live with, not what one wants.
        ("Togo offered to withdraw its troops.", "withdrawal", None),
        # No end of the scale is asked for.
        ("Togo demanded talks on sanctions.", "sanctions", None),
        # What one would do to another is not what one asks of the talks.
        ("Togo threatened to suspend assistance to Mali.", "economic-aid", None),
        ("Togo has threatened to suspend economic aid to Mali.", "economic-aid", None),
        ("Togo threatened to impose new sanctions on Mali.", "sanctions", None),
        ("Togo opposes new sanctions on Mali.", "sanctions", (60, 100)),
        ("Togo rejected the threat to suspend assistance.", "economic-aid", (60, 100)),
        # Nobody has said so yet.
        ("Togo may demand that Mali lift its sanctions, analysts said.", "sanctions", None),
    ],
)
def test_a_demand_has_a_place_where_its_direction_is_clear(
    sentence: str, issue: str, expected: tuple[float, float] | None
) -> None:
    assert place(draft_case(ledger_of(f"{SCENE}{sentence}\n")), "TGO", issue) == expected


@pytest.mark.parametrize(
    ("quote", "side"),
    [
        ("Mali must withdraw its troops before any talks", "below"),
        ("There will be no talks until the Malian troops withdraw", "below"),
        ("We will never withdraw our troops", "above"),
    ],
)
def test_a_condition_or_refusal_draws_a_line(quote: str, side: str) -> None:
    text = f'{SCENE}"{quote}," Togo\'s Foreign Minister Ama Koffi said.\n'
    case = draft_case(ledger_of(text))
    lines = [r for r in case.red_lines if isinstance(r, Forbid) and r.issue == "withdrawal"]
    assert [line.party for line in lines] == ["TGO"]
    assert (lines[0].below is not None) == (side == "below")
    assert (lines[0].above is not None) == (side == "above")


def test_an_option_named_as_refused_is_forbidden() -> None:
    case = draft_case(ledger_of(RIVER))
    lines = {r.id: r for r in case.red_lines if isinstance(r, Forbid)}
    assert lines["NER-ceasefire"].options == ("partial",)
    assert lines["TCD-withdrawal"].below is not None


def test_words_at_both_ends_give_no_number_but_a_question() -> None:
    case = draft_case(ledger_of(BOTH_ENDS))
    assert place(case, "KEN", "sanctions") is None
    assert any("Kenya is at both ends on sanctions" in q.text for q in case.questions)


def test_a_position_in_words_names_who_said_it() -> None:
    case = draft_case(ledger_of(RIVER))
    text = next(p.text for p in case.positions if (p.party, p.issue) == ("TCD", "withdrawal"))
    assert text is not None
    assert text.startswith("Precondition (Issa Bello): “Niger must withdraw from our territory")


def test_an_alternative_is_drafted_where_it_is_stated_and_asked_for_where_not() -> None:
    case = draft_case(ledger_of(RIVER))
    alternatives = {p.id: p.alternative for p in case.parties}
    assert alternatives["NER"] is not None
    assert "world court" in (alternatives["NER"].text or "")
    assert alternatives["TCD"] is None
    assert any(
        q.text.startswith("No alternative to agreement is stated for Chad") for q in case.questions
    )


def test_levers_have_a_giver_a_receiver_and_the_words() -> None:
    case = draft_case(ledger_of(RIVER))
    levers = {(x.giver, x.receiver): x for x in case.levers}
    assert set(levers) == {("DEU", "NER"), ("FRA", "TCD")}
    assert levers["DEU", "NER"].name == "Aid from Germany to Niger"
    assert "$200 million" in (levers["DEU", "NER"].text or "")


def test_a_threat_is_a_move_of_its_author() -> None:
    case = draft_case(ledger_of(RIVER))
    assert {m.id for m in case.moves} >= {"TCD-blockade", "TCD-attack", "FRA-sanction"}


@pytest.mark.parametrize(
    ("sentence", "kind", "party"),
    [
        ("Togo wants a lasting peace on the river", "interests", "TGO"),
        ("Mali’s interest in the river ports has grown", "interests", "MLI"),
        ("Togo fears a new offensive by Mali in summer", "fears", "TGO"),
        ("Mali needs a port on the coast", "needs", "MLI"),
    ],
)
def test_interests_needs_and_fears_are_those_of_the_one_named(
    sentence: str, kind: str, party: str
) -> None:
    case = draft_case(ledger_of(f"{SCENE}{sentence}.\n"))
    found = {p.id: [s.text for s in getattr(p, kind)] for p in case.parties if getattr(p, kind)}
    assert list(found) == [party]
    assert found[party][0] in sentence


def test_a_threat_to_stop_is_asked_about_and_not_placed() -> None:
    case = draft_case(ledger_of(f"{SCENE}Togo threatened to suspend assistance to Mali.\n"))
    texts = [p.text or "" for p in case.positions if p.issue == "economic-aid"]
    assert any(t.startswith("Threat") for t in texts)
    assert any(q.text.startswith("Where is Togo on economic aid") for q in case.questions)
