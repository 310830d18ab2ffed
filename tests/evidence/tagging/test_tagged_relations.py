from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.evidence.items import Relation
from detente.evidence.reading import Reading
from detente.evidence.tagging.resolving import Meant
from detente.evidence.tagging.tagged_relations import TYPES, tagged_relations
from detente.types import Span
from tests.evidence.marked import marked
from tests.evidence.negotiators import reading
from tests.evidence.tagging.hand_marked import Hand

PLAIN = "On the hill Aravia sold Boria ships."
TWICE = "Aravia sold Boria ships, as Aravia and Boria know."
MUTUAL = ("alliance", "alignment")


def found(hand: Hand, known: Sequence[Relation] = (), least: float = 0.5) -> list[Relation]:
    return list(tagged_relations(hand.marked(), Meant(hand.reading), least, known))


def short(relations: Sequence[Relation]) -> list[str]:
    return [f"{r.source} {r.type} {r.target}" for r in relations]


def told(made: Reading, kind: str, source: str, target: str, start: int, end: int) -> Relation:
    """A relation as a rule has it."""
    return Relation(
        id="rel01",
        document=made.document.id,
        span=made.span(start, end),
        type=kind,
        source=source,
        target=target,
        directed=True,
        value=None,
        unit=None,
        time=None,
        quantity=None,
        modality="asserted",
        rule="relations.by_hand",
        confidence="high",
    )


def test_a_marked_pair_is_a_relation() -> None:
    hand = Hand(reading(PLAIN)).relation("Aravia", "Boria", "arms_sales", 0.85)
    assert found(hand) == [
        Relation(
            id="",
            document=hand.reading.document.id,
            span=Span(12, 29, "Aravia sold Boria"),
            type="arms_sales",
            source="state:ARA",
            target="state:BOR",
            directed=True,
            value=None,
            unit=None,
            time=None,
            quantity=None,
            modality="asserted",
            rule="tagger.relation",
            confidence="medium",
        )
    ]


@pytest.mark.parametrize("kind", TYPES)
def test_every_kind_keeps_its_name_and_direction(kind: str) -> None:
    (relation,) = found(Hand(reading(PLAIN)).relation("Boria", "Aravia", kind))
    assert short([relation]) == [f"state:BOR {kind} state:ARA"]
    assert relation.span.text == "Aravia sold Boria"
    assert relation.directed == (kind not in MUTUAL)


def test_a_minister_acts_for_his_state() -> None:
    made = marked(
        "[Ana Soto|per:soto] fined [Juan Rey|per:rey] and [Peru|PER] and [Li Wu|per:wu].",
        acts_for={"per:soto": "state:CHL", "per:wu": "state:CHL"},
    )
    hand = Hand(made)
    hand.relation("Ana Soto", "Peru", "sanction").relation("Ana Soto", "Juan Rey", "sanction")
    # A state does nothing to itself, and nobody knows for whom Rey acts.
    hand.relation("Ana Soto", "Li Wu", "sanction").relation("Ana Soto", "Ana Soto", "sanction")
    assert short(found(hand)) == ["state:CHL sanction state:PER"]


@pytest.mark.parametrize(
    ("shares", "together"),
    [((0.3, 0.3), 0.51), ((0.3, 0.28), 0.496), ((0.2, 0.2, 0.22), 0.5008), ((0.5,), 0.5)],
)
def test_a_pair_named_several_times(shares: tuple[float, ...], together: float) -> None:
    hand = Hand(reading(TWICE))
    mentions = (("Aravia", "Boria"), ("Aravia#2", "Boria#2"), ("Aravia", "Boria#2"))
    for (source, target), share in zip(mentions, shares, strict=False):
        hand.relation(source, target, "arms_sales", share)
    assert 1 - math.prod(1 - s for s in shares) == pytest.approx(together)
    assert len(found(hand)) == (together >= 0.5)
    assert len(found(hand, least=together - 0.001)) == 1
    assert found(hand, least=together + 0.001) == []


def test_the_likeliest_mention_gives_the_words_and_all_give_the_sureness() -> None:
    hand = Hand(reading(TWICE)).relation("Aravia", "Boria", "arms_sales", 0.6)
    hand.relation("Aravia#2", "Boria#2", "arms_sales", 0.61)
    (relation,) = found(hand)
    assert (relation.span.text, relation.confidence) == ("Aravia and Boria", "medium")


