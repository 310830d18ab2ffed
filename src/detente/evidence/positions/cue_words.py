"""Word classes that cue finding rests on: inflected forms and small closed sets."""

from __future__ import annotations

from collections.abc import Iterable

VOWELS = "aeiou"

# Past tense and participle, where they are not regular.
_IRREGULAR: dict[str, tuple[str, ...]] = {
    "be": ("be", "am", "is", "are", "was", "were", "been", "being"),
    "bring": ("brought",),
    "cast": ("cast",),
    "come": ("came", "come"),
    "fall": ("fell", "fallen"),
    "find": ("found",),
    "force": ("forced",),
    "forgo": ("forwent", "forgone"),
    "give": ("gave", "given"),
    "hold": ("held",),
    "keep": ("kept",),
    "lay": ("laid",),
    "lead": ("led",),
    "leave": ("left",),
    "lend": ("lent",),
    "make": ("made",),
    "overcome": ("overcame", "overcome"),
    "put": ("put",),
    "say": ("said",),
    "seek": ("sought",),
    "set": ("set",),
    "sit": ("sat",),
    "speak": ("spoke", "spoken"),
    "stand": ("stood",),
    "take": ("took", "taken"),
    "tell": ("told",),
    "think": ("thought",),
    "throw": ("threw", "thrown"),
    "win": ("won",),
    "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld",),
}
# Forms that can only be verbs, or are so after a subject: "cast", "threw".
IRREGULAR_PASTS = frozenset(form for lemma, f in _IRREGULAR.items() if lemma != "be" for form in f)
# Verbs of one stressed last syllable that double the final consonant.
_DOUBLED = frozenset("stop drop commit cut ban slip tap dim nod set put sit win".split())


def forms(lemma: str) -> tuple[str, ...]:
    """The forms of an English verb, base form first.

    >>> forms("deny")
    ('deny', 'denies', 'denied', 'denying')
    """
    if lemma == "be":
        return _IRREGULAR["be"]
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        third, past, ing = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    elif lemma.endswith("e"):
        third, past, ing = lemma + "s", lemma + "d", lemma[:-1] + "ing"
    elif lemma in _DOUBLED:
        third, past, ing = lemma + "s", lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    elif lemma.endswith(("s", "x", "sh", "ch", "o")):
        third, past, ing = lemma + "es", lemma + "ed", lemma + "ing"
    else:
        third, past, ing = lemma + "s", lemma + "ed", lemma + "ing"
    pasts = _IRREGULAR.get(lemma, (past,))
    return tuple(dict.fromkeys((lemma, third, *pasts, ing)))


def all_forms(lemmas: str | Iterable[str]) -> frozenset[str]:
    """All forms of several verbs, given as a list or as words of one string."""
    words = lemmas.split() if isinstance(lemmas, str) else lemmas
    return frozenset(form for lemma in words for form in forms(lemma))


BE = frozenset(_IRREGULAR["be"])
AUXILIARIES = frozenset("has have had having do does did ’ve 've ’d 'd".split()) | BE
MODALS = frozenset("may might could can will would shall should must ’ll 'll".split())
# Words that make a narrated stance a guess of the narrator.
GUESSES = frozenset("may might could reportedly apparently perhaps possibly presumably".split())
NEGATIONS = frozenset("not never no neither nor cannot hardly barely n’t n't without".split())
ADVERBS = frozenset(
    """also again already always both even ever fast first further however indeed instead just long
    now often once only quite rather so far still then thus too yet very well meanwhile soon today
    yesterday all each together themselves himself herself itself have since hereby therefore
    thereby likewise furthermore moreover nonetheless alone""".split()
)
NOT_ADVERBS = frozenset("july italy ally family assembly rally supply apply reply only".split())
PREPOSITIONS = frozenset(
    """of in on at by for from with to into onto over under about against between among towards
    toward near without within via per after before during since until upon behind amid
    despite including like as than beyond across through""".split()
)
DETERMINERS = frozenset(
    """the a an this that these those his her its their our my your any all some such no every each
    both another""".split()
)
CONJUNCTIONS = frozenset("and but or nor yet".split())
CONTRAST = frozenset("but yet though although while however whereas nevertheless".split())
SUBORDINATORS = frozenset(
    """while although though whereas because since if unless when whenever where after before until
    which who whom whose that so as despite amid""".split()
)

# Nouns for those who act in a state's or body's name: "the Kenyan delegation", "leaders of Kenya".
AGENTS = frozenset(
    """leader leaders president presidents minister ministers ministry government governments
    official officials spokesman spokeswoman spokesperson spokespeople delegation delegations
    delegate delegates side sides party parties negotiator negotiators envoy envoys diplomat
    diplomats authorities authority administration office team lawmakers legislators
    parliament senate congress army military forces opposition cabinet king queen chancellor
    premier ambassador ambassadors secretary rebels movement group public people voters
    citizens camp regime leadership chief chiefs head heads junta council commission
    commissioner representative representatives foundation republic state states bloc union
    alliance members allies chairman chairwoman chair adviser advisers aide aides general
    commander prime foreign defence defense senior top government’s assembly court committee
    republicans democrats mps senators coalition monarch emir sultan crown prince politicians
    partners mediator mediators capital capitals faction factions militants insurgents
    separatists""".split()
)


def is_adverb(word: str) -> bool:
    """True for adverbs that may stand inside a verb group (lower-case word)."""
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in NOT_ADVERBS)


PAST = frozenset(
    """said told took made gave came went met held led put set began kept saw sent brought found
    left felt spoke stood won lost paid rose fell grew knew thought sought became withdrew
    laid hit""".split()
)
_NOT_VERBS = frozenset(
    """united forces sanctions talks negotiations ties weapons troops forces’ officials allies
    members leaders based-led led-based sources ministers states nations countries affairs
    relations citizens efforts terms interests concerns rights negotiators diplomats envoys
    mediators rebels lawmakers analysts experts markets exports imports strikes attacks""".split()
)


def looks_like_verb(word: str) -> bool:
    """Guess without a model whether a lower-case word is the finite verb of a clause."""
    if word in AUXILIARIES or word in MODALS or word in PAST:
        return True
    if word in _NOT_VERBS or word in PREPOSITIONS or word in DETERMINERS:
        return False
    return len(word) > 3 and (
        word.endswith("ed") or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
    )
