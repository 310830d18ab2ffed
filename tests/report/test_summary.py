from __future__ import annotations

from detente.analyses.base import Table
from detente.report.answers import PARTS, Answer, CannotAnswer
from detente.report.summary import MOST_WORDS, first_sentence, summary
from tests.report.test_case_briefing import analysis

NUMBERS = {part: number for number, part in enumerate(PARTS, 4)}


def said(*answers: Answer, drafted: bool = False) -> str:
    made = summary(answers, NUMBERS, drafted=drafted, asked=True)
    return "" if made is None else " ".join(str(made.striptags()).split())


def test_a_clause_is_the_answer_s_own_first_sentence_with_its_section() -> None:
    assert said(Answer("packages", analysis())) == "In short: 2 of 9 packages stand. Section 5."


def test_what_is_not_answered_is_named() -> None:
    text = said(Answer("packages", analysis()), Answer("levers", CannotAnswer("levers", "Add.")))
    assert text.endswith("Not answered: levers.")
    alone = said(*(Answer(part, CannotAnswer(part, "Add.")) for part in ("blocks", "levers")))
    assert alone == "In short: No question can be answered yet: blocks, levers."


def test_drafted_inputs_are_said_to_be_drafted() -> None:
    text = said(Answer("packages", analysis()), drafted=True)
    assert text.startswith("If the record held:")
    assert "no one has accepted them" in text


def test_it_never_grows_past_its_words_and_never_cuts_a_sentence() -> None:
    long = " ".join(["word"] * 24) + "."
    answers = [Answer(part, analysis(part, answer=f"{part} {long}")) for part in PARTS]
    text = said(*answers, drafted=True)
    assert 60 < len(text.split()) <= MOST_WORDS
    assert text.count(long) == text.count("Section")
    assert first_sentence(" ".join(["word"] * 31) + ". Short.") == ""


def test_counts_come_from_the_tables() -> None:
    states = Table("equilibria", "E", ("state", "status quo"), (("a", True), ("b", False)))
    paths = Table("paths", "P", ("to", "losing steps"), (("a", 0), ("b", 2), ("b", 1)))
    text = said(
        Answer("stability", analysis("stability", tables=(states,))),
        Answer("stability", analysis("path", tables=(paths,))),
    )
    assert "Two states hold for every party in some sense; the present is one of them." in text
    assert (
        "Of the lasting states one can be reached by steps that each mover gains from, one only if "
        "someone loses by a step." in text
    )


def test_blocks_are_counted_only_where_all_were_found() -> None:
    sets = Table("blocking", "B", ("set",), (("1",), ("2",)))
    ways = Table("relaxing", "R", ("set",), (("1",),), left_out=2)
    whole = analysis("blocks", tables=(ways, sets))
    assert "Two smallest sets of red lines leave no package; three least changes each open" in said(
        Answer("blocks", whole)
    )
    part = analysis("blocks", tables=(ways, sets), complete=False)
    assert "2 of 9 packages stand." in said(Answer("blocks", part))


def test_pressure_tells_the_least_and_the_greatest_place() -> None:
    rows = (("Tolls", 61.04), ("Strait", 7.5), ("Boats", 40.0), ("Fish", None))
    found = analysis("pressure", tables=(Table("settlement", "S", ("issue", "settlement"), rows),))
    assert (
        "By weight positions balance at 7.5 of 100 on “Strait”, at 61.04 on “Tolls”, between on "
        "the others." in said(Answer("pressure", found))
    )


def test_one_party_alone_is_no_balance() -> None:
    columns = ("issue", "settlement", "parties")
    alone = Table("settlement", "S", columns, (("Tolls", 80.0, 1),))
    text = said(Answer("pressure", analysis("pressure", tables=(alone,))))
    assert "On “Tolls” only one party has a place: nothing to weigh." in text
    assert "80" not in text
    rows = (("Tolls", 80.0, 1), ("Boats", 40.0, 3))
    some = Table("settlement", "S", columns, rows)
    text = said(Answer("pressure", analysis("pressure", tables=(some,))))
    assert "By weight positions balance at 40 of 100 on “Boats”." in text
