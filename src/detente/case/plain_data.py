"""A case as plain data, in the order in which people like to read it."""

from __future__ import annotations

from typing import Any

from detente.case.case import Case
from detente.case.entry import Entry

_MARKS = tuple(Entry.model_fields)


def case_data(case: Case) -> dict[str, Any]:
    """The case in the order of the model, without what is at its default.

    In every entry what it says comes before what it rests on (evidence, draft, confidence,
    basis).
    """
    data = case.model_dump(mode="json", exclude_defaults=True)
    sections = {key: _marks_last(value) for key, value in data.items()}
    return {"schema_version": case.schema_version, **sections}


def _marks_last(data: Any) -> Any:
    if isinstance(data, list):
        return [_marks_last(inner) for inner in data]
    if not isinstance(data, dict):
        return data
    keys = [*(k for k in data if k not in _MARKS), *(k for k in _MARKS if k in data)]
    return {key: _marks_last(data[key]) for key in keys}
