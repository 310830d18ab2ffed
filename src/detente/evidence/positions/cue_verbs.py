"""Whether a word that may be a noun is a verb: *support*, *backs*, *demands*."""

from __future__ import annotations

from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_words import (
    AGENTS,
    CONTRAST,
    DETERMINERS,
    IRREGULAR_PASTS,
    MODALS,
    PREPOSITIONS,
    all_forms,
    is_adverb,
)
from detente.evidence.positions.verb_group import VerbGroup

_PLURAL_AGENTS = frozenset(w for w in AGENTS if w.endswith("s")) | frozenset(
    "people public they we i you who military".split()
)


# Base forms that are no nouns: "we welcome it and agree to …".
_ONLY_VERBS = frozenset(
    """agree commit reaffirm condemn reject oppose denounce insist reiterate urge propose stress
    undertake endorse recognise recognize""".split()
)


def is_verb(line: Line, i: int, group: VerbGroup) -> bool:
    """Is the word a verb here? *support* and *backs* may be nouns, *back* an adverb."""
    parse = line.reading.parse
    word = line.words[i]
    if parse is not None:
        found = parse.span(line.tokens[i].start, line.tokens[i].end)
        if found is not None and len(found[1]):
            pos = found[1].root.pos_
            if pos in ("VERB", "AUX") or _takes_object(line, i):
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
    if word.endswith("s") or group.auxiliary or word in _ONLY_VERBS:
        return True
    return _plural_at(line, group.start - 1)


def _takes_object(line: Line, i: int) -> bool:
    """*but set a condition*: a past form between a conjunction and an article."""
    return (
        line.words[i] in IRREGULAR_PASTS
        and line.word(i + 1) in DETERMINERS
        and line.word(i - 1) in CONTRAST | {"and"}
    )


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


def is_denied(line: Line, group: VerbGroup) -> bool:
    """*denied that it had offered …*: what is denied is not so."""
    low = max(0, group.start - 5)
    return any(w in _DENIALS for w in line.words[low : group.start])


_DENIALS = all_forms("deny")


def is_passive(line: Line, i: int, group: VerbGroup) -> bool:
    """*was rejected*, *a plan rejected by Kenya*."""
    word = line.words[i]
    if group.passive:
        return True
    return word.endswith(("ed", "en")) and any(
        line.word(k) == "by" and all(is_adverb(w) for w in line.words[i + 1 : k])
        for k in (i + 1, i + 2)
    )
