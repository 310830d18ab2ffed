"""Write the generated pages of docs/reference, or with --check say which are out of date."""

from __future__ import annotations

import dataclasses
import functools
import inspect
import sys
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer
from case_page import case_format

from detente.case.schema import schema_text
from detente.cli import app
from detente.evidence import merge_evidence, second_look
from detente.evidence.items import Actor, Mention, Merge, Role
from detente.evidence.ledger import ITEM_TYPES
from detente.evidence.registry import extractors
from detente.report.findings.rule_book import FAMILIES, Rule, all_rules
from detente.report.findings.rule_page import rule_page

ROOT = Path(__file__).parents[1]
NOTE = "<!-- Written by tools/build_docs.py; change the code, not this page. -->\n"


def command_line() -> str:
    """One section a command, from the code of the command line."""
    group: Any = typer.main.get_command(app)
    out = [NOTE, "# Command line\n"]
    for name, command in sorted(group.commands.items()):
        usage = f"detente {name}"
        arguments, options = [], []
        for p in command.params:
            if p.param_type_name == "argument":
                usage += f" {p.metavar or p.name.upper()}"
                arguments.append(f"| `{p.metavar}` | {p.help} |")
            else:
                flags = ", ".join(f"`{o}`" for o in p.opts)
                value = "" if p.is_flag else f" {p.metavar or 'VALUE'}"
                default = "" if p.default in (None, False) else f" Default: `{p.default}`."
                options.append(f"| {flags}{value} | {p.help}{default} |")
        out += [f"## {usage}\n", inspect.cleandoc(command.help or ""), ""]
        out += ["| argument or option | meaning |", "| --- | --- |", *arguments, *options, ""]
    out += [
        "## Exit status\n",
        "| status | meaning |",
        "| --- | --- |",
        "| 0 | done |",
        "| 1 | `check`: findings at or above `--fail-on` |",
        "| 2 | an input or the call is wrong; one line says what, where and what to do, and "
        "everything else was still done |",
        "| 70 | a fault of Détente itself |",
        "| 130 | interrupted |",
        "",
    ]
    return "\n".join(out)


def reading_rules() -> str:
    """Every rule an extractor has."""
    out = [
        NOTE,
        "# Rules of reading\n",
        "Every item in a ledger names the rule that made it, as `extractor.rule`. Extractors run "
        "in this order.\n",
    ]
    for e in extractors():
        out += [f"## {e.name}\n", f"Fills `{e.makes}`."]
        out[-1] += f" Needs {', '.join(f'`{n}`' for n in e.needs)}." if e.needs else ""
        out += ["", "| rule | what it does |", "| --- | --- |"]
        out += [f"| `{e.name}.{key}` | {line} |" for key, line in sorted(e.rules.items())]
        out += [""]
    out += [
        "## tagger\n",
        "Where its encoder is installed, a learned tagger looks once more after all extractors.",
        "",
        "| rule | what it does |",
        "| --- | --- |",
        *(f"| `tagger.{key}` | {line} |" for key, line in sorted(second_look.RULES.items())),
        "",
        "## joining\n",
        "Several documents make one ledger. An actor that several speak of has one of these in "
        "`merges` for each.",
        "",
        "| rule | what it does |",
        "| --- | --- |",
        *(f"| `joining.{key}` | {line} |" for key, line in sorted(merge_evidence.RULES.items())),
        "",
    ]
    return "\n".join(out)


def ledger_format() -> str:
    """Fields of every list of the ledger, from the types."""
    out = [
        NOTE,
        "# The ledger\n",
        "`detente read FILE --json` prints one JSON object: `schema`, `made_by` (version, model "
        "and its hash, hash of the tagger), `documents` (`id`, `sha256` of the bytes, "
        "`text_sha256`, `title`, `date`, "
        "`paragraphs`, `text` …), the lists below, and `notes` on what was left open. Every span "
        "is `{start, end, text}`, counted in Unicode code points of the document's `text`, and "
        "holds exactly the words that stand there; this is asserted when a ledger is written "
        "and when it "
        "is loaded. A mention's span is laid flat into the mention. Unknown is `null`.\n",
    ]
    for name, kind in ITEM_TYPES.items():
        out += [f"## {name}\n", inspect.cleandoc(kind.__doc__ or ""), ""]
        out += ["| field | type |", "| --- | --- |"]
        hints = typing.get_type_hints(kind)
        out += [f"| `{f.name}` | {_type(hints[f.name])} |" for f in dataclasses.fields(kind)]
        out += [""]
        if kind is Actor:
            out += [_entries(part) for part in (Mention, Role, Merge)]
    return "\n".join(out)


def _entries(kind: type[Any]) -> str:
    """What one entry of a list inside an actor holds."""
    names = ", ".join(f"`{f.name}`" for f in dataclasses.fields(kind))
    return f"**{kind.__name__}** ({names}): {inspect.cleandoc(kind.__doc__ or '')}\n"


def _type(hint: Any) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return " · ".join(f"`{a}`" for a in typing.get_args(hint))
    arguments = typing.get_args(hint)
    if type(None) in arguments:
        return f"{_type(next(a for a in arguments if a is not type(None)))} or null"
    if typing.get_origin(hint) is tuple:
        return f"list of {_type(arguments[0])}"
    return getattr(hint, "__name__", str(hint))


def check_index() -> str:
    """Every rule of ``detente check`` in a table, family by family."""
    out = [
        NOTE,
        "# Rules of checking\n",
        "`detente check` reports what these rules find; [how to check a text](../how-to/check.md) "
        "says how to choose among them. Rules that are off by default run where their code is "
        "given to `--select`.\n",
    ]
    for family, subject in FAMILIES.items():
        rules = [c for c in all_rules() if c.family == family]
        if rules:
            out += [
                f"## {family}: {subject}\n",
                "| rule | severity | reports |",
                "| --- | --- | --- |",
            ]
            out += [
                f"| [{c.code} {c.name}](checks/{c.code}.md) | {c.severity}"
                f"{'' if c.default else ', off by default'} | {c.summary} |"
                for c in rules
            ]
            out += [""]
    return "\n".join(out)


def check_page(rule: Rule) -> str:
    """The page of one rule."""
    back = "[All rules of checking](../checks.md)\n"
    return "\n".join([NOTE, rule_page(rule), back])


CHECK_PAGES = "docs/reference/checks"
PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/command-line.md": command_line,
    "docs/reference/rules-of-reading.md": reading_rules,
    "docs/reference/ledger.md": ledger_format,
    f"{CHECK_PAGES}.md": check_index,
    "docs/reference/case.md": case_format,
    "src/detente/case/case.schema.json": schema_text,
    **{f"{CHECK_PAGES}/{c.code}.md": functools.partial(check_page, c) for c in all_rules()},
}


def main() -> int:
    """Write the pages, or compare them; status 1 if one is out of date."""
    stale = []
    for name, page in PAGES.items():
        path, text = ROOT / name, page().rstrip() + "\n"
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    for path in sorted((ROOT / CHECK_PAGES).glob("*.md")):
        name = path.relative_to(ROOT).as_posix()
        if name not in PAGES and "--check" in sys.argv:
            stale.append(name)
        elif name not in PAGES:
            path.unlink()  # the page of a rule that is no more
    for name in stale:
        print(f"{name} is out of date; run: make format", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
