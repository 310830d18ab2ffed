from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.checks.dates.lengths import find_lengths
from detente.checks.dates.ordinals import find_counted
from detente.checks.dates.ranges import find_ranges
from detente.checks.dates.stated import find_dates
from tests.checks.several_texts import codes, findings

DAYS = st.dates(min_value=dt.date(1924, 1, 1), max_value=dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "day", "month", "year", "weekday", "last"),
    [
        ("on Tuesday, 4 March 2025", 4, 3, 2025, 1, None),
        ("on March 4, 2025", 4, 3, 2025, None, None),
        ("the 3rd of May", 3, 5, None, None, None),
        ("3 May (a Friday)", 3, 5, None, 4, None),
        ("Sept. 5–7, 1978", 5, 9, 1978, None, 7),
        ("2024-05-31", 31, 5, 2024, None, None),
        ("Monday evening, 3 March 2024", 3, 3, 2024, 0, None),
    ],
)
def test_dates_in_many_forms(
    text: str, day: int, month: int, year: int | None, weekday: int | None, last: int | None
) -> None:
    (found,) = find_dates(text)
    assert (found.day, found.month, found.year) == (day, month, year)
    assert (found.weekday, found.last_day) == (weekday, last)


@pytest.mark.parametrize("text", ["March 3.5 percent", "$4 May", "version 1.2 March", "May 2024"])
def test_what_is_no_date(text: str) -> None:
    assert not list(find_dates(text))


@given(DAYS)
def test_a_date_with_its_own_weekday_is_never_a_finding(day: dt.date) -> None:
    name = calendar.day_name[day.weekday()]
    month = calendar.month_name[day.month]
    (found,) = find_dates(f"They met on {name}, {day.day} {month} {day.year}.")
    assert found.date == day
    assert found.weekday == day.weekday()
    assert found.exists


def test_a_date_without_a_year_is_the_nearest() -> None:
    (found,) = find_dates("on January 3")
    assert found.nearest_to(dt.date(2023, 12, 20)) == dt.date(2024, 1, 3)
    (leap,) = find_dates("on 29 February")
    assert leap.nearest_to(dt.date(2023, 3, 1)) == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("March 23-25, 2025", dt.date(2025, 3, 23), dt.date(2025, 3, 25)),
        ("from 12 May to 3 June 2024", dt.date(2024, 5, 12), dt.date(2024, 6, 3)),
        ("from 28 December to 3 January 2024", dt.date(2023, 12, 28), dt.date(2024, 1, 3)),
        ("between 2015 and 2019", dt.date(2015, 1, 1), dt.date(2019, 12, 31)),
    ],
)
def test_ranges_borrow_the_year_they_lack(text: str, first: dt.date, last: dt.date) -> None:
    (found,) = find_ranges(text, list(find_dates(text)), None)
    assert (found.first, found.last) == (first, last)
    assert not found.backwards


@given(DAYS, st.integers(0, 60))
def test_only_a_range_with_its_ends_exchanged_runs_backwards(day: dt.date, length: int) -> None:
    end = day + dt.timedelta(days=length)
    for one, two in ((day, end), (end, day)):
        text = f"from {one.day} {calendar.month_name[one.month]} {one.year} to {two.day} " + (
            f"{calendar.month_name[two.month]} {two.year}"
        )
        (found,) = find_ranges(text, list(find_dates(text)), None)
        assert found.backwards == (two < one)


def test_lengths_in_words_and_figures() -> None:
    found = [(n.count, n.unit, n.adjective) for n in find_lengths("a two-day visit after 3 weeks")]
    assert found == [(2.0, "day", True), (3.0, "week", False)]
    assert not list(find_lengths("a five-year-old plan"))


def test_a_count_of_years_is_true_for_a_year_and_at_its_edge_for_weeks() -> None:
    begun = dt.date(2023, 4, 15)
    within, entering = (
        next(find_counted(t, 0, len(t))).window(begun)
        for t in ("the war is in its third year", "the war is entering its third year")
    )
    assert within[0] < dt.date(2025, 4, 15) < dt.date(2026, 4, 1) < within[1]
    assert entering[0] < dt.date(2025, 4, 15) < entering[1]
    assert (entering[1] - entering[0]).days == 150


def test_the_finding_says_what_day_it_was() -> None:
    (found,) = findings("They met on Friday, 6 March 2024.", select="TIM201")
    assert found.severity == "error"
    assert "6 March 2024 is a Wednesday" in found.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("They signed it on 31 November 2022.", ["TIM202"]),
        ("They signed it on 30 November 2022.", []),
        ("They spoke on 29 February.", []),
        ("They spoke on 30 February.", ["TIM202"]),
        ("In May 31 envoys came.", []),
        ("In June 31 envoys came.", []),
    ],
)
def test_days_that_no_month_has(text: str, code: list[str]) -> None:
    assert codes(text, select="TIM202") == code


def test_julian_days_are_left_alone() -> None:
    assert codes("They met on Friday, 7 November 1917.", select="TIM201") == []


def test_a_count_is_held_against_the_offices_where_there_is_no_day() -> None:
    text = (
        "French President François Hollande met reporters in Paris on Monday. "
        "The war in Sudan, entering its third year, was on everybody’s mind."
    )
    (found,) = findings(text, select="TIM231")
    assert "Hollande" in found.reason
    assert codes(text.replace("François Hollande", "Emmanuel Macron"), select="TIM231") == []
