from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.bulk import Outcome, read_into
from detente.engines.engine import Engine
from detente.engines.processes import Processes
from detente.engines.serial import Serial
from detente.errors import InputError
from detente.evidence.ledger import Ledger

TEXT = "PARIS, 3 May 2024 — “We will sign number {},” Foreign Minister Ana Ruiz said on Friday.\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for i in range(12):
        (folder / f"{i:02}.txt").write_text(TEXT.format(i), encoding="utf-8")
    (folder / "05-broken.txt").write_bytes(b"\x00\x01\x02 not a text \x00")
    (folder / "again.txt").write_text(TEXT.format(3), encoding="utf-8")
    return folder


def states(outcomes: list[Outcome]) -> dict[str, int]:
    found: dict[str, int] = {}
    for outcome in outcomes:
        found[outcome.state] = found.get(outcome.state, 0) + 1
    return found


@pytest.mark.parametrize("engine", [Serial(), Processes(2)], ids=["serial", "processes"])
def test_each_document_gets_its_ledger_and_a_broken_one_stops_nothing(
    engine: Engine, library: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    outcomes = list(read_into(out, [str(library)], engine, rules_only=True))
    assert states(outcomes) == {"read": 12, "there already": 1, "unreadable": 1}
    (bad,) = [o for o in outcomes if o.state == "unreadable"]
    assert Path(bad.name).name == "05-broken.txt"
    files = [p for p in out.glob("*.json") if p.name != "run.json"]
    for path in files:
        ledger = Ledger.from_json(path.read_bytes())
        assert ledger.documents[0].sha256 == path.stem
        assert len(ledger.quotations) == 1


def test_both_engines_write_the_same_bytes(library: Path, tmp_path: Path) -> None:
    for name, engine in (("a", Serial()), ("b", Processes(2))):
        list(read_into(tmp_path / name, [str(library)], engine, rules_only=True))
    one, two = (sorted((tmp_path / n).iterdir()) for n in "ab")
    assert [p.name for p in one] == [p.name for p in two]
    for first, second in zip(one, two, strict=True):
        if first.name == "names.tsv":  # in the order in which they were done
            assert sorted(first.read_text().split()) == sorted(second.read_text().split())
        else:
            assert first.read_bytes() == second.read_bytes()


def test_a_stopped_run_goes_on(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = read_into(out, [str(library)], Serial(), rules_only=True)
    for _ in range(4):
        next(run)
    run.close()  # type: ignore[attr-defined]
    kept = {p.name: p.stat().st_mtime_ns for p in out.glob("*.json")}
    rest = list(read_into(out, [str(library)], Serial(), rules_only=True))
    assert states(rest)["read"] == 12 - (len(kept) - 1)
    assert {n: (out / n).stat().st_mtime_ns for n in kept} == kept


def test_a_folder_of_another_run_is_refused(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "run.json").write_text(json.dumps({"version": "0", "model": None, "date": None}))
    with pytest.raises(InputError, match="give another folder"):
        list(read_into(out, [str(library)], Serial(), rules_only=True))
