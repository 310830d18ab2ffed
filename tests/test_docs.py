"""What the pages say is tried: commands run, links lead somewhere, generated pages are fresh."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/README.md")]
)


def commands() -> list[tuple[str, str, str]]:
    found = []
    for page in PAGES:
        for block in re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.S):
            for call, said in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.M):
                found.append((page.name, call, said))
    return found


@pytest.mark.parametrize(("page", "call", "said"), commands())
def test_a_command_on_a_page_runs_and_says_what_the_page_says(
    page: str, call: str, said: str, tmp_path: Path
) -> None:
    name, *arguments = shlex.split(call)
    assert name == "detente", f"{page}: only our own command is shown"
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    done = subprocess.run(
        [sys.executable, "-c", "from detente.cli import main; main()", *arguments],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    if said:
        assert done.stdout.decode() == said


def test_pages_show_commands() -> None:
    assert len(commands()) >= 3


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_page_is_reached_from_the_index() -> None:
    seen: set[Path] = set()
    todo = [ROOT / "README.md"]
    while todo:
        page = todo.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        for target in re.findall(r"\]\(([^)#:]+)", page.read_text(encoding="utf-8")):
            todo.append((page.parent / target).resolve())
    missing = {p.resolve() for p in ROOT.glob("docs/**/*.md")} - seen
    assert not missing


def test_generated_pages_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "tools/build_docs.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_every_command_and_option_is_in_the_tutorial_or_reference() -> None:
    import typer

    from detente.cli import app

    page = (ROOT / "docs/reference/command-line.md").read_text(encoding="utf-8")
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        assert f"## detente {name}" in page
        for parameter in command.params:
            assert parameter.opts[-1] in page or parameter.param_type_name == "argument"