def test_faint_pairs_are_no_witnesses() -> None:
    hand = Hand(reading(TWICE)).relation("Aravia", "Boria", "arms_sales", 0.48)
    hand.relation("Aravia#2", "Boria#2", "arms_sales", 0.049)
    assert found(hand) == []
    hand.relation("Aravia#2", "Boria", "arms_sales", 0.051)
    assert len(found(hand)) == 1


def test_each_sentence_tells_for_itself() -> None:
    text = "Aravia sold Boria ships. Aravia sold Boria guns."
    hand = Hand(reading(text)).relation("Aravia", "Boria", "arms_sales", 0.3)
    hand.relation("Aravia#2", "Boria#2", "arms_sales", 0.3)
    assert found(hand) == []
    hand = Hand(reading(text)).relation("Aravia", "Boria", "arms_sales", 0.6)
    hand.relation("Aravia#2", "Boria#2", "arms_sales", 0.7)
    assert [r.span.start for r in found(hand)] == [0, 25]


def test_kinds_of_one_family_count_together_and_the_likeliest_names_it() -> None:
    hand = Hand(reading(PLAIN)).relation("Aravia", "Boria", "aid", 0.2)
    hand.relation("Aravia", "Boria", "aid_military", 0.25)
    assert found(hand) == []
    hand.relation("Aravia", "Boria", "loan", 0.2)
    assert found(hand) == []
    hand.relation("Aravia", "Boria", "aid_humanitarian", 0.06)
    assert short(found(hand)) == ["state:ARA aid_military state:BOR"]


def test_two_relations_of_one_pair() -> None:
    hand = Hand(reading(PLAIN)).relation("Aravia", "Boria", "aid", 0.5)
    hand.relation("Aravia", "Boria", "attack", 0.5)
    assert short(found(hand)) == ["state:ARA aid state:BOR", "state:ARA attack state:BOR"]


@pytest.mark.parametrize("kind", ["alliance", "alignment", "aid"])
def test_a_mutual_kind_is_told_once(kind: str) -> None:
    hand = Hand(reading(PLAIN)).relation("Aravia", "Boria", kind, 0.7)
    hand.relation("Boria", "Aravia", kind, 0.8)
    both = [f"state:BOR {kind} state:ARA"]
    if kind not in MUTUAL:
        both.insert(0, f"state:ARA {kind} state:BOR")
    assert short(found(hand)) == both


def test_those_of_one_word_are_bound_to_each_other_once() -> None:
    made = reading("Aravia and Boria signed. Both sides left.")
    (relation,) = found(Hand(made).relation("Both sides", "Both sides", "alliance"))
    assert short([relation]) == ["state:ARA alliance state:BOR"]
    assert relation.span.text == "Both sides left."


def test_we_and_both_sides() -> None:
    made = reading("Joint Statement of Aravia and Boria\nWe help Selland.")
    assert short(found(Hand(made).relation("We", "Selland", "aid"))) == [
        "state:ARA aid state:SEL",
        "state:BOR aid state:SEL",
    ]
    # Of two whom one word names, nothing says which does it to which.
    made = reading("Aravia and Boria signed. Both sides left.")
    assert found(Hand(made).relation("Both sides", "Both sides", "attack")) == []
    # Of three who are "we", two and two.
    made = reading("Joint Statement of Aravia, Boria and Selland\nWe stand together.")
    assert len(found(Hand(made).relation("We", "We", "alliance"))) == 3


def test_the_voice_speaks_in_the_sentence_of_the_other() -> None:
    made = reading("It is late. Selland waits. Joint Statement of Aravia and Boria on it.")
    hand = Hand(made).relation("voice", "Selland", "aid")
    assert {r.span.text for r in found(hand)} == {"Selland waits."}


MODAL = [
    ("Aravia sold Boria ships.", "asserted"),
    ("Aravia never sold Boria ships.", "negated"),
    ("Aravia did not sell Boria ships.", "negated"),
    ("Aravia will sell Boria ships.", "projected"),
    ("Aravia will not sell Boria ships.", "negated"),
    ("Aravia may sell Boria ships.", "speculative"),
    ("Aravia sells, if it can, Boria ships.", "conditional"),
    ("Oyen said that Aravia sold Boria ships.", "reported"),
    ("“Aravia sold Boria ships,” Oyen said.", "reported"),
    ("Oyen said that Aravia will sell Boria ships.", "projected"),
]


