"""Newspapers and agencies that no table knows: several words that report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from detente.evidence.naming.given_names import is_given_name
from detente.evidence.naming.name_words import FUNCTION_WORDS
from detente.evidence.naming.org_names import OrgName
from detente.evidence.naming.organisation_words import HEADS
from detente.evidence.naming.title_words import HEADS as TITLE_HEADS
from detente.evidence.naming.words import Words

# What a person says a paper reports.
_REPORTING = frozenset({"reported", "reports"})
_LONGEST = 4


def find_media(words: Words, covered: Container[int]) -> list[OrgName]:
    """Capitalised runs of two words or more that report something, in all their places.

    A run that begins with a given name or a title, or whose last word the text also uses
    alone, as it would a surname, is a person.
    """
    runs: dict[tuple[str, ...], None] = {}
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for verb in words.find(_REPORTING):
        first = verb
        while verb - first <= _LONGEST and words.next_to(verb, first - 1):
            if not _may_be_part(words, first - 1, covered):
                break
            first -= 1
        run = tuple(words.texts[first:verb])
        if not 2 <= len(run) <= _LONGEST or run in runs:
            continue
        if not single:
            single.update(words.texts)
            pairs.update(zip(words.texts, words.texts[1:], strict=False))
        # A surname stands alone somewhere; the last word of a paper's name does not.
        alone = single[run[-1]] > pairs[run[-2], run[-1]]
        if not alone and not _is_person(words, first, run):
            runs[run] = None
    if not runs:
        return []
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for run in runs:
        by_first.setdefault(run[0], []).append(run)
    out: list[OrgName] = []
    for i in words.capitals:
        for run in by_first.get(words.texts[i], ()):
            last = i + len(run)
            if tuple(words.texts[i:last]) == run and words.together(i, last - 1):
                out.append(OrgName(i, last, "media", None))
    return out


def _may_be_part(words: Words, i: int, covered: Container[int]) -> bool:
    lower = words.lowers[i]
    return (
        words.capital[i]
        and words.prose[i]
        and i not in covered
        and lower not in FUNCTION_WORDS
        and lower not in TITLE_HEADS
        and lower not in HEADS
    )


def _is_person(words: Words, first: int, run: tuple[str, ...]) -> bool:
    if is_given_name(run[0]) or (words.initial[first] and words.lowers[first] in words.common):
        return True
    if words.next_to(first, first - 1) and words.lowers[first - 1] in TITLE_HEADS:
        return True
    return any(len(part) == 1 for part in run)
