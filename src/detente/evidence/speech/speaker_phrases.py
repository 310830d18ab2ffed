"""A noun phrase read as somebody who speaks: a name, a pronoun, an office, a paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.evidence.items import Actor, Mention
from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
)
from detente.evidence.speech.speech_cues import DOCUMENT_NOUNS, SPEAKER_NOUNS

_JOINING = frozenset("as after before since until".split())

_BELONGING = frozenset(
    "of for from at with in on by to behind inside against over about between".split()
)

# Titles before a name, lower case or not, never end a search to the left or right of it.
_FORMAL = frozenset(
    "mr mrs ms dr prof sir lord lady dame gen col lt capt sgt rev hon sen rep".split()
)

_TITLE_WORDS = frozenset(
    "- 's ’s former outgoing acting deputy prime foreign co vice colleague".split()
)

# *Another said*: one of those whom the text has just spoken of.
SOMEBODY = frozenset("one another some many several others both".split())

How = Literal["beside", "inverted", "apposition", "shared", "clause", "tree", "source", "preamble"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: ``actor`` where known, the words ``start:end`` in any case.

    ``noun`` is the head in lower case (*official*, *report*, *he*), None for a plain name;
    ``first`` the place of the phrase's first word in its unit.
    """

    actor: Actor | None
    start: int
    end: int
    noun: str | None
    first: int
    how: How

    @property
    def is_document(self) -> bool:
        """True for a report, a poll, a memo."""
        return self.noun in DOCUMENT_NOUNS


def phrase_ending(n: Narration, unit: Unit, j: int) -> Speaker | None:
    """The noun phrase whose last word is at ``j``, read as somebody who speaks."""
    word = unit.low[j]
    if word in PRONOUNS:
        return pronoun(n, unit, j)
    if word.endswith(("'ve", "’ve")) and word[:-3] in PRONOUNS:
        # *I’ve said*: one word for the tokeniser.
        start = unit.words[j].start
        return Speaker(None, start, start + len(word) - 3, word[:-3], j, "beside")
    found = n.ending.get(unit.words[j].end)
    if found is not None:
        first = _word_at(unit, j, found[0].span.start)
        before = before_titles(n, unit, first - 1)
        if (
            before >= 1
            and unit.low[before] in _BELONGING
            and not _own_title(unit, before, first, found)
        ):
            outer = _with_complement(n, unit, before, found)
            if outer is not None:
                return outer
            if unit.low[before] != "in" and not _fronted(unit, before):
                return _reduced_relative(n, unit, before - 1) or _chained(n, unit, before - 1)
        return _joint(n, unit, first, found, "beside")
    if word in SPEAKER_NOUNS or word in DOCUMENT_NOUNS or word in SOMEBODY:
        return _noun_phrase(n, unit, j) or _reduced_relative(n, unit, j)
    return _reduced_relative(n, unit, j) or _among(n, unit, j) or _unknown_name(n, unit, j)


def _chained(n: Narration, unit: Unit, j: int) -> Speaker | None:
    """*The working group on sanctions against Freedonia*: a noun with one complement in another."""
    for k in range(j - 1, max(0, j - 8), -1):
        word = unit.low[k]
        if word in _BELONGING:
            noun = unit.low[k - 1]
            if noun in SPEAKER_NOUNS or n.ending.get(unit.words[k - 1].end) is not None:
                return phrase_ending(n, unit, k - 1)
        elif not word.isalpha() or word in AUXILIARIES or word in MODALS or word in CONJUNCTIONS:
            return None
    return None


def _among(n: Narration, unit: Unit, j: int) -> Speaker | None:
    """*Some in the capital say*, *the opposition at home says*: somebody at a place."""
    for k in range(j - 1, max(-1, j - 5), -1):
        if unit.low[k] in ("in", "at", "within", "on", "inside", "among", "around", "of"):
            who = unit.low[k - 1] if k else ""
            if who in ("some", "many", "others", "few", "most", "several"):
                return Speaker(
                    None, unit.words[k - 1].start, unit.words[j].end, who, k - 1, "beside"
                )
            spoken = n.ending.get(unit.words[k - 1].end) if k else None
            if spoken is not None and spoken[1].type == "anonymous_source":
                at = _word_at(unit, k - 1, spoken[0].span.start)
                return known(unit, at, spoken, "beside")
            return _noun_phrase(n, unit, k - 1) if who in SPEAKER_NOUNS else None
        if not unit.words[k].text.isalpha():
            break
    return None


