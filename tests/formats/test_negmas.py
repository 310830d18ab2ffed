"""NegMAS scenarios by NegMAS's own reading: raw values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from detente.errors import BadCase, InputError
from detente.formats.registry import load_any

SPACE = """name: strait
type: DiscreteCartesianOutcomeSpace
issues:
- name: Fish
  type: CategoricalIssue
  values: [none, 'No']
- {name: Tons, type: ContiguousIssue, values: [1, 3]}
"""
NORLAND = """name: Norland
type: negmas.preferences.LinearAdditiveUtilityFunction
reserved_value: 6.0
weights: [0.5, 2]
values:
- {type: TableFun, mapping: {none: 8, 'No': 2}}
- {type: AffineFun, slope: 1.5, bias: -1}
"""


def load(folder: Path, norland: str = NORLAND, space: str = SPACE) -> Any:
    (folder / "strait.yml").write_text(space)
    (folder / "norland.yaml").write_text(norland)
    return load_any(folder)


def test_raw_values_scaled_to_the_best_package(tmp_path: Path) -> None:
    case = load(tmp_path)
    assert [o.name for o in case.issues[0].options] == ["none", "No"]
    assert [o.name for o in case.issues[1].options] == ["1", "2", "3"]
    # Best: 0.5 x 8 + 2 x 3.5 = 11 in NegMAS's utility.
    fish, tons = ([n.central for n in u.values.values()] for u in case.utilities)
    assert fish == pytest.approx([400 / 11, 100 / 11])
    assert tons == pytest.approx([100 / 11, 400 / 11, 700 / 11])
    assert case.parties[0].alternative.points.central == pytest.approx(600 / 11)
    assert [p.salience.central for p in case.positions] == [20, 80]


def test_bias_moves_the_reserved_value(tmp_path: Path) -> None:
    case = load(tmp_path, NORLAND + "bias: 1\n")
    assert case.parties[0].alternative.points.central == pytest.approx(500 / 11)


@pytest.mark.parametrize("nothing", ["-.inf", "null", "  -.inf  "])
def test_no_reserved_value_is_no_alternative(tmp_path: Path, nothing: str) -> None:
    case = load(tmp_path, NORLAND.replace("6.0", nothing))
    assert case.parties[0].alternative is None


def test_weights_and_values_by_name(tmp_path: Path) -> None:
    named = (
        NORLAND.replace("[0.5, 2]", "{Tons: 2, Fish: 0.5}")
        .replace("- {type: T", "  Fish: {type: T")
        .replace("- {type: A", "  Tons: {type: A")
    )
    assert load(tmp_path, named).utilities == load(tmp_path).utilities


def test_one_function_alone(tmp_path: Path) -> None:
    load(tmp_path)
    (tmp_path / "south.yml").write_text(NORLAND.replace("Norland", "Southland"))
    assert [p.name for p in load_any(tmp_path).parties] == ["Norland", "Southland"]
    assert [p.name for p in load_any(tmp_path / "south.yml").parties] == ["Southland"]
    assert len(load_any(tmp_path / "strait.yml").parties) == 2
    (tmp_path / "strait.yml").unlink()
    with pytest.raises(InputError, match="one outcome space is needed there, and found: none"):
        load_any(tmp_path / "south.yml")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("negmas.preferences.LinearAdditive", "Hyper"), "a HyperUtilityFunction"),
        (("weights: [0.5, 2]", "weights: [1]"), "its weights are 1, and there are 2 issues"),
        (("mapping: {none: 8, 'No': 2}", "mapping: {none: 8}"), "no value for 'No'"),
        (("type: AffineFun", "type: QuadraticFun"), "a QuadraticFun; of value functions"),
        (("{none: 8, 'No': 2}", "{none: 8, 'No': two}"), "'No' is a text"),
        (("reserved_value", "reserved_outcome"), "a reserved outcome"),
        (("reserved_value: 6.0", "reserved_value: .nan"), "not a number"),
        (("reserved_value: 6.0", "name: again"), "the key 'name' stands on line 1"),
        (("slope: 1.5", "slope: 1e30"), "out of all range"),
        (("name: Norland", "name: [a]"), "its name is a list"),
    ],
)
def test_functions_that_are_refused(tmp_path: Path, change: tuple[str, str], reason: str) -> None:
    with pytest.raises((InputError, BadCase)) as caught:
        load(tmp_path, NORLAND.replace(*change))
    assert reason in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("ContiguousIssue", "ContinuousIssue"), "which has no list of options"),
        (("[1, 3]", "[1, 9999999]"), "a range of 1 to 2000 values"),
        (("[1, 3]", "[1]"), "two whole numbers"),
        (("[none, 'No']", "[none, none]"), "one stands there twice"),
        (("name: Tons", "name: Fish"), "two issues have the same name"),
        (("issues:\n", "issues: []\nothers:\n"), "its list of issues is empty"),
    ],
)
def test_spaces_that_are_refused(tmp_path: Path, change: tuple[str, str], reason: str) -> None:
    with pytest.raises(InputError) as caught:
        load(tmp_path, space=SPACE.replace(*change))
    assert reason in str(caught.value)
