"""Case files into cases: YAML 1.2 or JSON, with every fault and its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from detente.case.case import SCHEMA_VERSION, Case
from detente.case.faults import fault_lines
from detente.case.yaml_reading import MOST_BYTES, places, read_yaml
from detente.errors import BadCase, InputError


def load_case(path: Path) -> Case:
    """The case that a file holds.

    Raises
    ------
    BadCase
        With one line for each fault: line, column, path, what was given and what fits.
    InputError
        If there is no such file, or it cannot be read.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise InputError(f"{path}: {reason}; give a case file (.yaml or .json)") from None
    if len(raw) > MOST_BYTES:
        raise BadCase(str(path), [f"the file is larger than {MOST_BYTES // 1_000_000} MB"])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadCase(
            str(path), [f"byte {error.start} is not UTF-8; save the file as UTF-8"]
        ) from None
    return read_case(text, str(path))


def read_case(text: str, name: str) -> Case:
    """The case that YAML or JSON text writes; ``name`` stands in messages.

    Raises
    ------
    BadCase
        With one line for each fault.
    """
    return case_from_data(read_yaml(text, name), name, text)


def case_from_data(data: Any, name: str, text: str = "") -> Case:
    """A case from plain data; ``text`` is what it was read from, for places in messages."""
    if not isinstance(data, dict):
        raise BadCase(
            name, ["a case has keys such as title, parties, issues at the outermost level"]
        )
    version = data.get("schema_version", SCHEMA_VERSION)
    if (
        not isinstance(version, int)
        or isinstance(version, bool)
        or not 1 <= version <= SCHEMA_VERSION
    ):
        raise BadCase(
            name,
            [f"schema_version is {version!r}; this version of Détente reads 1 to {SCHEMA_VERSION}"],
        )
    try:
        return Case.model_validate(data)
    except ValidationError as error:
        found = places(text, name) if text else {}
        raise BadCase(name, fault_lines(error, data, found)) from None


def to_json(case: Case) -> str:
    """The case as JSON, equal in content to its YAML; keys in the order of the model."""
    data = case.model_dump(mode="json", exclude_defaults=True)
    return (
        json.dumps({"schema_version": case.schema_version, **data}, ensure_ascii=False, indent=2)
        + "\n"
    )
