"""The text as its narrator tells it: sentences in which each quotation is one word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from detente.evidence.items import Actor, Mention
from detente.evidence.reading import Reading
from detente.evidence.speech.quote_marks import QuoteMarks, find_quote_marks
from detente.evidence.speech.speech_cues import VERB_FORMS
from detente.evidence.tokens import Token

QUOTE = "“”"
_LONG_TAG = 14
# No sentence is longer; a list or a run of words without end is cut, so that work on it stays
# in proportion to its length.
_LONGEST = 250


@dataclass(slots=True)
class Unit:
    """One sentence of narration; ends of sentences inside a quotation do not end it.

    ``words`` are its tokens with each quotation as one token :data:`QUOTE`, ``low`` the same in
    lower case, ``quote_at`` the number of the quotation at a word's place.
    """

    number: int
    paragraph: int
    words: list[Token]
    low: list[str]
    quote_at: dict[int, int]


@dataclass
class Narration:
    """Units of a reading with its quotation marks, and mentions by where they end and begin.

    ``starting`` and ``ending`` hold the longest mention of an actor (not of a mere place) that
    begins or ends at an offset.
    """

    reading: Reading
    quotes: tuple[QuoteMarks, ...]
    units: list[Unit]
    unit_of_quote: dict[int, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading) -> Narration:
        """Read the narration of a document, once a reading."""
        known = reading.memo.get("narration")
        if known is not None:
            return cast(Narration, known)
        quotes = find_quote_marks(reading.document)
        made = cls(reading, quotes, _units(reading, quotes))
        reading.memo["narration"] = made
        for unit in made.units:
            for place, number in unit.quote_at.items():
                made.unit_of_quote[number] = (unit.number, place)
        return made

    @cached_property
    def starting(self) -> dict[int, tuple[Mention, Actor]]:
        """Longest actor mention by its start."""
        out: dict[int, tuple[Mention, Actor]] = {}
        for mention, actor in self.reading.mentions:
            known = out.get(mention.span.start)
            if mention.role == "actor" and (known is None or mention.span.end > known[0].span.end):
                out[mention.span.start] = (mention, actor)
        return out

    @cached_property
    def ending(self) -> dict[int, tuple[Mention, Actor]]:
        """Longest actor mention by its end."""
        out: dict[int, tuple[Mention, Actor]] = {}
        for mention, actor in self.reading.mentions:
            known = out.get(mention.span.end)
            if mention.role == "actor" and (
                known is None or mention.span.start < known[0].span.start
            ):
                out[mention.span.end] = (mention, actor)
        return out

    @cached_property
    def named(self) -> frozenset[int]:
        """Offsets where a word inside a name begins (its first word included)."""
        out: set[int] = set()
        for mention, _ in self.reading.mentions:
            if mention.kind in ("name", "metonym", "demonym"):
                inside = self.reading.tokens_between(mention.span.start, mention.span.end)
                out.update(t.start for t in inside)
        return frozenset(out)


def _units(reading: Reading, quotes: Sequence[QuoteMarks]) -> list[Unit]:
    bounds: list[tuple[int, int, int]] = []
    q = 0
    for sentence in reading.prose:
        start = sentence.start
        while q < len(quotes) and quotes[q].end <= start:
            q += 1
        if bounds and bounds[-1][2] == sentence.paragraph:
            inside = q < len(quotes) and quotes[q].start < start < quotes[q].end
            if inside or _is_tag(reading, quotes, q, bounds[-1][1], start, sentence.end):
                bounds[-1] = (bounds[-1][0], sentence.end, sentence.paragraph)
                continue
        bounds.append((start, sentence.end, sentence.paragraph))
    units: list[Unit] = []
    tokens, lowers = reading.tokens, reading.lowers
    t = q = 0
    for start, end, paragraph in bounds:
        here = reading.tokens_in(start, end)
        t = max(t, here.start)
        while q < len(quotes) and quotes[q].end <= start:
            q += 1
        words: list[Token] = []
        low: list[str] = []
        quote_at: dict[int, int] = {}
        while t < here.stop:
            if len(words) >= _LONGEST:
                units.append(Unit(len(units), paragraph, words, low, quote_at))
                words, low, quote_at = [], [], {}
            first = here.stop
            if q < len(quotes):
                first = min(first, max(t, reading.tokens_in(quotes[q].start, end).start))
            if first > t:
                plain = slice(t, min(first, t + _LONGEST - len(words)))
                words += tokens[plain]
                low += lowers[plain]
                t = plain.stop
                continue
            quote_at[len(words)] = q
            words.append(Token(quotes[q].start, quotes[q].end, QUOTE))
            low.append(QUOTE)
            t = max(t, reading.tokens_in(start, quotes[q].end).stop)
            q += 1
        if words:
            units.append(Unit(len(units), paragraph, words, low, quote_at))
    return units


def _is_tag(
    reading: Reading,
    quotes: Sequence[QuoteMarks],
    q: int,
    before: int,
    start: int,
    end: int,
) -> bool:
    """*“Why now?” Ruiz asked.* — a short sentence of speaker and cue after a quotation."""
    last = q - 1
    if last < 0 or quotes[last].end != before:
        return False
    if reading.text[quotes[last].inner_end - 1] not in "?!…—-,":
        return False
    words = reading.lowers[reading.tokens_in(start, end)]
    for i, word in enumerate(words[:_LONG_TAG]):
        found = VERB_FORMS.get(word)
        if found is not None and "q" in found.cue.takes and found.form in ("past", "s"):
            return i + 1 < len(words) and (
                words[i + 1] in ".,;" or words[i + 1] in ("on", "in", "at", "during", "after")
            )
    return False
