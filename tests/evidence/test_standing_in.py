"""Whom a speaker stands for, read from whole texts: offices, pairs, pronouns, *we* and *I*."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.documents.read import read_document
from detente.evidence.ledger import Ledger
from detente.evidence.read import read


def ledger(tmp_path: Path, text: str) -> Ledger:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    return read(read_document(path))


def speakers(made: Ledger) -> list[tuple[str, str | None]]:
    return [(s.cue, s.speaker) for s in made.reported_statements]


CALL = (
    "Readout of a call\n\n"
    "President Lena Holt of Norway spoke on Monday with President Mads Krogh of Denmark. "
)

CASES = [
    (
        CALL + "The two leaders agreed to reopen the strait. They thanked Sweden for its help.",
        [("agree to", "per:holt"), ("thank", "per:holt")],
    ),
    (
        CALL + "Both presidents stressed the need for calm.",
        [("stress", "per:holt")],
    ),
    (
        CALL + "President Holt praised Krogh’s courage. She also described the mood in Oslo.",
        [("praise", "per:holt"), ("describe", "per:holt")],
    ),
    (
        "Kenya and Uganda met on Friday. The two sides pledged to share data. "
        "The parties also undertook to meet again.",
        [("pledge", "state:KEN"), ("undertake", "state:KEN")],
    ),
    (
        "The African Union welcomed the truce. It warned of new raids.",
        [("welcome", "org:AfricanUnion"), ("warn of", "org:AfricanUnion")],
    ),
    (
        "Talks began in Muscat on Monday. The Turkish side rejected the map.",
        [("reject", "state:TUR")],
    ),
    (
        "The government of Iceland condemned the raid. It called for calm.",
        [("condemn", "state:ISL"), ("call for", "state:ISL")],
    ),
    (
        "Finance Minister Sean Doyle of Ireland met the press on Monday. "
        "The minister said the scheme would end.",
        [("say", "per:doyle")],
    ),
    (
        "Hans Vogel, the Austrian chancellor, came to Bratislava. Reporters waited. "
        "He said that he was tired.",
        [("say", "per:vogel")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[c[0][-40:] for c in CASES])
def test_who_is_meant(tmp_path: Path, text: str, wanted: list[tuple[str, str]]) -> None:
    found = speakers(ledger(tmp_path, text))
    assert [pair for pair in found if pair[0] in {cue for cue, _ in wanted}] == wanted


def test_we_of_a_joint_statement_is_its_first_party(tmp_path: Path) -> None:
    text = (
        "Joint Statement of Poland and Lithuania\n\n"
        "We, the Foreign Ministers of Poland and Lithuania, met in Vilnius today. "
        "We reaffirm our support for enlargement."
    )
    assert speakers(ledger(tmp_path, text)) == [("reaffirm", "state:POL")]


def test_i_of_a_speech_is_whoever_the_title_names(tmp_path: Path) -> None:
    text = (
        "Remarks by Chancellor Greta Lang at the water conference\n\n"
        "Chancellor Greta Lang spoke in Vienna on Monday, as the host of the meeting.\n\n"
        "I thank the hosts. I would like to stress that no state can do this alone. "
        "We believe that others will join us in the years ahead."
    )
    found = speakers(ledger(tmp_path, text))
    assert found == [("thank", "per:lang"), ("stress", "per:lang"), ("believe", "per:lang")]


def test_we_in_a_turn_is_the_one_who_has_the_turn(tmp_path: Path) -> None:
    text = (
        "President Ana Ruiz: We believe that the bridge will open again next year.\n\n"
        "President Leo Marsh: Thank you, madam, and good morning to you all here.\n\n"
        "President Ana Ruiz: We shall see about that, shall we not, my dear friend?"
    )
    assert ("believe", "per:ruiz") in speakers(ledger(tmp_path, text))


def test_parties_of_a_preamble_hold_its_clauses(tmp_path: Path) -> None:
    text = (
        "The Government of Peru and the Government of Chile,\n\n"
        "Recognising the importance of fair trade to both of their peoples;\n\n"
        "Recalling that the treaty of 1929 remains in force between them;\n\n"
        "Have agreed as follows on the matters set out in this document today."
    )
    found = ledger(tmp_path, text).reported_statements
    assert [(s.cue, s.speaker) for s in found[:2]] == [
        ("recognise", "state:PER"),
        ("recall", "state:PER"),
    ]
    assert {s.type for s in found[:2]} == {"opinion"}


def test_list_items_are_said_by_the_line_above(tmp_path: Path) -> None:
    text = (
        "Ghana and Togo met in Accra on Monday to talk about water. The two countries:\n\n"
        "- welcome the progress made by the commission in the last year;\n"
        "- agree to establish a hotline between the coast guards of both states."
    )
    found = [s for s in ledger(tmp_path, text).reported_statements if s.cue != "talk about"]
    assert [(s.cue, s.speaker) for s in found] == [
        ("welcome", "state:GHA"),
        ("agree to", "state:GHA"),
    ]


def test_nobody_is_guessed(tmp_path: Path) -> None:
    text = (
        "It warned of new raids. The ministry said the road was shut. He added that it was late. "
        "The two leaders agreed to meet."
    )
    assert {who for _, who in speakers(ledger(tmp_path, text))} <= {None}


def test_he_is_not_the_one_before_an_unknown_speaker(tmp_path: Path) -> None:
    text = (
        "Pavel Sorokin, the Russian envoy, said that the talks would go on. "
        "The ambassador of the other side denied that. “They are over,” he told reporters."
    )
    (quotation,) = ledger(tmp_path, text).quotations
    assert quotation.speaker is None
