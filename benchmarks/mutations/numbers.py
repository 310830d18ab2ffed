"""Figures made wrong: other digits or another magnitude in a second version, impossible shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.text import Mutant, TrueText, some

_COUNT = re.compile(
    r"(?<![\w.,:/–-])(?P<n>\d{2,3}(?:,\d{3})*(?:\.\d+)?|\d\.\d+)"
    r"(?=(?:\s?%|[\s-]per ?cent|\s(?:million|billion|trillion)|\s[a-z]{4,}))"
)
_NO_FIGURE = re.compile(
    r"(?:No\.|Nos\.|Order|Resolution|Article|Room|Flight|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\s$"
)
_WORDS = "three four five six seven eight nine ten eleven twelve".split()
_IN_WORDS = re.compile(r"(?<![\w-])(?:" + "|".join(_WORDS) + r")(?= [a-z]{3,}s\b)")
_SIZE = re.compile(r"(?<=\d )(?P<size>million|billion|trillion)\b")
_SHARE = re.compile(
    r"(?<![\w.,])(?P<n>[1-9]\d)(?:%|[\s-]per ?cent) of (?:the |its |their )?(?:\w+ )?"
    r"(?:citizens|people|voters|population|members|women|men|votes)\b"
)
_MEMBERS = re.compile(r"\b(?P<n>\d\d)-(?:member|nation|country|state)\b")
_BETWEEN = re.compile(
    r"\bbetween (?P<a>[$€£]?\d+(?:\.\d+)?)(?P<and> and )(?P<b>[$€£]?\d+(?:\.\d+)?)\b"
)
_OTHER_SIZE = {"million": "billion", "billion": "million", "trillion": "billion"}


def other_digits(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A second version of the text has another figure in one sentence."""
    rng = source.random(seed, "digits")
    found = [
        m
        for m in _COUNT.finditer(source.text)
        if not _NO_FIGURE.search(source.text[max(0, m.start() - 12) : m.start()])
        and not 1500 <= float(m["n"].replace(",", "")) <= 2100
    ]
    for m in some(rng, found, 3):
        digits = m["n"]
        new = str(rng.choice([d for d in range(1, 10) if str(d) != digits[0]])) + digits[1:]
        yield _mutant(source, "other digits", m.start("n"), m.end("n"), new, ("NUM302",), pair=True)


def other_word(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A second version of the text has another number in words."""
    rng = source.random(seed, "word")
    for m in some(rng, list(_IN_WORDS.finditer(source.text)), 2):
        new = rng.choice([w for w in _WORDS if w != m.group()])
        codes = ("NUM302",)
        yield _mutant(source, "number in words", m.start(), m.end(), new, codes, pair=True)


def other_magnitude(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A second version of the text has million for billion."""
    rng = source.random(seed, "magnitude")
    for m in some(rng, list(_SIZE.finditer(source.text)), 2):
        new = _OTHER_SIZE[m["size"]]
        codes = ("NUM305",)
        yield _mutant(source, "magnitude", m.start(), m.end(), new, codes, pair=True)


def over_the_whole(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A share of people becomes more than all of them."""
    rng = source.random(seed, "share")
    for m in some(rng, list(_SHARE.finditer(source.text)), 2):
        yield _mutant(source, "share over 100", m.start("n"), m.end("n"), "1" + m["n"], ("NUM306",))


def ends_exchanged(source: TrueText, seed: int) -> Iterator[Mutant]:
    """The ends of a range of figures change places."""
    rng = source.random(seed, "ends")
    for m in some(rng, list(_BETWEEN.finditer(source.text)), 2):
        if re.fullmatch(r"(?:1[5-9]|20)\d\d", m["a"]):
            continue
        new = f"{m['b']}{m['and']}{m['a']}"
        yield _mutant(source, "ends exchanged", m.start("a"), m.end("b"), new, ("NUM307",))


def other_member_count(source: TrueText, seed: int) -> Iterator[Mutant]:
    """An organisation gets another number of members."""
    rng = source.random(seed, "members")
    for m in some(rng, list(_MEMBERS.finditer(source.text)), 2):
        new = str(int(m["n"]) + rng.choice([-9, -7, 8, 10]))
        yield _mutant(source, "member count", m.start("n"), m.end("n"), new, ("NUM308",))


def _mutant(
    source: TrueText,
    kind: str,
    start: int,
    end: int,
    new: str,
    codes: tuple[str, ...],
    *,
    pair: bool = False,
) -> Mutant:
    text = source.text[:start] + new + source.text[end:]
    return Mutant("NUM", kind, source, text, source.text[start:end], new, codes, source.day, pair)


CHANGES = (
    other_digits,
    other_word,
    other_magnitude,
    over_the_whole,
    ends_exchanged,
    other_member_count,
)
