from __future__ import annotations

import re
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from detente.evidence.tagging.wordpiece import pieces, vocabulary
from tests.time_use import cpu_seconds, grows_within

# The vocabulary of the test that BERT's authors published with their tokeniser.
PUBLISHED = "[UNK] [CLS] [SEP] want ##want ##ed wa un runn ##ing"
LETTERS = string.ascii_lowercase + string.digits
SPELT = vocabulary("\n".join(["[UNK]", *LETTERS, *(f"##{c}" for c in LETTERS), *".,-_!"]))
JAMO = vocabulary("[UNK]\nᄒ\n##ᅡ\n##ᆫ")


def named(text: str, words: str = PUBLISHED) -> list[str]:
    vocab = vocabulary(words.replace(" ", "\n"))
    names = {n: piece for piece, n in vocab.items()}
    return [names[p.id] for p in pieces(text, 0, len(text), vocab)]


def spots(text: str, words: str) -> list[str]:
    vocab = vocabulary(f"[UNK] {words}".replace(" ", "\n"))
    return [text[p.start : p.end] for p in pieces(text, 0, len(text), vocab) if p.id != 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \t\n", ""),
        ("unwanted running", "un ##want ##ed runn ##ing"),
        ("unwantedX running", "[UNK] runn ##ing"),
        ("Unwanted\nRUNNING", "un ##want ##ed runn ##ing"),
        # The longest match comes first: "wa" would leave "##nt", which is no piece.
        ("wanted wa", "want ##ed wa"),
        ("want wan", "want [UNK]"),
        ("want, wa!", "want [UNK] wa [UNK]"),
    ],
)
def test_published_answers(text: str, expected: str) -> None:
    assert named(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("go unwanted", "go un ##want ##ed", ["go", "un", "want", "ed"]),
        ("A Café", "a cafe", ["A", "Café"]),
        ("A Cafe\u0301.", "a cafe .", ["A", "Cafe\u0301", "."]),
        ("Cafe\u0301s", "cafe ##s", ["Cafe\u0301", "s"]),
        ("HÉLAS", "he ##las", ["HÉ", "LAS"]),
        ("un\xadwanted", "un ##want ##ed", ["un\xad", "want", "ed"]),
        ("un\u200bwant\u2060ed", "un ##want ##ed", ["un\u200b", "want\u2060", "ed"]),
        ("\ufeffwant it", "want it", ["want", "it"]),
        ("İstanbul is", "istanbul is", ["İstanbul", "is"]),
        ("Sİlİvri is", "si ##li ##vri is", ["Sİ", "lİ", "vri", "is"]),
        ("un-wanted...", "un want ##ed - .", ["un", "-", "want", "ed", ".", ".", "."]),
        ("un_want", "un _ want", ["un", "_", "want"]),
        ("“it’s”", "“ it ’ s ”", ["“", "it", "’", "s", "”"]),
        ("5%", "5 %", ["5", "%"]),
    ],
)
def test_places_are_those_of_the_text(text: str, words: str, expected: list[str]) -> None:
    assert spots(text, words) == expected


def test_composed_and_decomposed_accents_are_the_same_pieces() -> None:
    assert named("Sa\u0303o Tome\u0301", "[UNK] sao tome") == ["sao", "tome"]
    assert named("São Tomé", "[UNK] sao tome") == ["sao", "tome"]


@pytest.mark.parametrize("text", ["\xad", "\u200b\u200d", "\u0301\u0302", " \ufeff "])
def test_what_cannot_be_seen_is_no_piece(text: str) -> None:
    assert pieces(text, 0, len(text), SPELT) == []


def test_an_unknown_word_is_one_piece_with_all_its_letters() -> None:
    text = "so qwéß\u0301 so"
    assert [(p.start, p.end) for p in pieces(text, 0, len(text), SPELT) if p.id == 0] == [(3, 8)]


def test_a_syllable_of_several_signs_leaves_no_piece_without_words() -> None:
    found = pieces("한", 0, 1, JAMO)
    assert found
    assert all(p.start < p.end for p in found)


@pytest.mark.parametrize("letter", ["a", "a\u0301", "á"])
def test_a_word_of_more_than_a_hundred_letters_is_not_spelt(letter: str) -> None:
    long, longer = letter * 100, letter * 101
    assert len(pieces(long, 0, len(long), SPELT)) == 100
    assert [tuple(p) for p in pieces(longer, 0, len(longer), SPELT)] == [(0, 0, len(longer))]


def test_only_the_asked_range_is_read() -> None:
    text = "unwanted running"
    vocab = vocabulary(PUBLISHED.replace(" ", "\n"))
    names = {n: piece for piece, n in vocab.items()}

    def of(start: int, end: int) -> list[tuple[str, int, int]]:
        return [(names[p.id], p.start, p.end) for p in pieces(text, start, end, vocab)]

    assert of(9, 16) == [("runn", 9, 13), ("##ing", 13, 16)]
    # A range that begins or ends within a word sees that part as the word.
    assert of(2, 8) == [("want", 2, 6), ("##ed", 6, 8)]
    assert of(0, 6) == [("un", 0, 2), ("##want", 2, 6)]
    assert of(8, 9) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("a\nb\n", {"a": 0, "b": 1}),
        ("a\n\nb", {"a": 0, "b": 2}),
        # Other line ends are pieces' own signs.
        ("a\u2028b\n\x85\nc", {"a\u2028b": 0, "\x85": 1, "c": 2}),
    ],
)
def test_numbers_are_those_of_the_lines(lines: str, expected: dict[str, int]) -> None:
    assert vocabulary(lines) == expected


@given(
    st.text() | st.text(alphabet="aé İ\u0301\xad\u200b-._ß한\n"),
    st.integers(0, 30),
    st.integers(0, 30),
)
@example("한 한", 0, 0)
def test_pieces_of_any_text_stand_in_order_within_the_range(text: str, cut: int, rest: int) -> None:
    start, end = min(cut, len(text)), max(min(cut, len(text)), len(text) - rest)
    for vocab in (SPELT, JAMO):
        at = start
        for piece in pieces(text, start, end, vocab):
            assert at <= piece.start <= piece.end <= end
            assert piece.id in vocab.values()
            at = piece.end


@given(st.text(alphabet="abXY07 ,._-!\n", max_size=60))
def test_pieces_spell_the_text(text: str) -> None:
    names = {n: piece for piece, n in SPELT.items()}
    found = pieces(text, 0, len(text), SPELT)
    assert [text[p.start : p.end].lower() for p in found] == [
        names[p.id].removeprefix("##") for p in found
    ]
    assert "".join(text[p.start : p.end] for p in found) == "".join(text.split())
    starts = {m.start() for m in re.finditer(r"[a-zA-Z0-9]+|[^a-zA-Z0-9\s]", text)}
    assert {p.start for p in found if not names[p.id].startswith("##")} == starts


@pytest.mark.parametrize(
    "part", ["a", "q\u0301", "é", "\u0301", "a\xad", "!", " ", "é" * 99 + " ", "ßa" * 50 + " "]
)
def test_time_grows_no_faster_than_the_text(part: str) -> None:
    def taken(size: int) -> float:
        text = part * (size // len(part))
        return cpu_seconds(lambda: pieces(text, 0, len(text), SPELT))

    # Four times the text: quadratic growth would take sixteen times as long.
    assert grows_within(taken, 10_000, 40_000, 10)
