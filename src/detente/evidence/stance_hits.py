"""Cues of stance in running text: found, negated, conditioned, and joined within a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.evidence.cue_line import Line, VerbGroup
from detente.evidence.cue_subject import SPEECH_NOUNS, agent_of_passive, speakers, subjects
from detente.evidence.cue_words import (
    AGENTS,
    BE,
    CONTRAST,
    DETERMINERS,
    IRREGULAR_PASTS,
    MODALS,
    PREPOSITIONS,
    all_forms,
    is_adverb,
)
from detente.evidence.items import Actor, StanceLabel
from detente.evidence.stance_cues import GUARDED_ADVERBS, StanceCue, stance_cues
from detente.evidence.target import Target, clause_target, object_target

_COPULAS = all_forms("remain seem sound appear stay become look feel") | BE
_MAKING = all_forms("make consider call leave keep find")
_IF = re.compile(
    r"(?:,\s+)?(?:but\s+)?(?:only\s+)?(?:if|provided|on\s+(?:the\s+)?condition|unless"
    r"|as\s+long\s+as"
    r"|so\s+long\s+as|once)\b|(?:but\s+)?only\s+(?:after|when|once)\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|little|scant)\s", re.IGNORECASE)
_SHARES = frozenset(
    "% percent cent majority half thirds third quarter quarters fifths most".split()
)
# "accused Kenya of blocking the deal": the subject before these is not who blocks.
_NOT_ITS_SUBJECTS = frozenset("of from for against without".split())
FIRST_PERSON = frozenset("we i".split())
_PLURAL_AGENTS = frozenset(w for w in AGENTS if w.endswith("s")) | frozenset(
    "people public they we i you who military".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One cue at words ``first`` to ``last`` of a line, with the actors it belongs to."""

    line: Line
    cue: StanceCue
    at: int
    first: int
    last: int
    label: StanceLabel
    group: VerbGroup
    target: Target | None
    actors: tuple[Actor, ...]
    firm: bool
    statistic: bool = False
    joined: bool = False


def hits(line: Line) -> Iterator[Hit]:
    """Every cue of the line with a label, in text order; its actors may be empty."""
    table = stance_cues()
    if line.is_question:
        return
    free = 0
    for i, word in enumerate(line.words):
        if i < free or word not in table or line.in_quotation(i):
            continue
        for cue in table[word]:
            hit = _match(line, i, cue)
            if hit is not None:
                free = max(i + 1, _rest_end(line, i, cue))
                yield hit
                break


def _rest_end(line: Line, i: int, cue: StanceCue) -> int:
    if cue.rest is None:
        return i + 1
    found = cue.rest.match(line.reading.text, line.tokens[i].end, line.end)
    if found is None:
        return i + 1
    k = line.index_at(found.end() - 1)
    return k + 1


def _match(line: Line, i: int, cue: StanceCue) -> Hit | None:
    text = line.reading.text
    after = i + 1
    label: StanceLabel | None = cue.label
    refused = False
    if cue.rest is not None:
        found = cue.rest.match(text, line.tokens[i].end, line.end)
        if found is None:
            return None
        after = line.index_at(found.end() - 1) + 1
        refused = cue.rule.endswith("_noun") and _NO.search(found.group()) is not None
    group = line.verb_group(i)
    if cue.shape == "verb":
        if not is_verb(line, i, group) or group.dangling:
            return None
        if group.start == i and line.word(i - 1) in _NOT_ITS_SUBJECTS:
            return None
    elif cue.shape == "adjective":
        copula = _with_copula(line, i, group)
        if copula is None:
            return None
        group = copula
    passive = cue.shape == "verb" and _is_passive(line, i, group)
    if passive and cue.need not in ("object", "process"):
        return None
    label = _turned(cue.label, group, refused)
    if label is None or (cue.rule == "appreciate" and line.word(i + 1) in ("that", "it", "this")):
        return None
    last = line.clause_end(after - 1)
    if line.word(group.start - 1) in ("who", "which"):
        last = next((k for k in range(after, last) if line.words[k] == ","), last)
    target, firm = _target(line, cue, i, after, last, passive, group)
    if target is None and not firm and cue.need not in ("partner",):
        return None
    if label == "support" and _guarded(line, i, group, last, after):
        label = "conditional"
    if label == "oppose" and "unless" in line.words[after : last + 2]:
        label = "conditional"
    first = _first_word(line, i, cue, group)
    actors, statistic = _actors(line, i, cue, group, passive)
    if passive and target is not None:
        first = min(first, target.first)
    return Hit(line, cue, i, first, last, label, group, target, actors, firm, statistic)


