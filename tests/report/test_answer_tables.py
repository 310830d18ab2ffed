"""Tables of answers on the page: names instead of ids and paths, and no wall of tables."""

from __future__ import annotations

from detente.analyses.base import Table
from detente.report.answers import Answer
from tests.report import briefed_cases
from tests.report.page_reader import Node
from tests.report.test_case_briefing import analysis, page_of

DRAWN = Table(
    "numbers",
    "What was drawn",
    ("number", "path", "drawn from"),
    (("Lowmark's place", "positions[0].at", "20 to 60"),),
)


def hrefs(node: Node) -> list[str]:
    return [n.attributes["href"] for n in node.walk() if "href" in n.attributes]


def test_a_number_leads_to_its_entry_and_its_path_is_not_shown() -> None:
    found = analysis("probability of blocks", tables=(DRAWN,), figures=())
    table = page_of(briefed_cases.harbour(), Answer("probability", found)).one(
        "t-probability-numbers"
    )
    assert "positions[" not in table.text()
    row = table.all("tr")[1]
    assert hrefs(row) == ["#case-positions-0"]
    assert " ".join(row.text().split()) == "Lowmark's place20 to 60"


def test_parties_are_shown_by_name_and_packages_lead_to_their_options() -> None:
    case = briefed_cases.harbour()
    ids = [party.id for party in case.parties[:2]]
    table = Table("paths", "P", ("package", "movers", "n"), (("open", " > ".join(ids), 1),))
    page = page_of(case, Answer("packages", analysis(tables=(table,), figures=())))
    shown = page.one("t-packages-paths")
    for party in case.parties[:2]:
        assert party.name in shown.text()
    assert " > ".join(ids) not in shown.text()
    assert "#case-issues" in hrefs(shown.all("caption")[0])
    issue = case.issues[0]
    assert all(option.id in page.one("case-issues-0").text() for option in issue.options)


def test_from_the_fifth_table_on_they_fold_but_print() -> None:
    tables = tuple(Table(f"t{n}", f"T{n}", ("a", "n"), (("x", n),)) for n in range(6))
    page = page_of(briefed_cases.harbour(), Answer("packages", analysis(tables=tables, figures=())))
    folded = page.one("packages").all("details")
    assert [
        "id" in t.attributes and t.attributes["id"] for d in folded for t in d.all("table")
    ] == [
        "t-packages-t4",
        "t-packages-t5",
    ]
    assert all("screen" not in d.classes for d in folded)


def test_a_table_that_several_answers_have_stands_once() -> None:
    # Of the same name, but not the same table: both are shown.
    answers = [
        Answer(
            "probability",
            analysis(
                f"probability of {question}",
                tables=(Table("share", "Shares", ("what", "n"), (("some", n),)), DRAWN),
                figures=(),
            ),
        )
        for n, question in enumerate(("blocks", "levers"))
    ]
    section = page_of(briefed_cases.harbour(), *answers).one("probability")
    titles = [t.attributes["id"] for t in section.all("table")]
    assert titles == ["t-probability-share", "t-probability-numbers", "t-probability-levers-share"]
    again = [p for p in section.all("p") if "the same as above" in p.text()]
    assert [hrefs(p) for p in again] == [["#t-probability-numbers"]]


def test_a_first_column_of_numbers_stands_under_its_head() -> None:
    table = Table("points", "P", ("Lowmark", "n"), ((1.5, 2.5),))
    page = page_of(
        briefed_cases.harbour(), Answer("packages", analysis(tables=(table,), figures=()))
    )
    row = page.one("t-packages-points").all("tr")[1]
    assert row.all("th")[0].classes == ["num"]


def test_bars_of_gains_have_a_size_of_their_own_for_paper() -> None:
    page = page_of(briefed_cases.harbour(), Answer("packages", analysis(figures=())))
    bars = [n for n in page.one("t-packages-gains").walk() if "mini" in n.classes]
    assert bars
    assert all(n.attributes["width"] == "58" and n.attributes["height"] == "8" for n in bars)
