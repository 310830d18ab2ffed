"""Organisations: ids, types and affiliations hold together; facts are right."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from detente.evidence.items import ActorType
from detente.reference.organisations import Organisation, organisation, organisations
from detente.reference.states import state


def known(id: str) -> Organisation:
    found = organisation(id)
    assert found is not None, id
    return found


def test_ids_are_unique_and_well_formed() -> None:
    ids = [o.id for o in organisations()]
    assert len(ids) == len(set(ids)) >= 400
    assert all(re.fullmatch(r"(org|grp):[A-Za-z0-9-]+", i) for i in ids)


def test_types_are_actor_types_and_groups_have_their_prefix() -> None:
    for o in organisations():
        assert o.type in get_args(ActorType), o.id
        if o.id.startswith("grp:"):
            assert o.type in ("group", "population"), o.id
        assert o.source
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", o.as_of), o.id


def test_affiliations_name_rows_that_exist() -> None:
    for o in organisations():
        if o.affiliation is not None:
            kind, _, key = o.affiliation.partition(":")
            found = state(key) if kind == "state" else organisation(o.affiliation)
            assert found is not None, o.id


def test_every_cell_is_clean() -> None:
    for o in organisations():
        texts = [o.name, *o.aliases, *o.acronyms, *o.adjectives, *o.people, *o.metonyms]
        texts += [f.text for f in o.former]
        assert all(t == t.strip() and t for t in texts), o.id
        assert len(texts) == len(set(texts)), o.id
        bare = {t.removeprefix("the ") for t in texts}
        assert set(o.careful) <= bare, o.id


@pytest.mark.parametrize(
    ("id", "type", "affiliation", "form"),
    [
        ("org:UN", "igo", None, "U.N."),
        ("org:UNSC", "igo", "org:UN", "Security Council"),
        ("org:NATO", "igo", None, "North Atlantic Treaty Organization"),
        ("org:EU", "igo", None, "European Union"),
        ("org:OSCE", "igo", None, "OSCE"),
        ("org:AfricanUnion", "igo", None, "AU"),
        ("org:OPECplus", "igo", None, "OPEC+"),
        ("org:ICRC", "ngo", None, "Red Cross"),
        ("org:WhiteHouse", "government_body", "state:USA", "White House"),
        ("org:StateDepartment", "government_body", "state:USA", "Foggy Bottom"),
        ("org:Pentagon", "government_body", "state:USA", "Pentagon"),
        ("org:Duma", "government_body", "state:RUS", "Duma"),
        ("org:Knesset", "government_body", "state:ISR", "Knesset"),
        ("org:Bundestag", "government_body", "state:DEU", "Bundestag"),
        ("org:IDF", "military", "state:ISR", "Israel Defense Forces"),
        ("org:IRGC", "military", "state:IRN", "Revolutionary Guards"),
        ("org:PLA", "military", "state:CHN", "People's Liberation Army"),
        ("org:Reuters", "media", None, "Reuters"),
        ("org:TASS", "media", "state:RUS", "Tass"),
        ("org:Xinhua", "media", "state:CHN", "Xinhua"),
        ("org:ChathamHouse", "think_tank", None, "Royal Institute of International Affairs"),
        ("org:CrisisGroup", "think_tank", None, "International Crisis Group"),
        ("org:Hamas", "armed_group", None, "Hamas"),
        ("org:Houthis", "armed_group", None, "Ansar Allah"),
        ("org:ISIS", "armed_group", None, "Daesh"),
        ("org:CCP", "party", "state:CHN", "CPC"),
        ("grp:West", "group", None, "Western"),
        ("grp:Kurds", "population", None, "Kurdish"),
    ],
)
def test_well_known_bodies(id: str, type: str, affiliation: str | None, form: str) -> None:
    o = known(id)
    assert (o.type, o.affiliation) == (type, affiliation)
    texts = {o.name, *o.aliases, *o.acronyms, *o.adjectives, *o.metonyms}
    assert form in texts


def test_former_names_carry_their_years() -> None:
    (oau,) = [
        f for f in known("org:AfricanUnion").former if f.text == "Organisation of African Unity"
    ]
    assert (oau.since, oau.until) == (1963, 2002)
    assert organisation("org:NoSuchBody") is None
