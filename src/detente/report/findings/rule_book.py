"""All rules there are: those about documents and those about case files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

from detente.checks.registry import FAMILIES as OF_DOCUMENTS
from detente.checks.registry import checks
from detente.findings import Finding, Severity

FAMILIES = {**OF_DOCUMENTS, "CASE": "the case file"}


class Rule(Protocol):
    """What every rule says of itself."""

    @property
    def code(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def severity(self) -> Severity: ...  # noqa: D102
    @property
    def default(self) -> bool: ...  # noqa: D102
    @property
    def summary(self) -> str: ...  # noqa: D102
    @property
    def why(self) -> str: ...  # noqa: D102
    @property
    def fix(self) -> str: ...  # noqa: D102
    @property
    def fires(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def silent(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def date(self) -> dt.date | None: ...  # noqa: D102
    @property
    def family(self) -> str: ...  # noqa: D102


def all_rules() -> tuple[Rule, ...]:
    """Every rule, family by family, then by code."""
    from detente.case.rule_registry import case_rules

    return (*checks(), *case_rules())


def rules_for(findings: Iterable[Finding]) -> tuple[Rule, ...]:
    """The rules about documents, and those about cases where a finding is of one.

    Texts are checked without loading what cases need.
    """
    return all_rules() if any(f.code.startswith("CASE") for f in findings) else checks()
