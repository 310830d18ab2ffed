"""Persons named in lines that are no prose, and parties that are no persons."""

from __future__ import annotations

import pytest

from tests.evidence.actor_cases import actors_of, words_of

BODY = "\nThe port was busy in the rain, and the ships from the north were late."


def persons(text: str, *kinds: str) -> dict[str, list[str]]:
    found = actors_of(text + BODY, *kinds)  # type: ignore[arg-type]
    return {i: words_of(a) for i, a in found.items() if i.startswith("per:")}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Remarks by Kari Nordmann at the Harbour Forum", ["Kari Nordmann"]),
        ("Remarks by President Nordmann After the Talks", ["Nordmann"]),
        ("Remarks by President Nordmann Announcing New Tariffs", ["Nordmann"]),
        ("Remarks as Delivered by Kari Fleming on Trade", ["Kari Fleming"]),
        ("Interview with Leo Marsh of the Coast League", ["Leo Marsh"]),
        ("Statement by the Foreign Minister of Norway, Kari Nordmann, on Trade", ["Kari Nordmann"]),
        (
            "Remarks by Presidents Ana Ruiz of Chile and Lena Brandt of Peru",
            ["Ana Ruiz", "Lena Brandt"],
        ),
        ("Statement by the Harbour Council", []),
        ("Joint Statement by the Prime Ministers of Chile and Peru", []),
        ("Boats Bought by Dark Harbour Towns", []),
    ],
)
def test_a_title_names_who_speaks(title: str, expected: list[str]) -> None:
    found = persons(title, "title")
    assert sorted(w for words in found.values() for w in words) == sorted(expected)


def test_a_title_states_the_office_too() -> None:
    title = "Statement by Norwegian Foreign Minister Kari Nordmann on the Truce"
    (role,) = actors_of(title + BODY, "title")["per:nordmann"].roles
    assert (role.title, role.of) == ("Foreign Minister", "state:NOR")


def test_the_one_in_the_title_is_the_one_in_the_text() -> None:
    text = "Remarks by Kari Nordmann at the Forum\nNordmann said the port was open."
    assert words_of(actors_of(text, "title")["per:nordmann"]) == ["Kari Nordmann", "Nordmann"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ana Ruiz, Leo Marsh and Kari Nordmann", ["Ana Ruiz", "Leo Marsh", "Kari Nordmann"]),
        ("Ana Ruiz, Harbour Post, 3 May 2030", ["Ana Ruiz"]),
        ("Reporting by Ana Ruiz; editing by Leo Marsh", ["Ana Ruiz", "Leo Marsh"]),
        ("By Our Correspondent", []),
        ("By Harbour Post Staff", []),
    ],
)
def test_a_byline_names_who_wrote(line: str, expected: list[str]) -> None:
    found = persons(f"Port opens after strike\n{line}", "title", "byline")
    assert sorted(w for words in found.values() for w in words) == sorted(expected)


def test_a_list_of_names_names_them() -> None:
    lines = (
        "The Board\n- Secretary Ana Ruiz\n- Leo Marsh\n- Fair talks\n- Ana Ruiz Leo Marsh Kari Lie"
    )
    found = persons(lines, "heading", "bullet", "bullet", "bullet", "bullet")
    assert found == {"per:ruiz": ["Ana Ruiz", "Ana Ruiz"], "per:marsh": ["Leo Marsh", "Leo Marsh"]}


@pytest.mark.parametrize(
    "text",
    [
        # A party that the tables know, though nothing says of which state.
        "The bill failed. Labour said it would wait, and Labour’s answer was no.",
        "The bill failed. Later Fahrlund said it would wait, and Fahrlund’s candidate left.",
        "The bill failed. Later Fahrlund said it would wait. Fahrlund’s Ana Ruiz left.",
    ],
)
def test_a_party_that_speaks_is_no_person(text: str) -> None:
    assert {"per:labour", "per:fahrlund"}.isdisjoint(actors_of(text))


def test_a_person_who_speaks_stays_one() -> None:
    text = "The bill failed. Later Fahrlund said he would wait, and Fahrlund’s answer was no."
    assert words_of(actors_of(text)["per:fahrlund"]) == ["Fahrlund", "he", "Fahrlund"]
