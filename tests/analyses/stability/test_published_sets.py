"""The published conflicts, read as cases: every set, every flag."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from detente.analyses.stability.conflict import Conflict
from detente.analyses.stability.equilibria import stability
from detente.analyses.stability.graph_of_case import conflict_of
from detente.analyses.stability.inverse import inverse
from detente.analyses.stability.path import path
from detente.analyses.stability.solution import solve
from detente.formats.registry import load_any
from detente.maths.graph_model.concepts import CONCEPTS

NAMES = ("chicken", "elmira", "milk_river", "prisoners_dilemma", "syria_iraq_1975")


def read(shared: Path, name: str) -> tuple[Conflict, dict[str, Any]]:
    file = shared / f"data/stability/{name}.json"
    return conflict_of(load_any(file)), json.loads(file.read_text(encoding="utf-8"))


def number(conflict: Conflict, state: int) -> int:
    """The state's number in the file: its bits, or the number in its id."""
    if conflict.drawn:
        return int(conflict.label(state)[1:])
    case_order = [m.id for m in conflict.case.moves]
    taken = {m for at, m in enumerate(conflict.moves) if conflict.code(state) >> at & 1}
    return sum(1 << at for at, m in enumerate(case_order) if m in taken)


@pytest.mark.parametrize("name", NAMES)
def test_sets(shared: Path, name: str) -> None:
    conflict, data = read(shared, name)
    wanted = dict(data["computed"])
    if conflict.form is None:
        wanted.pop("sim", None)
    solution = solve(conflict, tuple(c for c in (*CONCEPTS, "sim") if c in wanted))
    for concept, states in wanted.items():
        found = sorted(number(conflict, int(s)) for s in solution.equilibria(concept))
        assert found == sorted(states), concept


@pytest.mark.parametrize("variant", ["all_reversible", "air_strike_irreversible_as_in_gmcr_file"])
def test_cuban_missile_crisis(shared: Path, variant: str, tmp_path: Path) -> None:
    _, data = read(shared, "cuban_missile_crisis")
    chosen = data.pop("variants")[variant]
    file = tmp_path / "variant.json"
    file.write_text(json.dumps({**data, "irreversible": chosen.get("irreversible", {})}))
    conflict = conflict_of(load_any(file))
    solution = solve(conflict, tuple(chosen["computed"]))
    for concept, states in chosen["computed"].items():
        found = sorted(number(conflict, int(s)) for s in solution.equilibria(concept))
        assert found == sorted(states), concept


def test_us_china_every_flag(shared: Path) -> None:
    conflict, data = read(shared, "us_china_trade_2017_2020")
    solution = solve(conflict, CONCEPTS)
    order = data["published_per_dm_order"].split(",")
    agree = compared = 0
    for state in range(conflict.n_states):
        for party, maker in enumerate(data["dms"]):
            digits = data["published_stability"][maker][str(number(conflict, state))]
            for concept, digit in zip(order, digits, strict=True):
                agree += bool(solution.flags[concept][party, state]) == (digit == "1")
                compared += 1
    assert (agree, compared) == (608, 608)
    assert [number(conflict, int(s)) for s in solution.equilibria("nash")] == [73]
    assert [number(conflict, int(s)) for s in solution.equilibria("seq")] == [10, 42, 73]


def test_us_china_ends_where_the_observed_path_ended(shared: Path) -> None:
    conflict, _ = read(shared, "us_china_trade_2017_2020")
    found = path(conflict.case, concepts=["nash"])
    assert set(found.table("paths").column("to")) == {"s73"}


def test_elmira_a_coalition_leaves_one_of_three_equilibria(shared: Path) -> None:
    conflict, _ = read(shared, "elmira")
    found = stability(conflict.case, concepts=["nash", "cnash"], states=["s5", "s8", "s9"])
    assert [tuple(row) for row in found.table("coalitions").rows] == [
        ("s5", "moe + uniroyal"),
        ("s8", "none"),
        ("s9", "none"),
    ]


def test_syria_iraq_inverse_counts(shared: Path) -> None:
    conflict, data = read(shared, "syria_iraq_1975")
    found = inverse(conflict.case, want="release-water").table("counts")
    rows = {row[0]: row[2] for row in found.rows if row[1] == "syria"}
    assert rows == data["inverse_test"]["correct_by_definition"]


def test_statements_of_the_file_rank_as_published(shared: Path) -> None:
    case = load_any(shared / "data/stability/gmcr_files/SyriaIraq.gmcr")
    conflict = conflict_of(case)
    states = np.flatnonzero(conflict.can_be)
    ranking = {
        name: [int(i) + 1 for i in np.argsort(-conflict.payoffs[i_].values[states], kind="stable")]
        for i_, name in enumerate(conflict.names)
    }
    assert ranking == {"Syria": [1, 3, 6, 2, 4, 5], "Iraq": [2, 4, 6, 1, 5, 3]}
