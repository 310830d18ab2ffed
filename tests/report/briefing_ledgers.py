"""Ledgers of invented dispatches, built by hand, for the tests of the briefing."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from detente.documents.document import Document, Paragraph
from detente.evidence.items import (
    Actor,
    Event,
    Mention,
    Quantity,
    Quotation,
    Relation,
    ReportedStatement,
    Resolution,
    Role,
    Stance,
    Term,
    TimeExpression,
)
from detente.evidence.ledger import Ledger, MadeBy
from detente.types import Span


def document(name: str, *lines: str, **more: Any) -> Document:
    """A document of one paragraph a line, blank lines between; the first line is its title."""
    text = ""
    paragraphs: list[Paragraph] = []
    for line in lines:
        start = len(text)
        paragraphs.append(
            Paragraph(len(paragraphs) + 1, start, start + len(line), "body" if start else "title")
        )
        text += line + "\n\n"
    return Document(name, "ab" * 32, text, paragraphs=tuple(paragraphs), **more)


class Desk:
    """Makes items of one document out of its words."""

    def __init__(self, of: Document) -> None:
        self.of = of

    def span(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.of.text.index(words, start + 1)
        return self.of.span(start, start + len(words))

    def opt(self, words: str | None) -> Span | None:
        return None if words is None else self.span(words)

    def actor(self, id_: str, name: str, type_: str, *words: str, **more: Any) -> Actor:
        spans = dict.fromkeys(self.span(w, words[:i].count(w)) for i, w in enumerate(words))
        mentions = tuple(
            Mention(self.of.id, s, "name", "actor", "actors.name", "high") for s in spans
        )
        return Actor(id_, name, type_, mentions=mentions, **more)  # type: ignore[arg-type]

    def role(self, title: str, of: str | None, words: str) -> Role:
        return Role(self.of.id, title, of, self.span(words), "actors.title")

    def quotation(self, id_: str, words: str, speaker: str | None, cue: str | None) -> Quotation:
        return Quotation(
            id_, self.of.id, "full", self.span(words), speaker, None, self.opt(cue), cue, None,
            "quotations.after", "high",
        )  # fmt: skip

    def reported(self, id_: str, words: str, speaker: str | None, cue: str) -> ReportedStatement:
        return ReportedStatement(
            id_, self.of.id, "speech", True, self.span(words), speaker, None, self.span(cue), cue,
            "reported.clause", "high",
        )  # fmt: skip

    def quantity(self, id_: str, words: str, value: float | None, unit: str | None,
                 **more: Any) -> Quantity:  # fmt: skip
        return dataclasses.replace(
            Quantity(
                id_, self.of.id, self.span(words), value, None, None, unit, None, None, None,
                None, None, None, (), (), "quantities.money", "high",
            ),
            **more,
        )  # fmt: skip

    def time(self, id_: str, words: str, value: str, day: str | None = None) -> TimeExpression:
        resolved = None if day is None else Resolution(day, day, "day")
        return TimeExpression(
            id_, self.of.id, self.span(words), value, "weekday", resolved, "times.day", "high"
        )

    def event(self, id_: str, words: str, description: str, when: str | None, place: str | None,
              *who: str, status: str = "planned", day: str | None = None) -> Event:  # fmt: skip
        resolved = None if day is None else Resolution(day, day, "day")
        return Event(
            id_, self.of.id, self.span(words), "meeting", description, self.opt(when), when,
            resolved, place, self.opt(place), who, status, "events.verb", "high",  # type: ignore[arg-type]
        )  # fmt: skip

    def relation(self, id_: str, words: str, type_: str, source: str, target: str,
                 **more: Any) -> Relation:  # fmt: skip
        return dataclasses.replace(
            Relation(
                id_, self.of.id, self.span(words), type_, source, target, True, None, None, None,
                None, "asserted", "relations.verb", "high",
            ),
            **more,
        )  # fmt: skip

    def stance(self, id_: str, words: str, actor: str, label: str, basis: str,
               target: str | None = "the river talks") -> Stance:  # fmt: skip
        return Stance(
            id_, self.of.id, actor, target, label, self.span(words), basis, "stances.verb", "high",  # type: ignore[arg-type]
        )  # fmt: skip

    def term(self, id_: str, words: str, kind: str, by: str | None, to: str | None, gist: str,
             status: str = "stated") -> Term:  # fmt: skip
        return Term(
            id_, self.of.id, kind, by, to, gist, status, None, self.span(words), "terms.must",  # type: ignore[arg-type]
            "high",
        )  # fmt: skip


def ferry(**more: Any) -> Ledger:
    """One undated dispatch with an item of every list."""
    d = document(
        "ferry.txt",
        "Lowmark offers to reopen the strait",
        "Lowmark’s Prime Minister Ida Holm said on Monday: “We will open the strait once the "
        "dredgers leave.” Vesland dismissed the plan as a trick, and a senior official who "
        "would not be named told reporters that talks were premature.",
        "Lowmark gave Vesland over $40 million in aid last year, while Vesland has kept tariffs "
        "on Lowmark’s fish. The Harbour Bank puts losses at 12 percent of trade.",
        "Holm meets Vesland’s envoy in Port Anders on Thursday. Vesland must withdraw its "
        "dredgers first. Lowmark could offer a joint pilot service.",
        **more,
    )
    k = Desk(d)
    quote = "“We will open the strait once the dredgers leave.”"
    return Ledger(
        documents=(d,),
        actors=(
            k.actor("per:holm", "Ida Holm", "person", "Ida Holm",
                    roles=(k.role("Prime Minister", "state:LOW", "Lowmark’s Prime Minister"),)),
            k.actor("state:LOW", "Lowmark", "state", "Lowmark", "Lowmark", "Lowmark"),
            k.actor("state:VES", "Vesland", "state", "Vesland", "Vesland"),
            k.actor("org:HB", "Harbour Bank", "igo", "Harbour Bank"),
            k.actor("anon:official", "Senior official (unnamed)", "anonymous_source",
                    "a senior official"),
            k.actor("org:Anders", "Port of Anders", "company", "Port Anders"),
        ),
        quotations=(k.quotation("q01", quote, "per:holm", "said"),),
        reported_statements=(
            k.reported("r01", "talks were premature", "anon:official", "told"),
            k.reported("r02", "losses at 12 percent of trade", None, "puts"),
        ),
        quantities=(
            k.quantity("n01", "over $40 million", 40e6, "USD", approx="greater_than",
                       measures="aid to Vesland", as_of="last year"),
            k.quantity("n02", "12 percent", 12.0, "percent", measures="losses",
                       source="org:HB", attribution=("per:holm", "org:HB")),
        ),
        time_expressions=(
            k.time("t01", "Monday", "WEEK-MON"),
            k.time("t02", "last year", "Y-1"),
            k.time("t03", "Thursday", "WEEK-THU"),
        ),
        events=(
            k.event("e01", "said", "Holm’s statement", "Monday", None, "per:holm", status="past"),
            k.event("e02", "meets", "Meeting of Holm and the envoy", "Thursday", "Port Anders",
                    "per:holm", "state:VES"),
        ),
        relations=(
            k.relation("rel01", "Lowmark gave Vesland over $40 million in aid last year", "aid",
                       "state:LOW", "state:VES", value=40e6, unit="USD", time="last year",
                       quantity="n01"),
            k.relation("rel02", "Vesland has kept tariffs on Lowmark’s fish", "tariff",
                       "state:VES", "state:LOW"),
        ),
        stances=(
            k.stance("s01", quote, "per:holm", "conditional", "direct_quote"),
            k.stance("s02", "Vesland dismissed the plan as a trick", "state:VES", "oppose",
                     "narration"),
        ),
        terms=(
            k.term("d01", "Vesland must withdraw its dredgers first", "precondition", "per:holm",
                   "state:VES", "withdrawal of the dredgers"),
            k.term("d02", "Lowmark could offer a joint pilot service", "offer", "state:LOW", None,
                   "a joint pilot service", "speculative"),
        ),
        notes=("ferry.txt: no date is stated",),
        made_by=MadeBy("0.0.1"),
    )  # fmt: skip


def three() -> Ledger:
    """Three dispatches, two dated, one right to left; ids carry the document, as joined."""
    a = document(
        "a.txt", "Talks on the Corran dam open",
        "Ruda and Selm met on 3 March 2024 in Ostrand. Ruda welcomed the talks.",
        date=dt.date(2024, 3, 4), date_basis="dateline", publisher="Ostrand Post", language="en",
    )  # fmt: skip
    b = document(
        "b.txt", "Selm doubts the Corran plan",
        "Selm doubts the plan, said “Nothing flows without us” its minister, Pia Lund.",
        "Ruda lent Selm 900,000 crowns. Selm and Ruda meet again on 9 March 2024 in Ostrand.",
        language="en", date=dt.date(2024, 3, 6),
    )  # fmt: skip
    c = document(
        "c.txt", "محادثات السد", "قال الوزير إن رودا «لن تتراجع» عن السد.", language="ar",
    )  # fmt: skip
    ka, kb, kc = Desk(a), Desk(b), Desk(c)
    merged = [
        (ka.actor("state:RUD", "Ruda", "state", "Ruda", "Ruda"),
         kb.actor("state:RUD", "Ruda", "state", "Ruda"),
         kc.actor("state:RUD", "Ruda", "state", "رودا")),
        (ka.actor("state:SEL", "Selm", "state", "Selm"),
         kb.actor("state:SEL", "Selm", "state", "Selm", "Selm")),
        (kb.actor("per:lund", "Pia Lund", "person", "Pia Lund"),),
    ]  # fmt: skip
    actors = tuple(
        dataclasses.replace(same[0], mentions=tuple(m for x in same for m in x.mentions))
        for same in merged
    )
    return Ledger(
        documents=(a, b, c),
        actors=actors,
        quotations=(
            kb.quotation(f"{b.id}/q01", "“Nothing flows without us”", "per:lund", "said"),
            kc.quotation(f"{c.id}/q01", "«لن تتراجع»", None, None),
        ),
        quantities=(kb.quantity(f"{b.id}/n01", "900,000 crowns", 900_000.0, "crown"),),
        time_expressions=(
            ka.time(f"{a.id}/t01", "3 March 2024", "2024-03-03", "2024-03-03"),
            kb.time(f"{b.id}/t01", "9 March 2024", "2024-03-09", "2024-03-09"),
        ),
        events=(
            kb.event(f"{b.id}/e01", "meet again", "Second meeting", "9 March 2024", "Ostrand",
                     "state:RUD", "state:SEL", day="2024-03-09"),
            ka.event(f"{a.id}/e01", "met", "First meeting", "3 March 2024", "Ostrand",
                     "state:RUD", "state:SEL", status="past", day="2024-03-03"),
        ),
        relations=(
            kb.relation(f"{b.id}/rel01", "Ruda lent Selm 900,000 crowns", "loan", "state:RUD",
                        "state:SEL", value=900_000.0, unit="crown", quantity=f"{b.id}/n01"),
        ),
        stances=(
            ka.stance(f"{a.id}/s01", "Ruda welcomed the talks", "state:RUD", "support", "reported",
                      "the talks"),
            kb.stance(f"{b.id}/s01", "Selm doubts the plan", "state:SEL", "sceptical", "reported",
                      "the plan"),
        ),
        made_by=MadeBy("0.0.1", "some_model", "3.8.0", "cd" * 32),
    )  # fmt: skip


HOSTILE = (
    '<script>alert(1)</script> </script> ]]> "><img src=x onerror=alert(2)> '
    "\u202eesrever\u202c {{ 7*7 }} {% raw %} &amp; <!-- 'a' --> \u2066x http://example.org/x.js"
)


def hostile() -> Ledger:
    """Markup, template code and direction controls wherever a document or its reader puts text."""
    d = dataclasses.replace(
        document(HOSTILE, HOSTILE, f"He said {HOSTILE} on Monday. {HOSTILE} and Two {HOSTILE}"),
        title=HOSTILE, publisher=HOSTILE, warnings=(HOSTILE,), language='"><b>',
    )  # fmt: skip
    k = Desk(d)
    return Ledger(
        documents=(d,),
        actors=(
            k.actor("per:one", HOSTILE, "person", HOSTILE,
                    roles=(k.role(HOSTILE, '"><i>', HOSTILE),)),
            k.actor("anon:two", HOSTILE, "anonymous_source", "Two", affiliation="<nobody>"),
        ),
        quotations=(k.quotation("<q>", HOSTILE, "per:one", HOSTILE),),
        reported_statements=(k.reported('"r', HOSTILE, "no such <actor>", HOSTILE),),
        quantities=(k.quantity("n", HOSTILE, 1e9, HOSTILE, measures=HOSTILE, as_of=HOSTILE,
                               attribution=("<x>", "<y>")),),
        time_expressions=(k.time("t", "Monday", "WEEK-MON"),),
        events=(k.event("e", "said", HOSTILE, "Monday", HOSTILE, "<p>"),
                k.event("e2", "said", HOSTILE, None, None)),
        relations=(
            k.relation("rel", HOSTILE, HOSTILE, "per:one", "anon:two", value=5.0, unit=HOSTILE,
                       time=HOSTILE, quantity="n"),
            k.relation("rel2", HOSTILE, "aid", "<z>", "anon:two"),
        ),
        stances=(k.stance("s", HOSTILE, "per:one", "oppose", "reported", HOSTILE),),
        terms=(k.term("d", HOSTILE, "demand", "<w>", "anon:two", HOSTILE),),
        notes=(HOSTILE,),
        made_by=MadeBy(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    )  # fmt: skip


def bare(*documents: Document) -> Ledger:
    """Documents in which nothing was found."""
    return Ledger(documents=documents)
