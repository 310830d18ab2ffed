from __future__ import annotations

import os
import string
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.documents.document import Document, Paragraph, ParagraphKind
from detente.evidence.reading import Reading
from detente.evidence.registry import extractors
from detente.evidence.tagging.windows import KINDS, LONGEST, Window, windows
from detente.evidence.tagging.wordpiece import pieces, vocabulary

LETTERS = string.ascii_lowercase + string.digits
# A piece a letter, and a piece a word.
SPELT = vocabulary("\n".join(["[UNK]", *LETTERS, *(f"##{c}" for c in LETTERS)]))
WORDS = vocabulary("[UNK]")

TALKS = (
    "# Talks in Lima\n"
    "Ana Soto, the president of Peru, met Angela Merkel in Paris on Monday. The Kremlin said "
    "that it was for peace, and Washington paid $5 billion.\n"
    "“We hope that both sides agree,” she said. NATO and the Taliban did not. The US and U.S. "
    "officials met the two leaders in Lima on 4 May 2021, and 300 soldiers left.\n"
    "# What Berlin said on Tuesday\n"
    "Tehran warned Berlin. They left."
)


def reading(text: str) -> Reading:
    """A text read by the rules that windows rest on: a paragraph a line, ``#`` for a heading."""
    paragraphs: list[Paragraph] = []
    start = 0
    for n, line in enumerate(text.split("\n"), 1):
        kind: ParagraphKind = "heading" if line.startswith("#") else "body"
        paragraphs.append(Paragraph(n, start, start + len(line), kind))
        start += len(line) + 1
    made = Reading(Document("talks.txt", "0" * 64, text, paragraphs=tuple(paragraphs)))
    for extractor in extractors():
        if extractor.makes in ("actors", "time_expressions", "quantities"):
            found = [*getattr(made, extractor.makes), *extractor.extract(made)]
            setattr(made, extractor.makes, found)
    return made


def cut(text: str, vocab: dict[str, int] = WORDS) -> list[Window]:
    return list(windows(reading(text), vocab))


def shown(text: str, vocab: dict[str, int] = WORDS) -> list[list[str]]:
    """Of each window the candidates, the voice left out, as ``words=kind actor``."""
    return [
        [
            f"{text[c.start : c.end]}={c.kind} {c.actor or ''}".rstrip()
            for c in window.candidates[1:]
        ]
        for window in cut(text, vocab)
    ]


def check(text: str, vocab: dict[str, int]) -> list[Window]:
    """What holds of the windows of every text."""
    made = reading(text)
    found = list(windows(made, vocab))
    # All prose is covered once, in order, and nothing else is.
    prose = [p for s in made.prose for p in pieces(text, s.start, s.end, vocab)]
    assert [p for w in found for p in w.pieces] == prose
    for window in found:
        assert 0 < len(window.pieces) <= LONGEST
        sentences = window.sentences
        assert (window.start, window.end) == (sentences[0][0], sentences[-1][1])
        assert all(a < b for a, b in sentences)
        assert all(end <= start for (_, end), (start, _) in pairwise(sentences))
        assert all(any(a <= p.start and p.end <= b for a, b in sentences) for p in window.pieces)
        paragraphs = {made.document.paragraph_at(p.start) for p in window.pieces}
        assert len(paragraphs) == 1
        voice, *others = window.candidates
        assert (voice.kind, voice.actor, voice.first, voice.last) == ("voice", None, 0, 0)
        assert voice.start == voice.end == window.start
        assert "voice" not in {c.kind for c in others}
        for before, after in pairwise(window.candidates):
            assert before.end <= after.start
            assert before.last <= after.first
        for c in others:
            assert window.start <= c.start < c.end
            assert (c.first, c.last) == window.covered(c.start, c.end)
            assert 0 <= c.first < c.last <= len(window.pieces)
            assert KINDS[c.number] == c.kind
            assert (c.actor is None) == (c.kind in {"time", "figure", "we", "joint"})
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Soto spoke.", ["Ana Soto=person per:soto"]),
        ("Ana Soto said she left.", ["Ana Soto=person per:soto", "she=pronoun per:soto"]),
        ("Peru spoke.", ["Peru=state state:PER"]),
        ("The Peruvian army spoke.", ["Peruvian army=group org:per-army"]),
        ("The Kremlin spoke.", ["Kremlin=capital state:RUS"]),
        ("Tehran warned them.", ["Tehran=capital state:IRN"]),
        ("It ended in Tehran.", ["Tehran=place state:IRN"]),
        ("NATO spoke.", ["NATO=body org:NATO"]),
        ("The Taliban spoke.", ["Taliban=group org:Taliban"]),
        ("It ended on Monday.", ["Monday=time"]),
        ("It ended on 4 May 2021.", ["4 May 2021=time"]),
        ("It cost $5 billion.", ["$5 billion=figure"]),
        ("We met, I think, at our place.", ["We=we", "I=we", "our=we"]),
        ("Both sides met.", ["Both sides=joint"]),
        ("The two warring parties met.", ["two warring parties=joint"]),
        ("They met and both left.", ["They=joint", "both=joint"]),
        # What the rules have found wins over a word that looks like it: *us*.
        ("The US spoke.", ["US=state state:USA"]),
        ("Nobody spoke.", []),
    ],
)
def test_kinds_of_candidates(text: str, expected: list[str]) -> None:
    assert shown(text) == [expected]
    assert shown(text, SPELT) == [expected]


