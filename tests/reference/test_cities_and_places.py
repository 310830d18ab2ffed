"""Cities and other places: where they lie and who they are filed under."""

from __future__ import annotations

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reference.cities import cities, city
from detente.reference.places import place, place_names, places
from detente.reference.states import state, states


def test_the_table_of_cities_is_whole() -> None:
    known = cities()
    assert len(known) > 4000
    assert [c.population for c in known] == sorted((c.population for c in known), reverse=True)
    for c in known:
        assert state(c.iso3) is not None, c
        assert abs(c.lat) <= 90, c
        assert abs(c.lon) <= 180, c
        assert "/" in c.timezone, c
        assert c.name not in c.aliases, c


@pytest.mark.parametrize(
    ("name", "iso3", "timezone", "lat", "lon"),
    [
        ("Geneva", "CHE", "Europe/Zurich", 46.2, 6.1),
        ("Odessa", "UKR", "Europe/Kyiv", 46.5, 30.7),
        ("Munich", "DEU", "Europe/Berlin", 48.1, 11.6),
        ("Cologne", "DEU", "Europe/Berlin", 50.9, 7.0),
        ("Saigon", "VNM", "Asia/Ho_Chi_Minh", 10.8, 106.7),
        ("St. Petersburg", "RUS", "Europe/Moscow", 59.9, 30.3),
        ("New York", "USA", "America/New_York", 40.7, -74.0),
        ("Sao Paulo", "BRA", "America/Sao_Paulo", -23.5, -46.6),
        ("Raqqa", "SYR", "Asia/Damascus", 35.95, 39.0),
        ("Nukus", "UZB", "Asia/Samarkand", 42.5, 59.6),
    ],
)
def test_cities_lie_where_they_lie(
    name: str, iso3: str, timezone: str, lat: float, lon: float
) -> None:
    first = city(name)[0]
    assert (first.iso3, first.timezone) == (iso3, timezone)
    assert first.lat == pytest.approx(lat, abs=0.1)
    assert first.lon == pytest.approx(lon, abs=0.1)


def test_capitals_lie_where_the_city_of_their_name_lies() -> None:
    compared = 0
    for s in states():
        namesakes = [c for c in city(s.capital or "") if c.iso3 == s.iso3]
        if namesakes and s.lat is not None and s.lon is not None:
            lat, lon = s.lat, s.lon
            width = cos(radians(lat))
            km = min(111.2 * hypot(c.lat - lat, (c.lon - lon) * width) for c in namesakes)
            assert km < 30, (s.iso3, s.capital)
            compared += 1
    assert compared > 200


def test_namesakes_come_most_populous_first() -> None:
    assert [c.iso3 for c in city("London")] == ["GBR", "CAN"]
    found = city("Birmingham")
    assert len(found) == 2
    assert found[0].population > found[1].population
    assert city("Atlantis") == ()


@pytest.mark.parametrize("name", ["Nice", "Reading", "Mobile", "Sofia", "Hue"])
def test_cities_that_are_ordinary_words_want_care(name: str) -> None:
    assert all(c.careful for c in city(name))


def test_places_have_known_states_in_order() -> None:
    for p in places():
        assert list(p.iso3s) == sorted(p.iso3s), p.name
        assert all(state(code) is not None for code in p.iso3s), p.name
        assert set(p.careful) <= {p.name, *p.aliases}, p.name
        assert p.source
        assert p.as_of
    surfaces = [t for p in places() for t in (p.name, *p.aliases)]
    assert len(surfaces) == len(set(surfaces))


@pytest.mark.parametrize(
    ("name", "kind", "iso3s"),
    [
        ("Crimea", "territory", ("RUS", "UKR")),
        ("Golan Heights", "territory", ("ISR", "SYR")),
        ("Kashmir", "territory", ("CHN", "IND", "PAK")),
        ("Nagorno-Karabakh", "territory", ("ARM", "AZE")),
        ("the West Bank", "territory", ("PSE",)),
        ("Gaza Strip", "territory", ("PSE",)),
        ("Darfur", "region", ("SDN",)),
        ("Strait of Hormuz", "strait", ("IRN", "OMN")),
        ("Taiwan Strait", "strait", ("CHN", "TWN")),
        ("Dokdo", "islands", ("JPN", "KOR")),
        ("Camp David", "site", ("USA",)),
        ("The Hague", "town", ("NLD",)),
        ("Sharm el-Sheikh", "town", ("EGY",)),
        ("Black Sea", "sea", ("BGR", "GEO", "ROU", "RUS", "TUR", "UKR")),
        ("Korean Peninsula", "region", ("KOR", "PRK")),
        ("Dnieper", "river", ("BLR", "RUS", "UKR")),
        ("Indus", "river", ("CHN", "IND", "PAK")),
        ("Blue Nile", "river", ("ETH", "SDN")),
        ("Euphrates", "river", ("IRQ", "SYR", "TUR")),
        ("Strait of Gibraltar", "strait", ("ESP", "GBR", "MAR")),
    ],
)
def test_places(name: str, kind: str, iso3s: tuple[str, ...]) -> None:
    found = place(name)
    assert found is not None
    assert (found.kind, found.iso3s) == (kind, iso3s)


def test_places_are_found_without_their_accents() -> None:
    assert place("Burgenstock") is place("Bürgenstock") is not None
    assert place("Atlantis") is None
    assert "Hague" in place_names()


@given(st.text(max_size=30))
def test_any_text_may_be_asked_for(text: str) -> None:
    assert all(text in (c.name, *c.aliases) for c in city(text))
    assert (place(text) is not None) == (text.removeprefix("the ") in place_names())
