"""A place on an issue's scale as people say it: in the issue's unit, by its nearest option."""

from __future__ import annotations

import numpy as np

from detente.case.case import Case

# Distances this close are the same: places are judged in whole points.
_SAME = 1e-9


def rounded(place: float) -> float | None:
    """A place as tables show it, to a tenth of a point; None where there is none."""
    return None if np.isnan(place) else round(float(place), 1) + 0.0


def in_points(place: float) -> str:
    """A place in a sentence, to a tenth of a point: ``62``, ``57.7``."""
    return f"{round(float(place), 1) + 0.0:g}"


def span(low: float, high: float) -> str:
    """From one place to another: ``40–60``, or the one place."""
    one, other = in_points(low), in_points(high)
    return one if one == other else f"{one}–{other}"


def in_its_unit(case: Case, number: int, place: float) -> str | None:
    """A place in the issue's own unit, to three figures of its range; None without a unit."""
    issue = case.issues[number]
    if issue.low_value is None or issue.high_value is None:
        return None
    span = abs(issue.high_value - issue.low_value)
    value = issue.low_value + (issue.high_value - issue.low_value) * place / 100
    # A hundredth of the scale is all that a place says.
    digits = 0 if span == 0 else max(0, 2 - int(np.floor(np.log10(span))))
    unit = f" {issue.unit}" if issue.unit else ""
    return f"{round(value, digits) + 0.0:,.{digits}f}{unit}"


def nearest_option(case: Case, number: int, place: float) -> str | None:
    """The named option nearest to a place, both where two are as near; None without options."""
    options = case.tables().options[number]
    if not options.named or np.isnan(options.places).all():
        return None
    away = np.abs(options.places - place)
    near = np.flatnonzero(away <= np.nanmin(away) + _SAME)
    names = [options.names[row] for row in near]
    return " or ".join(names[:2]) + (f" (and {len(names) - 2} more)" if len(names) > 2 else "")


def ends_of(case: Case, number: int) -> tuple[str | None, str | None]:
    """What 0 and 100 mean on an issue."""
    issue = case.issues[number]
    if issue.ends is not None:
        return issue.ends.low, issue.ends.high
    if issue.low_value is None or issue.high_value is None:
        return None, None
    return in_its_unit(case, number, 0.0), in_its_unit(case, number, 100.0)
