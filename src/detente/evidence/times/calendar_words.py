"""Names of the calendar and the pattern pieces that every time grammar is built from.

All patterns are for text in lower case and are bounded, so matching at one place costs a
constant: nothing here can run away on hostile input.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.evidence.figures.number_words import ORDINALS, figure, spelled

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
).split()
MONTHS: Mapping[str, int] = {
    **{name: n for n, name in enumerate(_MONTH_NAMES, start=1)},
    **{name[:3]: n for n, name in enumerate(_MONTH_NAMES, start=1)},
    "sept": 9,
}
# Short forms, and names that are also words or given names, need a day, year or preposition.
WORDS_TOO = frozenset({name[:3] for name in _MONTH_NAMES} | {"march", "may", "april", "june"}) | {
    "august",
    "sept",
}

WEEKDAYS: Mapping[str, int] = {
    name: n
    for n, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split(),
    )
}
WEEKDAY_CODES = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")

MONTH_CODES = tuple(name[:3].upper() for name in _MONTH_NAMES)

# Northern seasons by their usual (meteorological) months; winter ends in the next year.
SEASONS: Mapping[str, tuple[int, int]] = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}

UNIT_CODES: Mapping[str, str] = {
    "second": "s",
    "minute": "min",
    "hour": "h",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "2W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "10Y",
    "century": "C",
    "centuries": "C",
}

# Codes with a figure in them would read wrongly beside a number.
LONG_CODES: Mapping[str, str] = {"10Y": "DECADE", "2W": "FORTNIGHT", "C": "CENTURY"}

S = r"(?:[ \t\u00a0\u202f]{1,2}|[ ]?\n(?!\n))"
DASH = r"[ \u00a0]?[-–—‒][ \u00a0]?"
# A full stop may follow a short form only: after a whole name it ends the sentence.
MONTH = (
    r"(?:(?:" + "|".join(_MONTH_NAMES) + r")(?![^\W\d_])|(?:"
    "sept|" + "|".join(m[:3] for m in _MONTH_NAMES if m != "may") + r")(?![^\W\d_])\.?)"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?(?![^\W_])"
YEAR = r"(?:1[0-9]|20|21)\d\d(?![\d%])"
WEEKDAY = r"(?:" + "|".join(WEEKDAYS) + r")(?![^\W_])"
SEASON = r"(?:" + "|".join(SEASONS) + r")(?![^\W_])"
END = r"(?![^\W_])"
UNIT = r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade)"
UNITS = rf"(?:{UNIT}|centur(?:y|ie))s?{END}"
PART_OF_DAY = r"(?:morning|afternoon|evening|night)(?![^\W_])"

_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred"
)
VAGUE_COUNT = (
    r"(?:several|many|a" + S + r"few|few|a" + S + r"couple" + S + r"of|couple" + S + r"of)"
)
COUNT = (
    rf"(?:half(?:{S}an?)?(?![^\W_])|"
    r"\d{1,4}(?:,\d{3})?(?:\.\d{1,2})?(?![\d%])|(?:"
    + _SMALL
    + r")(?:(?:-|"
    + S
    + r")(?:"
    + _SMALL
    + rf"))?(?:{S}and{S}a{S}half)?(?![^\W_])|"
    + VAGUE_COUNT
    + r")"
)
ORDINAL = r"(?:\d{1,4}(?:st|nd|rd|th)|" + "|".join(ORDINALS) + r")(?![^\W_])"

_VAGUE = re.compile(VAGUE_COUNT)


def month_number(words: str) -> int:
    """The month that ``words`` (lower case, with or without full stop) name."""
    return MONTHS[words.rstrip(".")]


def day_number(words: str) -> int:
    """*4*, *04* or *4th* as 4."""
    return int(words.rstrip("stndrh"))


def ordinal_number(words: str) -> int:
    """*third* or *3rd* as 3."""
    return ORDINALS.get(words) or int(words[:-2])


def ordinal_code(n: int) -> str:
    """3 as *3rd*."""
    ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def count_of(words: str | None) -> float | str | None:
    """A number of units: a number, the code of a vague count (*few*, *several*), or None.

    >>> count_of("twenty-one"), count_of("a couple of"), count_of("1.5"), count_of(None)
    (21.0, 'couple', 1.5, None)
    """
    if words is None:
        return None
    if _VAGUE.fullmatch(words):
        return next(w for w in ("several", "many", "few", "couple") if w in words)
    if words in {"a", "an"}:
        return 1.0
    if words.startswith("half"):
        return 0.5
    if words[0].isdigit():
        return figure(words)
    found = spelled(words.replace("-", " ").split())
    if found is None:
        return None
    return found[0] + (0.5 if words.endswith("half") else 0.0)


# Half of a long unit in whole shorter ones.
_HALVES: Mapping[str, tuple[float, str]] = {
    "C": (50.0, "Y"),
    "10Y": (5.0, "Y"),
    "Y": (6.0, "M"),
    "D": (12.0, "h"),
    "h": (30.0, "min"),
}
_MULTIPLES: Mapping[str, tuple[float, str]] = {"2W": (2, "W"), "10Y": (10, "Y"), "C": (100, "Y")}


def whole_units(count: float, unit: str) -> tuple[float, str]:
    """So many units in days, weeks, months or years: half a century as 50 years.

    >>> whole_units(0.5, "C"), whole_units(3.0, "W"), whole_units(2.0, "10Y")
    ((50.0, 'Y'), (3.0, 'W'), (20.0, 'Y'))
    """
    if count == 0.5 and unit in _HALVES:
        count, unit = _HALVES[unit]
    times, unit = _MULTIPLES.get(unit, (1, unit))
    return count * times, unit


def unit_code(words: str) -> str:
    """*weeks* as ``W``; see :data:`UNIT_CODES`."""
    return UNIT_CODES.get(words) or UNIT_CODES[words.removesuffix("s")]


def weekday_code(words: str) -> str:
    """*Monday* as ``WEEK-MON``."""
    return f"WEEK-{WEEKDAY_CODES[WEEKDAYS[words]]}"


_FIRST = re.compile(r"\d|[^\W\d_]+")


def first_word(low: str, at: int) -> str:
    """The word, or the first digit, that stands at ``at``."""
    m = _FIRST.match(low, at, at + 20)
    return "" if m is None else m.group()
