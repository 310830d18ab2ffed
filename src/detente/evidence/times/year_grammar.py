"""Years, decades, centuries, and the seasons and quarters that name a year."""

from __future__ import annotations

import re

from detente.evidence.times.calendar_words import (
    ORDINAL,
    SEASON,
    YEAR,
    S,
    ordinal_number,
)
from detente.evidence.times.resolution import (
    Precision,
    Relative,
    century_days,
    half_days,
    quarter_days,
    season_days,
    year_days,
)
from detente.evidence.times.time_words import TimeWords

_YEAR_RANGE = re.compile(rf"(?P<y>{YEAR})(?:[-–—/])(?P<y2>(?:{YEAR}|\d\d(?!\d)))(?![-–/]?\d|s\b)")

_YEAR = re.compile(rf"(?P<y>{YEAR})(?P<s>['’]?s(?![^\W_]))?")

_DECADE_WORD = re.compile(r"['’](?P<d>[1-9]0)s(?![^\W_])")

_SEASON = re.compile(
    rf"(?P<n>{SEASON})(?:{S}of)?(?:,?{S}(?P<y>{YEAR})(?:[-–/](?P<y2>(?:{YEAR}|\d\d(?!\d))))?)"
)

_QUARTER = re.compile(
    rf"(?:q(?P<q>[1-4])|h(?P<h>[12])|(?P<o>first|second|third|fourth|1st|2nd|3rd|4th|final|last){S}"
    rf"(?P<u>quarter|half))(?:(?:{S}of)?{S}(?P<y>{YEAR}))"
)

_QUARTER_FIRST = re.compile(rf"(?P<y>{YEAR})[ -]?q(?P<q>[1-4])(?![^\W_])")

_CENTURY = re.compile(rf"(?P<o>{ORDINAL})(?:{S}|-)(?:century|centuries)(?![^\W_])")

_FISCAL = re.compile(
    rf"(?:fy|fiscal{S}(?:year{S})?|financial{S}year{S}){S}?(?P<y>{YEAR})(?:[-/]\d\d(?:\d\d)?)?(?!\d)"
)

_NAME_BEFORE = re.compile(r"[A-Z]\w+ $")
_QUARTER_OF = re.compile(
    rf"(?P<o>first|second|third|fourth|1st|2nd|3rd|4th|final|last){S}(?P<u>quarter|half)"
    rf"(?:{S}of{S}(?:(?P<w>this|last|next){S}year|(?P<the>the{S}(?:current{S}|same{S})?year)))?"
    r"(?![^\W_])"
)

# A label in front makes a number a name: Resolution 1973, Agenda 2030, No. 2014.
_LABEL_BEFORE = re.compile(
    r"(?:resolutions?|no\.?|nos\.?|number|order|agenda|vision|article|section|paragraph|rule|"
    r"chapter|protocol|flight|page|line|room|case|expo|boeing|directive|act|law|decree|"
    r"circular|document|file|model|version|highway|route|unit|#|§|¶|[$€£¥₹₽₩]|level|iso|"
    r"regulation|announcement|proclamation|decision|bill)[ \u00a0]?$"
)

# After a bare number these make it a count, not a year.
_COUNTED_AFTER = re.compile(
    rf"(?:{S}|-)(?:people|persons|troops|soldiers|civilians|refugees|prisoners|casualties|deaths|"
    r"tonnes|tons|km|kilomet|miles|met(?:re|er)s|percent|per[ ]cent|euros|dollars|yuan|rubles|"
    r"roubles|yen|won|barrels|votes|seats|points|hours|days|weeks|months|years|times|men|women|"
    r"children|homes|houses|buildings|families|missiles|drones|tanks|shells|rockets|units|"
    r"vehicles|aircraft|mw\b|gw\b|workers|jobs|ships|fighters|militants|detainees|hostages|"
    r"m\b|mm\b|kg\b|mph\b|ft\b|million|billion|trillion)"
)

# A number of four digits far from our time is a year only behind such a word.
_FAR_YEAR_BEFORE = re.compile(
    r"(?:\bin|\bsince|\bof|\bby|\bfrom|\buntil|\bto|\bbefore|\bafter|\bcirca|\bduring|\band|\bthe|"
    r"\bbetween|\bearly|\blate|\bmid|\bpre|\bpost|\bas of|\()[ \u00a0-]?$"
)


