"""Words beside a title that put the office in the past, in the future, or in a thought."""

from __future__ import annotations

from detente.checks.offices.line import Line
from detente.evidence.naming.person_titles import POSSESSIVES

# *former President*, *the late Prime Minister*, *then-Chancellor*, *President-elect*.
_GONE = frozenset(
    """former then ex late onetime erstwhile ousted deposed previous past disgraced slain
    assassinated outgoing incoming future ex-president would-be aspiring self-proclaimed
    self-declared""".split()
)
_NOT_YET = frozenset("elect designate select nominee candidate hopeful nominate".split())
# *under President …*, *since President … took office*.
_TIMES = frozenset(
    "under during since before until till when unlike like if unless whether".split()
)
# *the administration of President …*; *President …'s presidency*.
_ERAS = frozenset(
    """administration presidency era tenure premiership chancellorship reign legacy term terms
    death assassination overthrow ouster funeral memory fall resignation predecessor successor
    election inauguration removal impeachment library widow son daughter""".split()
)
_LONG_SPANS = frozenset("days weeks months years decades century".split())
_SMALL = frozenset({"the", "a", "an", "-", "–", "‑", "his", "her", "their", "its"})


def is_gone(line: Line, first: int) -> bool:
    """True if the words before token ``first`` say that the office is over or not yet held."""
    i = first - 1
    while i >= 0 and first - i < 4 and line.lowers[i] in _SMALL:
        i -= 1
    if i < 0:
        return False
    word = line.lowers[i]
    if word == "then" and i + 1 < first and line.texts[i + 1] == ",":
        return False
    return word in _GONE


def is_not_yet(line: Line, title_end: int) -> bool:
    """True for *-elect* and *-designate* at token ``title_end``."""
    i = title_end
    while i < len(line) and line.lowers[i] in ("-", "–", "‑"):
        i += 1
    return i < len(line) and line.lowers[i] in _NOT_YET


def is_of_a_time(line: Line, first: int, last: int) -> bool:
    """True if the person only dates or measures something: *under*, *the era of*, *-era*."""
    before = [w for w in line.lowers[max(0, first - 3) : first] if w not in _SMALL]
    if before and before[-1] in _TIMES:
        return True
    # *Months after President …*; *it was President … who*.
    if before[-2:] == ["it", "was"] or (before[-1:] == ["after"] and set(before) & _LONG_SPANS):
        return True
    if len(before) > 1 and before[-1] == "of" and before[-2] in _ERAS:
        return True
    after = line.lowers[last : last + 6]
    if not after or after[0] not in POSSESSIVES | {"-", "–", "‑"}:
        return False
    return any(w in _ERAS for w in after[1:4])
