"""Years and months counted from a beginning: *entering its third year*, *the fifth anniversary*."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.checks.dates.lengths import NUMBER, whole_number
from detente.checks.letters import small
from detente.evidence.figures.number_words import ORDINALS

_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_NTH = rf"(?P<nth>{_ORDINAL}|\d{{1,3}}(?:st|nd|rd|th))"
_YEAR_OF = re.compile(
    rf"(?<!\w)(?:(?P<edge>enter(?:s|ed|ing)?|begin(?:s|ning)?|start(?:s|ing)?|mark(?:s|ed|ing)?\sthe\s"
    rf"(?:start|beginning)\sof)\s)?(?:its|the|their|his|her|a)\s(?P<near>nearly\s)?{_NTH}[\s-]"
    rf"(?P<unit>year|month|anniversary)(?!\w)",
    re.IGNORECASE,
)
_LENGTH_OF = re.compile(
    rf"(?<![\w.,-])(?P<n>{NUMBER})(?P<half>\sand\sa\shalf|-and-a-half)?(?:\s|-)(?P<unit>years?|months?)"
    rf"(?:\s(?:of|into)\s(?:the\s)?(?:[\w’'-]+\s){{0,3}}?|-(?:old|long)\s|\s|-)"
    rf"(?P<what>war|conflict|invasion|fighting|siege|blockade|pandemic)\b",
    re.IGNORECASE,
)
_EDGE_DAYS = 75
"""*Entering its third year* is written for weeks before and after the day itself."""
_SLACK_DAYS = 31
_YEAR_DAYS = 365.2425
_MONTH_DAYS = _YEAR_DAYS / 12


@dataclass(frozen=True, slots=True)
class Counted:
    """Words at ``start:end`` that fit from ``low`` to ``high`` days after the beginning."""

    start: int
    end: int
    low: float
    high: float

    def window(self, begun: dt.date) -> tuple[dt.date, dt.date]:
        """The days on which the words are true of what began on ``begun``."""
        return (begun + dt.timedelta(days=self.low), begun + dt.timedelta(days=self.high))


def find_counted(text: str, start: int, end: int) -> Iterator[Counted]:
    """Ordinals of years and months, anniversaries and lengths of a war, in ``text[start:end]``."""
    for m in _YEAR_OF.finditer(text, start, end):
        word = small(m["nth"])
        n = ORDINALS[word] if word in ORDINALS else int(word[:-2])
        step = _MONTH_DAYS if small(m["unit"]) == "month" else _YEAR_DAYS
        if small(m["unit"]) == "anniversary":
            yield Counted(m.start(), m.end(), n * step - _EDGE_DAYS, n * step + _EDGE_DAYS)
        elif m["edge"]:
            at = (n - 1) * step
            yield Counted(m.start(), m.end(), at - _EDGE_DAYS, at + _EDGE_DAYS)
        else:
            yield Counted(m.start(), m.end(), (n - 1) * step - _SLACK_DAYS, n * step + _SLACK_DAYS)
    for m in _LENGTH_OF.finditer(text, start, end):
        step = _MONTH_DAYS if small(m["unit"]).startswith("month") else _YEAR_DAYS
        count = whole_number(m["n"]) + (0.5 if m["half"] else 0.0)
        if count:
            slack = max(step, _SLACK_DAYS)
            yield Counted(
                m.start(), m.end(), (count - 0.75) * step - _SLACK_DAYS, count * step + slack
            )
