"""The content of a term, and the items of a list: *agreed to ensure X, end Y and share Z*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_words import DETERMINERS, MODALS, PREPOSITIONS, is_adverb
from detente.evidence.positions.term_kinds import kind_of_act, kind_of_thing
from detente.evidence.positions.term_parts import LIST_REACH, Draft
from detente.evidence.positions.term_words import UNDERTAKEN
from detente.evidence.positions.verb_group import MARKS

_SPLIT = frozenset({"verb", "asked", "impersonal"})
_SEPARATORS = frozenset({",", ";", "and", "or"})
_MOST = 12


def in_items(draft: Draft) -> Iterator[Draft]:
    """The draft cut down to its content, one draft for each act of a list."""
    if draft.cue.frame == "listed":
        yield from _marked(draft)
        return
    if draft.cue.rule == "seeks_to":
        for start, last in _acts(draft.line, draft.first, draft.first, draft.last):
            yield replace(draft, first=start, last=last)
        return
    if draft.cue.rule == "deal_to":
        yield replace(draft, kind=kind_of_act(draft, draft.first, draft.last))
        return
    if draft.cue.frame not in _SPLIT or draft.guess:
        yield draft
        return
    line = draft.line
    first, act = _content(line, draft)
    if act is None or first >= draft.last:
        if draft.cue.rule == "express_readiness" and not line.words[first].endswith("ing"):
            # A commitment to peace is a bond, one to sharing data an offer.
            return
        now = replace(draft, first=first) if first < draft.last else draft
        yield replace(now, kind=kind_of_thing(now))
        return
    for start, last in _acts(line, first, act, draft.last):
        if line.words[start : start + 2] in (("do", "so"), ("continue", "to")) and last < start + 5:
            # "will do so": said before.
            continue
        if last < start + 2 and draft.cue.rule in ("will_give", "will_keep"):
            # "will continue": nothing is said yet.
            continue
        means = list(_means(line, start, last))
        for begin, end in means:
            kept = line.words[begin] in _KEEPING
            yield replace(draft, first=begin, last=end, kind="pressure" if kept else "concession")
        if means:
            continue
        yield replace(draft, first=start, last=last, kind=kind_of_act(draft, start, last))


def acts_from(draft: Draft) -> Iterator[Draft]:
    """The acts of a draft that begins with its first: *Ensure X, end Y and share Z*."""
    line = draft.line
    for start, last in _acts(line, draft.first, _verb_at(line, draft.first), draft.last):
        yield replace(draft, first=start, last=last, kind=kind_of_act(draft, start, last))


_KEEPING = frozenset({"retaining", "keeping", "maintaining"})
_LINKS = frozenset({"while", "and", ","})
_BEFORE_MEANS = frozenset({"by", ")"})
_GIVING_UP = re.compile(r"(?:suspend|remov|lift|reduc|cancel|lower|eas|waiv|repeal)ing\b", re.I)


def _means(line: Line, first: int, last: int) -> Iterator[tuple[int, int]]:
    """*modify the rate by suspending X while retaining Y and removing Z*: what it comes to."""
    starts: list[int] = []
    for k in range(first, last):
        word = line.words[k]
        if not word.endswith("ing") or not (word in _KEEPING or _GIVING_UP.match(word)):
            continue
        if line.word(k - 1) in _LINKS if starts else _BEFORE_MEANS:
            starts.append(k)
    for n, k in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else last
        while end > k + 1 and line.words[end - 1] in (",", "while", "and", ";", "(", ")"):
            end -= 1
        yield k, end


def _marked(draft: Draft) -> Iterator[Draft]:
    """The items of a list after a colon, parted by semicolons."""
    for start, last in _after_colon(draft.line, draft.first):
        yield replace(draft, at=start, first=start, last=last)


def _after_colon(line: Line, first: int) -> Iterator[tuple[int, int]]:
    stop = min(len(line), first + LIST_REACH)
    while stop > first and line.words[stop - 1] in MARKS:
        stop -= 1
    start = first
    items = 0
    for k in range(first, stop + 1):
        if items == _MOST:
            return
        if k < stop and line.words[k] != ";":
            continue
        items += 1
        while line.word(start) in ("and", "a", "an", "the", "first", "second", ","):
            start += 1
        if start < k:
            yield start, k
        start = k + 1


def _gives_up(line: Line, k: int) -> bool:
    k += line.word(k) in ("and", "by")
    return _GIVING_UP.match(line.word(k)) is not None


def _end(line: Line, i: int) -> int:
    """The end of the clause of word ``i``, past what only stands in brackets."""
    end = line.clause_end(i)
    for _ in range(4):
        if line.word(end + 1) == "while" and line.word(end + 2) in _KEEPING:
            end = line.clause_end(end + 2)
            continue
        if line.word(end) == "," and _gives_up(line, end + 1):
            end = line.clause_end(end + 2)
            continue
        if line.word(end) != "(":
            break
        close = next((k for k in range(end, min(end + 25, len(line))) if line.words[k] == ")"), 0)
        if not close or close + 1 >= len(line) or line.words[close + 1] in ".;":
            break
        end = line.clause_end(close + 1) if line.words[close + 1] != "," else end
        if line.words[close + 1] == ",":
            break
    return end


# Rules whose content follows one of these nouns and its preposition.
_ANNOUNCING = {
    "express_readiness": frozenset(
        "willingness readiness commitment intention intent determination resolve".split()
    ),
    "opposition_to": frozenset({"opposition"}),
    "need_to": frozenset({"need", "necessity"}),
    "oppose_any": frozenset("oppose opposes opposed opposing".split()),
}


def _announced(line: Line, draft: Draft, nouns: frozenset[str]) -> tuple[int, int | None]:
    """*its firm commitment to share X*: what comes after the noun and its preposition."""
    k = next((k for k in range(draft.at, draft.last) if line.words[k] in nouns), draft.at)
    first = k + 1 + (line.word(k + 1) in ("to", "for", "of"))
    if first >= draft.last:
        return draft.first, None
    # A lone word ("to peace") is a noun: an act has an object.
    alone = first + 1 >= draft.last
    if line.words[first - 1] == "to" and not alone and is_act(line, first, "to"):
        return first, _verb_at(line, first)
    return first, None


def _content(line: Line, draft: Draft) -> tuple[int, int | None]:
    """Where the content begins, and the verb of the first act if it is one."""
    i = draft.at
    if draft.kind == "obstacle":
        return draft.first, None
    announced = _ANNOUNCING.get(draft.cue.rule)
    if announced is not None:
        return _announced(line, draft, announced)
    if draft.cue.rule == "agreed_on":
        first = i + 2
        if line.word(i + 3) in ("importance", "need", "necessity"):
            first = i + 5
        return min(first + (line.word(first) in ("a", "an", "the")), draft.last - 1), None
    if line.words[i] in MODALS or line.words[i] == "’ll":
        k = i + 1
        while is_adverb(line.word(k)) or _is_number(line, k):
            k += 1
        return k, k
    # "call on the States that have not yet signed to do so": the act may stand far off.
    stop = min(draft.last, i + (26 if draft.cue.frame == "asked" else 14))
    for k in range(i + 1, stop):
        word = line.words[k]
        if word == "that" or word in ";:“”":
            break
        if word == "to" and line.word(k + 1) == "see" and k + 2 < draft.last:
            # "would like to see an end to …"
            return k + 2 + (line.word(k + 2) in ("a", "an", "the")), None
        if word == "to" and k + 1 < draft.last and is_act(line, k + 1, "to"):
            if line.words[k - 1] == "not" and k - 1 > i:
                # "undertake not to deploy X": what is held back is the content.
                return k - 1, _verb_at(line, k - 1)
            return k + 1, _verb_at(line, k + 1)
        if word == "not" and draft.cue.frame == "asked" and line.word(k + 1) != "to":
            return k, k + 1
    first = i + 1
    if line.word(first) in PREPOSITIONS | {"that"} and draft.cue.frame in ("verb", "impersonal"):
        first += 1
        while line.word(first) in ("a", "an", "the"):
            first += 1
        return first, None
    if draft.cue.rule in ("propose", "put_forward", "recommend", "order", "demand_verb"):
        while line.word(first) in ("a", "an", "the", "to", "both", "parties", "further"):
            if line.word(first) == "further":
                break
            first += 1
        return first, None
    return draft.first, None


def _is_number(line: Line, k: int) -> bool:
    """*(i)*, *(2)*: what counts the acts of a list, and its brackets."""
    word = line.word(k)
    if word in ("also", "then", "(", ")"):
        return True
    return line.word(k + 1) == ")" and len(word) < 4 and line.word(k - 1) == "("


def _verb_at(line: Line, k: int) -> int:
    while (
        is_adverb(line.word(k))
        or line.word(k) == "not"
        or (line.word(k) == "to" and line.word(k - 1) == "not")
    ):
        k += 1
    return k


def is_act(line: Line, k: int, after: str) -> bool:
    """True if an act in the base form begins at word ``k``: *to ensure*, *, prevent …*."""
    k = _verb_at(line, k)
    word = line.word(k)
    if not word.isalpha() or word in DETERMINERS or word in PREPOSITIONS:
        return False
    if not line.tokens[k].text.islower():
        return False
    if after == "to":
        # "to parties" has a plural noun, "to end" a verb.
        if line.reading.parse is None:
            return not word.endswith("s") or word.endswith("ss") or word in UNDERTAKEN
    elif word in UNDERTAKEN:
        return line.word(k + 1) not in _SEPARATORS | PREPOSITIONS | {"."}
    elif line.reading.parse is None:
        return False
    parse = line.reading.parse
    if parse is None:
        return False
    found = parse.span(line.tokens[k].start, line.tokens[k].end)
    if found is None or not len(found[1]):
        return False
    return found[1].root.tag_ in ("VB", "VBP") or (after == "to" and word in UNDERTAKEN)


def _acts(line: Line, first: int, verb: int, last: int) -> Iterator[tuple[int, int]]:
    """The acts of a list, each as its first word and the one after its last."""
    start = first
    for _ in range(_MOST):
        end = max(last, _end(line, verb)) if start == first else _end(line, verb)
        purpose = _before_purpose(line, start, end)
        if purpose < end:
            # What comes after is what the acts are for, however long its list.
            yield start, purpose
            return
        cut, following = _next_act(line, verb, min(end + 1, len(line)))
        if cut is not None or not _opens_list(line, end):
            yield start, end if cut is None else cut
        if cut is None and _opens_list(line, end):
            yield from _after_colon(line, end + 1)
        if cut is None:
            return
        start, verb = following, _verb_at(line, following)


def _opens_list(line: Line, k: int) -> bool:
    """True if a list parted by semicolons follows the colon at word ``k``."""
    return line.word(k) == ":" and ";" in line.words[k : k + LIST_REACH]


def _before_purpose(line: Line, first: int, last: int) -> int:
    """*…, in order to …*: what an act is for is no part of it."""
    for k in range(first + 2, last - 2):
        if line.words[k] == "," and line.words[k + 1 : k + 3] in (("in", "order"), ("so", "as")):
            return k
    return last


def _next_act(line: Line, verb: int, stop: int) -> tuple[int | None, int]:
    """The separator that ends the act at ``verb`` and the first word of the next act."""
    for k in range(verb + 1, stop):
        if line.words[k] not in _SEPARATORS:
            continue
        j = k + 1
        while line.word(j) in ("and", "or", "to", ",", "further") or _is_number(line, j):
            j += 1
        # "help and support Kenya" is one act; ", to include …" says what it holds.
        if j >= len(line) or k <= verb + 1 or line.words[j] == "include":
            continue
        if line.words[j] == "not" and line.word(j + 1) == "to" and is_act(line, j + 2, "to"):
            return k, j
        if line.words[k] != "," and line.words[k - 1] in UNDERTAKEN and j == k + 1:
            # "suspend or remove the tariffs" is one act.
            continue
        if is_act(line, j, line.word(j - 1)) or (
            line.words[j - 1] == ")" and _GIVING_UP.match(line.words[j])
        ):
            return k, j
    return None, 0
