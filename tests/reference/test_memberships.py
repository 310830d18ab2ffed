"""Who belonged to what on a day."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from detente.reference.memberships import Membership, is_member, members, membership, memberships
from detente.reference.organisations import organisation
from detente.reference.states import state


@pytest.mark.parametrize(
    ("body", "day", "count"),
    [
        ("org:NATO", "1949-12-31", 12),
        ("org:NATO", "2003-12-31", 19),
        ("org:NATO", "2024-12-31", 32),
        ("org:EU", "2003-12-31", 15),
        ("org:EU", "2020-01-31", 28),
        ("org:EU", "2020-02-01", 27),
        ("org:OSCE", "2024-12-31", 57),
        ("org:AfricanUnion", "2024-12-31", 55),
        ("org:ArabLeague", "2024-12-31", 22),
        ("org:OPEC", "2024-12-31", 12),
        ("org:ASEAN", "2024-12-31", 10),
        ("org:SCO", "2024-12-31", 10),
        ("org:CSTO", "2024-12-31", 6),
        ("org:G7", "2024-12-31", 7),
        ("org:G20", "2024-12-31", 21),
        ("org:BRICS", "2015-12-31", 5),
        ("org:BRICS", "2025-12-31", 10),
        ("org:UNSC", "2024-12-31", 5),
        ("org:GCC", "2024-12-31", 6),
    ],
)
def test_how_many_members(body: str, day: str, count: int) -> None:
    assert len(members(body, date.fromisoformat(day))) == count


def test_joining_leaving_and_suspension() -> None:
    assert is_member("org:NATO", "SWE", date(2024, 3, 6)) == "no"
    assert is_member("org:NATO", "state:SWE", date(2024, 3, 7)) == "yes"
    assert is_member("org:EU", "GBR", date(2019, 6, 1)) == "yes"
    assert is_member("org:EU", "GBR", date(2021, 6, 1)) == "no"
    assert is_member("org:NATO", "UKR", date(2023, 6, 1)) == "no"
    syria = membership("org:ArabLeague", "SYR", date(2015, 1, 1))
    assert syria is not None
    assert syria.status == "suspended"
    assert is_member("org:BRICS", "SAU", date(2025, 1, 1)) == "no"


def test_what_the_table_cannot_know_is_unknown() -> None:
    assert is_member("org:FIFA", "FRA", date(2020, 1, 1)) == "unknown"
    assert is_member("org:NATO", "FRA", date(2090, 1, 1)) == "unknown"


def test_rows_name_what_other_tables_know_and_do_not_lap_over() -> None:
    pairs: dict[tuple[str, str], list[Membership]] = defaultdict(list)
    for m in memberships():
        assert organisation(m.organisation) is not None, m
        known = organisation(m.member) if m.member.startswith("org:") else state(m.member)
        assert known is not None, m
        assert m.end is None or m.start <= m.end, m
        pairs[m.organisation, m.member].append(m)
    for rows in pairs.values():
        rows.sort(key=lambda m: m.start)
        for one, other in pairwise(rows):
            assert one.end is not None
            assert one.end <= other.start, (one, other)


def test_the_factbook_agrees_where_it_is_up_to_date(shared: Path) -> None:
    ours = {"NATO": "org:NATO", "ASEAN": "org:ASEAN", "CSTO": "org:CSTO", "GCC": "org:GCC"}
    found: dict[str, set[str]] = defaultdict(set)
    with (shared / "data/reference/io_membership.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["organisation"] in ours and row["status"] == "member" and row["iso3"]:
                found[ours[row["organisation"]]].add(row["iso3"])
    for body, codes in found.items():
        assert codes <= set(members(body, date(2025, 12, 31))), body
