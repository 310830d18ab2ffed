"""Findings that somebody has looked at and lets stand, with the reason why."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from detente.errors import InputError
from detente.evidence.ledger import Ledger
from detente.findings import Finding

_HASH = re.compile(r"[0-9a-f]{8,64}")
_KEYS = frozenset({"code", "words", "document", "reason"})


@dataclass(frozen=True, slots=True)
class Waiver:
    """Lets findings of ``code`` stand that rest on ``words``, or in ``document``.

    ``document`` begins the document's hash; ``path`` and ``number`` say where the waiver is
    written.
    """

    code: str
    words: str | None
    document: str | None
    reason: str
    path: str
    number: int

    def covers(self, ledger: Ledger, finding: Finding) -> bool:
        """True if the finding is one of those meant."""
        if finding.code != self.code:
            return False
        if self.words is not None and not any(
            " ".join(w.span.text.split()) == self.words for w in finding.witnesses
        ):
            return False
        if self.document is None:
            return True
        documents = (ledger.document(w.document) for w in finding.witnesses)
        hashes = (h for d in documents for h in (d.sha256, d.text_sha256))
        return any(h.startswith(self.document) for h in hashes)

    def within(self, text_sha256: str) -> Waiver:
        """The same waiver for that document alone."""
        return replace(self, document=text_sha256)

    def __str__(self) -> str:
        words = f" {self.words!r}" if self.words else ""
        return f"{self.path}: waiver {self.number} ({self.code}{words})"


@dataclass(frozen=True)
class Waived:
    """Findings that stand as faults, those let pass with their waivers, and idle waivers."""

    findings: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...]
    unused: tuple[Waiver, ...]


def waive(ledger: Ledger, findings: Iterable[Finding], waivers: Sequence[Waiver]) -> Waived:
    """Sort findings by whether a waiver covers them; the first that does counts."""
    kept: list[Finding] = []
    let_pass: list[tuple[Finding, Waiver]] = []
    used: set[Waiver] = set()
    for finding in findings:
        cover = next((w for w in waivers if w.covers(ledger, finding)), None)
        if cover is None:
            kept.append(finding)
        else:
            let_pass.append((finding, cover))
            used.update(w for w in waivers if w.covers(ledger, finding))
    return Waived(tuple(kept), tuple(let_pass), tuple(w for w in waivers if w not in used))


def load_waivers(path: Path) -> tuple[Waiver, ...]:
    """The ``[[waiver]]`` tables of a TOML file.

    Raises
    ------
    InputError
        If it cannot be read, or a waiver lacks code, reason, or what it is about.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{path}: no TOML ({error})") from error
    tables = raw.pop("waiver", [])
    if raw or not isinstance(tables, list):
        raise InputError(f"{path}: holds {sorted(raw) or 'waiver'}; write [[waiver]] tables only")
    return tuple(_waiver(str(path), i, t) for i, t in enumerate(tables, start=1))


def _waiver(path: str, number: int, raw: Any) -> Waiver:
    where = f"{path}: waiver {number}"
    if not isinstance(raw, dict) or not all(isinstance(v, str) for v in raw.values()):
        raise InputError(f"{where}: every entry is text, as in code = 'OFF101'")
    unknown = sorted(set(raw) - _KEYS)
    if unknown:
        raise InputError(f"{where}: {unknown[0]} is no entry; known are {', '.join(sorted(_KEYS))}")
    for needed in ("code", "reason"):
        if not raw.get(needed, "").strip():
            raise InputError(f"{where}: lacks {needed}")
    if "words" not in raw and "document" not in raw:
        raise InputError(f"{where}: say what it is about: words, or the document's hash")
    document = raw.get("document")
    if document is not None and not _HASH.fullmatch(document):
        raise InputError(f"{where}: document must begin a hash, at least 8 hexadecimal digits")
    words = raw.get("words")
    return Waiver(
        raw["code"],
        None if words is None else " ".join(words.split()),
        document,
        raw["reason"],
        path,
        number,
    )
