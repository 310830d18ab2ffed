"""Unnamed sources: officials, diplomats, analysts who say something."""

from __future__ import annotations

from collections import Counter

from detente.evidence.naming.actor_book import ActorBook
from detente.evidence.naming.name_folding import slug
from detente.evidence.naming.noun_phrases import ARTICLES, DETERMINERS, phrase_start, verb_after
from detente.evidence.naming.source_verbs import SPEECH

_SINGULAR = frozenset(
    """official diplomat source analyst expert observer insider economist adviser advisor aide
    spokesman spokeswoman spokesperson negotiator mediator lawmaker commander officer minister
    representative envoy delegate researcher scholar strategist commentator witness resident
    activist trader investor critic lawyer person""".split()
)
_PLURAL = frozenset(
    """officials diplomats sources analysts experts observers insiders economists advisers advisors
    aides spokesmen negotiators mediators lawmakers commanders officers ministers representatives
    envoys delegates researchers scholars strategists commentators witnesses residents activists
    traders investors critics lawyers historians academics pundits skeptics sceptics specialists
    people""".split()
)
_SOURCES = _SINGULAR | _PLURAL
# These words mean a source only with what they know beside them.
_PEOPLE = frozenset({"person", "people"})
_KNOWING = frozenset({"familiar", "close", "briefed", "knowledgeable"})
_LEADS_IN = frozenset({"to", "by", "from"})
_CITING = frozenset({"quoted", "citing", "cited", "quoting"})
_TELLING = _CITING | {"according", "told", "confirmed"}


def mention_anonymous(book: ActorBook, titles: set[int]) -> None:
    """Add a nominal mention, and an actor, for every unnamed source that speaks.

    Each new group of sources is an actor of its own; "the official" and labels that repeat
    go back to the last source of the same noun. ``titles`` are words of named persons' titles.
    """
    words = book.words
    named = set(book.named)
    counts: Counter[str] = Counter()
    latest: dict[str, str] = {}
    for head in words.find(_SOURCES):
        word = words.lowers[head]
        if head in named or head in titles or head in book.heads or not words.prose[head]:
            continue
        end = _with_knowledge(book, head + 1)
        if word in _PEOPLE and end == head + 1:
            continue
        first = phrase_start(words, head, named)
        definite = words.lowers[first] in ("the", "this", "that", "these", "those")
        bare = first
        while bare < head and words.lowers[bare] in ARTICLES:
            bare += 1
        singular_bare = (
            word in _SINGULAR and bare == first and words.lowers[first] not in DETERMINERS
        )
        label = _is_label(book, first, head)
        if singular_bare and not label and not any(i in book.named for i in range(first, head)):
            continue
        if not label and not _speaks(book, first, end):
            continue
        begin = bare if definite else first
        key = slug(words.text(bare, head + 1))
        place = _with_place(book, end)
        owner = next((book.named[i] for i in range(bare, place) if i in book.named), None)
        if (definite or label) and key not in latest:
            back = latest.get(word) if definite and bare == head else None
        else:
            back = latest.get(key) if definite or label else None
        if back is None:
            counts[key] += 1
            number = f"-{counts[key]}" if counts[key] > 1 else ""
            back = f"anon:{key}{number}"
            book.draft(back, _label(words.text(bare, end)), "anonymous_source", owner)
        latest[key] = latest[word] = back
        book.mention(book.drafts[back], begin, end, "nominal", "anonymous", "medium")
        book.heads.add(head)


def _label(text: str) -> str:
    shown = text.lower() if text.isupper() else text
    return f"{shown[0].upper()}{shown[1:]} (unnamed)"


def _with_place(book: ActorBook, i: int) -> int:
    """End of "in Oslo", "at the Ministry of Fisheries" after the noun."""
    words = book.words
    if not words.next_to(i - 1, i + 1) or words.lowers[i] not in ("in", "at", "from", "with"):
        return i
    j = i + 1
    if words.lowers[j] == "the":
        j += 1
    start = j
    while j in book.named and words.next_to(i, j):
        j += 1
    return j if j > start else i


def _with_knowledge(book: ActorBook, i: int) -> int:
    """End of "familiar with the talks", "close to the minister" after the noun."""
    words = book.words
    if not words.next_to(i - 1, i + 2) or words.lowers[i] not in _KNOWING:
        return i
    j = i + 1
    if words.lowers[j] not in ("with", "to", "on", "about"):
        return i
    j += 1
    while words.next_to(i, j) and words.lowers[j] not in SPEECH and j - i < 9:
        if not words.texts[j][0].isalpha() and words.texts[j] not in ("’s", "'s", "-"):
            break
        j += 1
    return j


def _is_label(book: ActorBook, first: int, head: int) -> bool:
    """As in "SENIOR OFFICIAL: …" at the head of a paragraph."""
    words = book.words
    return (
        words.next_to(head, head + 1)
        and words.texts[head + 1] == ":"
        and not words.next_to(first, first - 1)
    )


def _speaks(book: ActorBook, first: int, end: int) -> bool:
    words = book.words
    before = words.lowers[first - 1] if words.next_to(first, first - 1) else ""
    verb = verb_after(words, _with_place(book, end))
    if verb:
        # "talks with officials said to be tense" has another subject.
        return before not in ("of", "with", "between", "against") or verb in ("said", "say")
    if before in _CITING or before in ("said", "say", "says"):
        return True
    return (
        before in _LEADS_IN
        and words.next_to(first, first - 2)
        and (words.lowers[first - 2] in _TELLING)
    )
