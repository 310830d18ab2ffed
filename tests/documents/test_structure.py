"""Paragraphs and their kinds."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents import from_bytes, read_document
from detente.documents.structure import Block, lay_out, paragraphs_of

LONG = (
    "The foreign ministers of the two republics met for three hours on Friday and agreed to "
    "continue their talks in the autumn, a spokesman for the hosts told reporters."
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(p.kind, text[p.start : p.end]) for p in paragraphs_of(text)]


def test_article_with_contents_list() -> None:
    text = (
        "Harbour talks resume: Can they last?\n"
        f"{LONG}\n"
        "- Why the harbour matters: A short history\n"
        "- What each side wants\n"
        f"{LONG}\n"
        "Why the harbour matters: A short history\n"
        f"{LONG}\n"
        "What each side wants\n"
        f"{LONG}\n"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "title", "body", "bullet", "bullet", "body", "heading", "body", "heading", "body",
    ]  # fmt: skip
    assert kinds(text)[2][1] == "Why the harbour matters: A short history"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- Northern Ferry Company", "bullet"),
        ("• Ana Silva, minister of fisheries", "bullet"),
        ("- The two sides agreed to reopen the ferry.", "body"),
        ("- Withdraw all patrol boats from the strait within thirty days;", "body"),
        ("* Russia and Meridia will exchange lists of prisoners before the winter sets in", "body"),
        ("1. We reaffirm our commitment to the ceasefire of last year.", "body"),
        ("CONFIDENCE-BUILDING MEASURES:", "heading"),
        ("What the ministers did not say", "heading"),
        ("Here is what they told us:", "body"),
        ("Minister rejects “ultimatum”", "heading"),
        ("By Ana Silva", "byline"),
        ("By Ana Silva and Jo van der Berg, Reuters", "byline"),
        ("By noon the delegates had left the hall.", "body"),
        ("(AFP)", "byline"),
        ("4 May 2024", "byline"),
        ("Wednesday, July 10, 2019", "byline"),
        ("2:53 P.M. EDT", "byline"),
        ("Published 4 May 2024", "byline"),
        ("Last updated: 2024-05-04 10:30 GMT", "byline"),
        ("The Harbour Post, May 4, 2024", "byline"),
        ("Reporting by Ana Silva; editing by Jo Berg", "byline"),
        ("Photo: the harbour at dusk", "caption"),
        ("<figcaption>Delegates arrive</figcaption>", "caption"),
        ("![The harbour](harbour.png)", "caption"),
        ("The harbour at dusk on Friday. (AP Photo/Ana Silva)", "caption"),
        ("© 2024 Harbour Post", "caption"),
        ("Ana Silva: “We are ready to talk about the ferry now”", "body"),
        ("President of Meridia Jo Berg: Colleagues, friends, ladies and gentlemen,", "body"),
        ("He will leave with the delegation of the U.S.", "body"),
        ("Trade Talks With the U.S.", "heading"),
    ],
)
def test_a_line_in_an_article(line: str, kind: str) -> None:
    text = f"Ministers meet again\n\n{LONG}\n\n{line}\n\n{LONG}\n\n{LONG}\n"
    assert [k for k, _ in kinds(text)] == ["title", "body", kind, "body", "body"]


def test_transcript_turns_are_prose() -> None:
    text = (
        "Remarks to the press\n\nMODERATOR: Thank you for coming.\n\n"
        "MINISTER SILVA: We will sign today.\n\nMINISTER SILVA: No comment\n\nMODERATOR: Next one"
    )
    assert [k for k, _ in kinds(text)] == ["title", "body", "body", "body", "body"]


def test_questions_head_sections_but_not_in_transcripts() -> None:
    article = f"A title stands here\n\n{LONG}\n\nWhat happens next?\n\n{LONG}\n"
    assert [k for k, _ in kinds(article)] == ["title", "body", "heading", "body"]
    talk = f"A title stands here\n\nHOST: {LONG}\n\nAnd what happens next?\n\nHOST: Well. {LONG}\n"
    assert [k for k, _ in kinds(talk)] == ["title", "body", "body", "body"]


def test_long_official_title() -> None:
    title = (
        "Joint Communiqué of the Foreign Secretary of the Duchy of Ostland and the Chief Minister "
        "of the Republic of Meridia on the outcomes of their meeting in Port Sal, 2024"
    )
    assert kinds(f"{title}\n\n{LONG}\n")[0] == ("title", title)


def test_no_title_after_prose() -> None:
    text = f"{LONG}\n\nWhat comes next\n\n{LONG}\n"
    assert [k for k, _ in kinds(text)] == ["body", "heading", "body"]


def test_byline_may_stand_above_the_title() -> None:
    text = f"4 May 2024\nMinisters meet again\n{LONG}\n"
    assert [k for k, _ in kinds(text)] == ["byline", "title", "body"]


def test_signatures_are_no_headings() -> None:
    text = f"Joint statement\n\n{LONG}\n\nAna Silva\n\nPrime Minister of Meridia\n"
    assert [k for k, _ in kinds(text)] == ["title", "body", "byline", "byline"]


def test_one_line_alone_is_read() -> None:
    assert kinds("Meridia must withdraw its patrol boats") == [
        ("body", "Meridia must withdraw its patrol boats")
    ]


def test_notes_without_full_stops_are_read() -> None:
    text = "Notes on the call\nMeridia wants the ferry back\nOstland says no"
    assert [k for k, _ in kinds(text)] == ["title", "body", "body"]


def test_numbered_heading_and_numbered_list() -> None:
    text = f"A title stands here\n\n1. Background\n\n{LONG}\n\n1. Home\n2. News\n3. Statements\n"
    assert [k for k, _ in kinds(text)] == [
        "title", "heading", "body", "bullet", "bullet", "bullet",
    ]  # fmt: skip


def test_dialogue_dash_stays_with_its_sentence() -> None:
    text = f"A title stands here\n\n{LONG}\n\n— We shall not sign, he said.\n"
    assert kinds(text)[2] == ("body", "— We shall not sign, he said.")


def test_rules_and_comments_are_no_paragraphs() -> None:
    text = f"A title stands here\n\n* * *\n\n{LONG}\n\n-----\n\n<!-- -->\n\n{LONG}\n"
    assert [k for k, _ in kinds(text)] == ["title", "body", "body"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    first, second = textwrap.fill(LONG + " " + LONG, 72), textwrap.fill(LONG, 72)
    items = "- the ferry is to sail again from\n  the first of June on;\n- one item"
    text = f"Ministers meet again\n\n{first}\n\n{second}\n\n{items}\n\n{second}\n"
    found = kinds(text)
    assert [k for k, _ in found] == ["title", "body", "body", "body", "bullet", "body"]
    assert found[1][1] == first
    assert found[3][1] == "the ferry is to sail again from\n  the first of June on;"


def test_number_in_mid_sentence_opens_no_list() -> None:
    lines = (
        "The ministers protect the rights of the fishermen with two steps: they\n"
        "(1) assert the old treaty before the court of the two republics, which sits\n"
        "(2) in the northern capital, and pay for the boats that were lost there;\n"
        "(3) nobody else may be asked to do so, the hosts said in their answer."
    )
    found = kinds(f"A title stands here\n\n{lines}\n\n{textwrap.fill(LONG, 72)}\n")
    assert [text[:12] for _, text in found] == [
        "A title stan", "The minister", "nobody else ", "The foreign ",
    ]  # fmt: skip


def test_hard_wrapped_without_empty_lines() -> None:
    text = "\n".join("  " + textwrap.fill(LONG, 70).replace("\n", "\n") for _ in range(4))
    assert [k for k, _ in kinds(text)] == ["body"] * 4


def test_short_lines_of_prose_are_not_wrapped() -> None:
    text = "\n".join(
        f"The minister made statement number {i} about the ferry today." for i in range(9)
    )
    assert len(kinds(text)) == 9


def test_stray_break_in_mid_sentence_is_mended() -> None:
    text = f"A title stands here\n\n{LONG[:100]}\n{LONG[100:]}\n{LONG}\n"
    assert [k for k, _ in kinds(text)] == ["title", "body", "body"]


def test_blocks_keep_what_their_format_told() -> None:
    text, paragraphs = lay_out(
        [
            Block("Ministers meet", "heading"),
            Block("---"),
            Block(LONG),
            Block("An item", "bullet"),
            Block("The ministers agreed to meet again.", "bullet"),
            Block("Photo: the harbour", "body"),
        ]
    )
    assert [(p.kind, text[p.start : p.end]) for p in paragraphs] == [
        ("title", "Ministers meet"),
        ("body", LONG),
        ("bullet", "An item"),
        ("body", "The ministers agreed to meet again."),
        ("caption", "Photo: the harbour"),
    ]


@given(
    st.lists(
        st.text(st.characters(codec="utf-8"), max_size=60)
        | st.sampled_from([LONG, "", "- item", "1. one", "# H", "By A B", "<figure>", "</figure>"]),
        max_size=20,
    )
)
def test_paragraphs_are_sound(lines: list[str]) -> None:
    text = "\n".join(lines)
    last = 0
    for number, p in enumerate(paragraphs_of(text), 1):
        assert p.number == number
        assert last <= p.start < p.end <= len(text)
        assert text[p.start : p.end].strip() == text[p.start : p.end]
        last = p.end


def test_the_sample(shared: Path) -> None:
    document = read_document(shared / "seed" / "article.txt")
    found = [p.kind for p in document.paragraphs]
    assert (found.count("title"), found.count("bullet"), found.count("heading")) == (1, 5, 5)
    assert found.count("body") == len(found) - 11
    assert document.text == (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    assert document.date is None


def test_same_answer_from_bytes() -> None:
    data = f"A title stands here\n\n{LONG}\n".encode()
    assert from_bytes("a.txt", data) == from_bytes("a.txt", data)
