"""Formats find themselves, keep their promises, and are told apart by their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.case.case import Case
from detente.errors import InputError
from detente.formats import registry
from detente.formats.registry import (
    Format,
    format_named,
    format_to_write,
    formats,
    load_any,
    save_any,
    sniffed,
)
from tests.formats.genius_files import DOMAIN, profile, write_files

TALKS = Case.model_validate({"title": "Talks"})
ALL = pytest.mark.parametrize("made", formats(), ids=lambda made: made.name)


def test_every_format_is_there_once() -> None:
    names = [made.name for made in formats()]
    assert names == sorted(set(names))
    assert {"case", "genius", "geniusweb", "negmas", "llm-deliberation"} <= set(names)


@ALL
def test_a_format_says_what_it_is(made: Format) -> None:
    assert made.what
    assert len(made.what.splitlines()) == 1
    assert made.source
    assert all(s == "" or s.startswith(".") for s in made.suffixes)
    assert set(made.writes) <= set(made.suffixes)


@ALL
def test_sniffing_never_raises(made: Format, tmp_path: Path) -> None:
    odd = tmp_path / "odd"
    odd.mkdir()
    for suffix in (".xml", ".json", ".yaml", ".yml", ".csv", ".tsv", ".txt", ".gmcr", ".xlsx", ""):
        for name, raw in (("empty", b""), ("noise", bytes(range(256)) * 40), ("brace", b"{[<")):
            path = odd / f"{name}{suffix}"
            path.write_bytes(raw)
            told = made.sniff(path)
            assert isinstance(told, bool)
            assert not told or suffix in made.suffixes
    assert made.sniff(odd) is False
    assert made.sniff(tmp_path / "absent.xml") is False
    assert made.sniff(tmp_path / "absent.yaml#a") is False
    (tmp_path / "loop.xml").symlink_to(tmp_path / "loop.xml")
    assert made.sniff(tmp_path / "loop.xml") is False


@ALL
def test_what_is_not_there_is_refused(made: Format, tmp_path: Path) -> None:
    for name in ("absent", "absent.xml", "absent/deep.json"):
        with pytest.raises(InputError, match="absent"):
            load_any(tmp_path / name, name=made.name)


@ALL
def test_an_empty_file_and_an_empty_folder_are_refused(made: Format, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "nothing.xml").write_bytes(b"")
    for name in ("empty", "nothing.xml"):
        with pytest.raises(InputError):
            load_any(tmp_path / name, name=made.name)


def test_unknown_names_and_paths(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no format is called 'genious'; there are case,"):
        format_named("genious")
    with pytest.raises(InputError, match="no such file or folder"):
        sniffed(tmp_path / "absent")
    (tmp_path / "notes.txt").write_text("Talks begin on Monday.")
    with pytest.raises(InputError, match="convert --list"):
        load_any(tmp_path / "notes.txt")


def test_files_of_two_formats_in_a_folder_need_a_word(tmp_path: Path) -> None:
    write_files(tmp_path, {"domain.xml": DOMAIN, "p.xml": profile()})
    assert sniffed(tmp_path).name == "genius"
    (tmp_path / "p.json").write_text('{"LinearAdditiveUtilitySpace": {}}')
    with pytest.raises(InputError, match="could be genius, geniusweb; say which with --from"):
        load_any(tmp_path)
    assert len(load_any(tmp_path, name="genius").parties) == 1


def test_what_to_write_goes_by_the_ending(tmp_path: Path) -> None:
    assert format_to_write(tmp_path / "talks.yaml").name == "case"
    assert format_to_write(tmp_path / "talks.JSON").name == "case"
    with pytest.raises(InputError, match=r"has no ending, which genius, geniusweb write"):
        format_to_write(tmp_path / "talks")
    with pytest.raises(InputError, match=r"no format that is written ends in \.docx"):
        format_to_write(tmp_path / "talks.docx")
    with pytest.raises(InputError, match="negmas is read, not written"):
        save_any(TALKS, tmp_path / "talks", name="negmas")
    save_any(TALKS, tmp_path / "talks.yaml")
    assert load_any(tmp_path / "talks.yaml") == TALKS


def test_a_name_is_taken_once() -> None:
    with pytest.raises(ValueError, match="two formats are called 'genius'"):

        @registry.format(name="genius", suffixes=(), what="x", source="y")
        class Another:
            pass


def test_every_format_is_on_its_page() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/formats.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1] for line in page.splitlines() if line.startswith("| `")}
    assert rows == {made.name for made in formats()}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("c.json", '{"schema_version":1,"title":"x","parties":[]}'),
        ("c.json", '\ufeff{"title": "x"}'),
        ("c.yaml", "{title: x, parties: []}"),
        ("c.yml", "# mine\nparties: []\ntitle: x\n"),
    ],
)
def test_a_case_is_known_however_it_is_laid_out(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert sniffed(path).name == "case"
    assert load_any(path).title == "x"
