"""A sentence as a row of units: plain words, actors, figures and times, in order.

Patterns over units are short and fast: *ACTOR supplied ACTOR with FIGURE* is four units
whatever the actors are called. Titles and the state before or after them are folded into
the person ("the Chilean foreign minister Ana Soto", "President Soto of Chile").
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from detente.evidence.affairs.standing import Standing
from detente.evidence.items import Actor, Mention, Quantity, TimeExpression
from detente.evidence.reading import Reading
from detente.evidence.tokens import Sentence

UnitKind = Literal["word", "actor", "quantity", "time"]

# A sentence longer than this is no prose; only its beginning is read.
MAX_TOKENS = 400
APOSTROPHES = frozenset({"’", "'"})
POSSESSIVE = frozenset({"’s", "'s"})
TITLES = frozenset(
    """president presidents premier chancellor prime minister ministers king queen prince crown
    emperor emir sheikh sultan pope general secretary secretary-general director chief chair
    chairman chairwoman chairperson head spokesman spokeswoman spokesperson spokespersons ambassador
    envoy special senator representative congressman congresswoman governor mayor commissioner
    commander admiral colonel leader ayatollah supreme vice deputy acting interim foreign defence
    defense finance interior trade state treasury security national adviser advisor senior fellow
    analyst economist negotiator diplomat mr mrs ms dr sir lord lady high counterpart former late
    opposition professor marshal captain justice speaker taoiseach dictator junta""".split()
)
_FORCES = frozenset({"troops", "soldiers", "forces", "personnel", "marines", "peacekeepers"})
_OWN_COUNTERPART = frozenset({"his", "her", "its", "their"})
# "pro-Russian", "US-led": the state colours the noun and does not act.
_BEFORE_HYPHEN = frozenset({"pro", "anti", "non", "ex", "post", "pan", "intra", "inter"})
_AFTER_HYPHEN = frozenset(
    """backed led born based made style mediated brokered occupied controlled held designated
    sponsored supported funded owned educated built aligned friendly hosted dominated
    speaking majority flagged registered like""".split()
)


# Not frozen: thousands are made for one article, and a frozen one takes three times as long.
@dataclass(slots=True)
class Unit:
    """One unit of a row.

    ``low`` is its words in lower case. ``lead`` is where its noun phrase begins when a title
    or a state was folded in (``start`` otherwise). ``acts_for`` is the id of the state, union
    or group whose acts these are (None for words and for actors who act for nobody known).
    """

    start: int
    end: int
    low: str
    kind: UnitKind
    lead: int
    actor: Actor | None = None
    mention: Mention | None = None
    acts_for: str | None = None
    quantity: Quantity | None = None
    time: TimeExpression | None = None

    @property
    def is_adjective(self) -> bool:
        """True for a demonym, which mostly stands before the noun that it colours."""
        return self.mention is not None and self.mention.kind == "demonym"


@dataclass(frozen=True, slots=True)
class Row:
    """The units of one sentence; ``text`` is the whole document's."""

    sentence: Sentence
    text: str
    units: tuple[Unit, ...]
    _lows: tuple[str, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        lows = tuple(u.low if u.kind == "word" else "" for u in self.units)
        object.__setattr__(self, "_lows", lows)

    def __len__(self) -> int:
        return len(self.units)

    def __getitem__(self, i: int) -> Unit:
        return self.units[i]

    def low(self, i: int) -> str:
        """The lower-case word at ``i``, empty outside the row and for what is no word."""
        return self._lows[i] if 0 <= i < len(self._lows) else ""

    def spoken(self, low: int, high: int) -> set[str]:
        """The lower-case words of units ``low`` to ``high``, those of names and figures too."""
        return {w for u in self.units[max(0, low) : high] for w in u.low.split()}

    def words(self, low: int, high: int) -> list[str]:
        """The lower-case words of units ``low`` to ``high``, end exclusive."""
        return [u.low for u in self.units[max(0, low) : high] if u.kind == "word"]

    def possessive(self, i: int) -> bool:
        """True if unit ``i`` carries a possessive mark: ’s, or ’ after a final s."""
        mark = self.low(i + 1)
        if mark in POSSESSIVE:
            return True
        return mark in APOSTROPHES and self.units[i].low.endswith("s") and self.low(i + 2).isalpha()

    def at(self, offset: int) -> int | None:
        """The index of the unit that covers ``offset``."""
        i = bisect.bisect_right(self.units, offset, key=lambda u: u.start) - 1
        return i if i >= 0 and offset < self.units[i].end else None


def row_of(reading: Reading, sentence: Sentence, items: Items) -> Row:
    """The row of one sentence."""
    marks = items.between(reading, sentence.start, sentence.end)
    units: list[Unit] = []
    k = 0
    reached = sentence.start
    for token in reading.tokens_between(sentence.start, sentence.end)[:MAX_TOKENS]:
        if token.start < reached:
            continue
        while k < len(marks) and marks[k].start < token.start:
            k += 1
        if k < len(marks) and marks[k].start < token.end:
            units.append(marks[k])
            reached = marks[k].end
        else:
            low = token.text.lower()
            units.append(Unit(token.start, token.end, low, "word", token.start))
    return Row(sentence, reading.text, tuple(_fold(units, items.standing)))


class Items:
    """All actors, figures and times of a reading as units, longest first where they overlap."""

    def __init__(self, reading: Reading) -> None:
        self.standing = Standing(reading.actors)
        found = [_figure(q) for q in reading.quantities]
        found += [_time(t) for t in reading.time_expressions]
        found.sort(key=lambda u: (u.start, -u.end))
        self._others: Sequence[Unit] = found
        self._starts = [u.start for u in found]

    def between(self, reading: Reading, start: int, end: int) -> list[Unit]:
        """The units that begin in ``start:end`` and do not overlap, in order."""
        low = bisect.bisect_left(self._starts, start)
        high = bisect.bisect_left(self._starts, end)
        found = list(self._others[low:high])
        for mention, actor in reading.mentions_between(start, end):
            span = mention.span
            found.append(
                Unit(
                    span.start,
                    span.end,
                    span.text.lower(),
                    "actor",
                    span.start,
                    actor=actor,
                    mention=mention,
                    acts_for=self.standing.acts_for(actor.id),
                )
            )
        found.sort(key=lambda u: (u.start, -u.end, u.kind))
        out: list[Unit] = []
        for unit in found:
            if out and unit.start < out[-1].end and unit.kind == "actor":
                _cut_figure(out, unit, reading.text)
            if not out or unit.start >= out[-1].end:
                out.append(unit)
        return out


def _cut_figure(out: list[Unit], actor: Unit, text: str) -> None:
    """End the figure before the actor named inside it: "**12** Chilean boats"."""
    figure = out[-1]
    if figure.kind != "quantity" or actor.start == figure.start:
        return
    end = figure.start + len(text[figure.start : actor.start].rstrip())
    out[-1] = replace(figure, end=end, low=text[figure.start : end].lower())


def _figure(q: Quantity) -> Unit:
    words, span = q.span.text, q.span
    # "a third **of its neighbour's rice**": what a share is of are words like any others.
    whole = words.find(" of ") if q.unit is not None and q.unit.startswith("percent") else -1
    if whole > 0:
        words = words[:whole]
    counted = words.rsplit(" ", 1)
    if len(counted) > 1 and counted[1].lower() in _FORCES:
        words = counted[0]  # "900 troops": troops are also what is stationed or sent
    end = span.start + len(words)
    return Unit(span.start, end, words.lower(), "quantity", span.start, quantity=q)


def _time(t: TimeExpression) -> Unit:
    return Unit(t.span.start, t.span.end, t.span.text.lower(), "time", t.span.start, time=t)


def _fold(units: Sequence[Unit], standing: Standing) -> list[Unit]:
    out: list[Unit] = []
    for i, unit in enumerate(units):
        if unit.kind == "actor" and _colours_only(units, i):
            unit = Unit(unit.start, unit.end, unit.low, "word", unit.start)
        elif unit.actor is not None and unit.actor.type == "person":
            _join_apposition(out, units[i + 1] if i + 1 < len(units) else None)
            unit = _with_title(out, unit)
        elif unit.actor is not None and _is_of_person(out):
            person = out[-2]
            out[-2:] = [replace(person, end=unit.end, acts_for=unit.acts_for or person.acts_for)]
            continue
        out.append(unit)
    return [_plain_if_apposed(out, i) for i in range(len(out))]


def _plain_if_apposed(out: Sequence[Unit], i: int) -> Unit:
    """Make a word of the state in "Ana Soto, Chile's foreign minister" and "…, head of Chile"."""
    unit = out[i]
    if unit.actor is None or unit.actor.type == "person":
        return unit
    k = i + 1
    if k < len(out) and out[k].low in POSSESSIVE:
        k += 1
    j = i - 1
    if not (k < len(out) and out[k].low in TITLES):
        while j >= 0 and out[j].low in TITLES | {"of"} and i - j < 6:
            j -= 1
        if i - j < 3 or out[i - 1].low != "of":
            return unit
    if j >= 0 and out[j].low in {"the", "a"}:
        j -= 1
    if j > 0 and out[j].low == ",":
        person = out[j - 1].actor
        if person is not None and person.type == "person":
            return Unit(unit.start, unit.end, unit.low, "word", unit.start)
    return unit


def _colours_only(units: Sequence[Unit], i: int) -> bool:
    return (i >= 2 and units[i - 1].low == "-" and units[i - 2].low in _BEFORE_HYPHEN) or (
        i + 2 < len(units) and units[i + 1].low == "-" and units[i + 2].low in _AFTER_HYPHEN
    )


def _is_of_person(out: Sequence[Unit]) -> bool:
    return (
        len(out) > 1
        and out[-1].low == "of"
        and out[-2].actor is not None
        and out[-2].actor.type == "person"
        and out[-2].mention is not None
        and out[-2].mention.kind == "name"
    )


def _join_apposition(out: list[Unit], follows: Unit | None) -> None:
    """Drop the comma of "Peru's foreign minister**,** Ana Soto,": title and name are one person."""
    if follows is None or follows.low != "," or len(out) < 3 or out[-1].low != ",":
        return
    k = len(out) - 2
    while k > 0 and out[k].low in TITLES and out[k].kind == "word":
        k -= 1
    owned = out[k].low in POSSESSIVE or (out[k].actor is not None and out[k].is_adjective)
    if owned and k < len(out) - 2:
        del out[-1]


def _with_title(out: list[Unit], person: Unit) -> Unit:
    """Take the title before a person, and the state or body before the title, off ``out``."""
    titles = 0
    while titles < min(6, len(out)) and _is_title(out, titles):
        titles += 1
    lead = out[-titles].start if titles else person.start
    body: str | None = None
    before = out[: len(out) - titles]
    marks = 1 if before and before[-1].low in POSSESSIVE | APOSTROPHES else 0
    owner = before[-1 - marks] if len(before) > marks else None
    # "Chile's Soto" without a title needs the mark, "Chile Soto" is no phrase.
    joined = titles or marks or (owner is not None and owner.is_adjective)
    if joined and owner is not None and owner.actor is not None and owner.actor.type != "person":
        body, lead = owner.acts_for, owner.lead
        titles += 1 + marks
    counterpart = any(u.low == "counterpart" for u in out[len(out) - titles :])
    if titles:
        del out[len(out) - titles :]
    if counterpart and out and out[-1].low in _OWN_COUNTERPART:
        lead = out.pop().start
    own = person.acts_for
    return replace(person, lead=lead, acts_for=own or body)


def _is_title(out: Sequence[Unit], back: int) -> bool:
    unit = out[-1 - back]
    if unit.kind != "word":
        return False
    if unit.low in TITLES:
        return True
    # "secretary of state", "minister for trade", "secretary-general", "Dr."
    return (
        unit.low in {"of", "for", "-", "."}
        and back > 0
        and len(out) > back + 1
        and (out[-2 - back].low in TITLES)
    )
