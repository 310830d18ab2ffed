from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.evidence.items import Term, TermKind
from detente.evidence.reading import Reading
from detente.evidence.tagging.resolving import Meant
from detente.evidence.tagging.tagged_terms import KINDS, tagged_terms
from detente.types import Span
from tests.evidence.negotiators import reading
from tests.evidence.tagging.hand_marked import Hand

PLAIN = "Aravia wants Boria to leave the two harbours at once."
CLAUSE = "wants Boria to leave the two harbours"
SPEECH = "Remarks by Liv Oyen\nI thank you. We met Aravia. We hope. Leave the harbours, Boria."


def found(hand: Hand, known: Sequence[Span] = (), least: float = 0.4) -> list[Term]:
    return list(tagged_terms(hand.marked(), Meant(hand.reading), least, known))


def plain(kind: TermKind = "demand", share: float = 0.9) -> Hand:
    return Hand(reading(PLAIN)).term(
        CLAUSE, kind, by={"Aravia": 0.9}, to={"Boria": 0.8}, share=share
    )


def test_a_clause_becomes_one_term() -> None:
    hand = plain()
    start = PLAIN.index(CLAUSE)
    assert found(hand) == [
        Term(
            id="",
            document=hand.reading.document.id,
            kind="demand",
            by="state:ARA",
            to="state:BOR",
            gist=CLAUSE,
            status="narrated",
            reporter=None,
            span=Span(start, start + len(CLAUSE), CLAUSE),
            rule="tagger.term",
            confidence="medium",
        )
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_keeps_its_name(kind: TermKind) -> None:
    (term,) = found(plain(kind))
    assert term.kind == kind


@pytest.mark.parametrize(("share", "expected"), [(0.79, "low"), (0.8, "medium"), (1.0, "medium")])
def test_how_sure(share: float, expected: str) -> None:
    (term,) = found(plain(share=share))
    assert term.confidence == expected


def shared(words: int, of: int, known: int) -> int:
    """How many terms of ``of`` letters stay beside a known one that shares so many letters."""
    text = "a" * 100 + "b" * 0
    made = reading("Aravia " + text[:of] + " " + "c" * 100 + ".")
    hand = Hand(made).term("a" * of, "demand")
    start = made.text.index("a" * of) + of - words
    return len(found(hand, [Span.of(made.text, start, start + known)]))


def test_a_term_that_a_rule_has_is_left_out() -> None:
    # Common letters count against the shorter of the two: 0.3 of it may be shared.
    assert [shared(n, of=10, known=40) for n in (1, 2, 3, 4, 10)] == [1, 1, 1, 0, 0]
    assert [shared(n, of=40, known=10) for n in (1, 2, 3, 4, 10)] == [1, 1, 1, 0, 0]


def test_only_the_known_place_counts() -> None:
    hand = plain()
    text = PLAIN
    assert found(hand, [Span.of(text, 0, 6)])
    assert found(hand, [Span.of(text, 0, 6), Span.of(text, 0, len(text))]) == []


@pytest.mark.parametrize(
    ("by", "to", "expected"),
    [
        ({"Aravia": 0.4}, {}, ("state:ARA", None)),
        ({"Aravia": 0.39}, {}, (None, None)),
        ({"Aravia": 0.5, "Boria": 0.6}, {}, ("state:BOR", None)),
        ({"Boria": 0.6}, {"Aravia": 0.7}, ("state:BOR", "state:ARA")),
        ({}, {"Aravia": 0.7}, (None, "state:ARA")),
        # Nobody demands of himself.
        ({"Aravia": 0.5}, {"Aravia": 0.45}, ("state:ARA", None)),
        # Nothing says who "they" are: the next likely one.
        ({"they": 0.9, "Aravia": 0.45}, {}, ("state:ARA", None)),
        ({"they": 0.9, "Aravia": 0.35}, {}, (None, None)),
    ],
)
def test_by_and_to(
    by: dict[str, float], to: dict[str, float], expected: tuple[str | None, str | None]
) -> None:
    made = reading("Aravia wants Boria to leave, they said.")
    (term,) = found(Hand(made).term("wants Boria to leave", "demand", by=by, to=to))
    assert (term.by, term.to) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("“We want the harbours,” Keld said.", "want the harbours", "per:keld"),
        (
            "Joint Statement of Aravia and Boria\nWe want the harbours.",
            "want the harbours",
            "state:ARA",
        ),
        (
            "Joint Statement of Aravia and Boria\nIt is late. “We want the harbours,” Keld said.",
            "want the harbours",
            "per:keld",
        ),
    ],
)
def test_we_is_who_speaks(text: str, words: str, expected: str) -> None:
    (term,) = found(Hand(reading(text)).term(words, "demand", by={"We": 0.9}))
    assert term.by == expected


