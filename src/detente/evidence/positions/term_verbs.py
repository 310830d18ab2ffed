"""Terms that a verb puts: *demanded X of Kenya*, *urged Kenya to*, *to pressure Kenya into*."""

from __future__ import annotations

from detente.evidence.items import Actor
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_subject import first_actor_after, subjects
from detente.evidence.positions.cue_verbs import is_denied, is_verb
from detente.evidence.positions.cue_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    CONTRAST,
    MODALS,
    PREPOSITIONS,
    all_forms,
    is_adverb,
)
from detente.evidence.positions.term_cues import TermCue
from detente.evidence.positions.term_items import is_act
from detente.evidence.positions.term_parts import (
    FIRST_PERSON,
    Draft,
    addressee,
    clause_first,
    is_predicate,
    party_stands,
    subject_of,
    under_statement,
    verb_start,
)
from detente.evidence.positions.term_words import FIRST, TEXTS
from detente.evidence.positions.verb_group import VerbGroup

# Whom a call may go to besides a named actor; then nobody is noted as asked.
_EVERYONE = frozenset(
    """parties sides states nations countries governments leaders members groups factions
    belligerents community authorities actors stakeholders it them him her everyone all both
    government teams experts ministers negotiators officials delegations ministries""".split()
)
# Whoever is called on so is asked, named or not.
_CALLING = all_forms("call appeal urge implore beseech")
# Whose object with a capital is asked even where it is no actor of the text.
_ASKING = all_forms("urge ask request exhort entreat")
_OBLIGED = frozenset("must should shall ought".split())


def verb(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Kenya demanded X of Uganda*: the subject's, towards whoever the object names."""
    group = line.verb_group(i)
    adjective = line.words[i] in ("ready", "willing", "prepared")
    if cue.rule in _PARTICIPIAL and _modifies(line, i):
        return _participle(line, i, after, cue)
    # "is committed to sharing": no passive.
    passive = group.passive and line.words[i] not in ("committed", "determined", "resolved")
    if not adjective and (not is_verb(line, i, group) or group.dangling or passive):
        return None
    if group.negated or group.attitude in ("refuse", "decline") or is_denied(line, group):
        return None
    if line.words[i] == "committed" and _is_bond(line, i, group):
        return None
    if cue.rule == "will_do" and not _is_undertaken(line, i, after):
        return None
    if adjective and not is_predicate(line, i, group):
        return None
    by, own = subject_of(line, i, group)
    own = own or (cue.rule in _BY_TEXTS and line.word(group.start - 1) in _BODIES)
    if not by and not own and not party_stands(line, group.start):
        joined = cue.speech and line.word(group.start - 1) in ("and", "but", "then")
        if not joined or line.words[i].endswith("ing"):
            return None
    last = line.clause_end(max(i, after - 1))
    to = addressee(line, i + 1, last, by, cue.kind)
    if cue.rule == "warn_will":
        by, to = _who_would(line, i + 1, by)
    first = verb_start(line, i, group)
    if group.guess and cue.rule != "may_run":
        first = clause_first(line, group.start)
    kind = cue.kind
    if cue.rule in ("demand_verb", "insist_on", "want"):
        mandate = _mandate(line, i + 1, last) if line.word(i + 1) == "that" else (None, False)
        if cue.rule == "insist_on" and line.word(i + 1) == "that":
            if mandate is None:
                return None
            to = mandate[0]
        start, end = line.span_of(first, last)
        comes_first = mandate is not None and mandate[1]
        if comes_first or FIRST.search(line.reading.text, start, end):
            kind = "precondition"
    guess = group.guess and cue.rule != "may_run"
    return Draft(line, cue, kind, i, first, last, by, to, guess, own)


_PARTICIPIAL = frozenset({"demand_verb", "call_for", "insist_on", "propose"})


def _modifies(line: Line, i: int) -> bool:
    """*resolutions demanding an end*: a participle right after its noun."""
    before = line.word(i - 1)
    return (
        line.words[i].endswith("ing")
        and before.isalpha()
        and before not in AUXILIARIES | PREPOSITIONS | CONJUNCTIONS | CONTRAST | FIRST_PERSON
        and not is_adverb(before)
        and before not in ("not", "start", "started", "began", "kept", "keep", "stop", "stopped")
    )


def _participle(line: Line, i: int, after: int, cue: TermCue) -> Draft:
    """*A petition demanding X*: by the actor that the participle is said of, if it is one."""
    pair = line.reading.mention_at(line.tokens[i - 1].start)
    by = () if pair is None else (pair[1],)
    last = line.clause_end(max(i, after - 1))
    to = addressee(line, i + 1, last, by, cue.kind)
    return Draft(line, cue, cue.kind, i, i, last, by, to, False, False)


def _is_undertaken(line: Line, i: int, after: int) -> bool:
    """*will open an office*: an act with an object; of *would* only where it is reported."""
    if line.words[i] == "would" and not (under_statement(line, i) or _by_a_deal(line, i)):
        return False
    if line.word(line.verb_group(i).start - 1) in ("it", "who", "which", "that"):
        return False
    k = after - 1 - (line.word(after - 2) == "do")
    return is_act(line, k, "to") and line.word(k + 1) not in _ENDS


def _by_a_deal(line: Line, i: int) -> bool:
    """*Under the deal, Kenya would …*: what a text has a party do."""
    return line.words[0] == "under" and not TEXTS.isdisjoint(line.words[1 : min(i, 8)])


_ENDS = frozenset(("", ".", ",", ";", "”", '"', ")"))


# What proposes or recommends without being an actor of the text.
_BY_TEXTS = frozenset({"propose", "order", "call_for", "put_forward"})
_BODIES = frozenset(
    """group document report paper roadmap experts authors panel commission
    committee""".split()
)


def _is_bond(line: Line, i: int, group: VerbGroup) -> bool:
    """*remains committed to its allies*: a bond that is there already is no offer."""
    k = i + 2
    if "remain" in line.word(group.start - 1) or k >= len(line):
        return True
    if line.words[k].endswith("ing"):
        return False
    # "committed to share data": only where nothing makes it a state ("is committed to").
    parse = line.reading.parse
    found = None if parse is None else parse.span(line.tokens[k].start, line.tokens[k].end)
    does = found is not None and len(found[1]) > 0 and found[1].root.pos_ == "VERB"
    return group.auxiliary or not does


def _mandate(line: Line, that: int, last: int) -> tuple[Actor | None, bool] | None:
    """On whom *that Kenya (first) leave …* lies, and whether it comes first; None if it states.

    A mandate has *must*, *be* or a bare verb (*leave*) where a statement would have *leaves*.
    """
    pair = first_actor_after(line, that + 1)
    named = None if pair is None else pair[1]
    k = that + 1 if pair is None else line.index_at(pair[0].span.end)
    for j in range(k, min(k + 8, last)):
        word = line.words[j]
        if word in _OBLIGED or word == "be":
            return named, "first" in line.words[k : j + 2]
        if word in AUXILIARIES or word in MODALS or word.endswith(("ed", "ing")):
            return None
        if pair is not None and not (is_adverb(word) or word in ("first", "not")):
            bare = (
                word.isalpha()
                and line.tokens[j].text.islower()
                and not (word.endswith("s") and not word.endswith("ss"))
                and word not in PREPOSITIONS | CONJUNCTIONS | CONTRAST
                and word not in _PASTS
            )
            return (named, "first" in line.words[k:j]) if bare else None
    return None


_PASTS = frozenset("had was were did went took gave made met held kept left saw broke".split())


def _who_would(line: Line, k: int, by: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], Actor | None]:
    """Who acts and on whom in *warned (Kenya) (that) it would strike*, *warned Kenya would*."""
    pair = first_actor_after(line, k + (line.word(k) == "that"))
    if pair is None or pair[0].kind == "pronoun":
        return by, None
    after = line.word(line.index_at(pair[0].span.end))
    if after in ("that", "it", "he", "she", "they", "we"):
        return by, pair[1]
    end = line.index_at(pair[0].span.end)
    if any(line.word(j) in ("face", "suffer", "be") for j in (end + 1, end + 2)):
        return by, pair[1]
    if after not in MODALS:
        # "warned that her country would …": the name is not the one that acts.
        return by, None
    return (pair[1],), None


