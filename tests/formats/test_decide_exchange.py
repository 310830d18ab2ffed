from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import BadCase, InputError
from detente.formats.actors_on_issues import table_of
from detente.formats.decide_exchange import DecideExchange

TEXT = """#O	Two lakes
#/	a remark
#A	North	The north
#A	South	South
#P	Level	Level of the lake
#P	Fish	Fish quota	per year
#M	Fish	2
#M	Fish	12
#D	North	Level	10	0.9	0.26
#D	South	Level	100	0.5	0.025
#D	North	Fish	3.5	1	0.26
"""


def put(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "lakes.csv"
    path.write_text(text)
    return path


def test_records_become_a_case(tmp_path: Path) -> None:
    path = put(tmp_path, TEXT)
    assert DecideExchange.sniff(path)
    case = DecideExchange.load(path)
    assert case.title == "Two lakes"
    assert [(p.id, p.name) for p in case.parties] == [("North", "The north"), ("South", "South")]
    assert [p.influence.value for p in case.parties if p.influence] == [26, 2.5]
    fish = case.issues[1]
    assert (fish.low_value, fish.high_value, fish.note) == (2, 12, "per year")
    assert len(case.positions) == 3
    assert case.positions[1].at is not None
    assert case.positions[1].at.value == 15


def test_quoted_cells(tmp_path: Path) -> None:
    lines = ["\t".join(f"'{w}'" for w in line.split("\t")) for line in TEXT.splitlines()]
    quoted = DecideExchange.load(put(tmp_path, "\n".join(lines)))
    assert quoted == DecideExchange.load(put(tmp_path, TEXT))


def test_records_go_out_and_come_back(tmp_path: Path) -> None:
    whole = TEXT + "#D	South	Fish	12	0.25	0.025\n"
    case = DecideExchange.load(put(tmp_path, whole))
    DecideExchange.save(case, tmp_path / "lakes.csv")
    back = DecideExchange.load(tmp_path / "lakes.csv")
    assert table_of(back).actors == table_of(case).actors
    assert [i.high_value for i in back.issues] == [None, 12]


def test_every_fault_at_once(tmp_path: Path) -> None:
    more = "\n".join(
        [
            "#D\tWest\tLevel\t1\t1\t1",
            "#D\tSouth\tSand\t1\t1\t0.025",
            "#D\tSouth\tFish\t1\t0.5\t-1",
            "#D\tNorth\tFish\t3\t1\t0.26",
            "#M\tLevel\t5",
            "#X\twhat",
            "#A\tNorth\tagain",
            "#D\tSouth\tFish\tx\t1\t1",
        ]
    )
    with pytest.raises(BadCase) as caught:
        DecideExchange.load(put(tmp_path, TEXT + more))
    found = "\n".join(caught.value.faults)
    for words in (
        "line 12: no #A record names the actor 'West'",
        "line 13: no #P record names the issue 'Sand'",
        "South has several powers: 0.025 (line 10), -1 (line 14); a party has one",
        "line 15: North has a position on Fish already",
        "the scale of Level needs two different ends",
        "line 17: '#X' is no kind of record",
        "line 18: the actor North stands in the file already",
        "line 19: the position is 'x'",
        "South on Fish: a position lies between 2 and 12, not 1",
    ):
        assert words in found, (words, found)


def test_other_text(tmp_path: Path) -> None:
    path = put(tmp_path, "a\tb\n")
    assert not DecideExchange.sniff(path)
    with pytest.raises(InputError, match="no #A records"):
        DecideExchange.load(path)


def test_planted_errors_are_found(shared: Path) -> None:
    folder = shared / "data/pressure/decide_exchange"
    with pytest.raises(BadCase) as caught:
        DecideExchange.load(folder / "copenhagen_with_errors.csv")
    found = "\n".join(caught.value.faults)
    assert "China India has several powers: 0.247 (line 33), -0.247 (line 87)" in found
    assert "Russia on Control: a position lies between 0 and 100, not 160" in found
