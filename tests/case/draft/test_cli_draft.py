"""``detente draft`` as a user meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from detente.case.load import load_case
from tests.case.draft.draft_texts import RIVER


def detente(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-c", "from detente.cli import main; main()", *map(str, arguments)]
    return subprocess.run(
        call, cwd=cwd, capture_output=True, text=True, check=False, timeout=120, encoding="utf-8"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "river.txt").write_text(RIVER, encoding="utf-8")
    return tmp_path


def test_a_document_becomes_a_case_file_and_a_summary_on_stderr(folder: Path) -> None:
    done = detente("draft", "river.txt", "--rules-only", "-o", "out/case.yaml", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "out/case.yaml\n"
    assert "note: parties: 5" in done.stderr
    assert "questions:" in done.stderr
    case = load_case(folder / "out/case.yaml")
    assert {p.id for p in case.parties} >= {"TCD", "NER"}


def test_a_ledger_gives_the_same_case_as_its_document(folder: Path) -> None:
    detente("read", "river.txt", "--rules-only", "-o", "ledger.json", "-q", cwd=folder)
    one = detente("draft", "ledger.json", "-o", "one.yaml", "-q", cwd=folder)
    detente("draft", "river.txt", "--rules-only", "-o", "two.yaml", "-q", cwd=folder)
    assert one.returncode == 0, one.stderr
    assert one.stderr == ""
    assert (folder / "one.yaml").read_bytes() == (folder / "two.yaml").read_bytes()


def test_json_prints_the_case_and_nothing_else(folder: Path) -> None:
    done = detente("draft", "river.txt", "--rules-only", "--json", "-q", cwd=folder)
    assert json.loads(done.stdout)["title"] == "Norway offers to host talks on the river war"
    assert (folder / "case.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("river.txt", "-o", "case.txt"), "a case is written as .yaml or .json"),
        (("river.txt", "-o", "mine.yaml"), "is there already"),
        (("river.txt", "ledger.json"), "not both in one call"),
        (("missing.txt",), "missing.txt"),
    ],
)
def test_a_wrong_call_is_one_clear_line(
    folder: Path, arguments: tuple[str, ...], says: str
) -> None:
    (folder / "mine.yaml").write_text("title: mine\n")
    done = detente("draft", "--rules-only", *arguments, cwd=folder)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / "mine.yaml").read_text() == "title: mine\n"
