"""Days and times of the year that have names: *Christmas*, *Ramadan*, *New Year's Eve*, *year-end*.

Feasts that move with the moon or the week have a value and no days.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.evidence.times.calendar_words import END, S
from detente.evidence.times.resolution import Relative
from detente.evidence.times.time_words import TimeWords, shift, with_part

_FIXED: Mapping[str, tuple[int, int]] = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year": (1, 1),
    "may day": (5, 1),
    "victory day": (5, 9),
    "nowruz": (3, 21),
}
_MOVING = (
    "easter sunday|easter monday|easter|good friday|ramadan|eid al-fitr|eid al-adha|eid|"
    "thanksgiving|lunar new year|passover|yom kippur|rosh hashanah|hanukkah|diwali|orthodox easter"
)
_NAMES = re.compile(
    rf"(?P<m>{_MOVING}){END}|(?P<f>"
    + "|".join(sorted((n.replace("'", "['’]") for n in _FIXED), key=len, reverse=True))
    + rf"){END}"
)
# *Easter Island*, *Nowruz Square*: a name goes on. *Nowruz wishes* are of any day.
_GOES_ON = re.compile(
    rf"{S}[A-Z]|-[A-Z]|(?:{S}[\w’'-]+){{0,2}}?{S}(?:greet|wish|congratulat|card|gift|tree)"
)
_WISHED = re.compile(
    r"\b(?:wish|greet|congratulat|happy|merry)[a-z]*(?:[ \u00a0][\w’'-]+){0,8}[ \u00a0]$", re.I
)
_YEAR_END = re.compile(rf"year(?:['’]s{S}|-|{S})end{END}")

FIRST_WORDS = frozenset(name.split()[0] for name in [*_FIXED, *_MOVING.split("|")])
"""The words with which a named day can begin, in lower case."""


def named_day(low: str, text: str, at: int) -> TimeWords | None:
    """A feast or other day with a name of its own, in capitals."""
    if not text[at].isupper():
        return None
    m = _NAMES.match(low, at)
    if m is None or _GOES_ON.match(text, m.end()):
        return None
    if _WISHED.search(low[max(0, at - 64) : at]):
        return None
    if re.search(r" [a-z]", text[at : m.end()]):
        return None  # *New year, new talks*, *Good friday*
    if m["m"]:
        value = m["m"].upper().replace(" ", "-")
        return TimeWords(at, m.end(), value, "date", "named_day")
    month, day = _FIXED[m["f"].replace("’", "'")]
    return TimeWords(
        at,
        m.end(),
        f"XXXX-{month:02}-{day:02}",
        "date",
        "named_day",
        relative=Relative("day", number=month, day=day),
    )


def year_end(low: str, text: str, at: int) -> TimeWords | None:
    """*year-end*, *year's end*: the end of this year."""
    m = _YEAR_END.match(low, at)
    return None if m is None else with_part(shift(at, m.end(), "Y", 0), at, "end")
