"""What a change does to the answers, on cases small enough to be worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from detente.analyses.packages.model_of_case import model_of_case
from detente.case.case import Case
from detente.case.load import load_case
from detente.case.perspectives import as_seen_by
from detente.comparing.diff import diff
from detente.comparing.package_changes import fallen_and_new
from detente.errors import InputError, UnsuitableCase
from detente.maths.packages.enumeration import Enumeration
from detente.solving import solve
from tests.uncertainty.drawn_cases import random_case

CASES = Path(__file__).parents[2] / "examples/cases"


def deal(points_of_a: dict[str, float], alternative: float) -> Case:
    data: dict[str, Any] = {
        "title": "Talks",
        "parties": [
            {"id": "a", "name": "Aland", "alternative": {"points": alternative}},
            {"id": "b", "name": "Beria", "alternative": {"points": 10}},
        ],
        "issues": [
            {"id": "i", "name": "Border", "options": [{"id": o, "name": o} for o in "xyz"]},
        ],
        "utilities": [
            {"party": "a", "issue": "i", "values": points_of_a},
            {"party": "b", "issue": "i", "values": {"x": 50, "y": 20, "z": 0}},
        ],
    }
    return Case.model_validate(data)


def test_packages_that_fall_say_who_refuses_them() -> None:
    points = {"x": 40.0, "y": 60.0, "z": 90.0}
    found = diff(deal(points, 30), deal(points, 50))
    assert found.table("packages").rows == (("x", "yes", "no", "Aland"),)
    assert any("1 package that stood no longer does" in r.text for r in found.reasons)
    effects = {row[1]: row[2:] for row in found.table("effects").rows if row[0] == "packages"}
    assert effects["packages accepted by all of them"] == ("2", "1")
    assert effects["best in the Nash sense"] == ("x", "y")


def test_nothing_standing_any_more_is_said_first_and_blocks_follow() -> None:
    points = {"x": 40.0, "y": 60.0, "z": 90.0}
    found = diff(deal(points, 30), deal(points, 70))
    assert "No package stands any more; 2 did." in found.answer
    assert "Every package is blocked now" in found.answer
    back = diff(deal(points, 70), deal(points, 30))
    assert "Packages stand that did not: 2 of them." in back.answer
    assert "Nothing blocks every package any more." in back.answer


def test_two_that_say_the_same() -> None:
    case = load_case(CASES / "peace_broker_triangle.yaml")
    found = diff(case, case, names=("one", "other"))
    assert found.answer.startswith("The two say the same of the negotiation.")
    assert not found.table("effects").rows
    assert found.table("answers").column("different") == [False] * 6


def holding(case: Case) -> set[tuple[str, str]]:
    """States that hold, each with the concept under which it does."""
    table = solve(case, "stability", {}).table("equilibria")
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    concepts = ("nash", "gmr", "smr", "seq", "sseq")
    return {(str(row["state"]), c) for row in rows for c in concepts if row[c]}


def test_equilibria_lost_and_gained() -> None:
    case = load_case(CASES / "peace_broker_triangle.yaml")
    seen = as_seen_by(case, "without-china")
    found = diff(case, seen, names=("the case", "without-china"), ask="stability", views=True)
    old, new = holding(case), holding(seen)
    lost: set[tuple[str, str]] = set()
    gained: set[tuple[str, str]] = set()
    for _, what, before, _ in found.table("effects").rows:
        state, under = str(what).removeprefix("'").split("' under ")
        (lost if before == "holds" else gained).update((state, c) for c in under.split(", "))
    assert lost == old - new
    assert gained == new - old
    assert lost
    assert gained
    paths = [str(cell) for cell in found.table("changes").column("path")]
    assert {path.split("[")[0] for path in paths} == {"levers", "preferences"}


@pytest.mark.parametrize("seed", range(30))
def test_every_package_is_looked_at(seed: int) -> None:
    before = random_case(np.random.default_rng(seed), named=True)
    data = before.model_dump(mode="json", exclude_defaults=True)
    data["parties"][0]["alternative"] = {"points": int(np.random.default_rng(seed).integers(101))}
    after = Case.model_validate(data)
    stands = []
    for case in (before, after):
        model = model_of_case(case)
        deals = Enumeration(model).rows(np.arange(model.n_deals))
        stands.append(model.stands(model.accepts(deals)))
    found = fallen_and_new(before, after)
    lost, won = int((stands[0] & ~stands[1]).sum()), int((stands[1] & ~stands[0]).sum())
    rows = () if found.table is None else found.table.rows
    assert sum(row[1] == "yes" for row in rows) == min(lost, 10)
    assert sum(row[1] == "no" for row in rows) == min(won, 10)
    # Only A's alternative is different, so A alone refuses what falls.
    assert all("A" in str(row[3]) for row in rows)


def test_what_cannot_be_asked_is_said() -> None:
    points = {"x": 40.0, "y": 60.0, "z": 90.0}
    one, conflict = deal(points, 30), load_case(CASES / "cuban_missile_crisis_1962.yaml")
    with pytest.raises(UnsuitableCase, match="stability cannot be answered"):
        diff(one, one, ask="stability")
    with pytest.raises(InputError, match="needs more than a case"):
        diff(one, one, ask="inverse")
    found = diff(one, conflict, ask="stability")
    assert found.warnings[0].startswith("stability can be asked of one only: Talks")
