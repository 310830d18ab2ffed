"""Words around a bare day, month or weekday that say which side of today it lies on.

They go before the tense of the clause, which reported speech shifts back (*unless they were
freed by 20 March*): deadlines lie ahead; a day on which something takes effect, or by which it
had been promised or planned, is the nearest of its name.
"""

from __future__ import annotations

import re

from detente.evidence.reading import Reading
from detente.evidence.times.resolution import Tense

_REACH = 100
_SPACE = r"[ \u00a0\n]"
_LIMIT = re.compile(
    rf"(?:\b(?P<by>by|no later than|not later than)|\b(?P<until>until|till|through|up to)|"
    rf"\b(?P<due>deadline(?: of| is| for| on)?|expir(?:es?|ing|y)(?: on| in)?|due(?: on| in| by)?|"
    rf"ultimatum(?: of| for)?|cut-off(?: date)?(?: of| is)?))(?:{_SPACE}the)?{_SPACE}$",
    re.IGNORECASE,
)
_EFFECT = re.compile(
    rf"\b(?:effective(?: on| from| as of)?|starting(?: on| from| in)?|as from|"
    rf"with effect from){_SPACE}$",
    re.IGNORECASE,
)
_ONCE_PLANNED = re.compile(
    r"\b(?:originally|initially|previously|earlier|had been|was to have)\b[^,;.]{0,20}"
    r"\b(?:planned|scheduled|due|set|expected|slated|taken place|opened|started|begun)\b"
    r"[^,;.]{0,30}$",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:unless|if|provided that|as soon as|in case|should)\b[^,;.]{0,80}$", re.IGNORECASE
)
# *LIMA, March 4 (Agency) -* tells the day of the report.
_DATELINE = re.compile(r"[A-Z][A-Z .'’/-]{2,40}(?:, [A-Z][A-Za-z.]{1,15})?,[ \u00a0]")
_PLUPERFECT = re.compile(r"\bhad\b", re.IGNORECASE)
_MODAL = re.compile(
    r"\b(?:will|would|shall|should|must|may|might|could|can|to|unless|if|agreed|pledged|vowed|"
    r"promised|gave|given|urged|told|demanded|ordered)\b",
    re.IGNORECASE,
)
_LASTED = re.compile(
    r"\b(?:was|were|served|lasted|stayed|remained|held|ran|ruled|lived|worked|continued|fought|"
    r"waited|led|headed|governed|chaired)\b",
    re.IGNORECASE,
)
# What is put off or drawn out runs on into the future, whatever the tense.
_DRAWN_OUT = re.compile(
    r"\b(?:extend|renew|prolong|postpone|delay|suspend|ban|bar|clos|defer|adjourn|remand|put off|"
    r"push|halt|paus|froze|freez|exempt|waiv|grant|valid|in force|jail)\w*",
    re.IGNORECASE,
)


def direction(reading: Reading, start: int, end: int, tense: Tense | None) -> Tense | None:
    """``tense``, or what the words around ``start:end`` say instead of it."""
    sentence = reading.sentence_at(start)
    low = max(0 if sentence is None else sentence.start, start - _REACH)
    before = reading.text[low:start]
    if _DATELINE.fullmatch(before):
        return "nearest"
    limit = _LIMIT.search(before)
    if limit is not None:
        return _of_limit(before[: limit.start()], limit, tense)
    if tense == "past" and _EFFECT.search(before):
        return "nearest"
    if _ONCE_PLANNED.search(before):
        return "nearest"
    if tense != "future" and _CONDITION.search(before):
        return "nearest"
    return tense


def _of_limit(before: str, limit: re.Match[str], tense: Tense | None) -> Tense | None:
    if limit["due"]:
        return "past" if tense == "past" and _PLUPERFECT.search(before) else "future"
    if not before.strip():
        return tense  # *By 3 May they had left*, *Until 3 May they stay*
    if limit["by"]:
        if _PLUPERFECT.search(before):
            return "nearest" if _MODAL.search(before) else tense
        return "future"
    if _LASTED.search(before) and not _DRAWN_OUT.search(before):
        return tense if _MODAL.search(before) else "past"
    return "future"
