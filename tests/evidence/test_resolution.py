from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.times.resolution import Relative, add, around, month_days, part_of, resolve
from tests.evidence.times_of import TODAY, days, times

# Seen from Wednesday 15 May 2024.
RESOLVED = [
    ("It was signed on 4 May 2020.", ["2020-05-04"]),
    ("It was signed in March 2020.", ["2020-03-01..2020-03-31"]),
    ("It was signed in 2020.", ["2020-01-01..2020-12-31"]),
    ("It ran in the 1990s.", ["1990-01-01..1999-12-31"]),
    ("It ran in the mid-1990s.", ["1994-01-01..1996-12-31"]),
    ("It ran in the 20th century.", ["1901-01-01..2000-12-31"]),
    ("It fell in early 2022.", ["2022-01-01..2022-04-30"]),
    ("It ends by the end of 2025.", ["2025-12-01..2025-12-31"]),
    ("It began at the start of May 2023.", ["2023-05-01..2023-05-07"]),
    ("It ran in the winter of 1951–52.", ["1951-12-01..1952-02-29"]),
    ("It ran in the third quarter of 2023.", ["2023-07-01..2023-09-30"]),
    ("It ran in the second half of last year.", ["2023-07-01..2023-12-31"]),
    ("It ran for the last three months of 2021.", ["2021-10-01..2021-12-31"]),
    ("It ran in the first week of May 2023.", ["2023-05-01..2023-05-07"]),
    ("It ran from 20 December to 5 January 2024.", ["2023-12-20..2024-01-05"]),
    ("It ran from May 3 to June 2, 2023.", ["2023-05-03..2023-06-02"]),
    ("It ran from November 2022 to May 2023.", ["2022-11-01..2023-05-31"]),
    # relative to the day
    ("They met yesterday.", ["2024-05-14"]),
    ("They met the day before yesterday.", ["2024-05-13"]),
    ("They met last week.", ["2024-05-06..2024-05-12"]),
    ("They meet later this week.", ["2024-05-15..2024-05-19"]),
    ("They met earlier this month.", ["2024-05-01..2024-05-15"]),
    ("They meet next month.", ["2024-06-01..2024-06-30"]),
    ("They met late last year.", ["2023-09-01..2023-12-31"]),
    ("They met three days ago.", ["2024-05-12"]),
    ("They met two weeks ago.", ["2024-04-29..2024-05-05"]),
    ("They met six months ago.", ["2023-11-01..2023-11-30"]),
    ("They met 60 years ago.", ["1964-01-01..1964-12-31"]),
    ("They will meet in two weeks.", ["2024-05-27..2024-06-02"]),
    ("They fell over the last three years.", ["2021-05-15..2024-05-15"]),
    ("They will talk in the next ten days.", ["2024-05-15..2024-05-25"]),
    ("They met last weekend.", ["2024-05-11..2024-05-12"]),
    ("They met last spring.", ["2023-03-01..2023-05-31"]),
    ("They meet next winter.", ["2024-12-01..2025-02-28"]),
    ("They met last April.", ["2024-04-01..2024-04-30"]),
    ("They met last May.", ["2023-05-01..2023-05-31"]),
    # by the tense of the clause
    ("They met on Monday.", ["2024-05-13"]),
    ("They met on Friday.", ["2024-05-10"]),
    ("They met on Wednesday.", ["2024-05-15"]),
    ("They will meet on Friday.", ["2024-05-17"]),
    ("They will meet on Monday.", ["2024-05-20"]),
    ("She said on Monday that she will fly on Tuesday.", ["2024-05-13", "2024-05-21"]),
    ("Speaking on Tuesday, she praised the plan.", ["2024-05-14"]),
    ("The summit, scheduled for Sunday, is in Lima.", ["2024-05-19"]),
    ("The talks, which opened on Sunday, will end on Saturday.", ["2024-05-12", "2024-05-18"]),
    ("They met last Monday and next Tuesday they fly.", ["2024-05-13", "2024-05-21"]),
    ("Talks on Friday.", ["2024-05-17"]),
    ("Talks on Sunday.", ["2024-05-12"]),
    ("They met in December.", ["2023-12-01..2023-12-31"]),
    ("They will meet in December.", ["2024-12-01..2024-12-31"]),
    ("They met on 20 May.", ["2023-05-20"]),
    ("They will meet on May 10.", ["2025-05-10"]),
    ("They met from Monday to Tuesday.", ["2024-05-13..2024-05-14"]),
    ("They met on May 4-5.", ["2024-05-04..2024-05-05"]),
    ("They go unless it is freed by 20 May.", ["2024-05-20"]),
    ("They go unless it was freed by 20 May.", ["2024-05-20"]),
    ("They had gone by 2 May.", ["2024-05-02"]),
    ("They had promised to go by 2 May.", ["2024-05-02"]),
    ("They were told to go by Friday.", ["2024-05-17"]),
    ("He set a deadline of 3 June.", ["2024-06-03"]),
    ("The truce was extended until 1 February.", ["2025-02-01"]),
    ("He was envoy until 1 February.", ["2024-02-01"]),
    ("They imposed a levy effective 20 May.", ["2024-05-20"]),
    ("The visit, originally planned for 12 May, was put off.", ["2024-05-12"]),
    ("The pact expires on 1 December.", ["2024-12-01"]),
    ("The summit will be held on 3-4 July.", ["2024-07-03..2024-07-04"]),
    ("The deadline passed on 2 May.", ["2024-05-02"]),
    ("LIMA, May 16 (Wire) - It rained.", ["2024-05-16"]),
    ("They will meet in the second half of June.", ["2024-06-16..2024-06-30"]),
    ("They met in the first half of May 2023.", ["2023-05-01..2023-05-15"]),
    # open
    ("Talks on 1 December.", [None]),
    ("Three days later they met.", [None]),
    ("The following day they met.", [None]),
    ("Over the next ten days they met.", [None]),
    ("They met in recent weeks.", [None]),
    ("They met over the weekend.", [None]),
    ("The budget of FY 2025 grew.", [None]),
    ("They met for three years.", []),
    ("They will report within ten days.", ["2024-05-15..2024-05-25"]),
    ("They met two days after the vote.", [None]),
]


