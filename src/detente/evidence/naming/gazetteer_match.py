"""Find the names of the reference room in a text: longest first, exact case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from detente.evidence.naming.words import Words
from detente.reference.names import Name, names

_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens ``first:last`` read as ``name``; ``others`` are its homonyms."""

    first: int
    last: int
    name: Name
    others: tuple[Name, ...] = ()


@dataclass(frozen=True)
class Gazetteer:
    """Names by their first word, longest first, so that one look-up a word is enough."""

    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], tuple[Name, ...]]]]

    @classmethod
    def of(cls, known: Mapping[str, tuple[Name, ...]]) -> Gazetteer:
        """Index the names of ``known`` by their first word."""
        from detente.evidence.tokens import tokenise

        index: dict[str, list[tuple[tuple[str, ...], tuple[Name, ...]]]] = {}
        for text, meanings in known.items():
            if _is_phrase(text, meanings, known):
                continue
            for variant in {text, text.replace("'", "’")}:
                parts = tuple(t.text for t in tokenise(variant))
                if parts and meanings:
                    index.setdefault(parts[0], []).append((parts, tuple(meanings)))
        for entries in index.values():
            entries.sort(key=lambda e: (-len(e[0]), e[0]))
        return cls(index)

    def single(self, word: str) -> Name | None:
        """What ``word`` alone names."""
        for parts, meanings in self.by_first.get(word, ()):
            if len(parts) == 1:
                return meanings[0]
        return None

    def match(self, words: Words) -> list[Hit]:
        """All names in the text, in order, none inside another."""
        texts, out = words.texts, []
        done, count, known = 0, len(words), self.by_first
        for i in [i for i, word in enumerate(texts) if word in known]:
            if i < done:
                continue
            for parts, meanings in known[texts[i]]:
                last = i + len(parts)
                if last <= count and (
                    len(parts) == 1
                    or (
                        texts[i + 1] == parts[1]
                        and tuple(texts[i:last]) == parts
                        and words.paragraph[i] == words.paragraph[last - 1]
                    )
                ):
                    out.append(Hit(i, last, meanings[0], meanings[1:]))
                    done = last
                    break
        return _settle(out)


def _is_phrase(
    text: str, meanings: tuple[Name, ...], known: Mapping[str, tuple[Name, ...]]
) -> bool:
    """True for "European nations" beside "European": a name and a noun, read as such."""
    name = text.rpartition(" ")[0]
    alone = known.get(name, ())
    group = meanings[0]
    return group.type == "group" and any(m.entity == group.entity for m in alone)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the reference room."""
    return Gazetteer.of(names())


def _settle(hits: list[Hit]) -> list[Hit]:
    """A name of several entities means the one that the text also names unmistakably."""
    sure = {h.name.entity for h in hits if not h.others}
    out = []
    for hit in hits:
        if not hit.others:
            out.append(hit)
            continue
        best = next((n for n in (hit.name, *hit.others) if n.entity in sure), hit.name)
        others = tuple(n for n in (hit.name, *hit.others) if n is not best)
        out.append(Hit(hit.first, hit.last, best, others))
    return out


def is_hyphen(word: str) -> bool:
    """True for the marks that join two names into a compound."""
    return word in _HYPHENS
