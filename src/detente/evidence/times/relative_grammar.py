"""Times that count from a day: weekdays, *last week*, *three days ago*, *later this month*."""

from __future__ import annotations

import re

from detente.evidence.times.calendar_words import (
    COUNT,
    END,
    LONG_CODES,
    MONTH,
    MONTH_CODES,
    PART_OF_DAY,
    SEASON,
    SEASONS,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    S,
    count_of,
    month_number,
    unit_code,
    weekday_code,
    whole_units,
)
from detente.evidence.times.resolution import (
    Relative,
)
from detente.evidence.times.time_words import TimeWords, shift, with_part

_CALENDAR_UNIT = rf"(?:week|weekend|fortnight|month|quarter|year|decade|century){END}"

_WEEKDAY = re.compile(rf"(?P<d>{WEEKDAY})(?:{S}(?P<p>{PART_OF_DAY}))?")

_DAY_WORD = re.compile(
    rf"(?:(?P<before>(?:the{S})?day{S}before{S}yesterday|(?:the{S})?day{S}after{S}tomorrow)|"
    rf"(?:(?P<edge>later|earlier){S})?(?P<w>yesterday|today|tomorrow){END}"
    rf"(?:{S}(?P<p>{PART_OF_DAY}))?|(?P<n>tonight){END})"
)

_THIS = re.compile(
    rf"(?:(?P<edge>later|earlier|early|late|sometime|mid){S})?"
    rf"(?P<w>this|last|next|(?P<the>the{S}(?:following|previous|preceding)))"
    rf"{S}(?:(?P<u>{_CALENDAR_UNIT}|night{END}|morning{END}|afternoon{END}|evening{END})|"
    rf"(?P<d>{WEEKDAY})(?:{S}(?P<p>{PART_OF_DAY}))?|(?P<s>{SEASON})|(?P<m>{MONTH}))"
)

# *two or three years ago*, *the next 10 to 15 years*: the second number is the one that counts.
_OR = rf"(?:{COUNT}(?:,{S}|{S}(?:or|to){S}|[-–])(?={COUNT}))?"
_UNITS_TOO = rf"(?:{S}and{S}(?:hour|day|week|month|year|decade)s{END})?"

_PERIOD = re.compile(
    rf"(?P<w>last|past|previous|preceding|next|coming|following){S}(?:{_OR}(?P<n>{COUNT}){S})?"
    rf"(?P<u>{UNITS}){_UNITS_TOO}"
)

_RECENT = re.compile(rf"recent{S}(?P<u>(?:hour|day|week|month|year|decade)s{END}){_UNITS_TOO}")

_AGO = re.compile(
    rf"{_OR}(?P<n>{COUNT}|an?)(?:{S}|-)(?P<u>{UNITS})(?P<half>{S}and{S}an?{S}half)?{S}"
    rf"(?P<w>ago|earlier|later|from{S}now|hence|beforehand|afterwards|"
    rf"before(?=[.,;:)]|$)){END}"
)

_BARE_AGO = re.compile(
    rf"(?P<u>(?:hour|day|week|month|year|decade|centurie)s{END}){S}(?P<w>ago|earlier|later){END}"
)

_VAGUE = re.compile(rf"(?:near|foreseeable){S}future{END}")

_LATER_IN = re.compile(rf"(?P<e>later|earlier){S}in{S}the{S}(?P<u>day|week|month|year|decade){END}")

_WEEKEND = re.compile(rf"(?:over|at|on|during){S}the{S}(?P<w>weekend){END}")

_OVERNIGHT = re.compile(rf"overnight{END}")

_DIRECTION = {"this": 0, "last": -1, "next": 1}

_LONG_UNIT = {
    "W": "WEEK",
    "M": "MONTH",
    "Y": "YEAR",
    "Q": "QUARTER",
    "WE": "WEEKEND",
    "10Y": "DECADE",
    "D": "DAY",
}


