from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from detente.case.case import Case
from detente.errors import BadCase, InputError, UnsuitableCase
from detente.formats.actors_on_issues import table_of
from detente.formats.position_salience_capability import PositionSalienceCapability as Table
from detente.formats.scales import (
    Scale,
    factor_in,
    factor_words,
    scale_of_places,
    scale_of_power,
)

TEXT = "Actor,Capability,Position,Salience\nNorland,0.08,4,0.8\nSuland,0.16,10,0.65\n"


def put(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sea_border.csv"
    path.write_bytes(text.encode())
    return path


def numbers(path: Path) -> list[tuple[str, float, float, float]]:
    """Name, capability, position and salience of every row as the case gives them back."""
    table = table_of(Table.load(path))
    return [(a.name, a.power, a.on[0][0], a.on[0][1]) for a in table.actors]


def test_numbers_are_scaled_and_say_how(tmp_path: Path) -> None:
    case = Table.load(put(tmp_path, TEXT))
    assert [p.influence.value for p in case.parties if p.influence] == [8, 16]
    assert [(p.at.value, p.salience.value) for p in case.positions if p.at and p.salience] == [
        (0, 80),
        (100, 65),
    ]
    issue = case.issues[0]
    assert (issue.id, issue.low_value, issue.high_value) == ("sea-border", 4, 10)
    assert case.evidence[0].note == "influence = capability x 100; salience = salience x 100."
    assert case.evidence[0].title == "sea_border.csv"
    assert all(p.evidence == ("file",) for p in case.positions)
    assert numbers(tmp_path / "sea_border.csv") == [
        ("Norland", 0.08, 4, 0.8),
        ("Suland", 0.16, 10, 0.65),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "header",
    [
        "Stakeholder,Resources,Position,Salience",
        "name;capabilities;position;salience",
        "\ufeffACTOR\tPower\tPOSITION\tSalience",
    ],
)
def test_line_ends_headings_and_separators(tmp_path: Path, end: str, header: str) -> None:
    comma = next(c for c in "\t;," if c in header)
    rows = [["Norland", "80", "25", "50"], ["Suland", "20", "100", "90"]]
    path = put(tmp_path, end.join([header, *(comma.join(row) for row in rows)]))
    assert Table.sniff(path)
    assert numbers(path) == [("Norland", 80, 25, 50), ("Suland", 20, 100, 90)]


def test_other_columns_and_empty_cells(tmp_path: Path) -> None:
    text = 'name,position,capabilities,salience,resolve\n"Norland, north",0.2,,0.9,0.8\nB,0.4,1,,\n'
    case = Table.load(put(tmp_path, text))
    assert case.parties[0].name == "Norland, north"
    assert case.parties[0].influence is None
    assert case.parties[0].note == "resolve: 0.8"
    assert case.positions[1].salience is None
    with pytest.raises(UnsuitableCase, match="the influence of norland-north"):
        Table.save(case, tmp_path / "out.csv")


def test_every_bad_row_at_once(tmp_path: Path) -> None:
    text = TEXT + "Ostia,-1,5,0.5\nOstia,1,5,0.5\nWest,1,x,0.5\n,1,1,1\nEast,1,2,1,9\nAst,1,2,nan\n"
    with pytest.raises(BadCase) as caught:
        Table.load(put(tmp_path, text))
    found = "\n".join(caught.value.faults)
    for words in ("line 6: Position is 'x'", "line 7: no Actor", "line 8: 5 cells", "line 9"):
        assert words in found
    text = TEXT + "Ostia,-1,5,0.5\nOstia,1,5,0.5\n"
    with pytest.raises(BadCase) as caught:
        Table.load(put(tmp_path, text))
    assert caught.value.faults == (
        "line 4: Ostia: capability must not be below 0, not -1",
        "line 5: Ostia stands on line 4 already",
    )


def test_salience_above_its_scale(tmp_path: Path) -> None:
    with pytest.raises(BadCase, match="salience lies between 0 and 100, not 140"):
        Table.load(put(tmp_path, "Actor,Capability,Position,Salience\nA,1,0,140\nB,1,9,3\n"))


@pytest.mark.parametrize("text", ["", "a,b,c\n1,2,3\n", "Actor,Position\nA,1\n"])
def test_other_tables(tmp_path: Path, text: str) -> None:
    path = put(tmp_path, text)
    assert not Table.sniff(path)
    with pytest.raises(InputError, match="the first row must name the columns"):
        Table.load(path)


def test_a_table_goes_out_and_comes_back(tmp_path: Path) -> None:
    case = Table.load(put(tmp_path, TEXT))
    Table.save(case, tmp_path / "sea_border.csv")
    assert (tmp_path / "sea_border.csv").read_text() == TEXT
    assert Table.load(tmp_path / "sea_border.csv") == case


def test_a_case_of_two_issues_does_not_fit(tmp_path: Path) -> None:
    data = Table.load(put(tmp_path, TEXT)).model_dump(mode="json", exclude_defaults=True)
    data["issues"].append({"id": "other", "name": "Other"})
    data["positions"] += [
        {"party": p["id"], "issue": "other", "at": 1, "salience": 1} for p in data["parties"]
    ]
    with pytest.raises(UnsuitableCase, match="holds one issue; the case has 2"):
        Table.save(Case.model_validate(data), tmp_path / "out.csv")


DECIMALS = st.decimals(-1_000, 1_000, places=4)


@given(st.lists(DECIMALS, min_size=2, max_size=6, unique=True))
@example([0, -0.0001, 0.0002])
def test_original_positions_come_back_exactly(given_numbers: list[object]) -> None:
    places = [Fraction(str(n)) for n in given_numbers]
    scale = scale_of_places(places)
    assert [scale.original(scale.place(p)) for p in places] == [float(p) for p in places]
    assert all(0 <= scale.place(p) <= 100 for p in places)


@given(st.lists(st.decimals(0, 10**9, places=6), min_size=1, max_size=6))
def test_original_capabilities_come_back_exactly(given_numbers: list[object]) -> None:
    powers = [Fraction(str(n)) for n in given_numbers]
    scale = factor_in(factor_words("influence", "power", scale_of_power(powers)), "influence")
    assert [scale.original(scale.place(p)) for p in powers] == [float(p) for p in powers]
    assert all(0 <= scale.place(p) <= 100 for p in powers)


@pytest.mark.parametrize(
    ("places", "ends"),
    [
        (["0", "0.5"], (0, 1)),
        (["15", "100"], (0, 100)),
        (["4", "10"], (4, 10)),
        (["-3", "7"], (-3, 7)),
        (["5", "5"], (4, 6)),
    ],
)
def test_ends_of_a_scale_that_nobody_states(places: list[str], ends: tuple[int, int]) -> None:
    scale = scale_of_places([Fraction(p) for p in places])
    assert scale == Scale(Fraction(ends[0]), Fraction(ends[1]))


def test_the_emission_table_comes_back(shared: Path) -> None:
    path = shared / "data/pressure/bdm/ec_emissions_scholz2011.csv"
    found = numbers(path)
    lines = [line.split(",") for line in path.read_text().splitlines()[1:]]
    assert found == [(name, float(c), float(p), float(s)) for name, c, p, s in lines]


def test_a_table_that_is_none_is_refused_with_its_name(tmp_path: Path) -> None:
    head = "actor,capability,position,salience\n"
    for text, words in (
        (head + '"' + "a" * 200_000, "table.csv: line 2: no table"),
        (head + "".join(f"a{n},1,2,3\n" for n in range(20_001)), "table.csv: 20,001 positions"),
    ):
        path = tmp_path / "table.csv"
        path.write_text(text)
        with pytest.raises(InputError, match=words):
            Table.load(path)
