"""Title, publisher, dateline and date, only where stated."""

from __future__ import annotations

import datetime as dt

import pytest

from detente.documents import Document, from_bytes
from detente.documents.dates import date_at

BODY = "The ministers met in the old town hall and agreed to talk again on 5 June 2020."


def read(*lines: str) -> Document:
    return from_bytes("a.txt", "\n\n".join(["Ministers meet again", *lines]).encode())


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("4 May 2024", dt.date(2024, 5, 4)),
        ("4th May, 2024", dt.date(2024, 5, 4)),
        ("May 4, 2024", dt.date(2024, 5, 4)),
        ("Sat., Sept. 7, 2024", dt.date(2024, 9, 7)),
        ("2024-05-04", dt.date(2024, 5, 4)),
        ("2024-05-04T10:30:00Z", dt.date(2024, 5, 4)),
        ("2024/05/04", dt.date(2024, 5, 4)),
        ("04.05.2024", dt.date(2024, 5, 4)),
        ("25/12/2024", dt.date(2024, 12, 25)),
        ("12/25/2024", dt.date(2024, 12, 25)),
        ("05/05/2024", dt.date(2024, 5, 5)),
        ("3. Mai 2024", dt.date(2024, 5, 3)),
        ("1er mars 2024", dt.date(2024, 3, 1)),
        ("3 de mayo de 2024", dt.date(2024, 5, 3)),
        ("3 марта 2024", dt.date(2024, 3, 3)),
        ("3 травня 2024", dt.date(2024, 5, 3)),
    ],
)
def test_dates_as_written(words: str, date: dt.date) -> None:
    found = date_at(words)
    assert found is not None
    assert (found.date, found.problem) == (date, None)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("03/04/2024", "day/month or month/day"),
        ("March 3", "no year"),
        ("31 June 2024", "not in the calendar"),
        ("30.02.2024", "not in the calendar"),
    ],
)
def test_dates_that_stay_open(words: str, problem: str) -> None:
    found = date_at(words)
    assert found is not None
    assert found.date is None
    assert found.problem is not None
    assert problem in found.problem


def test_wrong_weekday_is_reported() -> None:
    found = date_at("Monday, May 5, 2024")
    assert found is not None
    assert found.date == dt.date(2024, 5, 5)
    assert found.problem is not None
    assert "Sunday" in found.problem


@pytest.mark.parametrize(
    "words", ["Maybe 4", "Marching 2024", "4 Mayors", "2024", "1,234", "v1.2.2024x"]
)
def test_no_date(words: str) -> None:
    assert date_at(words) is None


@pytest.mark.parametrize(
    ("opening", "dateline", "publisher", "date"),
    [
        ("PORT SAL, March 3, 2024 (River Agency) — ", "PORT SAL, March 3, 2024 (River Agency)",
         "River Agency", dt.date(2024, 3, 3)),
        ("PORT SAL, 3 March 2024 (AFP) - ", "PORT SAL, 3 March 2024 (AFP)", "AFP",
         dt.date(2024, 3, 3)),
        ("Port Sal, Meridia, 4 May 2024 – ", "Port Sal, Meridia, 4 May 2024", None,
         dt.date(2024, 5, 4)),
        ("PORT SAL (AP) -- ", "PORT SAL (AP)", "AP", None),
        ("PORT SAL/VEREN — ", "PORT SAL/VEREN", None, None),
        ("Geneva (Reuters) — ", "Geneva (Reuters)", "Reuters", None),
        ("(Reuters) - ", "(Reuters)", "Reuters", None),
        ("ПОРТ-САЛ, 3 марта 2024 (ТАСС) — ", "ПОРТ-САЛ, 3 марта 2024 (ТАСС)", "ТАСС",
         dt.date(2024, 3, 3)),
    ],
)  # fmt: skip
def test_dateline_before_the_first_sentence(
    opening: str, dateline: str, publisher: str | None, date: dt.date | None
) -> None:
    document = read(opening + BODY, BODY)
    assert (document.dateline, document.publisher) == (dateline, publisher)
    assert document.date == date
    assert document.date_basis == (None if date is None else "dateline")


