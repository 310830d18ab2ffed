"""Claims of a first or a last stop: *the tour ends in Quito*, *kicks off in Lima*.

A claim counts only where a journey is spoken of in its sentence or the one before, as talks and
careers end and begin too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from detente.checks.record import Record
from detente.documents.document import Document
from detente.evidence.items import Actor, Mention
from detente.evidence.tokens import Sentence
from detente.reference.cities import city
from detente.reference.names import by_name
from detente.reference.places import place
from detente.types import Span

Which = Literal["first", "last"]

_JOURNEY = re.compile(
    r"(?<!\w)(?:tours?|trips?|itinerar(?:y|ies)|journeys?|swing|travels|stops?|stopovers?|legs?|"
    r"visits?|shuttle|state visit)(?!\w)",
    re.IGNORECASE,
)
_OTHER_SUBJECT = re.compile(
    r"(?<!\w)(?:talks?|negotiations?|wars?|fighting|conflict|meetings?|summits?|conferences?|sessions?|"
    r"careers?|protests?|campaigns?|crisis|years?|decades?|process|discussions?|dispute|attacks?|"
    r"which|that|who|ceremony|parade|rally|speech)(?!\w)",
    re.IGNORECASE,
)
_TRIP = (
    r"(?:(?:the|his|her|their|its|a|this)\s)?(?:[\w’'-]+\s){0,3}?(?:tour|trip|journey|visit|swing)"
)
_LAST = re.compile(
    rf"""(?<!\w)(?:
      culminat(?:e|es|ed|ing)\s(?:in|with|at)\s
    | (?:end|ends|ended|ending|conclude|concludes|concluded|concluding|finish(?:es|ed|ing)?
      |close|closes|closed|closing|wrap(?:s|ped|ping)?\sup|wind(?:s|ing)?\sup|wound\sup)
      \s(?:{_TRIP}\s)?(?:in|at|with\s(?:a\s)?(?:stop|visit)\s(?:in|to))\s
    | (?:the\s)?(?:final|last)\s(?:stop|leg|station|destination|port\sof\scall)
      (?:\sof\s{_TRIP})?(?:\s(?:is|was|will\sbe|would\sbe)\s(?:in\s)?|\sin\s|,\s)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_FIRST = re.compile(
    rf"""(?<!\w)(?:
      (?:kick(?:s|ed|ing)?\soff|begin(?:s|ning)?|began|start(?:s|ed|ing)?|open(?:s|ed|ing)?
      |launch(?:es|ed|ing)?)\s(?:{_TRIP}\s)?(?:in|at|with\s(?:a\s)?(?:stop|visit)\s(?:in|to))\s
    | (?:the\s)?first\s(?:stop|leg|station|destination|port\sof\scall)
      (?:\sof\s{_TRIP})?(?:\s(?:is|was|will\sbe|would\sbe)\s(?:in\s)?|\sin\s|,\s)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PHRASE_END = re.compile(r"[.;:,!?()\n—–]|\s(?:on|before|after|where|when|as|while|to|by|and)\s")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# *The first leg of the tour ended in*: the end of a part is not the end of the whole.
_PART = re.compile(
    r"(?<!\w)(?:first|second|third|fourth|opening|next|initial|earlier|previous|each|one)\s"
    r"(?:(?!of|in|and)[\w’'-]+\s){0,2}(?:leg|part|half|stage|day|week|phase|portion|stop)"
    r"(?:\sof\s(?:[\w’'-]+\s){1,4}?(?:tour|trip|journey|visit|swing))?\s(?:will\s|would\s)?$",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"([\w-]+)(?:[’']s|s[’'])\s(?:[\w-]+\s){0,3}?(?:tours?|trips?|journeys?|swing|visits?)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?![\w%]|[.,]\d)")
_GONE_BY = re.compile(
    r"(?<!\w)(?:last\s(?:year|month|summer|winter|spring|autumn|fall)(?:[’']s)?|"
    r"(?:years?|months?|weeks?)\s(?:ago|earlier|before)|predecessors?|previous(?:ly)?)(?!\w)",
    re.IGNORECASE,
)
_GONE = 0
_LONGEST_PHRASE = 90
_MOST = 40
"""A text with more such claims than this is no account of a journey."""
_REACH = 400
"""How far from a claim, in characters, a journey or a traveller may be named."""


@dataclass(frozen=True, slots=True)
class End:
    """``place`` is called the first or last stop at ``span``; ``traveller`` an actor id.

    ``owner`` is the word for whose journey it is (*the minister’s trip*), in small letters,
    ``year`` the one it is told of, the document's where no other is stated.
    """

    which: Which
    document: str
    span: Span
    place: str
    traveller: str | None
    owner: str | None = None
    year: int | None = None


def ends_of(record: Record, document: Document, which: Which) -> Sequence[End]:
    """The claims of a document whose place can be told, in text order."""
    return tuple(islice(_ends(record, document, which), _MOST))


def _ends(record: Record, document: Document, which: Which) -> Iterator[End]:
    text = document.text
    sentences = record.sentences(document)
    for i, sentence in enumerate(sentences):
        if not sentence.is_prose:
            continue
        for m in (_LAST if which == "last" else _FIRST).finditer(
            text, sentence.start, sentence.end
        ):
            if _of_another(text, sentence, m) or not _of_a_journey(text, sentences, i, m.start()):
                continue
            stop = _PHRASE_END.search(text, m.end(), min(sentence.end, m.end() + _LONGEST_PHRASE))
            end = stop.start() if stop else min(sentence.end, m.end() + _LONGEST_PHRASE)
            where = _place(record, document, m.end(), end)
            if where is None:
                continue
            span = document.span(m.start(), end)
            who = _traveller(record, document, sentence, m)
            owner, year = _owner(text, sentence, m), _year(record, document, sentence)
            yield End(which, document.id, span, where, who, owner, year)


def _of_another(text: str, sentence: Sentence, m: re.Match[str]) -> bool:
    """True if what ends or begins is named, and is no journey."""
    if _JOURNEY.search(m.group()):
        return False
    words = text[max(sentence.start, m.start() - _REACH) : m.start()]
    if _PART.search(words):
        return True
    other = max((o.start() for o in _OTHER_SUBJECT.finditer(words)), default=-1)
    return other > max((j.start() for j in _JOURNEY.finditer(words)), default=-1)


def _of_a_journey(text: str, sentences: Sequence[Sentence], i: int, at: int) -> bool:
    here = sentences[i]
    start = max(here.start, at - _REACH)
    if _JOURNEY.search(text, start, min(here.end, at + _REACH)):
        return True
    before = sentences[i - 1] if i else None
    return (
        before is not None
        and before.paragraph == here.paragraph
        and _JOURNEY.search(text, max(before.start, here.start - _REACH), before.end) is not None
    )


def _place(record: Record, document: Document, start: int, end: int) -> str | None:
    """The city or land named in the phrase, or where the meeting it names takes place."""
    words = list(_WORD.finditer(document.text, start, end))
    for first in range(len(words)):
        for last in range(min(len(words), first + 4) - 1, first - 1, -1):
            name = document.text[words[first].start() : words[last].end()]
            if name[0].isupper() and (city(name) or place(name) or _land(name)):
                return name
    people = {
        actor.id
        for mention, actor in record.mentions(document)
        if start <= mention.span.start < end and actor.type == "person"
    }
    if not people:
        return None
    met = {
        e.place
        for e in record.events(document)
        if e.type in ("meeting", "visit")
        and e.place
        and people & set(e.participants)
        and e.status == "planned"
    }
    return met.pop() if len(met) == 1 else None


def _traveller(
    record: Record, document: Document, sentence: Sentence, m: re.Match[str]
) -> str | None:
    """The last person named before the claim in its sentence, None if none is."""
    found: tuple[Mention, Actor] | None = None
    for mention, actor in record.mentions(document):
        if sentence.start <= mention.span.start < m.start() and actor.type == "person":
            found = (mention, actor)
    return None if found is None else found[1].id


def _owner(text: str, sentence: Sentence, m: re.Match[str]) -> str | None:
    """Whose journey is said to end, as the nearest possessive before it says; None without one."""
    words = text[max(sentence.start, m.start() - _REACH) : m.end()]
    found = [o[1].lower() for o in _OWNER.finditer(words)]
    return found[-1] if found else None


def _year(record: Record, document: Document, sentence: Sentence) -> int | None:
    """The year that a sentence speaks of; 0 for one gone by that it does not name."""
    end = min(sentence.end, sentence.start + 2 * _REACH)
    stated = {int(y) for y in _YEAR.findall(document.text, sentence.start, end)}
    if len(stated) == 1:
        return stated.pop()
    if _GONE_BY.search(document.text, sentence.start, end):
        return _GONE
    day = record.date_of(document)
    return None if day is None else day.year


def contradictions(ends: Sequence[End]) -> Iterator[tuple[End, End]]:
    """Each claim with the first earlier one that names another place for the same traveller."""
    for i, later in enumerate(ends):
        for earlier in ends[:i]:
            same = None in (earlier.traveller, later.traveller) or (
                earlier.traveller == later.traveller
            )
            owners = {earlier.owner, later.owner} - {None}
            years = {earlier.year, later.year} - {None}
            if (
                same
                and len(owners) < 2
                and len(years) < 2
                and (earlier.year == _GONE) == (later.year == _GONE)
                and not _one_place(earlier.place, later.place)
            ):
                yield earlier, later
                break


def _one_place(one: str, other: str) -> bool:
    """True for one name twice, and for a city and its land."""
    if one.casefold() == other.casefold():
        return True
    lands = _land(one), _land(other)
    if not any(lands):
        return False
    homes = [
        land or {c.iso3 for c in city(name)} for land, name in zip(lands, (one, other), strict=True)
    ]
    return bool(homes[0] & homes[1])


def _land(name: str) -> set[str]:
    """The codes of the states that bear the name."""
    return {
        n.entity.removeprefix("state:")
        for n in by_name(name)
        if n.entity.startswith("state:") and n.kind != "metonym"
    }