def _target(
    line: Line, cue: StanceCue, i: int, after: int, last: int, passive: bool, group: VerbGroup
) -> tuple[Target | None, bool]:
    """The target and whether the cue counts by itself."""
    if passive:
        low = max(0, group.start - 12)
        found = clause_target(line, low, group.start)
        return found, found is not None
    if cue.need in ("object", "process"):
        found = object_target(line, after, acts=cue.need == "object")
        if found is None and cue.need == "object" and cue.rule == "back":
            found = _merit(line, after, last)
        return found, found is not None
    if cue.need == "clause":
        found = clause_target(line, i + 1, max(last, after))
        return found, found is not None
    if cue.need == "none":
        return clause_target(line, i + 1, max(last, after)), True
    rest = line.word(after)
    free_standing = not rest or rest in ',;.:!?”"' or rest in CONTRAST or rest in ("and", "as")
    preposition = rest in PREPOSITIONS or rest in ("that", "to")
    found = clause_target(line, after, last) if preposition else None
    if (
        preposition
        and found is not None
        and rest in ("for", "of", "to", "towards", "about", "over")
    ):
        close = object_target(line, after + 1)
        found = close if close is not None or cue.need == "optional" else found
    if cue.need == "optional":
        return found, found is not None or free_standing
    return found, found is not None


def _merit(line: Line, after: int, last: int) -> Target | None:
    """*praised Qatar for its mediation*: the person is praised, the mediation is the target."""
    for k in range(after + 1, min(last, after + 8)):
        if line.words[k] == "for":
            return object_target(line, k + 1)
        if line.words[k] in PREPOSITIONS:
            return None
    return None


def _turned(label: StanceLabel, group: VerbGroup, refused: bool) -> StanceLabel | None:
    """What negation and *refused to*, *has yet to* make of a label; None if nothing is left."""
    negated = group.negated != refused
    if group.attitude == "refuse":
        return {"support": "oppose", "oppose": "conditional"}.get(label)  # type: ignore[return-value]
    if group.attitude == "decline":
        if negated:
            return label
        return "conditional" if label in ("support", "oppose") else None
    if negated and group.perfect and label == "support":
        # "has not accepted": the answer is still out.
        return "conditional"
    if negated:
        return {"support": "oppose", "oppose": "conditional"}.get(label)  # type: ignore[return-value]
    return label


def _guarded(line: Line, i: int, group: VerbGroup, last: int, after: int) -> bool:
    if any(w in GUARDED_ADVERBS for w in line.words[group.start : i]):
        return True
    if line.word(i + 1) in GUARDED_ADVERBS:
        return True
    text = line.reading.text
    if last < len(line) and _IF.match(text, line.tokens[last].start, line.end):
        return True
    return any(
        line.words[k] in ("if", "provided", "unless", "only", "on")
        and not line.in_quotation(k)
        and _IF.match(text, line.tokens[k].start, line.end)
        for k in range(after, min(last, len(line)))
    )


def is_verb(line: Line, i: int, group: VerbGroup) -> bool:
    """Is the word a verb here? *support* and *backs* may be nouns, *back* an adverb."""
    parse = line.reading.parse
    word = line.words[i]
    if parse is not None:
        found = parse.span(line.tokens[i].start, line.tokens[i].end)
        if found is not None and len(found[1]):
            pos = found[1].root.pos_
            if pos in ("VERB", "AUX"):
                return True
            # The tagger takes some capital or participial verbs for adjectives or nouns.
            return (
                pos in ("ADJ", "PROPN") and word.endswith(("ed", "ing")) and _no_noun_slot(line, i)
            )
    if (
        word.endswith(("ed", "ing"))
        or word in IRREGULAR_PASTS
        or (group.modal or group.attitude)
        or (line.word(i - 1) == "to" and not group.dangling)
    ):
        return _no_noun_slot(line, i)
    if word in MODALS:
        return line.word(i - 1) not in DETERMINERS
    if group.dangling:
        return True
    before = line.word(group.start - 1)
    if not before or before in DETERMINERS or before in PREPOSITIONS or before in ("’s", "’"):
        return False
    return word.endswith("s") or group.auxiliary or _plural_at(line, group.start - 1)


def _plural_at(line: Line, j: int) -> bool:
    """True if a plural subject ends at word ``j``: *Kenya and Uganda*, *leaders in Kenya*."""
    if line.words[j] in _PLURAL_AGENTS:
        return True
    pair = line.reading.mention_at(line.tokens[j].start)
    if pair is None:
        return False
    before = line.index_at(pair[0].span.start) - 1
    return (
        line.words[j].endswith("s")
        or line.word(before) == "and"
        or (line.word(before) in PREPOSITIONS and line.word(before - 1) in _PLURAL_AGENTS)
    )


