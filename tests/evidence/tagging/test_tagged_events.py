from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.evidence.items import Event, Resolution
from detente.evidence.model import Parse
from detente.evidence.reading import Reading
from detente.evidence.tagging.resolving import Meant
from detente.evidence.tagging.tagged_events import TYPES, EventLook
from detente.types import Span
from tests.evidence import negotiators
from tests.evidence.marked import marked
from tests.evidence.tagging.hand_marked import Hand

PARLEY = "On <Monday> [Peru|PER] and [Chile|CHL] held a parley in [Lima|PER|m|place]."
DAYS = {"Monday": ("2031-05-05", "2031-05-05")}


def parley(text: str = PARLEY, date: dt.date | None = None) -> Reading:
    return marked(text, resolved=DAYS, date=date)


def look(hand: Hand, least: float = 0.4) -> EventLook:
    return EventLook(hand.reading, Meant(hand.reading), least)


def found(hand: Hand, known: Sequence[Event] = (), least: float = 0.4) -> list[Event]:
    return list(look(hand, least).found(hand.marked(), known))


def told(made: Reading, words: str, *participants: str) -> Event:
    """An event as a rule has it."""
    start = made.text.index(words)
    return Event(
        id="e01",
        document=made.document.id,
        trigger_span=made.span(start, start + len(words)),
        type="visit",
        description="by hand",
        time_span=None,
        relative=None,
        resolved=None,
        place=None,
        place_span=None,
        participants=participants,
        status="cancelled",
        rule="events.by_hand",
        confidence="high",
    )


def test_a_marked_word_is_an_event_with_who_where_and_when() -> None:
    hand = Hand(parley()).event(
        "parley",
        "meeting",
        who={"Chile": 0.9, "Peru": 0.5},
        place={"Lima": 0.8},
        time={"Monday": 0.8},
        share=0.85,
    )
    at = hand.reading.text.index
    assert found(hand) == [
        Event(
            id="",
            document=hand.reading.document.id,
            trigger_span=Span(at("parley"), at("parley") + 6, "parley"),
            type="meeting",
            description="parley",
            time_span=Span(3, 9, "Monday"),
            relative="Monday",
            resolved=Resolution("2031-05-05", "2031-05-05", "day"),
            place="Lima",
            place_span=Span(at("Lima"), at("Lima") + 4, "Lima"),
            participants=("state:PER", "state:CHL"),
            status="past",
            rule="tagger.event",
            confidence="medium",
            category=None,
            same_as=None,
        )
    ]


@pytest.mark.parametrize("kind", TYPES)
def test_every_kind_keeps_its_name(kind: str) -> None:
    (event,) = found(Hand(parley()).event("parley", kind, who={"Peru": 0.9}))
    assert event.type == kind


def test_an_event_needs_somebody_a_time_or_a_place() -> None:
    made = parley()
    assert found(Hand(made).event("parley", "meeting")) == []
    assert len(found(Hand(made).event("parley", "meeting", who={"Peru": 0.5}))) == 1
    assert len(found(Hand(made).event("parley", "meeting", time={"Monday": 0.5}))) == 1
    assert len(found(Hand(made).event("parley", "meeting", place={"Lima": 0.5}))) == 1
    assert len(found(Hand(made).event("parley", "meeting", who={"Peru": 0.5}), least=0.5)) == 1
    hand = Hand(made).event(
        "parley", "meeting", who={"Peru": 0.39}, place={"Lima": 0.39}, time={"Monday": 0.39}
    )
    assert found(hand) == []
    # The voice is no place and no time.
    assert found(Hand(made).event("parley", "meeting", place={"voice": 0.9})) == []
    assert found(Hand(made).event("parley", "meeting", time={"voice": 0.9})) == []


def test_only_a_time_expression_is_a_time() -> None:
    (event,) = found(
        Hand(parley()).event("parley", "meeting", who={"Peru": 0.9}, time={"Chile": 0.9})
    )
    assert (event.time_span, event.relative, event.resolved) == (None, None, None)


@pytest.mark.parametrize("words", ["Monday", "$3 billion"])
def test_a_time_or_a_figure_is_no_place(words: str) -> None:
    made = parley("On <Monday> [Peru|PER] held a parley on {$3 billion|3e9|USD}.")
    (event,) = found(
        Hand(made).event("parley", "meeting", who={"Peru": 0.9}, place={words: 0.9})
    )  # fmt: skip
    assert event.place is None


def test_places_times_and_figures_take_no_part() -> None:
    made = parley(
        "On <Monday> [Peru|PER] held a parley on {$3 billion|3e9|USD} in [Rome|ITA|m|place]."
    )
    hand = Hand(made).event(
        "parley", "meeting", who={"Peru": 0.9, "Monday": 0.9, "$3 billion": 0.9, "Rome": 0.9}
    )
    (event,) = found(hand)
    assert event.participants == ("state:PER",)


def test_the_likeliest_time_and_place_count() -> None:
    made = parley(
        "On <Monday>, not on <Tuesday>, [Lima|PER|m|place] or [Rome|ITA|m|place] had a parley."
    )
    hand = Hand(made).event(
        "parley",
        "meeting",
        time={"Monday": 0.5, "Tuesday": 0.6},
        place={"Lima": 0.5, "Rome": 0.45},
    )
    (event,) = found(hand)
    assert (event.relative, event.resolved, event.place) == ("Tuesday", None, "Lima")


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        # Who takes part is the minister himself.
        ("Mira Dano held a parley.", "Mira Dano", ("per:dano",)),
        ("Aravia and Boria left. Both sides held a parley.", "Both sides",
         ("state:ARA", "state:BOR")),
        ("Joint Statement of Aravia and Boria\nWe held a parley.", "We",
         ("state:ARA", "state:BOR")),
        ("It is late. “We held a parley,” Keld said.", "We", ("per:keld",)),
        ("It is late. “The parley is over,” Keld said.", "voice", ("per:keld",)),
    ],
)  # fmt: skip
def test_who_takes_part(text: str, who: str, expected: tuple[str, ...]) -> None:
    hand = Hand(negotiators.reading(text)).event("parley", "meeting", who={who: 0.9})
    assert [e.participants for e in found(hand)] == [expected]


