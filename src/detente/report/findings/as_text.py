"""Findings as a compiler prints them: the place, the sentence, the words with carets."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from detente.findings import Finding, Witness
from detente.report import wording
from detente.report.findings.places import Findings
from detente.report.findings.rule_book import Rule, rules_for
from detente.report.findings.terminal import cells, runs_both_ways, safe

_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36", "bold": "1", "dim": "2"}
# Room for the words and what stands around them on one line.
_WIDTH = 92
_MOST_WORDS = 76


def findings_text(shown: Findings, *, colour: bool = False) -> str:
    """All findings, each with its words, reason, facts and help, and a last line that counts."""
    rules = {c.code: c for c in rules_for(shown.findings)}
    blocks = [
        "\n".join(_block(shown, f, rules.get(f.code), _Paint(colour))) for f in shown.findings
    ]
    return "\n\n".join([*blocks, _summary(shown)])


class _Paint:
    """Colours where they are wanted."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, text: str, name: str) -> str:
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if self.colour else text


def _block(shown: Findings, finding: Finding, rule: Rule | None, paint: _Paint) -> Iterator[str]:
    where = shown.where(finding.witnesses[0]) if finding.witnesses else "the record"
    head = paint(f"{finding.severity} {finding.code}", finding.severity)
    yield f"{paint(safe(where), 'bold')}: {head}: {safe(finding.message)}"
    width = max((len(_number(shown, w)) for w in finding.witnesses), default=1)
    here = ""
    for witness in finding.witnesses:
        document = witness.document
        if here and document != here:
            yield f"  {' ' * width} {paint('-->', 'dim')} {safe(shown.where(witness))}"
        here = document
        yield from _frame(shown, witness, finding.severity, width, paint)
    if finding.reason:
        yield from _line("why", finding.reason)
    for fact in finding.facts:
        yield from _line("fact", fact)
    fix = finding.fix or (rule.fix if rule else "")
    if fix:
        yield from _line("help", fix)


def _line(label: str, text: str) -> list[str]:
    """A labelled line, wrapped under itself where it is long."""
    return textwrap.wrap(
        f"= {label}: {safe(text)}",
        _WIDTH + 8,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _number(shown: Findings, witness: Witness) -> str:
    """The line's number where lines are the file's own, else the paragraph's."""
    if witness.document in shown.verbatim:
        return str(shown.place(witness).line)
    paragraph = shown.ledger.document(witness.document).paragraph_at(witness.span.start)
    return f"¶{paragraph.number}" if paragraph else "¶"


def _frame(
    shown: Findings, witness: Witness, severity: str, width: int, paint: _Paint
) -> Iterator[str]:
    before, words, after = _cut(shown, witness)
    bar = paint("|", "dim")
    yield f"  {_number(shown, witness):>{width}} {bar} {before}{words}{after}"
    note = f" {safe(witness.note)}" if witness.note else ""
    if runs_both_ways(before + words + after):
        # Where the words come to stand is the terminal's choice: they are said again instead.
        carets = f"^ {words}"
    else:
        carets = " " * cells(before) + "^" * max(1, cells(words))
    lead = len(carets) - len(carets.lstrip(" "))
    yield f"  {' ' * width} {bar} {carets[:lead]}{paint(carets[lead:], severity)}{note}"


def _cut(shown: Findings, witness: Witness) -> tuple[str, str, str]:
    """The words with as much of their line around them as there is room for."""
    text = shown.ledger.document(witness.document).text
    first, last = shown.line(witness)
    start, end = witness.span.start, min(witness.span.end, last)
    words = safe(text[start:end])
    if witness.span.end > last:
        words += " …"
    if len(words) > _MOST_WORDS:
        words = f"{words[: _MOST_WORDS - 12].rstrip()} … {words[-8:].lstrip()}"
    room = max(0, _WIDTH - cells(words))
    ahead = text[end : min(last, end + _WIDTH)]
    left = _tail(text[max(first, start - _WIDTH) : start], max(room // 2, room - cells(ahead)))
    right = _head(ahead, room - cells(left))
    before = f"…{left}" if len(left) < start - first and left else left
    return before, words, f"{right}…" if len(right) < last - end and right else right


def _tail(text: str, room: int) -> str:
    text = safe(text)
    if cells(text) <= room:
        return text
    while text and cells(text) > room:
        text = text[1:]
    cut = text.find(" ")
    return text[cut:] if cut >= 0 else text


def _head(text: str, room: int) -> str:
    text = safe(text)
    if cells(text) <= room:
        return text
    while text and cells(text) > room:
        text = text[:-1]
    cut = text.rfind(" ")
    return text[: cut + 1] if cut >= 0 else text


def _summary(shown: Findings) -> str:
    counts = [wording.counted(n, kind) for kind, n in shown.counted().items() if n]
    documents = wording.counted(len(shown.ledger.documents), "document")
    text = f"{', '.join(counts) or 'no findings'} in {documents}"
    if shown.waived:
        text += f", {len(shown.waived)} waived"
    return text
