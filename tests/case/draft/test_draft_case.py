"""A draft as a whole: evidence for every field, the same bytes each time, and the sample."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.draft.draft import draft_case
from detente.case.draft.topics import topics
from detente.case.draft.writing import draft_yaml, summary
from detente.case.entry import Entry, Part
from detente.case.load import read_case
from detente.evidence.ledger import Ledger
from tests.case.draft.draft_texts import BOTH_ENDS, RIVER, TEXTS, TRADE, ledger_of

# Words with which negotiations are reported, to be thrown together at random.
PIECES = (
    "Kenya demanded the full withdrawal of Ugandan troops.",
    "Uganda rejected the demand.",
    '"We will never accept neutrality," Kenyan President Amina Otieno said.',
    "Uganda attacked Kenya in May.",
    "Norway offered to mediate between Kenya and Uganda.",
    "France gave Kenya $300 million in aid.",
    "Uganda threatened to close the border.",
    "Kenya may demand that sanctions be lifted, analysts said.",
    "The Kenya-Uganda talks in Oslo failed in 2019.",
    "If the talks fail, Uganda will go to court, Foreign Minister Peter Okello said.",
    "Kenya fears a long war in the north.",
    "The treaty must be ratified by the Senate of Kenya.",
    "Germany welcomed the truce but asked for monitors.",
    "68% of Kenyans oppose the deal, a poll by Afrobarometer showed.",
    "Rain fell.",
)


def entries(value: object) -> Iterator[Entry]:
    """Every entry of a case, however deep."""
    if isinstance(value, Entry):
        yield value
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from entries(getattr(value, name))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from entries(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from entries(inner)


def assert_rests_on_words(case: Case, ledger: Ledger) -> None:
    cited = {c.id: c for c in case.evidence}
    texts = {d.text_sha256: d.text for d in ledger.documents}
    items = {item.id for item in ledger.items()}
    for citation in case.evidence:
        assert citation.kind == "document"
        assert citation.document is not None
        assert texts[citation.document][citation.start : citation.end] == citation.quote
        assert citation.item is None or citation.item in items
    used: set[str] = set()
    for entry in entries(case):
        assert entry.draft
        assert entry.confidence is not None
        assert entry.evidence
        assert set(entry.evidence) <= set(cited)
        used |= set(entry.evidence)
    assert used == set(cited), "nothing is cited that no entry rests on"


def assert_holds_together(case: Case) -> None:
    """Ids that entries refer to are there, and questions are few and told once."""
    case.tables()
    parties = {p.id for p in case.parties}
    issues = {i.id for i in case.issues}
    assert len(parties) == len(case.parties)
    assert {p.party for p in case.positions} <= parties
    assert {p.issue for p in case.positions} <= issues
    assert {x.party for x in case.moves} | {x.party for x in case.red_lines} <= parties
    assert issues <= set(topics())
    ids = [x.id for x in (*case.moves, *case.red_lines, *case.levers)]
    assert len(ids) == len(set(ids))
    texts = [q.text for q in case.questions]
    assert len(texts) == len(set(texts)) <= 40


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_field_rests_on_words_of_the_document(name: str) -> None:
    ledger = ledger_of(TEXTS[name])
    case = draft_case(ledger)
    assert_rests_on_words(case, ledger)
    assert_holds_together(case)
    assert read_case(draft_yaml(case), name) == case


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), min_size=1, max_size=3))
def test_every_field_rests_on_words_whatever_is_told(told: list[list[str]]) -> None:
    ledger = ledger_of(*dict.fromkeys(" ".join(sentences) + "\n" for sentences in told))
    case = draft_case(ledger)
    assert_rests_on_words(case, ledger)
    assert_holds_together(case)
    assert read_case(draft_yaml(case), "told") == case


def test_several_documents_make_one_case() -> None:
    ledger = ledger_of(RIVER, TRADE)
    case = draft_case(ledger)
    assert {c.document for c in case.evidence} == {d.text_sha256 for d in ledger.documents}
    assert {p.id for p in case.parties} >= {"TCD", "NER"}
    assert_rests_on_words(case, ledger)


def test_a_title_can_be_given() -> None:
    ledger = ledger_of(RIVER)
    assert draft_case(ledger, title="The river").title == "The river"
    assert draft_case(ledger).title == "Norway offers to host talks on the river war"


def test_the_same_ledger_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    call = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from draft_texts import *; from detente.case.draft.draft import draft_case;"
        "from detente.case.draft.writing import draft_yaml;"
        "sys.stdout.buffer.write(draft_yaml(draft_case(ledger_of(RIVER, BOTH_ENDS))).encode())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", call, str(Path(__file__).parent)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(made) == 1
    assert draft_yaml(draft_case(ledger_of(RIVER, BOTH_ENDS))).encode() in made


def test_the_file_says_that_it_is_a_draft_and_questions_come_before_the_evidence() -> None:
    text = draft_yaml(draft_case(ledger_of(RIVER)))
    assert text.index("\nquestions:") < text.index("\nevidence:")
    for section in ("parties", "issues", "positions", "red_lines", "levers", "moves"):
        before = text[: text.index(f"\n{section}:")]
        assert "# DRAFT." in before.rsplit("\n\n", 1)[-1]


def test_the_summary_counts_the_sections() -> None:
    lines = summary(draft_case(ledger_of(RIVER)))
    assert lines[0] == "parties: 5 (2 party, 1 mediator, 2 sponsor)"
    assert [line.partition(":")[0] for line in lines] == [
        "parties",
        "issues",
        "positions",
        "red lines",
        "levers",
        "moves",
        "questions",
    ]


# Read in the sample by a person before any draft of it was seen: what is asked for, offered,
# or held up there as something to settle.
SAMPLE_TOPICS = {
    "ceasefire",
    "territory",
    "withdrawal",
    "alliance",
    "sanctions",
    "frozen-assets",
    "mediation",
    "reconstruction",
    "trade",
    "technology-controls",
    "humanitarian-access",
    "arms-control",
}


def test_the_draft_of_the_sample_finds_the_topics_a_careful_reader_lists(shared: Path) -> None:
    ledger = ledger_of((shared / "seed/article.txt").read_text(encoding="utf-8"))
    case = draft_case(ledger)
    assert len(SAMPLE_TOPICS) == 12
    assert len(SAMPLE_TOPICS & {i.id for i in case.issues}) >= 10
    assert_rests_on_words(case, ledger)
    assert_holds_together(case)
    roles = {p.id: p.role for p in case.parties}
    assert {roles["RUS"], roles["UKR"]} == {"party"}
    assert {roles["USA"], roles["CHN"]} == {"mediator"}
    asked = [q.text for q in case.questions]
    assert any("No alternative to agreement" in q for q in asked)
    assert any("Who would concede" in q for q in asked)
    assert any("permanent seat" in q for q in asked)


def test_issues_are_ranked_and_bounded() -> None:
    text = BOTH_ENDS + " ".join(
        f"Kenya demanded {topic.name.lower()}, {topic.cues[0].replace('*', '').replace('..', '')}."
        for topic in topics().values()
    )
    assert len(draft_case(ledger_of(text)).issues) <= 16
