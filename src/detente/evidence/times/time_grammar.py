"""Which grammar to ask at which word."""

from __future__ import annotations

from collections.abc import Callable

from detente.evidence.times.calendar_words import (
    WEEKDAYS,
    first_word,
)
from detente.evidence.times.clock_grammar import clock, noon
from detente.evidence.times.duration_grammar import duration, for_long, nth
from detente.evidence.times.edge_grammar import counted_edge, edge, part_first
from detente.evidence.times.relative_grammar import (
    ago,
    day_word,
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

_NUMBER_READERS: tuple[Reader, ...] = (clock, ago, counted_edge, nth, duration)

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
    **dict.fromkeys(_WORD_COUNTS, (ago, duration)),
    **dict.fromkeys(_ORDINAL_WORDS, (counted_edge, nth)),
    **dict.fromkeys(WEEKDAYS, (weekday,)),
    **dict.fromkeys(("yesterday", "today", "tomorrow", "tonight"), (day_word,)),
    "day": (day_word,),
    "later": (day_word, this),
    "earlier": (day_word, this),
    "sometime": (this,),
    "this": (this,),
    "last": (counted_edge, this, period),
    **dict.fromkeys(("final", "closing", "opening"), (counted_edge,)),
    "next": (period, this),
    "past": (period,),
    "previous": (period,),
    "preceding": (period,),
    "following": (period,),
    "coming": (period,),
    "recent": (recent,),
    "recently": (vague,),
    "lately": (vague,),
    "near": (vague,),
    "foreseeable": (vague,),
    **dict.fromkeys(("early", "late", "mid"), (edge, this)),
    **dict.fromkeys(("end", "close", "start", "beginning", "outset", "middle", "turn"), (edge,)),
    **dict.fromkeys(("morning", "afternoon", "evening", "night", "eve", "dawn"), (part_first,)),
    "overnight": (overnight,),
    **dict.fromkeys(("at", "by", "until", "till", "from", "before"), (noon, for_long, weekend)),
    **dict.fromkeys(("for", "after", "over", "in", "within", "on"), (for_long, noon, weekend)),
    **dict.fromkeys(("during",), (weekend,)),
    **dict.fromkeys(("hours", "days", "weeks", "months", "years", "decades", "centuries"), (ago,)),
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
