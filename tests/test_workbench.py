from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from detente import workbench
from detente.documents.document import Document
from detente.errors import InputError
from detente.evidence.ledger import Ledger
from detente.evidence.read import read


def test_a_text_on_which_a_rule_fails_does_not_take_the_others_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("“We will sign,” Foreign Minister Ana Ruiz said.\n")
    (tmp_path / "b.txt").write_text("“We will not,” Foreign Minister Liv Oyen said.\n")

    def faulty(document: Document, **rest: Any) -> Ledger:
        if document.name == "a.txt":
            raise IndexError("list index out of range")
        return read(document, **rest)

    monkeypatch.setattr("detente.workbench.read", faulty)
    result = workbench.read_files([str(tmp_path)])
    assert [d.name for d in result.ledger.documents] == ["b.txt"]
    (problem,) = result.problems
    assert "a.txt: made the reader fail (IndexError: list index out of range)" in str(problem)
    assert any("a.txt" in note for note in result.ledger.notes)
    with pytest.raises(InputError, match="made the reader fail"):
        workbench.read_files([str(tmp_path / "a.txt")])
