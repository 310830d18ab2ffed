"""The repository holds only what it may: no foreign words, no machine's paths, no hosts."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    out = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    return [ROOT / name for name in out.decode().split("\0") if name]


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return ""


def shingles(text: str, size: int = 9) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def test_no_sentence_of_a_shared_document_stands_in_the_repository(shared: Path) -> None:
    foreign: set[tuple[str, ...]] = set()
    texts = [shared / "seed/article.txt", *sorted((shared / "data/documents").glob("*.txt"))]
    assert len(texts) > 30
    for path in texts:
        foreign |= shingles(path.read_text(encoding="utf-8"))
    for path in tracked():
        if path.suffix in {".csv", ".json"} or path.name in {"LICENSE", "test.txt", "demo.txt"}:
            continue
        common = shingles(text_of(path)) & foreign
        assert not common, f"{path.relative_to(ROOT)}: {' '.join(sorted(common)[0])}"


def test_no_path_of_a_machine_and_no_index_host() -> None:
    unwanted = re.compile(r"/(?:home|root|Users)/\w|file://" + "/" + r"|index-url|find-links\s")
    for path in tracked():
        if path.name in {"test_repository.py", "Makefile"}:
            continue
        found = unwanted.search(text_of(path))
        assert found is None, f"{path.relative_to(ROOT)}: {found.group() if found else ''}"


def test_requirements_are_pinned_with_hashes() -> None:
    for name in ("demo.txt", "test.txt"):
        lines = (ROOT / "requirements" / name).read_text().splitlines()
        pins = [line for line in lines if re.match(r"[\w.-]+==", line)]
        assert len(pins) > 20
        assert all(line.endswith("\\") for line in pins), "each pin has a hash"
        assert not [line for line in lines if "@" in line or "://" in line]
