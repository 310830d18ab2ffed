"""Times of day by the clock, with their zones."""

from __future__ import annotations

import re

from detente.evidence.times.calendar_words import (
    END,
    S,
)
from detente.evidence.times.time_words import TimeWords

_CLOCK = re.compile(
    rf"(?:(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d))?[ \u00a0]?(?P<x>a\.?m\.?|p\.?m\.?){END}|"
    rf"(?P<h2>[01]?\d|2[0-3]):(?P<m2>[0-5]\d)(?::[0-5]\d)?(?![\d:])|"
    rf"(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)(?={S}(?:gmt|utc|hours|hrs|cet|msk|est|z)))"
    rf"(?:{S}(?:hours{S}|hrs{S})?(?P<z>gmt|utc|bst|cest|cet|eest|eet|edt|est|cdt|cst|pdt|pst|msk|ist|jst|kst|et|"
    rf"eastern(?:{S}time)?|local{S}time|[a-z]+{S}time){END})?"
)

_AT = re.compile(r"\b(?:at|by|until|till|from|to|before|after|around)[ \u00a0]$")

_NOON = re.compile(
    rf"(?:at|by|until|till|from|before|after){S}(?P<w>noon|midday|midnight|dawn|dusk){END}"
)


def clock(low: str, text: str, at: int) -> TimeWords | None:
    """*17:00 GMT*, *5.30 p.m.*, *0900 UTC*."""
    m = _CLOCK.match(low, at)
    if m is None:
        return None
    hour = int(m["h"] or m["h2"] or m["h3"])
    minute = int(m["m"] or m["m2"] or m["m3"] or 0)
    zone = m["z"]
    if m["x"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if m["x"].startswith("p") else 0)
    elif (
        m["h2"] and len(m["h2"]) == 1 and zone is None and not _AT.search(low[max(0, at - 8) : at])
    ):
        return None  # a score or a verse, as in 3:16
    end = m.end()
    if zone is None:
        pass
    elif zone.endswith("time"):
        if not zone.startswith(("local", "eastern")) and not text[m.start("z")].isupper():
            end, zone = m.start("z"), None
    elif not text[m.start("z") : m.end("z")].isupper() and not zone.startswith("eastern"):
        end, zone = m.start("z"), None
    while text[end - 1].isspace():
        end -= 1
    label = "" if zone is None else " " + text[m.start("z") : m.end("z")]
    return TimeWords(at, end, f"T{hour:02}:{minute:02}{label}", "clock", "clock")


def noon(low: str, text: str, at: int) -> TimeWords | None:
    """*at noon*, *until midnight*: the preposition tells them from other uses."""
    m = _NOON.match(low, at)
    if m is None:
        return None
    clock = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(m["w"], m["w"])
    return TimeWords(m.start("w"), m.end(), f"T{clock}", "clock", "clock")
