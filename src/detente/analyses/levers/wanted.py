"""A wanted package as people write it."""

from __future__ import annotations

from detente.analyses.packages.wording import number_of
from detente.case.near_words import did_you_mean
from detente.case.tables import Tables
from detente.errors import InputError


def wanted_options(tables: Tables, text: str) -> dict[int, int]:
    """Options by issue of ``issue=option, ...``, or of one option for each issue in order.

    Issues that are left out are free.

    Raises
    ------
    InputError
        If an issue or option is not there, or an issue is named twice.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts:
        raise InputError("no package is wanted; write issue=option, with commas between")
    if all("=" not in part for part in parts):
        if len(parts) != len(tables.issues):
            raise InputError(
                f"{text!r} names {number_of(len(parts), 'option')} for "
                f"{number_of(len(tables.issues), 'issue')}; write "
                f"issue=option, with commas between (issues: {', '.join(tables.issues)})"
            )
        parts = [f"{issue}={option}" for issue, option in zip(tables.issues, parts, strict=True)]
    made: dict[int, int] = {}
    for part in parts:
        issue, equals, option = (word.strip() for word in part.partition("="))
        if not equals:
            raise InputError(f"{part!r} says no issue; write issue=option")
        if issue not in tables.issues:
            near = did_you_mean(issue, tables.issues)
            raise InputError(f"no issue {issue!r}; there are {', '.join(tables.issues)}{near}")
        at = tables.issues.index(issue)
        ids = tables.options[at].ids
        if option not in ids:
            near = did_you_mean(option, ids)
            raise InputError(f"{issue} has no option {option!r}; it has {', '.join(ids)}{near}")
        if at in made:
            raise InputError(f"{issue} is named twice in {text!r}")
        made[at] = ids.index(option)
    return made
