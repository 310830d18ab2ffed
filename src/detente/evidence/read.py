"""Document -> Ledger: run every extractor in order."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

import detente
from detente.documents.document import Document
from detente.evidence.known_actors import KnownActor
from detente.evidence.ledger import LISTS, Ledger, MadeBy
from detente.evidence.model import Model
from detente.evidence.plover import category
from detente.evidence.reading import Reading
from detente.evidence.registry import extractors
from detente.evidence.second_look import second_look


def read(
    document: Document,
    *,
    model: Model | None = None,
    date: dt.date | None = None,
    known_actors: Sequence[KnownActor] = (),
) -> Ledger:
    """Read one document.

    Parameters
    ----------
    model : Model, optional
        Adds the second pass (see :mod:`detente.evidence.model`); None is rules only.
    date : datetime.date, optional
        The day relative times count from; the document's own date if None.
    known_actors : sequence of KnownActor
        The user's own actors, which win over what reading finds.

    Returns
    -------
    Ledger
        Verified: every span holds its words.
    """
    reference = date or document.date
    parse = model.parse(document) if model is not None else None
    reading = Reading(document, reference, parse, known_actors)
    for extractor in extractors():
        found = extractor.extract(reading)
        setattr(reading, extractor.makes, [*getattr(reading, extractor.makes), *found])
    if model is not None and model.tagger is not None:
        second_look(reading, model.tagger)
    reading.events = [dataclasses.replace(e, category=category(e)) for e in reading.events]
    notes = []
    if document.language not in (None, "en"):
        notes.append(
            f"{document.name}: the language seems to be {document.language!r}, and the rules are "
            "for English; what is not found here may well be in the text"
        )
    if reference is None and reading.time_expressions:
        notes.append(
            f"{document.name}: no date is stated, so weekdays and relative times stay as written"
        )
    ledger = Ledger(
        documents=(document,),
        notes=tuple(notes),
        made_by=MadeBy(
            version=detente.__version__,
            model=None if model is None else model.name,
            model_version=None if model is None else model.version,
            model_sha256=None if model is None else model.sha256,
            tagger_sha256=None if model is None or model.tagger is None else model.tagger.sha256,
            date=None if date is None else date.isoformat(),
        ),
        **{name: tuple(getattr(reading, name)) for name in LISTS},
    )
    ledger.verify()
    return ledger