def asked(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Kenya urged Uganda to …*, *called on all parties to …*: somebody is asked."""
    group = line.verb_group(i)
    if not is_verb(line, i, group) or group.dangling or group.negated or group.passive:
        return None
    start = i + 1
    if line.word(start) in ("on", "upon", "to"):
        start += 1
    pair = first_actor_after(line, start)
    to = None if pair is None else pair[1]
    if pair is None and line.words[i] not in _CALLING:
        stop = next(
            (k for k in range(start, min(start + 12, len(line))) if line.words[k] == "to"), 0
        )
        named = line.words[i] in _ASKING and any(
            line.tokens[k].text[:1].isupper() for k in range(start, stop)
        )
        if not named and _EVERYONE.isdisjoint(line.words[start : min(stop, start + 6)]):
            return None
    by, own = subject_of(line, i, group)
    if not by and not own and not party_stands(line, group.start):
        return None
    last = line.clause_end(max(i, after - 1))
    if cue.rule in ("call_on", "urge", "task") and "to" not in line.words[start + 1 : last]:
        return None
    first = verb_start(line, i, group)
    return Draft(line, cue, cue.kind, i, first, last, by, to, group.guess, own)


def pressing(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*to pressure Kenya into …*: the clause's subject, on the object."""
    group = line.verb_group(i)
    if not is_verb(line, i, group) or group.passive or group.negated:
        return None
    start = after if line.words[i] in ("use", "using", "used", "uses") else i + 1
    pair = first_actor_after(line, start + (line.word(start) in ("on", "over", "with")))
    if pair is None:
        return None
    by = subjects(line, i, group)
    by = tuple(a for a in by if a.id != pair[1].id)
    first = i - 1 if line.word(i - 1) == "to" else verb_start(line, i, group)
    last = line.clause_end(after - 1)
    own = line.word(group.start - 1) in FIRST_PERSON
    return Draft(line, cue, "pressure", i, first, last, by, pair[1], group.guess, own)
