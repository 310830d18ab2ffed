"""Who stands behind a figure: the chain of those it is attributed to.

See :mod:`detente.evidence.figures.asserted` for when a statement makes its speaker a source.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.evidence.figures.asserted import PER_SOURCE, asserts
from detente.evidence.figures.noun_groups import Line
from detente.evidence.items import Actor, Mention, ReportedStatement
from detente.evidence.reading import Reading
from detente.types import Span


@dataclass(frozen=True, slots=True)
class Source:
    """``chain`` outermost first; ``actor`` is its last or None; ``span`` the words that name it."""

    actor: str | None
    span: Span | None
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """Words that somebody says; of two layers with one content the inner one ends sooner."""

    start: int
    end: int
    rank: int
    speaker: str | None
    span: Span | None
    statement: ReportedStatement | None = None


@dataclass(frozen=True)
class Speakers:
    """Who speaks the words of a text, to be looked up by place."""

    reading: Reading
    held: Sequence[_Held]
    starts: Sequence[int]
    furthest: Sequence[int]

    @classmethod
    def of(cls, reading: Reading) -> Speakers:
        """The speakers of the quotations and statements of ``reading``."""
        held = [
            _Held(q.span.start, q.span.end, 0, q.speaker, q.speaker_span)
            for q in reading.quotations
            if q.speaker is not None or _names(q.speaker_span)
        ]
        held += [
            _Held(s.content_span.start, s.content_span.end, _rank(s), s.speaker, s.speaker_span, s)
            for s in reading.reported_statements
            if s.speaker is not None or _names(s.speaker_span)
        ]
        held.sort(key=lambda h: (h.start, -h.end, h.rank, h.speaker or ""))
        furthest = list(itertools.accumulate((h.end for h in held), max))
        return cls(reading, held, [h.start for h in held], furthest)

    def of_words(self, start: int, end: int) -> list[tuple[str | None, Span | None]]:
        """Those whose words hold and assert ``start:end``, outermost first, each once.

        A speaker who is no known actor has only the words that name him.
        """
        found: dict[str | Span, tuple[str | None, Span | None]] = {}
        holders = []
        i = bisect.bisect_right(self.starts, start) - 1
        while i >= 0 and self.furthest[i] >= end:
            h = self.held[i]
            if h.end >= end and (h.statement is None or asserts(self.reading, h.statement)):
                holders.append(h)
            i -= 1
        for h in reversed(holders):
            key = h.speaker or h.span
            if key is not None:
                found.setdefault(key, (h.speaker, h.span))
        return list(found.values())


_PRONOUNS = frozenset("i we you he she it they this that who which".split())


def _names(span: Span | None) -> bool:
    """True if ``span`` says who speaks; a pronoun that stands for nobody known does not."""
    return span is not None and span.text.lower() not in _PRONOUNS


def _rank(s: ReportedStatement) -> int:
    return 1 if s.type in {"source_attribution", "document"} else 0


# No source is looked for further away than this many characters.
_REACH = 400
# Words after a figure or before it that name a source in the same sentence.
_PHRASE = re.compile(
    r"\b(?:according to|per|citing|based on|as reported by|as estimated by|estimates? (?:by|from)|"
    r"figures (?:by|from)|data (?:by|from)|by the (?:count|estimates?|reckoning) of|"
    r"(?:polls?|surveys?) (?:by|from))[ \u00a0]",
    re.IGNORECASE,
)
_DOCUMENT = (
    r"reports?|studies|study|statistics|figures|data|polls?|surveys?|estimates?|fact sheet|"
    r"projections?|forecasts?|analysis|briefing|bulletin|census|numbers|assessment|memo|index|"
    r"economists|analysts|experts|researchers"
)
_SHOWS = (
    r"(?:ha(?:s|ve) )?(?:shows?|showed|shown|found|finds?|estimates?|estimated|projects?|"
    r"projected|suggests?|suggested|indicates?|indicated|puts?|reports?|reported|says?|said|"
    r"reveals?|revealed|records?|recorded|forecasts?|predicts?|predicted|calculates?|calculated|"
    r"counts?|counted|warns?|warned)"
)
# *A … report estimates that*, *Statistics from X show*: at the beginning of a clause.
_SUBJECT = re.compile(
    rf"(?P<who>(?:[^\s,;:—“”\"]+ ){{0,14}}?(?:{_DOCUMENT})(?: (?:from|by|of|for|among) "
    rf"(?:(?:[^\s,;:—“”\"]|(?<=\d),(?=\d))+ ){{1,12}}?| ))(?P<shows>{_SHOWS})\b",
    re.IGNORECASE,
)
# *by the government's count*, *on the union's own figures*: behind a figure or in front.
_RECKONED = re.compile(
    r"\b(?:by|on|in)[ \u00a0](?P<who>(?:[^\s,;:—“”\"]+ ){0,6}?[^\s,;:—“”\"]+?)[’']s?[ \u00a0]"
    r"(?:(?:own|latest|official|preliminary|conservative)[ \u00a0])?"
    r"(?:count|reckoning|estimates?|figures|tally|calculations?|admission|statistics|"
    r"accounting|estimation)\b",
    re.IGNORECASE,
)
# Without an owner's apostrophe before one of the above nobody is sought.
_OWNED = re.compile(r"[’']s?[ \u00a0](?:[a-z]+[ \u00a0])?[cretfas][a-z]+\b")
# *…, a Datalab survey found*: behind the words it stands for.
_BEHIND = re.compile(
    rf",[ \u00a0](?P<who>(?:[^\s,;:—“”\"]+ ){{0,8}}?(?:{_DOCUMENT})(?: (?:from|by|of|for) "
    rf"(?:[^\s,;:—“”\"]+ ){{1,8}}?| )){_SHOWS}[ \u00a0]*(?:[.,;]|$)",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"[,;:—–(] ?|\b(?:but|and|while|as|that|which) ", re.IGNORECASE)


def source_of(line: Line, start: int, end: int, who_speak: Speakers) -> Source | None:
    """The source of the figure at ``start:end``, None where the text names none.

    A phrase in the figure's own clause (*according to*, *a survey by … shows*) goes before the
    speaker of the statement or quotation that holds the figure; speakers around it come first
    in the chain.
    """
    speakers = who_speak.of_words(start, end)
    named = _named(line, start, end)
    chain = [s[0] for s in speakers if s[0] is not None]
    if named is None:
        return Source(*speakers[-1], tuple(chain)) if speakers else None
    actor = named[0]
    if actor is not None:
        return Source(actor, named[1], (*(c for c in chain if c != actor), actor))
    if speakers and named[1] is not None:
        inner = speakers[-1]
        if inner[1] is not None and named[1].overlaps(inner[1]):
            return Source(inner[0], inner[1], tuple(chain))
    return Source(None, named[1], tuple(chain))


def _named(line: Line, start: int, end: int) -> tuple[str | None, Span] | None:
    reading, sentence = line.reading, line.sentence
    text = reading.text
    low, high = max(sentence.start, start - _REACH), min(sentence.end, end + _REACH)
    for m in _PHRASE.finditer(text, low, high):
        if m.group().lower().strip() == "per" and not PER_SOURCE.match(text, m.end()):
            continue
        stop = _phrase_end(text, m.end(), min(sentence.end, m.end() + 120))
        if not text[m.end() : stop].strip():
            continue  # "according to which": nobody is named
        if m.start() >= end:
            if _same_clause(text[end : m.start()]):
                return _who(reading, m.end(), stop)
        elif stop <= start and _opens(text, sentence.start, m.start()):
            return _who(reading, m.end(), stop)
    owned = _OWNED.search(text, low, high)
    for m in () if owned is None else _RECKONED.finditer(text, low, high):
        behind = m.start() >= end and _same_clause(text[end : m.start()])
        if behind or (m.end() <= start and _opens(text, sentence.start, m.start())):
            return _who(reading, m.start("who"), m.end("who"))
    for m in _BEHIND.finditer(text, end, high):
        if _same_clause(text[end : m.start()]):
            return _who(reading, m.start("who"), m.end("who"))
    return _subject(line, start)


def _same_clause(between: str) -> bool:
    """True if nothing but a comma's pause stands between a figure and its *according to*."""
    return len(between) <= 120 and not re.search(r"[;:—“”\"]|\b(?:while|whereas|but)\b", between)


