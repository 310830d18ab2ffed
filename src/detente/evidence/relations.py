"""Relations: who gives to, holds over or shares with whom, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.evidence.affairs.magnitudes import time_near
from detente.evidence.affairs.modality import modality_of
from detente.evidence.affairs.relation_backing import backings, stationed
from detente.evidence.affairs.relation_company import companies
from detente.evidence.affairs.relation_conduct import BY_WORD
from detente.evidence.affairs.relation_context import (
    is_mutual,
    neighbour_of,
    pair_from_context,
    pairs_told,
)
from detente.evidence.affairs.relation_drafts import (
    Draft,
    once,
    reach,
    unique,
    with_figures,
    with_rates,
)
from detente.evidence.affairs.relation_ends import (
    WORKING_TOGETHER,
    Ends,
    ends_of,
    is_deed,
    is_passive,
)
from detente.evidence.affairs.relation_homes import HomeStanding
from detente.evidence.affairs.relation_implied import (
    BETWEEN_TWO,
    Context,
    known_foes,
    known_source,
    with_the_other,
)
from detente.evidence.affairs.relation_memberships import memberships
from detente.evidence.affairs.relation_offices import offices
from detente.evidence.affairs.relation_parties import Parties, agreements
from detente.evidence.affairs.relation_patterns import Frame
from detente.evidence.affairs.relation_voices import Voices
from detente.evidence.affairs.rows import POSSESSIVE, Items, Row, row_of
from detente.evidence.affairs.slots import AUXILIARIES, PREPOSITIONS
from detente.evidence.affairs.syntax import Syntax
from detente.evidence.items import Relation
from detente.evidence.reading import Reading
from detente.evidence.registry import extractor

_RULES = {
    "trade": "Words of buying, selling and trading, with both sides in one clause.",
    "supply": "Words of supplying energy or arms, with giver and receiver in one clause.",
    "aid": "Words of aid and donation, with giver and receiver in one clause.",
    "money": "Words of investing, lending and owing, with both sides in one clause.",
    "sanction": "Words of sanctions, frozen assets, bans, curbs and tariffs on somebody.",
    "bond": "Words of alliance, partnership, membership and recognition between two actors.",
    "presence": "Words of bases, stationed forces and occupation in somebody's land.",
    "force": "Words of attack, strike and invasion, with attacker and attacked in one clause.",
    "dependence": "Words of reliance on somebody; the source is the one relied upon.",
    "offices": "Words of mediation between two others, whose talks somebody hosts or helps.",
    "agreement": "Words of agreement, cooperation and support between two actors.",
    "backing": "Whom a state backs, names or occupies in one phrase, and where its troops are.",
    "members": "Lists of the members of a body: NATO allies such as ….",
    "context": "A relation with an end in the words before: bilateral trade, a neighbour, a foe.",
    "carried": "Sanctions without a named target take the document's only stated target.",
}
_CONTEXT_SENTENCES = 3
_GOODS_REACH = 12
_HEADINGS = 4
_JOINT = Frame("agreement", "alignment", frozenset(), (), (), verb=True, pair=True)
_MUTUAL = Frame("force", "attack", frozenset(), (), (), pair=True)
_OFFICE = Frame("offices", "mediation", frozenset(), (), (), verb=True)
_MEMBERS = Frame("members", "membership", frozenset(), (), ())
_BACKING = Frame("backing", "alignment", frozenset(), (), ())
_CLAUSE_ENDS = frozenset({";", ":", "while", "which", "who"})


@extractor(
    makes="relations",
    needs=("actors", "quotations", "quantities", "time_expressions"),
    rules=_RULES,
)
def relations(reading: Reading) -> list[Relation]:
    """Find relations by cue words and the actors in the places that go with each cue.

    Both ends are ids of actors that act (a minister stands for the state of the office);
    without two different ends there is no relation.
    """
    items = Items(reading)
    items.standing = HomeStanding(reading)
    syntax = Syntax(reading.parse) if reading.parse is not None else None
    drafts: list[Draft] = []
    open_sanctions: list[Draft] = []
    rows = [row_of(reading, sentence, items) for sentence in reading.prose]
    headings = [
        row_of(reading, sentence, items)
        for sentence in reading.sentences[:_HEADINGS]
        if not sentence.is_prose
    ]
    parties = Parties(reading, items.standing, rows, headings)
    voices = Voices(reading, items.standing, parties)
    before: list[Row] = []
    told: set[frozenset[str]] = set()
    last: dict[str, str] = {}
    foes: dict[str, set[str]] = {}
    for plain in rows:
        row = voices.with_subject(voices.with_voices(plain), before[-1] if before else None)
        full = voices.with_joint_nouns(row)
        if before and before[-1].sentence.paragraph != row.sentence.paragraph:
            before.clear()
        told |= pairs_told(row)
        context = Context(before, told, parties, last, foes)
        here: list[Draft] = []
        for i, low in [(i, low) for i, low in enumerate(full.lows) if low in BY_WORD]:
            for frame in BY_WORD[low]:
                for draft in _drafts(frame, full, i, syntax, context, open_sanctions):
                    last[draft.type] = draft.source
                    if draft.type in {"attack", "occupation"}:
                        foes.setdefault(draft.source, set()).add(draft.target)
                        foes.setdefault(draft.target, set()).add(draft.source)
                    here.append(draft)
        here.extend(_together(reading, row, syntax, parties, items))
        if here:
            drafts.extend(with_rates(full, unique(with_figures(here))))
        before.append(row)
        del before[:-_CONTEXT_SENTENCES]
    drafts = once(drafts)
    drafts.extend(_carried(open_sanctions, drafts))
    drafts.sort(key=lambda d: (d.row[d.cue].start, d.source, d.target))
    # The id is a hash of the whole text: asked for once.
    document = reading.document.id
    return [_relation(reading, document, d, n) for n, d in enumerate(drafts, 1)]


def _drafts(
    frame: Frame,
    row: Row,
    i: int,
    syntax: Syntax | None,
    context: Context,
    open_sanctions: list[Draft],
) -> Iterator[Draft]:
    if not _fits(frame, row, i, syntax):
        return
    ends = ends_of(frame, row, i, syntax)
    modality = modality_of(row, i, is_verb=frame.verb, owned=ends.owned)
    made = Draft(frame, _type_of(frame, row, i), row, i, ends, modality, frame.rule, "high", "", "")
    pairs = ends.pairs(row)
    if frame.type == "recognition" and "beside" in frame.target:
        pairs = [pair for pair in pairs if pair[1].startswith("state:")]
    if frame.type == "membership":
        pairs = [pair for pair in pairs if not pair[1].startswith("state:")]
    if not pairs and not ends.targets and is_mutual(row, i):
        pairs = ends.both(row)
    shared = frame.pair and (
        frame.rule != "agreement" or row.low(i + 1) == "between" or row.low(i) in WORKING_TOGETHER
    )
    if not pairs and (shared or frame.type == "investment"):
        found = pair_from_context(row, i, context.before, context.told)
        if found is not None:
            yield replace(
                made, source=found[0], target=found[1], rule="context", confidence="medium"
            )
        return
    if not frame.verb and frame.type == "sanction" and ends.sources and not ends.targets:
        named = dict.fromkeys(row[k].acts_for for k in ends.sources)
        open_sanctions.extend(replace(made, source=who) for who in named if who is not None)
        return
    if not pairs and frame.type == "attack" and not ends.sources:
        # "strikes against towns of Chad and Mali", who fight each other
        told = [p for p in sorted(context.parties.conflicts) if set(p) == set(ends.given(row))]
        for one, other in told:
            yield replace(made, frame=_MUTUAL, source=one, target=other, confidence="medium")
    if not pairs and not ends.sources and ends.targets:
        known = known_source(frame, row, i, ends, context)
        if known is not None:
            pairs = [(known, t) for t in ends.given(row) if t != known]
            made = replace(made, rule="context", confidence="medium")
    if not pairs and frame.verb and len(ends.sources) == 1:
        source = row[ends.sources[0]].acts_for
        target = None if source is None else neighbour_of(row, i, source, context.before)
        if source is not None and target is not None:
            pairs = [(source, target)]
            made = replace(made, rule="context", confidence="medium")
    if not pairs and frame.rule in {"force", "presence"}:
        pairs = known_foes(frame, row, i, ends, context)
        made = replace(made, rule="context", confidence="medium")
    if not pairs and frame.type in BETWEEN_TWO:
        pairs = with_the_other(ends, row, i, context.parties)
        made = replace(made, rule="context", confidence="medium")
    for source, target in pairs:
        yield replace(made, source=source, target=target)


def _together(
    reading: Reading, row: Row, syntax: Syntax | None, parties: Parties, items: Items
) -> Iterator[Draft]:
    """What two do together, what a third does between them, and whom a hyphen binds."""
    for joint in agreements(row, parties, syntax):
        ends = Ends(joint.units, (), symmetric=True)
        modality = modality_of(row, joint.cue, is_verb=True)
        yield Draft(
            _JOINT, "alignment", row, joint.cue, ends, modality, "agreement", "medium", *joint.pair
        )
    for company in companies(row, syntax):
        ends = Ends(company.units, ())
        modality = modality_of(row, company.cue, is_verb=True)
        for pair in company.pairs:
            yield Draft(
                _JOINT, "alignment", row, company.cue, ends, modality, "agreement", "medium", *pair
            )
    for office in offices(row, parties, syntax):
        ends = Ends(office.units, ())
        modality = modality_of(row, office.cue, is_verb=office.is_verb)
        for source in office.sources:
            for target in office.targets:
                yield Draft(
                    _OFFICE,
                    "mediation",
                    row,
                    office.cue,
                    ends,
                    modality,
                    "offices",
                    "medium",
                    source,
                    target,
                )
    phrases = (*backings(reading, row, items.standing), *stationed(row))
    for found in (*phrases, *memberships(row)):
        frame = _MEMBERS if found.type == "membership" else _BACKING
        yield Draft(
            frame,
            found.type,
            row,
            found.cue,
            Ends((found.at,), ()),
            "asserted",
            frame.rule,
            "high",
            found.source,
            found.target,
        )


def _fits(frame: Frame, row: Row, i: int, syntax: Syntax | None) -> bool:
    if not frame.verb and row.low(i + 1) in POSSESSIVE:
        return False  # "the war's effects on …": the cue only owns what follows
    if row.low(i + 1) in frame.not_after or row.low(i - 1) in frame.not_before:
        return False
    if frame.before and not frame.before & set(row.words(i - 4, i)):
        return False
    if frame.verb and frame.rule in {"trade", "supply"} and _tells_of_goods(row, i):
        return False
    if frame.ahead and not frame.ahead & _object_words(row, i):
        return False
    if frame.around or frame.unless:
        near = row.spoken(i - 5, _clause_end(row, i))
        if (frame.around and not frame.around & near) or frame.unless & near:
            return False
    return not frame.verb or is_deed(row, i, syntax)


def _tells_of_goods(row: Row, i: int) -> bool:
    """True for "curbs **on** chips **sold** to …": a participle that tells which goods."""
    k = i - 1
    while k > i - 4 and row.low(k).isalpha() and row.low(k) not in PREPOSITIONS | AUXILIARIES:
        k -= 1
    return k < i - 1 and row.low(k) in {"on", "of", "for", "against", "over"}


def _object_words(row: Row, i: int) -> set[str]:
    """What the verb at ``i`` moves: the words up to the *to* of its end, before it if passive."""
    if is_passive(row, i):
        return row.spoken(i - 8, i)
    stop = _clause_end(row, i)
    return row.spoken(i + 1, next((k for k in range(i + 2, stop) if row.low(k) == "to"), stop))


def _clause_end(row: Row, i: int) -> int:
    stop = min(len(row), i + _GOODS_REACH)
    if row.said.isdisjoint(_CLAUSE_ENDS):
        return stop
    return next((k for k in range(i + 1, stop) if row.low(k) in _CLAUSE_ENDS), stop)


def _type_of(frame: Frame, row: Row, i: int) -> str:
    high = min(len(row), i + (9 if frame.verb or frame.rule == "dependence" else 1))
    # A qualifier may be part of a name: "the Peruvian **military**".
    near = row.spoken(i - 4, high)
    if "lethal" in near and any(
        row.low(k) == "lethal" and row.low(k - 2) == "non" for k in range(max(0, i - 4), high)
    ):
        near.add("non-lethal")
    return next((kind for words, kind in frame.refine if words & near), frame.type)


def _carried(open_sanctions: Sequence[Draft], drafts: Sequence[Draft]) -> Iterator[Draft]:
    sanctions = [d for d in drafts if d.type in {"sanction", "sanction_asset_freeze"}]
    named = {d.target for d in sanctions}
    if len(named) != 1:
        return
    target = min(named)
    # Sanctions that froze assets are one relation, told by the freezing.
    told = {(d.row.sentence.start, d.source) for d in sanctions}
    for draft in open_sanctions:
        here = (draft.row.sentence.start, draft.source)
        if draft.source != target and here not in told:
            told.add(here)
            yield replace(draft, target=target, rule="carried", confidence="low")


def _relation(reading: Reading, document: str, draft: Draft, number: int) -> Relation:
    row = draft.row
    low, high = reach(draft)
    figure = draft.figure
    time = None
    if figure is not None or draft.frame.verb:
        edge = high if figure is None else max(high, figure.index)
        time = time_near(row, low, edge, draft.cue)
    last = _phrase_end(row, high)
    if figure is not None:
        low, last = min(low, figure.index), max(last, _phrase_end(row, figure.index))
    if time is not None and time > high:
        last = max(last, time)
    quantity = None if figure is None else figure.quantity
    found = None if time is None else row[time].time
    return Relation(
        id=f"rel{number:02d}",
        document=document,
        span=reading.span(row[low].lead, row[last].end),
        type=draft.type,
        source=draft.source,
        target=draft.target,
        directed=not (draft.frame.pair or draft.type in _UNDIRECTED),
        value=None if quantity is None else quantity.value,
        unit=None if quantity is None else quantity.unit,
        time=None if found is None else found.span.text,
        quantity=None if quantity is None else quantity.id,
        modality=draft.modality,
        rule=f"relations.{draft.rule}",
        confidence=draft.confidence,
    )


_UNDIRECTED = frozenset({"trade_partner_largest"})


def _phrase_end(row: Row, k: int) -> int:
    """The last unit of the noun phrase that goes on after ``k``: "Chilean **copper exports**"."""
    last = k
    for j in range(k + 1, min(len(row), k + 7)):
        low = row.low(j)
        # "$3 billion **in** aid", "60% **of** supply": what the figure counts belongs to it.
        counts = row[k].kind == "quantity" and j == k + 1 and low in {"in", "of", "worth"}
        if not (counts or _in_phrase(row, j)):
            break
        last = j
    while last > k and not (row.low(last).isalpha() or row[last].kind != "word"):
        last -= 1
    return last


def _in_phrase(row: Row, j: int) -> bool:
    low = row.low(j)
    return (low.isalpha() or low in _MARKS) and low not in PREPOSITIONS | _ENDS


_MARKS = frozenset({"’s", "'s", "-", "“", "”"})
_ENDS = frozenset(
    """and or but that which who while as when where is are was were has have had will would could
    may might can said says to by because if after before""".split()
)