@pytest.mark.parametrize(("text", "modality"), MODAL)
def test_modality(text: str, modality: str) -> None:
    (relation,) = found(Hand(reading(text)).relation("Aravia", "Boria", "arms_sales"))
    assert relation.modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Aravia didn’t sell Boria ships.", "negated"),
        ("Aravia hasn't sold Boria ships.", "negated"),
        ("Aravia won’t sell Boria ships.", "negated"),
        ("Aravia’ll sell Boria ships.", "projected"),
        ("Aravia did, however, not, sell Boria ships.", "negated"),
    ],
)
def test_modality_of_words_with_marks_on_them(text: str, modality: str) -> None:
    (relation,) = found(Hand(reading(text)).relation("Aravia", "Boria", "arms_sales"))
    assert relation.modality == modality


@pytest.mark.parametrize(
    ("kind", "source", "target", "again"),
    [
        ("arms_sales", "state:ARA", "state:BOR", False),
        # Of the same family, it is the same.
        ("arms_dependence", "state:ARA", "state:BOR", False),
        ("arms_sales", "state:BOR", "state:ARA", True),
        ("aid", "state:ARA", "state:BOR", True),
        ("arms_sales", "state:ARA", "state:SEL", True),
    ],
)
def test_what_a_rule_tells_is_not_told_again(
    kind: str, source: str, target: str, again: bool
) -> None:
    made = reading(PLAIN)
    hand = Hand(made).relation("Aravia", "Boria", "arms_sales")
    assert len(found(hand, [told(made, kind, source, target, 12, 20)])) == again


def test_a_mutual_kind_that_a_rule_tells_the_other_way_is_the_same() -> None:
    made = reading(PLAIN)
    hand = Hand(made).relation("Aravia", "Boria", "alliance")
    assert found(hand, [told(made, "alignment", "state:BOR", "state:ARA", 12, 20)]) == []


@pytest.mark.parametrize(("gap", "again"), [(149, False), (150, True)])
def test_only_nearby_is_a_relation_the_same(gap: int, again: bool) -> None:
    made = reading("x" * 10 + " " * 190 + "Aravia sold Boria ships." + " " * 190 + "x" * 10)
    start, end = 200, made.text.index(" ships")
    hand = Hand(made, 0).relation("Aravia", "Boria", "arms_sales")
    hand.relations = [("Aravia", "Boria", "arms_sales", 0.9)]
    before = told(made, "arms_sales", "state:ARA", "state:BOR", start - gap - 5, start - gap)
    after = told(made, "arms_sales", "state:ARA", "state:BOR", end + gap, end + gap + 5)
    assert len(found(hand)) == 1
    assert len(found(hand, [before])) == again
    assert len(found(hand, [after])) == again


def test_a_name_over_the_cut_of_a_long_sentence() -> None:
    # The 160th piece is "Mira", "Dano" begins the next window.
    made = reading("Boria " + "wind " * 158 + "Mira Dano sold ships to Aravia.")
    hand = Hand(made, 0).relation("Boria", "Mira Dano", "attack")
    assert short(found(hand)) in ([], ["state:BOR attack state:ARA"])


NAMES = ("Aravia", "Boria", "Aravia#2", "Boria#2")
PAIRS = [(a, b) for a in NAMES for b in NAMES if a != b]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(PAIRS), st.sampled_from(TYPES), st.floats(0, 0.4)),
        max_size=12,
        unique_by=lambda x: x[:2],
    ),
    st.floats(0.01, 0.99),
    st.floats(0.01, 0.99),
)
def test_a_higher_limit_adds_no_relation(
    told_: list[tuple[tuple[str, str], str, float]], one: float, other: float
) -> None:
    hand = Hand(reading(TWICE))
    room = dict.fromkeys(PAIRS, 1.0)
    for pair, kind, share in told_:
        if share <= room[pair]:
            room[pair] -= share
            hand.relation(*pair, kind, share)
    low, high = (found(hand, least=x) for x in sorted((one, other)))
    assert [r for r in low if r in high] == high
    assert len(set(low)) == len(low)
