"""One finding for many entries of a section, so that a long case stays readable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.case.case_finding import CaseFinding
from detente.case.case_record import CaseRecord
from detente.case.yaml_reading import Path

_SHOWN = 3


def listed(
    record: CaseRecord, code: str, paths: Iterable[Path], is_one: str, are_many: str, what: str
) -> Iterator[CaseFinding]:
    """A note for each section: how many entries, and the first of them by name."""
    sections: dict[str, dict[Path, Path]] = {}
    for path in paths:
        # Sections that are one entry (acceptance, status quo) count as one.
        entry = path[:2] if isinstance(path[1:2] and path[1], int) else path[:1]
        sections.setdefault(str(path[0]), {}).setdefault(entry, path)
    for section, entries in sections.items():
        first = next(iter(entries.values()))
        if len(next(iter(entries))) == 1:
            message = f"{section} {is_one} {what}"
        else:
            names = [record.called(entry) for entry in entries]
            more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            total = len(getattr(record.case, section))
            message = (
                f"{len(names)} of {total} {section.replace('_', ' ')} "
                f"{is_one if len(names) == 1 else are_many} {what}: "
                f"{', '.join(names[:_SHOWN])}{more}"
            )
        yield CaseFinding(code, "note", f"{message[0].upper()}{message[1:]}.", first)
