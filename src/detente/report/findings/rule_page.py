"""A rule explained: as a line, as text for a terminal, as a page of the reference."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from detente.report.findings.rule_book import FAMILIES, Rule


def rule_list(rules: Sequence[Rule]) -> str:
    """One line a rule."""
    width = max((len(c.name) for c in rules), default=0)
    return "\n".join(
        f"{c.code}  {c.severity:7}  {c.name:{width}}  {c.summary}{_off(c, '  (off by default)')}"
        for c in rules
    )


def rule_text(rule: Rule) -> str:
    """What the rule looks for, why, what to do, and examples."""
    lines = [
        f"{rule.code} {rule.name} ({rule.severity}{_off(rule, ', off by default')})",
        "",
        rule.summary,
        "",
        *_wrapped("Why it matters: ", rule.why),
        *_wrapped("What to do: ", rule.fix),
        "",
    ]
    day = f" (on {rule.date.isoformat()})" if rule.date else ""
    lines += [f"Reported{day}:", *(f"  {_line(t)}" for t in rule.fires)]
    lines += [f"Not reported{day}:", *(f"  {_line(t)}" for t in rule.silent)]
    return "\n".join(lines)


def rule_json(rule: Rule) -> dict[str, Any]:
    """The rule as a JSON object."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "default": rule.default,
        "summary": rule.summary,
        "why": rule.why,
        "fix": rule.fix,
        "fires": list(rule.fires),
        "silent": list(rule.silent),
        "date": rule.date.isoformat() if rule.date else None,
    }


def rule_page(rule: Rule) -> str:
    """The rule as a page in Markdown."""
    out = [
        f"# {rule.code} {rule.name}\n",
        f"{rule.severity.capitalize()}{_off(rule, ', off by default')} · family "
        f"{rule.family}, {FAMILIES[rule.family]}\n",
        f"{rule.summary}\n",
        "## Why it matters\n",
        f"{rule.why}\n",
        "## What to do\n",
        f"{rule.fix}\n",
        "## Examples\n",
    ]
    day = f" on {rule.date.isoformat()}" if rule.date else ""
    out += [f"Reported{day}:\n", *map(_quoted, rule.fires)]
    out += [f"Not reported{day}:\n", *map(_quoted, rule.silent)]
    return "\n".join(out)


def _off(rule: Rule, text: str) -> str:
    return "" if rule.default else text


def _wrapped(label: str, text: str) -> list[str]:
    return textwrap.wrap(label + text, 92, subsequent_indent="  ")


def _line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    """A text as a block that Markdown leaves as it is."""
    fence = "~~~" if "```" in text else "```"
    return f"{fence}text\n{text.strip()}\n{fence}\n"
