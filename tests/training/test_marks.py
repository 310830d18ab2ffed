"""The texts the tagger learned from: every mark stands in its text, none is of a frozen one."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from benchmarks.gold import FROZEN
from tools.marks import BadMark, Mark, Page, Who, from_standoff, sentences, standoff

ROOT = Path(__file__).parents[2] / "training"
TEXTS = sorted((ROOT / "texts").glob("*.txt"))
STANDOFF = sorted((ROOT / "standoff").glob("*.json"))
TEXT = (
    "Talks in Lima\nKenya offered Chad aid. It “may” wait.\n"
    "The U.S. envoy and Kenya met. Both agreed.\n"
)


def mark(line: str) -> Mark:
    (found,) = Page(TEXT).marks(line)
    return found


def words(span: tuple[int, int]) -> str:
    return TEXT[slice(*span)]


def test_sentences_are_numbered_by_line_and_place() -> None:
    found = {number: TEXT[a:b].strip() for number, (a, b) in sentences(TEXT).items()}
    assert found == {
        "1.1": "Talks in Lima",
        "2.1": "Kenya offered Chad aid.",
        "2.2": "It “may” wait.",
        "3.1": "The U.S. envoy and Kenya met.",
        "3.2": "Both agreed.",
    }


def test_a_term_has_kind_people_and_words() -> None:
    found = mark("2.1 T offer | Kenya | Chad | Chad aid")
    assert (found.letter, found.kind) == ("T", "offer")
    assert words(found.span) == "Chad aid"
    assert [words(w.span) for w in (*found.first, *found.second) if w.span] == ["Kenya", "Chad"]


def test_a_bar_after_the_letter_makes_no_difference() -> None:
    assert mark("2.1 T | offer | Kenya | - | aid") == mark("2.1 T offer | Kenya | - | aid")


def test_a_stance_names_its_holder_first() -> None:
    found = mark("2.1 S Kenya | support | the aid | offered Chad aid")
    assert found.kind == "support"
    assert [words(w.span) for w in found.first if w.span] == ["Kenya"]


def test_people_by_words_by_words_and_names_or_by_name() -> None:
    found = mark("3.1 R aid | Kenya; =Peru | Both => Chad, Kenya | met")
    assert found.first[1] == Who(None, ("Peru",))
    assert found.second[0].names == ("Chad", "Kenya")
    assert found.second[0].span is not None
    assert words(found.second[0].span) == "Both"


def test_the_second_time_words_stand_there() -> None:
    first, second = (mark(f"3.1 E other | {words} | - | - | -") for words in ("e", "met"))
    assert words(first.span) == "e"
    assert TEXT[first.span[0] - 1] == " "  # of "envoy": an e inside a word does not count
    assert second.span[0] == TEXT.index("met")
    with pytest.raises(BadMark, match="does not stand"):
        mark("2.1 R aid | Kenya #2 | =Chad | aid")


def test_quotation_marks_of_either_kind_are_found() -> None:
    assert words(mark('2.2 T obstacle | - | - | "may"').span) == "“may”"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("2.9 T offer | - | - | aid", "no sentence 2.9"),
        ("2.1 T gift | - | - | aid", "no kind 'gift'"),
        ("2.1 T offer | - | aid", "5 fields"),
        ("2.1 X offer | - | - | aid", "one of T, S, R, E"),
        ("2.1 R aid | Kenya | - | aid", "two ends"),
        ("2.1 T offer | - | - | oil", "does not stand"),
        ("2.1", "begin with the sentence"),
    ],
)
def test_a_line_that_does_not_fit_is_refused_with_its_number(line: str, complaint: str) -> None:
    with pytest.raises(BadMark, match=complaint) as caught:
        list(Page(TEXT).marks(f"# marks\n{line}"))
    assert str(caught.value).startswith("line 2:")


def test_standoff_keeps_all_but_the_sentences(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    marks = list(
        Page(TEXT).marks("3.1 E meeting | met | Lima | - | Kenya\n2.1 T offer | - | - | aid")
    )
    written = json.loads(standoff(path, marks))
    assert from_standoff(written) == marks
    assert written["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_every_mark_stands_in_its_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    marks = list(Page(text).marks(path.with_suffix(".marks").read_text(encoding="utf-8")))
    assert len(marks) >= 10
    assert all(0 <= m.span[0] < m.span[1] <= len(text) for m in marks)


def test_no_frozen_text_is_trained_on() -> None:
    sources = {json.loads(p.read_text(encoding="utf-8"))["source"] for p in STANDOFF}
    assert len(sources) == len(STANDOFF) == 16
    assert not sources & {f"{name}.txt" for name in FROZEN}


@pytest.mark.parametrize("path", STANDOFF, ids=lambda p: p.stem)
def test_marks_of_public_documents_lie_in_them(path: Path, shared: Path) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    text = shared / "data/documents" / content["source"]
    assert hashlib.sha256(text.read_bytes()).hexdigest() == content["sha256"]
    length = len(text.read_text(encoding="utf-8"))
    assert all(0 <= m.span[0] < m.span[1] <= length for m in from_standoff(content))