def test_the_voice_is_who_speaks_where_the_term_stands() -> None:
    (term,) = found(
        Hand(reading(SPEECH)).term("Leave the harbours", "demand", by={"voice": 0.9})
    )  # fmt: skip
    assert (term.by, term.reporter, term.status) == ("per:oyen", None, "stated")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_said_without_a_name_is_the_speakers_but_for_what_is_nobodys(
    kind: TermKind,
) -> None:
    (term,) = found(Hand(reading(SPEECH)).term("Leave the harbours", kind))
    if kind in ("obstacle", "procedural", "possible_outcome"):
        assert (term.by, term.reporter) == (None, "per:oyen")
    else:
        assert (term.by, term.reporter) == ("per:oyen", None)


def test_whom_a_speaker_asks_himself_is_left_open() -> None:
    (term,) = found(Hand(reading(SPEECH)).term("Leave the harbours", "demand", to={"voice": 0.9}))
    assert (term.by, term.to) == ("per:oyen", None)


def test_what_is_reported_has_a_reporter() -> None:
    made = reading("Keld said that Aravia wants the harbours.")
    hand = Hand(made).term("wants the harbours", "demand", by={"Aravia": 0.9})
    (term,) = found(hand)
    assert (term.by, term.reporter, term.status) == ("state:ARA", "per:keld", "reported")
    # Unnamed, it is not the reporter's: he only tells of it.
    (term,) = found(Hand(made).term("wants the harbours", "demand"))
    assert (term.by, term.reporter) == (None, "per:keld")


def test_a_forecast_is_projected() -> None:
    made = reading("Keld expects that Aravia will leave the harbours.")
    (term,) = found(Hand(made).term("will leave the harbours", "concession"))
    assert term.status == "projected"


def test_a_run_over_two_sentences_keeps_to_its_first() -> None:
    made = reading("Aravia wants the harbours. Boria left.")
    (term,) = found(Hand(made).term("wants the harbours. Boria left", "demand"))
    assert term.span.text == "wants the harbours."


def test_a_closing_mark_alone_is_no_part_of_the_words() -> None:
    made = reading("“Boria must leave the harbours,” Keld said.")
    (term,) = found(Hand(made).term("must leave the harbours,”", "demand"))
    assert term.span.text == "must leave the harbours"


def test_many_terms_of_one_window_come_in_order() -> None:
    hand = plain()
    hand.term("at once", "threat")
    assert [(t.kind, t.span.text) for t in found(hand)] == [
        ("demand", CLAUSE),
        ("threat", "at once"),
    ]


def roles(made: Reading, shares: Sequence[float]) -> Hand:
    names = ("Aravia", "Boria", "they", "voice")
    by, to = shares[:4], shares[4:]
    return Hand(made).term(
        "wants Boria to leave",
        "demand",
        by=dict(zip(names, by, strict=True)),
        to=dict(zip(names, to, strict=True)),
    )


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.floats(0, 0.5, width=32), min_size=8, max_size=8),
    st.floats(0.01, 1),
    st.floats(0.01, 1),
)
def test_a_higher_limit_adds_nobody(shares: list[float], one: float, other: float) -> None:
    hand = roles(reading("They left as Aravia wants Boria to leave."), shares)
    (low,), (high,) = (found(hand, least=x) for x in sorted((one, other)))
    assert high.by in (low.by, None)
    # Whoever the lower limit takes for both roles is kept as ``by`` alone.
    assert high.to in (low.to, None) or low.to is None
    assert dataclasses.replace(high, by=low.by, to=low.to) == low
