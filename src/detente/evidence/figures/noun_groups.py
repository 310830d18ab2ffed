"""Noun groups near a place, by word lists and, where there is a parse, by its parts of speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.evidence.figures.units import is_plural
from detente.evidence.reading import Reading
from detente.evidence.times.tense_cues import IRREGULAR_PASTS
from detente.evidence.tokens import Sentence, Token

DETERMINERS = frozenset(
    """the a an its their his her our my your all this that these those such any some each every
    both another no""".split()
)
PREPOSITIONS = frozenset(
    """of in on at by for from to with about into onto over under against between among through
    during since until till per via within without toward towards upon across after before behind
    beyond around near amid despite than worth as like including except according versus""".split()
)
_AUXILIARIES = frozenset(
    """is are was were be been being am has have had having do does did will would can could may
    might shall should must cannot wo ca isn’t aren’t wasn’t weren’t hasn’t haven’t won’t don’t
    doesn’t didn’t isn't aren't wasn't weren't hasn't haven't won't don't doesn't didn't""".split()
)
_CONNECTIVES = frozenset(
    """and or but nor yet so while whereas because although though if when where who which that
    whose whom what how why then also however not only just even still already""".split()
)
_PRONOUNS = frozenset(
    """i you he she it we they me him us them himself herself itself themselves who there here
    one nobody everybody anybody somebody everyone anyone someone nothing everything""".split()
)
_SUBJECTS = frozenset("i you he she it we they who which".split())
FUNCTION_WORDS = PREPOSITIONS | _AUXILIARIES | _CONNECTIVES | _PRONOUNS
# Finite verbs that end in s like plural nouns, and plain ones that follow a noun in reports.
_VERBS = frozenset(
    """occurs comes goes takes remains depends flows passes accounts lies gives makes says shows
    means needs wants wants faces holds goes gets stands sits lives works believes thinks supports
    opposes favours favors backs rejects approves disapproves sees expects hopes fears trusts wants
    remain depend support oppose favour favor say want think believe show shows showed give gave
    come came go went take took make made see saw expect hope fear trust back reject approve
    live work need face hold kept keep put see feel felt agree disagree voted vote prefer consider
    regard regards become became fell rose grew hit reached cost costs said told took began
    fled died left killed met came went held told signed ratified joined""".split()
)
_NOUNS_TOO = frozenset("cost costs vote votes needs hopes fears holds backs support trust".split())
# Before *to* and a figure these end no noun group: *ready to put $5m into*.
_ADJECTIVES = frozenset(
    "ready able unable willing unwilling due likely unlikely set keen free eager".split()
)
# Verbs whose subject is often a bare number: *54 states signed, 27 ratified*.
VERBS_OF_NUMBERS = frozenset(
    """have has had were are was is will would did do could can may might voted signed ratified
    abstained joined opposed backed supported refused remain remained left attended agreed declined
    rejected approved went came took made said fled died returned gathered marched protested
    rallied turned lost live lived work worked face faced need needed await waited killed wounded
    injured received wanted demanded favoured favored accepted crossed reached needed used
    suffered endorsed preferred""".split()
)
# Of the verb, not of the noun: *drove up prices*.
_PARTICLES = frozenset("up down out off back away".split())
_SHOWING = frozenset("show shows showed suggest suggests indicate indicates find finds".split())


@dataclass(frozen=True)
class Line:
    """A sentence as ``words`` in lower case with their tokens; apostrophes stay as written."""

    reading: Reading
    sentence: Sentence
    tokens: Sequence[Token]
    words: list[str]

    def glued(self, i: int) -> bool:
        """True if no space stands between word ``i`` and the one before."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def capital(self, i: int) -> bool:
        """True if word ``i`` begins with a capital."""
        return self.tokens[i].text[:1].isupper()

    @cached_property
    def _tags(self) -> dict[int, str]:
        """Parts of speech by the place where a word begins; empty without a parse."""
        parse = self.reading.parse
        if parse is None or not self.tokens:
            return {}
        found = parse.span(self.sentence.start, self.sentence.end)
        if found is None:
            return {}
        base, span = found
        return {base + t.idx: t.tag_ for t in span}

    def verb(self, i: int) -> bool:
        """True if word ``i`` is a verb: by the parse, else by lists and endings."""
        word = self.words[i]
        if word in _AUXILIARIES:
            return True
        tag = self._tags.get(self.tokens[i].start)
        if tag is not None:
            return tag.startswith("VB") and not (tag == "VBN" and self._attributive(i))
        if self.capital(i) and i > 0:
            return False
        if word in _VERBS or word in _SHOWING or word in IRREGULAR_PASTS:
            return True
        if i > 0 and self.words[i - 1] in _SUBJECTS:
            return True
        if i > 0 and self.words[i - 1] in {"to", "could", "would", "will", "may", "might", "can"}:
            return word not in DETERMINERS and not is_plural(word)
        return word.endswith(("ed", "ing")) and len(word) > 4 and not self._attributive(i)

    def _attributive(self, i: int) -> bool:
        """True if word ``i`` stands between an article or adjective and a noun."""
        if i + 1 >= len(self.words) or not self.words[i + 1][:1].isalpha():
            return False
        if self.words[i + 1] in FUNCTION_WORDS or self.words[i + 1] in DETERMINERS:
            return False
        return i == 0 or self.words[i - 1] in DETERMINERS | PREPOSITIONS

    def plain(self, i: int) -> bool:
        """True if word ``i`` can stand inside a noun group."""
        word = self.words[i]
        return (
            word[0].isalpha()
            and word not in FUNCTION_WORDS
            and word not in DETERMINERS
            and not self.verb(i)
        )

    def plain_from(self, i: int) -> bool:
        """True if word ``i`` exists and can stand inside a noun group."""
        return i < len(self.words) and self.plain(i)

    def participle(self, i: int) -> bool:
        """True if word ``i`` is a participle before a noun, not the verb of a number before it."""
        word = self.words[i]
        if not word.endswith("ed") or word in VERBS_OF_NUMBERS or self.capital(i):
            return False
        return self.plain_from(i + 1)

    def nominal(self, i: int) -> bool:
        """True if word ``i`` can be the head of a noun group, by the parse or by its ending."""
        tag = self._tags.get(self.tokens[i].start)
        if tag is not None:
            return tag.startswith("NN") or (tag.startswith("VB") and self._noun_form(i))
        return self.words[i] not in _ADJECTIVES and not self.words[i].endswith("ed")

    def _noun_form(self, i: int) -> bool:
        return self.words[i] in _NOUNS_TOO or self.words[i].endswith("ing")

    def group_after(self, i: int, limit: int = 7) -> tuple[int, int] | None:
        """The noun group that begins at word ``i``: first word (articles kept) and end.

        It ends after its first plural noun, or where a function word, verb or mark follows.
        """
        k = i
        while k < len(self.words) and self.words[k] in DETERMINERS:
            k += 1
        first = k
        while k < len(self.words) and k - first < limit:
            word = self.words[k]
            if word in {"'s", "’s"} and k > first:
                k += 1
                continue
            if word == "-" and self.glued(k) and self.glued(k + 1) and k > first:
                k += 1
                continue
            # Behind an article even *vote* and *cost* are nouns.
            noun = k == first > i and word[0].isalpha() and word not in FUNCTION_WORDS
            if not noun and not self.plain(k):
                break
            k += 1
            if is_plural(word) and not self._goes_on(k):
                break
        while k > first and self.words[k - 1] in {"-", "'s", "’s"}:
            k -= 1
        return None if k == first else (i, k)

    def _goes_on(self, k: int) -> bool:
        """True if a capitalised or possessive word continues the group after a plural."""
        if k >= len(self.words):
            return False
        if self.words[k] in {"'s", "’s"}:
            return True
        tag = self._tags.get(self.tokens[k].start)
        return tag is not None and tag.startswith("NN") and self.plain(k)

    def _noun_at_end(self, k: int) -> bool:
        """True if a word that may be a verb ends a noun group: *fuel costs*, *arms spending*."""
        word = self.words[k]
        if k == 0 or self._tags or not (word in _NOUNS_TOO or word.endswith("ing")):
            return False
        return self.plain(k - 1) or self.words[k - 1] in DETERMINERS

    def group_before(self, i: int, limit: int = 9) -> tuple[int, int] | None:
        """The noun group that ends before word ``i``, with its *of/to/for/from/in* groups."""
        k = i
        joins = {"of", "to", "for", "from", "in", "on", "between", "with", "against"}
        while k > 0 and i - k < limit:
            word = self.words[k - 1]
            if word in {"'s", "’s"} or (word == "-" and self.glued(k - 1) and self.glued(k)):
                k -= 1
                continue
            if word in joins and k < i and k - 1 > 0 and self.plain(k - 2):
                k -= 1
                continue
            if word in DETERMINERS and k < i:
                k -= 1
                if k > 0 and self.words[k - 1] in joins:
                    continue
                break
            if not self.plain(k - 1) and not (k == i and self._noun_at_end(k - 1)):
                break
            k -= 1
        while k < i and (
            self.words[k] in DETERMINERS | PREPOSITIONS | _PARTICLES
            or not self.words[k][0].isalpha()
        ):
            k += 1
        return None if k == i else (k, i)
