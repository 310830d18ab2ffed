"""One normalised text, whatever the file had: the text that every span counts in."""

from __future__ import annotations

import re
import unicodedata

# U+0085, U+2028 and U+2029 are line ends by Unicode; form feed and vertical tab end a page
# or a line on paper, and dropping them would glue two words together.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LONG_RUN = 31
_SURROGATES = re.compile("[\ud800-\udfff]")


def normalise(text: str) -> str:
    r"""The text with ``\n`` line ends, without byte order mark and control characters, in NFC.

    A text that is so already comes back unchanged, character for character. Zero-width and
    direction characters stay: they are part of what the document holds, and checks report
    them. Lone surrogates, which no encoding can hold, become U+FFFD.
    """
    text = text.lstrip("\ufeff")
    text = _LINE_ENDS.sub("\n", text)
    text = _CONTROLS.sub("", text)
    text = _SURROGATES.sub("\ufffd", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", _marks_in_order(text))
    return text


def _marks_in_order(text: str) -> str:
    """The same text for NFC, with long runs of combining marks in canonical order.

    ``unicodedata`` sorts a run by insertion, which takes minutes for a hostile megabyte; no
    script stacks more than a few marks.
    """
    parts = {c: unicodedata.normalize("NFD", c) for c in set(text)}
    marks = "".join(sorted(c for c, nfd in parts.items() if unicodedata.combining(nfd[0])))
    if not marks:
        return text
    return re.sub(
        f"[{marks}]{{{_LONG_RUN},}}",
        lambda m: "".join(sorted("".join(parts[c] for c in m.group()), key=unicodedata.combining)),
        text,
    )