def _no_noun_slot(line: Line, i: int) -> bool:
    return line.word(i - 1) not in DETERMINERS | {"’s"}


def _with_copula(line: Line, i: int, group: VerbGroup) -> VerbGroup | None:
    """The verb group of the copula before an adjective; None if it stands alone."""
    start = group.start
    if any(w in BE or w == "’s" for w in line.words[start:i]):
        return replace(group, passive=False)
    before = line.word(start - 1)
    if before in _COPULAS:
        return replace(line.verb_group(start - 1), passive=False)
    if line.words[i] in ("in", "against"):
        return None
    if _share_before(line, start) is not None or before in ("themselves", "itself", "himself"):
        return replace(group, passive=False)
    return None


def _is_passive(line: Line, i: int, group: VerbGroup) -> bool:
    word = line.words[i]
    if group.passive:
        return True
    return word.endswith(("ed", "en")) and any(
        line.word(k) == "by" and all(is_adverb(w) for w in line.words[i + 1 : k])
        for k in (i + 1, i + 2)
    )


def _first_word(line: Line, i: int, cue: StanceCue, group: VerbGroup) -> int:
    if cue.shape == "agent":
        k = i
        while k > 0 and i - k < 5 and line.words[k - 1] not in DETERMINERS | PREPOSITIONS | BE:
            if line.words[k - 1] in ",;:":
                break
            k -= 1
        return k - 1 if line.word(k - 1) in ("a", "an", "the") else k
    if cue.shape == "adjective":
        return i if group.start >= i else group.start
    if group.negated or group.attitude or group.guess:
        return group.start
    k = i
    while k > group.start and is_adverb(line.words[k - 1]) and line.words[k - 1] not in MODALS:
        k -= 1
    return k


def _share_before(line: Line, start: int) -> int | None:
    """The first word of *62% of Kenyans* that ends before word ``start``; None if there is none."""
    for k in range(start - 1, max(-1, start - 7), -1):
        if line.words[k] == "of" and line.word(k - 1) in _SHARES:
            first = k - 1
            while first > 0 and (
                line.words[first - 1][:1].isdigit()
                or line.words[first - 1] in ("per", "a", "two", "three", "-", "than", "more", ".")
            ):
                first -= 1
            return first
        if line.words[k] == "most" and k < start - 1:
            return k
    return None


def _actors(
    line: Line, i: int, cue: StanceCue, group: VerbGroup, passive: bool
) -> tuple[tuple[Actor, ...], bool]:
    if passive:
        return agent_of_passive(line, i), False
    share = _share_before(line, group.start)
    if share is not None:
        for k in range(share, group.start):
            pair = line.reading.mention_at(line.tokens[k].start)
            if pair is not None and pair[0].role == "actor":
                return (pair[1],), True
        return (), True
    back = _speaker_referred_to(line, group)
    if back is not None:
        return (back,), False
    if cue.shape == "agent":
        return _agent_subject(line, i, group), False
    return speakers(line, i, group), False


def _speaker_referred_to(line: Line, group: VerbGroup) -> Actor | None:
    """Who spoke in the sentence before, for *This answer …*."""
    if line.word(0) not in ("this", "that", "such", "the") or group.start > 25:
        return None
    noun = next((k for k in range(1, min(4, len(line))) if line.words[k] in SPEECH_NOUNS), None)
    if noun is None or (
        group.start > noun + 1 and line.word(group.start - 1) not in CONTRAST | {"and"}
    ):
        return None
    said = line.page.quotation_before(line.start)
    if said is None or said.speaker is None or said.span.end < line.start - 400:
        return None
    return line.page.actors.get(said.speaker)


def _agent_subject(line: Line, i: int, group: VerbGroup) -> tuple[Actor, ...]:
    k = _first_word(line, i, StanceCue("", "support", "low", "none", False, "agent"), group)
    before = line.word(k - 1)
    if before in _COPULAS or before in ("as", "into"):
        return subjects(line, k - 1, line.verb_group(k - 1)) if before in _COPULAS else ()
    if before == ",":
        return subjects(line, k, VerbGroup(k - 1)) if k > 1 else ()
    pronoun = line.word(k - 1) in ("it", "him", "her", "them")
    if pronoun and line.word(k - 2) in _MAKING:
        pair = line.reading.mention_at(line.tokens[k - 1].start)
        if pair is not None:
            return (pair[1],)
        return subjects(line, k - 2, line.verb_group(k - 2))
    return ()
