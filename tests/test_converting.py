"""``detente convert``, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.converting import convert
from detente.errors import InputError, UnsuitableCase
from detente.formats.registry import load_any
from tests.formats.genius_files import DOMAIN, profile, write_files
from tests.test_cli import detente, errors


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return write_files(tmp_path / "talks", {"domain.xml": DOMAIN, "norland.xml": profile()})


def test_there_and_back(talks: Path, tmp_path: Path) -> None:
    done = convert(talks, tmp_path / "case.yaml")
    assert (done.read_as, done.written_as) == ("genius", "case")
    convert(tmp_path / "case.yaml", tmp_path / "web", write_as="geniusweb")
    assert load_any(tmp_path / "web").utilities[0].values == done.case.utilities[0].values


def test_a_case_may_be_written_again_but_nothing_else_is_overwritten(
    talks: Path, tmp_path: Path
) -> None:
    convert(talks, tmp_path / "case.yaml")
    convert(talks, tmp_path / "case.yaml")
    (tmp_path / "notes.yaml").write_text("- buy fish\n")
    with pytest.raises(InputError, match="is there already and is no file of the format case"):
        convert(talks, tmp_path / "notes.yaml")
    assert (tmp_path / "notes.yaml").read_text() == "- buy fish\n"
    with pytest.raises(InputError, match="is what is to be read"):
        convert(tmp_path / "case.yaml", tmp_path / "case.yaml")


def test_a_case_that_does_not_fit_leaves_nothing_behind(talks: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    convert(talks, case)
    case.write_text(
        case.read_text() + "red_lines: [{kind: floor, id: f, party: norland, points: 9}]\n"
    )
    with pytest.raises(UnsuitableCase, match="red lines"):
        convert(case, tmp_path / "out", write_as="genius")
    assert not (tmp_path / "out").exists()


def test_the_command(talks: Path, tmp_path: Path) -> None:
    done = detente("convert", talks, tmp_path / "case.yaml", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["from"] == "genius"
    assert told["to"] == "case"
    assert (told["parties"], told["issues"]) == (1, 2)
    assert told["sha256"] == load_any(tmp_path / "case.yaml").sha256
    done = detente("convert", tmp_path / "case.yaml", tmp_path / "g", "--to", "genius")
    assert done.stdout.decode() == f"{tmp_path / 'g'}\n"
    assert load_any(tmp_path / "g").parties[0].name == "norland"


def test_the_list() -> None:
    lines = detente("convert", "--list").stdout.decode().splitlines()
    row = next(line for line in lines if line.startswith("genius "))
    assert "read, written" in row
    told = json.loads(detente("convert", "--list", "--json").stdout)
    assert {"name", "suffixes", "written", "what", "source"} == set(told[0])
    assert len(told) == len(lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "say what to read and what to write"),
        (("absent",), "say what to read and what to write"),
        (("absent", "out.yaml"), "absent: no such file or folder"),
        (("absent", "out"), "say which with --to"),
        (("absent", "out", "--to", "genius", "--from", "nobody"), "no format is called 'nobody'"),
        (("--list", "absent"), "--list stands alone"),
    ],
)
def test_wrong_calls(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = detente("convert", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert len(errors(done)) == 1
    assert said in errors(done)[0]


NORLAND = """# notes of the desk in Norland
title: Dam
parties: [{id: norland, name: Norland}, {id: suland, name: Suland}]
issues: [{id: flow, name: Flow, options: [{id: low, name: Low}, {id: high, name: High}]}]
moves: [{id: build, name: Build, party: norland, now: false}]
preferences: [{party: norland, statements: [build]}]
"""


@pytest.fixture
def dam(tmp_path: Path) -> Path:
    path = tmp_path / "dam.yaml"
    path.write_text(NORLAND, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["out.yaml", "out.xlsx"])
def test_another_case_is_replaced_only_by_force(dam: Path, tmp_path: Path, name: str) -> None:
    out, fish = tmp_path / name, tmp_path / "fish.yaml"
    fish.write_text("# secret of the fishery\ntitle: Fish\n", encoding="utf-8")
    convert(fish, tmp_path / "fish.xlsx")
    out.write_bytes((tmp_path / f"fish{out.suffix}").read_bytes())
    before = out.read_bytes()
    done = detente("convert", dam, out)
    assert (done.returncode, out.read_bytes()) == (2, before)
    assert "holds another case, 'Fish'; write elsewhere, or --force" in errors(done)[0]
    done = detente("convert", dam, out, "--force")
    assert done.returncode == 0, done.stderr
    assert load_any(out) == load_any(dam)
    assert b"secret" not in out.read_bytes()
    assert not list(tmp_path.glob(".detente*"))


@pytest.mark.parametrize("name", ["out.yaml", "out.xlsx"])
def test_the_same_case_is_updated_and_what_is_told(dam: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    assert convert(dam, out).updated is None
    dam.write_text(NORLAND.replace("name: Suland", "name: South"), encoding="utf-8")
    if name == "out.yaml":
        out.write_text("# mine\n" + out.read_text(encoding="utf-8"), encoding="utf-8")
    done = detente("convert", dam, out)
    assert done.stderr.decode() == f"note: {out}: 'Dam' is updated: parties\n"
    assert load_any(out).parties[1].name == "South"
    if name == "out.yaml":
        assert out.read_text(encoding="utf-8").startswith("# mine\n")
    assert convert(dam, out).updated == ()


def test_files_of_other_kinds_are_replaced_only_by_force(dam: Path, tmp_path: Path) -> None:
    out, notes = tmp_path / "out.json", tmp_path / "notes.yaml"
    convert(dam, out, write_as="gmcr")
    with pytest.raises(InputError, match="a gmcr file cannot be updated"):
        convert(dam, out, write_as="gmcr")
    convert(dam, out, write_as="gmcr", force=True)
    notes.write_text("- buy fish\n")
    convert(dam, notes, force=True)
    assert load_any(notes).title == "Dam"


def test_a_refused_replacement_leaves_the_file(talks: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("[1]")
    with pytest.raises(UnsuitableCase):
        convert(talks, out, write_as="gmcr", force=True)
    assert [p.name for p in tmp_path.iterdir() if p != talks] == ["out.json"]
    assert out.read_text() == "[1]"


def test_what_a_format_cannot_hold_is_named_once(dam: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    done = detente("convert", dam, out, "--to", "gmcr")
    assert done.returncode == 0
    assert done.stderr.decode() == (
        f"note: {out}: the format gmcr cannot hold, and leaves out: issues\n"
    )
    assert convert(dam, tmp_path / "out.yaml").left_out == ()