def _unknown_name(n: Narration, unit: Unit, j: int) -> Speaker | None:
    """Capitalised words that are no mention: somebody, but nobody knows who."""
    k = j
    while k >= 0 and j - k < 5:
        text = unit.words[k].text
        inner = k < j and (
            text in ("-", ".", "'", "’") or text.lower() in ("al", "el", "bin", "de")
        )
        if not inner and not (text[:1].isupper() and text.lower() not in DAYS):
            break
        k -= 1
    first = k + 1
    while first < j and not unit.words[first].text[:1].isalpha():
        first += 1
    if first > j or not unit.words[j].text[:1].isalpha() or (first == 0 and j == 0):
        return None
    if (
        unit.low[first] in PREPOSITIONS
        or unit.low[first] in DETERMINERS
        or (first and unit.low[first - 1] in PREPOSITIONS)
    ):
        return None
    return Speaker(None, unit.words[first].start, unit.words[j].end, None, first, "beside")


def known(unit: Unit, first: int, found: tuple[Mention, Actor], how: How) -> Speaker:
    """The speaker that a mention names."""
    mention, actor = found
    noun = None
    if mention.kind == "nominal":
        noun = mention.span.text.lower().rsplit(" ", 1)[-1]
    return Speaker(actor, mention.span.start, mention.span.end, noun, first, how)


def pronoun(n: Narration, unit: Unit, j: int) -> Speaker | None:
    """The speaker behind a pronoun; *who* and *which* lead to the noun before them."""
    word = unit.low[j]
    if word in ("who", "which"):
        k = j - 1
        if k >= 0 and unit.low[k] == ",":
            k -= 1
        if k < 0:
            return None
        spoken = n.ending.get(unit.words[k].end)
        if spoken is not None:
            first = _word_at(unit, k, spoken[0].span.start)
            before = before_titles(n, unit, first - 1)
            if word == "who" and before > 0 and unit.low[before] in ("of", "from", "at"):
                # *Ruiz of the Tide Institute, who said*.
                person = n.ending.get(unit.words[before - 1].end)
                if person is not None and person[1].type == "person":
                    at = _word_at(unit, before - 1, person[0].span.start)
                    return known(unit, at, person, "beside")
            return known(unit, _word_at(unit, k, spoken[0].span.start), spoken, "beside")
        if unit.low[k] in SPEAKER_NOUNS or unit.low[k] in DOCUMENT_NOUNS:
            return _noun_phrase(n, unit, k)
        return None
    token = unit.words[j]
    found = n.starting.get(token.start)
    if found is not None and found[0].span.end == token.end:
        return Speaker(found[1], token.start, token.end, word, j, "beside")
    if word == "you":
        return None
    return Speaker(None, token.start, token.end, word, j, "beside")


def _word_at(unit: Unit, j: int, offset: int) -> int:
    while j > 0 and unit.words[j].start > offset:
        j -= 1
    return j


def before_titles(n: Narration, unit: Unit, j: int) -> int:
    """Step left over titles and determiners that belong to the name after ``j``."""
    last = j
    while j >= 0:
        word = unit.low[j]
        capital = j > 0 and unit.words[j].text[:1].isupper()
        title = word in SPEAKER_NOUNS or word in _FORMAL or word in _TITLE_WORDS
        point = word == "." and j > 0 and unit.low[j - 1] in _FORMAL
        office = word == "of" and 0 < j < last and unit.low[j - 1] in SPEAKER_NOUNS
        if not (capital or title or point or office or word in DETERMINERS):
            break
        j -= 1
    return j


def _own_title(unit: Unit, preposition: int, first: int, found: tuple[Mention, Actor]) -> bool:
    """*Ambassador to Freedonia Leo Marsh* is Marsh; *an aide to President Leo Marsh* is not."""
    return (
        found[1].type == "person"
        and first - 1 > preposition
        and unit.low[preposition - 1] in SPEAKER_NOUNS
        and unit.low[first - 1] not in SPEAKER_NOUNS | _FORMAL | DETERMINERS | _TITLE_WORDS
        and unit.low[first - 1] != "."
    )


def _fronted(unit: Unit, preposition: int) -> bool:
    """*At the summit Ruiz said*: a phrase in front, so the name after it is the subject."""
    return preposition == 0 and unit.low[0] not in ("of", "for", "from", "by")


def _with_complement(
    n: Narration, unit: Unit, preposition: int, inner: tuple[Mention, Actor]
) -> Speaker | None:
    """*Figures from the bureau*, *a spokesman for the ministry*: the noun before counts."""
    k = preposition - 1
    if k >= 1 and unit.low[k] in ("close", "loyal", "according"):
        if unit.low[k] == "according":
            return None
        k -= 1
    noun = unit.low[k]
    if noun in DOCUMENT_NOUNS and unit.low[preposition] in ("from", "by", "of", "for", "at"):
        first = _phrase_start(n, unit, k)
        own = _mention_within(n, unit, first, k)
        mention, actor = own or inner
        return Speaker(actor, mention.span.start, mention.span.end, noun, first, "beside")
    if noun in SPEAKER_NOUNS or n.ending.get(unit.words[k].end) is not None:
        return phrase_ending(n, unit, k)
    if noun in ("many", "some", "one", "several", "most", "none"):
        return Speaker(None, unit.words[k].start, inner[0].span.end, noun, k, "beside")
    return None


