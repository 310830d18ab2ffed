"""Where each actor stands: support, conditions, doubt or opposition, and on what basis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.evidence.items import Actor, Quotation, Stance, StanceBasis, StanceLabel
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_page import Page
from detente.evidence.positions.cue_words import CONTRAST
from detente.evidence.positions.stance_condition import condition_of
from detente.evidence.positions.stance_hits import Hit, hits, without_frames
from detente.evidence.positions.stance_impersonal import impersonal, proposer
from detente.evidence.positions.stance_joining import joined
from detente.evidence.positions.stance_quotes import LONG, MARKS, SPEECH, OwnWords, own_words, whole
from detente.evidence.positions.target import Target, central_proposal, clause_target
from detente.evidence.positions.term_bullets import Bullets
from detente.evidence.positions.term_parts import Draft as TermDraft
from detente.evidence.reading import Reading
from detente.evidence.registry import extractor
from detente.evidence.tokens import Sentence
from detente.types import Confidence, Span

RULES = {
    "cue": "a verb, adjective or noun of the lexicon with its subject and what it is towards",
    "joined": "two cues of one subject in a clause: support with a condition or worry after 'but'",
    "listed": "an act of a list of what parties agree to do or ask for",
    "share": "a cue said of a share of people ('62% of … oppose')",
    "impersonal": "'it is necessary to …', '… must be …' where one body alone makes proposals",
    "quoted_cue": "a cue of the lexicon in the first person, inside a quotation",
    "quoted_wording": "evaluating words inside a quotation ('can only help', 'any … must …')",
    "quoted_praise": "praise, thanks or credit inside a quotation",
    "quoted_blame": "blame or a damning verdict inside a quotation",
    "quoted_wish": "what somebody asks for or undertakes inside a quotation",
    "quoted_company": "a voice in a collection of those who share one stance",
    "quoted_after": "a quotation that carries a narrated stance on ('praised it, saying “…”')",
}


@extractor(
    makes="stances",
    needs=("actors", "quotations", "reported_statements", "quantities"),
    rules=RULES,
)
def extract(reading: Reading) -> list[Stance]:
    """The stances of a document, in text order; one actor has one stance a clause."""
    page = Page.of(reading)
    drafts: list[_Draft] = []
    narrated: list[Hit] = []
    bullets = Bullets()
    for sentence in reading.prose:
        line = page.line(sentence.start, sentence.end)
        acts = list(bullets.drafts(line, sentence))
        if acts and (done := list(_undertaken(reading, acts))):
            drafts.extend(done)
            continue
        cued = list(hits(line))
        if not cued:
            drafts.extend(_spoken(page, sentence))
            continue
        found = [h for h in joined(without_frames(cued)) if h.firm and h.actors]
        narrated.extend(found)
        for hit in found:
            drafts.extend(_narrated(reading, hit))
        if not found:
            drafts.extend(_spoken(page, sentence))
    drafts.extend(_impersonal(page, narrated))
    said: dict[Quotation, list[_Draft]] = {}
    for quotation in page.full:
        said[quotation] = list(_quoted(page, quotation, narrated))
        drafts.extend(said[quotation])
        drafts.extend(_told_in_turn(page, quotation))
    drafts.extend(_of_one_mind(page, said))
    drafts.sort(key=lambda d: (d.span.start, d.span.end, d.actor))
    return _numbered(page, drafts)


@dataclass(frozen=True, slots=True)
class _Draft:
    actor: str
    label: StanceLabel
    span: Span
    basis: StanceBasis
    rule: str
    confidence: Confidence
    line: Line
    target: Target | None


def _narrated(reading: Reading, hit: Hit) -> Iterator[_Draft]:
    start, end = hit.line.quotable(hit.first, hit.last)
    basis: StanceBasis = "reported" if hit.cue.speech else "narration"
    confidence = hit.cue.strength
    told_by_other = _outer_reporter(hit)
    if hit.statistic:
        basis = "reported_statistic"
    elif hit.group.guess or told_by_other == "anonymous":
        basis, confidence = "narrator_speculation", "low"
    elif told_by_other is not None:
        basis, confidence = "reported", _lower(confidence)
    elif hit.group.modal == "would":
        confidence = _lower(confidence)
    for actor in hit.actors:
        if actor.type == "media" or (actor.type == "anonymous_source" and basis == "narration"):
            continue
        own = start
        if hit.group.guess and not hit.statistic:
            own = _subject_start(reading, hit, actor, start)
        yield _Draft(
            actor.id,
            hit.label,
            reading.span(own, end),
            basis,
            "share" if hit.statistic else "joined" if hit.joined else "cue",
            confidence,
            hit.line,
            hit.target,
        )


def _impersonal(page: Page, narrated: Sequence[Hit]) -> Iterator[_Draft]:
    body = proposer(narrated)
    if body is None:
        return
    for line, first, last, label in impersonal(page, narrated):
        start, end = line.quotable(first, last)
        yield _Draft(
            body.id,
            label,
            page.reading.span(start, end),
            "narration",
            "impersonal",
            "low",
            line,
            clause_target(line, first, last),
        )


def _outer_reporter(hit: Hit) -> str | None:
    """Who else reports this: ``anonymous``, an actor id, or None if nobody stands between."""
    own = {a.id for a in hit.actors}
    page = hit.line.page
    for statement in page.statements_over(hit.line.tokens[hit.at].start):
        if statement.speaker is None or statement.speaker in own:
            continue
        reporter = page.actors.get(statement.speaker)
        if reporter is None or reporter.type == "media" or hit.statistic:
            continue
        anonymous = reporter.type == "anonymous_source" and reporter.affiliation is None
        return "anonymous" if anonymous else reporter.id
    return None


def _subject_start(reading: Reading, hit: Hit, actor: Actor, start: int) -> int:
    """A guess is quoted with its subject: *Kenya may welcome …*."""
    low = hit.line.tokens[max(0, hit.group.start - 12)].start
    starts = [
        m.span.start for m, a in reading.mentions_between(low, start, places=False) if a is actor
    ]
    return max(starts, default=start)


def _lower(confidence: Confidence) -> Confidence:
    return "medium" if confidence == "high" else "low"


def _quoted(page: Page, quotation: Quotation, narrated: Sequence[Hit]) -> Iterator[_Draft]:
    if quotation.speaker is None:
        return
    speaker = page.actors.get(quotation.speaker)
    if speaker is None or speaker.type == "media":
        return
    span = quotation.span
    found = False
    for own in _own_words(page, quotation, speaker):
        found = True
        yield _Draft(
            speaker.id,
            own.label,
            page.reading.span(own.start, own.end),
            "direct_quote",
            "quoted_cue" if own.firm else own.rule if own.rule in RULES else "quoted_wording",
            "high" if own.firm else "medium",
            own.line,
            own.target,
        )
    if not found and (hit := _carried_on(page, quotation, speaker, narrated)) is not None:
        yield _Draft(
            speaker.id,
            hit.label,
            span,
            "direct_quote",
            "quoted_after",
            "medium",
            hit.line,
            hit.target,
        )


def _own_words(page: Page, quotation: Quotation, speaker: Actor) -> Iterator[OwnWords]:
    """What a quotation shows: one stance, but in a transcript's turn one for each sentence."""
    span = quotation.span
    marked = page.reading.text[span.start] in MARKS
    parts = [(span.start, span.end)]
    if span.end - span.start > LONG:
        if marked and span.end - span.start <= SPEECH:
            one = whole(page, span.start, span.end, speaker)
            if one is not None:
                yield one
            return
        parts = [
            (max(s.start, span.start), min(s.end, span.end))
            for s in page.sentences_between(span.start, span.end)
        ]
    for start, end in parts:
        own = own_words(page, start, end, speaker, in_marks=marked)
        if own is not None:
            yield own


