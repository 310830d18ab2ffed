"""Files, folders and standard input to documents."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.documents import Document, Duplicate, from_bytes, read_all, read_document
from detente.documents.limits import MAX_BYTES
from detente.errors import UnreadableDocument
from tests.documents.made_files import attempt

WORDS = "The ministers of both republics met on Friday and agreed to talk again."


def give_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(WORDS, encoding="utf-8")
    document = read_document(path)
    assert document.name == "note.txt"
    assert document.sha256 == hashlib.sha256(WORDS.encode()).hexdigest()
    assert document.text == WORDS
    assert document.media_type == "text/plain"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", WORDS, "text/plain"),
        ("a.md", WORDS, "text/markdown"),
        ("a.log", WORDS, "text/plain"),
        ("a.pdf", WORDS, "text/plain"),
        ("a.docx", WORDS, "text/plain"),
        ("a.txt", f"<html><body><p>{WORDS}</p></body></html>", "text/html"),
        ("a.txt", f"\ufeff<!DOCTYPE html><p>{WORDS}</p>", "text/html"),
        ("a.txt", f"<b>{WORDS}</b>", "text/plain"),
    ],
)
def test_type_by_content_then_by_name(name: str, data: str, kind: str) -> None:
    assert from_bytes(name, data.encode()).media_type == kind


def test_stated_type_counts_before_the_name() -> None:
    assert from_bytes("a", f"# {WORDS}".encode(), "text/markdown").text == WORDS
    with pytest.raises(UnreadableDocument, match="said to be 'image/png'"):
        from_bytes("a", WORDS.encode(), "image/png")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is an image"),
        (b"\x1f\x8b\x08\0", "is an archive"),
        (b"{\\rtf1 words}", "RTF"),
    ],
)
def test_other_kinds_are_named(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says):
        from_bytes("a.txt", data)


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"gone\.txt: does not exist"):
        read_document(tmp_path / "gone.txt")
    with pytest.raises(UnreadableDocument, match="is a folder"):
        read_document(tmp_path)
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read_document(tmp_path / ("x" * 5000))
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read_document(Path("nul\0byte"))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableDocument, match="no regular file"):
        read_document(tmp_path / "pipe")


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("the file was opened")

    monkeypatch.setattr(Path, "open", never)
    with pytest.raises(UnreadableDocument, match="is 50 MB, the limit is 20 MB"):
        read_document(path)
    with pytest.raises(UnreadableDocument, match="is 20 MB, the limit is 20 MB"):
        from_bytes("a.txt", b"a" * (MAX_BYTES + 1))


def test_folder_in_order_without_hidden_and_unknown(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.TXT", ".hidden.txt", ".git/x.txt", "a/data.csv"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{WORDS} This is {name}.", encoding="utf-8")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    found = list(read_all([str(tmp_path)]))
    assert [d.name for d in found] == ["y.TXT", "z.md", "b.txt"]


def test_folder_without_documents(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text("a,b")
    [error] = read_all([str(tmp_path)])
    assert isinstance(error, UnreadableDocument)
    assert "holds no document" in error.reason


def test_a_bad_file_never_stops_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good, same = tmp_path / "good.txt", tmp_path / "same.txt"
    good.write_text(WORDS, encoding="utf-8")
    same.write_bytes(b"\xef\xbb\xbf" + WORDS.encode())
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2")
    (tmp_path / "page.html").write_text(f"<html><p>{WORDS}</p></html>")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    give_stdin(monkeypatch, b"Words from the pipe are read too, they said.")
    names = ["bad.txt", "good.txt", "gone.txt", "same.txt", "page.html"]
    found = list(read_all([*(str(tmp_path / n) for n in names), "-", "-"]))
    assert [type(f).__name__ for f in found] == [
        "UnreadableDocument", "Document", "UnreadableDocument", "Duplicate",
        "UnreadableDocument", "Document", "UnreadableDocument",
    ]  # fmt: skip
    assert found[3] == Duplicate("same.txt", "good.txt")
    assert "pip install 'detente[html]'" in str(found[4])
    assert isinstance(found[5], Document)
    assert found[5].name == "stdin"


def test_duplicate_of_the_same_name(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "note.txt").write_text(WORDS)
    found = list(read_all([str(tmp_path)]))
    assert found[1:] == [Duplicate("note.txt", "note.txt")]


def test_standard_input_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    give_stdin(monkeypatch, b"a" * (MAX_BYTES + 5))
    [error] = read_all(["-"])
    assert isinstance(error, UnreadableDocument)
    assert "stdin: is over 20 MB" in str(error)


def test_names_that_cannot_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff\nname.txt"))
    path.write_text(WORDS)
    name = read_document(path).name
    assert name == "bad\ufffd\ufffdname.txt"
    name.encode("utf-8")


def test_import_stays_light() -> None:
    code = (
        "import sys, detente.documents; "
        "print(sorted(m for m in ('trafilatura', 'lxml', 'pypdf', 'docx', 'defusedxml', 'spacy') "
        "if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# The first page imports the HTML reader, which takes longer than a deadline allows.
@settings(deadline=None)
@given(
    st.text(st.characters(codec="utf-8")),
    st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a"]),
)
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    document = attempt(name, text.encode())
    if isinstance(document, UnreadableDocument):
        assert "\n" not in str(document)
        return
    document.text.encode("utf-8")
    last = 0
    for p in document.paragraphs:
        assert last <= p.start < p.end <= len(document.text)
        assert document.paragraph_at(p.start) is p
        last = p.end


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    found = attempt(name, data)
    assert found.reason if isinstance(found, UnreadableDocument) else found.text.encode("utf-8")


@pytest.mark.parametrize(
    "unit",
    ["[", "*", "*a", "_a_", "`", "<", "![a](", "> ", "|", "- ", "<!--", "<figure ", "# ", "\\",
     "--|", " ", "\n", "(1", "A, ", "By ", "1:", "A. ", "Aa: b\n", "<figure>\n", "Geneva ", "(a) ",
     "4 May ", "Published ", "a\n\n", "“a: ", "3/4/", "É"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_time_grows_with_length_not_faster(unit: str, name: str) -> None:
    # Quadratic reading of 300 kB would take minutes, and the test run with it.
    data = (unit * (300_000 // len(unit))).encode() + b" end."
    found = attempt(name, data)
    assert isinstance(found, UnreadableDocument) or found.paragraphs


def test_the_same_name_object_twice_is_a_duplicate(monkeypatch: pytest.MonkeyPatch) -> None:
    document = from_bytes("note.txt", WORDS.encode())
    monkeypatch.setattr("detente.documents.read._read", lambda source: document)
    assert list(read_all(["a.txt", "b.txt"])) == [document, Duplicate("note.txt", "note.txt")]