def _noun_phrase(n: Narration, unit: Unit, j: int) -> Speaker | None:
    """A phrase headed by a noun that is no mention: *the ministry*, *a bureau report*."""
    first = _phrase_start(n, unit, j)
    noun = unit.low[j]
    if noun in DOCUMENT_NOUNS:
        own = _mention_within(n, unit, first, j)
        if own is not None:
            mention, actor = own
            return Speaker(actor, mention.span.start, mention.span.end, noun, first, "beside")
    start = unit.words[first].start
    before = first - 1
    if before >= 1 and unit.low[before] in _BELONGING and noun not in DOCUMENT_NOUNS:
        k = before - 1
        if k and unit.low[k] in ("attributable", "close", "loyal", "attributed", "issued"):
            k -= 1
        if unit.low[k] in SPEAKER_NOUNS or unit.low[k] in DOCUMENT_NOUNS:
            outer = _noun_phrase(n, unit, k)
            found = n.ending.get(unit.words[k].end)
            if found is not None:
                return known(unit, _word_at(unit, k, found[0].span.start), found, "beside")
            return outer
        if not _fronted(unit, before) and unit.low[before] != "in":
            return None
    return Speaker(None, start, unit.words[j].end, noun, first, "beside")


def _phrase_start(n: Narration, unit: Unit, j: int) -> int:
    """The first word of the noun phrase that ends at ``j``."""
    k = j
    while k > 0 and j - k < 10:
        word = unit.low[k - 1]
        text = unit.words[k - 1].text
        if word in DETERMINERS and word != "that":
            return k - 2 if k >= 2 and unit.low[k - 2] in ("the", "both", "all", "her") else k - 1
        inside = unit.words[k - 1].start in n.named or word in ("'s", "’s", "-")
        plain = text.isalpha() and word not in PREPOSITIONS and word not in CONJUNCTIONS
        verb = word in AUXILIARIES or word in MODALS or word in ("that", "while", "when", "if")
        if not inside and (not plain or verb or word in PRONOUNS):
            return k
        if k - 1 == 0 and text[:1].isupper() and word in ("meanwhile", "however", "today"):
            return k
        k -= 1
    return k


def _mention_within(
    n: Narration, unit: Unit, first: int, last: int
) -> tuple[Mention, Actor] | None:
    """The last mention that begins between two words of a phrase."""
    best: tuple[Mention, Actor] | None = None
    for k in range(first, last + 1):
        found = n.starting.get(unit.words[k].start)
        if found is not None and found[0].span.end <= unit.words[last].end:
            best = found
    return best


def _joint(n: Narration, unit: Unit, first: int, found: tuple[Mention, Actor], how: How) -> Speaker:
    """*Ruiz and Marsh said*: the first of the two is the speaker, the words are of both."""
    mention, actor = found
    before = before_titles(n, unit, first - 1)
    if before >= 1 and unit.low[before] == "and":
        other = n.ending.get(unit.words[before - 1].end)
        if other is not None and other[1].id != actor.id and _same_sort(other[1], actor):
            start = _word_at(unit, before - 1, other[0].span.start)
            outer = unit.low[start - 1] if start else ""
            # *As Ruiz and Marsh urged it*: such words join clauses as well as nouns.
            belongs = outer in PREPOSITIONS and outer not in _JOINING
            if not belongs and not _has_verb(unit, start):
                return Speaker(other[1], other[0].span.start, mention.span.end, None, start, how)
    return known(unit, first, found, how)


def _same_sort(one: Actor, other: Actor) -> bool:
    return (one.type == "person") == (other.type == "person")


def _has_verb(unit: Unit, stop: int) -> bool:
    """A finite verb stands before ``stop`` with no comma after it: the name is its object."""
    for k in range(stop - 1, -1, -1):
        if unit.low[k] in (",", ";", ":", "where", "when", "that", "which", QUOTE):
            return False
        if unit.low[k] in AUXILIARIES or (
            unit.low[k].endswith("ed") and unit.words[k].text.islower()
        ):
            return True
    return False


def _reduced_relative(n: Narration, unit: Unit, j: int) -> Speaker | None:
    """*A survey published on Monday says*: step left over a participle and its words."""
    for k in range(j, max(0, j - 8), -1):
        word = unit.low[k]
        if word in (",", ";", ":", QUOTE) or word in AUXILIARIES or word in MODALS:
            return None
        if k and word.endswith(("ed", "en", "wn")) and unit.words[k].text == word:
            if unit.low[k - 1] in DOCUMENT_NOUNS or unit.low[k - 1] in SPEAKER_NOUNS:
                return phrase_ending(n, unit, k - 1)
            return None
    return None
