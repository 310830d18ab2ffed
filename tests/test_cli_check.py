"""``detente check`` and ``detente rules`` as a user meets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from detente.report.findings.rule_book import all_rules

NOTE = "On Monday, British Prime Minister Rishi Sunak met reporters in London.\n"


def detente(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-c", "from detente.cli import main; main()", *map(str, arguments)]
    return subprocess.run(
        call,
        capture_output=True,
        cwd=cwd,
        check=False,
        timeout=120,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one text in which a holder is of another time than --date."""
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    return tmp_path


def check(
    folder: Path, *more: str | Path, files: str = "note.txt"
) -> subprocess.CompletedProcess[str]:
    call = ("check", files, "--rules-only", "-q", "--select", "OFF", "--date", "2025-09-15")
    return detente(*call, *more, cwd=folder)


def test_findings_are_printed_like_a_compilers_and_the_status_is_one(folder: Path) -> None:
    done = check(folder)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == (
        "note.txt:1:12: error OFF101: Rishi Sunak was not Prime Minister of the United Kingdom "
        "on 2025-09-15."
    )
    assert lines[2].endswith("^" * len("British Prime Minister Rishi Sunak"))
    assert lines[-1] == "1 error in 1 document"
    assert "\x1b" not in done.stdout


def test_the_status_follows_fail_on(folder: Path) -> None:
    assert check(folder, "--fail-on", "never").returncode == 0
    (folder / "note.txt").write_text("US President Barack Obama met reporters on Monday.\n")
    assert check(folder).returncode == 0, "a warning is no error"
    assert check(folder, "--fail-on", "warning").returncode == 1
    assert check(folder, "--fail-on", "note").returncode == 1


def test_each_form_goes_to_a_file_too(folder: Path) -> None:
    for form in ("json", "sarif", "text", "github"):
        done = check(folder, "--format", form)
        written = check(folder, "--format", form, "-o", f"out.{form}")
        assert written.stdout.strip() == f"out.{form}"
        assert (folder / f"out.{form}").read_text(encoding="utf-8") == done.stdout
        again = check(folder, "--format", form, "-o", f"out.{form}")
        assert again.returncode == 1, "what detente wrote it may write over"
    assert check(folder, "--format", "github").stdout.startswith("::error title=OFF101")


def test_a_ledger_is_checked_like_its_documents(folder: Path) -> None:
    read = ("read", "note.txt", "--rules-only", "-q", "--date", "2025-09-15", "-o", "ledger.json")
    assert detente(*read, cwd=folder).returncode == 0
    done = detente("check", "ledger.json", "--select", "OFF", cwd=folder)
    assert done.returncode == 1
    assert "OFF101" in done.stdout
    both = detente("check", "ledger.json", "note.txt", cwd=folder)
    assert both.returncode == 2
    assert "not both" in both.stderr
    (folder / "bad.json").write_text("{}")
    bad = detente("check", "bad.json", cwd=folder)
    assert bad.returncode == 2
    assert "bad.json: ledger: schema is None" in bad.stderr


def test_settings_and_waivers_of_the_folder_count(folder: Path) -> None:
    (folder / "detente.toml").write_text(
        "[tool.detente]\nselect = ['OFF']\ndate = 2025-09-15\nfail-on = 'never'\n"
    )
    plain = ("check", "note.txt", "--rules-only", "-q")
    done = detente(*plain, cwd=folder)
    assert (done.returncode, "OFF101" in done.stdout) == (0, True)
    assert detente(*plain, "--fail-on", "error", cwd=folder).returncode == 1
    (folder / "note.txt.waivers").write_text(
        "[[waiver]]\ncode = 'OFF101'\nwords = 'British Prime Minister Rishi Sunak'\n"
        "reason = 'Minutes.'\n[[waiver]]\ncode = 'OFF102'\nwords = 'x'\nreason = 'Old.'\n"
    )
    done = detente(*plain, cwd=folder)
    assert done.stdout == "no findings in 1 document, 1 waived\n"
    assert "note.txt.waivers: waiver 2 (OFF102 'x') covers nothing" in done.stderr
    (folder / "note.txt.waivers").unlink()
    with (folder / "detente.toml").open("a") as file:
        file.write("[tool.detente.per-file-ignores]\n'n*.txt' = ['OFF101']\n")
    assert detente(*plain, cwd=folder).stdout == "no findings in 1 document\n"


def test_rows_of_the_user_win(folder: Path) -> None:
    (folder / "mine.csv").write_text(
        "person,body,office,start,end\nRishi Sunak,GBR,prime-minister,2025-09-01,2025-09-30\n"
    )
    done = check(folder, "--facts", "mine.csv")
    assert (done.returncode, done.stdout) == (0, "no findings in 1 document\n")
    done = check(folder, "--facts", "none.csv")
    assert done.returncode == 2
    assert "none.csv" in done.stderr


def test_wrong_calls_get_one_line_and_status_two(folder: Path) -> None:
    for arguments, said in (
        (["--select", "OFF101x"], "do you mean OFF101"),
        (["--ignore", "nothing"], "ignore: no rule is called 'nothing'"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--fail-on", "always"], "'always' is not one of"),
        (["--date", "Monday"], "is not a day"),
    ):
        done = detente("check", "note.txt", "-q", *arguments, cwd=folder)
        assert done.returncode == 2, arguments
        (line,) = [x for x in done.stderr.splitlines() if x.startswith("error: ")]
        assert said in line
        assert done.stdout == ""


def test_an_unreadable_document_leaves_the_others_checked(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    call = ("check", ".", "--rules-only", "-q", "--select", "OFF", "--date", "2025-09-15")
    done = detente(*call, cwd=folder)
    assert done.returncode == 2
    assert "OFF101" in done.stdout
    assert "empty.txt" in done.stderr


def test_rules_lists_all_and_explains_one(tmp_path: Path) -> None:
    listed = detente("rules", cwd=tmp_path).stdout.splitlines()
    assert [line.split()[0] for line in listed] == [r.code for r in all_rules()]
    told = detente("rules", "off101", cwd=tmp_path).stdout
    assert told.startswith("OFF101 office-not-held (error)")
    assert "Why it matters" in told
    assert detente("rules", "office-not-held", cwd=tmp_path).stdout == told
    wrong = detente("rules", "NOPE", cwd=tmp_path)
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("error: no rule is called 'NOPE'")
    assert len(detente("rules", "OFF", cwd=tmp_path).stdout.splitlines()) >= 5
    assert json.loads(detente("rules", "OFF101", "--json", cwd=tmp_path).stdout)[0]["fires"]
    wrong = detente("rules", "OFF999", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "do you mean OFF" in wrong.stderr


def test_a_briefing_has_the_findings_on_top(folder: Path) -> None:
    done = detente(
        "brief", "note.txt", "--rules-only", "-q", "--date", "2025-09-15", "--json", cwd=folder
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"]["error"] == 1
    page = (folder / "brief.html").read_text(encoding="utf-8")
    assert "OFF101" in page
    assert page.index("OFF101") < page.index('id="actors"')
