"""The language of cues, the lexicon of topics, and what they find."""

from __future__ import annotations

import time

import pytest

from detente.case.draft.cues import CueBook, words_of
from detente.case.draft.topics import TopicsOfText, topics
from tests.time_use import grows_within


def found(text: str) -> set[str]:
    return {h.topic for h in TopicsOfText(text).within(0, len(text)) if not h.faint}


@pytest.mark.parametrize(
    ("cue", "text", "there"),
    [
        ("cease fire", "a Cease-Fire held", True),
        ("ceasefire*", "ceasefires", True),
        ("lift* .. sanctions", "lifting most of the sanctions", True),
        ("lift* .. sanctions", "lifting all of the many hard sanctions", False),
        ("lift* .. sanctions", "they lift boxes; sanctions stay", False),
        ("border/frontier closed", "the frontier closed", True),
        ("border/frontier closed", "the border is closed", False),
    ],
)
def test_a_cue_matches_words_in_a_row_with_gaps(cue: str, text: str, there: bool) -> None:
    assert bool(CueBook({"it": [cue]}).find_in(text)) is there


def test_of_one_key_at_one_place_the_longest_hit_counts() -> None:
    hits = CueBook({"it": ["free", "free trade", "free trade area"]}).find_in("free trade areas")
    assert [(h.start, h.end) for h in hits] == [(0, 10)]


def test_an_empty_cue_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        CueBook({"it": [" "]})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They called for a truce.", {"ceasefire"}),
        ("Both armies must pull back from the ridge.", {"withdrawal"}),
        ("She asked for security guarantees.", {"security-guarantees"}),
        ("He offered neutrality.", {"alliance"}),
        ("The embargo on copper was lifted.", {"sanctions"}),
        ("The frozen state assets stay where they are.", {"frozen-assets"}),
        ("Who pays for the reconstruction?", {"reconstruction"}),
        ("War reparations were refused.", {"reparations"}),
        ("They cut import duties.", {"trade"}),
        ("New export controls on chips", {"technology-controls"}),
        ("uranium enrichment", {"nuclear"}),
        ("a prisoner exchange", {"prisoners"}),
        ("the return of refugees", {"refugees"}),
        ("free and fair elections", {"government"}),
        ("a power-sharing cabinet", {"constitution"}),
        ("the rights of minorities", {"minority-rights"}),
        ("a war crimes tribunal", {"accountability"}),
        ("United Nations peacekeepers", {"monitoring"}),
        ("a buffer zone", {"demilitarised-zones"}),
        ("the use of a neutral venue", {"mediation"}),
        ("the sharing of dam water", {"water"}),
        ("freedom of navigation", {"maritime-passage"}),
        ("the flow of fentanyl", {"narcotics"}),
        ("irregular migration", {"migration"}),
        ("a cut of greenhouse gases", {"climate"}),
        ("debt relief", {"debt"}),
        ("joint naval exercises", {"military-exercises"}),
        ("two air bases", {"foreign-bases"}),
        ("a humanitarian corridor", {"humanitarian-access"}),
        ("the arms embargo", {"arms-deliveries"}),
        # What only sounds like a topic is none.
        ("She will withdraw from the agreement.", set()),
        ("The trade unions met.", set()),
        ("It is uncharted territory.", set()),
        ("Carbon neutrality by 2040", {"climate"}),
        ("A peaceful settlement of the case", {"non-use-of-force"}),
        ("Public relations and a lot of energy", set()),
    ],
)
def test_topics_of_a_sentence(text: str, expected: set[str]) -> None:
    assert found(text) == expected


def test_every_topic_says_what_the_ends_of_its_scale_mean() -> None:
    assert len(topics()) >= 50
    for topic in topics().values():
        assert topic.name
        assert topic.low
        assert topic.high
        assert topic.low != topic.high
        assert topic.cues
        ids = [option.id for option in topic.options]
        assert len(set(ids)) == len(ids)
        assert all(0 <= option.at <= 100 and option.cues for option in topic.options)


def test_options_belong_to_topics_of_the_table() -> None:
    from pathlib import Path

    import detente.case.draft.topics as lexicon

    rows = Path(lexicon.__file__).with_name("options.csv").read_text("utf-8").splitlines()[1:]
    assert {row.split(",")[0] for row in rows} <= set(topics())
    assert sum(len(t.options) for t in topics().values()) == len(rows)


@pytest.mark.parametrize("unit", ["end ", "lift all of the ", "withdraw from ", "a-", "…\n"])
def test_finding_topics_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        begin = time.thread_time()
        TopicsOfText(unit * (size // len(unit)))
        return time.thread_time() - begin

    # Twelve times the text: quadratic growth would take 144 times as long.
    assert grows_within(seconds, 20_000, 240_000, 40, least=0.001)


def test_clauses_are_counted_across_ends_of_sentences() -> None:
    assert [w.clause for w in words_of("One, two. Three; four")] == [0, 0, 1, 2]
    assert words_of("") == []