def year_range(low: str, text: str, at: int) -> TimeWords | None:
    """*2018-2020*, *1978–79*, *2023/24*."""
    m = _YEAR_RANGE.match(low, at)
    if m is None:
        return None
    first, tail = int(m["y"]), m["y2"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    if last <= first:
        return None
    days = year_days(first)[0], year_days(last)[1]
    return TimeWords(at, m.end(), f"{first}/{last}", "range", "range", days, "range")


def year(low: str, text: str, at: int) -> TimeWords | None:
    """A year, or the decade that begins with it (*1990s*), where it is no count and no label."""
    m = _YEAR.match(low, at)
    if m is None:
        return None
    number = int(m["y"])
    before = low[max(0, at - 16) : at]
    if m["s"]:
        if number % 10 or number < 1500:
            return None
        # *the 1700s* are a century where *the 1900s* may be ten years.
        last = number + (99 if number % 100 == 0 and number < 1900 else 9)
        days = year_days(number)[0], year_days(last)[1]
        precision: Precision = "decade" if last == number + 9 else "range"
        return TimeWords(at, m.end(), f"{number}s", "decade", "decade", days, precision)
    after = low[m.end() : m.end() + 2]
    if (after[:1] in ".,:/" and after[1:2].isdigit()) or after[:1] in "%°+":
        return None
    if _LABEL_BEFORE.search(before) or _COUNTED_AFTER.match(low, m.end()):
        return None
    if after[:1].isalpha():
        return None
    if not 1900 <= number < 2100 and not _FAR_YEAR_BEFORE.search(low[max(0, at - 10) : at]):
        return None
    return TimeWords(at, m.end(), f"{number}", "year", "year", year_days(number), "year")


def short_decade(low: str, at: int) -> TimeWords | None:
    """*’90s*."""
    m = _DECADE_WORD.match(low, at)
    if m is None or (at and low[at - 1].isalnum()):
        return None
    # ’90s without a century are those of the twentieth in news and diplomacy alike.
    first = 1900 + int(m["d"])
    days = year_days(first)[0], year_days(first + 9)[1]
    return TimeWords(at + 1, m.end(), f"{first}s", "decade", "decade", days, "decade")


def season(low: str, text: str, at: int) -> TimeWords | None:
    """*spring of 2022*, *winter 1978–1979*."""
    m = _SEASON.match(low, at)
    if m is None:
        return None
    if text[at].isupper() and _NAME_BEFORE.search(text, max(0, at - 20), at):
        return None  # the Arab Spring of 2011
    begins = int(m["y"])
    value = f"{begins}-{m['n'].upper()}"
    return TimeWords(at, m.end(), value, "season", "season", season_days(begins, m["n"]), "quarter")


def quarter(low: str, text: str, at: int) -> TimeWords | None:
    """*Q3 2024*, *third quarter of 2024*, *first half of 2024*."""
    m = _QUARTER.match(low, at) or _QUARTER_FIRST.match(low, at)
    if m is None:
        return None
    part = m.groupdict()
    of = int(part["y"])
    if part.get("h") or part.get("u") == "half":
        n = int(part["h"] or {"first": 1, "1st": 1}.get(part["o"], 2))
        return TimeWords(at, m.end(), f"{of}-H{n}", "half", "quarter", half_days(of, n), "range")
    n = int(part["q"]) if part["q"] else _quarter_number(part["o"])
    days = quarter_days(of, n)
    return TimeWords(at, m.end(), f"{of}-Q{n}", "quarter", "quarter", days, "quarter")


def quarter_of(low: str, text: str, at: int) -> TimeWords | None:
    """*third quarter of last year*; *the first quarter* alone stays open."""
    m = _QUARTER_OF.match(low, at)
    if m is None:
        return None
    if m["u"] == "half":
        if not (m["w"] or m["the"]):
            return None  # of a match, of an hour
        name = "H1" if m["o"] in {"first", "1st"} else "H2"
    else:
        name = f"Q{_quarter_number(m['o'])}"
    by = {"last": -1, "next": 1}.get(m["w"] or "", 0)
    if not (m["w"] or m["the"]):
        return TimeWords(at, m.end(), f"XXXX-{name}", "quarter", "quarter")
    relative = Relative("shift", "Y", by, part=name)
    value = f"Y{by:+d} {name}"
    return TimeWords(at, m.end(), value, "quarter", "quarter", relative=relative)


def _quarter_number(word: str) -> int:
    return 4 if word in {"final", "last"} else ordinal_number(word)


def century(low: str, text: str, at: int) -> TimeWords | None:
    """*20th century*."""
    m = _CENTURY.match(low, at)
    if m is None:
        return None
    n = ordinal_number(m["o"])
    if not 1 <= n <= 30:
        return None
    return TimeWords(at, m.end(), f"C{n}", "century", "century", century_days(n), "range")


def fiscal(low: str, text: str, at: int) -> TimeWords | None:
    """A budget year: its days depend on the country, so it is not resolved."""
    m = _FISCAL.match(low, at)
    return None if m is None else TimeWords(at, m.end(), f"FY{m['y']}", "fiscal_year", "year")
