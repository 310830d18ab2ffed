from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import InputError, UnsuitableCase
from detente.formats.actors_on_issues import table_of
from detente.formats.ktab import KtabCsv
from detente.formats.ktab_xml import KtabXml
from detente.formats.position_salience_capability import PositionSalienceCapability

TEXT = """Ports;  one,About two ports, 2, 2,
Actor,Description,Influence,East Position,East Salience,West Position,West Salience,
NO,Norland,   120.0,30,24.5,20,48,
SU,Suland,60.25,45,44.7,65,41.3,
"""
XML = """<?xml version="1.0" encoding="UTF-8"?>
<Scenario><name>Ports</name><desc>About two ports</desc>{more}
<Dimensions><dName>East</dName><dName>West</dName></Dimensions><Actors>
<Actor><name>NO</name><description>Norland</description><capability>120.0</capability>
<Position><dCoord>30</dCoord><dCoord>{west}</dCoord></Position>
<Salience><dSal>24.5</dSal><dSal>48</dSal></Salience></Actor>
<Actor><name>SU</name><description>Suland</description><capability>60.25</capability>
<Position><dCoord>45</dCoord><dCoord>65</dCoord></Position>
<Salience><dSal>44.7</dSal><dSal>41.3</dSal></Salience></Actor></Actors></Scenario>
"""


def put(tmp_path: Path, text: str, name: str = "ports.csv") -> Path:
    path = tmp_path / name
    path.write_text(text)
    return path


def xml(tmp_path: Path, more: str = "", west: str = "20") -> Path:
    return put(tmp_path, XML.format(more=more, west=west), "ports.xml")


def test_a_scenario_of_two_dimensions(tmp_path: Path) -> None:
    path = put(tmp_path, TEXT)
    assert KtabCsv.sniff(path)
    assert not PositionSalienceCapability.sniff(path)
    case = KtabCsv.load(path)
    assert (case.title, case.summary) == ("Ports;  one", "About two ports")
    assert [(p.id, p.name) for p in case.parties] == [("NO", "Norland"), ("SU", "Suland")]
    assert [i.name for i in case.issues] == ["East", "West"]
    # No influence above 100: the factor is a power of ten.
    assert [p.influence.value for p in case.parties if p.influence] == [12, 6.025]
    assert [a.power for a in table_of(case).actors] == [120, 60.25]
    assert table_of(case).actors[1].on == ((45, 44.7), (65, 41.3))


def test_both_forms_say_the_same(tmp_path: Path) -> None:
    first, second = KtabCsv.load(put(tmp_path, TEXT)), KtabXml.load(xml(tmp_path))
    assert KtabXml.sniff(tmp_path / "ports.xml")
    assert first.positions == second.positions
    assert first.parties == second.parties


def test_a_scenario_goes_out_and_comes_back(tmp_path: Path) -> None:
    case = KtabCsv.load(put(tmp_path, TEXT))
    KtabCsv.save(case, tmp_path / "ports.csv")
    back = KtabCsv.load(tmp_path / "ports.csv")
    assert back.parties == case.parties
    assert back.positions == case.positions


def test_an_empty_coordinate_is_unknown_and_the_model_is_left_out(tmp_path: Path) -> None:
    more = "<ModelParameters><PCEModel>x</PCEModel></ModelParameters>"
    case = KtabXml.load(xml(tmp_path, more, west=""))
    assert case.positions[1].at is None
    assert case.evidence[0].note is not None
    assert "Not taken over: ModelParameters" in case.evidence[0].note
    with pytest.raises(UnsuitableCase, match="the position of NO on West"):
        KtabCsv.save(case, tmp_path / "out.csv")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (" 2, 2,", " 3, 2,", "line 1: 3 actors are announced, 2 rows follow"),
        (" 2, 2,", " 2, 3,", "3 dimensions need 9 headings, not 7"),
        ("SU,Suland,60.25", "SU,Suland,sixty", "line 4: Influence is 'sixty'"),
        ("45,44.7", "145,44.7", "a position lies between 0 and 100, not 145"),
        ("SU,Suland", "NO,Suland", "line 4: NO stands on line 3 already"),
        (",41.3,", ",", "line 4: 7 cells are needed, not 6"),
        ("Actor,", "Who,", "a KTAB scenario begins with"),
    ],
)
def test_tables_that_do_not_fit(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert old in TEXT
    with pytest.raises(InputError) as caught:
        KtabCsv.load(put(tmp_path, TEXT.replace(old, new)))
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<Scenario>", '<!DOCTYPE x [<!ENTITY a "b">]><Scenario>', "document type"),
        ("<Scenario>", '<!DOCTYPE x SYSTEM "hostname.txt"><Scenario>', "document type"),
        ("</Scenario>", "", "not XML"),
        ("<dCoord>45</dCoord>", "", "2 dimensions need as many dCoord and dSal, not 1 and 2"),
        ("60.25", "1e400", "capability"),
        ("<name>SU</name>", "<name>NO</name>", "two actors are called NO"),
        ("<name>SU</name>", "", "actor 2 has no name"),
    ],
)
def test_scenarios_that_do_not_fit(tmp_path: Path, old: str, new: str, words: str) -> None:
    path = xml(tmp_path)
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    with pytest.raises(InputError) as caught:
        KtabXml.load(path)
    assert words in str(caught.value)
