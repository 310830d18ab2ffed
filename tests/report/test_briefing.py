from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import SpanMismatch
from detente.evidence.ledger import Ledger
from detente.findings import Finding, Severity, Witness
from detente.report.briefing import write_briefing
from detente.saving import save
from detente.types import Span
from tests.report import briefing_ledgers as made
from tests.report.page_reader import Node, citations, pieces, read_page

LEDGERS: dict[str, Callable[[], Ledger]] = {
    "one": made.ferry,
    "three": made.three,
    "hostile": made.hostile,
    "empty": Ledger,
    "nothing found": lambda: made.bare(made.document("n.txt", "A title", "No claim here.")),
    "no paragraphs": lambda: made.bare(
        dataclasses.replace(made.document("p.txt", "Loose words"), paragraphs=())
    ),
    "no text": lambda: made.bare(made.document("e.txt")),
}
each_ledger = pytest.mark.parametrize("make", LEDGERS.values(), ids=LEDGERS.keys())


def finding(ledger: Ledger, words: str, severity: Severity = "error") -> Finding:
    document = ledger.documents[0]
    start = document.text.index(words)
    witness = Witness(document.id, document.span(start, start + len(words)))
    return Finding("ABC001", severity, "Two of these cannot be.", "Why not.", (witness,), ("Row.",))


def section(page: Node, id_: str) -> str:
    return " ".join(page.one(id_).text().split())


@each_ledger
def test_pieces_of_every_citation_join_to_its_words(make: Callable[[], Ledger]) -> None:
    ledger = make()
    page = read_page(write_briefing(ledger))
    found = citations(page)
    assert len(found) >= len(list(ledger.items()))
    for link, document, start, end in found:
        words = ledger.documents[document].text[start:end]
        cut = [
            p
            for p in pieces(page, document)
            if int(p.attributes["data-s"]) < end and int(p.attributes["data-e"]) > start
        ]
        assert "".join(p.text() for p in cut) == words
        assert link.attributes["href"] == f"#{cut[0].attributes['id']}"
        if link.tag == "a" and not link.all("text"):
            assert link.text(without=frozenset({"loc", "qm"})) == words


@each_ledger
def test_the_source_is_the_text_unchanged(make: Callable[[], Ledger]) -> None:
    ledger = make()
    page = read_page(write_briefing(ledger))
    shown = [a.all("div", "words")[0].text() for a in page.all("article")]
    assert shown == [d.text for d in ledger.documents]


@each_ledger
def test_ids_are_unique_and_every_inner_link_arrives(make: Callable[[], Ledger]) -> None:
    page = read_page(write_briefing(make()))
    ids = [n.attributes["id"] for n in page.walk() if "id" in n.attributes]
    assert len(ids) == len(set(ids))
    targets = [n.attributes["href"] for n in page.walk() if "href" in n.attributes]
    assert [t for t in targets if not t.startswith("#") or t[1:] not in ids] == []
    labels = [n.attributes.get("aria-labelledby", "") for n in page.walk()]
    assert [i for label in labels for i in label.split() if i not in ids] == []


@each_ledger
def test_nothing_can_be_loaded_or_run(make: Callable[[], Ledger]) -> None:
    html = write_briefing(make())
    page = read_page(html)
    for node in page.walk():
        assert node.tag not in {
            "img",
            "link",
            "iframe",
            "object",
            "embed",
            "form",
            "base",
            "b",
        } or (node.tag == "b" and not node.attributes)
        for name in node.attributes:
            assert not name.startswith("on")
            assert name not in {"style", "src", "srcset", "action", "formaction", "xlink:href"}
    assert len(page.all("script")) == 2
    assert len(page.all("style")) == 1
    policy = next(
        m.attributes["content"]
        for m in page.all("meta")
        if m.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    assert policy.count("'sha256-") == 2


@each_ledger
def test_the_same_ledger_gives_the_same_bytes(make: Callable[[], Ledger]) -> None:
    assert write_briefing(make()) == write_briefing(make())


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "import briefing_ledgers as m; from detente.report.briefing import write_briefing;"
        "print(ascii(write_briefing(m.ferry()) + write_briefing(m.three())))"
    )
    pages = set()
    for seed in ("0", "1"):
        path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        out = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
        pages.add(out.stdout)
    assert len(pages) == 1


