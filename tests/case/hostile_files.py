"""Files that try to take time or memory: what they are, and what is said of them."""

from __future__ import annotations

import itertools
import sys
import time

from detente.case.load import read_case
from detente.errors import InputError
from tests.memory_use import peak_megabytes

_LETTERS = "abcdefghij"
_BOMB = "".join(
    f"{here}: &{here} [{', '.join([f'*{above}'] * 9)}]\n"
    for above, here in itertools.pairwise(_LETTERS)
)
FILES: dict[str, tuple[str, str]] = {
    "bomb": (f"a: &a [{', '.join(['x'] * 9)}]\n{_BOMB}", "aliases counted in full"),
    "aliases": ("a: &a x\nb: [" + ",".join(["*a"] * 1_900_000) + "]\n", "aliases counted in full"),
    "anchors": ("s: [" + ",".join(f"&a{i} x" for i in range(290_000)) + "]", "title is missing"),
    "long text": ("title: " + "x" * 7_900_000, "at most 100,000 fit"),
    "long quoted text": ('title: "' + "x" * 7_900_000 + '"', "at most 100,000 fit"),
    "more than fits": ("title: " + "x" * 10_000_000, "larger than 8 MB"),
    "deep lists": ("[" * 1_000_000, "nested deeper than 40 levels"),
    "deep keys": ("".join(" " * i + "a:\n" for i in range(2000)), "nested deeper than 40 levels"),
    "deep in one line": ("- " * 2_000_000, "nested deeper than 40 levels"),
    "open braces": ("{" * 3_000_000, "a key must be a word"),
    "long key": ("x" * 2_000_000 + ": 1\n", "at most 100,000 fit"),
    "long number": ("schema_version: " + "9" * 5_000_000, "at most 100,000 fit"),
    "huge number": ("schema_version: " + "9" * 300, "a newer one is needed"),
    "backslashes": ('"' + "\\" * 4_000_000, "not YAML"),
    "unknown keys": ("".join(f"k{i}: 1\n" for i in range(299_000)), "title is missing"),
    "empty parties": ("title: x\nparties:\n" + "- {}\n" * 299_000, "and more places"),
    "wrong keys": (
        "title: x\nparties:\n" + "- {idd: a, nam: b, rolle: c}\n" * 74_000,
        "parties[0] has no key 'rolle'; did you mean 'role'",
    ),
    "wrong values": (
        "title: x\npositions:\n" + "- {party: 1, issue: 2, at: 300, salience: {}}\n" * 59_000,
        "positions[0].party must be words",
    ),
    "wrong at the end": (
        "title: x\nquestions:\n" + "- {text: a}\n" * 100_000 + "- {text: 1}\n" * 45_000,
        "line 100003, column 10: questions[100000].text must be words",
    ),
    "wrong links": (
        "title: x\nlinks: [{id: a, effects: [{points: {}, when: {"
        + ", ".join(f"i{i}: o" for i in range(290_000))
        + "}}]}]",
        "links[0].effects[0].when has too many entries",
    ),
    "program": ("!!python/object/apply:os.system ['x']\n", "is not read; take it out"),
    "two documents": ("title: x\n---\ntitle: y\n", "a second document begins"),
    "half a pair": ('title: "\\ud800"', "not YAML"),
    "JSON deep": ('{"title": ' + "[" * 1_000_000, "nested deeper than 40 levels"),
    "JSON list": ("[" + "[]," * 2_600_000 + "[]]", "more than 300,000 entries"),
    "JSON number": ('{"schema_version": ' + "9" * 5_000_000 + "}", "is too large"),
}


def main(name: str) -> None:
    """Read one of the files; print CPU seconds, peak MB and what was said."""
    text, _ = FILES[name]
    before = time.process_time()
    try:
        read_case(text, "f.json" if name.startswith("JSON") else "f.yaml")
        said = "read"
    except InputError as error:
        said = str(error)
    seconds = time.process_time() - before
    print(f"{seconds:.2f} {peak_megabytes():.0f}\n{said}")


if __name__ == "__main__":
    main(sys.argv[1])
