"""What a reader who knows nothing of the program must never meet: ids, clipped words, claims."""

from __future__ import annotations

import dataclasses
import json
import re
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents.document import Paragraph
from detente.evidence.items import Event, Term
from detente.evidence.ledger import Ledger
from detente.report.briefing import write_briefing
from detente.report.clause_words import ClauseWords
from detente.report.desk import Desk
from detente.report.overview import overview
from detente.report.page_data import page_data
from detente.report.tellings import Tellings
from detente.report.whole_words import LEADING_ON, whole, whole_span
from detente.types import Span
from tests.report import briefing_ledgers as made
from tests.report.page_reader import Node, citations, read_page

INTERNAL = re.compile(r"\b(?:org|state|per|grp|anon):\w|\b(?:rel|[sqrntde])\d\d\b")


def page_of(ledger: Ledger, **more: Any) -> Node:
    return read_page(write_briefing(ledger, **more))


def words_of(page: Node, id_: str) -> str:
    return " ".join(page.one(id_).text().split())


def envoys() -> Ledger:
    """Bodies that are no actors of the ledger: two known to the reference tables, one not."""
    d = made.document(
        "e.txt",
        "Envoys",
        "Ambassador Lio Brandt and envoy Sena Holt met. Pilots wait. Fees fell 4%.",
    )
    k = made.Desk(d)
    return Ledger(
        documents=(d,),
        actors=(
            k.actor("per:brandt", "Lio Brandt", "person", "Lio Brandt", affiliation="org:UN",
                    roles=(k.role("ambassador", "state:NOR", "Ambassador"),)),
            k.actor("per:holt", "Sena Holt", "person", "Sena Holt", affiliation="org:Nowhere",
                    roles=(k.role("envoy", "org:Nowhere", "envoy"),)),
        ),
        quantities=(k.quantity("n01", "4%", 4.0, "percent", attribution=("org:Nowhere",)),),
        events=(k.event("e01", "met", "Meeting", None, None, "per:brandt", "org:Nowhere"),),
        relations=(k.relation("rel01", "Pilots wait", "aid", "org:Nowhere", "per:holt"),),
        stances=(k.stance("s01", "Pilots wait", "org:Nowhere", "support", "narration"),),
        terms=(k.term("d01", "Pilots wait", "demand", "org:Nowhere", "state:QQQ", "pilots wait"),),
    )  # fmt: skip


def test_a_body_outside_the_ledger_has_a_name_or_is_left_out() -> None:
    who = words_of(page_of(envoys()), "actors")
    assert "belongs to United Nations" in who
    assert "Norway" in who
    assert "Sena Holt" in who
    assert "Nowhere" not in who


@pytest.mark.parametrize("make", [envoys, made.ferry, made.three])
def test_no_internal_id_reaches_a_reader(make: Any) -> None:
    ledger = make()
    page = page_of(ledger)
    shown = " ".join(a.text() for tag in ("main", "aside") for a in page.all(tag))
    assert not INTERNAL.search(shown)
    data = json.loads(str(page_data(Desk(ledger))))
    told = [str(field) for name in ("items", "parts", "actors") for row in data[name]
            for field in (row[3:] if isinstance(row, list) else [row])]  # fmt: skip
    assert [t for t in told if INTERNAL.search(t)] == []
    assert not INTERNAL.search(overview(ledger))


def test_a_figure_attributed_to_an_unknown_body_is_not_called_unsourced() -> None:
    page = page_of(envoys())
    assert "not a named actor" in words_of(page, "figures")
    assert "one names a source" in words_of(page, "figures")
    assert "no source" not in words_of(page, "brief")


def test_an_empty_section_says_which_language_the_rules_are_for() -> None:
    d = made.document("p.txt", "Sobre a ponte", "Nada consta.", language="pt")
    page = page_of(dataclasses.replace(made.bare(d), notes=("p.txt: a note",)))
    says = "The reader’s rules are for English, and this document seems to be in Portuguese."
    for section in ("actors", "terms", "figures", "timeline", "leverage", "statements", "stances"):
        assert f"The reader found no {words_of(page, section).split('found no ')[1]}"
        assert words_of(page, section).endswith(says)
    head = page.all("header")[0].text()
    assert says in head
    assert "p.txt: a note" in head
    english = page_of(made.bare(made.document("e.txt", "On the bridge", language="en")))
    assert words_of(english, "figures").endswith("The reader found no figure.")
    assert "for English" not in english.text()


def test_of_several_documents_the_foreign_ones_are_named() -> None:
    page = page_of(made.three())
    says = "The reader’s rules are for English; document C seems to be in Arabic."
    assert words_of(page, "terms").endswith(says)


def test_notes_of_the_ledger_stand_in_method() -> None:
    notes = ("b.txt: the same words as a.txt", "c.pdf: could not be read")
    page = page_of(dataclasses.replace(made.ferry(), notes=notes))
    listed = [li.text().strip() for li in page.one("method").all("li")]
    assert set(notes) <= set(listed)


