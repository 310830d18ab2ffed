from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.documents.document import Document
from detente.documents.read import from_bytes, read_document
from detente.evidence.ledger import LISTS, Ledger
from detente.evidence.model import Model, Parse
from detente.evidence.read import read
from detente.evidence.reading import Reading
from detente.evidence.second_look import RULES
from detente.evidence.tagging.tagger import Tagger
from tests.evidence.tagging.hand_marked import Hand, stub

EXAMPLES = sorted((Path(__file__).parents[3] / "examples/dispatches").iterdir())
ADDED = {"terms": "d", "stances": "s", "relations": "rel", "events": "e"}
TEXT = (
    "A note on the week.\n\nPeru demanded that Chile withdraw its troops. Brazil rejected the "
    "peace plan. On Monday Peru wants a parley with Chile in Lima.\n\nPeru imposed sanctions on "
    "Chile. The presidents of Peru and Brazil met in Quito on 3 March 2031."
)


class Blind(Model):
    """A model that parses nothing, so that no spaCy is needed."""

    def parse(self, document: Document) -> Parse:
        return Parse(())


def look(tagger: Tagger | None, document: Document | None = None) -> Ledger:
    blind = Blind("blind", "1", "0" * 64, None, tagger)
    return read(document or from_bytes("t.txt", TEXT.encode()), model=blind)


def first(reading: Reading) -> Hand:
    """Marks for the paragraph of demands."""
    hand = Hand(reading, -2)
    hand.term("wants a parley with Chile", "offer", by={"Peru#2": 0.9}, to={"Chile#2": 0.9})
    # A rule has this one.
    hand.term("Chile withdraw its troops", "threat")
    hand.stance("Peru#2", "conditional").stance_run("wants a parley")
    # Brazil has a stance by a rule.
    hand.stance("Brazil", "support")
    hand.relation("Peru#2", "Chile#2", "recognition")
    hand.event("parley", "meeting", who={"Chile#2": 0.9}, time={"Monday": 0.9}, share=0.7)
    return hand


def last(reading: Reading) -> Hand:
    """Marks for the paragraph of sanctions."""
    hand = Hand(reading, -1).relation("Peru", "Chile", "sanction")
    hand.event("imposed", "vote", who={"Brazil": 0.9})
    return hand


def shown(ledger: Ledger) -> dict[str, list[str]]:
    return {
        "terms": [f"{t.id} {t.rule} {t.span.text}" for t in ledger.terms],
        "stances": [f"{s.id} {s.rule} {s.actor}" for s in ledger.stances],
        "relations": [f"{r.id} {r.rule} {r.source} {r.target}" for r in ledger.relations],
        "events": [
            f"{e.id} {e.rule} {e.trigger_span.text} {e.category} {' '.join(e.participants)}"
            for e in ledger.events
        ],
    }


def test_what_the_rules_find_here() -> None:
    assert shown(look(None)) == {
        "terms": ["d01 terms.demand Chile withdraw its troops"],
        "stances": [
            "s01 stances.cue state:PER",
            "s02 stances.cue state:BRA",
            "s03 stances.cue state:PER",
        ],
        "relations": ["rel01 relations.sanction state:PER state:CHL"],
        "events": [
            "e01 events.act imposed SANCTION state:PER state:CHL",
            "e02 events.dated met CONSULT state:PER state:BRA",
        ],
    }


def test_what_the_tagger_adds_stands_among_it_in_text_order() -> None:
    ledger = look(stub(first, last))
    assert shown(ledger) == {
        "terms": [
            "d01 terms.demand Chile withdraw its troops",
            "d02 tagger.term wants a parley with Chile",
        ],
        "stances": [
            "s01 stances.cue state:PER",
            "s02 stances.cue state:BRA",
            "s03 tagger.stance state:PER",
            "s04 stances.cue state:PER",
        ],
        "relations": [
            "rel01 tagger.relation state:PER state:CHL",
            "rel02 relations.sanction state:PER state:CHL",
        ],
        "events": [
            "e01 tagger.event parley CONSULT state:CHL",
            "e02 events.act imposed SANCTION state:PER state:CHL state:BRA",
            "e03 events.dated met CONSULT state:PER state:BRA",
        ],
    }
    ledger.verify()
    assert Ledger.from_json(ledger.to_json()) == ledger
    assert ledger.made_by is not None
    assert ledger.made_by.tagger_sha256 == "f" * 64


def test_items_of_rules_stay_but_for_their_numbers_and_who_takes_part() -> None:
    before, after = look(None), look(stub(first, last))
    for name in LISTS:
        plain = [i for i in getattr(after, name) if not getattr(i, "rule", "").startswith("tagger")]
        if name == "events":
            plain = [
                dataclasses.replace(e, participants=e.participants[:2]) for e in plain
            ]  # fmt: skip
        if name in ADDED:
            numbers = [i.id for i in getattr(before, name)]
            plain = [dataclasses.replace(i, id=n) for i, n in zip(plain, numbers, strict=True)]
        assert plain == list(getattr(before, name)), name


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_a_tagger_that_marks_nothing_changes_nothing(path: Path) -> None:
    document = read_document(path)
    plain, empty = look(None, document), look(stub(Hand, lambda r: Hand(r, 0)), document)
    assert plain.terms
    assert plain.events
    assert dataclasses.replace(empty, made_by=plain.made_by) == plain


def marks(number: int) -> Callable[[Reading], Hand]:
    def hand(reading: Reading) -> Hand:
        made = Hand(reading, number).term("Peru left", "demand", by={"Peru": 0.9})
        made.stance("Peru", "support").relation("Peru", "Chile", "aid")
        return made.event("parley", "meeting", who={"Peru": 0.9})

    return hand


@pytest.mark.parametrize("number", [1, 9, 12, 101])
def test_ids_count_up_from_one_in_text_order(number: int) -> None:
    text = "\n\n".join(["Peru left after a parley near Chile."] * number)
    # The last window comes first: the order is that of the text all the same.
    tagger = stub(*(marks(n) for n in reversed(range(number))))
    ledger = look(tagger, from_bytes("t.txt", text.encode()))
    for name, letter in ADDED.items():
        items = getattr(ledger, name)
        assert len(items) >= number
        assert [i.id for i in items] == [f"{letter}{n:02d}" for n in range(1, len(items) + 1)]
        starts = [
            i.trigger_span.start if name == "events" else i.span.start for i in items
        ]  # fmt: skip
        assert starts == sorted(starts)
        assert sum(i.rule.startswith("tagger.") for i in items) == number


@pytest.mark.parametrize("limit", ["role", "part", "stance", "relation"])
def test_the_limits_are_the_taggers(limit: str) -> None:
    text = from_bytes("t.txt", b"Peru left after a parley near Chile.")
    assert [len(getattr(look(stub(marks(0)), text), name)) for name in ADDED] == [1, 1, 1, 1]
    ledger = look(stub(marks(0), **{limit: 0.91}), text)
    gone = {
        "role": ledger.terms[0].by is None,
        "part": not ledger.events,
        "stance": not ledger.stances,
        "relation": not ledger.relations,
    }
    assert [name for name, is_gone in gone.items() if is_gone] == [limit]


def test_every_rule_of_the_tagger_is_explained() -> None:
    ledger = look(stub(first, last))
    rules = {
        i.rule.removeprefix("tagger.")
        for name in ADDED
        for i in getattr(ledger, name)
        if i.rule.startswith("tagger.")
    }
    assert rules == set(RULES)
    assert all(len(line.split()) >= 4 and "\n" not in line for line in RULES.values())
