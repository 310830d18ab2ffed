"""How a reported statement is put by the one who makes it: as a fact, a forecast, a denial.

The first of these that holds decides:

1. The cue denies or refuses (*deny*, *reject*, *rule out*, *refusal*): ``negated``.
2. The content leaves a question open (*discussed whether …*): ``speculative``.
3. The content hangs on a condition (*… if …*, *unless*, *provided that*): ``conditional``.
4. The cue guesses or doubts (*suggest*, *speculate*, *suspect*, *doubt*): ``speculative``.
5. The cue looks ahead – it predicts, fears, hopes, promises, threatens, proposes or asks for
   what is not done yet: ``projected``.
6. The first verb of the content is *may*, *might* or *could*: ``speculative``. It is *will*,
   *would* or *is to*, or the content is an infinitive (*decided to sign*): ``projected``. So is
   what somebody warns of where no verb says otherwise.
7. Nobody named says it (*reportedly*, *is said to*): ``reported``.
8. Else: ``asserted``.

Verbs such as *express* and *announce* count as the noun that they carry: *voiced doubts*,
*announced plans*. A *not* inside the content belongs to what is said and changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.items import Modality
from detente.evidence.reading import Reading
from detente.evidence.speech.narration_words import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STRONG_PASTS,
)
from detente.evidence.speech.speech_acts import Act
from detente.evidence.speech.speech_cues import NOUN_CUES
from detente.evidence.tokens import Token

_BY_VERB: dict[str, Modality] = {
    **dict.fromkeys("deny reject refuse refute dispute rebut rebuff dismiss".split(), "negated"),
    **dict.fromkeys(
        """suggest speculate hint wonder suspect doubt question surmise posit postulate theorise
        theorize muse presume assume doubtful sceptical skeptical""".split(),
        "speculative",
    ),
    **dict.fromkeys(
        """predict forecast project expect anticipate foresee envision fear hope promise pledge vow
        threaten undertake commit offer propose ask request demand urge appeal beg implore plead
        exhort press push lobby order instruct direct task invite encourage advise counsel
        recommend advocate authorise authorize hopeful afraid fearful optimistic
        pessimistic""".split(),
        "projected",
    ),
    "rule out": "negated",
    **dict.fromkeys(("call on", "call upon", "call for", "insist on"), "projected"),
    **dict.fromkeys(("insist upon", "look forward to", "agree to"), "projected"),
}
_BY_NOUN: dict[str, Modality] = {
    **dict.fromkeys("denial rejection refusal".split(), "negated"),
    **dict.fromkeys("suggestion suspicion doubt scepticism skepticism".split(), "speculative"),
    **dict.fromkeys(
        """fear hope expectation forecast projection prediction promise pledge vow threat
        commitment guarantee plan intention proposal offer demand call appeal plea request order
        instruction invitation recommendation ultimatum""".split(),
        "projected",
    ),
}
_CARRYING = frozenset(
    "express voice announce declare convey share reiterate repeat reaffirm affirm confirm".split()
)
# *Reaffirmed their commitment to the law*: a bond there is, not a deed to come.
_BONDS = frozenset({"commitment", "guarantee"})
_WARNING = frozenset({"warn", "caution", "warning"})
# *Claims to be*, *is said to have left*: an infinitive that is not to come.
_CLAIMING = frozenset("claim profess purport say report allege rumour rumor".split())
_CONDITIONS = frozenset({"if", "unless", "provided", "providing", "condition"})
_IN_PASSING = frozenset("any not necessary needed possible only ever so".split())
_MAYBE = frozenset({"may", "might", "could"})
_WILL = frozenset("will would shall won’t won't wouldn’t wouldn't".split())
_WISHING = frozenset({"like", "love", "rather", "prefer"})
_BE = frozenset("is are was were am be".split())
_AHEAD = frozenset(
    """going set due about likely expected poised planning planned preparing scheduled ready willing
    prepared""".split()
)
_INTENDING = frozenset(
    """plan plans planned intend intends intended aim aims aimed expect expects expected hope hopes
    hoped""".split()
)
_FINITE = frozenset(
    "has have had does do did must should can cannot can’t can't ought need needs".split()
)
# A clause of its own begins; what it says is not the verb of the content.
_APART = frozenset("which who whose whom where while because although though since ;".split())
# *Fears that …*: the clause holds what the noun stands for.
_HOLDING = (NOUN_CUES.keys() - {"proposal"}) | {"fact", "idea", "possibility", "prospect", "case"}
_BEGINNINGS = DETERMINERS | PRONOUNS  # *the pact, **a** step that …*, *you know, **we** will*
_REACH = 30
_LONGEST = 80


def statement_modality(reading: Reading, act: Act, content: tuple[int, int]) -> Modality:
    """The modality of the statement that ``act`` makes of the words ``content``."""
    here = reading.tokens_in(*content)
    words = reading.lowers[here.start : min(here.stop, here.start + _LONGEST)]
    cue = _of_cue(act) or _of_carried(act, words)
    if cue == "negated":
        return "negated"
    if words[:1] == ("whether",):
        return "speculative"
    if _has_condition(words):
        return "conditional"
    if cue is not None:
        return cue
    verb = _of_verb(words, reading.tokens[here])
    if verb in ("speculative", "projected"):
        return verb
    if _is_infinitive(act.cue.lemma, words):
        return "projected"
    if verb is None and act.cue.lemma.split()[0] in _WARNING:
        return "projected"
    return "reported" if act.speaker is None and act.shape in ("hearsay", "passive") else "asserted"


def _of_cue(act: Act) -> Modality | None:
    lemma = act.cue.lemma
    if act.shape in ("noun", "carried"):
        noun = lemma.rpartition(" ")[2]
        return _BY_NOUN.get(noun) or _BY_NOUN.get(noun.removesuffix("s"))
    return _BY_VERB.get(lemma) or _BY_VERB.get(lemma.split()[0])


def _of_carried(act: Act, words: Sequence[str]) -> Modality | None:
    """*Voiced doubts about the plan*, *announced their intention to leave*."""
    if act.cue.lemma not in _CARRYING:
        return None
    for word in words[:4]:
        noun = word.removesuffix("s")
        if noun in _BY_NOUN and noun not in _BONDS:
            return _BY_NOUN[noun]
        if word in PREPOSITIONS or word == "that":
            return None
    return None


def _has_condition(words: Sequence[str]) -> bool:
    if _CONDITIONS.isdisjoint(words):
        return False
    for k, word in enumerate(words):
        before, after = (words[k - 1] if k else ""), (words[k + 1] if k + 1 < len(words) else "")
        if word == "if" and before not in ("as", "even") and after not in _IN_PASSING:
            return True
        if word == "unless" or (word in ("provided", "providing", "condition") and after == "that"):
            return True
    return False


def _of_verb(words: Sequence[str], tokens: Sequence[Token]) -> Modality | None:
    """What the first verb with tense says of the content; None where none is clear."""
    for k, word in enumerate(words[:_REACH]):
        after = words[k + 1] if k + 1 < len(words) else ""
        if word in _APART or (word == "that" and k and words[k - 1] not in _HOLDING):
            return None
        if word == "," and words[0] not in PREPOSITIONS and after in _BEGINNINGS:
            return None
        if word in _MAYBE and tokens[k].text != "May":
            return "asserted" if word == "could" and after in ("not", "never") else "speculative"
        if word == "would" and after in _WISHING:
            return "asserted"
        if word in _WILL or word.endswith(("’ll", "'ll")):
            return "projected"
        if word in _BE:
            ahead = after == "to" or not _AHEAD.isdisjoint(_near_to(words, k + 1))
            return "projected" if ahead and word != "be" else "asserted"
        if word in _INTENDING and after == "to":
            return "projected"
        if word in _FINITE or word.endswith(("n’t", "n't")) or _is_past(words, tokens, k):
            return "asserted"
    return None


def _near_to(words: Sequence[str], k: int) -> Sequence[str]:
    """The words from ``k`` up to a near *to*: *is **expected** to*, *are **not going** to*."""
    to = next((j for j in range(k, min(len(words), k + 4)) if words[j] == "to"), k)
    return words[k:to]


def _is_past(words: Sequence[str], tokens: Sequence[Token], k: int) -> bool:
    """True for *Kenya rejected the plan*, not for *the proposed plan*, *troops based in Kenya*."""
    word = words[k]
    weak = word.endswith("ed") and len(word) > 4 and tokens[k].text == word
    if not k or not (weak or word in STRONG_PASTS):
        return False
    if words[k - 1] in DETERMINERS or words[k - 1] in PREPOSITIONS:
        return False
    return not weak or k + 1 == len(words) or words[k + 1] not in PREPOSITIONS


def _is_infinitive(lemma: str, words: Sequence[str]) -> bool:
    """*Agreed **to sign***, not *claimed to be*, nor *referred **to** the accord*."""
    if words[:1] != ("to",) or len(words) < 2 or words[1] == "have":
        return False
    return words[1].isalpha() and words[1] not in DETERMINERS and lemma not in _CLAIMING
