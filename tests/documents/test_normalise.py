"""One normalised text."""

from __future__ import annotations

import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from detente.documents.normalise import normalise


def test_line_ends_become_newlines() -> None:
    assert normalise("a\r\nb\rc\u2028d\x0ce\x85f") == "a\nb\nc\nd\ne\nf"


def test_mark_and_controls_go_and_tab_stays() -> None:
    assert normalise("\ufeffA\x07 tab\there\x00\x9f.") == "A tab\there."


def test_composed() -> None:
    assert normalise("cafe\u0301") == "café"


def test_zero_width_and_direction_marks_stay() -> None:
    text = "zero\u200bwidth \u202eturned\u202c joined\u200d a\ufeffb"
    assert normalise(text) == text


def test_surrogates_cannot_be() -> None:
    assert normalise("a\ud800b") == "a\ufffdb"


@given(st.text(st.characters(codec="utf-8")))
def test_once_is_enough(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\t\n")))
def test_clean_text_is_left_alone(text: str) -> None:
    clean = unicodedata.normalize("NFC", text.replace("\u2028", "").replace("\u2029", ""))
    assert normalise(clean) == clean.lstrip("\ufeff")


def test_long_runs_of_marks_are_sorted_in_linear_time() -> None:
    run = "\u0301\u0316" * 250_000
    begun = time.process_time()
    text = normalise("a" + run + "b")
    assert time.process_time() - begun < 5
    assert text == "\u00e1" + "\u0316" * 250_000 + "\u0301" * 249_999 + "b"


@given(st.text(st.sampled_from("a\u00fc\u0301\u0316\u0344\u034f\u0f71\u0f73\u0f81 "), max_size=150))
def test_long_runs_of_marks_are_in_nfc(text: str) -> None:
    assert normalise(text) == unicodedata.normalize("NFC", text)


@given(
    st.text(st.sampled_from("\u0301\u0316\u0344\u0f73\u0f81"), min_size=31, max_size=90),
    st.sampled_from(["a", "\u01d6", "", "\u0f40"]),
)
def test_runs_past_the_bound_are_in_nfc(run: str, letter: str) -> None:
    assert normalise(letter + run) == unicodedata.normalize("NFC", letter + run)
