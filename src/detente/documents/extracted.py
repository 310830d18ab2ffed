"""What a format's reader hands on: the words, and what the format itself states."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from detente.documents.structure import Block


@dataclass(frozen=True, slots=True)
class Extracted:
    """Words of one document before they are normalised.

    Attributes
    ----------
    words : str or tuple of Block
        A text whose lines tell its structure, or blocks whose format told it.
    title, publisher, date : optional
        As the file's own metadata state them; None where it has none.
    """

    words: str | tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    date: dt.date | None = None
    warnings: tuple[str, ...] = ()
