"""A document's language, and which way it runs: by language, else by its first strong letter."""

from __future__ import annotations

import re
import unicodedata

from detente.documents.document import Document

_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks ps sd syr ug ur yi".split())


_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z")


def language(document: Document) -> str:
    """The document's language as a tag for the page; empty, which means unknown, if it is none."""
    known = document.language or ""
    return known if _LANGUAGE.match(known) else ""


def direction(document: Document) -> str:
    """``rtl`` or ``ltr``, for the text as a whole; each paragraph still finds its own."""
    if document.language is not None:
        return "rtl" if document.language in _RIGHT_TO_LEFT else "ltr"
    for character in document.text[:2000]:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"
