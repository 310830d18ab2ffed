"""Times that hang on an event or on a day of the story: *two weeks after the vote*, *that day*.

What they count from is not read, so nothing resolves them; their rule says so.
"""

from __future__ import annotations

import re

from detente.evidence.times.calendar_words import (
    COUNT,
    END,
    LONG_CODES,
    PART_OF_DAY,
    UNITS,
    S,
    count_of,
    unit_code,
    whole_units,
)
from detente.evidence.times.time_words import TimeWords

_PLURALS = rf"(?:minute|hour|day|week|month|year|decade|centurie)s{END}"
_SINGULARS = rf"(?:day|night|week|month|year){END}"

_BESIDE = re.compile(
    rf"(?:(?P<n>{COUNT}|an?)(?:{S}|-))?(?P<u>{UNITS})(?={S}"
    rf"(?P<w>after|before|following|preceding|into|prior{S}to|leading{S}up{S}to){S}[^\W\d_])"
)
# A length that something takes is counted from nothing: *it took six months before they met*.
_TAKEN = re.compile(
    r"\b(?:for|t[ao]kes?|took|taken|taking|last(?:s|ed|ing)?|spen[dt]s?|spending|wait(?:s|ed|ing)?|"
    r"every|each|per|over|throughout|during)[ \u00a0]"
    r"(?:(?:more|less|fewer|longer)[ \u00a0]than[ \u00a0]|(?:about|some|over|nearly|almost|"
    r"around|only|just|at[ \u00a0]least|up[ \u00a0]to|another|roughly)[ \u00a0])?$"
)
_WITHIN = re.compile(
    rf"within{S}(?:the{S})?(?:(?P<n>{COUNT}|an?)(?:{S}|-))?(?P<u>{UNITS})(?={S}(?:of|from){S}[^\W\d_])"
)
_THE_DAY = re.compile(
    rf"(?P<u>{_SINGULARS})(?:{S}(?P<part>{PART_OF_DAY}))?{S}"
    rf"(?P<w>before|after|following|leading{S}up{S}to)(?:(?={S}[^\W\d_])|(?=[.,;:)]))"
)
_EVE = re.compile(rf"eve(?={S}of{S}[^\W\d_])")
_THAT = re.compile(
    rf"(?:that(?:{S}same)?|same){S}(?:(?P<p>{PART_OF_DAY})|(?P<u>{_SINGULARS}))"
    rf"(?:{S}(?P<q>{PART_OF_DAY}))?(?!-|{S}(?:by|after|to){S}(?:day|night|week|month|year))"
)
_NEXT_PART = re.compile(rf"(?:next|following){S}(?P<p>{PART_OF_DAY})")
_AHEAD = re.compile(
    rf"(?:{_PLURALS}{S}and{S})?(?:(?P<u>{_PLURALS})|(?P<p>period{END})){S}(?:that{S}lies?{S})?"
    rf"(?:ahead|to{S}come){END}"
)
_THEN = re.compile(rf"(?P<w>subsequent|ensuing|intervening|following){S}(?P<u>{_PLURALS})")
_AFTER_WORDS = {"after", "following", "into"}


def _name(unit: str) -> str:
    code = unit_code(unit)
    return LONG_CODES.get(code, code)


def beside(low: str, text: str, at: int) -> TimeWords | None:
    """*Two weeks after* the vote, *days before* it, *eleven days into* the siege."""
    m = _BESIDE.match(low, at)
    if m is None or _TAKEN.search(low[max(0, at - 32) : at]):
        return None
    if m["n"] is None and (not m["u"].endswith("s") or m["w"] == "into"):
        return None
    sign = "+" if m["w"] in _AFTER_WORDS else "-"
    return _from_event(at, m, sign)


def within(low: str, text: str, at: int) -> TimeWords | None:
    """*Within three months of* the signing, *within hours of* it."""
    m = _WITHIN.match(low, at)
    if m is None or (m["n"] is None and not m["u"].endswith("s")):
        return None
    start = m.start("n") if m["n"] else m.start("u")
    return _from_event(start, m, "+")


def _from_event(start: int, m: re.Match[str], sign: str) -> TimeWords | None:
    count = count_of(m["n"])
    if isinstance(count, float):
        size, code = whole_units(count, unit_code(m["u"]))
        value = f"{code}{sign}{size:g}"
    else:
        name = m["u"] if count is None else f"{count}-{m['u']}"
        value = f"P-{name} {'future' if sign == '+' else 'past'}"
    return TimeWords(start, m.end(), value, "relative", "anchored")


def the_day(low: str, text: str, at: int) -> TimeWords | None:
    """*The day before* the vote, *the week leading up to* it, *the night after*."""
    m = _THE_DAY.match(low, at)
    if m is None or not low[max(0, at - 4) : at].startswith("the"):
        return None
    sign = "+" if m["w"] in _AFTER_WORDS else "-"
    value = f"{_name(m['u'])}{sign}1" + (f" T {m['part']}" if m["part"] else "")
    return TimeWords(at, m.end("part") if m["part"] else m.end("u"), value, "relative", "anchored")


def eve(low: str, text: str, at: int) -> TimeWords | None:
    """*The eve* of the vote."""
    m = _EVE.match(low, at)
    return None if m is None else TimeWords(at, m.end(), "D-1", "relative", "anchored")


def that(low: str, text: str, at: int) -> TimeWords | None:
    """*That day*, *the same year*, *that Sunday's* like: the one just told of."""
    m = _THAT.match(low, at)
    if m is None:
        return None
    part = m["p"] or m["q"] or ("night" if m["u"] == "night" else None)
    value = f"{_name(m['u'] or 'day')}+0" + (f" T {part}" if part else "")
    return TimeWords(at, m.end(), value, "relative", "anchored")


def next_part(low: str, text: str, at: int) -> TimeWords | None:
    """*The next morning*, *the following night*."""
    m = _NEXT_PART.match(low, at)
    if m is None or not low[max(0, at - 4) : at].startswith("the"):
        return None
    return TimeWords(at, m.end(), f"D+1 T {m['p']}", "relative", "anchored")


def ahead(low: str, text: str, at: int) -> TimeWords | None:
    """*Weeks and months ahead*, *days to come*, a hard *period ahead*."""
    m = _AHEAD.match(low, at)
    if m is None:
        return None
    value = "FUTURE" if m["p"] else f"P-{m['u']} future"
    return TimeWords(at, m.end(), value, "vague", "ahead")


def then(low: str, text: str, at: int) -> TimeWords | None:
    """*Subsequent weeks*, *the following months*."""
    m = _THEN.match(low, at)
    if m is None:
        return None
    return TimeWords(at, m.end(), f"P-{m['u']} future", "relative", "anchored")
