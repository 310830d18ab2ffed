"""Who is in a draft, for whom people speak, and which role bodies have."""

from __future__ import annotations

import pytest

from detente.case.case import Case
from detente.case.draft.bodies import Bodies
from detente.case.draft.draft import draft_case
from tests.case.draft.draft_texts import RIVER, TRADE, ledger_of


def roles(text: str) -> dict[str, str]:
    return {p.id: p.role for p in draft_case(ledger_of(text)).parties}


def asked(case: Case) -> str:
    return "\n".join(q.text for q in case.questions)


def test_sides_mediator_and_sponsors_of_a_conflict() -> None:
    assert roles(RIVER) == {
        "NER": "party",
        "TCD": "party",
        "NOR": "mediator",
        "FRA": "sponsor",
        "DEU": "sponsor",
    }


def test_those_who_agree_are_the_parties_and_a_senate_that_must_ratify_is_a_ratifier() -> None:
    case = draft_case(ledger_of(TRADE))
    assert {p.id: p.role for p in case.parties} == {
        "CHL": "party",
        "PER": "party",
        "CHL-legislature": "ratifier",
    }
    assert case.acceptance is not None
    assert case.acceptance.ratifiers == {"CHL": ("CHL-legislature",)}


def test_a_legislature_that_only_speaks_raises_a_question() -> None:
    text = (
        "Ghana attacked Togo in March. The Ghana-Togo war goes on. Ghana demanded a truce, and "
        "Togo rejected the truce. The Parliament of Togo condemned the truce on Monday. "
        '"We oppose the truce," the Parliament of Togo said.\n'
    )
    case = draft_case(ledger_of(text))
    assert {p.id: p.role for p in case.parties}["TGO-legislature"] == "observer"
    assert "Legislature of Togo" in asked(case) or "legislature of Togo" in asked(case)
    assert "Must it?" in asked(case)


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("Kenyan President Amina Otieno said that talks go on.", "Amina Otieno", "state:KEN"),
        ("NATO Secretary-General Jens Dahl met Kenyan envoys.", "Jens Dahl", "org:NATO"),
        ("A senior Kenyan official said that talks go on.", None, "state:KEN"),
    ],
)
def test_people_speak_for_the_body_of_their_office(text: str, name: str, body: str) -> None:
    ledger = ledger_of(text + "\n")
    actors = [a for a in ledger.actors if a.name == name or (name is None and a.id[:5] == "anon:")]
    found = Bodies(ledger).of(actors[0].id)
    assert found is not None
    assert found.id == body


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said that the truce would hold.",
        "Former Kenyan President Amina Otieno said that the truce would hold.",
        "The newspaper Le Soir reported that the truce would hold.",
    ],
)
def test_commentators_stand_for_no_body(text: str) -> None:
    ledger = ledger_of(text + "\n")
    bodies = Bodies(ledger)
    sources = [a for a in ledger.actors if a.type in ("person", "anonymous_source", "media")]
    assert sources
    assert [bodies.of(a.id) for a in sources] == [None] * len(sources)
    assert set(bodies.left_out) == {a.id for a in sources}


def test_those_left_out_are_named_with_the_reason() -> None:
    text = asked(draft_case(ledger_of(RIVER)))
    assert "sources without a name (Analysts)" in text
    assert "the press (Le Soir)" in text


def test_a_mediator_that_gives_to_a_side_raises_a_question() -> None:
    text = (
        "Oman attacked Yemen in May. The Oman-Yemen war goes on. Qatar offered to mediate between "
        "Oman and Yemen. Qatar gave Yemen $90 million in aid. Oman demanded a truce.\n"
    )
    case = draft_case(ledger_of(text))
    assert {p.id: p.role for p in case.parties}["QAT"] == "mediator"
    assert "Qatar mediates" in asked(case)
    assert "gives to Yemen" in asked(case)


def test_a_text_without_parties_is_a_case_of_questions() -> None:
    case = draft_case(ledger_of("Rain fell all week. The harvest was late.\n"))
    assert case.parties == ()
    assert case.issues == ()
    assert "Who negotiates with whom?" in asked(case)


def test_those_whom_others_bring_together_are_the_sides_though_nobody_fights() -> None:
    text = (
        "Malta offered to host talks between Chad and Niger on the river. The Chad-Niger talks may "
        "begin in May. Chad asked for a timetable, and Niger welcomed the talks. The European "
        "Union offered to pay $25 million into a fund.\n"
    )
    found = roles(text)
    assert {found["TCD"], found["NER"]} == {"party"}
    assert found["MLT"] == "mediator"
    assert found["EU"] == "sponsor"


def test_ids_are_short_and_never_two_alike() -> None:
    from detente.case.draft.bodies import Body
    from detente.case.draft.parties import short_ids

    bodies = [
        Body(i, i, "organisation") for i in ("org:x y", "org:x-y", "per:not", "grp:1", "org:é")
    ]
    made = short_ids(bodies)
    assert list(made.values()) == ["x-y", "x-y-2", "not-2", "p-1", "p"]


@pytest.mark.parametrize(
    ("sentence", "mediators"),
    [
        ("Chad and Niger resumed talks on the lake with Norway acting as mediator.", {"NOR"}),
        (
            "Chad and Niger resumed talks, with Norway and Qatar serving as mediators.",
            {"NOR", "QAT"},
        ),
        ("Chad and Niger resumed talks, with Qatar as a mediator.", {"QAT"}),
        ("Acting as mediator, Norway held talks with Chad and Niger.", {"NOR"}),
        ("Norway, which served as mediator, met Chad and Niger.", {"NOR"}),
        ("Chad and Niger held talks with the mediators, Norway and Qatar.", {"NOR", "QAT"}),
        ("Chad and Niger held talks without Norway acting as mediator.", set()),
    ],
)
def test_who_acts_as_mediator_mediates_and_those_who_talk_are_the_parties(
    sentence: str, mediators: set[str]
) -> None:
    found = roles(sentence + "\n")
    assert {p for p, role in found.items() if role == "mediator"} == mediators
    assert {p for p, role in found.items() if role == "party"} == {"TCD", "NER"}


def test_the_title_of_several_texts_names_the_parties_and_not_the_mediator() -> None:
    one = "Chad and Niger resumed talks on the lake with Norway acting as mediator.\n"
    case = draft_case(ledger_of(one, "Chad met Niger.\n"))
    assert set(case.title.split(" and ")) == {"Chad", "Niger"}
