from __future__ import annotations

from pathlib import Path

import pytest

from detente.checks.run import run_checks
from detente.checks.waivers import Waiver, load_waivers, waive
from detente.errors import InputError
from tests.checks.office_texts import ledger_of

TEXT = "On Monday, British Prime Minister Rishi Sunak met reporters."


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "detente-waivers.toml"
    path.write_text(text, encoding="utf-8")
    return path


def waiver(**changed: str | None) -> Waiver:
    given = {"code": "OFF101", "words": None, "document": None, "reason": "Seen."} | changed
    return Waiver(**given, path="w.toml", number=1)  # type: ignore[arg-type]


def test_a_waiver_covers_its_code_and_words_and_nothing_else() -> None:
    ledger = ledger_of(TEXT, "2025-09-15")
    found = run_checks(ledger, select=("OFF",))
    covers = waiver(words="British Prime Minister Rishi Sunak")
    others = [
        waiver(words="Rishi Sunak"),
        waiver(words="British Prime Minister Rishi Sunak", code="OFF103"),
        waiver(document="0" * 12),
    ]
    sorted_out = waive(ledger, found, [*others, covers])
    assert sorted_out.findings == ()
    assert [w for _, w in sorted_out.waived] == [covers]
    assert sorted_out.unused == tuple(others)


def test_a_waiver_by_hash_covers_the_document(tmp_path: Path) -> None:
    ledger = ledger_of(TEXT, "2025-09-15")
    found = run_checks(ledger, select=("OFF",))
    for known in (ledger.documents[0].sha256[:8], ledger.documents[0].text_sha256):
        sorted_out = waive(ledger, found, [waiver(document=known)])
        assert len(sorted_out.waived) == 1
        assert sorted_out.unused == ()


def test_two_waivers_of_one_finding_are_both_used() -> None:
    ledger = ledger_of(TEXT, "2025-09-15")
    both = [waiver(words="British Prime Minister Rishi Sunak"), waiver(document="0" * 8)]
    both[1] = waiver(document=ledger.documents[0].text_sha256)
    sorted_out = waive(ledger, run_checks(ledger, select=("OFF",)), both)
    assert len(sorted_out.waived) == 1
    assert sorted_out.unused == ()


def test_waivers_are_read_from_tables(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '[[waiver]]\ncode = "OFF101"\nwords = """British\nPrime Minister"""\nreason = "Minutes."\n',
    )
    (found,) = load_waivers(path)
    assert found.words == "British Prime Minister"
    assert str(found) == f"{path}: waiver 1 (OFF101 'British Prime Minister')"


WRONG = {
    '[[waiver]]\ncode = "X"\nwords = "a"\n': "lacks reason",
    '[[waiver]]\nwords = "a"\nreason = "b"\n': "lacks code",
    '[[waiver]]\ncode = "X"\nreason = "b"\n': "words, or the document's hash",
    '[[waiver]]\ncode = "X"\nreason = "b"\ndocument = "note.txt"\n': "8 hexadecimal digits",
    '[[waiver]]\ncode = "X"\nreason = "b"\nword = "c"\n': "word is no entry",
    "[[waiver]]\ncode = 1\n": "every entry is text",
    "[waivers]\n": r"\[\[waiver\]\] tables only",
    "waiver = 3\n": r"\[\[waiver\]\] tables only",
    "[[waiver]\n": "no TOML",
}


@pytest.mark.parametrize(("text", "message"), WRONG.items())
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_waivers(written(tmp_path, text))


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_waivers(tmp_path / "none.toml")
