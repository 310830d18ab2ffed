"""Titles of texts and the offices they may name."""

from __future__ import annotations

import time

import pytest

from detente.reference.office_titles import body_of, office_keys
from detente.reference.offices import offices


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("President", "president"),
        ("prime minister", "prime-minister"),
        ("Taoiseach", "prime-minister"),
        ("Chancellor", "chancellor"),
        ("Chancellor of the Exchequer", "finance-minister"),
        ("Foreign Minister", "foreign-minister"),
        ("Minister of Foreign Affairs", "foreign-minister"),
        ("Minister for Foreign and European Affairs", "foreign-minister"),
        ("Secretary of State", "foreign-minister"),
        ("External Affairs Minister", "foreign-minister"),
        ("Defense Secretary", "defence-minister"),
        ("Secretary-General", "secretary-general"),
        ("Emir", "monarch"),
        ("acting president", "president"),
        ("Kremlin spokesman", "spokesperson"),
        ("National Security Adviser", "national-security-adviser"),
        ("chair of the Senate Foreign Relations Committee", "committee-chair"),
    ],
)
def test_usual_titles(title: str, first: str) -> None:
    assert office_keys(title)[0] == first


@pytest.mark.parametrize(
    "title", ["", "former president", "deputy foreign minister", "president-elect", "goalkeeper"]
)
def test_what_is_another_office_or_none(title: str) -> None:
    assert office_keys(title) == ()


def test_a_word_for_several_offices_gives_them_all() -> None:
    assert {"foreign-minister", "defence-minister"} <= set(office_keys("Secretary"))
    assert {"president", "prime-minister", "monarch"} <= set(office_keys("leader"))


def test_every_office_of_the_table_can_be_named_by_its_title() -> None:
    missing = {
        (t.office, t.title)
        for t in offices()
        if t.office in ("president", "prime-minister", "foreign-minister", "defence-minister",
                        "chancellor", "secretary-general", "vice-president")
        and t.office not in office_keys(t.title)
    }  # fmt: skip
    assert {title for _, title in missing} <= {
        "Chairman of the Council of Ministers",
        "Chairman of the Presidential Council",
        "Chairman of the Presidential Leadership Council",
        "President for Life",
        "President of the Federal Republic",
    }


def test_ministries_act_for_their_state() -> None:
    assert body_of("org:StateDepartment") == "USA"
    assert body_of("state:FRA") == "FRA"
    assert body_of("org:NATO") == "org:NATO"


def test_a_hostile_title_costs_no_time() -> None:
    start = time.process_time()
    for text in ("foreign " * 50_000, "minister of the " * 50_000, "a and " * 50_000):
        assert office_keys(text) == ()
    assert time.process_time() - start < 1.0
