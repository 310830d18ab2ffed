"""Case files into cases: YAML 1.2 or JSON, with every fault and its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from detente.case.case import Case
from detente.case.faults import MOST_FAULTS, Places, fault_lines, first_entries, no_places
from detente.case.json_reading import read_json
from detente.case.migrate import migrated
from detente.case.plain_data import case_data
from detente.case.yaml_reading import MOST_BYTES, Path, places, read_yaml
from detente.case.yaml_writing import escaped
from detente.errors import BadCase, InputError

#: Texts longer than this are looked at in part before they are validated as a whole.
LARGE = 500_000


def load_case(path: FilePath) -> Case:
    """The case that a file holds.

    Raises
    ------
    BadCase
        With one line for each fault: line, column, path, what was given and what fits.
    InputError
        If there is no such file, or it cannot be read.
    """
    return read_case(text_of(path), str(path))


def text_of(path: FilePath) -> str:
    """The text of a case file, without a byte order mark.

    Raises
    ------
    InputError
        If there is no such file, or it cannot be read.
    BadCase
        If it is too large or no UTF-8.
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
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadCase(
            str(path), [f"byte {error.start} is not UTF-8; save the file as UTF-8"]
        ) from None


def read_case(text: str, name: str) -> Case:
    """The case that YAML text writes, or JSON where ``name`` ends in ``.json``.

    Raises
    ------
    BadCase
        With one line for each fault.
    """
    read = read_json if name.lower().endswith(".json") else read_yaml
    return case_from_data(read(text, name), name, text)


def case_from_data(data: Any, name: str, text: str = "") -> Case:
    """A case from plain data; ``text`` is what it was read from, for places in messages."""
    if not isinstance(data, dict):
        raise BadCase(
            name, ["a case has keys such as title, parties, issues at the outermost level"]
        )
    data = migrated(data, name)
    find = partial(_places, text, name) if text else no_places
    if len(text) > LARGE:
        _look_at_first_entries(data, name, find)
    try:
        return Case.model_validate(data)
    except ValidationError as error:
        raise BadCase(name, fault_lines(error, data, find)) from None


def _look_at_first_entries(
    data: Any, name: str, find: Callable[[Collection[Path]], Places]
) -> None:
    """Refuse a large file whose first entries have more faults than are told anyway."""
    first = first_entries(data)
    try:
        Case.model_validate(first)
    except ValidationError as error:
        if error.error_count() > MOST_FAULTS:
            raise BadCase(name, fault_lines(error, first, find, more=True)) from None


def _places(text: str, name: str, wanted: Collection[Path]) -> Places:
    try:
        return places(text, name, wanted)
    except BadCase:  # JSON that is no YAML has no places
        return {}


def to_json(case: Case) -> str:
    """The case as JSON, equal in content to its YAML; keys in the order of the model."""
    return escaped(json.dumps(case_data(case), ensure_ascii=False, indent=2)) + "\n"
