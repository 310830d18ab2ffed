"""Files made to exhaust or to trick a reader; run as a script, it reads them all and tells."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from detente.errors import InputError
from detente.formats.registry import format_named, sniffed
from tests.memory_use import peak_megabytes

OPEN, SHUT = "<utility_space><objective>", "</objective></utility_space>"
BILLION = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def xml_files() -> Iterator[tuple[str, str | bytes]]:
    """Genius files by name."""
    yield "laughs.xml", f'<!DOCTYPE u [<!ENTITY a0 "ha">{BILLION}]>{OPEN}&a9;{SHUT}'
    yield (
        "quadratic.xml",
        f'<!DOCTYPE u [<!ENTITY a "{"a" * 100_000}">]>{OPEN}{"&a;" * 30_000}{SHUT}',
    )
    secret = Path(__file__).as_uri()
    yield "external.xml", f'<!DOCTYPE u [<!ENTITY x SYSTEM "{secret}">]>{OPEN}&x;{SHUT}'
    yield "parameter.xml", f'<!DOCTYPE u [<!ENTITY % x SYSTEM "{secret}"> %x;]>{OPEN}{SHUT}'
    yield "doctype.xml", f'<!DOCTYPE u SYSTEM "{secret}">{OPEN}{SHUT}'
    yield "attribute.xml", f'{OPEN}<issue index="1" name="{"a" * 10_000_000}"/>{SHUT}'
    yield "attribute-in-bounds.xml", f'{OPEN}<issue index="1" name="{"a" * 3_900_000}"/>{SHUT}'
    yield "name.xml", f'{OPEN}<issue index="1" name="{"a" * 19_000}"/>{SHUT}'
    attributes = " ".join(f'a{n}=""' for n in range(300_000))
    yield "attributes.xml", f"{OPEN}<issue {attributes}/>{SHUT}"
    yield "deep.xml", OPEN + "<objective>" * 300_000
    yield "wide.xml", OPEN + "<issue/>" * 480_000 + SHUT
    yield "tag.xml", f"<utility_space><{'a' * 3_900_000}>"
    yield "text.xml", f"{OPEN}{'a' * 3_900_000}"
    yield "comments.xml", "<!-- -->" * 450_000 + OPEN + SHUT
    yield "comment.xml", "<!--" + "-" * 3_900_000
    yield "digits.xml", f'{OPEN}<issue index="{"9" * 19_000}" name="a"/>{SHUT}'
    yield "exponent.xml", f'{OPEN}<issue index="1e999999999" name="a"/>{SHUT}'
    integer = 'type="integer" lowerbound="-999999999999" upperbound="999999999999"'
    yield "range.xml", f'{OPEN}<issue index="1" name="a" {integer}/>{SHUT}'
    yield "truncated.xml", OPEN
    yield "encoding.xml", f'<?xml version="1.0" encoding="utf-7"?>{OPEN}{SHUT}'
    yield "no-encoding.xml", f'<?xml version="1.0" encoding="no-such"?>{OPEN}{SHUT}'
    yield "zeros.xml", b"<utility_space>" + b"\0" * 1_000_000
    yield "bytes.xml", b"<utility_space>\xff\xfe\x80"


def other_files() -> Iterator[tuple[str, str | bytes]]:
    """GeniusWeb and NegMAS files by name."""
    begin = '{"LinearAdditiveUtilitySpace": '
    yield "deep.json", begin + "[" * 1_000_000
    yield "deep-objects.json", begin + '{"a":' * 600_000
    yield "twice.json", begin + '{"a": 1, "a": 2}}'
    yield "digits.json", begin + "9" * 3_900_000 + "}"
    yield "exponent.json", begin + '{"domain": 1e999999999}}'
    yield "infinite.json", begin + "Infinity}"
    yield "text.json", begin + '"' + "a" * 3_900_000 + '"}'
    yield "large.json", begin + " " * 10_000_000
    rows = {"issuesValues": {f"i{n}": {"values": [str(k) for k in range(9)]} for n in range(9_000)}}
    yield "many.json", json.dumps({"LinearAdditiveUtilitySpace": {"domain": rows}})
    kind = "type: LinearAdditiveUtilityFunction\n"
    bomb = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
    yield "bomb.yml", f"{kind}a0: &a0 [ha]\n{bomb}"
    yield "aliases.yml", f"{kind}a: &a [1]\nb: [{'*a, ' * 700_000}]\n"
    yield "deep.yml", f"{kind}a: {'[' * 500_000}"
    yield "nan.yml", f"{kind}reserved_value: .nan\n"
    yield "text.yml", f"{kind}a: {'a' * 3_900_000}\n"
    yield "twice.yml", f"{kind}type: LinearAdditiveUtilityFunction\n"
    yield "tag.yml", f"{kind}a: !!python/object/apply:os.getcwd []\n"
    yield "blanks.yml", kind + "reserved_value: -" + " " * 1_000_000 + "x\n"


def game_folders(folder: Path) -> Iterator[Path]:
    """Games of LLM-Deliberation that are too much, or lead out of their folder."""
    for name, config, instructions, scores in (
        ("many-parties", "a,b,c\n" * 600_000, "", "1\n1"),
        ("outside", "a,/etc/passwd,p1\n", "", "1\n1"),
        ("long-scores", "a,b,p1\n", "", "1," * 1_900_000 + "\n1"),
        ("many-issues", "a,b,p1\n", "", "1\n" * 1_000_000),
        ("digits", "a,b,p1\n", "", "9" * 3_900_000 + "\n1"),
        ("harmless-dashes", "a,b,p1\n", "-" * 3_900_000, "1,2\n1"),
        ("harmless-quotes", "a,b,p1\n", 'Issue A: "' * 390_000, "1,2\n1"),
        ("harmless-lines", "a,b,p1\n", 'Issue A: "a"\n' + "x\n" * 1_900_000, "1,2\n1"),
        ("options", "a,b,p1\n", 'Issue A: "a"\n' + 'A1 "\n' * 500_000, "1,2\n1"),
    ):
        made = folder / name
        (made / "scores_files").mkdir(parents=True)
        (made / "config.txt").write_text(config)
        (made / "global_instructions.txt").write_text(instructions)
        (made / "scores_files/b.txt").write_text(scores)
        yield made


def told(path: Path) -> dict[str, object]:
    """How long a file took and what was said of it."""
    start = time.process_time()
    reason: str | None = None
    forced: Callable[[Path], object] = {
        ".xml": format_named("genius").load,
        ".json": format_named("geniusweb").load,
        ".yml": format_named("negmas").load,
    }.get(path.suffix, format_named("llm-deliberation").load)
    for read in (lambda p: sniffed(p).load(p), forced):
        try:
            read(path)
        except InputError as error:
            reason = str(error)
    seconds = time.process_time() - start
    return {"file": path.name, "seconds": seconds, "reason": reason}


def main(folder: Path) -> None:
    """Write the files one by one, read each, and print what happened as JSON."""
    rows = []
    for name, text in (*xml_files(), *other_files()):
        # Each alone in a folder, so that none is taken for another's domain.
        path = folder / name.replace(".", "-") / name
        path.parent.mkdir()
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        del text
        if path.suffix == ".yml":
            (path.parent / "space.yml").write_text(
                "type: DiscreteCartesianOutcomeSpace\n"
                "issues: [{name: a, type: CategoricalIssue, values: [b]}]\n"
            )
        rows.append(told(path))
    rows += [told(path) for path in game_folders(folder)]
    print(json.dumps({"rows": rows, "megabytes": peak_megabytes()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
