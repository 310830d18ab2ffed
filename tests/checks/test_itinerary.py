from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.checks.itinerary.travel import (
    Window,
    clock_offset_hours,
    distance_km,
    spare_hours,
    travel_hours,
)
from detente.reference.cities import City, city
from tests.checks.several_texts import codes, findings

DAY = dt.date(2024, 3, 4)
CITIES = [city(n)[0] for n in ("London", "Lima", "Singapore", "Auckland", "Nairobi", "Honolulu")]
SOME = st.sampled_from(CITIES)


def known(name: str) -> City:
    return city(name)[0]


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [("London", "New York City", 5570), ("Lima", "Santiago", 2470), ("Sydney", "Tokyo", 7820)],
)
def test_distances_that_anybody_can_look_up(one: str, other: str, km: float) -> None:
    assert distance_km(known(one), known(other)) == pytest.approx(km, rel=0.01)


@given(SOME, SOME, SOME)
def test_the_great_circle_is_a_distance(a: City, b: City, c: City) -> None:
    assert distance_km(a, a) == 0
    assert distance_km(a, b) == pytest.approx(distance_km(b, a))
    assert distance_km(a, c) <= distance_km(a, b) + distance_km(b, c) + 1e-6


@given(st.floats(0, 20_000), st.floats(0, 20_000))
def test_a_longer_way_never_takes_less_time(one: float, other: float) -> None:
    short, long = sorted((one, other))
    assert travel_hours(short) <= travel_hours(long)


def test_flying_over_the_date_line_gains_a_day() -> None:
    # 09:00 on Tuesday in Auckland is 10:00 on Monday in Honolulu, so that evening is near.
    left = Window(DAY, 9, 9)
    reached = Window(DAY, 5, 5)
    assert spare_hours(known("Auckland"), left, known("Honolulu"), reached) > 0
    assert spare_hours(known("Honolulu"), left, known("Auckland"), Window(DAY, 20, 20)) < 0


def test_clocks_follow_the_season() -> None:
    london, new_york = known("London"), known("New York City")
    assert clock_offset_hours(new_york, london, dt.date(2024, 1, 15)) == 5
    assert clock_offset_hours(new_york, london, dt.date(2024, 3, 20)) == 4


MET = "President Laura Chinchilla met {} in {} on {}."


def trip(*stops: tuple[str, str, str]) -> str:
    return " ".join(MET.format(*s) for s in stops)


IMPOSSIBLE = trip(
    ("Ana Soto", "Lima", "the morning of 4 March 2024"),
    ("Lee Hsien Loong", "Singapore", "the evening of 4 March 2024"),
)


def test_what_no_aircraft_can_do_is_an_error_with_the_arithmetic() -> None:
    (found,) = findings(IMPOSSIBLE, select="TIM21", date="2024-03-14")
    assert (found.code, found.severity) == ("TIM211", "error")
    assert "Lima" in found.message
    assert "km" in found.reason
    assert any("America/Lima" in f for f in found.facts)


def test_a_call_takes_nobody_anywhere() -> None:
    text = IMPOSSIBLE.replace("Loong in Singapore", "Loong by phone in Singapore")
    assert codes(text, select="TIM21", date="2024-03-14") == []


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (("Ricardo Lagos", "Santiago", "5 March 2024"), []),
        (("Ricardo Lagos", "Santiago", "the evening of 4 March 2024"), ["TIM212"]),
        (("Ricardo Lagos", "Santiago", "8 March 2024"), []),
    ],
)
def test_a_long_leg_within_a_day_is_a_note(second: tuple[str, str, str], code: list[str]) -> None:
    text = trip(("Ana Soto", "Lima", "the morning of 4 March 2024"), second)
    found = findings(text, select="TIM21", date="2024-03-14")
    assert [f.code for f in found] == code
    assert all(f.severity == "note" and "%" in f.message for f in found)


def test_weekdays_of_two_texts_are_not_one_week() -> None:
    one = "President Laura Chinchilla will meet Ana Soto in Lima on Tuesday."
    two = "President Laura Chinchilla will meet Ricardo Lagos in Santiago on Tuesday."
    assert codes(one, two, select="TIM212") == []
    assert codes(f"{one} {two}", select="TIM212") == ["TIM212"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The tour ends in Quito. Later the tour ends in Bogota.", ["TIM221"]),
        ("The tour ends in Quito. Later the tour ends in Ecuador.", []),
        ("The tour ends in Quito. The war ended in Bogota.", []),
        ("The trip starts in Quito. The first stop of the trip is Bogota.", ["TIM222"]),
        (
            "Ana Soto’s tour ends in Quito. Luis Vega’s tour ends in Bogota.",
            [],
        ),
    ],
)
def test_a_journey_has_one_end_and_one_beginning(text: str, code: list[str]) -> None:
    assert codes(text, select="TIM22") == code


@pytest.mark.parametrize(
    "second",
    [
        "His envoy met officials in Tokyo on Monday.",
        "An envoy of President Laura Chinchilla met officials in Tokyo on Monday.",
        "On Monday night President Laura Chinchilla flew to Tokyo.",
    ],
)
def test_who_is_stood_in_for_or_sets_out_is_not_there(second: str) -> None:
    first = "President Laura Chinchilla met senators in Lima on Monday. "
    assert codes(first + second, select="TIM2", date="2024-06-05") == []
    there = first + "President Laura Chinchilla met officials in Tokyo on Monday."
    assert codes(there, select="TIM2", date="2024-06-05") != []