@each_ledger
def test_headings_and_tables_are_in_order(make: Callable[[], Ledger]) -> None:
    page = read_page(write_briefing(make()))
    assert len(page.all("h1")) == 1
    sections = page.all("section")
    assert [s.attributes["id"] for s in sections] == (
        "findings actors stances terms leverage timeline figures statements method".split()
    )
    for part in sections:
        assert len(part.all("h2")) == 1
        assert len(part.all("p")) + len(part.all("table")) + len(part.all("li")) > 0
    for table in page.all("table"):
        assert table.children
        captions = table.all("caption")
        assert len(captions) == 1
        assert captions[0].text().strip()
        assert all(h.attributes.get("scope") for h in table.all("th"))
    for figure in page.all("svg", "f"):
        assert figure.all("title")[0].text()
        assert figure.all("desc")[0].text()


def test_an_empty_section_says_why() -> None:
    page = read_page(write_briefing(Ledger()))
    assert section(page, "findings").endswith("No checks were run.")
    assert section(page, "terms").endswith("The reader found no demand, offer or threat.")
    assert section(page, "leverage").endswith("found no relation between two actors.")
    assert "In brief" not in page.text()


def test_in_brief_counts_and_cites_what_the_record_says() -> None:
    page = read_page(write_briefing(made.ferry()))
    sentences = [" ".join(li.text().split()) for li in page.one("brief").all("li")]
    assert sentences == [
        "Where two actors stand: one on a condition, one opposed. On a condition, Ida Holm: "
        "“We will open the strait once the dredgers leave.”¶2. Opposed, Vesland, as narrated: "
        "“Vesland dismissed the plan as a trick”¶2. Section 3",
        "One demand and one offer are on record, one in the party’s own words. Asked for, "
        "Ida Holm (precondition): “Vesland must withdraw its dredgers first”¶4. On offer, "
        "Lowmark (offer, speculative): “Lowmark could offer a joint pilot service”¶4. Section 4",
        "One of two figures names no source. It is over $40 million¶3. "
        "The one amount on the leverage map has no source. Section 7, section 5",
        "The document states no date. All three time expressions stay as written, "
        "namely “Monday”¶2, “last year”¶3, “Thursday”¶4. Section 6",
    ]


def test_every_sentence_in_brief_has_words_behind_it() -> None:
    for make in (made.ferry, made.three, made.hostile):
        brief = read_page(write_briefing(make())).one("brief")
        items = brief.all("li")
        assert 0 < len(items) <= 5
        assert all(li.all("a", "w") for li in items)


def test_findings_are_rows_with_words_worst_first() -> None:
    ledger = made.ferry()
    found = [finding(ledger, "Thursday", "note"), finding(ledger, "Monday")]
    page = read_page(write_briefing(ledger, findings=found))
    rows = page.one("findings").all("tbody")[0].all("tr")
    assert [r.all("td")[1].text() for r in rows] == ["error", "note"]
    words = [r.all("a", "w")[0].text(without=frozenset({"loc"})) for r in rows]
    assert words == ["Monday", "Thursday"]
    assert "1 error, 1 note" in page.all("dl", "meta")[0].text()
    assert page.one("brief").all("li")[0].all("strong")[0].text() == "Two of these cannot be."
    assert len(page.one("brief").all("li")) == 5


def test_no_checks_and_no_findings_are_told_apart() -> None:
    ledger = made.ferry()
    assert "No checks were run." in write_briefing(ledger)
    clean = write_briefing(ledger, findings=[])
    assert "No checks were run." not in clean
    assert "Checks were run and found nothing." in clean


def test_a_finding_about_other_words_is_refused() -> None:
    ledger = made.ferry()
    wrong = Finding("X", "note", "M.", "", (Witness(ledger.documents[0].id, Span(0, 3, "abc")),))
    with pytest.raises(SpanMismatch, match=r"ferry\.txt 0:3"):
        write_briefing(ledger, findings=[wrong])
    nowhere = Finding("X", "note", "M.", "", (Witness("feed", Span(0, 3, "abc")),))
    with pytest.raises(SpanMismatch, match="feed"):
        write_briefing(ledger, findings=[nowhere])


