"""The known answers of the notes beside the project, and true texts that must stay silent."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from benchmarks.checks import FALSE_ALARMS, HELD_OUT, false_alarms
from detente.checks.run import run_checks
from detente.documents.read import read_document
from detente.evidence.read import read

# methods/checks.md, "Can it decide the article's office holders?"
CONFLICTS = {
    frozenset(s.split())
    for s in """Trump Kishida|Kishida Risch|Trump Scholz Stoltenberg|Trump Stoltenberg Yoon
    |Trump Stoltenberg Marcos|Scholz Stoltenberg Risch|Stoltenberg Yoon Risch
    |Stoltenberg Marcos Risch""".split("|")
}
SURNAMES = sorted({name for conflict in CONFLICTS for name in conflict})


def surnames(words: str) -> frozenset[str]:
    return frozenset(n for n in SURNAMES if n in words)


def test_the_sample_has_the_eight_conflict_sets_and_both_readings_of_the_notes(
    shared: Path,
) -> None:
    ledger = read(read_document(shared / "seed/article.txt"))
    (found,) = run_checks(ledger, select=("OFF",))
    assert (found.code, found.severity) == ("OFF102", "error")
    told = found.reason.partition(": ")[2].split("; ")
    assert len(told) == len(CONFLICTS)
    assert {surnames(words) for words in told} == CONFLICTS
    first, second = sorted(found.fix.removesuffix(".").split(". "), key=lambda r: "Trump" not in r)
    assert surnames(first.partition(" the rest ")[0]) == {"Trump", "Risch"}
    assert first.endswith("2022-06-30 to 2024-10-01")
    assert surnames(second.partition(" the rest ")[0]) == {"Kishida", "Stoltenberg"}
    assert "2025-01-20 to 2025-04-04" in second
    assert "Yoon" in second
    assert "suspended throughout" in second


def dated(shared: Path) -> list[tuple[str, dt.date]]:
    manifest = json.loads((shared / "data/documents/manifest.json").read_text(encoding="utf-8"))
    out = []
    for entry in manifest:
        if entry["file"].startswith(HELD_OUT):
            continue
        day = entry["published"] if entry["published"][:1].isdigit() else "2025-01-16"
        out.append((entry["file"], dt.date.fromisoformat(f"{day}-20"[:10])))
    return out


def test_true_texts_have_no_finding_about_offices_at_their_own_date(shared: Path) -> None:
    texts = dated(shared)
    assert len(texts) > 20
    for name, day in texts:
        ledger = read(read_document(shared / "data/documents" / name), date=day)
        found = run_checks(ledger, date=day, select=("OFF",))
        assert not found, f"{name}: {[f.message for f in found]}"


@pytest.mark.usefixtures("shared")
def test_office_holders_abroad_raise_hardly_any_false_alarm() -> None:
    count, alarms = false_alarms()
    assert count > 300
    assert len(alarms) <= FALSE_ALARMS * count, alarms