def _undertaken(reading: Reading, acts: Sequence[TermDraft]) -> Iterator[_Draft]:
    """A bullet of what parties will do or ask for: they stand for it."""
    line, first, last = acts[0].line, acts[0].at, max(d.last for d in acts)
    opposed = line.words[first] in _AGAINST
    start, end = line.quotable(first, last)
    for actor in acts[0].by:
        yield _Draft(
            actor.id,
            "oppose" if opposed else "support",
            reading.span(start, end),
            "reported",
            "listed",
            "low",
            line,
            clause_target(line, first + 1, last),
        )


_AGAINST = frozenset("oppose reject condemn denounce deplore impose".split())


def _of_one_mind(page: Page, said: Mapping[Quotation, Sequence[_Draft]]) -> Iterator[_Draft]:
    """Voices gathered for what they share: the rest of *Name: “…”* lines stand with the most.

    A collection has at least six such lines, a third of which show a stance, most of them one.
    """
    lines = [q for q in said if _labelled(page, q)]
    labels = Counter(d.label for q in lines for d in said[q][:1])
    shown = sum(labels.values())
    if len(lines) < _COLLECTION or 3 * shown < len(lines):
        return
    label, most = labels.most_common(1)[0]
    if label not in ("support", "oppose") or 4 * most < 3 * shown:
        return
    for quotation in lines:
        speaker = page.actors.get(quotation.speaker or "")
        if said[quotation] or speaker is None or speaker.type == "media":
            continue
        span = quotation.span
        line = page.line(span.start, span.end, quoted=True)
        target = clause_target(line, 0, len(line))
        yield _Draft(speaker.id, label, span, "direct_quote", "quoted_company", "low", line, target)


