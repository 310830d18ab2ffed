"""The command line as a user meets it: in its own process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from detente.evidence.ledger import Ledger

EXAMPLES = Path(__file__).parents[1] / "examples/dispatches"


def detente(
    *arguments: str | Path,
    stdin: bytes = b"",
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    call = [sys.executable, "-c", "from detente.cli import main; main()", *map(str, arguments)]
    return subprocess.run(
        call,
        input=stdin,
        capture_output=True,
        cwd=cwd,
        check=False,
        timeout=120,
        env={**os.environ, **(env or {})},
    )


def errors(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return [x for x in done.stderr.decode().splitlines() if x.startswith("error: ")]


def test_brief_writes_one_page_and_prints_its_path(tmp_path: Path) -> None:
    page = tmp_path / "b.html"
    done = detente("brief", EXAMPLES, "-o", page, "--rules-only")
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().strip() == str(page)
    assert "</html>" in page.read_text(encoding="utf-8")
    assert [p.name for p in tmp_path.iterdir()] == ["b.html"]


def test_brief_makes_the_folder_it_is_to_write_into(tmp_path: Path) -> None:
    done = detente(
        "brief", EXAMPLES / "harbour-wire.txt", "-o", tmp_path / "new/b.html", "--rules-only"
    )
    assert done.returncode == 0
    assert (tmp_path / "new/b.html").exists()


def test_read_json_is_one_ledger_and_nothing_else(tmp_path: Path) -> None:
    done = detente("read", EXAMPLES, "--json", "--rules-only")
    assert done.returncode == 0
    ledger = Ledger.from_json(done.stdout)
    assert len(ledger.documents) == 3
    assert ledger.to_json() + "\n" == done.stdout.decode()


def test_read_prints_for_people_without_json() -> None:
    done = detente("read", EXAMPLES / "harbour-wire.txt", "--rules-only")
    assert done.returncode == 0
    assert "QUOTATIONS" in done.stdout.decode()
    assert "\x1b" not in done.stdout.decode()


def test_standard_input_is_a_document() -> None:
    text = "PARIS, 3 May 2024 — “We will sign,” Foreign Minister Ana Ruiz said on Friday.\n"
    done = detente("read", "-", "--json", "--rules-only", stdin=text.encode())
    assert done.returncode == 0, done.stderr
    assert [q["span"]["text"] for q in json.loads(done.stdout)["quotations"]] == ["“We will sign,”"]


def test_a_date_resolves_weekdays() -> None:
    text = b"The envoys met in Oslo on Monday, a spokesman said in a short note.\n"
    done = detente("read", "-", "--json", "--rules-only", "--date", "2024-05-09", stdin=text)
    times = json.loads(done.stdout)["time_expressions"]
    assert [t["resolved"]["first"] for t in times] == ["2024-05-06"]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)))
    page = tmp_path / "b.html"
    done = detente(
        "brief",
        tmp_path / "empty.txt",
        tmp_path / "photo.jpg",
        tmp_path / "missing.txt",
        EXAMPLES / "harbour-wire.txt",
        "-o",
        page,
        "--rules-only",
    )
    assert done.returncode == 2
    assert page.exists()
    lines = errors(done)
    assert len(lines) == 3
    for name, line in zip(("empty.txt", "photo.jpg", "missing.txt"), lines, strict=True):
        assert name in line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["brief", "nowhere.txt"], "nowhere.txt"),
        (["read", "nowhere"], "nowhere"),
        (["read", "."], "."),
        (["read", "-", "--date", "31-12-2024"], "--date '31-12-2024' is not a day"),
        (["read", "-", "--model", "no_such_model"], "no_such_model"),
        (["read", "-", "--actors", "none.yaml"], "none.yaml: does not exist"),
        (["read", "-", "--model", "x", "--rules-only"], "exclude each other"),
        (["brief"], "Missing argument"),
        (["read", "-", "--no-such-option"], "No such option"),
        (["flatter"], "No such command"),
        (["brief", "a.txt", "-o", "."], "is a folder"),
    ],
)
def test_a_wrong_call_is_one_clear_line_and_status_2(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    done = detente(*arguments, cwd=tmp_path, stdin=b"Some words that make a document here.")
    assert done.returncode == 2, done
    assert len(errors(done)) == 1, done.stderr
    assert said in errors(done)[0]
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_when_nothing_could_be_read(tmp_path: Path) -> None:
    page = tmp_path / "b.html"
    page.write_text("an older briefing")
    done = detente("brief", tmp_path / "missing.txt", "-o", page)
    assert done.returncode == 2
    assert page.read_text() == "an older briefing"


def test_a_closed_pipe_is_quiet() -> None:
    call = (
        f"{sys.executable} -c 'from detente.cli import main; main()' read {EXAMPLES} --rules-only"
    )
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {call} | head -n 1"], capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1


def test_hostile_words_cannot_steer_the_terminal() -> None:
    text = "“Clear \x9b2J \u202eall of it now,” Ana Ruiz said on Friday.\n".encode()
    done = detente("read", "-", "--rules-only", stdin=text)
    assert not {"\x1b", "\x9b", "\u202e"} & set(done.stdout.decode())


def test_version_and_help() -> None:
    assert detente("--version").stdout.startswith(b"detente ")
    done = detente("--help")
    assert done.returncode == 0
    assert b"brief" in done.stdout


def test_importing_the_package_pulls_in_nothing_heavy() -> None:
    code = (
        "import sys, detente; heavy = {'spacy', 'numpy', 'rich', 'typer', 'jinja2', 'pypdf'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_a_document_to_read_is_never_written_over(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("“We will sign,” Foreign Minister Ana Ruiz said.\n", encoding="utf-8")
    for verb in ("brief", "read"):
        done = detente(verb, article, "-o", article, "--rules-only")
        assert done.returncode == 2
        assert "is one of the documents to read" in errors(done)[0]
    assert article.read_text(encoding="utf-8").startswith("“We will sign")


def test_only_what_detente_wrote_is_written_over(tmp_path: Path) -> None:
    page, notes = tmp_path / "b.html", tmp_path / "notes.txt"
    notes.write_text("my notes")
    done = detente("brief", EXAMPLES / "harbour-wire.txt", "-o", notes, "--rules-only")
    assert done.returncode == 2
    assert "was not written by detente" in errors(done)[0]
    assert notes.read_text() == "my notes"
    for _ in range(2):
        done = detente("brief", EXAMPLES / "harbour-wire.txt", "-o", page, "--rules-only")
        assert done.returncode == 0
    ledger = tmp_path / "l.json"
    for _ in range(2):
        done = detente("read", EXAMPLES / "harbour-wire.txt", "-o", ledger, "--rules-only")
        assert done.returncode == 0


def test_a_text_in_another_language_is_said_to_be_one(tmp_path: Path) -> None:
    text = (
        "Le ministre des affaires étrangères a déclaré que les pourparlers avec les deux pays de "
        "la région ont été suspendus et que le gouvernement ne signera pas cet accord.\n"
    )
    done = detente("read", "-", "--rules-only", stdin=text.encode())
    assert done.returncode == 0
    assert "the rules are for English" in done.stderr.decode()


@pytest.mark.parametrize("times", [1, 2])
def test_an_interrupt_ends_bulk_reading_at_once_and_keeps_what_is_done(
    tmp_path: Path, times: int
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    text = (EXAMPLES / "harbour-wire.txt").read_text(encoding="utf-8")
    for i in range(400):
        (library / f"{i}.txt").write_text(f"{text}\nNumber {i} of many.\n", encoding="utf-8")
    call = [
        sys.executable,
        "-c",
        "from detente.cli import main; main()",
        "read",
        str(library),
        "--into",
        str(tmp_path / "out"),
        "--jobs",
        "2",
        "--rules-only",
    ]
    process = subprocess.Popen(
        call,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not list(tmp_path.glob("out/????*.json")):
        time.sleep(0.05)
    for _ in range(times):
        process.send_signal(signal.SIGINT)
        time.sleep(0.2)
    _, said = process.communicate(timeout=20)
    assert process.returncode in (130, -signal.SIGINT)
    assert times == 2 or b"error: interrupted" in said
    for path in (tmp_path / "out").glob("*.json"):
        if path.name != "run.json":
            Ledger.from_json(path.read_bytes())


def test_no_words_is_help_not_an_error() -> None:
    done = detente()
    assert done.returncode == 2
    assert done.stderr.startswith(b"Usage: detente")


def test_a_page_among_the_documents_is_neither_written_over_nor_read(tmp_path: Path) -> None:
    article = tmp_path / "a.html"
    words = "<p>“We will sign,” Foreign Minister Ana Ruiz said.</p>" * 9
    article.write_text(f"<!doctype html><title>Talks</title><article>{words}</article>")
    done = detente("brief", tmp_path, "-o", article, "--rules-only")
    assert done.returncode == 2
    assert article.read_text().startswith("<!doctype html><title>Talks")
    page = tmp_path / "brief.html"
    first = detente("brief", tmp_path, "-o", page, "--rules-only", "--json")
    assert first.returncode == 0, first.stderr
    again = detente("brief", tmp_path, "-o", page, "--rules-only", "--json")
    assert json.loads(again.stdout) == json.loads(first.stdout)


def test_json_is_utf8_whatever_the_terminal_is() -> None:
    done = detente(
        "read",
        EXAMPLES / "harbour-wire.txt",
        "--json",
        "--rules-only",
        env={"PYTHONIOENCODING": "latin-1", "LC_ALL": "C"},
    )
    assert done.returncode == 0, done.stderr
    Ledger.from_json(done.stdout)
