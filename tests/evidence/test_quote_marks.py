"""Pairs of quotation marks: styles, nesting, paragraphs, and marks that are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evidence.speech.quote_marks import find_quote_marks
from tests.evidence.speech_cast import document


def marked(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quote_marks(document(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“One,” he said, “two.”", ["“One,”", "“two.”"]),
        ('He said "yes, no" and "go".', ['"yes, no"', '"go"']),
        ("‘The parties’ rights are ours,’ she said.", ["‘The parties’ rights are ours,’"]),
        ("'I don't know the ministers' plan,' she said.", ["'I don't know the ministers' plan,'"]),
        ("« Oui », „Nein“, „No”, ‚ja‘ and ‹si›", ["« Oui »", "„Nein“", "„No”", "‚ja‘", "‹si›"]),
        ("「はい」 and 『いいえ』", ["「はい」", "『いいえ』"]),
        ("``Quite so,'' he said.", ["``Quite so,''"]),
        ("“He told me ‘no way’ and left,” she said.", ["“He told me ‘no way’ and left,”"]),
        ("“A “B” C” and D", ["“A “B” C”"]),
        ('The "Big" (the "Party")', ['"Big"', '"Party"']),
        # The first mark is never closed; what follows stands on its own.
        ("“One, he said. “Two” she said.", ["“Two”"]),
        ('He said "one and then "two" three', ['"two"']),
        # No quotations at all.
        ("The 12\" pipe is 6' long; he is 6'2\" tall.", []),
        ("It’s the states’ right, in the ’90s, ‘90s and ‘til now.", []),
        ("rock ‘n’ roll isn’t dead", []),
        ('“” and "" are empty', []),
        ('<a class="x">link</a>', []),
        ("a stray ” here", []),
    ],
)
def test_pairs(text: str, wanted: list[str]) -> None:
    assert marked(text) == wanted


def test_a_quotation_over_paragraphs_comes_in_pieces() -> None:
    pieces = find_quote_marks(document("“One\n“Two\n“Three.” He left."))
    assert [(p.closed, p.continues) for p in pieces] == [
        (False, True),
        (False, True),
        (True, False),
    ]


def test_an_open_mark_never_leaves_its_paragraph() -> None:
    text = "He said “never closed.\nA new “start”."
    first, second = find_quote_marks(document(text))
    assert text[first.start : first.end] == "“never closed."
    assert not first.closed
    assert text[second.start : second.end] == "“start”"


@given(st.text(alphabet="ab ’'\"“”‘„«».,?s\n(-", max_size=80))
def test_pairs_are_ordered_apart_and_inside_one_paragraph(text: str) -> None:
    doc = document(text)
    end = 0
    for pair in find_quote_marks(doc):
        assert end <= pair.start < pair.inner_start <= pair.inner_end <= pair.end
        assert "\n" not in text[pair.start : pair.end]
        assert text[pair.inner_start : pair.inner_end].strip()
        end = pair.end


@given(
    st.text(alphabet="abc ,.", min_size=1, max_size=30).filter(lambda t: t.strip()),
    st.sampled_from([("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"), ("``", "''")]),
)
def test_words_without_marks_put_in_marks_are_found_whole(
    words: str, marks: tuple[str, str]
) -> None:
    text = f"He said {marks[0]}{words}{marks[1]} again."
    assert marked(text) == [marks[0] + words + marks[1]]


@pytest.mark.parametrize("unit", ["“", '" ', "‘", '“"‘', "„“", "”", "a’ ", "‘s’ s", 'x"y '])
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(length: int) -> float:
        doc = document(unit * (length // len(unit)))
        begin = time.process_time()
        find_quote_marks(doc)
        return time.process_time() - begin

    seconds(1000)
    assert seconds(400_000) < 8