def weekday(low: str, text: str, at: int) -> TimeWords | None:
    """*Monday*, *Thursday evening*."""
    m = _WEEKDAY.match(low, at)
    if m is None or not text[at].isupper():
        return None
    value = weekday_code(m["d"]) + (f" T {m['p']}" if m["p"] else "")
    relative = Relative("weekday", number=WEEKDAYS[m["d"]])
    return TimeWords(at, m.end(), value, "weekday", "weekday", relative=relative)


def day_word(low: str, text: str, at: int) -> TimeWords | None:
    """*yesterday*, *tomorrow morning*, *tonight*, *later today*."""
    m = _DAY_WORD.match(low, at)
    if m is None:
        return None
    if m["before"]:
        by = -2 if "yesterday" in m["before"] else 2
        start = at + (4 if m["before"].startswith("the") else 0)
        return shift(start, m.end(), "D", by)
    if m["n"]:
        return shift(at, m.end(), "D", 0, suffix=" T night")
    by = {"yesterday": -1, "today": 0, "tomorrow": 1}[m["w"]]
    if m["edge"]:
        return TimeWords(
            at,
            m.end(),
            f"D{by:+d} {m['edge']}",
            "relative",
            "relative",
            relative=Relative("shift", "D", by),
        )
    return shift(at, m.end(), "D", by, suffix=f" T {m['p']}" if m["p"] else "")


def this(low: str, text: str, at: int) -> TimeWords | None:
    """A unit, weekday, season or month behind *this*, *last* or *next*."""
    m = _THIS.match(low, at)
    if m is None:
        return None
    edge = m["edge"]
    if m["the"]:
        return None
    by = _DIRECTION[m["w"]]
    if m["d"]:
        if not text[m.start("d")].isupper():
            return None
        value = f"{weekday_code(m['d'])}{by:+d}" + (f" T {m['p']}" if m["p"] else "")
        relative = Relative("weekday", by=by, number=WEEKDAYS[m["d"]])
        return TimeWords(at, m.end(), value, "weekday", "weekday", relative=relative)
    if m["m"]:
        if not text[m.start("m")].isupper() or re.match(rf"{S}\d", low[m.end() : m.end() + 3]):
            return None
        month = month_number(m["m"])
        relative = Relative("month", by=by, number=month)
        found = TimeWords(
            at,
            m.start("m") + len(m["m"].rstrip(".")),
            f"{MONTH_CODES[month - 1]}{by:+d}",
            "month",
            "month",
            relative=relative,
        )
        return with_part(found, at, edge) if edge in {"early", "mid", "late"} else found
    if m["s"]:
        number = list(SEASONS).index(m["s"])
        relative = Relative("season", by=by, number=number)
        return TimeWords(
            at, m.end(), f"{m['s'].upper()}{by:+d}", "season", "season", relative=relative
        )
    return _this_unit(low, at, m, by)


def _this_unit(low: str, at: int, m: re.Match[str], by: int) -> TimeWords | None:
    edge, unit = m["edge"], m["u"]
    if unit in {"night", "morning", "afternoon", "evening"}:
        if m["w"] == "next":
            return None
        if edge and m["w"] == "this":
            at = m.start("w")
        return shift(at, m.end(), "D", by, suffix=f" T {unit}")
    code = unit_code(unit)
    if edge in {"later", "earlier"} and by == 0:
        return TimeWords(
            at,
            m.end(),
            f"{_LONG_UNIT.get(code, code)}+{edge}",
            "relative",
            "relative",
            relative=Relative("shift", code, 0, part=edge),
        )
    if edge in {"early", "mid", "late"}:
        return with_part(shift(at, m.end(), code, by), at, edge)
    start = m.start("w") if edge else at
    return shift(start, m.end(), code, by)


def period(low: str, text: str, at: int) -> TimeWords | None:
    """*the last three years*, *the next few days*, *the following day*."""
    m = _PERIOD.match(low, at)
    if m is None:
        return None
    word, unit, count = m["w"], unit_code(m["u"]), count_of(m["n"])
    plural = m["u"].endswith("s")
    if count is None and not plural:
        return _next_of_story(low, at, m)
    if word in {"following", "preceding"}:
        return None
    ahead = word in {"next", "coming"}
    tense = "future" if ahead else "past"
    if isinstance(count, float):
        by = count if ahead else -count
        size, code = whole_units(count, unit)
        value = f"P{size:g}{code} {tense}"
        relative = Relative("period", unit, by) if count == int(count) else None
        return TimeWords(at, m.end(), value, "relative", "relative", relative=relative)
    name = m["u"] if count is None else f"{count}-{m['u']}"
    return TimeWords(at, m.end(), f"P-{name} {tense}", "relative", "relative")


