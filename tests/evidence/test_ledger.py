from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from detente.documents.document import Document, Paragraph
from detente.errors import BadLedger, SpanMismatch
from detente.evidence.items import Actor, Mention, Quotation, Stance
from detente.evidence.joining import join
from detente.evidence.ledger import LISTS, Ledger
from detente.evidence.read import read
from detente.types import Span

TEXT = "Ana Ruiz said: “We will come.”"


def ledger(text: str = TEXT, name: str = "a.txt") -> Ledger:
    document = Document(name, "0" * 64, text, paragraphs=(Paragraph(1, 0, len(text)),))
    mention = Mention(document.id, Span.of(text, 0, 8), "name", "actor", "actors.title", "high")
    quotation = Quotation(
        "q01",
        document.id,
        "full",
        Span.of(text, 15, 30),
        "per:ruiz",
        Span.of(text, 0, 8),
        Span.of(text, 9, 13),
        "say",
        None,
        "quotations.after-cue",
        "high",
    )
    return Ledger(
        documents=(document,),
        actors=(Actor("per:ruiz", "Ana Ruiz", "person", mentions=(mention,)),),
        quotations=(quotation,),
    )


def test_what_is_written_is_read_back() -> None:
    assert Ledger.from_json(ledger().to_json()) == ledger()


def test_json_has_the_lists_of_the_scheme_and_flat_mentions() -> None:
    data = json.loads(ledger().to_json())
    assert set(LISTS) <= set(data)
    assert data["actors"][0]["mentions"][0] == {
        "start": 0,
        "end": 8,
        "text": "Ana Ruiz",
        "kind": "name",
        "role": "actor",
        "document": data["documents"][0]["id"],
        "rule": "actors.title",
        "confidence": "high",
    }
    assert data["quotations"][0]["span"] == {"start": 15, "end": 30, "text": "“We will come.”"}
    assert {"id", "sha256", "text", "title", "date"} <= set(data["documents"][0])


def test_a_span_that_does_not_hold_its_words_is_never_written() -> None:
    good = ledger()
    moved = Document("a.txt", "0" * 64, "X" + TEXT)
    bad = Ledger(documents=(moved,), actors=good.actors, quotations=good.quotations)
    with pytest.raises(SpanMismatch):
        bad.to_json()


def changed(**changes: Any) -> str:
    data = json.loads(ledger().to_json())
    for path, value in changes.items():
        target: Any = data
        *steps, last = path.split("__")
        for step in steps:
            target = target[int(step)] if step.isdigit() else target[step]
        if value is KeyError:
            del target[last]
        else:
            target[last] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"schema": "other/9"}, "schema is 'other/9'"),
        ({"actors": KeyError}, "actors is missing"),
        ({"quotations__0__kind": "whole"}, r"quotations\[0\].kind is 'whole'"),
        ({"quotations__0__speaker": 7}, r"quotations\[0\].speaker must be str, got 7"),
        ({"quotations__0__cue_span": KeyError}, r"quotations\[0\] lacks cue_span"),
        ({"quotations__0__span__start": True}, r"span.start must be int"),
        ({"quotations__0__span__text": "We will go."}, "the text or the ledger was changed"),
        ({"documents__0__text": "other"}, "but its text has id"),
        ({"documents__0__date": "4 May"}, r"documents\[0\]"),
        ({"documents__0__title": 5}, r"documents\[0\].title must be text or null"),
        ({"quotations__0__span__start": -14}, "the text or the ledger was changed"),
        ({"quotations__0__span__end": 300}, "the text or the ledger was changed"),
    ],
)
def test_a_bad_ledger_is_refused_with_the_place(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(BadLedger, match=message):
        Ledger.from_json(changed(**changes))


@pytest.mark.parametrize("data", ['{"schema": NaN}', "", "[]", "null", "{", "[" * 100_000, b"\xff"])
def test_what_is_no_ledger_at_all_is_refused(data: str | bytes) -> None:
    with pytest.raises(BadLedger):
        Ledger.from_json(data)


LATER = {
    "actors": ("merges",),
    "reported_statements": ("modality",),
    "quantities": ("same_as",),
    "events": ("category", "same_as"),
    "stances": ("condition",),
}


def test_a_ledger_saved_before_items_had_all_their_fields_loads_with_them_empty() -> None:
    text = "Ana Ruiz said Chile would sell 300 boats to Peru in May 2030 if Peru signs. " * 2
    full = read(Document("a.txt", "0" * 64, text, paragraphs=(Paragraph(1, 0, len(text)),)))
    stance = Stance(
        "s01", full.documents[0].id, full.actors[0].id, None, "conditional",
        Span.of(text, 0, 20), "narration", "stances.cue", "high", Span.of(text, 60, 65),
    )  # fmt: skip
    full = dataclasses.replace(full, stances=(stance,))
    data = json.loads(full.to_json())
    for name, fields in LATER.items():
        assert data[name], f"the text should make {name}"
        for item in data[name]:
            for later in fields:
                del item[later]
    loaded = Ledger.from_json(json.dumps(data))
    assert loaded.stances == (dataclasses.replace(stance, condition=None),)
    assert {s.modality for s in full.reported_statements} == {"conditional"}
    assert {s.modality for s in loaded.reported_statements} == {None}
    assert {(e.category, e.same_as) for e in loaded.events} == {(None, None)}
    assert Ledger.from_json(loaded.to_json()) == loaded


def test_joining_keeps_one_actor_and_tells_items_apart() -> None:
    other = "Ana Ruiz said: “We may come.”!"
    both = join([ledger(), ledger(other, "b.txt")])
    both.verify()
    assert [a.id for a in both.actors] == ["per:ruiz"]
    assert len(both.actors[0].mentions) == 2
    assert len({q.id for q in both.quotations}) == 2
    assert Ledger.from_json(both.to_json()) == both


def test_the_same_words_are_one_document() -> None:
    assert join([ledger(), ledger(name="copy.txt")]) == ledger()