def test_times_without_a_date_are_counted() -> None:
    ledger = made.ferry()
    day = made.three().time_expressions[0].resolved
    first, *others = (dataclasses.replace(t, resolved=day) for t in ledger.time_expressions)
    page = page_of(dataclasses.replace(ledger, time_expressions=(first, *others)))
    assert "stay as written" not in words_of(page, "brief")
    assert "3 time expressions, none unresolved" in words_of(page, "timeline")
    vague = dataclasses.replace(first, type="vague", resolved=None)
    page = page_of(dataclasses.replace(ledger, time_expressions=(vague, *others)))
    assert "One of three time expressions stay" in words_of(page, "brief")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“choosing the oar over the gun", "choosing the oar over the gun"),
        ("the plan “as good as any", "the plan"),
        ("the plan “as good as any”", "the plan “as good as any”"),
        ("fishers who", "fishers"),
        ("a meeting with his", "a meeting"),
        ("the harbour (once", "the harbour"),
        ('the "old" harbour', 'the "old" harbour'),
        ('the "old harbour', "the old harbour"),
        ('the old "harbour', "the old"),
        ("the dam”, and", "the dam"),
        ("talks in May", "talks in May"),
        ("of the", ""),
    ],
)
def test_a_label_ends_where_a_phrase_ends(words: str, expected: str) -> None:
    assert whole(words) == expected


@given(st.text(st.sampled_from('ab “”«»()" who the,'), max_size=40))
def test_no_label_keeps_a_lone_mark_or_a_loose_word(words: str) -> None:
    label = whole(words)
    assert label.count("“") == label.count("”")
    assert label.count("(") == label.count(")")
    assert label.count('"') % 2 == 0
    assert not label or label.split()[-1] not in LEADING_ON


@given(st.text(st.sampled_from("ab who the, ”"), min_size=1, max_size=30), st.integers(0, 9))
def test_a_trimmed_span_is_the_beginning_of_the_span(words: str, start: int) -> None:
    span = Span(start, start + len(words), words)
    kept = whole_span(span)
    assert kept.start == start
    assert words.startswith(kept.text)
    assert len(kept.text) == kept.end - kept.start > 0


def test_a_clipped_topic_is_mended_and_not_repeated() -> None:
    ledger = made.ferry()
    one, two = ledger.stances
    stances = (
        dataclasses.replace(one, target="the pilots who"),
        dataclasses.replace(two, target="the plan"),
    )
    page = page_of(dataclasses.replace(ledger, stances=stances))
    topics = [s.text() for s in page.one("stances").all("small") if s.text().startswith("on ")]
    assert topics == ["on the pilots"]


def told(sentence: str, trigger: str, description: str, *who: str) -> str:
    d = made.document("t.txt", "Title", sentence)
    k = made.Desk(d)
    names = [(f"per:{i}", w) for i, w in enumerate(who)]
    event = k.event("e", trigger, description, None, None, *(i for i, _ in names))
    actors = tuple(k.actor(i, w, "person", w) for i, w in names)
    return ClauseWords(Ledger(documents=(d,), actors=actors, events=(event,))).event(event)


@pytest.mark.parametrize(
    ("sentence", "trigger", "description", "who", "expected"),
    [
        ("As rain fell, Holm firmly rejected the pilots’ offer on Friday, and left.", "rejected",
         "rejected", ("Holm",), "Holm firmly rejected the pilots’ offer on Friday"),
        ("“We wait,” Lund said on Monday.", "said", "Lund: said", ("Lund",),
         "Lund said on Monday"),
        ("Crews left after the raid in which the old ferry was captured by rebels.", "captured",
         "captured", (), "the old ferry was captured by rebels"),
        ("The tour ends in Port Anders on 3 May, 2031.", "ends in Port Anders",
         "Port Anders: ends in Port Anders", (), "The tour ends in Port Anders on 3 May, 2031"),
        ("Holm met Lund on Friday.", "met", "Meeting of Holm and Lund", ("Holm",),
         "Meeting of Holm and Lund"),
        ("Holm agreed a pact on Friday.", "pact", "trade pact with the", (), "trade pact"),
    ],
)  # fmt: skip
def test_a_bare_verb_is_shown_in_its_clause(
    sentence: str, trigger: str, description: str, who: tuple[str, ...], expected: str
) -> None:
    assert told(sentence, trigger, description, *who) == expected


@given(st.lists(st.sampled_from(["Holm", "met", "the", "of", ",", "(", "“", "ferry", "—"]),
                max_size=40), st.integers(0, 40))  # fmt: skip
def test_words_around_a_trigger_are_few_and_of_the_text(words: list[str], at: int) -> None:
    sentence = " ".join([*words[:at], "seized", *words[at:]])
    shown = told(sentence, "seized", "seized", *(["Holm"] if "Holm" in words else []))
    assert len(shown.split()) <= 17
    assert "seized" in shown
    assert [w for w in shown.split() if w not in sentence.split()] == []


