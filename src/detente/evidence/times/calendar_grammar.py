"""Times that the calendar alone fixes, or nearly: dates, months, years and their ranges."""

from __future__ import annotations

from detente.evidence.times.date_grammar import (
    day_first,
    iso,
    month,
    month_first,
    month_half,
    slashed,
    weekday_date,
)
from detente.evidence.times.time_words import TimeWords
from detente.evidence.times.year_grammar import (
    century,
    fiscal,
    quarter,
    quarter_of,
    season,
    short_decade,
    year,
    year_range,
)


def absolute_at(low: str, text: str, at: int) -> TimeWords | None:
    """The longest date, month, year, decade, season, quarter or century that begins at ``at``.

    ``low`` is ``text`` in lower case, as ``tokens.lower_in_place`` makes it.
    """
    first = low[at]
    if first.isdigit():
        for read in _FIGURES:
            found = read(low, text, at)
            if found is not None:
                return found
        return None
    if first in "'’":
        return short_decade(low, at)
    for read in _WORDS:
        found = read(low, text, at)
        if found is not None:
            return found
    return None


_FIGURES = (iso, slashed, day_first, year_range, quarter, year, century)
_WORDS = (
    weekday_date,
    month_first,
    month,
    month_half,
    season,
    quarter,
    quarter_of,
    century,
    fiscal,
)
