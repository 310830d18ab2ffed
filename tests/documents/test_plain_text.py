"""Bytes to characters."""

from __future__ import annotations

import pytest

from detente.documents import from_bytes
from detente.errors import UnreadableDocument

WORDS = "Le président a déclaré que l’accord était prêt. Les délégations restent à Ostrava."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"], ids=["plain", "bom", "utf16", "utf32"]
)
def test_unicode_encodings(encoding: str) -> None:
    document = from_bytes("note.txt", WORDS.encode(encoding))
    assert document.text == WORDS
    assert document.warnings == ()


def test_utf16_of_either_order() -> None:
    assert from_bytes("a.txt", b"\xfe\xff" + WORDS.encode("utf-16-be")).text == WORDS
    assert from_bytes("a.txt", b"\xff\xfe" + WORDS.encode("utf-16-le")).text == WORDS


def test_windows_1252_is_read_with_a_warning() -> None:
    document = from_bytes("note.txt", WORDS.encode("windows-1252"))
    assert document.text == WORDS
    assert len(document.warnings) == 1
    assert "windows-1252" in document.warnings[0]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("Президент Меридии заявил о готовности к переговорам.".encode("cp1251"), "not UTF-8"),
        ("Президент заявил о готовности к переговорам.".encode("koi8-r"), "not UTF-8"),
        ("Ο πρόεδρος δήλωσε ότι είναι έτοιμος.".encode("iso8859-7"), "not UTF-8"),
        ("大統領は交渉の用意があると述べた。".encode("shift_jis"), "not"),
        (WORDS.encode()[:-20] + b"\xe9\xff" + WORDS.encode(), "damage at byte"),
        (b"\x81\x8d only these bytes are undefined in the Western set", "not UTF-8"),
        (WORDS.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8" * 20, "binary"),
        (b"words and\0a NUL", "binary"),
        (b"\xff\xfe" + b"a\0b", "byte order mark says UTF-16"),
        ("\ufeffa\0b".encode("utf-16-le"), "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says) as caught:
        from_bytes("note.txt", data)
    assert "\n" not in str(caught.value)


def test_clean_text_is_identical() -> None:
    text = "Title\n\n  Indented line.\t\n\nLast line without end"
    assert from_bytes("a.txt", text.encode()).text == text


def test_empty_and_wordless() -> None:
    with pytest.raises(UnreadableDocument, match="is empty"):
        from_bytes("a.txt", b"")
    with pytest.raises(UnreadableDocument, match="holds no words"):
        from_bytes("a.txt", b" \n\n---\n* * *\n")
