"""He and she: the clear nearest person, or nobody."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from typing import Literal

from detente.evidence.naming.actor_book import ActorBook
from detente.evidence.naming.source_verbs import AUXILIARIES, IRREGULAR, SPEECH

Gender = Literal["m", "f"]
_PRONOUNS: dict[str, Gender] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
# How many persons a sentence may name before a reader loses count.
_NEAREST = 12
# Nor does an opening phrase have more words before its pronoun.
_OPENING = 8
_OBJECT_SIGNS = frozenset(
    """of with by to for from between against on about toward towards over under into at including
    like than via against after before""".split()
)


def mention_pronouns(book: ActorBook, gender: Mapping[str, Gender]) -> None:
    """Add a pronoun mention to the person it clearly stands for.

    Candidates are the persons named before it in its sentence, outside quotations unless the
    pronoun is in one; then those of up to two sentences before in its paragraph; a pronoun that
    opens a paragraph looks back to the last sentence of the one before. Of several the only
    subject wins, and where that leaves a tie the pronoun stays unread. ``gender`` is used where
    it is known.
    """
    words = book.words
    people = _people(book)
    resolved: dict[int, list[int]] = {}
    for i in words.find(_PRONOUNS):
        word = words.lowers[i]
        wanted = _PRONOUNS[word]
        if i in book.named or words.sentence[i] < 0 or not words.prose[i]:
            continue
        if words.texts[i].isupper() and len(word) > 1:
            continue
        who = _antecedent(book, people, resolved, i, wanted, gender)
        if who is not None:
            resolved.setdefault(words.sentence[i], []).append(i)
            book.pronouns[i] = who
            book.mention(book.drafts[who], i, i + 1, "pronoun", "pronoun", "medium")


def _people(book: ActorBook) -> dict[int, list[int]]:
    """Tokens where a person's name begins, by sentence."""
    out: dict[int, list[int]] = {}
    for i in sorted(book.named):
        actor = book.named[i]
        if actor.startswith("per:") and book.first_of[i] == i:
            out.setdefault(book.words.sentence[i], []).append(i)
    return out


def _antecedent(
    book: ActorBook,
    people: Mapping[int, list[int]],
    resolved: Mapping[int, list[int]],
    i: int,
    wanted: Gender,
    gender: Mapping[str, Gender],
) -> str | None:
    words = book.words
    sentence = words.sentence[i]
    sentences = words.reading.sentences

    def fits(j: int) -> bool:
        if gender.get(book.named[j], wanted) != wanted:
            return False
        if words.quoted[j] == words.quoted[i]:
            return True
        # Whoever speaks the quotation does not call himself he.
        return not words.quoted[j] and not _speaks(book, j)

    around = people.get(sentence, [])
    at = bisect.bisect_left(around, i)
    before = [j for j in around[max(0, at - _NEAREST) : at] if fits(j)]
    said = resolved.get(sentence)
    if (
        said
        and _PRONOUNS[words.lowers[said[-1]]] == wanted
        and words.quoted[said[-1]] == words.quoted[i]
    ):
        subject = book.pronouns[said[-1]]
        others = [j for j in before if j > said[-1] and book.named[j] != subject]
        # "She trusts Nordmann and praised her": an object is not the subject again.
        return _choose(book, others) if others and words.lowers[i] == "him" else subject
    if before:
        return _choose(book, before)
    ahead = _announced(book, [j for j in around[at : at + 1] if fits(j)], i)
    if ahead is not None:
        return ahead
    for step in (1, 2):
        previous = sentence - step
        if previous < 0:
            return None
        earlier = [j for j in people.get(previous, [])[-_NEAREST:] if fits(j)]
        same = words.paragraph[i] == sentences[previous].paragraph
        if not same and not (words.initial[i] and step == 1):
            return None  # across a paragraph only the word that opens the next one looks back
        if earlier:
            return _choose(book, earlier)
        carried = resolved.get(previous)
        if carried:
            last = book.pronouns[carried[-1]]
            return last if gender.get(last, wanted) == wanted else None
    return None


def _speaks(book: ActorBook, first: int) -> bool:
    """True if a colon or a verb of speech follows the name that begins at ``first``."""
    words = book.words
    last = first + 1
    while book.first_of.get(last) == first:
        last += 1
    return words.next_to(first, last) and (words.texts[last] == ":" or words.lowers[last] in SPEECH)


def _choose(book: ActorBook, places: list[int]) -> str | None:
    """The only person, else the only one in subject position."""
    persons = {book.named[j] for j in places}
    if len(persons) == 1:
        return persons.pop()
    subjects = {book.named[j] for j in places if _is_subject(book, j)}
    return subjects.pop() if len(subjects) == 1 else None


def _is_subject(book: ActorBook, first: int) -> bool:
    words = book.words
    last = first + 1
    while book.first_of.get(last) == first:
        last += 1
    if not words.next_to(first, last) or words.texts[last] in ("’s", "'s"):
        return False
    i = first - 1
    while words.next_to(first, i) and first - i < 9 and (words.capital[i] or i in book.named):
        i -= 1
    if words.next_to(first, i) and words.lowers[i] in _OBJECT_SIGNS:
        return False
    after = words.lowers[last]
    return (
        after in SPEECH
        or after in AUXILIARIES
        or after in IRREGULAR
        or after in (",", "who", "and", "or")
        or after.endswith(("ed", "s"))
    )


def _announced(book: ActorBook, here: list[int], i: int) -> str | None:
    """As in "In her speech, Nordmann said": the subject right after the opening phrase."""
    words = book.words
    if words.lowers[i] not in ("his", "her"):
        return None
    start = i
    while words.next_to(i, start - 1) and i - start <= _OPENING:
        start -= 1
    if i - start > _OPENING or words.lowers[start] not in (
        "in",
        "during",
        "to",
        "for",
        "with",
        "by",
        "at",
        "on",
        "under",
        "after",
        "before",
        "despite",
        "following",
        "throughout",
        "speaking",
        "from",
        "since",
        "as",
    ):
        return None
    if not here:
        return None
    j = i
    while j < here[0] and words.texts[j] != ",":
        j += 1
    nearest = [k for k in here if k > j]
    if not nearest or nearest[0] - j > 4:
        return None
    return book.named[nearest[0]] if _is_subject(book, nearest[0]) else None
