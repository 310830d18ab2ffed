"""A sentence as a row of units: plain words, actors, figures and times, in order.

Patterns over units are short and fast: *ACTOR supplied ACTOR with FIGURE* is four units
whatever the actors are called. Titles and the state before or after them are folded into
the person ("the Chilean foreign minister Ana Soto", "President Soto of Chile").
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, cast

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
    # The lower-case word of each unit, empty for what is no word.
    lows: tuple[str, ...] = field(init=False, repr=False, compare=False, default=())
    # The words of all units, those of names and figures as one: to see at once what is not there.
    said: frozenset[str] = field(init=False, repr=False, compare=False, default=frozenset())
    # Where the actors stand.
    actors: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        units, put = self.units, object.__setattr__
        put(self, "lows", tuple([u.low if u.kind == "word" else "" for u in units]))
        put(self, "said", frozenset([u.low for u in units]))
        put(self, "actors", tuple([i for i, u in enumerate(units) if u.actor is not None]))

    def __len__(self) -> int:
        return len(self.units)

    def __getitem__(self, i: int) -> Unit:
        return self.units[i]

    def low(self, i: int) -> str:
        """The lower-case word at ``i``, empty outside the row and for what is no word."""
        try:
            return self.lows[i] if i >= 0 else ""
        except IndexError:
            return ""

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
    plain, tokens = _plain_words(reading), reading.tokens
    here = reading.tokens_in(sentence.start, sentence.end)
    k, stop = here.start, min(here.stop, here.start + MAX_TOKENS)
    units: list[Unit] = []
    for mark in items.between(reading, sentence.start, sentence.end):
        at = reading.tokens_in(mark.start + 1, mark.end)
        first = at.start - 1
        if first >= stop:
            break
        if first < k or tokens[first].end <= mark.start:
            continue
        units += plain[k:first]
        units.append(mark)
        k = at.stop
    units += plain[k:stop]
    return Row(sentence, reading.text, tuple(_fold(units)))


def _plain_words(reading: Reading) -> list[Unit]:
    """Each token as a plain word, made once for the rows of all extractors."""
    known = reading.memo.get("plain_words")
    if known is None:
        known = [
            Unit(t.start, t.end, low, "word", t.start)
            for t, low in zip(reading.tokens, reading.lowers, strict=True)
        ]
        reading.memo["plain_words"] = known
    return cast(list[Unit], known)


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


def _fold(units: Sequence[Unit]) -> list[Unit]:
    out: list[Unit] = []
    done = 0
    for i in [i for i, u in enumerate(units) if u.actor is not None]:
        out += units[done:i]
        done, unit = i + 1, units[i]
        if _colours_only(units, i):
            unit = Unit(unit.start, unit.end, unit.low, "word", unit.start)
        elif _is_person(unit):
            _join_apposition(out, units[done] if done < len(units) else None)
            unit = _with_title(out, unit)
        elif _is_of_person(out):
            person = out[-2]
            out[-2:] = [replace(person, end=unit.end, acts_for=unit.acts_for or person.acts_for)]
            continue
        out.append(unit)
    out += units[done:]
    if not done:
        return out
    return [
        u if u.actor is None or _is_person(u) else _plain_if_apposed(out, i, u)
        for i, u in enumerate(out)
    ]


def _is_person(unit: Unit) -> bool:
    return unit.actor is not None and unit.actor.type == "person"


def _plain_if_apposed(out: Sequence[Unit], i: int, unit: Unit) -> Unit:
    """Make a word of the state in "Ana Soto, Chile's foreign minister" and "…, head of Chile"."""
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
    acts_for = person.acts_for or body
    if lead == person.lead and acts_for == person.acts_for:
        return person
    return replace(person, lead=lead, acts_for=acts_for)


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
