"""The words of a term: its clause, its content, the acts of a list, its gist."""

from __future__ import annotations

import pytest

from detente.evidence.terms import extract
from tests.evidence.negotiators import reading


def test_the_span_of_must_is_its_clause() -> None:
    [term] = extract(reading("“We respect the League, but Boria must withdraw first,” Dano said."))
    assert term.span.text == "Boria must withdraw first"


def test_a_relative_clause_belongs_to_the_subject_of_its_clause() -> None:
    [term] = extract(reading("“Any pact that frees prisoners must be rewritten first,” Dano said."))
    assert term.span.text == "Any pact that frees prisoners must be rewritten first"


def test_what_it_is_said_with_is_no_part_of_a_term() -> None:
    [term] = extract(reading("Dano said any agreement must include the ports."))
    assert (term.kind, term.by) == ("precondition", "per:dano")
    assert term.span.text == "any agreement must include the ports"


def test_an_offer_and_its_condition_have_spans_of_their_own() -> None:
    text = "Selland is ready to fund a dam, Oyen said on Monday, provided that both sides sign."
    assert [t.span.text for t in extract(reading(text))] == [
        "fund a dam",
        "provided that both sides sign",
    ]


def test_a_guess_of_others_names_them_as_reporter() -> None:
    [term] = extract(reading("Some analysts warn that Boria may demand new concessions."))
    assert (term.kind, term.by, term.status) == ("demand", "state:BOR", "speculative")
    assert term.reporter == "anon:analysts"


def test_an_institute_projects_but_does_not_offer() -> None:
    text = "The Tide Institute estimates that a settlement could save 9 billion for Boria."
    [term] = extract(reading(text))
    assert (term.by, term.to, term.reporter) == (None, "state:BOR", "org:institute")


def test_a_gist_is_short_and_of_the_texts_words() -> None:
    text = (
        "Aravia demanded that Boria withdraw every soldier from the long valley between the old "
        "harbour and the new bridge on the river before the first snow falls."
    )
    [term] = extract(reading(text))
    assert len(term.gist.split()) <= 12
    assert term.gist in text
    assert not term.gist.endswith((" the", " and", " of"))


def spans(text: str) -> list[tuple[str, str]]:
    return [(t.kind, t.span.text) for t in extract(reading(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Aravia and Boria agreed to reopen the strait, remove the mines, and hold talks on "
            "fishing.",
            [
                ("offer", "reopen the strait"),
                ("concession", "remove the mines"),
                ("procedural", "hold talks on fishing"),
            ],
        ),
        (
            "Selland will help rebuild the port, reduce tariffs on Borian grain, and share data.",
            [
                ("offer", "help rebuild the port"),
                ("concession", "reduce tariffs on Borian grain"),
                ("offer", "share data"),
            ],
        ),
        (
            "Boria will modify the rate by suspending half of the duty while retaining the other "
            "tariffs.",
            [
                ("concession", "suspending half of the duty"),
                ("pressure", "retaining the other tariffs"),
            ],
        ),
        (
            "It is necessary to clear the mines and reopen the port.",
            [("demand", "clear the mines"), ("demand", "reopen the port")],
        ),
        (
            "Four steps are needed: a halt to the raids; the return of the boats.",
            [("demand", "halt to the raids"), ("demand", "return of the boats")],
        ),
        (
            "Aravia agreed to suspend or lift the tariffs.",
            [("concession", "suspend or lift the tariffs")],
        ),
        (
            "Aravia reaffirmed its commitment to share the water of the river.",
            [("offer", "share the water of the river")],
        ),
        ("Aravia reaffirmed its commitment to peace.", []),
        (
            "The League proposed to ban the export of arms to Boria.",
            [("demand", "ban the export of arms to Boria")],
        ),
        (
            "Oyen said that new tariffs would be a grave mistake.",
            [("threat", "new tariffs would be a grave mistake")],
        ),
        (
            "Keld and Oyen tasked their teams to follow up on the plan.",
            [("procedural", "follow up on the plan")],
        ),
        (
            "Talks will take place first in Selland and then in Boria.",
            [("procedural", "Talks will take place first in Selland and then in Boria")],
        ),
        (
            "“We haven’t agreed on the border,” Dano said.",
            [("obstacle", "We haven’t agreed on the border")],
        ),
        (
            "The treaty aims to remove tariffs on grain.",
            [("possible_outcome", "remove tariffs on grain")],
        ),
    ],
)
def test_each_act_of_a_list_is_a_term_with_its_content(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert spans(text) == expected


def test_what_one_party_of_a_joint_statement_undertakes_is_to_the_other() -> None:
    text = "Joint Statement by Aravia and Boria\n\nBoria will release the boats."
    [term] = extract(reading(text))
    assert (term.kind, term.by, term.to) == ("offer", "state:BOR", "state:ARA")


def test_a_body_that_proposes_asks_for_what_the_text_says_is_necessary() -> None:
    text = "The Coast League proposed new controls. It is necessary to clear the mines."
    assert [t.by for t in extract(reading(text))][-1] == "org:LEAGUE"


def test_one_clause_holds_one_term() -> None:
    text = "“Any agreement must include the ports before talks begin,” Keld said."
    assert [t.kind for t in extract(reading(text))] == ["precondition"]


def test_two_clauses_hold_two() -> None:
    text = "Aravia would recognise the border and Boria would withdraw its troops."
    assert [(t.by, t.span.text) for t in extract(reading(text))] == [
        ("state:ARA", "recognise the border"),
        ("state:BOR", "withdraw its troops"),
    ]
