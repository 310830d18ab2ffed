"""``detente check``, ``accept``, ``schema`` and ``rules`` with case files, as a user meets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from detente.case.load import load_case
from detente.case.save import to_yaml

CASE = """\
title: Water   # of the valley
parties:
  - {id: norland, name: Norland, draft: true}
issues:
  - {id: water, name: Water, ends: {low: none, high: all}}
positions:
  # the north
  - {party: norlnad, issue: water, at: {value: 20, draft: true}, salience: 50}
"""


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
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path


def test_findings_of_a_case_have_line_column_carets_and_help(folder: Path) -> None:
    done = detente("check", "case.yaml", "--select", "CASE101", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "case.yaml:8:13: error CASE101: The party 'norlnad' is not in the case; it is named by "
        "the position of norlnad on water; did you mean 'norland'?",
        "  8 |   - {party: norlnad, issue: water, at: {value: 20, draft: true}, salience: 50}",
        "    |             ^^^^^^^ positions[0].party",
        "  = help: Correct the id, or add the party.",
        "",
        "1 error in 1 document",
    ]


def test_other_forms_settings_and_waivers_work_for_cases_too(folder: Path) -> None:
    done = detente("check", "case.yaml", "--format", "json", "--fail-on", "never", cwd=folder)
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert {f["name"] for f in told["findings"]} >= {"unknown-party", "draft-not-accepted"}
    lines = [f["witnesses"][0]["line"] for f in told["findings"]]
    assert lines == sorted(lines)
    done = detente("check", "case.yaml", "--format", "sarif", "--fail-on", "never", cwd=folder)
    run = json.loads(done.stdout)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    done = detente("check", "case.yaml", "--format", "github", "--select", "CASE101", cwd=folder)
    assert done.stdout.startswith("::error title=CASE101 unknown-party,file=case.yaml,line=8,")
    settings = '[tool.detente]\nselect = ["DEFAULT", "OFF"]\nignore = ["CASE13", "unknown-party"]\n'
    (folder / "detente.toml").write_text(settings, encoding="utf-8")
    (folder / "case.yaml.waivers").write_text(
        "[[waiver]]\ncode = 'CASE113'\nwords = '{id: norland, name: Norland, draft: true}'\n"
        "reason = 'it will be heard'\n",
        encoding="utf-8",
    )
    done = detente("check", "case.yaml", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "no findings in 1 document, 1 waived\n",
        "",
    )
    ignores = '[tool.detente.per-file-ignores]\n"*.yaml" = ["CASE"]\n'
    (folder / "detente.toml").write_text(ignores, encoding="utf-8")
    (folder / "case.yaml.waivers").unlink()
    assert detente("check", "case.yaml", cwd=folder).stdout == "no findings in 1 document\n"
    # The same settings stand for texts.
    (folder / "a.txt").write_text("The talks begin on Monday.\n", encoding="utf-8")
    assert detente("check", "a.txt", "--rules-only", cwd=folder).returncode == 0


def test_files_that_are_no_cases_are_told_and_the_others_checked(folder: Path) -> None:
    (folder / "bad.yaml").write_text("titel: x\nparties: 3\n", encoding="utf-8")
    done = detente("check", "case.yaml", "bad.yaml", "--select", "CASE101", cwd=folder)
    assert done.returncode == 2
    assert "1 error in 1 document" in done.stdout
    assert done.stderr.splitlines() == [
        "error: bad.yaml: line 1, column 1: title is missing",
        "error: bad.yaml: line 1, column 1: the case has no key 'titel'; did you mean 'title'?",
        "error: bad.yaml: line 2, column 10: parties must be a list, not 3",
    ]
    (folder / "a.txt").write_text("Words.\n", encoding="utf-8")
    done = detente("check", "case.yaml", "a.txt", cwd=folder)
    assert (done.returncode, done.stderr) == (
        2,
        "error: give case files or documents, not both in one call\n",
    )
    done = detente("check", "case.yaml", "--select", "CASE9", cwd=folder)
    assert (done.returncode, done.stderr) == (
        2,
        "error: select: no rule is called 'CASE9' (see detente rules)\n",
    )


def test_a_case_as_json_is_told_from_a_ledger(folder: Path) -> None:
    assert detente("convert", "case.yaml", "case.json", cwd=folder).returncode == 0
    done = detente("check", "case.json", "--select", "CASE101", cwd=folder)
    assert done.returncode == 1
    assert "case.json:" in done.stdout
    assert "norlnad" in done.stdout


def test_drafts_are_listed_accepted_and_made_drafts_again(folder: Path) -> None:
    done = detente("accept", "case.yaml", cwd=folder)
    assert done.stdout.splitlines() == [
        "draft: parties[norland]",
        "draft: positions[norlnad/water].at",
        "case.yaml: 2 to accept: give their paths, or --all",
    ]
    assert (folder / "case.yaml").read_text(encoding="utf-8") == CASE
    call = ("accept", "case.yaml", "positions", "--by", "Ada", "--date", "2026-01-02")
    done = detente(*call, cwd=folder)
    assert (done.returncode, done.stdout) == (
        0,
        "accepted: positions[norlnad/water].at\ncase.yaml: 1 accepted\n",
    )
    text = (folder / "case.yaml").read_text(encoding="utf-8")
    line = "  - {party: norlnad, issue: water, at: 20, salience: 50}\n"
    assert text.startswith(CASE[: CASE.index("  - {party")] + line)
    assert '{when: "2026-01-02", who: Ada, action: accepted' in text
    done = detente("accept", "case.yaml", "--all", "--json", cwd=folder)
    assert json.loads(done.stdout) == {"case": "case.yaml", "accepted": ["parties[norland]"]}
    assert load_case(folder / "case.yaml").log[-1].when.startswith("20")
    done = detente("accept", "case.yaml", "--undo", cwd=folder)
    assert done.stdout.startswith("draft again: parties[norland]\n")
    assert load_case(folder / "case.yaml").parties[0].draft
    assert sorted(p.name for p in folder.iterdir()) == ["case.yaml"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("parties[x]",), "parties[x]: parties has no 'x'"),
        (("issues",), "issues: nothing there is a draft"),
        (("parties", "--all"), "give paths, or --all, or --undo"),
        (("--undo",), "nothing that was accepted is left to undo"),
        (("parties", "--date", "May"), "--date 'May' is not a day; write it as 2024-05-31"),
    ],
)
def test_a_wrong_call_changes_nothing(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = detente("accept", "case.yaml", *arguments, cwd=folder)
    assert (done.returncode, done.stderr) == (2, f"error: {said}\n")
    assert (folder / "case.yaml").read_text(encoding="utf-8") == CASE


def test_the_schema_is_printed_or_written_beside_the_case(folder: Path) -> None:
    printed = detente("schema", cwd=folder).stdout
    assert json.loads(printed)["$schema"] == "http://json-schema.org/draft-07/schema#"
    for _ in range(2):
        done = detente("schema", "-o", "case.schema.json", cwd=folder)
        assert (done.returncode, done.stdout) == (0, "case.schema.json\n")
    assert (folder / "case.schema.json").read_text(encoding="utf-8") == printed
    done = detente("schema", "-o", "case.yaml", cwd=folder)
    assert done.returncode == 2
    assert "is there already and is no schema" in done.stderr
    named = to_yaml(load_case(folder / "case.yaml")).splitlines()[0]
    assert named.endswith("$schema=case.schema.json")


def test_rules_about_cases_are_explained(folder: Path) -> None:
    assert "CASE101" in detente("rules", cwd=folder).stdout
    assert detente("rules", "unknown-party", cwd=folder).stdout.startswith("CASE101 unknown-party")
    assert len(detente("rules", "CASE12", cwd=folder).stdout.splitlines()) == 10
    done = detente("rules", "CASE9", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
