"""Section: who stands where, in whose words. A scale of four columns, evidence beside it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from detente.evidence.items import Stance
from detente.report import wording
from detente.report.citations import shown
from detente.report.desk import Desk, Section, render
from detente.report.reader_limits import none_found
from detente.report.whole_words import whole, whole_span

LABELS = ("support", "conditional", "sceptical", "oppose")
_SURENESS = {"low": 0, "medium": 1, "high": 2}


def by_actor(desk: Desk) -> dict[str, list[Stance]]:
    """Stances in text order, by actor."""
    found: dict[str, list[Stance]] = {}
    for stance in sorted(desk.ledger.stances, key=lambda s: desk.order(s.document, s.span)):
        found.setdefault(stance.actor, []).append(stance)
    return found


def topics(desk: Desk) -> list[str]:
    """What the stances are about, in the words of the text, each once."""
    return list(dict.fromkeys(t for s in desk.ledger.stances if (t := topic_of(s))))


def topic_of(stance: Stance) -> str:
    """What the stance is about, as a whole phrase of the text; empty where it is not stated."""
    return whole(stance.target or "")


def stances(desk: Desk) -> Section:
    """One row an actor: a mark on the scale, the words, and what the mark rests on."""
    found = by_actor(desk)
    about = topics(desk)
    rows = [_row(desk, actor, of_actor, len(about) > 1) for actor, of_actor in found.items()]
    rows.sort(key=lambda row: min(LABELS.index(label) for label in row["labels"]))
    tally = [(label, sum(label in row["labels"] for row in rows)) for label in LABELS]
    topic = about[0] if len(about) == 1 else None
    body = render(
        "sections/stances.html",
        rows=rows,
        scale=LABELS[::-1],
        tally=tally,
        lead=_lead(found),
        topic=topic,
        nothing="" if rows else none_found(desk, "stance towards a proposal"),
    )
    status = ""
    if rows:
        status = (
            f"{wording.counted(len(desk.ledger.stances), 'stance')} of "
            f"{wording.counted(len(found), 'actor')}"
        )
        if topic:
            status += f" · topic: {wording.plain(topic)}"
        elif about:
            status += f" · {len(about)} topics, each in or beside its words"
    return Section("stances", "Stances", "Who stands where, in whose words", status, body)


def _row(desk: Desk, actor: str, found: list[Stance], name_topic: bool) -> dict[str, Any]:
    labels = [label for label in LABELS if any(s.label == label for s in found)]
    known = desk.ledger.actor(actor)
    roles = list(dict.fromkeys(r.title for r in known.roles)) if known else []
    return {
        "name": desk.name(actor),
        "role": Markup("<bdi>{}</bdi>").format(shown(roles[0])) if roles else "",
        "labels": labels,
        "evidence": [
            {
                "label": s.label if len(labels) > 1 else "",
                "words": desk.cite.words(s.document, whole_span(s.span)),
                "topic": _beside(s) if name_topic else "",
                "marks": desk.marks.of_stance(s),
                "condition": _condition(desk, s),
            }
            for s in _without_repeats(found)
        ],
        "basis": "; ".join(dict.fromkeys(wording.BASIS[s.basis] for s in found)),
        "confidence": min((s.confidence for s in found), key=_SURENESS.__getitem__),
    }


def _condition(desk: Desk, stance: Stance) -> Markup | str:
    """The condition where it stands outside the words shown."""
    condition = stance.condition
    if condition is None or (
        stance.span.start <= condition.start and condition.end <= stance.span.end
    ):
        return ""
    return desk.cite.words(stance.document, whole_span(condition))


def _beside(stance: Stance) -> Markup:
    """The topic where the words shown do not hold it already."""
    topic = topic_of(stance)
    if not topic:
        return Markup("topic not stated")
    if topic.casefold() in " ".join(stance.span.text.casefold().split()):
        return Markup("")
    return Markup("on <bdi>{}</bdi>").format(topic)


def _without_repeats(found: list[Stance]) -> list[Stance]:
    kept: dict[tuple[str, int, int, str], Stance] = {}
    for s in found:
        kept.setdefault((s.document, s.span.start, s.span.end, s.label), s)
    return list(kept.values())


def _lead(found: dict[str, list[Stance]]) -> str:
    """How many supporters are supporters in the author's words only."""
    supporters = [of for of in found.values() if any(s.label == "support" for s in of)]
    told = [
        of
        for of in supporters
        if all(s.basis in ("narration", "narrator_speculation") for s in of if s.label == "support")
    ]
    if not told:
        return ""
    if len(supporters) == 1:
        return "The one supporter is one by the author’s narration, not by words of its own."
    which = (
        "all of them rest"
        if len(told) == len(supporters)
        else f"{wording.number(len(told))} of the {wording.number(len(supporters))} "
        + ("rests" if len(told) == 1 else "rest")
    )
    return (
        f"{wording.sentence_case(wording.number(len(supporters)))} actors count as supporters; "
        f"{which} on the author’s narration or conjecture, not on words of the actor."
    )
