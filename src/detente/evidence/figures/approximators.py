"""Words around a figure that loosen it: *more than*, *up to*, *nearly*, *an estimated*, *or so*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.evidence.items import Approximation

_BEFORE_BY_KIND: Mapping[Approximation, str] = {
    "greater_than": (
        "over|more than|above|beyond|exceeding|at least|upwards of|upward of|in excess of|"
        "no fewer than|no less than|not less than|not fewer than|a minimum of|greater than|"
        "higher than|larger than|well over|well above|far more than|much more than|just over|"
        "slightly more than|slightly over|a little over|a little more than|surpassing|"
        "minimum of|more than a total of|north of"
    ),
    "less_than": (
        "under|below|less than|fewer than|lower than|smaller than|up to|at most|no more than|"
        "not more than|as many as|as much as|a maximum of|maximum of|just under|just below|"
        "well under|well below|far less than|slightly less than|slightly under|"
        "a little less than|a little under|not exceeding|south of|just short of"
    ),
    "about": (
        "about|around|some|roughly|approximately|approx|approx .|circa|nearly|almost|close to|"
        "in the region of|in the order of|on the order of|in the neighbourhood of|~|≈|"
        "an average of|virtually|more or less|somewhere around|something like|barely"
    ),
    "estimated": "an estimated|estimated|est .|an approximate|a projected|a reported",
}
# Verbs that say how a figure stands to the truth: they loosen it and are no part of it.
_VERBS_BY_KIND: Mapping[Approximation, str] = {
    "greater_than": (
        "exceed|exceeds|exceeded|top|tops|topped|topping|surpass|surpasses|surpassed|pass|passes|"
        "passed|outstripped|climbed past|rose past|grew past|soared past|jumped past|pushed past|"
        "went past|crept past|climbing past|rising past"
    ),
    "less_than": (
        "fall short of|falls short of|fell short of|fallen short of|falling short of|"
        "stopped short of|undershot|stayed short of"
    ),
    "about": (
        "approach|approaches|approached|approaching|near|nears|neared|nearing|hovers around|"
        "hovered around|hovering around"
    ),
}
VERBS: Mapping[tuple[str, ...], Approximation] = {
    tuple(words.split()): kind
    for kind, listed in _VERBS_BY_KIND.items()
    for words in listed.split("|")
}
BEFORE: Mapping[tuple[str, ...], Approximation] = {
    tuple(words.split()): kind
    for kind, listed in _BEFORE_BY_KIND.items()
    for words in listed.split("|")
}
_AFTER_BY_KIND: Mapping[Approximation, str] = {
    "greater_than": "or more|or higher|or greater|and more|and above|and over|- plus|plus|+",
    "less_than": "or less|or fewer|or lower|and below|at most",
    "about": "or so|or thereabouts|give or take",
}
AFTER: Mapping[tuple[str, ...], Approximation] = {
    tuple(words.split()): kind
    for kind, listed in _AFTER_BY_KIND.items()
    for words in listed.split("|")
}
_LONGEST = max(map(len, BEFORE))
# Where *a* and *an* stand for the number itself there is nothing to loosen.
_LAST_WORDS = frozenset(words[-1] for words in BEFORE)


# Before a length of time *over* is *more than* only behind these (*for over ten years*).
_LONGER = frozenset(
    """for after in within last lasts lasted lasting take takes took taken of than with by is was
    were are been and or spans spanned spanning spend spent waited wait a an""".split()
)


# Behind these *over* and *about* say what something is about or belong to the verb.
_TOPICS: Mapping[str, frozenset[str]] = {
    "over": frozenset(
        """hand hands handed handing turn turns turned turning take takes took taken taking give
        gave given sign signed win won control rule jurisdiction sovereignty authority dispute
        disputes quarrel quarrels row fight fought fighting war wars clash clashed clashes talks
        negotiations concern concerns alarm anger outrage dominion hold sanctions spread veto
        influence divided tension tensions""".split()
    ),
    "about": frozenset(
        """news talks questions question information doubts doubt concern concerns concerned worry
        worried worries word words report reports story stories asked asks ask spoke speak speaks
        spoken talk talked talking complained complain complains complaint complaints argue argued
        know knew known heard hear rumours rumors more""".split()
    ),
}
_LOOSE = frozenset("some about around roughly approximately nearly almost".split())


def is_topic(words: Sequence[str], at: int) -> bool:
    """True if ``words[at]`` loosens nothing: *hand over 22 men*, *a dispute over some 40 miles*."""
    word = words[at]
    if word not in _TOPICS or at == 0:
        return False
    return words[at - 1] in _TOPICS[word] or (word == "over" and words[at + 1] in _LOOSE)


def during(words: Sequence[str], start: int) -> bool:
    """True if ``words[start]`` is the *over* of *repaid over ten years*."""
    return words[start] == "over" and start > 0 and words[start - 1] not in _LONGER


def before(words: Sequence[str], at: int) -> tuple[int, Approximation | None]:
    """Index of the first loosening word before ``words[at]`` (lower case), and its kind.

    Two may stand together (*up to an estimated*); the outer one decides. ``(at, None)`` if
    there is none.
    """
    start, kind = at, None
    for _ in range(2):
        if start == 0 or words[start - 1] not in _LAST_WORDS:
            break
        for size in range(min(_LONGEST, start), 0, -1):
            found = BEFORE.get(tuple(words[start - size : start]))
            if found is not None:
                start -= size
                kind = found if kind is None or found != "estimated" else kind
                break
        else:
            break
    return start, kind


def verb_before(words: Sequence[str], at: int) -> Approximation | None:
    """What a verb right before ``words[at]`` says of the figure (*have topped* $5m).

    >>> verb_before(["losses", "have", "topped", "$"], 3)
    'greater_than'
    """
    for size in range(min(3, at), 0, -1):
        found = VERBS.get(tuple(words[at - size : at]))
        if found is not None:
            return found
    return None


def after(words: Sequence[str], at: int) -> tuple[int, Approximation | None]:
    """Index after the loosening words that begin at ``words[at]``, and their kind."""
    for size in (3, 2, 1):
        found = AFTER.get(tuple(words[at : at + size]))
        if found is not None and at + size <= len(words):
            return at + size, found
    return at, None
