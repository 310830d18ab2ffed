"""Titles and given names."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reference.given_names import usual_gender
from detente.reference.titles import MODIFIERS, NOT_NOW, Office, title, titles


def test_the_table_is_clean() -> None:
    assert len(titles()) > 350
    assert NOT_NOW <= MODIFIERS
    for text, t in titles().items():
        assert text == t.text == text.lower().strip()
        assert "." not in text
        assert len(text.split()) <= 8
        assert t.office in get_args(Office)
        assert t.gender in (None, "f", "m")
    assert {t.office for t in titles().values()} == set(get_args(Office))


@pytest.mark.parametrize(
    ("phrase", "office", "modifiers", "now"),
    [
        ("President", "head_of_state", (), True),
        ("Prime Minister", "head_of_government", (), True),
        ("Chancellor", "head_of_government", (), True),
        ("Supreme Leader", "head_of_state", (), True),
        ("Crown Prince", "royal", (), True),
        ("vice president", "deputy_head", (), True),
        ("former Vice President", "deputy_head", ("former",), False),
        ("Foreign Minister", "minister", (), True),
        ("acting foreign minister", "minister", ("acting",), True),
        ("Secretary of State", "minister", (), True),
        ("then-Secretary of State", "minister", ("then",), False),
        ("Secretary-General", "organisation_head", (), True),
        ("High Representative", "organisation_head", (), True),
        ("Special Envoy", "envoy", (), True),
        ("chargé d’affaires", "envoy", (), True),
        ("charge d'affaires", "envoy", (), True),
        ("spokeswoman", "spokesperson", (), True),
        ("Senator", "legislator", (), True),
        ("late General", "military", ("late",), False),
        ("Lt. Gen.", "military", (), True),
        ("Dr.", "honorific", (), True),
        ("Mrs", "honorific", (), True),
        ("senior fellow", "expert", (), True),
        ("president-elect", "head_of_state", ("elect",), False),
        ("prime minister-designate", "head_of_government", ("designate",), False),
        ("ex-president", "head_of_state", ("ex",), False),
        ("interim prime minister", "head_of_government", ("interim",), True),
        ("outgoing chancellor", "head_of_government", ("outgoing",), True),
    ],
)
def test_titles(phrase: str, office: str, modifiers: tuple[str, ...], now: bool) -> None:
    found = title(phrase)
    assert found is not None
    assert (found.office, found.modifiers, found.held_now) == (office, modifiers, now)


@pytest.mark.parametrize("phrase", ["", "former", "banana", "President Okafor", "-elect", "of"])
def test_what_is_not_wholly_a_title_is_none(phrase: str) -> None:
    assert title(phrase) is None


@given(st.text(max_size=60))
def test_any_text_may_be_asked_for(text: str) -> None:
    found = title(text)
    assert found is None or found.text in titles()


def test_a_long_chain_of_modifiers_is_read_in_good_time() -> None:
    found = title("former " * 100_000 + "president")
    assert found is not None
    assert len(found.modifiers) == 100_000
    assert title("ex-" * 20_000 + "banana") is None


@pytest.mark.parametrize(
    ("phrase", "gender"), [("King", "m"), ("queen", "f"), ("chairwoman", "f"), ("chair", None)]
)
def test_only_gendered_titles_have_a_gender(phrase: str, gender: str | None) -> None:
    found = title(phrase)
    assert found is not None
    assert found.gender == gender


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Olga", "f"),
        ("Giorgia", "f"),
        ("Recep", "m"),
        ("François", "m"),
        ("Francois", "m"),
        ("Andrea", None),
        ("Kim", None),
        ("Joan", None),
        ("Zxcv", None),
        ("", None),
    ],
)
def test_given_names_are_a_weak_hint(name: str, gender: str | None) -> None:
    assert usual_gender(name) == gender