def test_a_demand_is_shown_with_its_subject_and_cites_its_own_words() -> None:
    d = made.document("d.txt", "Title", "After rain, Vesland will close the strait. If Lund stays, "
                      "we are ready to leave. Aid from Vesland reopened the port.")  # fmt: skip
    k = made.Desk(d)
    actors = (k.actor("state:VES", "Vesland", "state", "Vesland", "Vesland"),)
    spans = ("close the strait", "leave", "If Lund stays", "reopened the port")
    terms = tuple(k.term(f"d{i}", s, "demand", "state:VES", None, s) for i, s in enumerate(spans))
    ledger = Ledger(documents=(d,), actors=actors, terms=terms)
    clauses = ClauseWords(ledger)
    found = [clauses.subject_of(t.document, t.span) for t in terms]
    assert found == ["Vesland will ", "we are ready to ", "", ""]
    page = page_of(ledger)
    assert "“Vesland will close the strait”" in words_of(page, "brief")
    cited = {d.text[s:e] for _, _, s, e in citations(page.one("brief"))}
    assert "close the strait" in cited
    assert "We are ready to leave" in words_of(page, "terms")


def again(ledger: Ledger) -> Ledger:
    """The ferry's aid and its meeting told a second time, the aid there with a source."""
    d = ledger.documents[0]
    aid, losses = ledger.quantities
    there = d.text.index("aid last year")
    later = dataclasses.replace(
        aid, id="n03", span=d.span(there, there + 13), same_as="n01", attribution=("org:HB",)
    )
    first, meeting = ledger.events
    port = d.text.index("Port Anders")
    second = dataclasses.replace(
        meeting, id="e03", trigger_span=d.span(port, port + 11), same_as="e02"
    )
    return dataclasses.replace(
        ledger, quantities=(aid, losses, later), events=(first, meeting, second)
    )


def test_what_is_told_twice_is_one_row_with_both_places() -> None:
    page = page_of(again(made.ferry()))
    figures = words_of(page, "figures")
    assert "2 distinct figures in 3 tellings" in figures
    assert len(page.one("figures").all("tbody")[0].all("tr")) == 2
    assert "also told: aid last year" in figures
    assert "2 distinct events in 3 tellings" in words_of(page, "timeline")
    assert len(page.one("timeline").all("tbody")[0].all("tr")) == 2
    assert "also told: Port Anders" in words_of(page, "timeline")


def test_a_source_named_in_any_telling_counts() -> None:
    page = page_of(again(made.ferry()))
    assert "name no source" not in words_of(page, "brief")
    assert "two name a source" in words_of(page, "figures")
    assert "one with a magnitude, sourced" in words_of(page, "leverage")


def test_tellings_that_name_each_other_or_nobody_are_still_shown() -> None:
    event = made.ferry().events[0]

    def named(id_: str, same_as: str | None) -> Event:
        return dataclasses.replace(event, id=id_, same_as=same_as)

    ring = Tellings([named("a", "b"), named("b", "a"), named("c", "gone"), named("d", "d")])
    assert [e.id for e in ring.firsts] == ["a", "c", "d"]
    chain = Tellings([named("a", None), named("b", "a"), named("c", "b")])
    assert [[e.id for e in chain.of(e)] for e in chain.firsts] == [["a", "b", "c"]]


def test_actors_with_the_same_words_are_named_together() -> None:
    ledger = made.ferry()
    shared = ledger.stances[1]
    both = (shared, dataclasses.replace(shared, id="s03", actor="state:LOW"))
    brief = words_of(page_of(dataclasses.replace(ledger, stances=both)), "brief")
    assert brief.count("dismissed the plan") == 1
    assert "Vesland, Lowmark, as narrated" in brief or "Lowmark, Vesland, as narrated" in brief


def test_the_mark_of_a_list_item_stands_on_its_line() -> None:
    text = "Title\n\n- One\n- Two\n"
    d = made.document("l.txt", "T")
    one, two = text.index("One"), text.index("Two")
    places = ((0, 5, "title"), (one, one + 3, "body"), (two, two + 3, "body"))
    paragraphs = tuple(Paragraph(i, *place) for i, place in enumerate(places, 1))  # type: ignore[arg-type]
    listed = dataclasses.replace(d, text=text, paragraphs=paragraphs)
    blocks = page_of(made.bare(listed)).all("article")[0].all("p", "p")
    assert [b.text().strip() for b in blocks] == ["- One", "- Two"]


def test_words_around_places_are_found_in_time() -> None:
    d = made.document("long.txt", "T", "Holm seized it, " * 40_000)
    k = made.Desk(d)
    event = k.event("e", "seized", "seized", None, None)
    term: Term = k.term("d", "seized it", "demand", None, None, "seized it")
    late = d.text.rindex("seized it")
    ledger = Ledger(
        documents=(d,),
        events=(dataclasses.replace(event, trigger_span=d.span(late, late + 6)),),
        terms=(dataclasses.replace(term, span=d.span(late, late + 9)),),
    )
    begun = time.process_time()
    write_briefing(ledger)
    whole("(" * 300_000 + "a")
    whole(" who" * 300_000)
    assert time.process_time() - begun < 5
