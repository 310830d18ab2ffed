"""Dates made wrong: another weekday, a day that is none, a range turned round, a later year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from benchmarks.mutations.text import Mutant, TrueText, some

MONTHS = {name: n for n, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(MONTHS)
_FULL = re.compile(
    rf"\b(?:(?P<m>{_MONTH}) (?P<d>\d{{1,2}}), (?P<y>\d{{4}})|(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH}) "
    r"(?P<y2>\d{4}))\b"
)
_RANGE = re.compile(rf"\b(?P<m>{_MONTH}) (?P<a>\d{{1,2}})(?P<dash>[-–])(?P<b>\d{{1,2}})\b")
_YEARS = re.compile(
    r"\b[Bb]etween (?:the years of )?(?P<a>(?:19|20)\d\d) and (?P<b>(?:19|20)\d\d)\b"
)
# A verb of what happened, then its date: the only one in its clause.
_PAST_ON = re.compile(
    r"\b(?:signed|held|met|ratified|adopted|issued|laid out|visited|landed|killed|rejected)\b"
    rf"[^.;:()]{{0,60}}? (?:on|in) "
    rf"(?:(?:{_MONTH}) \d{{1,2}}, |\d{{1,2}} (?:{_MONTH}) |(?:{_MONTH}) )?"
    r"(?P<y>(?:19|20)\d\d)\b"
)
_AHEAD_BY = re.compile(
    rf"\b(?:will|shall|commit to)\b[^.;:()]{{0,80}}? (?:on|by|in) (?:{_MONTH}) \d{{1,2}}, "
    r"(?P<y>(?:19|20)\d\d)\b"
)
_OPEN = re.compile(rf"\b(?:{_MONTH}) (?P<d>\d{{1,2}})\b(?!\d|, \d{{4}}|[-–])")
_IN_YEAR = re.compile(r"\b[Ii]n (?P<y>(?:19|20)\d\d)\b")
_WEEKDAY = re.compile(r"\b(?:" + "|".join(calendar.day_name) + r")\b(?!,)")
# With a weekday beside it, or told as past, the other day may be wrong by itself.
_TWO = ("CON603", "TIM201", "CON602")
_FIRST_GREGORIAN = 1924


def wrong_weekday(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A full date gets a weekday that it is not, or its weekday is changed."""
    rng = source.random(seed, "weekday")
    found = [m for m in _FULL.finditer(source.text) if _date(m).year >= _FIRST_GREGORIAN]
    for m in some(rng, found, 2):
        day = _date(m)
        wrong = calendar.day_name[(day.weekday() + rng.randint(1, 6)) % 7]
        start = m.start()
        named = re.search(r"\b(\w+day), $", source.text[:start])
        if named:
            start = named.start()
        new = f"{wrong}, {m.group()}"
        yield _mutant(source, "weekday", start, m.end(), new, ("TIM201",))


def no_such_day(source: TrueText, seed: int) -> Iterator[Mutant]:
    """The day of a full date goes past the end of its month."""
    rng = source.random(seed, "day")
    for m in some(rng, list(_FULL.finditer(source.text)), 1):
        day = _date(m)
        last = calendar.monthrange(day.year, day.month)[1]
        group = "d" if m["d"] else "d2"
        new = str(last + 1)
        yield _mutant(source, "no such day", m.start(group), m.end(group), new, ("TIM202",))


def turned_range(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A range of days or years is turned round."""
    rng = source.random(seed, "range")
    for pattern in (_RANGE, _YEARS):
        found = [m for m in pattern.finditer(source.text) if int(m["a"]) < int(m["b"])]
        for m in some(rng, found, 2):
            between = source.text[m.end("a") : m.start("b")]
            new = f"{m['b']}{between}{m['a']}"
            yield _mutant(source, "range turned", m.start("a"), m.end("b"), new, ("TIM203",))


def other_year(source: TrueText, seed: int) -> Iterator[Mutant]:
    """The year of a past event is set after the document, that of a planned one before it."""
    if source.day is None:
        return
    rng = source.random(seed, "year")
    for m in some(rng, list(_PAST_ON.finditer(source.text)), 2):
        new = str(source.day.year + rng.randint(1, 4))
        yield _mutant(source, "past in the future", m.start("y"), m.end("y"), new, ("CON602",))
    for m in some(rng, list(_AHEAD_BY.finditer(source.text)), 2):
        new = str(source.day.year - rng.randint(1, 4))
        yield _mutant(source, "plan in the past", m.start("y"), m.end("y"), new, ("CON602",))


def other_day(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A second version of the text has another day for one event."""
    rng = source.random(seed, "version day")
    for m in some(rng, list(_FULL.finditer(source.text)), 2):
        group = "d" if m["d"] else "d2"
        days = [d for d in range(1, 28) if d != int(m[group])]
        new = str(rng.choice(days))
        yield _mutant(source, "other day", m.start(group), m.end(group), new, _TWO, pair=True)


def other_open_day(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A second version of the text has another day for one event, the year not stated."""
    rng = source.random(seed, "version open day")
    found = [m for m in _OPEN.finditer(source.text) if m["d"]]
    for m in some(rng, found, 2):
        new = str(rng.choice([d for d in range(1, 28) if d != int(m["d"])]))
        yield _mutant(source, "other open day", m.start("d"), m.end("d"), new, _TWO, pair=True)


def other_year_in_version(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A second version of the text has another year for one event."""
    rng = source.random(seed, "version year")
    for m in some(rng, list(_IN_YEAR.finditer(source.text)), 2):
        new = str(int(m["y"]) + rng.choice([-3, -2, -1, 1, 2]))
        yield _mutant(source, "other year", m.start("y"), m.end("y"), new, _TWO, pair=True)


def other_weekday(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A second version of the text has another day of the week."""
    rng = source.random(seed, "version weekday")
    for m in some(rng, list(_WEEKDAY.finditer(source.text)), 2):
        new = rng.choice([d for d in calendar.day_name if d != m.group()])
        yield _mutant(source, "other weekday", m.start(), m.end(), new, _TWO, pair=True)


def _mutant(
    source: TrueText,
    kind: str,
    start: int,
    end: int,
    new: str,
    codes: tuple[str, ...],
    *,
    pair: bool = False,
) -> Mutant:
    text = source.text[:start] + new + source.text[end:]
    old = source.text[start:end]
    return Mutant("TIM", kind, source, text, old, new, codes, source.day, pair)


def _date(m: re.Match[str]) -> dt.date:
    month, day, year = (m["m"], m["d"], m["y"]) if m["m"] else (m["m2"], m["d2"], m["y2"])
    return dt.date(int(year), MONTHS[month], int(day))


CHANGES = (
    wrong_weekday,
    no_such_day,
    turned_range,
    other_year,
    other_day,
    other_open_day,
    other_year_in_version,
    other_weekday,
)