@pytest.mark.parametrize(
    "opening",
    [
        "Silva (Labour) – “Well,” she said. ",
        "NATO — an alliance of thirty-two states — met. ",
        "On 4 May 2024 – The day of the vote – nobody spoke. ",
        "The minister, on 4 May 2024 — A Friday — said no. ",
        "Silva — The minister — said so. ",
    ],
)
def test_a_dash_in_prose_makes_no_dateline(opening: str) -> None:
    document = read(opening + BODY)
    assert (document.dateline, document.date) == (None, None)


@pytest.mark.parametrize(
    ("line", "date", "basis"),
    [
        ("Published 4 May 2024", dt.date(2024, 5, 4), "published line"),
        ("Published on: May 4, 2024 at 10:30 GMT", dt.date(2024, 5, 4), "published line"),
        ("Veröffentlicht am 4. Mai 2024", dt.date(2024, 5, 4), "published line"),
        ("2024-05-04", dt.date(2024, 5, 4), "date line"),
        ("Saturday, May 4, 2024", dt.date(2024, 5, 4), "date line"),
        ("Updated 6 May 2024", dt.date(2024, 5, 6), "updated line"),
        ("By Ana Silva, 4 May 2024", dt.date(2024, 5, 4), "byline"),
        ("The Harbour Post, 4 May 2024", dt.date(2024, 5, 4), "byline"),
        ("Geneva, 4 May 2024", dt.date(2024, 5, 4), "dateline"),
        ("Port Sal, Meridia, 4 May 2024", dt.date(2024, 5, 4), "dateline"),
        ("Ana Silva, 4 May 2024", dt.date(2024, 5, 4), "date line"),
        ("Version 3, 4 May 2024", dt.date(2024, 5, 4), "date line"),
    ],
)
def test_date_on_a_line_above_the_text(line: str, date: dt.date, basis: str) -> None:
    document = read(line, BODY)
    assert (document.date, document.date_basis) == (date, basis)


def test_publication_beats_update_in_any_order() -> None:
    document = read("Updated 6 May 2024", "Published 4 May 2024", BODY)
    assert document.date == dt.date(2024, 5, 4)
    assert document.warnings == ()


def test_publisher_and_place_on_a_line() -> None:
    assert read("The Harbour Post, 4 May 2024", BODY).publisher == "The Harbour Post"
    assert read("Geneva, 4 May 2024", BODY).dateline == "Geneva, 4 May 2024"
    assert read("Ana Silva, 4 May 2024", BODY).dateline is None


def test_date_in_prose_is_not_the_documents() -> None:
    document = read(BODY, "On 4 May 2024 they met.", "4 May 2024 was a Saturday.", BODY)
    assert (document.date, document.date_basis, document.warnings) == (None, None, ())


def test_date_line_between_paragraphs_is_not_the_documents() -> None:
    assert read(BODY, "4 May 2024", BODY).date is None


def test_date_line_below_the_text_counts() -> None:
    assert read(BODY, "4 May 2024").date == dt.date(2024, 5, 4)


def test_date_in_the_title_is_not_the_documents() -> None:
    document = from_bytes("a.txt", f"Ministers meet, 4 May 2024\n\n{BODY}".encode())
    assert (document.title, document.date) == ("Ministers meet, 4 May 2024", None)
    document = from_bytes("a.txt", f"How the talks of 4 May 2024 failed\n\n{BODY}".encode())
    assert document.date is None


def test_day_and_month_that_could_be_swapped() -> None:
    document = read("Published 03/04/2024", BODY)
    assert document.date is None
    assert any("03/04/2024" in w and "--date" in w for w in document.warnings)


def test_missing_year_is_told_unless_stated_elsewhere() -> None:
    opening = "PORT SAL, March 3 (AFP) — " + BODY
    assert any("no year" in w for w in read(opening).warnings)
    both = read("Published 3 March 2024", opening)
    assert both.date == dt.date(2024, 3, 3)
    assert both.warnings == ()


def test_two_dates_at_odds_are_told() -> None:
    document = read("Published 9 March 2024", "PORT SAL, March 3, 2024 (AFP) — " + BODY)
    assert document.date == dt.date(2024, 3, 9)
    assert any("two dates" in w for w in document.warnings)


def test_title_is_the_first_heading() -> None:
    assert read(BODY).title == "Ministers meet again"
    assert from_bytes("a.txt", BODY.encode()).title is None