def _labelled(page: Page, quotation: Quotation) -> bool:
    """True for a quotation that a line of its own gives: *Minister Ana Ruiz: “…”*."""
    text, start = page.reading.text, quotation.span.start
    before = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    return before[-1:] == ":" and text[start] in MARKS and len(before) < 120


_COLLECTION = 6


def _spoken(page: Page, sentence: Sentence) -> Iterator[_Draft]:
    """What a sentence of a speech without quotation marks shows of who gives it."""
    speaker = page.voice_at(sentence.start)
    if speaker is None or page.holds_quotations(sentence.start, sentence.end):
        return
    own = own_words(page, sentence.start, sentence.end, speaker, in_marks=False)
    if own is not None:
        span = page.reading.span(own.start, own.end)
        rule = "quoted_cue" if own.firm else "quoted_wording"
        yield _Draft(speaker.id, own.label, span, "direct_quote", rule, "low", own.line, own.target)


def _told_in_turn(page: Page, quotation: Quotation) -> Iterator[_Draft]:
    """What the speaker of a transcript's turn tells of others: *the President made clear …*."""
    span = quotation.span
    if page.reading.text[span.start] in MARKS or quotation.speaker is None:
        return
    for sentence in page.sentences_between(span.start, span.end):
        low, high = max(sentence.start, span.start), min(sentence.end, span.end)
        line = page.line(low, high, quoted=True)
        cued = list(hits(line))
        for hit in joined(without_frames(cued)) if cued else ():
            others = tuple(a for a in hit.actors if a.id != quotation.speaker)
            if hit.firm and others:
                told = replace(hit, actors=others)
                yield from (replace(d, basis="reported") for d in _narrated(page.reading, told))


def _carried_on(
    page: Page, quotation: Quotation, speaker: Actor, narrated: Sequence[Hit]
) -> Hit | None:
    """The narrated stance right before a quotation that carries it on: *…, saying “…”*."""
    introduced = _introduced(page, quotation, speaker, narrated)
    if introduced is not None:
        return introduced
    cue = quotation.cue_span
    if cue is None or cue.start > quotation.span.start:
        return None
    for hit in reversed(narrated):
        end = hit.line.span_of(hit.first, hit.last)[1]
        if not hit.line.start <= quotation.span.start < hit.line.end or end > cue.start + 1:
            continue
        between = page.reading.tokens_between(end, cue.start)
        words = [t.text.lower() for t in between]
        if len(words) > 12:
            return None
        own = any(a.id == speaker.id for a in hit.actors)
        if own and not any(w in CONTRAST for w in words):
            return hit
        if words[:2] == [",", "with"] or words[:1] == ["with"]:
            return hit
    return None


def _introduced(
    page: Page, quotation: Quotation, speaker: Actor, narrated: Sequence[Hit]
) -> Hit | None:
    """The speaker's narrated stance that a colon leads from to the words: *defended it: “…”*."""
    start = quotation.span.start
    if page.reading.text[max(0, start - 3) : start].rstrip()[-1:] != ":":
        return None
    for hit in reversed(narrated):
        if hit.line.start <= start <= hit.line.end + 3 and hit.line.tokens[hit.at].start < start:
            return hit if any(a.id == speaker.id for a in hit.actors) else None
    return None


def _numbered(page: Page, drafts: Sequence[_Draft]) -> list[Stance]:
    central: Span | None = None
    if any(d.target is None or d.target.refers_back for d in drafts):
        central = central_proposal(page)
    out: list[Stance] = []
    seen: set[tuple[str, int, int]] = set()
    for draft in drafts:
        key = (draft.actor, draft.span.start, draft.span.end)
        if key in seen:
            continue
        seen.add(key)
        out.append(
            Stance(
                id=f"s{len(out) + 1:02d}",
                document=page.document,
                actor=draft.actor,
                target=_words(draft, central),
                label=draft.label,
                span=draft.span,
                basis=draft.basis,
                rule=f"stances.{draft.rule}",
                confidence=draft.confidence,
                condition=_condition(draft),
            )
        )
    return out


def _condition(draft: _Draft) -> Span | None:
    if draft.label != "conditional":
        return None
    line = draft.line
    first, last = line.index_at(draft.span.start), line.index_at(draft.span.end - 1) + 1
    found = condition_of(line, min(first, len(line) - 1), min(last, len(line)))
    return None if found is None else line.reading.span(*line.quotable(*found))


def _words(draft: _Draft, central: Span | None) -> str | None:
    target = draft.target
    if target is None or target.refers_back:
        if central is not None:
            return central.text
        if target is None:
            return None
    start, end = draft.line.span_of(target.first, target.last)
    return draft.line.reading.text[start:end]
