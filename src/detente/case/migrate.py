"""Files of earlier schema versions into the present form, one version at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from detente.case.case import SCHEMA_VERSION
from detente.errors import BadCase

Step = Callable[[dict[str, Any]], dict[str, Any]]

#: From a version to the next: a function of plain data that leaves its argument alone.
#: Version 1 is the first; a change of the model that old files do not fit adds a step here.
STEPS: Mapping[int, Step] = {}
FIRST = 1


def migrated(
    data: dict[str, Any],
    name: str,
    *,
    steps: Mapping[int, Step] = STEPS,
    version: int = SCHEMA_VERSION,
) -> dict[str, Any]:
    """Data of any version that can be read, in the form of ``version``.

    Data without ``schema_version`` is taken for the present form.

    Raises
    ------
    BadCase
        If the version is no whole number, newer than this program, or older than its steps.
    """
    given = data.get("schema_version", version)
    if not isinstance(given, int) or isinstance(given, bool):
        raise BadCase(name, [f"schema_version is {given!r}; it must be a whole number"])
    if given > version:
        raise BadCase(
            name,
            [
                f"schema_version is {given}; this version of Détente reads up to {version}, "
                "a newer one is needed"
            ],
        )
    if given < FIRST:
        raise BadCase(
            name, [f"schema_version is {given}; this version of Détente reads {FIRST} to {version}"]
        )
    while given < version:
        data = {**steps[given](data), "schema_version": given + 1}
        given += 1
    return data
