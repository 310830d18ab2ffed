"""Small words that shape a sentence, and what can be told of a word by its form."""

from __future__ import annotations

from detente.evidence.speech.narration import Unit

AUXILIARIES = frozenset(
    "has have had is are was were be been being will would did does do having".split()
)

MODALS = frozenset("may might could should would must can shall will".split())

NEGATIONS = frozenset("not never n't neither nor cannot".split())

PRONOUNS = frozenset("he she they it i we who which you".split())

DETERMINERS = frozenset(
    """the a an this that these those his her their its our my your some many several both all
    other another one two three four five most few no any each every""".split()
)

PREPOSITIONS = frozenset(
    """of for from in at with on to by about near under over within inside behind among between
    into onto against through during after before since without outside across around towards
    toward despite amid per via until beyond as like""".split()
)

SUBORDINATORS = frozenset(
    "when while as after before since because although though if unless once until whereas".split()
)

CONJUNCTIONS = frozenset("and but or yet then".split())

DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier
    later morning afternoon evening night week month year january february march april may june
    july august september october november december last this late early again also then now
    once still even further subsequently previously""".split()
)

STRONG_PASTS = frozenset(
    """met spoke gave took made went came left held told wrote won saw began sent brought broke
    chose drew drove fell flew found got grew kept knew led lost paid put ran rose sat sold spent
    stood struck swore taught thought threw understood wore hit cut set shut sought arose ate
    became bore bought built caught dealt fed felt fled forbade forgot fought froze hid laid meant
    overcame rode said sang sank shot shook shrank slid stole stuck tore undertook upheld
    withdrew withstood woke""".split()
)

_ADVERBS = frozenset(
    """also only again then later earlier even once still just further instead meanwhile long often
    always already twice soon ever himself herself themselves itself""".split()
)

_NOT_ADVERBS = frozenset("family ally italy july reply supply assembly".split())


def is_adverb(unit: Unit, i: int) -> bool:
    """A small-letter word in -ly, or one like *also*."""
    word = unit.low[i]
    if word in _ADVERBS:
        return True
    return (
        len(word) > 4
        and word.endswith("ly")
        and unit.words[i].text == word
        and (word not in _NOT_ADVERBS)
    )


def skip_back(unit: Unit, i: int) -> int:
    """The place at or before ``i`` that is no auxiliary, adverb or mention of a day."""
    j = i
    while j >= 0:
        word = unit.low[j]
        if (
            word in AUXILIARIES
            or is_adverb(unit, j)
            or word in DAYS
            or (word in ("on", "in", "at") and j < i and unit.low[j + 1] in DAYS)
            or (word.isdigit() and j > 0 and unit.low[j - 1] in DAYS)
        ):
            j -= 1
        else:
            break
    return j


def tensed(unit: Unit, k: int) -> bool:
    """The word at ``k`` looks like a verb with tense."""
    word = unit.low[k]
    if word == "may" and unit.words[k].text != word:
        return False
    return (
        word in AUXILIARIES
        or word in MODALS
        or word in STRONG_PASTS
        or (len(word) > 3 and word.endswith("ed") and unit.words[k].text == word)
        or word.endswith(("n't", "n’t", "'ll", "’ll", "'re", "’re", "'ve", "’ve"))
    )
