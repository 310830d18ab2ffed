"""``detente brief`` on documents and on cases, as page, PDF and DOCX."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.test_cli import EXAMPLES, detente, errors

CASE = Path(EXAMPLES).parent / "cases" / "cuban_missile_crisis_1962.yaml"


def test_a_case_file_gives_a_briefing(tmp_path: Path) -> None:
    page = tmp_path / "b.html"
    done = detente("brief", CASE, "-o", page, "--title", "October")
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().strip() == str(page)
    html = page.read_text(encoding="utf-8")
    assert '<h1 dir="auto">October</h1>' in html
    assert "26 of 486 packages" in html
    assert done.stderr == b""


def test_a_case_says_with_json_where_its_briefing_is(tmp_path: Path) -> None:
    page = tmp_path / "b.html"
    done = detente("brief", CASE, "-o", page, "--json")
    assert json.loads(done.stdout) == {"briefing": str(page), "case": str(CASE)}


def test_a_file_of_another_tool_gives_a_briefing(tmp_path: Path) -> None:
    other = tmp_path / "case.json"
    assert detente("convert", CASE, other, "--to", "case").returncode == 0
    done = detente("brief", other, "-o", tmp_path / "b.html")
    assert done.returncode == 0, done.stderr
    assert "26 of 486 packages" in (tmp_path / "b.html").read_text(encoding="utf-8")


def test_documents_give_the_record_and_what_follows_from_its_draft(tmp_path: Path) -> None:
    page = tmp_path / "b.html"
    assert detente("brief", EXAMPLES, "-o", page, "--rules-only").returncode == 0
    html = page.read_text(encoding="utf-8")
    places = [html.index(f'<section class="s{m}" id="{name}"') for name, m in (
        ("findings", ""), ("statements", ""), ("questions", ""), ("positions", ""), ("method", "")
    )]  # fmt: skip
    assert places == sorted(places)
    assert "No one" in html or "no one has accepted them" in html


@pytest.mark.parametrize(("arguments", "said"), [
    ([CASE, EXAMPLES], "give documents, or one case"),
    ([CASE, "--date", "2024-01-01"], "go with documents"),
    (["nowhere.yaml"], "nowhere.yaml"),
])  # fmt: skip
def test_a_wrong_call_gets_one_line(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = detente("brief", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert len(errors(done)) == 1
    assert said in errors(done)[0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("suffix", "package"), [(".pdf", "weasyprint"), (".docx", "docx")])
def test_other_forms_are_written_again_and_not_read_as_documents(
    tmp_path: Path, suffix: str, package: str
) -> None:
    pytest.importorskip(package, exc_type=ImportError)
    shutil.copy(Path(EXAMPLES) / "harbour-wire.txt", tmp_path)
    brief = tmp_path / f"brief{suffix}"
    first = detente("brief", tmp_path, "-o", brief, "--rules-only", "--json")
    assert first.returncode == 0, first.stderr
    written = brief.read_bytes()
    assert written.startswith(b"%PDF-" if suffix == ".pdf" else b"PK")
    again = detente("brief", tmp_path, "-o", brief, "--rules-only", "--json")
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout)["documents"] == ["harbour-wire.txt"]
    assert brief.read_bytes() == written
    brief.write_bytes(b"%PDF-1.7 my own work" if suffix == ".pdf" else b"PK my own work")
    refused = detente("brief", tmp_path / "harbour-wire.txt", "-o", brief, "--rules-only")
    assert refused.returncode == 2
    assert "was not written by detente" in errors(refused)[0]


def test_a_file_of_data_that_is_no_case_is_refused_and_not_read_as_a_text(tmp_path: Path) -> None:
    data = tmp_path / "x.json"
    data.write_text('{"a": 1}', encoding="utf-8")
    page = tmp_path / "b.html"
    done = detente("brief", data, "-o", page)
    assert done.returncode == 2
    assert "in no format that is read here" in errors(done)[0]
    assert not page.exists()
