"""Whether a quotation is a sentence, or a fragment in somebody else's sentence."""

from __future__ import annotations

import re

from detente.evidence.items import QuotationKind
from detente.evidence.reading import Reading
from detente.evidence.speech.quote_marks import QuoteMarks
from detente.evidence.speech.speech_tree import SpeechTree

_FINITE = frozenset(
    """is are was were am has have had do does did will would can could may might must shall
    should cannot isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't
    wouldn't shouldn't hasn't haven't hadn't let's that's it's there's here's what's who's
    said says went came made took gave knew let want wants need needs think believe know hope
    means seems remains becomes became costs goes comes makes takes gives shows knows""".split()
)
# Verbs with tense that never open a statement in small letters.
_SUBJECTLESS = frozenset(
    """is are was were am has have had do does did will would can could may might must shall
    should cannot isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't wouldn't
    shouldn't hasn't haven't hadn't belong belongs remains remain costs means""".split()
)
_CONTRACTED = ("'m", "'re", "'ve", "'ll", "'d", "n't")
_PRONOUNS = frozenset("i we you he she they it there this these those".split())
# After *I* or *we* these show that no verb follows.
_NO_VERB = frozenset("and or of in on at to for from with who which all".split())
_RELATIVE = frozenset("who which that".split())
_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONG = 6
_WINDOW = 2000


def quotation_kind(
    reading: Reading, marks: QuoteMarks, *, direct: bool, tree: SpeechTree | None
) -> QuotationKind:
    """``full`` for a clause or sentence, ``partial`` for a fragment.

    ``direct`` says that the text introduces it as an utterance (a cue with comma or colon).
    """
    text = reading.text[marks.inner_start : min(marks.inner_end, marks.inner_start + _WINDOW)]
    words = [w.replace("’", "'") for w in _WORD.findall(text)]
    if not words:
        return "partial"
    stripped = text.strip()
    first = stripped.lstrip("[(…. ")[:1]
    # Scripts without capitals begin a sentence with any letter.
    capital = first.isupper() or (first.isalpha() and not first.islower())
    ended = stripped[-1:] in ".!?…"
    titled = sum(1 for w in words if w[0].isupper()) >= 0.8 * len(words)
    if direct and capital and (not titled or ended or stripped[-1:] == "," or len(words) > _LONG):
        return "full"
    if titled and not ended:
        return "partial"
    if not direct and not capital and _verb_first(reading, marks, words[0].lower(), tree):
        # *Ruritania “will sign nothing”*: the subject stands outside the marks.
        return "partial"
    if _finite(words) and len(words) > 2:
        return "full"
    if tree is not None and len(words) > 2 and _tagged(reading, marks, tree):
        return "full"
    if len(words) >= _LONG and (capital or stripped[-1:] in "!?") and not titled:
        return "full"
    return "partial"


def _finite(words: list[str]) -> bool:
    low = [w.lower() for w in words]
    for i, word in enumerate(low):
        if word in _FINITE or word.endswith(_CONTRACTED):
            if i > 1 and low[i - 1] in _RELATIVE:
                # *“The only one who can stop it”*: the verb belongs to the noun.
                continue
            return True
        if word in _PRONOUNS and i + 1 < len(low) and i < 12:
            following = low[i + 1]
            if word in ("i", "we", "he", "she", "they") and following not in _NO_VERB:
                return not following.endswith("ing")
    return False


def _verb_first(reading: Reading, marks: QuoteMarks, word: str, tree: SpeechTree | None) -> bool:
    if word in _SUBJECTLESS:
        return True
    found = None if tree is None else tree.token(marks.inner_start)
    return found is not None and found[1].tag_ in ("VBD", "VBZ", "MD")


def _tagged(reading: Reading, marks: QuoteMarks, tree: SpeechTree) -> bool:
    last = ""
    for i, token in enumerate(reading.tokens_between(marks.inner_start, marks.inner_end)):
        found = tree.token(token.start)
        own = last not in _RELATIVE or i < 2
        if found is not None and found[1].tag_ in _TAGS and own:
            return True
        last = token.text.lower()
    return False
