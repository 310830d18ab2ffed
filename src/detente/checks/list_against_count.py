"""*Four countries: Peru, Chile and Ghana*: a list that is longer or shorter than its count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.checks.letters import small
from detente.checks.record import Record
from detente.checks.registry import check
from detente.evidence.figures.number_words import UNITS
from detente.findings import Finding, Witness
from detente.reference.cities import city
from detente.reference.names import by_name

_COUNTS = {w: n for w, n in UNITS.items() if 2 <= n <= 12}
_NOUNS = (
    "countries|nations|states|parties|sides|members|cities|capitals|powers|allies|neighbours|neighbors|"
    "mediators|guarantors|organisations|organizations|governments"
)
_WORD = r"[A-Z](?:[\w’'.-]*[\w’'])?"
_ITEM = rf"(?:the\s)?{_WORD}(?:\s(?:of\s(?:the\s)?)?{_WORD}){{0,4}}"
_LIST = re.compile(
    rf"(?<!\w)(?P<n>(?i:{'|'.join(_COUNTS)})|[2-9]|1[0-2])\s(?:[a-z-]+\s)?(?:{_NOUNS})"
    rf"(?P<open>:\s|,\s|\s\(|\s?[—–]\s?|,\snamely,?\s)"
    rf"(?P<items>{_ITEM}(?:,\s{_ITEM}){{0,11}},?\sand\s{_ITEM})(?P<close>[.,;:)]|\s?[—–]|$)",
)
# *Two of the three countries, Peru and Chile*: the list is of the part.
_PART_OF = re.compile(
    rf"(?<!\w)(?:{'|'.join(_COUNTS)}|\d+|one|most|some|half|both|all\sbut\s\w+|any|none|many|few)\s(?:out\s)?"
    r"of\s(?:the\s|its\s|their\s|these\s|those\s)?$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",\s(?:and\s)?|\sand\s(?:the\s)?")


@check(
    code="NUM309",
    name="list-against-count",
    severity="warning",
    summary="A list of states, cities or bodies is longer or shorter than the number before it.",
    why="A name is missing or one too many, or the number is wrong.",
    fix="Compare with the source and correct the list or the number.",
    fires=(
        "The accord was signed by four countries: Peru, Chile and Ghana.",
        "The three countries, Peru and Chile, will send observers.",
    ),
    silent=(
        "The accord was signed by three countries: Peru, Chile and Ghana.",
        "The accord was signed by four countries, including Peru, Chile and Ghana.",
        "Two of the three countries, Peru and Chile, will send observers.",
        "Besides the two countries, Peru, Chile and Ghana sent observers.",
    ),
)
def list_against_count(record: Record) -> Iterator[Finding]:
    """Counts from two to twelve with a closed list of known names right behind them."""
    for document in record.documents:
        for m in _LIST.finditer(document.text):
            items = [i.removeprefix("the ").removeprefix("The ") for i in _SPLIT.split(m["items"])]
            if not all(_is_known(i) for i in items):
                continue
            if _PART_OF.search(document.text, max(0, m.start() - 30), m.start()):
                continue
            stated = small(m["n"])
            count = _COUNTS[stated] if stated in _COUNTS else int(stated)
            if count == len(items):
                continue
            # After a comma the list may begin something new: Besides the two countries, …
            if m["open"] == ", " and (m["close"] != "," or len(items) > count):
                continue
            yield Finding(
                code="NUM309",
                severity="warning",
                message=f"“{m.group().rstrip('.,;:)—– ')}” names {len(items)}, not {count}.",
                reason="The list or the number is wrong.",
                witnesses=(Witness(document.id, document.span(m.start(), m.end("items"))),),
            )


def _is_known(name: str) -> bool:
    return bool(by_name(name) or by_name(f"the {name}") or city(name))
