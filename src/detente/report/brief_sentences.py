"""At most five sentences that say what the record says, each resting on cited words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from detente.evidence.items import Stance, Term
from detente.report import wording
from detente.report.desk import Desk
from detente.report.leverage_lines import has_magnitude
from detente.report.sections.leverage import unsourced
from detente.report.sections.stances import LABELS, by_actor, topics
from detente.report.sections.terms import DEMANDS, OFFERS
from detente.report.whole_words import whole_span
from detente.types import Span

_MOST_QUOTED = 4
# Above this many characters a quotation is left to its section; it is never cut.
_LONG = 220
_BASIS_RANK = {b: i for i, b in enumerate(wording.BASIS)}
_SURENESS = {"high": 0, "medium": 1, "low": 2}
_SIDES = {
    "support": "in support",
    "conditional": "on a condition",
    "sceptical": "sceptical",
    "oppose": "opposed",
}
_AS = {
    "reported": ", as reported",
    "reported_statistic": ", by a reported figure",
    "narration": ", as narrated",
    "narrator_speculation": ", as the author supposes",
}


def brief_sentences(desk: Desk) -> list[Markup]:
    """The sentences, most urgent first; one that would have no words to show is left out.

    Everything in them is computed: counts from the ledger, words from the text.
    """
    used: set[tuple[str, int, int]] = set()
    makers: tuple[Callable[[Desk, set[tuple[str, int, int]]], Markup | None], ...] = (
        _worst_finding,
        _stances,
        _terms,
        _figures,
        _times,
    )
    return [s for make in makers if (s := make(desk, used)) is not None]


def _sentence(bold: str, rest: Sequence[Markup | str], *sections: tuple[str, str]) -> Markup:
    links = Markup(", ").join(
        Markup('<a href="#{}">{}</a>').format(anchor, f"{'Section' if not i else 'section'} {no}")
        for i, (anchor, no) in enumerate(sections)
    )
    text = Markup(" ").join([p for p in rest if p])
    return Markup("<strong>{}</strong> {} {}").format(bold, text, links)


def _quote(
    desk: Desk, used: set[tuple[str, int, int]], document: str, span: Span, lead: str = ""
) -> Markup:
    used.add((document, span.start, span.end))
    return desk.cite.quoted(document, span, lead)


def _fresh(used: set[tuple[str, int, int]], document: str, span: Span) -> bool:
    """True if none of these words is in the brief yet."""
    return not any(d == document and s < span.end and span.start < e for d, s, e in used)


def _worst_finding(desk: Desk, used: set[tuple[str, int, int]]) -> Markup | None:
    grave = [f for f in desk.findings or () if f.severity in ("error", "warning") and f.witnesses]
    if not grave:
        return None
    worst = min(grave, key=lambda f: (f.severity != "error", f.code))
    words = [_quote(desk, used, w.document, w.span) for w in worst.witnesses[:3]]
    rest = Markup("{}.").format(Markup(", ").join(words))
    return _sentence(worst.message, [rest], ("findings", "1"))


def _stances(desk: Desk, used: set[tuple[str, int, int]]) -> Markup | None:
    found = by_actor(desk)
    if not found:
        return None
    counts = [
        (label, sum(any(s.label == label for s in of) for of in found.values())) for label in LABELS
    ]
    sides = [f"{wording.number(n)} {_SIDES[label]}" for label, n in counts if n]
    about = topics(desk)
    whom = "one actor stands" if len(found) == 1 else f"{wording.number(len(found))} actors stand"
    torn = sum(len({s.label for s in of}) > 1 for of in found.values())
    twice = f"; {wording.number(torn)} counted more than once" if torn else ""
    bold = f"Where {whom}: {', '.join(sides)}{twice}."
    parts: list[Markup] = []
    each = 2 if sum(n > 0 for _, n in counts) < 3 else 1
    for label, _ in counts:
        told = [
            Markup("{}{}: {}").format(
                desk.names([s.actor for s in same], "party not stated"),
                _AS.get(same[0].basis, ""),
                _quote(desk, used, same[0].document, whole_span(same[0].span)),
            )
            for same in _of_same_words(_voices(desk, label))[:each]
        ]
        if told and len(parts) < _MOST_QUOTED:
            parts.append(
                Markup("{}, {}.").format(
                    wording.sentence_case(_SIDES[label]), Markup("; ").join(told)
                )
            )
    if len(about) > 1:
        parts.append(
            Markup("They speak of {} matters, named in or beside their words.").format(
                wording.number(len(about))
            )
        )
    return _sentence(bold, parts, ("stances", "3"))


def _voices(desk: Desk, label: str) -> list[Stance]:
    """The stances of that label, one an actor, own words before narration."""

    def rank(s: Stance) -> tuple[object, ...]:
        return (
            len(s.span.text) > _LONG,
            _BASIS_RANK[s.basis],
            _SURENESS[s.confidence],
            desk.order(s.document, s.span),
        )

    best: dict[str, Stance] = {}
    for stance in sorted((s for s in desk.ledger.stances if s.label == label), key=rank):
        best.setdefault(stance.actor, stance)
    return [s for s in best.values() if len(s.span.text) <= _LONG] or list(best.values())[:1]


def _of_same_words(voices: Sequence[Stance]) -> list[list[Stance]]:
    """Actors for whom the same words stand are named together."""
    found: dict[tuple[object, ...], list[Stance]] = {}
    for s in voices:
        found.setdefault((s.document, s.span.start, s.span.end, s.basis), []).append(s)
    return list(found.values())


def _terms(desk: Desk, used: set[tuple[str, int, int]]) -> Markup | None:
    terms = desk.ledger.terms
    demands = [t for t in terms if t.kind in DEMANDS]
    offers = [t for t in terms if t.kind in OFFERS]
    parts = [
        _told(desk, used, lead, found)
        for lead, found in (("Asked for", demands), ("On offer", offers))
    ]
    said = [p for p in parts if p is not None]
    if not said:
        return None
    own = sum(t.status == "stated" for t in (*demands, *offers))
    counts = [
        f"{wording.number(len(found))} {noun if len(found) == 1 else noun + 's'}"
        for found, noun in ((demands, "demand"), (offers, "offer"))
        if found
    ]
    verb = "is" if len(demands) + len(offers) == 1 else "are"
    mine = wording.number(own)
    bold = f"{wording.joined(counts)} {verb} on record, {mine} in the party’s own words."
    return _sentence(wording.sentence_case(bold), said, ("terms", "4"))


def _told(
    desk: Desk, used: set[tuple[str, int, int]], lead: str, found: Sequence[Term]
) -> Markup | None:
    def rank(t: Term) -> tuple[object, ...]:
        return (
            t.status != "stated",
            t.by is None,
            _SURENESS[t.confidence],
            desk.order(t.document, t.span),
        )

    told: list[Markup] = []
    for term in sorted(found, key=rank):
        spaced = wording.spaced(term.kind)
        if len(term.span.text) <= _LONG and _fresh(used, term.document, term.span):
            how = spaced if term.status == "stated" else f"{spaced}, {term.status}"
            lead_in = desk.clauses.subject_of(term.document, term.span)
            words = _quote(desk, used, term.document, whole_span(term.span), lead_in)
            told.append(Markup("{} ({}): {}").format(desk.name(term.by), how, words))
        if len(told) == 2:
            break
    return Markup("{}, {}.").format(lead, Markup("; ").join(told)) if told else None


def _figures(desk: Desk, used: set[tuple[str, int, int]]) -> Markup | None:
    found = sorted(desk.figures.firsts, key=lambda q: desk.order(q.document, q.span))
    bare = [q for q in found if not desk.has_source(q)]
    if not bare:
        return None
    if len(found) == 1:
        bold = "The one figure names no source."
    else:
        verb = "names" if len(bare) == 1 else "name"
        bold = (
            f"{wording.number(len(bare))} of {wording.number(len(found))} figures {verb} no source."
        )
    on_map = {desk.figures.first_id(r.quantity) for r in desk.ledger.relations if has_magnitude(r)}
    shown = sorted(bare, key=lambda q: q.id not in on_map)[:3]
    words = Markup(", ").join(desk.cite.words(q.document, q.span) for q in shown)
    lead = "Among them:" if len(bare) > len(shown) else "Namely:" if len(bare) > 1 else "It is"
    parts = [Markup("{} {}.").format(lead, words), _on_the_map(desk)]
    map_section = [("leverage", "5")] if parts[1] else []
    return _sentence(wording.sentence_case(bold), parts, ("figures", "7"), *map_section)


def _on_the_map(desk: Desk) -> str:
    """How many of the amounts between actors nobody stands behind; empty if all are sourced."""
    sized = [r for r in desk.ledger.relations if has_magnitude(r)]
    bare = sum(unsourced(desk, r) for r in sized)
    if not bare:
        return ""
    if len(sized) == 1:
        return "The one amount on the leverage map has no source."
    of = f"the {wording.number(len(sized))} amounts on the leverage map"
    if bare == len(sized):
        return f"None of {of} has a source."
    verb = "has" if bare == 1 else "have"
    return f"Of {of} {wording.number(bare)} {verb} none."


def _times(desk: Desk, used: set[tuple[str, int, int]]) -> Markup | None:
    found = desk.ledger.time_expressions
    times = sorted(found, key=lambda t: desk.order(t.document, t.span))
    unresolved = [t for t in times if t.resolved is None]
    if not unresolved:
        return None
    undated = sum(d.date is None for d in desk.ledger.documents)
    total = len(desk.ledger.documents)
    if undated and total == 1:
        bold = "The document states no date."
    elif undated == total:
        bold = f"None of the {wording.number(total)} documents states a date."
    elif undated:
        verb = "states" if undated == 1 else "state"
        bold = f"{wording.number(undated)} of {wording.number(total)} documents {verb} no date."
    else:
        bold = "Not every time can be dated."
    first = list({t.span.text.casefold(): t for t in reversed(unresolved)}.values())[::-1][:3]
    count = (
        f"{wording.number(len(unresolved))} of {wording.number(len(times))} time expressions stay"
        if len(unresolved) < len(times)
        else f"all {wording.number(len(times))} time expressions stay"
        if len(times) > 1
        else "the one time expression stays"
    )
    words = Markup(", ").join(desk.cite.quoted(t.document, t.span) for t in first)
    such = "such as" if len(unresolved) > len(first) else "namely"
    rest = Markup("{} as written, {} {}.").format(wording.sentence_case(count), such, words)
    return _sentence(wording.sentence_case(bold), [rest], ("timeline", "6"))
