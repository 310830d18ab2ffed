"""A case against the rules: what does not hold together, as findings."""

from __future__ import annotations

from collections.abc import Callable, Collection

from detente.case.case import Case
from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.rule_registry import CaseRule, case_rules


def validate(
    case: Case,
    *,
    codes: Collection[str] | None = None,
    on_fault: Callable[[CaseRule, Exception], None] | None = None,
) -> list[CaseFinding]:
    """What the rules say of a case, in the order of its sections.

    Parameters
    ----------
    codes : collection of str, optional
        Codes of the rules to run; if None, all that are on by default.
    on_fault : callable, optional
        Told of a rule that raises, whose findings are left out; None lets the error out.
    """
    record = CaseRecord(case)
    found: list[CaseFinding] = []
    for rule in case_rules():
        if rule.code not in codes if codes is not None else not rule.default:
            continue
        try:
            found += rule.find(record)
        except Exception as error:
            # A fault of one rule must not take the findings of the others with it.
            if on_fault is None:
                raise
            on_fault(rule, error)
    sections = {name: number for number, name in enumerate(Case.model_fields)}

    def place(finding: CaseFinding) -> tuple[int, tuple[tuple[int, str], ...], str, str]:
        first = sections.get(str(finding.path[0]), -1) if finding.path else -1
        steps = tuple((s, "") if isinstance(s, int) else (-1, s) for s in finding.path[1:])
        return (first, steps, finding.code, finding.message)

    return sorted(dict.fromkeys(found), key=place)
