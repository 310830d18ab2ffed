"""Which grammar to ask at which word."""

from __future__ import annotations

from collections.abc import Callable

from detente.evidence.times.anchored_grammar import (
    ahead,
    beside,
    eve,
    next_part,
    that,
    the_day,
    then,
    within,
)
from detente.evidence.times.calendar_words import (
    WEEKDAYS,
    first_word,
)
from detente.evidence.times.clock_grammar import clock, noon
from detente.evidence.times.duration_grammar import duration, for_long, nth
from detente.evidence.times.edge_grammar import counted_edge, edge, part_first
from detente.evidence.times.named_days import FIRST_WORDS, named_day, year_end
from detente.evidence.times.relative_grammar import (
    ago,
    day_word,
    later_in,
    overnight,
    period,
    recent,
    this,
    vague,
    weekday,
    weekend,
)
from detente.evidence.times.time_words import TimeWords

Reader = Callable[[str, str, int], TimeWords | None]

_NUMBER_READERS: tuple[Reader, ...] = (
    clock,
    ago,
    counted_edge,
    nth,
    beside,
    duration,
)

_WORD_COUNTS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred half several many few couple a an"
).split()

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

_READERS: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys(_WORD_COUNTS, (ago, beside, duration)),
    **dict.fromkeys(_ORDINAL_WORDS, (counted_edge, nth)),
    **dict.fromkeys(WEEKDAYS, (weekday,)),
    **dict.fromkeys(("yesterday", "today", "tomorrow", "tonight"), (day_word,)),
    "day": (day_word, the_day),
    **dict.fromkeys(("night", "week", "month"), (part_first, the_day)),
    "year": (year_end, the_day),
    **dict.fromkeys(FIRST_WORDS, (named_day,)),
    "later": (day_word, this, later_in),
    "earlier": (day_word, this, later_in),
    "that": (that,),
    "same": (that,),
    "sometime": (this,),
    "this": (this,),
    "last": (counted_edge, this, period),
    **dict.fromkeys(("final", "closing", "opening"), (counted_edge,)),
    "next": (next_part, period, this),
    "past": (period,),
    "previous": (period,),
    "preceding": (period,),
    **dict.fromkeys(("subsequent", "ensuing", "intervening"), (then,)),
    "following": (next_part, then, period),
    "coming": (period,),
    "recent": (recent,),
    "near": (vague,),
    "foreseeable": (vague,),
    **dict.fromkeys(("early", "late", "mid"), (edge, this)),
    **dict.fromkeys(("end", "close", "start", "beginning", "outset", "middle", "turn"), (edge,)),
    **dict.fromkeys(("morning", "afternoon", "evening", "dawn"), (part_first,)),
    "eve": (part_first, eve),
    "overnight": (overnight,),
    **dict.fromkeys(("at", "by", "until", "till", "from", "before"), (noon, for_long, weekend)),
    "within": (within, for_long, noon, weekend),
    **dict.fromkeys(("for", "after", "over", "in", "on"), (for_long, noon, weekend)),
    **dict.fromkeys(("during",), (weekend,)),
    **dict.fromkeys(
        ("minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"),
        (ago, ahead, beside),
    ),
    "period": (ahead,),
}


def relative_at(low: str, text: str, at: int) -> TimeWords | None:
    """The time that begins with the word at ``at``, if it is one that this grammar knows."""
    word = first_word(low, at)
    for read in _READERS.get(word, _NUMBER_READERS if word[:1].isdigit() else ()):
        found = read(low, text, at)
        if found is not None:
            return found
    return None


def readers() -> frozenset[str]:
    """The words with which a time of this grammar can begin (figures apart)."""
    return frozenset(_READERS)
