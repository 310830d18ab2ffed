"""What an LLM-Deliberation game's instructions call its issues and options."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LONGEST = 300
_LONGEST_NOTE = 4_000
_MOST_LINES = 5_000
_ISSUE = re.compile(r"[-*\s]{0,20}Issue ([A-Z])\s{0,5}:\s{0,5}(.{1,2000})\Z")
_OPTION = re.compile(r"[-*\s]{0,20}([A-Z])(\d{1,2})\b(.{0,4000})\Z")
# A1 "label" ..., A1 "label": ... or A1: "label": ...; in A1: "Somebody" pays ... it is none.
_LABEL = re.compile(r"(?::\s{0,5}\"([^\"]{1,300})\"\s{0,5}:|\"([^\"]{1,300})\")")


@dataclass
class DescribedIssue:
    """Name, options by number, and what is said before and after them."""

    name: str
    options: dict[int, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    @property
    def note(self) -> str:
        """The issue's own words, as they stand."""
        return "\n".join(self.lines)[:_LONGEST_NOTE].strip()


@dataclass(frozen=True)
class Described:
    """Issues by letter, and the first paragraph."""

    opening: str
    issues: dict[str, DescribedIssue]


def read_instructions(text: str) -> Described:
    """Issues and options that the text announces at the beginning of a line."""
    issues: dict[str, DescribedIssue] = {}
    letter = ""
    opening = ""
    for line in text.splitlines()[:_MOST_LINES]:
        line = line[:_LONGEST_NOTE].rstrip()
        if not opening and line.strip():
            opening = line.strip()
        if found := _ISSUE.match(line):
            letter = found[1]
            issues[letter] = DescribedIssue(_issue_name(found[2]))
        elif not letter or not line.strip() or set(line.strip()) <= set("=-"):
            continue
        else:
            issue = issues[letter]
            option = _OPTION.match(line)
            if option and option[1] == letter:
                issue.options.setdefault(int(option[2]), _option_name(option[3], line.strip()))
            issue.lines.append(line.strip())
    return Described(opening, issues)


def _issue_name(rest: str) -> str:
    """What stands in quotation marks, else the words up to a full stop."""
    quoted = re.match(r"\"([^\"]{1,300})\"", rest)
    return (quoted[1] if quoted else rest.partition(". ")[0]).strip().rstrip(".")[:_LONGEST]


def _option_name(rest: str, line: str) -> str:
    """The label in quotation marks, else the words before an arrow, else all of them."""
    rest = rest.strip()
    if label := _LABEL.match(rest):
        return (label[1] or label[2]).strip()
    words = rest.lstrip(": ").partition("==>")[0].strip().rstrip(".")
    return (words or line)[:_LONGEST]
