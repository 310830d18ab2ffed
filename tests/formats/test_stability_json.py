from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.errors import BadCase, InputError
from detente.formats.stability_json import StabilityJson
from detente.formats.stability_json_reading import SCHEMA

OPTIONS: dict[str, Any] = {
    "schema": SCHEMA,
    "name": "Two bridges",
    "dms": ["North", "South"],
    "options": [{"name": "Close", "dm": 0}, {"name": "Close", "dm": 1, "direction": "fwd"}],
    "infeasible": [{"all": {"0": 1, "1": 1}}],
    "rankings": [[0, [1, 2]], [2, 1, 0]],
}
GRAPH: dict[str, Any] = {
    "schema": SCHEMA,
    "dms": ["North", "South"],
    "options": ["Close", "Open"],
    "states": {"1": "10", "2": {"Close": 0, "Open": 0}, "3": "Ruin"},
    "arcs": {"North": {"1": [2]}, "South": {"2": [1, 3]}},
    "utilities": {"North": {"1": 5, "2": 1, "3": 0}, "South": {"1": 0, "2": 1, "3": 2}},
    "preference_statements": {"North": ["Close=1"]},
    "observed_path": [1, 2],
    "observed_months": "2031-01 .. 2031-02",
}


def put(tmp_path: Path, data: dict[str, Any]) -> Path:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(data))
    return path


def test_options_and_rankings(tmp_path: Path) -> None:
    case = StabilityJson.load(put(tmp_path, OPTIONS))
    assert [(m.id, m.party, m.direction) for m in case.moves] == [
        ("close-north", "north", "both"),
        ("close-south", "south", "start"),
    ]
    assert case.infeasible == ("close-north and close-south",)
    assert case.preferences[0].ranking == (("-",), ("close-north", "close-south"))


def test_a_graph_with_utilities(tmp_path: Path) -> None:
    case = StabilityJson.load(put(tmp_path, GRAPH))
    assert case.graph is not None
    assert [(s.id, s.name) for s in case.graph.states] == [
        ("s1", "Close"),
        ("s2", "none taken"),
        ("s3", "Ruin"),
    ]
    assert [(a.party, a.source, a.target) for a in case.graph.arcs] == [
        ("north", "s1", "s2"),
        ("south", "s2", "s1"),
        ("south", "s2", "s3"),
    ]
    assert case.preferences[0].utilities["s1"].value == 5
    assert case.preferences[0].basis == "from statements in order of weight: Close=1"
    assert case.status_quo is not None
    assert case.status_quo.state == "s1"
    assert case.dynamics == "Observed 2031-01 .. 2031-02: s1, s2"


def test_the_trade_conflict_has_the_published_graph(shared: Path) -> None:
    path = shared / "data/stability/us_china_trade_2017_2020.json"
    case = StabilityJson.load(path)
    assert case.graph is not None
    assert len(case.graph.states) == 76
    assert [sum(a.party == p for a in case.graph.arcs) for p in ("cn", "us")] == [229, 182]
    assert [len(p.utilities) for p in case.preferences] == [76, 76]
    given = json.loads(path.read_text())["utilities"]
    assert case.preferences[0].utilities["s73"].value == given["CN"]["73"]
    assert case.graph.states[0].name == "none taken"


def test_elmira_has_coalesced_states(shared: Path) -> None:
    case = StabilityJson.load(shared / "data/stability/elmira.json")
    assert case.graph is not None
    assert len(case.graph.states) == 9
    assert case.graph.states[8].name == "Abandon"
    assert [len(p.ranking) for p in case.preferences] == [9, 9, 9]
    assert case.status_quo is not None
    assert case.status_quo.state == "s1"


@pytest.mark.parametrize(
    ("data", "changes", "words"),
    [
        (OPTIONS, {"schema": "other"}, "the schema of such a file is"),
        (OPTIONS, {"dms": []}, "dms must be a list of names"),
        (OPTIONS, {"options": [{"name": "x", "dm": 7}]}, "options[0] needs a name and the number"),
        (OPTIONS, {"infeasible": [{"any": {}}]}, "infeasible[0] needs all"),
        (OPTIONS, {"rankings": [[0, 0], [1]]}, "the ranking of north must name states"),
        (OPTIONS, {"rankings": [[0]]}, "rankings must be 2 lists"),
        (GRAPH, {"states": {"one": "10"}}, "states must be numbers"),
        (GRAPH, {"arcs": {"North": {"1": [9]}, "South": {}}}, "from 1 name unknown states"),
        (GRAPH, {"arcs": {}}, "arcs must be given for each of North, South"),
        (GRAPH, {"utilities": {"North": {}}}, "the utilities of north must give every state"),
    ],
)
def test_files_that_do_not_fit(
    tmp_path: Path, data: dict[str, Any], changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(InputError) as caught:
        StabilityJson.load(put(tmp_path, data | changes))
    assert words in str(caught.value)


def test_several_faults_at_once(tmp_path: Path) -> None:
    changes = {"arcs": {"North": {"1": [9]}, "South": {"8": [1]}}, "utilities": {}}
    with pytest.raises(BadCase) as caught:
        StabilityJson.load(put(tmp_path, GRAPH | changes))
    assert len(caught.value.faults) == 4
