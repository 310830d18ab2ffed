"""Users' own rows win over ours, and a cell that does not fit is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.reference.office_facts import read_facts, with_facts
from detente.reference.offices import offices


def write(folder: Path, *lines: str, header: str = "person,body,office,start,end") -> Path:
    path = folder / "facts.csv"
    path.write_text("\n".join((header, *lines)) + "\n", "utf-8")
    return path


def test_a_row_of_the_user_takes_the_place_of_ours(tmp_path: Path) -> None:
    path = write(tmp_path, "Ada Example,France,President,2025-06-01,")
    table = with_facts(offices(), path)
    assert [
        (t.person, t.held_on(date(2025, 7, 1)))
        for t in table.holders("FRA", "president", date(2025, 7, 1))
    ] == [("Ada Example", "yes")]
    assert [t.person for t in table.holders("FRA", "president", date(2025, 5, 1))] == [
        "Emmanuel Macron"
    ]
    # Without an as_of the user vouches for the term to this day.
    (term,) = table.holders("FRA", "president", date(2030, 1, 1))
    assert term.held_on(date(2030, 1, 1)) == "yes"
    assert [p.name for p in table.find("Example")] == ["Ada Example"]
    assert len(offices().find("Example")) == 0


def test_a_row_in_the_middle_leaves_both_ends_of_ours(tmp_path: Path) -> None:
    path = write(tmp_path, "Bo Sample,DEU,chancellor,2010-01-01,2010-12-31")
    held = {
        day: [t.person for t in with_facts(offices(), path).holders("DEU", "chancellor", day)]
        for day in (date(2009, 12, 1), date(2010, 6, 1), date(2011, 1, 1))
    }
    assert list(held.values()) == [["Angela Merkel"], ["Bo Sample"], ["Angela Merkel"]]


def test_bodies_and_offices_by_usual_names_and_days_of_less_precision(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "Ada Example,NATO,Secretary General,2031-02,2033",
        "Bo Sample,org:EU,high-representative,2031,",
        "Cy Muster,UK,Foreign Secretary,2031-02-03,",
    )
    ada, bo, cy = read_facts(path)
    assert (ada.body, ada.office, ada.precision) == ("org:NATO", "secretary-general", "year")
    assert ada.held_on(date(2031, 2, 10)) == "unknown"
    assert ada.held_on(date(2032, 2, 10)) == "yes"
    assert ada.held_on(date(2034, 1, 1)) == "no"
    assert (bo.body, bo.title) == ("org:EU", "high-representative")
    assert (cy.body, cy.office) == ("GBR", "foreign-minister")
    assert cy.source == "facts.csv, line 4"


def test_an_as_of_limits_what_the_user_vouches_for(tmp_path: Path) -> None:
    header = "person,body,office,start,end,as_of,status,aliases,wikidata"
    path = write(
        tmp_path,
        "Ada Example,FRA,president,2025-06-01,,2025-09-30,acting,A. Example|Exampel,Q1",
        header=header,
    )
    (term,) = read_facts(path)
    assert (term.status, term.aliases, term.who) == ("acting", ("A. Example", "Exampel"), "Q1")
    assert term.held_on(date(2025, 9, 30)) == "yes"
    assert term.held_on(date(2025, 10, 1)) == "unknown"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Ada,Atlantis,President,2025-01-01,", r"line 2, column body: 'Atlantis'.*France, FRA"),
        ("Ada,FRA,Grand Vizier!,2025-01-01,", r"line 2, column office: 'Grand Vizier!'.*title"),
        ("Ada,FRA,President,1 June,", r"line 2, column start: '1 June'.*2024-06-30"),
        ("Ada,FRA,President,2025-06-31,", r"column start: '2025-06-31'"),
        ("Ada,FRA,President,,", r"column start: ''"),
        ("Ada,FRA,President,2025-06-01,2024-01-01", r"column end: '2024-01-01'.*2025-06-01"),
        (",FRA,President,2025-06-01,", r"column person: ''"),
        ("Ada,FRA,President,2025-06-01,,more", r"line 2: more cells than columns"),
        ('Ada,"FRA,President,2025-06-01,', r"line \d: not a CSV file"),
    ],
)
def test_a_wrong_cell_is_named(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_facts(write(tmp_path, line))


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("person,body,start", r"line 1: no column 'office'.*person, body, office, start"),
        ("person,body,office,start,colour", r"line 1: unknown column 'colour'"),
        ("", r"line 1: no column 'person'"),
    ],
)
def test_a_wrong_header_is_named(tmp_path: Path, header: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_facts(write(tmp_path, header=header))


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_facts(tmp_path / "none.csv")
    (tmp_path / "odd.csv").write_bytes(b"person\xff")
    with pytest.raises(InputError, match="not UTF-8"):
        read_facts(tmp_path / "odd.csv")


def test_blank_lines_and_a_mark_of_byte_order_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text(
        "\ufeffperson,body,office,start\n\nAda Example,FRA,President,2031\n,,,\n", "utf-8"
    )
    assert [t.person for t in read_facts(path)] == ["Ada Example"]
