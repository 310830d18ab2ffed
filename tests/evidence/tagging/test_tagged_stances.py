from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.evidence.items import Stance, StanceLabel
from detente.evidence.reading import Reading
from detente.evidence.tagging.resolving import Meant
from detente.evidence.tagging.tagged_stances import LABELS, tagged_stances
from detente.types import Span
from tests.evidence.marked import marked
from tests.evidence.negotiators import reading
from tests.evidence.tagging.hand_marked import Hand

PLAIN = "Aravia and Boria met on the hill, and Keld shrugged at the peace plan."
STATEMENT = "Joint Statement of Aravia and Boria\n"
SPEECH = "Remarks by Liv Oyen\nI thank you. We met. We hope. The peace plan is near."


def found(hand: Hand, known: Sequence[Stance] = (), least: float = 0.5) -> list[Stance]:
    return list(tagged_stances(hand.marked(), Meant(hand.reading), least, known))


def short(stances: Sequence[Stance]) -> list[str]:
    return [f"{s.actor} {s.label} {s.basis}: {s.span.text}" for s in stances]


def told(made: Reading, actor: str, words: str) -> Stance:
    """A stance as a rule has it."""
    start = made.text.index(words)
    return Stance(
        id="s01",
        document=made.document.id,
        actor=actor,
        target=None,
        label="support",
        span=made.span(start, start + len(words)),
        basis="narration",
        rule="stances.by_hand",
        confidence="high",
    )


def test_a_marked_actor_has_a_stance() -> None:
    hand = Hand(reading(PLAIN)).stance("Keld", "oppose", 0.85).stance_run("shrugged at")
    start = PLAIN.index("shrugged at")
    assert found(hand) == [
        Stance(
            id="",
            document=hand.reading.document.id,
            actor="per:keld",
            target=None,
            label="oppose",
            span=Span(start, start + 11, "shrugged at"),
            basis="narration",
            rule="tagger.stance",
            confidence="medium",
            condition=None,
        )
    ]


@pytest.mark.parametrize("label", LABELS)
def test_every_label_keeps_its_name(label: StanceLabel) -> None:
    (stance,) = found(Hand(reading(PLAIN)).stance("Keld", label, 0.6))
    assert (stance.label, stance.confidence) == (label, "low")


def test_the_likeliest_label_counts_and_counts_alone() -> None:
    hand = Hand(reading(PLAIN)).stance("Keld", "support", 0.3).stance("Keld", "oppose", 0.4)
    assert found(hand) == []
    assert [s.label for s in found(hand, least=0.4)] == ["oppose"]
    assert len(found(hand, least=0.25)) == 1
    assert len(found(Hand(reading(PLAIN)).stance("Keld", "support", 0.5), least=0.5)) == 1


def test_the_target_stands_in_the_extent() -> None:
    (stance,) = found(
        Hand(reading(PLAIN)).stance("Keld", "oppose").stance_run("shrugged at the peace plan")
    )
    assert stance.target == "the peace plan"


def test_without_a_run_the_sentence_from_the_candidate_on() -> None:
    made = reading("It rained. On Monday Keld shrugged. Aravia left.")
    assert short(found(Hand(made).stance("Keld", "oppose"))) == [
        "per:keld oppose narration: Keld shrugged."
    ]


@pytest.mark.parametrize(
    ("who", "runs", "expected"),
    [
        # The nearest run, on either side; the one that reaches further if both are as near.
        ("Keld", ["gladly", "then left"], "gladly"),
        ("Keld", ["gladly", "shrugged"], "shrugged"),
        ("Keld", ["shrugged", "then left"], "shrugged"),
        ("Keld", ["then left"], "then left"),
        # A run of another sentence is another's.
        ("Keld", ["smiled"], "Keld shrugged and then left."),
        # One that begins there is cut at the sentence.
        ("Keld", ["left. Boria smiled"], "left."),
        ("Boria", ["left. Boria smiled"], "Boria smiled"),
        # Of two that hold the candidate the one that reaches further.
        ("Keld", ["Keld shrugged", "Keld shrugged and then"], "Keld shrugged and then"),
    ],
)
def test_extents(who: str, runs: list[str], expected: str) -> None:
    hand = Hand(reading("So gladly Keld shrugged and then left. Boria smiled."))
    hand.stance(who, "support")
    for words in runs:
        hand.stance_run(words)
    assert [s.span.text for s in found(hand)] == [expected]


