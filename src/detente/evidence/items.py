"""What a ledger holds: one frozen type an item, in the words of the annotation scheme.

Every item names its ``document``, the ``rule`` that made it (``extractor.rule``) and how
sure that rule is. Unknown stays None: no type has a default that invents a value.
Actor references are ids of :class:`Actor` (``per:…``, ``state:ISO3``, ``org:…``,
``grp:…``, ``anon:…``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.types import Confidence, Span

MentionKind = Literal["name", "demonym", "metonym", "nominal", "pronoun"]
MentionRole = Literal["actor", "place"]
ActorType = Literal[
    "person",
    "state",
    "igo",
    "government_body",
    "think_tank",
    "media",
    "company",
    "ngo",
    "party",
    "armed_group",
    "military",
    "population",
    "group",
    "anonymous_source",
    "organisation",
]
QuotationKind = Literal["full", "partial"]
StatementType = Literal["speech", "opinion", "document", "source_attribution"]
Approximation = Literal["greater_than", "less_than", "about", "estimated"]
EventStatus = Literal["past", "planned", "ongoing", "hypothetical", "cancelled"]
Modality = Literal["asserted", "reported", "projected", "speculative", "conditional", "negated"]
StanceLabel = Literal["support", "conditional", "sceptical", "oppose"]
StanceBasis = Literal[
    "direct_quote", "reported", "reported_statistic", "narration", "narrator_speculation"
]
TermKind = Literal[
    "demand",
    "precondition",
    "offer",
    "incentive",
    "concession",
    "threat",
    "pressure",
    "procedural",
    "obstacle",
    "possible_outcome",
]
TermStatus = Literal["stated", "reported", "narrated", "projected", "speculative"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor, or name its place (``role='place'``)."""

    document: str
    span: Span
    kind: MentionKind
    role: MentionRole
    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Role:
    """An office or function stated for a person: ``title`` of body ``of`` (actor id or None)."""

    document: str
    title: str
    of: str | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Why the actor that ``document`` speaks of is the one that other documents speak of.

    ``was`` is its id in that document alone; ``spans`` hold the words there on which ``rule``
    rests: each wording of the name once, and the office where that is part of the reason.
    """

    document: str
    was: str
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation or group that the text speaks of.

    ``affiliation`` is the actor id this one belongs to or acts for, where stated. ``merges``
    has one entry a document where several documents speak of it, and none otherwise.
    """

    id: str
    name: str
    type: ActorType
    affiliation: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks (the marks are part of ``span``), and who says them."""

    id: str
    document: str
    kind: QuotationKind
    span: Span
    speaker: str | None
    speaker_span: Span | None
    cue_span: Span | None
    cue: str | None
    addressee: str | None
    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class ReportedStatement:
    """What somebody is said to have said, thought or published, without quotation marks.

    Two layers (*A cites B's figures*) are two statements with the same content.
    ``core`` is False for weak cues (a noun such as *stance*, *link … to*). ``modality`` is how
    its speaker puts it: a denial is ``negated``; what is asked for, feared or promised is
    ``projected``; what nobody named says is ``reported``. None if nothing judged it.
    """

    id: str
    document: str
    type: StatementType
    core: bool
    content_span: Span
    speaker: str | None
    speaker_span: Span | None
    cue_span: Span
    cue: str
    rule: str
    confidence: Confidence
    modality: Modality | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: ``value``, or ``low`` and ``high`` for a range, in ``unit``.

    ``source`` is the innermost body or person the figure is attributed to, ``attribution``
    the whole chain, outermost reporter first (its last element is ``source``).
    ``measures`` is what is measured, in the text's own words. ``same_as`` is the id of the
    first telling of the same figure, None for that one itself.
    """

    id: str
    document: str
    span: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    approx: Approximation | None
    measures: str | None
    measures_span: Span | None
    as_of: str | None
    source: str | None
    source_span: Span | None
    attribution: tuple[str, ...]
    about: tuple[str, ...]
    rule: str
    confidence: Confidence
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Days ``first`` to ``last`` (ISO dates, both included) and how exact that is."""

    first: str
    last: str
    precision: Literal["day", "week", "month", "quarter", "year", "decade", "range"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time in words; ``value`` in the scheme's notation, ``resolved`` only where a date allows.

    Values: ``2023``, ``2023-05``, ``2023-05-04``, ``WEEK-MON``, ``WEEK+later``, ``W-1``,
    ``Y-1``, ``M+1``, ``D-1``, ``3rd year``, ``P-few-days future``, ``WEEK-THU T evening``.
    """

    id: str
    document: str
    span: Span
    value: str
    type: str
    resolved: Resolution | None
    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, happens or is planned, with who, where and when as stated.

    ``category`` is its PLOVER label where one fits. ``same_as`` is the id of the first
    telling of the same event, None for that one itself.
    """

    id: str
    document: str
    trigger_span: Span
    type: str
    description: str
    time_span: Span | None
    relative: str | None
    resolved: Resolution | None
    place: str | None
    place_span: Span | None
    participants: tuple[str, ...]
    status: EventStatus
    rule: str
    confidence: Confidence
    category: str | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What ``source`` holds over, gives to or shares with ``target``, and how much of it."""

    id: str
    document: str
    span: Span
    type: str
    source: str
    target: str
    directed: bool
    value: float | None
    unit: str | None
    time: str | None
    quantity: str | None
    modality: Modality
    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Stance:
    """Where ``actor`` stands towards ``target`` (words of the text), and on what basis.

    ``condition`` holds the words a conditional stance hangs on, where the text has them; they
    stand in ``span`` or near it in the same sentence.
    """

    id: str
    document: str
    actor: str
    target: str | None
    label: StanceLabel
    span: Span
    basis: StanceBasis
    rule: str
    confidence: Confidence
    condition: Span | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """Something asked for, offered, threatened or put on the table, ``by`` one ``to`` another.

    ``reporter`` is who says so where that is not ``by``; ``gist`` uses only words of the text.
    """

    id: str
    document: str
    kind: TermKind
    by: str | None
    to: str | None
    gist: str
    status: TermStatus
    reporter: str | None
    span: Span
    rule: str
    confidence: Confidence
