"""Offices and their states, bodies and groups by their nouns, papers that no table knows."""

from __future__ import annotations

import time

import pytest

from detente.evidence.actors import extract_actors
from detente.evidence.reading import Reading
from tests.evidence.actor_cases import actors_of, document_of, words_of
from tests.time_use import grows_within


def offices(text: str, person: str) -> list[tuple[str, str | None]]:
    return [(r.title, r.of) for r in actors_of(text)[person].roles]


@pytest.mark.parametrize(
    ("text", "person", "expected"),
    [
        (
            "Prime Minister Ana Ruiz spoke. Later Chile’s Ana Ruiz left.",
            "per:ruiz",
            [("Prime Minister", "state:CHL")],
        ),
        (
            "President Leo Marsh spoke. Chilean President Leo Marsh left.",
            "per:marsh",
            [("President", "state:CHL")],
        ),
        (
            "President Leo Marsh of the Republic of Chile spoke.",
            "per:marsh",
            [("President", "state:CHL")],
        ),
        (
            "President Leo Marsh spoke in Rome. Chile’s president is due home on Friday.",
            "per:marsh",
            [("President", "state:CHL")],
        ),
        (
            "President Leo Marsh met President Ana Ruiz. Chile’s president left; Peru waited.",
            "per:marsh",
            [("President", None)],
        ),
        (
            "Chile will wait. Chile’s envoys met President Leo Marsh, who said Chile was ready. "
            "Peru said nothing.",
            "per:marsh",
            [("President", "state:CHL")],
        ),
        (
            "Chile will wait. Peru’s envoys met President Leo Marsh. Chile and Peru agreed.",
            "per:marsh",
            [("President", None)],
        ),
        (
            "Prime Minister Ana Ruiz came. When I spoke here as Chile’s prime minister, "
            "Peru and Brazil listened.",
            "per:ruiz",
            [("Prime Minister", None)],
        ),
        (
            "Leo Marsh spoke. Marsh was the deputy commander of NATO.",
            "per:marsh",
            [("deputy commander", "org:NATO")],
        ),
        (
            "AU trade and industry commissioner Ola Marsh spoke.",
            "per:marsh",
            [("trade and industry commissioner", "org:AfricanUnion")],
        ),
        (
            "AU chairperson President Leo Marsh of Chad spoke.",
            "per:marsh",
            [("President", "state:TCD"), ("chairperson", "org:AfricanUnion")],
        ),
        (
            "The talks will be led by He Weimin, Vice Premier of China.",
            "per:he",
            [("Vice Premier", "state:CHN")],
        ),
    ],
)
def test_bodies_of_offices(text: str, person: str, expected: list[tuple[str, str | None]]) -> None:
    assert sorted(offices(text, person)) == sorted(expected)


def test_a_title_in_a_heading_is_the_known_person_s() -> None:
    text = "Chilean President Leo Marsh in Rome\nLeo Marsh said the talks were useful."
    assert [(r.title, r.of) for r in actors_of(text, "heading")["per:marsh"].roles] == [
        ("President", "state:CHL")
    ]


def test_the_president_is_the_one_named_without_a_state() -> None:
    found = actors_of(
        "President Leo Marsh spoke with President Ana Ruiz of Peru. The President said he was glad."
    )
    assert words_of(found["per:marsh"], kind="nominal") == ["President"]


def test_bodies_speak_by_their_noun() -> None:
    found = actors_of(
        "The Chilean foreign ministry said the envoy had left. The ministry added that talks go on."
    )
    assert words_of(found["org:chl-foreign-ministry"]) == ["Chilean foreign ministry", "ministry"]
    unnamed = actors_of("The foreign ministry denied the report.")
    assert words_of(unnamed["org:foreign-ministry"]) == ["foreign ministry"]


def test_of_two_ministries_none_is_the_ministry() -> None:
    found = actors_of(
        "The Chilean foreign ministry and the Peruvian foreign ministry met. The ministry said no."
    )
    assert all(words_of(a) != ["ministry"] for a in found.values())
    assert "ministry" not in words_of(found["org:chl-foreign-ministry"])


def test_somebody_s_office_speaks() -> None:
    found = actors_of("Prime Minister Ana Ruiz left. Her office said she would return.")
    assert words_of(found["grp:ruiz-office"]) == ["Her office"]
    assert found["grp:ruiz-office"].affiliation == "per:ruiz"


def test_groups_with_their_owner_behind() -> None:
    found = actors_of("Senior officials from our governments met the people of Chad.")
    assert words_of(found["grp:our-governments-senior-officials"]) == [
        "Senior officials from our governments"
    ]
    assert words_of(found["grp:TCD-people"]) == ["people of Chad"]


def test_groups_called_after_two_persons() -> None:
    found = actors_of(
        "The Ruiz-Marsh international group met. Experts of the Ruiz-Marsh group left."
    )
    assert words_of(found["org:ruiz-marsh-group"]) == [
        "Ruiz-Marsh international group",
        "Ruiz-Marsh group",
    ]


def test_papers_that_report_are_media() -> None:
    found = actors_of("Fjorden Tidende reported a deal. Fjorden Tidende said it was signed.")
    assert {a.id: a.type for a in found.values()} == {"org:fjorden-tidende": "media"}
    assert len(words_of(found["org:fjorden-tidende"])) == 2
    assert actors_of("Ed Varga reported a deal.")["per:varga"].type == "person"
    assert actors_of("Tomo Varga reported it. Varga said more.")["per:varga"].type == "person"


def test_trade_areas_with_an_acronym_are_organisations() -> None:
    found = actors_of("They signed the Arctic Coastal Fish Trade Area (ArCFTA). The ArCFTA grows.")
    assert found["org:arcfta"].type == "igo"
    assert words_of(found["org:arcfta"]) == [
        "Arctic Coastal Fish Trade Area",
        "ArCFTA",
        "ArCFTA",
    ]


def test_both_who_speak_jointly_are_persons() -> None:
    found = actors_of("Quill Varga and Leo Marsh said they would sign.")
    assert set(found) == {"per:varga", "per:marsh"}


def test_money_is_nobody() -> None:
    assert actors_of("It cost US$5 million, paid in U.S. dollars.") == {}


def test_who_speaks_a_quotation_is_not_he_in_it() -> None:
    found = actors_of("Ana Ruiz met Leo Marsh.\nSenator Ola Varga: “I was glad to see him here.”")
    assert words_of(found["per:varga"], kind="pronoun") == []


@pytest.mark.parametrize(
    "line",
    [
        "officials familiar with Varga{n}'s plan said the president and her team agreed ",
        "President Quill{n} Varga said so and Tomo{n} agreed. ",
        "The Ola{n} Tidende reported that the ministry said the Ola{n} Ministry left. ",
    ],
)
def test_time_grows_with_length(line: str) -> None:
    def seconds(count: int) -> float:
        text = "".join(line.replace("{n}", _letters(n)) for n in range(count))
        reading = Reading(document_of(text))
        assert reading.tokens
        assert reading.sentences
        begin = time.thread_time()
        extract_actors(reading)
        return time.thread_time() - begin

    assert grows_within(seconds, 1000, 4000, 14, least=0.05)


def _letters(n: int) -> str:
    return "".join("bdfgklmnprstvz"[n // 14**k % 14] + "aeiou"[n // 5**k % 5] for k in range(3))