def test_the_voice_has_the_longest_run_else_the_first_sentence() -> None:
    hand = Hand(reading(SPEECH)).stance("voice", "support")
    assert short(found(hand)) == ["per:oyen support direct_quote: I thank you."]
    hand.stance_run("We met").stance_run("peace plan is near").stance_run("thank you")
    assert short(found(hand)) == ["per:oyen support direct_quote: peace plan is near"]


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("It is late. “We want the truce,” Keld said.", "We", ["per:keld direct_quote"]),
        ("“Aravia wants it,” Keld said.", "Aravia", ["state:ARA reported"]),
        ("Keld said that Aravia wants it.", "Aravia", ["state:ARA reported"]),
        ("Keld said that Aravia and Keld want it.", "Keld#2", ["per:keld reported"]),
        ("Aravia wants it.", "Aravia", ["state:ARA narration"]),
        (STATEMENT + "We want it.", "We", ["state:ARA narration", "state:BOR narration"]),
        (
            "Aravia and Boria signed. Both sides want it.",
            "Both sides",
            ["state:ARA narration", "state:BOR narration"],
        ),
        ("Aravia left, they want it.", "they", []),
        # A minister's stance is his own.
        ("Mira Dano wants it.", "Mira Dano", ["per:dano narration"]),
    ],
)
def test_whose_and_on_what_basis(text: str, who: str, expected: list[str]) -> None:
    hand = Hand(reading(text)).stance(who, "support")
    assert [f"{s.actor} {s.basis}" for s in found(hand)] == expected


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("Harbour Post", False),
        ("analysts", False),
        ("insiders", False),
        ("Tide Institute", True),
        ("Borians", True),
        ("Hill rebels", True),
        ("Coast League", True),
    ],
)
def test_media_and_sources_without_a_name_hold_none(name: str, holds: bool) -> None:
    hand = Hand(reading(f"On the hill {name} shrugged.")).stance(name, "oppose")
    assert len(found(hand)) == holds


def test_times_and_figures_hold_none() -> None:
    made = marked("On <Monday> [Peru|PER] paid {$3 billion|3e9|USD}.")
    hand = Hand(made).stance("Monday", "support").stance("$3 billion", "support")
    assert found(hand) == []
    assert len(found(hand.stance("Peru", "support"))) == 1


def test_who_has_a_stance_by_a_rule_in_the_sentence_has_no_other() -> None:
    made = reading("Keld shrugged at the truce. Keld left. Aravia shrugged.")
    hand = Hand(made).stance("Keld", "oppose").stance("Keld#2", "oppose").stance("Aravia", "oppose")
    assert [s.actor for s in found(hand)] == ["per:keld", "per:keld", "state:ARA"]
    by_rule = told(made, "per:keld", "shrugged at")
    assert short(found(hand, [by_rule])) == [
        "per:keld oppose narration: Keld left.",
        "state:ARA oppose narration: Aravia shrugged.",
    ]
    # Another's stance there is no matter.
    assert len(found(hand, [told(made, "state:BOR", "shrugged at")])) == 3
    assert len(found(hand, [told(made, "per:keld", "truce. Keld")])) == 1


def test_one_stance_a_holder_and_sentence() -> None:
    made = reading("Keld left as Keld shrugged. Keld smiled.")
    hand = Hand(made).stance("Keld", "oppose").stance("Keld#2", "support")
    hand.stance("Keld#3", "sceptical")
    assert [s.label for s in found(hand)] == ["oppose", "sceptical"]


def test_both_sides_and_a_name_in_one_sentence() -> None:
    made = reading("Aravia and Boria met. Both sides hope, and Aravia prays.")
    hand = Hand(made).stance("Both sides", "support").stance("Aravia#2", "oppose")
    assert [(s.actor, s.label) for s in found(hand)] == [
        ("state:ARA", "support"),
        ("state:BOR", "support"),
    ]


NAMES = ("Aravia", "Boria", "Keld")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.floats(0, 0.25, width=32), min_size=12, max_size=12),
    st.floats(0.01, 0.3),
    st.floats(0.01, 0.3),
)
def test_a_higher_limit_adds_no_stance(shares: list[float], one: float, other: float) -> None:
    hand = Hand(reading(PLAIN)).stance_run("met on")
    for n, share in enumerate(shares):
        hand.stance(NAMES[n // 4], LABELS[n % 4], share)
    low, high = (found(hand, least=x) for x in sorted((one, other)))
    assert [s for s in low if s in high] == high
    best = [max(shares[k : k + 4]) for k in (0, 4, 8)]
    assert len(low) == sum(b >= min(one, other) for b in best)