def test_windows_of_a_report() -> None:
    assert shown(TALKS) == [
        [
            "Ana Soto=person per:soto",
            "Peru=state state:PER",
            "Angela Merkel=person per:merkel",
            "Paris=place state:FRA",
            "Monday=time",
            "Kremlin=capital state:RUS",
            "Washington=capital state:USA",
            "$5 billion=figure",
        ],
        [
            "We=we",
            "both sides=joint",
            "NATO=body org:NATO",
            "Taliban=group org:Taliban",
            "US=state state:USA",
            "U.S. officials=group grp:USA-officials",
            "the two leaders=joint",
            "Lima=place state:PER",
            "4 May 2021=time",
            "300=figure",
        ],
        ["Tehran=capital state:IRN", "Berlin=capital state:DEU", "They=joint"],
    ]


@pytest.mark.parametrize("vocab", [SPELT, WORDS], ids=["letters", "words"])
def test_headings_are_left_out(vocab: dict[str, int]) -> None:
    found = check(TALKS, vocab)
    for heading in ("Talks in Lima", "What Berlin said"):
        at = TALKS.index(heading)
        assert not any(w.start < at + len(heading) and at < w.end for w in found)
    assert cut("# Talks in Lima") == []


def test_the_pieces_of_a_candidate_are_its_words() -> None:
    text = "On Monday, Ana Soto met NATO."
    (window,) = check(text, SPELT)
    assert [
        "".join(text[p.start : p.end] for p in window.pieces[c.first : c.last])
        for c in window.candidates[1:]
    ] == ["Monday", "AnaSoto", "NATO"]


def test_sentences_stand_together_as_long_as_they_fit() -> None:
    # 60, 60 and 40 pieces are 160; one more does not fit.
    def text(*words: int) -> str:
        return " ".join(" ".join(["Wind"] * (n - 1)) + "." for n in words)

    assert [len(w.pieces) for w in check(text(60, 60, 40), WORDS)] == [160]
    assert [len(w.pieces) for w in check(text(60, 60, 41), WORDS)] == [120, 41]
    assert [len(w.pieces) for w in check(text(90, 90, 50, 30), WORDS)] == [90, 140, 30]


def test_paragraphs_stand_apart() -> None:
    found = check("Peru left. Chile left.\nNATO left.", WORDS)
    assert [len(w.sentences) for w in found] == [2, 1]


@pytest.mark.parametrize(("words", "sizes"), [(160, [160]), (161, [160, 1]), (400, [160, 160, 80])])
def test_a_sentence_too_long_is_cut(words: int, sizes: list[int]) -> None:
    text = " ".join(["Monday,"] * (words // 2)) + " wind" * (words % 2)
    found = check(text, WORDS)
    assert [len(w.pieces) for w in found] == sizes
    # The parts meet: no letter of the sentence is lost between them.
    assert (found[0].start, found[-1].end) == (0, len(text))
    assert all(a.end == b.start for a, b in pairwise(found))


def test_what_is_left_of_a_long_sentence_stands_with_the_next() -> None:
    text = "Wind " * 169 + "Wind. Peru left."
    assert [len(w.pieces) for w in check(text, WORDS)] == [160, 11 + 3]


def test_a_word_of_many_pieces_may_be_cut() -> None:
    text = "Peru " + " ".join(["abcdefghijklmnopqrstuvwxyz" * 3] * 4)
    assert [len(w.pieces) for w in check(text, SPELT)] == [160, 156]


def test_no_more_than_forty_candidates_stand_in_a_window() -> None:
    (few,), (many,) = (check("Monday, " * n + "wind.", WORDS) for n in (39, 60))
    assert len(few.candidates) == len(many.candidates) == 40
    assert many.candidates == few.candidates
    assert len(check("Monday, " * 38 + "wind.", WORDS)[0].candidates) == 39


def test_covered_pieces_are_those_that_share_a_letter() -> None:
    text = "Peru left Lima, again."
    (window,) = cut(text, SPELT)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            touched = [
                k
                for k, p in enumerate(window.pieces)
                if set(range(p.start, p.end)) & set(range(start, end))
            ]
            expected = (touched[0], touched[-1] + 1) if touched else (0, 0)
            assert window.covered(start, end) == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\xad\u200b", "# Only a heading"])
def test_a_text_without_prose_has_no_windows(text: str) -> None:
    assert cut(text) == []


PARTS = st.sampled_from(
    "Peru|Ana Soto|Soto|she|they|We|US|us|U.S. officials|$5 billion|300 soldiers|5km|9%|Monday"
    "|on 4 May 2021|last week|both sides|the two leaders|Tehran|the Kremlin|in Lima|NATO|said|met"
    "|Peruvian-Chilean|US$5bn|Côte d’Ivoire|Soto’s|.|, |. The|“|”|\n|\n# |I.|wind wind wind"
    "|Cafe\u0301|un\xadseen|한국|abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz".split("|")
)


@settings(deadline=None)
@given(st.lists(PARTS, max_size=60), st.sampled_from([" ", "", "-"]))
def test_windows_of_any_text_hold_together(parts: list[str], between: str) -> None:
    text = between.join(parts)
    check(text, SPELT)
    check(text, WORDS)


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    code = "import test_windows as m; print(ascii([m.cut(m.TALKS, v) for v in (m.SPELT, m.WORDS)]))"
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed in ("0", "1")
    }
    assert len(made) == 1
    here = ascii([cut(TALKS, v) for v in (SPELT, WORDS)])
    assert made.pop() == here.replace(f"{__name__}.", "")
