"""The file of a draft: YAML with remarks on what was drafted, and a line on what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.case.case import Case
from detente.case.load import read_case
from detente.case.save import case_data
from detente.case.schema import FILE_NAME, MODELINE
from detente.case.yaml_writing import write_yaml
from detente.errors import InputError

_HEAD = (
    "A draft made by program from documents. Every entry names the words it rests on (evidence),",
    "how sure the draft is (confidence) and stays draft: true until a person accepts it.",
    "What the documents do not say is left out and asked under questions: start there.",
)
_REMARKS: dict[str, tuple[str, ...]] = {
    "parties": (
        "DRAFT. Bodies that act, speak or are spoken for; office holders count for their body.",
        "The note says why a body has its role.",
    ),
    "issues": (
        "DRAFT. Topics on which something is asked, offered or said. The ends of a scale are",
        "what the lexicon of topics gives for it; options are those that the words name, at the",
        "place that is usual for them (basis: usual place).",
    ),
    "positions": (
        "DRAFT. Positions in words. A place on the scale (at) stands only where somebody asks",
        "for one end of it (basis: rule of direction); it is a wide range, to be narrowed.",
    ),
    "red_lines": (
        "DRAFT. Conditions and refusals. Where a line runs is seldom said; the bound is a range",
        "in the middle of the scale (basis: rule of lines), to be set.",
    ),
    "levers": (
        "DRAFT. What one party gives, withholds or holds out to another. Effects and costs are",
        "yours to add.",
    ),
    "acceptance": ("DRAFT. Who must ratify, where a document says so.",),
    "moves": (
        "DRAFT. What a party threatens, announces or does on its own; now: true is done today.",
    ),
    "attempts": ("DRAFT. Earlier talks and agreements that the documents name.",),
    "evidence": ("The words that the entries above rest on, with their places.",),
    "questions": ("What the documents leave open, the weightiest first.",),
}
_FIRST = ("id", "kind", "name", "party", "issue", "role", "giver", "receiver", "value", "low")
_LAST = ("confidence", "draft", "basis", "evidence")


def draft_yaml(case: Case) -> str:
    """A drafted case as YAML that reads back equal; questions stand before the evidence.

    Raises
    ------
    InputError
        If the words of a document hold what YAML cannot give back.
    """
    data = case_data(case)
    evidence = data.pop("evidence", None)
    if evidence is not None:
        data["evidence"] = evidence
    lines = [MODELINE + FILE_NAME, *(f"# {line}" for line in _HEAD)]
    for line in write_yaml(_arranged(data)).split("\n"):
        section = line.split(":", 1)[0]
        lines += [f"# {remark}" for remark in _REMARKS.get(section, ())]
        lines.append(line)
    text = "\n".join(lines)
    if read_case(text, "the draft") != case:
        raise InputError("the draft: its words cannot be written as YAML; write .json instead")
    return text


def summary(case: Case) -> list[str]:
    """What a draft holds, a line a section, for people."""
    placed = sum(p.at is not None or p.option is not None for p in case.positions)
    roles = [p.role for p in case.parties]
    told = ", ".join(f"{roles.count(role)} {role}" for role in dict.fromkeys(roles))
    rows = (
        ("parties", len(case.parties), told),
        ("issues", len(case.issues), ", ".join(i.id for i in case.issues)),
        ("positions", len(case.positions), f"{placed} with a place on the scale"),
        ("red lines", len(case.red_lines), ""),
        ("levers", len(case.levers), ""),
        ("moves", len(case.moves), ""),
        ("questions", len(case.questions), "to be answered by you"),
    )
    return [
        f"{name}: {count}" + (f" ({more})" if more and count else "") for name, count, more in rows
    ]


def _arranged(value: Any) -> Any:
    """Mappings with what they are first and what they rest on last."""
    if isinstance(value, list):
        return [_arranged(inner) for inner in value]
    if not isinstance(value, Mapping):
        return value
    first = [k for k in _FIRST if k in value] if "evidence" in value else []
    last = [k for k in _LAST if k in value and value is not None] if "draft" in value else []
    middle = [k for k in value if k not in first and k not in last]
    return {k: _arranged(value[k]) for k in (*first, *middle, *last)}
