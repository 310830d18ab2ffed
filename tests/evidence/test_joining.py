from __future__ import annotations

import pytest

from detente.documents.read import from_bytes
from detente.evidence.joining import given_names_differ, join
from detente.evidence.ledger import Ledger
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
