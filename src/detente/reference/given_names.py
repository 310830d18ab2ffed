"""Common given names and the usual gender of those who bear them: a weak hint, no more.

``given_names.csv`` is kept by hand, from general knowledge, as of 2026-11-24.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from detente.reference.tables import rows, without_accents


@cache
def _genders() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in rows("given_names.csv"):
        for form in (row["name"], without_accents(row["name"])):
            # A form that two names share with different genders tells nothing.
            found[form] = row["gender"] if found.get(form, row["gender"]) == row["gender"] else ""
    return found


def usual_gender(given_name: str) -> Literal["f", "m"] | None:
    """``f`` or ``m`` if nearly all bearers are; None if unknown or if the name is used by both.

    A person's own words, title or pronoun in the text always weigh more.

    >>> usual_gender("Olga"), usual_gender("Andrea")
    ('f', None)
    """
    gender = _genders().get(given_name)
    if gender == "f":
        return "f"
    return "m" if gender == "m" else None
