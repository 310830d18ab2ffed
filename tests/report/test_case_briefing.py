"""The briefing of a case: every part is there, in order, escaped, and says what it rests on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from detente.analyses.base import Analysis, Figure, Reason, Table
from detente.case.case import Case
from detente.report.answers import PARTS, Answer, CannotAnswer
from detente.report.briefing import write_briefing
from detente.report.case_briefing import write_case_briefing
from tests.report import briefed_cases, briefing_ledgers
from tests.report.page_reader import Node, read_page

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 20 10" width="20" '
    'style="max-width:100%" aria-labelledby="t1"><title id="t1">T</title>'
    '<rect class="bar" width="5" height="5" fill="#0072b2" onclick="x()"/></svg>'
)


def analysis(question: str = "packages", **more: object) -> Analysis:
    """An answer of the simplest form with one of everything."""
    table = Table("gains", "Gains", ("package", "Lowmark"), (("open, some", 4.5), ("shut", -2.25)))
    given: dict[str, object] = {
        "question": question,
        "method": "by-hand",
        "source": "Nobody 1999",
        "parameters": {"most": 7, "seed": 3},
        "case_title": "T",
        "case_sha256": "ab" * 32,
        "answer": "2 of 9 packages stand. The rest is long.",
        "tables": (table,),
        "reasons": (Reason("Because of 1 line.", ("red_lines[0]", "parties[1].alternative")),),
        "warnings": ("mind 3 things",),
        "figures": (Figure("bars", "Bars", "Two bars.", SVG, "gains"),),
    }
    return Analysis(**(given | more))  # type: ignore[arg-type]


def page_of(case: Case, *answers: Answer) -> Node:
    return read_page(write_case_briefing(case, answers=answers, name="c.yaml"))


def every_part() -> list[Answer]:
    return [Answer(part, CannotAnswer(part, f"Add what {part} needs.")) for part in PARTS]


def test_a_part_without_an_answer_stays_and_says_why() -> None:
    page = page_of(briefed_cases.harbour(), *every_part())
    ids = [s.attributes["id"] for s in page.all("section")]
    assert ids == ["findings", "questions", "positions", *PARTS, "method", "evidence"]
    for part in PARTS:
        words = " ".join(page.one(part).text().split())
        assert "not answered" in words
        assert f"Add what {part} needs." in words


def test_questions_come_before_answers_and_lead_to_what_they_are_about() -> None:
    page = page_of(briefed_cases.harbour(), *every_part())
    items = page.one("questions").all("li")
    assert [li.all("a")[0].attributes["href"] for li in items] == ["#case-levers-0", "#positions"]
    assert "1 answered already" in page.one("questions").text()


@pytest.mark.parametrize(
    "case", [briefed_cases.harbour, briefed_cases.hostile, briefed_cases.empty]
)
def test_ids_are_unique_links_arrive_and_nothing_loads(case: object) -> None:
    answers = [
        Answer("packages", analysis()),
        *(Answer("stability", analysis(question)) for question in ("stability", "path", "path")),
    ]
    page = page_of(case(), *answers)  # type: ignore[operator]
    ids = [n.attributes["id"] for n in page.walk() if "id" in n.attributes]
    assert len(ids) == len(set(ids))
    hrefs = [n.attributes["href"] for n in page.walk() if "href" in n.attributes]
    assert [h for h in hrefs if not h.startswith("#") or h[1:] not in ids] == []
    labels = [i for n in page.walk() for i in n.attributes.get("aria-labelledby", "").split()]
    assert [i for i in labels if i not in ids] == []
    assert page.all("script") == []
    policy = next(m for m in page.all("meta") if "http-equiv" in m.attributes)
    assert "script-src 'none'" in policy.attributes["content"]
    for node in page.walk():
        assert node.tag != "img"
        assert not any(name.startswith("on") or name == "style" for name in node.attributes)


def test_headings_captions_and_scopes_are_in_order() -> None:
    page = page_of(briefed_cases.harbour(), Answer("stability", analysis("stability")),
                   Answer("stability", analysis("path")))  # fmt: skip
    levels = [int(n.tag[1]) for n in page.walk() if re.fullmatch("h[1-6]", n.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in page.all("table"):
        assert len(table.all("caption")) == 1
        assert table.all("caption")[0].text().strip()
        assert all(h.attributes.get("scope") in ("col", "row") for h in table.all("th"))
    for svg in page.all("svg"):
        drawn = svg.attributes.get("role") in ("img", "group")
        assert (drawn and svg.all("title")) or svg.attributes.get("aria-hidden") == "true"


def test_a_result_shows_its_parts_and_leads_to_the_case() -> None:
    page = page_of(briefed_cases.harbour(), Answer("packages", analysis()))
    section = page.one("packages")
    gains = page.one("t-packages-gains")
    assert [td.text() for td in gains.all("td")] == ["+4.5", "\u22122.25"]
    assert gains.all("th")[1].all("a")[0].attributes["href"] == "#case-parties-0"
    figure = section.all("figure")[0]
    assert figure.all("a")[0].attributes["href"] == "#t-packages-gains"
    assert not any("class" in n.attributes for n in figure.all("rect"))
    reason = next(li for li in section.all("li") if "Because" in li.text())
    assert [a.attributes["href"] for a in reason.all("a")] == ["#case-red_lines-0",
                                                              "#case-parties-1"]  # fmt: skip
    assert "mind 3 things" in section.text()
    assert "most 7, seed 3" in page.one("made-packages").text()


def test_ranges_are_shown_as_ranges_and_entries_lead_to_their_sources() -> None:
    page = page_of(briefed_cases.harbour())
    row = page.one("case-positions-0")
    assert "70 to 100, likeliest 90" in row.text()
    links = [a.attributes["href"] for a in row.all("a")]
    assert links == ["#case-evidence-0", "#case-evidence-1"]
    memo = page.one("case-evidence-0")
    assert "5 crowns a ship" in memo.text()
    assert "B2" in memo.text()
    assert "#case-positions-0" in [a.attributes["href"] for a in memo.all("a")]
    assert "entered by hand, no evidence" in page.one("case-positions-2").text()
    assert "50, give or take 5" in page.one("case-positions-2").text()


def test_what_no_one_accepted_is_marked_row_by_row_and_along_the_answers() -> None:
    page = page_of(briefed_cases.harbour(), Answer("packages", analysis()))
    drafted = [tr.attributes["id"] for tr in page.all("tr", "draft")]
    assert drafted == ["case-positions-3"]
    assert "margin" in page.one("packages").classes
    assert "draft: 1 entry not accepted" in page.all("header")[0].text()
    done = briefed_cases.harbour(positions=[])
    page = page_of(done, Answer("packages", analysis()))
    assert "margin" not in page.one("packages").classes
    assert page.all("tr", "draft") == []
    assert "no entry waits for acceptance" in page.all("header")[0].text()


def test_words_of_a_case_stay_words() -> None:
    html = write_case_briefing(briefed_cases.hostile(), answers=[Answer("blocks", analysis())])
    assert "<img" not in html
    page = read_page(html)
    assert briefed_cases.HOSTILE in page.one("case-parties-0").text()
    assert "\u202e" not in page.all("title")[0].text()


def test_a_drafted_case_cites_the_words_of_its_document() -> None:
    from detente.case.draft.draft import draft_case

    ledger = briefing_ledgers.ferry()
    case = draft_case(ledger)
    page = read_page(write_briefing(ledger, findings=[], case=case, answers=every_part()))
    ids = [s.attributes["id"] for s in page.all("section")]
    assert ids[-11:] == ["figures", "statements", "questions", "positions", *PARTS, "method"]
    cited = [a for td in page.all("td", "rests") for a in td.all("a", "w")]
    assert cited
    text = ledger.documents[0].text
    quoted = {c.quote for c in case.evidence}
    for link in cited:
        assert text[int(link.attributes["data-s"]) : int(link.attributes["data-e"])] in quoted
    assert {tr.attributes["id"] for tr in page.all("tr", "draft")} >= {"case-parties-0"}


def test_the_same_case_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "from tests.report import briefed_cases as b; from detente.answering import answers_of;"
        "from detente.report.case_briefing import write_case_briefing as w;"
        "c = b.harbour(); print(ascii(w(c, answers=answers_of(c))))"
    )
    pages = set()
    root = str(Path(__file__).parents[2])
    for seed in ("0", "1"):
        env = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join([root, *sys.path]),
        }
        out = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
        pages.add(out.stdout)
    assert len(pages) == 1
