from __future__ import annotations

import json

import pytest

from detente.documents.read import from_bytes
from detente.errors import BadLedger
from detente.evidence.joining import given_names_differ, join
from detente.evidence.known_actors import KnownActor
from detente.evidence.ledger import Ledger
from detente.evidence.merge_evidence import RULES
from detente.evidence.read import read


def ledger(text: str) -> Ledger:
    return read(from_bytes("t.txt", text.encode()))


def persons(joined: Ledger) -> dict[str, list[str]]:
    return {
        a.id: sorted({m.span.text for m in a.mentions}) for a in joined.actors if a.type == "person"
    }


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Kari Nordmann", "Ola Nordmann", True),
        ("Kari Nordmann", "Nordmann", False),
        ("K. Nordmann", "Kari Nordmann", False),
        ("O. Nordmann", "Kari Nordmann", True),
        ("Joe Nordmann", "Joseph R. Nordmann", False),
        ("Kari Anne Nordmann", "Anne Nordmann", False),
    ],
)
def test_given_names(one: str, other: str, differ: bool) -> None:
    assert given_names_differ(one, other) is differ
    assert given_names_differ(other, one) is differ


def test_one_person_of_several_documents() -> None:
    joined = join(
        [
            ledger("Foreign Minister Kari Nordmann said it would end."),
            ledger("“It will end,” said Foreign Minister Nordmann."),
        ]
    )
    assert persons(joined) == {"per:nordmann": ["Kari Nordmann", "Nordmann"]}


def test_two_persons_of_one_family_name_stay_two() -> None:
    joined = join(
        [
            ledger("“It will end,” Foreign Minister Kari Nordmann said."),
            ledger("“It will not,” General Ola Nordmann said."),
        ]
    )
    assert persons(joined) == {
        "per:kari-nordmann": ["Kari Nordmann"],
        "per:ola-nordmann": ["Ola Nordmann"],
    }
    assert [q.speaker for q in joined.quotations] == ["per:kari-nordmann", "per:ola-nordmann"]
    assert Ledger.from_json(joined.to_json()) == joined


def test_a_state_is_one_in_all_documents() -> None:
    joined = join([ledger("Norway said so."), ledger("Oslo said no more. Norwegian boats left.")])
    (norway,) = [a for a in joined.actors if a.id == "state:NOR"]
    assert len({m.document for m in norway.mentions}) == 2


def reasons(joined: Ledger, actor_id: str) -> list[tuple[str, list[str]]]:
    actor = joined.actor(actor_id)
    assert actor is not None
    return [(m.rule, [s.text for s in m.spans]) for m in actor.merges]


def test_each_document_says_why_its_actor_is_the_one_of_the_others() -> None:
    joined = join(
        [
            ledger("Prime Minister Ana Ruiz of Peru left. The Harbour Board stayed."),
            ledger("“Enough,” said Peruvian Prime Minister Ruiz of the Harbour Board."),
            ledger("Ana Ruiz slept. Peru slept."),
            ledger("Mr. Ruiz went home."),
        ]
    )
    assert reasons(joined, "per:ruiz") == [
        ("joining.full_name", ["Ana Ruiz"]),
        ("joining.name_and_office", ["Ruiz", "Peruvian Prime Minister"]),
        ("joining.full_name", ["Ana Ruiz"]),
        ("joining.family_name", ["Ruiz"]),
    ]
    assert [rule for rule, _ in reasons(joined, "state:PER")] == ["joining.table"] * 3
    assert reasons(joined, "org:harbour-board") == [
        ("joining.same_words", ["Harbour Board"]),
        ("joining.same_words", ["Harbour Board"]),
    ]
    assert Ledger.from_json(joined.to_json()) == joined


def test_what_one_document_speaks_of_has_no_merges() -> None:
    joined = join([ledger("Norway left. Norway came back."), ledger("Chad stayed.")])
    assert {a.id: a.merges for a in joined.actors} == {"state:NOR": (), "state:TCD": ()}


def test_the_users_file_is_the_reason_where_it_has_the_name() -> None:
    known = (KnownActor("org:TideForum", "Tidal Forum", "ngo", ("Tidal Forum", "Norway")),)
    texts = ("The Tidal Forum left.", "Norway came back.")
    parts = [read(from_bytes("t.txt", t.encode()), known_actors=known) for t in texts]
    assert reasons(join(parts), "org:TideForum") == [
        ("joining.known", ["Tidal Forum"]),
        ("joining.known", ["Norway"]),
    ]


def test_joining_joined_ledgers_keeps_each_documents_reason() -> None:
    first = join([ledger("Norway left."), ledger("Norwegian boats came.")])
    again = join([first, ledger("Norway slept.")])
    assert [rule for rule, _ in reasons(again, "state:NOR")] == ["joining.table"] * 3
    assert len({m.document for m in again.actor("state:NOR").merges}) == 3  # type: ignore[union-attr]


def test_sources_without_a_name_stay_apart() -> None:
    joined = join(
        [ledger("A senior official said it was over."), ledger("A senior official said it began.")]
    )
    unnamed = [a for a in joined.actors if a.type == "anonymous_source"]
    assert [len({m.document for m in a.mentions}) for a in unnamed] == [1, 1]
    speakers = {s.speaker for s in joined.reported_statements}
    assert speakers == {a.id for a in unnamed}


def test_a_changed_span_of_a_merge_is_refused() -> None:
    joined = join([ledger("Norway left."), ledger("Norway came back.")])
    raw = json.loads(joined.to_json())
    raw["actors"][0]["merges"][0]["spans"][0]["start"] += 1
    with pytest.raises(BadLedger, match="the text or the ledger was changed"):
        Ledger.from_json(json.dumps(raw))


def test_every_reason_is_explained() -> None:
    assert all(len(line.split()) > 5 for line in RULES.values())