def _next_of_story(low: str, at: int, m: re.Match[str]) -> TimeWords | None:
    """*the following day*, *the past year*: from a point of the story, or up to now."""
    word, unit = m["w"], unit_code(m["u"])
    if word in {"past", "coming"}:
        by = -1 if word == "past" else 1
        tense = "past" if by < 0 else "future"
        size, code = whole_units(1, unit)
        return TimeWords(
            at,
            m.end(),
            f"P{size:g}{code} {tense}",
            "relative",
            "relative",
            relative=Relative("period", unit, by),
        )
    if word == "last" and unit not in {"D"}:
        return None
    if word in {"last", "next"} and not low[max(0, at - 4) : at].startswith("the"):
        return None
    if word == "last":
        return None
    by = 1 if word in {"next", "following"} else -1
    return TimeWords(at, m.end(), f"{LONG_CODES.get(unit, unit)}{by:+d}", "relative", "anchored")


def recent(low: str, text: str, at: int) -> TimeWords | None:
    """*recent weeks*."""
    m = _RECENT.match(low, at)
    return None if m is None else TimeWords(at, m.end(), f"P-{m['u']} past", "vague", "vague")


def vague(low: str, text: str, at: int) -> TimeWords | None:
    """*the near future*; adverbs such as *recently* and *now* name no time."""
    m = _VAGUE.match(low, at)
    return None if m is None else TimeWords(at, m.end(), "P future", "vague", "vague")


def later_in(low: str, text: str, at: int) -> TimeWords | None:
    """*later in the week*, *earlier in the year*."""
    m = _LATER_IN.match(low, at)
    if m is None:
        return None
    code = unit_code(m["u"])
    relative = Relative("shift", code, 0, part=m["e"])
    name = _LONG_UNIT.get(code, LONG_CODES.get(code, code))
    return TimeWords(at, m.end(), f"{name}+{m['e']}", "relative", "relative", relative=relative)


def ago(low: str, text: str, at: int) -> TimeWords | None:
    """*three days ago*, *two weeks later*, *months earlier*."""
    m = _AGO.match(low, at) or _BARE_AGO.match(low, at)
    if m is None:
        return None
    unit = unit_code(m["u"])
    word = m["w"].split()[0]
    count = count_of(m["n"]) if m.re is _AGO else None
    if isinstance(count, float) and m["half"]:
        count += 0.5
    back = word in {"ago", "earlier", "before", "beforehand"}
    anchored = word in {"ago", "from", "hence"}
    if not isinstance(count, float):
        name = m["u"] if count is None else f"{count}-{m['u']}"
        value = f"P-{name} {'past' if back else 'future'}"
        return TimeWords(at, m.end(), value, "relative", "ago" if anchored else "anchored")
    by = -count if back else count
    size, code = whole_units(count, unit)
    value = f"{code}{-size if back else size:+g}"
    if not anchored:
        return TimeWords(at, m.end(), value, "relative", "anchored")
    if count != int(count):
        unit, by = code, -size if back else size
    exact = by == int(by) and unit not in {"h", "min", "s"}
    relative = Relative("shift", unit, by) if exact else None
    return TimeWords(at, m.end(), value, "relative", "ago", relative=relative)


def weekend(low: str, text: str, at: int) -> TimeWords | None:
    """*over the weekend*: which one, the words leave open."""
    m = _WEEKEND.match(low, at)
    if m is None:
        return None
    return TimeWords(m.start("w"), m.end(), "WE", "relative", "relative")


def overnight(low: str, text: str, at: int) -> TimeWords | None:
    """*overnight*."""
    m = _OVERNIGHT.match(low, at)
    return None if m is None else TimeWords(at, m.end(), "D-1 T overnight", "vague", "vague")
