"""The chain of ``detente check``: documents or ledgers, settings and waivers to findings."""

from __future__ import annotations

import datetime as dt
import fnmatch
import os
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING

from detente.checks.registry import Check
from detente.checks.run import run_checks
from detente.checks.select import codes_of
from detente.checks.waivers import Waiver, load_waivers, waive
from detente.configuration import Configuration
from detente.documents.find import Source, find_documents
from detente.documents.normalise import normalise
from detente.documents.read import sha256_of
from detente.errors import BadLedger, InputError, UnreadableDocument
from detente.evidence.joining import join
from detente.evidence.ledger import Ledger
from detente.findings import Finding
from detente.report.findings.places import Findings

if TYPE_CHECKING:
    from detente.reference.offices import Offices

_LEDGER = ".json"
_SIDE_FILE = ".waivers"


def is_ledger(argument: str) -> bool:
    """True if the argument names a ledger rather than a document."""
    return argument.lower().endswith(_LEDGER)


def load_ledgers(arguments: Sequence[str]) -> Ledger:
    """The ledgers that ``detente read`` wrote, as one.

    Raises
    ------
    InputError
        If one cannot be read or is no ledger; the message names it.
    """
    ledgers = []
    for argument in arguments:
        try:
            ledgers.append(Ledger.from_json(Path(argument).read_bytes()))
        except OSError as error:
            raise InputError(f"{argument}: cannot be read ({error.strerror})") from error
        except BadLedger as error:
            raise InputError(f"{argument}: {error}") from error
    return join(ledgers)


def offices_with(facts: Sequence[Path]) -> Offices:
    """Our table of office terms with the rows of the user's files on top."""
    from detente.reference.office_facts import with_facts
    from detente.reference.offices import offices

    table = offices()
    for path in facts:
        table = with_facts(table, path)
    return table


def check_ledger(
    ledger: Ledger,
    settings: Configuration,
    arguments: Sequence[str] = (),
    *,
    date: dt.date | None = None,
) -> Findings:
    """Run the rules that the settings select and sort out what is waived.

    Parameters
    ----------
    arguments : sequence of str
        The files as the user named them; they tell where the documents lie.
    date : datetime.date, optional
        The day all documents speak from; the settings' if None, else each document's own.
    """
    codes_of((code for of_file in settings.per_file_ignores.values() for code in of_file), "ignore")
    faults: list[str] = []

    def told(rule: Check, error: Exception) -> None:
        faults.append(f"{rule.code} failed ({type(error).__name__}: {error}); please report it")

    found = run_checks(
        ledger,
        date=date or settings.date,
        facts=offices_with(settings.facts) if settings.facts else None,
        select=settings.select,
        ignore=settings.ignore,
        on_fault=told,
    )
    sources = _sources(ledger, arguments)
    paths = {document: source.given for document, source in sources.items()}
    found = without_ignored(found, settings, paths)
    waivers = [w for path in settings.waivers for w in load_waivers(path)]
    for document, source in sources.items():
        waivers += _beside(ledger, document, source)
    sorted_out = waive(ledger, found, waivers)
    verbatim = (d for d, source in sources.items() if _is_verbatim(ledger, d, source))
    return Findings(
        ledger,
        sorted_out.findings,
        sorted_out.waived,
        sorted_out.unused,
        paths,
        frozenset(verbatim),
        tuple(faults),
    )


def _sources(ledger: Ledger, arguments: Iterable[str]) -> dict[str, Source]:
    """Where each document lies, by document id."""
    by_hash = {d.sha256: d.id for d in ledger.documents}
    found: dict[str, Source] = {}
    for source in find_documents([a for a in arguments if not is_ledger(a)]):
        if isinstance(source, UnreadableDocument) or source.path is None:
            continue
        try:
            document = by_hash.get(sha256_of(source.path))
        except UnreadableDocument:
            continue
        if document is not None:
            found.setdefault(document, source)
    return found


def _is_verbatim(ledger: Ledger, document: str, source: Source) -> bool:
    """True if the file holds the text that was read, line by line."""
    assert source.path is not None
    try:
        text = source.path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return normalise(text) == ledger.document(document).text


def _beside(ledger: Ledger, document: str, source: Source) -> list[Waiver]:
    """The waivers of ``FILE.waivers``, which are about FILE alone."""
    if source.path is None:
        return []
    path = source.path.with_name(source.path.name + _SIDE_FILE)
    if not path.is_file():
        return []
    own = ledger.document(document).text_sha256
    return [w.within(own) for w in load_waivers(path)]


def without_ignored(
    found: list[Finding],
    settings: Configuration,
    paths: Mapping[str, str],
    codes_of: Callable[[Iterable[str], str], Set[str]] = codes_of,
) -> list[Finding]:
    """Without what ``per-file-ignores`` leaves out: a finding stands where its first words do."""
    ignored = {p: codes_of(c, "ignore") for p, c in settings.per_file_ignores.items()}
    if not ignored or settings.path is None:
        return found
    folder = settings.path.parent.resolve()
    out: dict[str, set[str]] = {}
    for document, path in paths.items():
        seen = os.path.relpath(Path(path).resolve(), folder).replace(os.sep, "/")
        out[document] = {
            code
            for pattern, codes in ignored.items()
            if fnmatch.fnmatch(seen, pattern)
            for code in codes
        }
    return [
        f for f in found if not f.witnesses or f.code not in out.get(f.witnesses[0].document, ())
    ]