@pytest.mark.parametrize(("text", "answer"), RESOLVED)
def test_a_time_is_set_on_the_calendar(text: str, answer: list[str | None]) -> None:
    assert days(text) == answer


def test_without_a_day_only_the_calendar_resolves() -> None:
    text = "On Monday, last week and in May they met; on 4 May 2020 and in 2021 they met too."
    assert days(text, None) == [None, None, None, "2020-05-04", "2021-01-01..2021-12-31"]


def test_a_story_of_another_year_keeps_its_bare_dates() -> None:
    text = "The pact was signed on June 2, 1921. On July 9 a second one followed."
    assert days(text) == ["1921-06-02", "1921-07-09"]
    assert [t.rule for t in times(text)] == [
        "time_expressions.date",
        "time_expressions.year_of_story",
    ]
    assert days(text, None) == ["1921-06-02", "1921-07-09"]


def test_a_second_year_in_between_leaves_a_bare_date_open() -> None:
    text = "The pact was signed on June 2, 1921. The 1907 accord stood. On July 9 it fell."
    assert days(text) == ["1921-06-02", "1907-01-01..1907-12-31", None]


def test_a_date_that_names_a_thing_is_no_place_in_the_story() -> None:
    text = "They want the 3 March 1921 borders. On April 30 they spoke."
    assert days(text) == ["1921-03-03", None]


def test_a_report_of_the_year_resolves_by_its_own_day() -> None:
    text = "It was signed on 5 March 2024. On April 11 it was ratified."
    assert days(text) == ["2024-03-05", "2024-04-11"]


def test_confidence_says_what_a_resolution_rests_on() -> None:
    (exact,), (tense,), (near,) = (
        times(text) for text in ("It ended on 4 May 2020.", "They met on Monday.", "Talks Friday.")
    )
    assert (exact.confidence, tense.confidence, near.confidence) == ("high", "medium", "low")


@given(st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)), st.integers(-200000, 200000))
def test_any_shift_resolves_or_stays_open(today: dt.date, by: int) -> None:
    for unit in ("D", "W", "WE", "2W", "M", "Q", "Y", "10Y", "C"):
        found = resolve(Relative("shift", unit, by), today, None)
        if found is not None:
            assert dt.date.fromisoformat(found.first) <= dt.date.fromisoformat(found.last)


@given(st.dates(dt.date(1000, 1, 1), dt.date(3000, 12, 31)), st.integers(0, 500))
def test_whole_units_hold_the_day_and_follow_on(day: dt.date, by: int) -> None:
    for unit in ("W", "M", "Q", "Y"):
        (first, last), _ = around(day, unit)
        assert first <= day <= last
        assert around(add(day, unit, by), unit)[0][0] >= first
        assert around(last + dt.timedelta(days=1), unit)[0][0] == last + dt.timedelta(days=1)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_early_mid_and_late_share_out_a_month(year: int, month: int) -> None:
    whole = month_days(year, month)
    early, mid, late = (part_of(whole, p, "month")[0] for p in ("early", "mid", "late"))
    day = dt.timedelta(days=1)
    assert early[0] == whole[0]
    assert late[1] == whole[1]
    assert early[1] + day == mid[0]
    assert mid[1] + day == late[0]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_with_a_tense_is_within_a_week_on_its_side(day: dt.date, weekday: int) -> None:
    relative = Relative("weekday", number=weekday)
    past, future = resolve(relative, day, "past"), resolve(relative, day, "future")
    assert past is not None
    assert future is not None
    back = (day - dt.date.fromisoformat(past.first)).days
    ahead = (dt.date.fromisoformat(future.first) - day).days
    assert 0 <= back < 7
    assert 0 <= ahead < 7
    assert dt.date.fromisoformat(past.first).weekday() == weekday
    assert resolve(relative, day, "mixed") is None


def test_the_day_of_the_table_is_a_wednesday() -> None:
    assert TODAY.weekday() == 2
