from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator

from detente.case.case import Case
from detente.case.plain_data import case_data as data_of
from detente.case.schema import FILE_NAME, case_schema, schema_text
from tests.case.case_making import case_data

SCHEMA = case_schema()
VALIDATOR = Draft7Validator(SCHEMA)


def test_it_is_draft_7_and_nothing_newer() -> None:
    Draft7Validator.check_schema(SCHEMA)
    text = schema_text()
    for newer in ("$defs", "prefixItems", "unevaluated", "dependentRequired", "minContains"):
        assert newer not in text
    assert json.loads(text) == SCHEMA


def test_the_shipped_file_is_fresh() -> None:
    shipped = resources.files("detente.case") / FILE_NAME
    assert shipped.read_text(encoding="utf-8") == schema_text()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(case_data())
def test_what_the_model_takes_and_writes_fits_the_schema(data: dict[str, Any]) -> None:
    case = Case.model_validate(data)
    assert not list(VALIDATOR.iter_errors(data))
    assert not list(VALIDATOR.iter_errors(data_of(case)))


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"title": 5},
        {"title": "x", "partis": []},
        {"title": "x", "parties": [{"id": "3", "name": "x"}]},
        {"title": "x", "parties": [{"id": "a", "name": "x", "role": "boss"}]},
        {"title": "x", "parties": [{"id": "a", "name": "x", "influence": "lots"}]},
        {"title": "x", "red_lines": [{"kind": "floor", "id": "a", "party": "b"}]},
        {"title": "x", "evidence": [{"id": "a", "credibility": 7}]},
    ],
)
def test_what_the_schema_catches_while_one_types(data: dict[str, Any]) -> None:
    assert list(VALIDATOR.iter_errors(data))
    with pytest.raises(ValueError, match="validation error"):
        Case.model_validate(data)
