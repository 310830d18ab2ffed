"""A case written and read again is the same case, whatever its words are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from detente.case.case import Case
from detente.case.load import load_case, read_case, to_json
from detente.case.save import save_case, to_yaml
from detente.case.yaml_reading import read_yaml
from detente.case.yaml_writing import write_yaml
from detente.errors import InputError
from tests.case.case_making import case_data, cases

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(cases())
def test_yaml_and_json_give_the_case_back(case: Case) -> None:
    from_yaml = read_case(to_yaml(case), "a case.yaml")
    from_json = read_case(to_json(case), "a case.json")
    assert from_yaml == from_json == case
    assert from_yaml.sha256 == from_json.sha256 == case.sha256
    # JSON is YAML too.
    assert read_case(to_json(case), "a case.yaml") == case


@SLOW
@given(case_data())
def test_plain_data_survives_yaml(data: dict[str, object]) -> None:
    assert read_yaml(write_yaml(data), "data") == json.loads(json.dumps(data))


@SLOW
@given(cases())
def test_writing_over_the_own_text_changes_nothing(case: Case) -> None:
    text = to_yaml(case)
    assert to_yaml(case, text) == text
    assert to_yaml(read_case(text, "x")) == text


def test_the_hash_does_not_hang_on_the_order_of_keys() -> None:
    one = read_case("title: x\nlevers: [{id: a, name: A, giver: p, effects: {p: 1, q: 2}}]", "x")
    two = read_case("levers: [{giver: p, effects: {q: 2, p: 1}, name: A, id: a}]\ntitle: x", "x")
    three = read_case("title: x\nlevers: [{id: a, name: A, giver: p, effects: {p: 2, q: 1}}]", "x")
    assert one.sha256 == two.sha256 != three.sha256


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.json"])
def test_files_by_their_suffix(tmp_path: Path, name: str) -> None:
    case = Case.model_validate({"title": "Wasser – ماء 😀", "parties": [{"id": "a", "name": "A"}]})
    save_case(case, tmp_path / name)
    assert load_case(tmp_path / name) == case
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"written as \.yaml or \.json"):
        save_case(read_case("title: x", "x"), tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_what_a_file_cannot_hold_is_not_written(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("title: old\n", encoding="utf-8")
    case = read_case("title: x", "x").model_copy(update={"title": "half a pair \ud800"})
    with pytest.raises(InputError):
        save_case(case, tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8") == "title: old\n"


def test_json_of_other_programs_reads_with_escaped_pairs_and_says_where_it_breaks() -> None:
    assert read_case('{"title": "\\ud83d\\ude00"}', "a.json").title == "😀"
    with pytest.raises(InputError, match=r"a\.json: line 2, column 1: not JSON"):
        read_case('{"title": "x",\n}', "a.json")
    with pytest.raises(InputError, match="'title' stands twice"):
        read_case('{"title": "x", "title": "y"}', "a.json")
    for number in ("NaN", "Infinity", "1e999"):
        with pytest.raises(InputError, match=r"not a number|too large"):
            read_case(f'{{"title": "x", "reference_point": {{"a": {number}}}}}', "a.json")
    with pytest.raises(InputError, match=r"line 2, column \d+: title must be words"):
        read_case('{"summary": "x",\n"title": 5}', "a.json")
