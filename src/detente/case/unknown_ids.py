"""Ids that name nothing, gathered by what they should name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.near_words import MOST_NEAR, did_you_mean
from detente.case.references import Kind, Reference


def unknown_ids(
    record: CaseRecord, code: str, kind: Kind, known: Collection[str]
) -> Iterator[CaseFinding]:
    """A finding for each id of a kind that is not among the known, at its first place."""
    used: dict[str, list[Reference]] = {}
    for reference in record.references:
        if reference.kind == kind and reference.id not in known:
            used.setdefault(reference.id, []).append(reference)
    for number, (id_, found) in enumerate(used.items()):
        near = did_you_mean(id_, sorted(known)) if number < MOST_NEAR else ""
        yield unknown_id(code, kind, id_, found, near)


def unknown_id(
    code: str, what: str, id_: str, found: Collection[Reference], near: str
) -> CaseFinding:
    """What to say of one id that names nothing, and where it is used."""
    first = next(iter(found))
    more = len(found) - 1
    others = f" (and at {more} more {'place' if more == 1 else 'places'})" if more else ""
    return CaseFinding(
        code,
        "error",
        f"The {what} {id_!r} is not in the case; it is named by {first.user}{others}{near or '.'}",
        first.path,
    )
