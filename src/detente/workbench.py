"""The whole chain in one place: documents to ledger to briefing.

The only module that knows every room; :mod:`detente.cli` is a thin face on it.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.documents.briefings import is_briefing
from detente.documents.document import Document
from detente.documents.find import Source, find_documents
from detente.documents.read import Duplicate, read_all
from detente.errors import InputError, UnreadableDocument, reader_fault
from detente.evidence import merge_evidence, second_look
from detente.evidence.joining import join
from detente.evidence.known_actors import KnownActor, load_known_actors
from detente.evidence.ledger import Ledger
from detente.evidence.links import link
from detente.evidence.model import Model, available_model, load_model
from detente.evidence.read import read
from detente.evidence.registry import extractors
from detente.saving import save

Progress = Callable[[str], None]
_MARKED = 512
# As SARIF, as text, as annotations.
_OUR_FINDINGS = re.compile(
    rb'\A\{\s+"\$schema": "[^"]*sarif[^"]*",[^\]]*"name": "detente"'
    rb"|\A[^\n]*: (?:error|warning|note) [A-Z]{3,4}[1-9]\d\d: "
    rb"|\Ano findings in |\A::(?:error|warning|notice) title=[A-Z]{3,4}[1-9]\d\d "
)


@dataclass(frozen=True)
class ReadingResult:
    """A ledger, and what could not go into it.

    ``problems`` are documents that could not be read, ``duplicates`` those whose words were
    read already under another name.
    """

    ledger: Ledger
    problems: tuple[UnreadableDocument, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()


def choose_model(
    name: str | None = None, *, rules_only: bool = False, tagger: bool = True
) -> Model | None:
    """The model to read with: the named one, else the installed one, else None.

    With the tagger, where one is installed and ``tagger`` is not False.

    Raises
    ------
    MissingExtra, InputError
        If a model is named that cannot be loaded.
    """
    if rules_only:
        return None
    if name is None and available_model() is None:
        return None
    return load_model(name, tagger=tagger)


def read_files(
    arguments: Sequence[str],
    *,
    model: Model | None = None,
    date: dt.date | None = None,
    known_actors: Sequence[KnownActor] = (),
    progress: Progress | None = None,
) -> ReadingResult:
    """Read files, folders and ``-`` into one ledger; a bad document never stops the others.

    Parameters
    ----------
    date : datetime.date, optional
        The day relative times count from, for every document; each document's own
        stated date if None.
    known_actors : sequence of KnownActor
        The user's own actors, see :func:`known_actors_of`.
    progress : callable, optional
        Called with the name of each document before it is read.

    Raises
    ------
    InputError
        If not one document could be read; its message has a line for each.
    """
    documents: list[Document] = []
    problems: list[UnreadableDocument] = []
    duplicates: list[Duplicate] = []
    for found in read_all(arguments):
        if isinstance(found, UnreadableDocument):
            problems.append(found)
        elif isinstance(found, Duplicate):
            duplicates.append(found)
        else:
            documents.append(found)
    if not documents:
        lines = [str(problem) for problem in problems] or ["no document was given"]
        raise InputError("\n".join(lines))
    ledgers = []
    for document in documents:
        if progress is not None:
            progress(document.name)
        try:
            made = read(document, model=model, date=date, known_actors=known_actors)
        except Exception as error:
            # A fault of a rule on one text must not take the other texts with it.
            problems.append(UnreadableDocument(document.name, reader_fault(error)))
        else:
            ledgers.append(made)
    if not ledgers:
        raise InputError("\n".join(str(problem) for problem in problems))
    ledger = link(join(ledgers))
    left_out = [f"{d.name}: the same words as {d.of}, read once" for d in duplicates]
    left_out += [f"{p}; left out" for p in problems]
    ledger = dataclasses.replace(ledger, notes=(*ledger.notes, *left_out))
    return ReadingResult(ledger, tuple(problems), tuple(duplicates))


def is_source(path: Path, arguments: Sequence[str]) -> bool:
    """True if ``path`` is one of the documents that ``arguments`` name."""
    return any(
        isinstance(source, Source)
        and source.path is not None
        and source.path.exists()
        and source.path.samefile(path)
        for source in find_documents(arguments)
    )


def is_ours(path: Path) -> bool:
    """True if Détente wrote the file: a briefing, a ledger or findings in any form."""
    with path.open("rb") as file:
        begins = file.read(_MARKED)
    if not begins or is_briefing(path) or begins.startswith(b'{\n "schema": "detente-'):
        return True
    return _OUR_FINDINGS.search(begins) is not None


def known_actors_of(path: Path | None) -> tuple[KnownActor, ...]:
    """The actors of a user's file; none without a file."""
    return () if path is None else load_known_actors(path)


def rules() -> dict[str, str]:
    """What each rule of reading and joining does, by rule id (``extractor.rule``)."""
    found = {f"{e.name}.{key}": line for e in extractors() for key, line in e.rules.items()}
    found |= {f"tagger.{key}": line for key, line in second_look.RULES.items()}
    return found | {f"joining.{key}": line for key, line in merge_evidence.RULES.items()}


CASE_SUFFIXES = (".yaml", ".yml", ".json")


@dataclass(frozen=True)
class Draft:
    """A drafted case as JSON text, and lines on what it holds."""

    json: str
    summary: tuple[str, ...]


def write_draft(ledger: Ledger, path: Path, *, title: str | None = None) -> Draft:
    """Draft a case from a ledger and write it to ``path`` as YAML or JSON, by the suffix.

    Raises
    ------
    InputError
        If the place cannot be written, or the documents hold words that YAML cannot.
    """
    from detente.case.draft.draft import draft_case
    from detente.case.draft.writing import draft_yaml, summary
    from detente.case.load import to_json

    case = draft_case(ledger, title=title)
    as_json = to_json(case)
    save(as_json if path.suffix.lower() == ".json" else draft_yaml(case), path)
    return Draft(as_json, tuple(summary(case)))
