"""The words around a place: what an event's trigger does to whom, and whose the words are.

Everything here is the document's own text, cut at marks and small words; nothing is parsed.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from functools import cached_property

from detente.evidence.items import Event, Mention
from detente.evidence.ledger import Ledger
from detente.evidence.tokens import Sentence, split_sentences
from detente.report.whole_words import LEADING_ON, whole
from detente.types import Span

_MOST_WORDS = 12
_MOST_MORE = 4
_MOST_BEFORE = 7
# How far before its trigger a participant may stand, both counted.
_MOST_TO_TRIGGER = 10
_MOST_BEFORE_A_TERM = 8
_QUOTE_MARKS = '“”„"«»'
_PAIRED_MARKS = frozenset(f"{_QUOTE_MARKS}()[]")
# A comma or colon inside a number or a date ("6,200", "May 3, 2024", "10:30") parts nothing.
_MARK = rf"[;!?•()\[\]{_QUOTE_MARKS}]|,(?!\d)(?!\s?\d{{4}}\b)|:(?!\d)|\s[–-]\s|—"
_STARTS_AFTER = re.compile(
    rf"(?:{_MARK}|\b(?:that|while|whereas|because|although|though|when|after|before|but|unless|if"
    r"|which|who|as|until|where)\b)\s*",
    re.IGNORECASE,
)
_ENDS_BEFORE = re.compile(
    rf"{_MARK}|\b(?:while|whereas|because|although|though|which|who|unless|if|but|where|until)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_DETERMINER = re.compile(r"\b(?:the|a|an|its|their|his|her)\s\Z", re.IGNORECASE)
_CONDITION = frozenset(
    """if unless provided until once before after when while that as only so because without
    no""".split()
)
# A phrase that is cut short begins after one of these, and ends before one.
_PHRASE_BEFORE = frozenset(
    """and or but that to of for with from at by into onto in on between against among during within
    without about towards over under after before until since through than as""".split()
)
_SUBJECT = frozenset("he she it we they you who".split())
_OWNERS = frozenset("his her its their our my".split())
_HELPING = frozenset(
    """is are was were be been being has have had will would can could may might must shall should
    do does did also not then never now still ever already first""".split()
)


class ClauseWords:
    """Sentences and mentions of a ledger's documents, found when they are first asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._sentences: dict[str, tuple[Sentence, ...]] = {}

    def event(self, event: Event) -> str:
        """What to call an event: its description, or the words around a bare trigger.

        A description is bare where it is one word, or names a party and a trigger that says
        nothing without its object (*Ruda: said*).
        """
        if not _is_bare(event):
            return whole(event.description) or event.description
        sentence = self._sentence(event.document, event.trigger_span)
        if sentence is None:
            return event.description
        start = self._event_start(event, sentence)
        end = self._event_end(event, sentence, start)
        words = self._text(event.document)[start:end]
        return whole(words, event.description) or event.description

    def subject_of(self, document: str, span: Span) -> str:
        """The words from the start of the clause to ``span``, where they are its subject.

        Empty where the span has its own start of a clause or condition, or where what
        stands before is not plainly a subject: an actor or pronoun, then helping verbs only, or
        a verb with *to*.
        """
        sentence = self._sentence(document, span)
        first = span.text.split(None, 1)[:1]
        if sentence is None or not first or first[0].casefold() in _CONDITION:
            return ""
        clause = self._clause_start(document, sentence, span.start)
        starts = {s for s in self._content_starts(document) if clause < s < span.start} | {clause}
        found = (self._subject(document, start, span.start) for start in sorted(starts)[::-1])
        return next((before for before in found if before), "")

    def _subject(self, document: str, start: int, end: int) -> str:
        """``start:end`` if it is a subject with helping verbs, or one with a verb and *to*."""
        text = self._text(document)
        before = text[start:end]
        words = before.split()
        if not words or len(words) > _MOST_BEFORE_A_TERM or not before[-1].isspace():
            return ""
        named = list(self._mentions_between(document, start, end))
        named = [m for m in named if _opens(text[start : named[0].span.start])]
        opens = words[0] == "I" or words[0].casefold() in _SUBJECT | _OWNERS
        if words[-1] == "to" and (opens or named):
            # "Ruda offered on Monday to": the verb that asks or offers stands before the words.
            return before
        ends = {m.span.end for m in named}
        for found in reversed(list(_WORD.finditer(text, start, end))):
            word = found.group()
            if found.end() in ends or word == "I" or word.casefold() in _SUBJECT:
                return before
            if word.casefold() not in _HELPING and not word.endswith("ly"):
                # "her government was": a possessive and its noun are a subject too.
                return before if words[0].casefold() in _OWNERS and words[1:2] == [word] else ""
        return ""

    def _event_start(self, event: Event, sentence: Sentence) -> int:
        text, trigger = self._text(event.document), event.trigger_span
        clause = self._clause_start(event.document, sentence, trigger.start)
        before = [
            m.span.start
            for m in self._mentions_between(event.document, sentence.start, trigger.start)
            if _count(text[m.span.start : trigger.end]) <= _MOST_TO_TRIGGER
            and _PAIRED_MARKS.isdisjoint(text[m.span.start : trigger.start])
            and m.span.end <= trigger.start
            and not self._named_at[event.document, m.span.start].isdisjoint(event.participants)
        ]
        if before:
            start = min([at for at in before if at >= clause] or before)
            found = _DETERMINER.search(text, max(sentence.start, start - 6), start)
            return found.start() if found else start
        words = list(_WORD.finditer(text, clause, trigger.start))
        at = 0
        if len(words) > _MOST_BEFORE:
            # Too far from the clause's start: begin with the phrase that a small word opens.
            at = len(words) - _MOST_BEFORE
            while at < len(words) and words[at - 1].group().casefold() not in _PHRASE_BEFORE:
                at += 1
        while at < len(words) and words[at].group().casefold() in _PHRASE_BEFORE | _HELPING:
            at += 1
        return words[at].start() if at < len(words) else trigger.start

    def _event_end(self, event: Event, sentence: Sentence, start: int) -> int:
        text, trigger = self._text(event.document), event.trigger_span
        found = _ENDS_BEFORE.search(text, trigger.end, sentence.end)
        stop = found.start() if found else sentence.end
        words = list(_WORD.finditer(text, start, stop))
        if len(words) > _MOST_WORDS:
            # Cut before a preposition, so that adjectives keep their noun and verbs their object.
            last = _MOST_WORDS
            while words[last - 1].end() > trigger.end and not _ends_before(words[last]):
                last -= 1
            if words[last - 1].end() <= trigger.end:
                last = max(_MOST_WORDS, 1 + sum(w.start() < trigger.end for w in words))
                most = last + _MOST_MORE
                while last < min(len(words), most) and not _ends_before(words[last]):
                    last += 1
            stop = words[min(last, len(words)) - 1].end()
        return stop - len(text[start:stop]) + len(text[start:stop].rstrip(" .\n"))

    def _clause_start(self, document: str, sentence: Sentence, at: int) -> int:
        text = self._text(document)
        start = sentence.start
        for found in _STARTS_AFTER.finditer(text, sentence.start, at):
            start = found.end()
        return min(start, at)

    def _sentence(self, document: str, span: Span) -> Sentence | None:
        if document not in self._sentences:
            self._sentences[document] = split_sentences(self._ledger.document(document))
        sentences = self._sentences[document]
        i = bisect.bisect_right(sentences, span.start, key=lambda s: s.start) - 1
        return sentences[i] if i >= 0 and span.start < sentences[i].end else None

    def _mentions_between(self, document: str, start: int, end: int) -> Iterator[Mention]:
        mentions = self._mentions.get(document, [])
        i = bisect.bisect_left(mentions, start, key=lambda m: m.span.start)
        while i < len(mentions) and mentions[i].span.start < end:
            yield mentions[i]
            i += 1

    @cached_property
    def _mentions(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for actor in self._ledger.actors:
            for mention in actor.mentions:
                if mention.role == "actor":
                    found.setdefault(mention.document, []).append(mention)
        for mentions in found.values():
            mentions.sort(key=lambda m: (m.span.start, m.span.end))
        return found

    @cached_property
    def _named_at(self) -> dict[tuple[str, int], set[str]]:
        found: dict[tuple[str, int], set[str]] = {}
        for actor in self._ledger.actors:
            for m in actor.mentions:
                found.setdefault((m.document, m.span.start), set()).add(actor.id)
        return found

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for statement in self._ledger.reported_statements:
            found.setdefault(statement.document, []).append(statement.content_span.start)
        return found

    def _content_starts(self, document: str) -> list[int]:
        """Where reported words begin: a clause begins there though no mark says so."""
        return self._starts.get(document, [])

    def _text(self, document: str) -> str:
        return self._ledger.document(document).text


def _is_bare(event: Event) -> bool:
    described, trigger = event.description.strip(), event.trigger_span.text.strip()
    head, colon, tail = described.rpartition(": ")
    if tail.casefold() != trigger.casefold():
        return False
    words = trigger.split()
    if len(words) == 1 or words[0].casefold() in LEADING_ON:
        return True
    return bool(colon) and head.casefold() in tail.casefold()


def _opens(before: str) -> bool:
    """True if what stands before a mention in its clause is at most a determiner and a title."""
    return all(w[:1].isupper() or _DETERMINER.fullmatch(f"{w} ") for w in before.split())


def _ends_before(word: re.Match[str]) -> bool:
    return word.group() != "of" and word.group().casefold() in _PHRASE_BEFORE


def _count(text: str) -> int:
    return len(text.split())
