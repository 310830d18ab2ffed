"""Findings as text, JSON, SARIF and annotations."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from detente.checks.registry import checks
from detente.checks.waivers import Waiver
from detente.documents.document import Document
from detente.documents.read import from_bytes
from detente.evidence.ledger import Ledger
from detente.findings import Finding, Witness
from detente.report.findings.as_github import findings_github
from detente.report.findings.as_json import findings_json
from detente.report.findings.as_sarif import findings_sarif
from detente.report.findings.as_text import findings_text
from detente.report.findings.places import Findings
from detente.report.findings.terminal import cells

LATIN = "The first line is short.\nOn Monday, the envoys of both rivers met in Basra."
WIDE = "東京の会談は金曜日に開かれた。大臣は署名した。"
ARABIC = "قال الوزير إن المحادثات بدأت اليوم"


def document(text: str, name: str = "note.txt") -> Document:
    return from_bytes(name, text.encode())


def finding(*words: tuple[Document, str], **changed: Any) -> Finding:
    witnesses = []
    for of, text in words:
        start = of.text.index(text)
        witnesses.append(Witness(of.id, of.span(start, start + len(text))))
    given: dict[str, Any] = {
        "severity": "error",
        "message": "It does not hold.",
        "reason": "It cannot.",
        "facts": ("Row.",),
    }
    return Finding("OFF101", witnesses=tuple(witnesses), **(given | changed))


def shown(*documents: Document, findings: list[Finding], **changed: Any) -> Findings:
    ids = frozenset(d.id for d in documents)
    made = Findings(Ledger(documents=documents), findings, verbatim=ids)
    return dataclasses.replace(made, **changed)


def test_text_gives_place_words_carets_reason_rows_and_help() -> None:
    note = document(LATIN)
    text = findings_text(shown(note, findings=[finding((note, "the envoys"), fix="Ask them.")]))
    assert text.splitlines() == [
        "note.txt:2:12: error OFF101: It does not hold.",
        "  2 | On Monday, the envoys of both rivers met in Basra.",
        "    |            ^^^^^^^^^^",
        "  = why: It cannot.",
        "  = fact: Row.",
        "  = help: Ask them.",
        "",
        "1 error in 1 document",
    ]


def test_without_help_of_its_own_a_finding_has_that_of_its_rule() -> None:
    note = document(LATIN)
    fix = next(c.fix for c in checks() if c.code == "OFF101")
    text = findings_text(shown(note, findings=[finding((note, "envoys"))]))
    assert f"= help: {fix[:40]}" in text


def test_carets_stand_under_wide_characters() -> None:
    note = document(WIDE)
    lines = findings_text(shown(note, findings=[finding((note, "金曜日"))])).splitlines()
    above, below = lines[1].partition("| ")[2], lines[2].partition("| ")[2]
    before = above[: above.index("金曜日")]
    assert below == " " * cells(before) + "^" * 6


def test_words_that_run_from_right_to_left_are_said_again_instead() -> None:
    note = document(ARABIC)
    lines = findings_text(shown(note, findings=[finding((note, "المحادثات"))])).splitlines()
    assert lines[2].endswith("| ^ المحادثات")


def test_hidden_and_control_characters_are_written_out() -> None:
    note = document("The pact \u202eis signed\u202c now.")
    found = finding((note, "is signed"), message="A \u202e\x1b[31m name.")
    text = findings_text(shown(note, findings=[found]))
    assert "<U+202E>is signed<U+202C>" in text
    assert "A <U+202E><U+001B>[31m name." in text
    assert "\x1b" not in text


def test_a_long_line_is_cut_around_the_words() -> None:
    note = document(f"{'before ' * 60}HERE {'after ' * 60}")
    line = findings_text(shown(note, findings=[finding((note, "HERE"))])).splitlines()[1]
    assert "HERE" in line
    assert len(line) < 110
    assert line.count("…") == 2


def test_a_second_document_is_named_and_the_first_not_again() -> None:
    one, two = document(LATIN), document("Nobody met in Basra.", "other.txt")
    text = findings_text(
        shown(one, two, findings=[finding((one, "Basra"), (one, "envoys"), (two, "Basra"))])
    )
    assert text.count("note.txt") == 1
    assert "--> other.txt:1:15" in text


def test_colours_are_there_only_where_wanted() -> None:
    note = document(LATIN)
    some = shown(note, findings=[finding((note, "envoys"))])
    assert "\x1b[1;31m" in findings_text(some, colour=True)
    assert "\x1b" not in findings_text(some)


def test_the_last_line_counts() -> None:
    note = document(LATIN)
    assert findings_text(shown(note, findings=[])) == "no findings in 1 document"
    findings = [finding((note, "met")), finding((note, "Basra"), severity="note"), finding()]
    text = findings_text(shown(note, findings=findings))
    assert text.splitlines()[-1] == "2 errors, 1 note in 1 document"
    assert "the record: error OFF101" in text


def test_where_the_file_is_no_text_the_paragraph_is_the_place() -> None:
    note = dataclasses.replace(document(LATIN), name="page.html")
    some = shown(note, findings=[finding((note, "Basra"))], verbatim=frozenset())
    assert findings_text(some).startswith("page.html:¶2: error OFF101")
    (result,) = json.loads(findings_sarif(some))["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"].endswith("¶2")
    assert "line=" not in findings_github(some)


def test_json_has_places_rows_and_waivers() -> None:
    note = document(LATIN)
    waiver = Waiver("OFF101", "Basra", None, "Seen.", "w.toml", 1)
    some = shown(
        note,
        findings=[finding((note, "the envoys"))],
        waived=[(finding((note, "Basra")), waiver)],
        unused_waivers=[waiver],
    )
    out = json.loads(findings_json(some))
    (one,) = out["findings"]
    assert (one["code"], one["name"], one["severity"]) == ("OFF101", "office-not-held", "error")
    (witness,) = one["witnesses"]
    assert witness["text"] == note.text[witness["start"] : witness["end"]] == "the envoys"
    assert (witness["line"], witness["column"], witness["end_column"]) == (2, 12, 22)
    assert out["waived"][0]["waived_because"] == "Seen."
    assert out["unused_waivers"] == ["w.toml: waiver 1 (OFF101 'Basra')"]
    assert out["counts"] == {"error": 1, "warning": 0, "note": 0}


def test_annotations_escape_what_would_end_them() -> None:
    note = document(LATIN)
    found = finding((note, "envoys"), message="50% of\nit: a, b.", reason="", facts=())
    some = shown(note, findings=[found], paths={note.id: "a,b:c.txt"})
    assert findings_github(some) == (
        "::error title=OFF101 office-not-held,file=a%2Cb%3Ac.txt,line=2,endLine=2,col=16,"
        "endColumn=22::50%25 of%0Ait: a, b."
    )


REQUIRED = {
    "log": {"version", "runs"},
    "run": {"tool"},
    "rule": {"id"},
    "result": {"message"},
}


def test_sarif_has_what_the_standard_requires() -> None:
    one, two = document(LATIN), document("Nobody met in Basra.", "sub folder/ü.txt")
    waiver = Waiver("OFF101", "Basra", None, "Seen.", "w.toml", 1)
    some = shown(
        one,
        two,
        findings=[finding((one, "the envoys"), (two, "Basra")), finding(severity="note")],
        waived=[(finding((two, "Basra")), waiver)],
        paths={two.id: "sub folder/ü.txt"},
    )
    log = json.loads(findings_sarif(some))
    assert log["version"] == "2.1.0"
    assert REQUIRED["log"] <= set(log)
    (run,) = log["runs"]
    assert REQUIRED["run"] <= set(run)
    driver = run["tool"]["driver"]
    assert driver["name"] == "detente"
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    ids = [r["id"] for r in driver["rules"]]
    assert len(ids) == len(set(ids)) == len(checks())
    for rule in driver["rules"]:
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
    assert [a["location"]["uri"] for a in run["artifacts"]] == [
        "note.txt",
        "sub%20folder/%C3%BC.txt",
    ]
    assert len(run["results"]) == 3
    for result in run["results"]:
        assert REQUIRED["result"] <= set(result)
        assert ids[result["ruleIndex"]] == result["ruleId"]
        for location in [*result["locations"], *result.get("relatedLocations", [])]:
            physical = location["physicalLocation"]
            index = physical["artifactLocation"]["index"]
            assert run["artifacts"][index]["location"]["uri"] == physical["artifactLocation"]["uri"]
            region = physical["region"]
            assert region["startLine"] >= 1
            assert region["startColumn"] >= 1
            assert region["endColumn"] > region["startColumn"]
    assert run["results"][0]["relatedLocations"][0]["message"]["text"] == "Basra"
    assert run["results"][1]["locations"] == []
    (suppression,) = run["results"][2]["suppressions"]
    assert suppression["kind"] in ("inSource", "external")
    assert suppression["justification"] == "Seen."


def test_a_fingerprint_stays_when_the_words_move() -> None:
    one, two = document(LATIN), document(f"A line before.\n{LATIN}")
    prints = [
        json.loads(findings_sarif(shown(d, findings=[finding((d, "the envoys"))])))["runs"][0][
            "results"
        ][0]["partialFingerprints"]
        for d in (one, two)
    ]
    assert prints[0] == prints[1]
