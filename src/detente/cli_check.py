"""The commands ``check`` and ``rules``."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli_options import (
    Actors,
    AsJson,
    Date,
    ModelName,
    NoTagger,
    Passes,
    Quiet,
    RulesOnly,
    check_output,
    day_of,
)
from detente.cli_reading import error, finish, note, read_or_load
from detente.errors import InputError

if TYPE_CHECKING:
    from detente.configuration import Configuration
    from detente.report.findings.places import Findings

FOUND = 1
UNFIT = 2
FAULT = 70


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"


class FailOn(StrEnum):
    """From which severity on findings make the exit status 1."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


_Codes = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help="Rules to run: codes, beginnings such as OFF, names, ALL; commas part them.",
        show_default=False,
    ),
]
_Ignored = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="CODES", help="Rules not to run, likewise.", show_default=False
    ),
]
_Facts = Annotated[
    list[Path] | None,
    typer.Option(
        "--facts",
        metavar="FILE",
        help="Your own rows of office terms (CSV), which win over ours.",
        show_default=False,
    ),
]


def check(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES...",
            help="Documents or folders to read and check, ledgers (.json) that read wrote, or "
            "case files (.yaml, .json).",
            show_default=False,
        ),
    ],
    select: _Codes = None,
    ignore: _Ignored = None,
    date: Date = None,
    facts: _Facts = None,
    form: Annotated[
        Format, typer.Option("--format", metavar="FORM", help="text, json, sarif or github.")
    ] = Format.text,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            metavar="SEVERITY",
            help="Exit with 1 from this severity on: error, warning, note or never; error if left "
            "out.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write the findings to this file.",
            show_default=False,
        ),
    ] = None,
    model: ModelName = None,
    rules_only: RulesOnly = False,
    no_tagger: NoTagger = False,
    actors: Actors = None,
    quiet: Quiet = False,
) -> None:
    """Check documents against facts and against themselves: what does not hold, in which words.

    Of case files it says what does not fit together or rests on nothing, with line and column.

    Settings come from the nearest detente.toml, waivers from FILE.waivers and
    detente-waivers.toml.
    """
    from detente.checking import check_ledger
    from detente.configuration import find_configuration

    settings = find_configuration(Path.cwd())
    settings = dataclasses.replace(
        settings,
        select=_listed(select) or settings.select,
        ignore=(*settings.ignore, *_listed(ignore)),
        facts=(*settings.facts, *(facts or ())),
        fail_on=settings.fail_on if fail_on is None else fail_on.value,
    )
    if _are_cases(files):
        _check_cases(files, settings, form, output)
        return
    _try_out(settings)
    if output is not None:
        check_output(output, files)
    passes = Passes(model, rules_only, not no_tagger)
    ledger, result = read_or_load(files, date, passes, actors, quiet)
    shown = check_ledger(ledger, settings, files, date=day_of(date))
    _print(shown, form, output)
    for waiver in shown.unused_waivers:
        note(f"{waiver} covers nothing; take it out")
    for fault in shown.faults:
        error(fault)
    if result is not None:
        finish(result)
    if shown.faults:
        raise typer.Exit(FAULT)
    if _fails(shown, settings.fail_on):
        raise typer.Exit(FOUND)


def _are_cases(files: list[str]) -> bool:
    from detente.checking_cases import is_case

    kinds = {is_case(f) for f in files}
    if len(kinds) > 1:
        raise InputError("give case files or documents, not both in one call")
    return kinds == {True}


def _check_cases(
    files: list[str], settings: Configuration, form: Format, output: Path | None
) -> None:
    from detente.checking_cases import check_cases

    if output is not None:
        check_output(output, files)
    shown, problems = check_cases(files, settings)
    if len(problems) < len(files):
        _print(shown, form, output)
    for problem in problems:
        for line in str(problem).splitlines():
            error(line)
    for waiver in shown.unused_waivers:
        note(f"{waiver} covers nothing; take it out")
    for fault in shown.faults:
        error(fault)
    if problems:
        raise typer.Exit(UNFIT)
    if shown.faults:
        raise typer.Exit(FAULT)
    if _fails(shown, settings.fail_on):
        raise typer.Exit(FOUND)


def _listed(words: list[str] | None) -> tuple[str, ...]:
    """``OFF,TIM201`` as its parts."""
    return tuple(part.strip() for w in words or () for part in w.split(",") if part.strip())


def _try_out(settings: Configuration) -> None:
    """Refuse a wrong code before anything is read."""
    from detente.checks.select import selected

    selected(settings.select, settings.ignore)


def _print(shown: Findings, form: Format, output: Path | None) -> None:
    from detente.saving import save

    if form is Format.text:
        from detente.report.findings.as_text import findings_text

        colour = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        text = findings_text(shown, colour=colour)
    elif form is Format.json:
        from detente.report.findings.as_json import findings_json

        text = findings_json(shown)
    elif form is Format.sarif:
        from detente.report.findings.as_sarif import findings_sarif

        text = findings_sarif(shown)
    else:
        from detente.report.findings.as_github import findings_github

        text = findings_github(shown)
    if output is not None:
        save(f"{text}\n", output)
        typer.echo(str(output))
    elif text:
        typer.echo(text, color=True)


def _fails(shown: Findings, fail_on: str) -> bool:
    from detente.report.findings.places import SEVERITIES

    if fail_on == "never":
        return False
    grave = SEVERITIES[: [str(s) for s in SEVERITIES].index(fail_on) + 1]
    return shown.worst in grave


def rules(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]",
            help="A code or name to explain; every rule in one line if left out.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say which rules check has, or what one rule looks for, why, and what to do about it."""
    from detente.case.rule_registry import rules_called
    from detente.checks.select import selected
    from detente.report.findings.rule_book import Rule, all_rules
    from detente.report.findings.rule_page import rule_json, rule_list, rule_text

    found: tuple[Rule, ...] = all_rules()
    if code is not None:
        of_cases = rules_called(code)
        by_name = bool(of_cases) and code.upper() not in ("ALL", "DEFAULT")
        found = (*(() if by_name else selected((code,), option="")), *of_cases)
        if not found:
            raise InputError(f"no rule is called {code!r} (see detente rules)")
    if as_json:
        typer.echo(json.dumps([rule_json(c) for c in found], ensure_ascii=False, indent=1))
    elif code is None or len(found) > 1:
        typer.echo(rule_list(found))
    else:
        typer.echo(rule_text(found[0]))
