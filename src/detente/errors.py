"""Everything that Détente raises on purpose.

    DetenteError
    ├── InputError        a file or an argument is not usable (exit status 2)
    │   ├── UnreadableDocument   one document cannot be read; others still can
    │   ├── BadLedger            a ledger file breaks the evidence rule
    │   ├── BadCase              a case file does not fit the model
    │   └── UnsuitableCase       a case lacks what the question asked of it needs
    ├── MissingExtra      an optional package is not installed
    ├── Stopped           the user stopped a run that can be gone on with (exit status 130)
    └── SpanMismatch      a span's text is not what stands at its place (a bug, never input)

A message is one line: what, where, what to do.
"""

from __future__ import annotations

from collections.abc import Sequence


class DetenteError(Exception):
    """Base of all errors that Détente raises on purpose."""


class InputError(DetenteError, ValueError):
    """The input or the call is wrong; the message says what would be right."""


class UnreadableDocument(InputError):
    """One document cannot be read.

    Parameters
    ----------
    name : str
        The document as the user named it.
    reason : str
        What is wrong and what to do, without the name.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type[UnreadableDocument], tuple[str, str]]:
        return (type(self), (self.name, self.reason))


class BadLedger(InputError):
    """A ledger file is malformed, or one of its spans does not hold its words."""


class BadCase(InputError):
    """A case file does not fit the model; one line for each fault, with its place.

    Parameters
    ----------
    name : str
        The file as the user named it.
    faults : sequence of str
        One line each, without the name.
    """

    def __init__(self, name: str, faults: Sequence[str]) -> None:
        super().__init__("\n".join(f"{name}: {fault}" for fault in faults))
        self.name = name
        self.faults = tuple(faults)

    def __reduce__(self) -> tuple[type[BadCase], tuple[str, tuple[str, ...]]]:
        return (type(self), (self.name, self.faults))


class UnsuitableCase(InputError):
    """A case lacks what the question asked of it needs; the message says what to add."""


class MissingExtra(DetenteError, ImportError):
    """An optional package is needed; the message names the extra to install."""

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs the package {package}: pip install 'detente[{extra}]'")
        self.package = package
        self.extra = extra
        self.purpose = purpose

    def __reduce__(self) -> tuple[type[MissingExtra], tuple[str, str, str]]:
        return (type(self), (self.package, self.extra, self.purpose))


class Stopped(DetenteError):
    """The user stopped a run that can be gone on with; the message is one line that says how."""


class SpanMismatch(DetenteError, AssertionError):
    """``text`` is not ``document.text[start:end]``."""


def reader_fault(error: Exception | None) -> str:
    """What to say of a document on which a rule failed."""
    fault = f"{type(error).__name__}: {error}".rstrip(": ")
    return f"made the reader fail ({fault}); please report it"