def test_everybody_is_named_once_in_text_order() -> None:
    made = negotiators.reading(
        "Aravia and Boria left. Both sides, Boria and Aravia, held a parley."
    )
    who = {"Boria#2": 0.9, "Both sides": 0.8, "Aravia#2": 0.7}
    (event,) = found(Hand(made).event("parley", "meeting", who=who))
    assert event.participants == ("state:ARA", "state:BOR")


@pytest.mark.parametrize(
    ("text", "happens"),
    [
        ("[Peru|PER] held a parley.", True),
        ("[Peru|PER] held no parley.", False),
        ("[Peru|PER] did not parley.", False),
        ("[Peru|PER] didn’t parley.", False),
        ("[Peru|PER] left without a parley.", False),
        ("[Peru|PER] held a parley, not a feast.", True),
    ],
)
def test_what_did_not_happen_is_no_event(text: str, happens: bool) -> None:
    assert len(found(Hand(marked(text)).event("parley", "meeting", who={"Peru": 0.9}))) == happens


@pytest.mark.parametrize(
    ("text", "date", "status"),
    [
        ("[Peru|PER] held a parley on <Monday>.", None, "past"),
        ("[Peru|PER] will hold a parley on <Monday>.", None, "planned"),
        ("[Peru|PER] might hold a parley on <Monday>.", None, "hypothetical"),
        ("[Peru|PER] cancelled a parley on <Monday>.", None, "cancelled"),
        ("[Peru|PER] saw the ongoing parley on <Monday>.", None, "ongoing"),
        # The time tells, once it is taken over.
        ("[Peru|PER] had a parley on <Monday>.", dt.date(2031, 5, 4), "planned"),
        ("[Peru|PER] had a parley on <Monday>.", dt.date(2031, 5, 6), "past"),
    ],
)
def test_status(text: str, date: dt.date | None, status: str) -> None:
    hand = Hand(parley(text, date)).event("parley", "meeting", time={"Monday": 0.9})
    assert [e.status for e in found(hand)] == [status]


class Parsed:
    """A parse in which every word has one part of speech."""

    paragraphs = ()

    def __init__(self, part: str) -> None:
        self._part = part

    def span(self, start: int, end: int) -> tuple[int, SimpleNamespace]:
        return 0, SimpleNamespace(root=SimpleNamespace(pos_=self._part))


@pytest.mark.parametrize(
    ("part", "status"),
    [("VERB", "past"), ("AUX", "past"), ("NOUN", "planned"), ("PROPN", "planned")],
)
def test_a_verb_tells_its_own_tense(part: str, status: str) -> None:
    made = marked("[Peru|PER] parleyed ahead of the vote.")
    made.parse = cast(Parse, Parsed(part))
    (event,) = found(Hand(made).event("parleyed", "meeting", who={"Peru": 0.9}))
    assert event.status == status


def test_a_trigger_that_a_rule_has_is_not_found_again() -> None:
    made = parley()
    hand = Hand(made).event("parley", "meeting", who={"Peru": 0.9})
    for words in ("parley", "a parley in", "ley", "par"):
        assert found(hand, [told(made, words)]) == []
    for words in ("a ", " in", "held"):
        assert len(found(hand, [told(made, words)])) == 1


def test_an_event_of_a_rule_only_gains_who_takes_part() -> None:
    made = parley()
    hand = Hand(made).event("held", "vote", who={"Peru": 0.9})
    hand.event(
        "parley",
        "meeting",
        who={"Peru": 0.9, "Chile": 0.5},
        place={"Lima": 0.9},
        time={"Monday": 0.9},
    )
    for words in ("parley", "parley in"):
        before = told(made, words, "state:CHL", "per:soto")
        after = look(hand).completed(hand.marked(), before)
        assert after == told(made, words, "state:CHL", "per:soto", "state:PER")
    before = told(made, "in", "state:CHL")
    assert look(hand).completed(hand.marked(), before) == before
    # Who is not likely enough stays away.
    before = told(made, "parley")
    assert look(hand, 0.6).completed(hand.marked(), before).participants == ("state:PER",)


NAMES = ("Peru", "Chile", "Lima", "Monday")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.floats(0, 0.33), min_size=12, max_size=12),
    st.floats(0.01, 0.5),
    st.floats(0.01, 0.5),
)
def test_a_higher_limit_adds_no_event_and_nobody(
    shares: list[float], one: float, other: float
) -> None:
    who, place, time = (
        dict(zip(NAMES, shares[k : k + 4], strict=True)) for k in (0, 4, 8)
    )  # fmt: skip
    hand = Hand(parley()).event("parley", "meeting", who=who, place=place, time=time)
    low, high = (found(hand, least=x) for x in sorted((one, other)))
    assert len(high) <= len(low)
    for a, b in zip(low, high, strict=False):
        assert set(b.participants) <= set(a.participants)
        assert b.place in (a.place, None)
        assert b.relative in (a.relative, None)