def _opens(text: str, sentence_start: int, at: int) -> bool:
    return at - sentence_start <= 3


_PHRASE_END = re.compile(r"[,;:—“”\".()]|\b(?:which|who|that|while|and|with|released|published)\b")


def _phrase_end(text: str, start: int, stop: int) -> int:
    m = _PHRASE_END.search(text, start, stop)
    return m.start() if m else stop


def _who(reading: Reading, start: int, stop: int) -> tuple[str | None, Span]:
    """The actor named in ``start:stop``; the span is all its words."""
    while stop > start and reading.text[stop - 1].isspace():
        stop -= 1
    found = _best(list(reading.mentions_between(start, stop)))
    span = reading.span(start, stop)
    return (None if found is None else found.id), span


def _best(pairs: Sequence[tuple[Mention, Actor]]) -> Actor | None:
    """A body before a person, either before a state or its adjective."""
    ranked = sorted(
        pairs,
        key=lambda p: (
            p[0].kind == "pronoun",
            p[1].type in {"state", "population"},
            p[0].role == "place",
            p[0].span.start,
        ),
    )
    return ranked[0][1] if ranked else None


def _subject(line: Line, start: int) -> tuple[str | None, Span] | None:
    """*Statistics from X show* before the figure in its clause."""
    reading, sentence = line.reading, line.sentence
    text = reading.text
    window = max(sentence.start, start - _REACH)
    heads = [window, *(m.end() for m in _CLAUSE_START.finditer(text, window, start))]
    for head in reversed(heads[-12:]):
        m = _SUBJECT.match(text, head, start)
        if m is None:
            continue
        if re.search(r"[;—“”\"]", text[m.end() : start]):
            return None
        actor, span = _who(reading, m.start("who"), m.end("who"))
        return actor, span
    return None
