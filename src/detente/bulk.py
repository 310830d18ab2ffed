"""Reading thousands of documents: one ledger a file, on all cores, and it can be stopped.

``folder/<sha256 of the document's bytes>.json`` holds a ledger each, ``folder/names.tsv`` says
which file that was, ``folder/run.json`` how they were made. Running again goes on with what is
missing.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import detente
from detente.documents.find import find_documents
from detente.documents.read import read_document, sha256_of
from detente.engines.engine import Chunk, Engine
from detente.errors import DetenteError, InputError, UnreadableDocument, reader_fault
from detente.evidence.links import link
from detente.evidence.model import available_model, load_model
from detente.evidence.read import read
from detente.evidence.tagging.tagger import available_tagger, learned_sha256
from detente.saving import save

_RUN_FILE = "run.json"
_NAMES_FILE = "names.tsv"


@dataclass(frozen=True, slots=True)
class HowRead:
    """Everything besides its words that a ledger depends on."""

    model: str | None
    date: str | None = None
    tagger: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """One document to read, for a worker."""

    path: str
    sha256: str
    how: HowRead


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: ``state`` and, unless it was read, why."""

    name: str
    state: str  # "read", "there already", "unreadable"
    reason: str = ""


def read_one(work: Work) -> str:
    """Read one document into the JSON of its ledger."""
    model = (
        None
        if work.how.model is None
        else load_model(work.how.model, tagger=work.how.tagger is not None)
    )
    date = None if work.how.date is None else dt.date.fromisoformat(work.how.date)
    document = read_document(Path(work.path))
    if document.sha256 != work.sha256:
        raise UnreadableDocument(document.name, "changed while it was being read; run again")
    ledger = link(read(document, model=model, date=date))
    return ledger.to_json(indent=None)


def read_into(
    folder: Path,
    arguments: Sequence[str],
    engine: Engine,
    *,
    rules_only: bool = False,
    model: str | None = None,
    tagger: bool = True,
    date: dt.date | None = None,
) -> Iterator[Outcome]:
    """Read each document into a ledger of its own in ``folder``; yield what became of each.

    A document that cannot be read, or makes the reader fail, is one outcome and stops
    nothing. Files that hold the same bytes are read once. Memory does not grow with the
    number of documents: only hashes are kept.

    Raises
    ------
    InputError
        If ``folder`` holds ledgers made in another way, or cannot be written.
    """
    chosen = None if rules_only else model or available_model()
    tagged = chosen is not None and tagger and available_tagger() is not None
    how = HowRead(
        chosen,
        None if date is None else date.isoformat(),
        learned_sha256() if tagged else None,
    )
    _claim(folder, how)
    done = {p.stem for p in folder.glob("*.json") if p.name != _RUN_FILE}
    names: dict[str, str] = {}
    refused: list[Outcome] = []

    def work() -> Iterator[Chunk[Work]]:
        for source in find_documents(arguments):
            if isinstance(source, UnreadableDocument):
                refused.append(Outcome(source.name, "unreadable", source.reason))
                continue
            if source.path is None:
                refused.append(
                    Outcome(
                        source.name, "unreadable", "cannot be read into a folder; save it first"
                    )
                )
                continue
            try:
                sha256 = sha256_of(source.path)
            except UnreadableDocument as error:
                refused.append(Outcome(source.given, "unreadable", error.reason))
                continue
            if sha256 in done or sha256 in names:
                refused.append(Outcome(source.given, "there already"))
                continue
            names[sha256] = source.given
            yield Chunk(sha256, Work(str(source.path), sha256, how))

    for answer in engine.run(read_one, work()):
        yield from refused
        refused.clear()
        name = names[answer.id]
        if answer.result is not None:
            save(answer.result + "\n", folder / f"{answer.id}.json")
            with (folder / _NAMES_FILE).open("a", encoding="utf-8") as names_file:
                names_file.write(f"{answer.id}\t{name}\n")
            yield Outcome(name, "read")
        elif isinstance(answer.error, UnreadableDocument):
            yield Outcome(name, "unreadable", answer.error.reason)
        elif isinstance(answer.error, DetenteError):
            yield Outcome(name, "unreadable", str(answer.error))
        else:
            yield Outcome(name, "unreadable", reader_fault(answer.error))
    yield from refused


def _claim(folder: Path, how: HowRead) -> None:
    """Make the folder this run's, or check that it is from a run like this."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be made ({error.strerror})") from error
    wanted = {"version": detente.__version__, **dataclasses.asdict(how)}
    path = folder / _RUN_FILE
    if not path.exists():
        save(json.dumps(wanted, indent=1) + "\n", path)
        return
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read; give an empty folder") from error
    if known != wanted:
        raise InputError(
            f"{folder}: holds ledgers made with {known}, this run is {wanted}; give another folder"
        )
