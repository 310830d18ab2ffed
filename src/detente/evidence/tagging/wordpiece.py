"""Word pieces: the units an encoder of the BERT family reads, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

# Words, and marks one by one. Accents of their own and signs without width belong to a word.
_UNIT = re.compile(r"(?:[^\W_]|[\u0300-\u036f\xad\u200b-\u200f\u2060\ufeff])+|[^\w\s]|_")
_LONGEST = 100


class Piece(NamedTuple):
    """Piece number ``id`` of the vocabulary, standing for ``text[start:end]``."""

    id: int
    start: int
    end: int


def vocabulary(lines: str) -> dict[str, int]:
    """The numbers of the pieces in a ``vocab.txt``: one piece a line, from 0."""
    return {piece: n for n, piece in enumerate(lines.split("\n")) if piece}


def pieces(text: str, start: int, end: int, vocab: Mapping[str, int]) -> list[Piece]:
    """The pieces of ``text[start:end]``, by the longest match first (Wu et al. 2016).

    Lower case and without accents, as uncased BERT wants it. A word whose parts are not in
    the vocabulary is one ``[UNK]``.
    """
    unknown = vocab["[UNK]"]
    out: list[Piece] = []
    for unit in _UNIT.finditer(text, start, end):
        word, places = _plain(unit.group(), unit.start())
        if not word:
            continue
        found = _match(word, vocab) if len(word) <= _LONGEST else None
        if found is None:
            out.append(Piece(unknown, unit.start(), unit.end()))
            continue
        out.extend(Piece(n, places[a], places[b]) for n, a, b in found)
    return out


def _plain(word: str, at: int) -> tuple[str, list[int]]:
    """The word in lower case without accents, and where each of its characters came from."""
    if word.isascii():
        return word.lower(), list(range(at, at + len(word) + 1))
    letters: list[str] = []
    places: list[int] = []
    for k, letter in enumerate(word):
        whole = letter.lower()
        parts = [p for p in unicodedata.normalize("NFD", whole) if not _is_silent(p)]
        # What falls into several letters (Hangul) stays whole: each piece has its own place.
        for part in parts if len(parts) < 2 else whole[:1]:
            letters.append(part)
            places.append(at + k)
    places.append(at + len(word))
    return "".join(letters), places


def _is_silent(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Cf")


def _match(word: str, vocab: Mapping[str, int]) -> list[tuple[int, int, int]] | None:
    found: list[tuple[int, int, int]] = []
    at = 0
    while at < len(word):
        for end in range(len(word), at, -1):
            piece = word[at:end] if at == 0 else "##" + word[at:end]
            number = vocab.get(piece)
            if number is not None:
                found.append((number, at, end))
                at = end
                break
        else:
            return None
    return found