def test_several_documents_are_told_apart() -> None:
    page = read_page(write_briefing(made.three()))
    places = {
        loc.text().replace("\u00a0", " ") for loc in page.one("statements").all("span", "loc")
    }
    assert places == {"B ¶2", "C ¶2"}
    assert len(page.all("article")) == 3
    masthead = page.all("header")[0].text()
    assert "4 March 2024 (dateline)" in masthead
    assert "one without a date" in masthead
    assert "Ostrand Post" in masthead
    heads = [
        h.text()
        for h in page.one("actors").all("table")[1].all("th")
        if h.attributes.get("scope") == "col"
    ]
    assert heads == ["Name", "A", "B", "C", "Mentions in All", "First named as"]
    ruda = next(r for r in page.one("actors").all("tr") if "Ruda" in r.text())
    assert [c.text().strip() for c in ruda.all("td", "num")] == ["2", "1", "1", "4"]


def test_a_right_to_left_document_keeps_its_direction() -> None:
    page = read_page(write_briefing(made.three()))
    directions = [(a.attributes["lang"], a.attributes["dir"]) for a in page.all("article")]
    assert directions == [("en", "ltr"), ("en", "ltr"), ("ar", "rtl")]
    assert all(a.attributes.get("dir") == "auto" for a, *_ in citations(page) if not a.all("text"))
    unknown = made.bare(made.document("u.txt", "123 שלום"))
    assert read_page(write_briefing(unknown)).all("article")[0].attributes["dir"] == "rtl"


def test_timeline_has_dated_events_in_order() -> None:
    page = read_page(write_briefing(made.three()))
    heads = [r.all("th")[0].text() for r in page.one("timeline").all("tbody")[0].all("tr")]
    assert heads == ["First meeting", "Second meeting"]
    assert "Sun 3 Mar 2024" in page.one("timeline").text()


def test_what_is_missing_is_written() -> None:
    page = read_page(write_briefing(made.ferry()))
    assert "none given" in section(page, "figures")
    assert "Harbour Bank cited by Ida Holm" in section(page, "figures")
    assert "speaker not found" in section(page, "statements")
    assert "none given" in section(page, "leverage")
    assert "1 statement without a speaker" in section(page, "method")


def test_hostile_text_is_shown_and_stays_text() -> None:
    html = write_briefing(made.hostile())
    page = read_page(html)
    assert "onerror=alert(2)>" in page.all("h1")[0].text()
    assert made.HOSTILE in page.all("article")[0].text()
    assert "49" not in page.all("h1")[0].text()
    assert "alert(1)" not in "".join(s.text() for s in page.all("script") if not s.attributes)
    title = page.all("title")[0].text()
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", title)
    assert "example.org" in page.text()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_from_the_page(words: str) -> None:
    ledger = made.bare(made.document("any.txt", "T", words))
    page = read_page(write_briefing(ledger, title=words))
    expected = ledger.documents[0].text.replace("\0", "\ufffd")
    assert page.all("article")[0].all("div", "words")[0].text() == expected


def test_the_title_is_the_users_else_the_documents() -> None:
    heading = read_page(write_briefing(made.ferry(), title="River talks")).all("h1")[0]
    assert heading.text() == "River talks"
    assert read_page(write_briefing(made.ferry())).all("h1")[0].text() == (
        "Lowmark offers to reopen the strait"
    )
    assert read_page(write_briefing(made.three())).all("h1")[0].text() == (
        "Talks on the Corran dam open"
    )
    undated = [made.document(f"{n}.txt", f"Title {n}") for n in "xy"]
    page = read_page(write_briefing(made.bare(*undated)))
    assert page.all("h1")[0].text() == "Two documents: Title x …"


def test_the_sample_stays_within_its_size(shared: Path) -> None:
    from tests.report import sample_ledger

    ledger = sample_ledger.sample(shared)
    html = write_briefing(ledger)
    assert len(html.encode()) < 400_000
    page = read_page(html)
    assert len(citations(page)) > 250
    assert len(page.one("brief").all("li")) == 4


def test_save_writes_the_page_whole(tmp_path: Path) -> None:
    html = write_briefing(made.ferry())
    save(html, tmp_path / "b.html")
    assert (tmp_path / "b.html").read_text(encoding="utf-8") == html
    assert [p.name for p in tmp_path.iterdir()] == ["b.html"]
