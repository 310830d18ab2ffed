from __future__ import annotations

from typing import Any

import pytest

from detente.case.case import SCHEMA_VERSION
from detente.case.load import read_case
from detente.case.migrate import FIRST, STEPS, migrated
from detente.errors import BadCase


def renamed(old: str, new: str) -> Any:
    return lambda data: {new if key == old else key: value for key, value in data.items()}


LATER = {1: renamed("titel", "title"), 2: renamed("players", "parties")}


def test_data_goes_up_one_version_at_a_time() -> None:
    data = {"schema_version": 1, "titel": "x", "players": []}
    assert migrated(data, "f", steps=LATER, version=3) == {
        "schema_version": 3,
        "title": "x",
        "parties": [],
    }
    assert data == {"schema_version": 1, "titel": "x", "players": []}
    second = {"schema_version": 2, "titel": "x", "players": []}
    assert migrated(second, "f", steps=LATER, version=3)["titel"] == "x"


def test_data_without_a_version_is_of_the_present_one() -> None:
    assert migrated({"players": []}, "f", steps=LATER, version=3) == {"players": []}


@pytest.mark.parametrize("version", [0, -1, SCHEMA_VERSION + 1, "1", 1.0, True, None])
def test_a_version_that_cannot_be_read_is_refused(version: object) -> None:
    with pytest.raises(BadCase, match=r"^f: schema_version is "):
        migrated({"schema_version": version}, "f")
    if not isinstance(version, bool | float):
        given = "null" if version is None else repr(version)
        with pytest.raises(BadCase, match="schema_version is"):
            read_case(f"title: x\nschema_version: {given}", "f")


def test_there_is_a_step_from_every_version_to_the_next() -> None:
    assert sorted(STEPS) == list(range(FIRST, SCHEMA_VERSION))
