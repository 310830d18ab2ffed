"""Sources made wrong: a word of a quotation, its speaker, the speaker's name, any speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.mutations.text import Mutant, TrueText, some

_QUOTE = re.compile(r"“(?P<w>[^“”\n]{50,400})”|(?<!\S)\"(?P<v>\S[^\"\n]{50,400}\S)\"(?!\w)")
_NAME = r"(?:[A-Z][\w’'-]+\.? ){1,3}[A-Z][\w’'-]+"
_SAID = r"(?:said|says|stated|noted|added|told reporters|argued|stressed|warned|declared)"
_NAME_SAID = re.compile(rf"\b(?P<name>{_NAME})(?= {_SAID}\b)")
_SAID_NAME = re.compile(rf"(?<=[\"”] said )(?P<name>{_NAME})(?=[.,])")
_TURN = re.compile(r"(?m)^(?:Q|MODERATOR|[A-Z][A-Z .’'-]{5,}):? ")
_WORD = re.compile(r"[a-z]{5,}")
_OTHER_NAME = "Anneke Lindqvist"


def reworded_quote(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A second version of the text has another word in one quotation."""
    if _TURN.search(source.text):
        return
    rng = source.random(seed, "reworded")
    for m in some(rng, list(_QUOTE.finditer(source.text)), 3):
        group = "w" if m["w"] else "v"
        words = list(_WORD.finditer(source.text, m.start(group), m.end(group)))
        if len(words) < 5:
            continue
        word = rng.choice(words[1:-1])
        others = sorted(set(_WORD.findall(source.text)) - {word.group()})
        new = rng.choice(others)
        codes = ("SRC405",)
        yield _mutant(source, "quote reworded", word.start(), word.end(), new, codes, pair=True)


def other_speaker(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A second version of the text lays one quotation to somebody else."""
    rng = source.random(seed, "speaker")
    for m in some(rng, _speakers(source), 2):
        codes = ("SRC407",)
        yield _mutant(source, "other speaker", *m, _OTHER_NAME, codes, pair=True)


def nameless(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A named speaker becomes an official without a name."""
    rng = source.random(seed, "nameless")
    for m in some(rng, _speakers(source), 2):
        yield _mutant(source, "speaker unnamed", *m, "a senior official", ("SRC403",))


def speaker_gone(source: TrueText, seed: int) -> Iterator[Mutant]:
    """A paragraph of one quotation and who said it keeps only the quotation."""
    if _TURN.search(source.text):
        return
    for paragraph in re.finditer(
        r"(?m)^(?P<lead>[^\n“\"]{5,120}?)(?P<q>[“\"][^\n“”\"]{40,}[”\"])\.?$", source.text
    ):
        if re.search(rf"\b{_SAID},? $", paragraph["lead"]):
            start, end = paragraph.start("lead"), paragraph.end("lead")
            yield _mutant(source, "speaker gone", start, end, "", ("SRC402",))


def _speakers(source: TrueText) -> list[tuple[int, int]]:
    """Names next to a verb of saying, in a sentence with a quotation."""
    if _TURN.search(source.text):
        return []
    found = []
    for pattern in (_NAME_SAID, _SAID_NAME):
        for m in pattern.finditer(source.text):
            line = source.text[m.start() : source.text.find("\n", m.end())][:300]
            near = source.text[max(0, m.start() - 40) : m.end() + 30]
            if re.search(r"[“”\"]", near) and line:
                found.append((m.start("name"), m.end("name")))
    return sorted(found)


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
    return Mutant("SRC", kind, source, text, source.text[start:end], new, codes, source.day, pair)


CHANGES = (reworded_quote, other_speaker, nameless, speaker_gone)
