"""The two ends of a relation: which actors stand in the places that its frame names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from detente.evidence.affairs.relation_context import NEIGHBOURS
from detente.evidence.affairs.relation_hyphens import chains, is_sealed
from detente.evidence.affairs.relation_patterns import GETTING, Frame
from detente.evidence.affairs.relation_self import body_at, doer, member_of, named_self
from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    after,
    coordinated,
    in_phrase,
    object_of,
    owners,
    states_before,
)
from detente.evidence.affairs.subjects import holder_of, subject_of
from detente.evidence.affairs.syntax import Syntax

_PARTICIPLE_REACH = 3
_BESIDE = 4
_VERB_REACH, _NOUN_REACH = 12, 9  # words from a cue to the preposition of its end
_PARTS = frozenset(
    {
        "role",
        "part",
        "helped",
        "success",
        "instrumental",
        "succeeded",
        "accused",
        "intention",
        "joined",
    }
)
_IRREGULAR = frozenset(
    "bought sold gave sent struck lent froze frozen led met held spoke said told took".split()
)
_ADVERBS = frozenset({"also", "further", "later", "then", "again", "since", "first", "jointly"})
# Plain nouns that act themselves where a participle or an infinitive follows them.
OTHERS = frozenset(
    """parties countries states nations governments others members partners allies leaders sides
    community everyone all actors companies people""".split()
)
# What two have with each other as long as it goes on, where a deal is made or sought.
WORKING_TOGETHER = frozenset({"cooperation", "collaboration", "friendship"})
_WANTING = frozenset("want wants wanted seek seeks sought demand demands demanded asks".split())
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})


@dataclass(frozen=True, slots=True)
class Ends:
    """Indices of the units at either end, and whether the order of the two matters.

    ``chains`` are the groups that hyphens bind, where there are several.
    ``owned`` is True where the source owns the noun ("Peru's aid to …"): what is owned is there,
    whatever may come of it.
    """

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    symmetric: bool = False
    owned: bool = False
    personal: bool = False
    personal_source: bool = False
    bodies: bool = False
    chains: tuple[tuple[int, ...], ...] = ()

    def pairs(self, row: Row) -> list[tuple[str, str]]:
        """The (source, target) ids, each once, none with itself."""
        if self.chains:
            told: dict[tuple[str, str], None] = {}
            for chain in self.chains:
                for pair in combinations(_unique(row[k].acts_for for k in chain), 2):
                    told.setdefault(pair)
            return list(told)
        if self.symmetric and not self.targets:
            all_sides = _unique(row[k].acts_for for k in self.sources)
            return list(combinations(all_sides, 2))
        found: dict[tuple[str, str], None] = {}
        for s in self.sources:
            for t in self.targets:
                target = self._done_to(row, t, None)
                source = self._doing(row, s, target)
                if target is None:
                    target = self._done_to(row, t, source)
                if source and target and source != target:
                    found.setdefault((source, target))
        return list(found)

    def both(self, row: Row) -> list[tuple[str, str]]:
        """The two sources as a pair, where what they do is done to each other."""
        sides = _unique(row[k].acts_for for k in self.sources)
        return [(sides[0], sides[1])] if len(sides) == 2 else []

    def given(self, row: Row) -> list[str]:
        """The targets' ids alone, each once."""
        return _unique(self._done_to(row, t, None) for t in self.targets)

    def _doing(self, row: Row, k: int, other: str | None) -> str | None:
        if self.bodies:
            return member_of(row, k)
        if row[k].actor is not None:
            return doer(row, k) if self.personal_source else row[k].acts_for
        return _who(row, k, other)

    def _done_to(self, row: Row, k: int, other: str | None) -> str | None:
        if self.bodies:
            return body_at(row, k)
        if self.personal and row[k].actor is not None:
            return named_self(row, k)
        return _who(row, k, other)


def _unique(ids: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(i for i in ids if i is not None))


def _who(row: Row, k: int, other: str | None) -> str | None:
    """Who acts at ``k``; a pronoun stands for the nearest actor before it that is not ``other``."""
    if row[k].actor is not None:
        return row[k].acts_for
    if other is None or row.low(k) not in PRONOUNS or row.low(k + 1) in NEIGHBOURS:
        return None
    return next((row[j].acts_for for j in states_before(row, k) if row[j].acts_for != other), None)


def ends_of(frame: Frame, row: Row, i: int, syntax: Syntax | None) -> Ends:
    """Fill the frame's two ends around the cue at ``i``."""
    found = _ends(frame, row, i, syntax)
    if frame.personal or frame.bodies or frame.type in {"sanction", "attack"}:
        found = replace(
            found,
            personal=frame.personal or frame.type == "sanction",
            personal_source=frame.type == "attack",
            bodies=frame.bodies,
        )
    return found


def _ends(frame: Frame, row: Row, i: int, syntax: Syntax | None) -> Ends:
    if frame.pair and frame.source[0] not in {"holder", "subject"}:
        return _pair(frame, row, i, syntax)
    if frame.verb and is_passive(row, i):
        return _passive(frame, row, i, syntax)
    targets: list[int] = []
    for slot in frame.target:
        targets = _fill(slot, frame, row, i, syntax)
        if targets:
            break
    sources: list[int] = []
    owned = False
    for slot in frame.source:
        sources = [k for k in _fill(slot, frame, row, i, syntax) if k not in targets]
        if sources:
            owned = slot == "owner"
            break
    if "topic" in frame.target and not targets:
        topic = _topic(row, i, syntax)
        if topic:
            targets = topic
            sources = [k for k in sources if k not in topic]
            if not sources:
                sources = [k for k in after(row, i, {"by"}) if k not in topic]
    return Ends(tuple(sources), tuple(targets), owned=owned)


def _passive(frame: Frame, row: Row, i: int, syntax: Syntax | None) -> Ends:
    """The ends of "was bombed by", "was lent to … by"; troops "are stationed" by their owner."""
    if "subject" in frame.target:
        return Ends((), ())
    done_to = subject_of(row, i, syntax)
    by = after(row, i, {"by"})
    if "done_to" in frame.target:
        by = by or after(row, i, {"from"})
        return Ends(tuple(k for k in by if k not in done_to), tuple(done_to))
    if "beside" in frame.target:
        # "the rebels, backed by Chad": right before it, and not what somebody only owns.
        near = [k for k in done_to if i - k <= _BESIDE and not row.possessive(k)]
        done_to = near
    targets: list[int] = []
    for slot in frame.target:
        targets = done_to if slot in {"object", "beside"} else _fill(slot, frame, row, i, syntax)
        if targets:
            break
    objects = {"object", "beside"} & set(frame.target)
    sources = by if by or objects else done_to
    return Ends(tuple(sources), tuple(k for k in targets if k not in sources))


def _fill(slot: str, frame: Frame, row: Row, i: int, syntax: Syntax | None) -> list[int]:
    if slot == "owner":
        own = owners(row, i, syntax)
        return (_their(row, own[0]) or own) if own and row.low(own[0]) == "their" else own
    if slot == "subject":
        verb = i if frame.verb else _governor(frame, row, i)
        if verb is None:
            verb = _governing(frame, row, i, syntax)
            return [] if verb is None else [k for k in subject_of(row, verb, syntax) if k < verb]
        if row.low(verb).endswith("ing") and row.low(verb - 1) in OTHERS:
            return []  # "companies trading with …"
        if row.low(verb - 1) == "to" and verb > 1:
            if row.low(verb - 2) in OTHERS:
                return []  # "calls on all parties to cooperate with …"
            if row[verb - 2].actor is not None:
                return coordinated(row, verb - 2, left=True)
        return subject_of(row, i, syntax)
    if slot == "object":
        return object_of(row, i)
    if slot == "helped":
        helped = object_of(row, i)
        return [k for k in helped if row.possessive(k) or row.words(i + 1, k) in ([], ["the"])]
    if slot == "beside":
        near = object_of(row, i, reach=2)
        return [k for k in near if not (row.possessive(k) or _colours(row, k))]
    if slot == "holder":
        return holder_of(row, i, syntax)
    if slot == "recipient":
        verb = _governor(frame, row, i)
        return [k for k in object_of(row, verb) if k < i] if verb is not None else []
    if slot in {"getter", "seeker"}:
        return _getter(row, i, syntax, wanted=slot == "seeker")
    if slot == "companion":
        k = i - 2 - (row.low(i - 2) == ",")
        return [k] if row.low(i - 1) == "with" and k >= 0 and row[k].actor is not None else []
    if slot == "next":
        return in_phrase(row, i + 2, reach=2) if row.low(i + 1) in {"in", "on"} else []
    if slot == "agent":
        # "measures taken **by Chad** in support of": who did what is in support
        by = next((k for k in range(i - 2, max(-1, i - 9), -1) if row.low(k) == "by"), None)
        return [] if by is None else [k for k in in_phrase(row, by + 1) if k < i]
    if slot in {"topic", "done_to"}:
        return []
    reach = _VERB_REACH if frame.verb else _NOUN_REACH
    return after(row, i, frozenset(slot.split("|")), reach=reach)


def _colours(row: Row, k: int) -> bool:
    """True for "the **Chilean** port" and "the **Panama** Canal": part of what is named next."""
    follows = row.text[row[k + 1].start : row[k + 1].start + 1] if k + 1 < len(row) else ""
    return row[k].is_adjective or (follows.isupper() and row[k + 1].kind == "word")


def _getter(row: Row, i: int, syntax: Syntax | None, *, wanted: bool) -> list[int]:
    """Who has the noun from somebody, or wants it: "**Mali** secured a loan from …"."""
    if not after(row, i, {"from"}):
        return []
    for k in range(i - 1, max(-1, i - 8), -1):
        if row.low(k) in STOPS or row.low(k) in RELATIVES:
            return []
        if GETTING.match(row.low(k)) or (wanted and row.low(k) in _WANTING):
            return [s for s in subject_of(row, k, syntax) if s < k]
    return []


def _governor(frame: Frame, row: Row, i: int) -> int | None:
    """The verb before the noun at ``i`` that the frame allows, in the same clause."""
    near = i - 1 - (row.low(i - 1) == "in")  # "sent troops **in** support of …"
    for k in range(near, max(-1, i - 13), -1):
        low = row.low(k)
        if low in {";", ":", ".", "that", "which", "who"} or (
            low in PREPOSITIONS - {"of"} and not (low == "in" and row[k - 1].kind == "quantity")
        ):
            return None
        if frame.verbs is not None and frame.verbs.match(low):
            return k
    return None


def _governing(frame: Frame, row: Row, i: int, syntax: Syntax | None) -> int | None:
    """The same verb over a long list, by the parse: "**announced** X, Y and the halt of aid"."""
    if syntax is None or frame.verbs is None or frame.pair:
        return None
    for offset in syntax.heads(row[i].start):
        k = row.at(offset)
        if k is None or k >= i or row.low(k) in PREPOSITIONS - {"of"}:
            return None
        if frame.verbs.match(row.low(k)):
            return k
    return None


def _governed(frame: Frame, row: Row, i: int) -> bool:
    return _governor(frame, row, i) is not None


def _topic(row: Row, i: int, syntax: Syntax | None) -> list[int]:
    """A bare full name before the noun: "Chile sanctions" are on Chile, "US sanctions" by it."""
    if i == 0 or row[i - 1].mention is None:
        return []
    mention = row[i - 1].mention
    if mention is None or mention.kind != "name" or mention.span.text.replace(".", "").isupper():
        return []
    return [i - 1]


def _pair(frame: Frame, row: Row, i: int, syntax: Syntax | None) -> Ends:
    between = after(row, i, {"between", "among"})
    if len(between) > 1:
        more = frame.rule == "agreement" and len(_unique(row[k].acts_for for k in between)) > 2
        return Ends((), ()) if more else Ends(tuple(between), (), symmetric=True)
    own = owners(row, i, syntax)
    bound = chains(row, own)
    if len(bound) > 1:
        # "the Peru-Chile and Peru-Kenya alliances": each hyphen binds two of its own.
        return Ends(tuple(own), (), chains=tuple(bound), symmetric=True, owned=True)
    most = 2 if row.low(i) in WORKING_TOGETHER or is_sealed(row, i) else 1
    if frame.rule == "agreement" and len(own) > most:
        return Ends((), ())  # "the Peru-Chile deal": one that is sought as well as one that is made
    if own and row[own[0]].actor is None and row.low(own[0]) == "their":
        own = _their(row, own[0])
    with_ = after(row, i, {"with"})
    if len(own) > 1 and not with_:
        return Ends(tuple(own), (), symmetric=True, owned=True)
    if own:
        if not with_ and not row.possessive(own[-1]) and _governed(frame, row, i):
            # "signed a Peruvian pact": the subject is the other side.
            with_ = [k for k in subject_of(row, i, syntax) if k not in own]
        return Ends(tuple(own), tuple(with_))
    if with_ and _governed(frame, row, i):
        return Ends(tuple(subject_of(row, i, syntax)), tuple(with_))
    if frame.rule in {"bond", "agreement"} and _governed(frame, row, i):
        # "Peru and Chile signed a defence pact": with each other.
        return Ends(tuple(subject_of(row, i, syntax)), (), symmetric=True)
    return Ends((), ())


def _their(row: Row, k: int) -> list[int]:
    """The joined actors before ``k``: "**Chile** and **Peru** renewed their …"."""
    for j in range(k - 1, -1, -1):
        if row[j].actor is not None:
            group = coordinated(row, j, left=True)
            if len(group) > 1:
                return group
    return []


def is_passive(row: Row, i: int) -> bool:
    """True for "was bombed", "has been frozen", "frozen by"."""
    if row.low(i).endswith(("s", "ing")):
        return False
    if row.low(i + 1) == "by":
        return True
    for k in range(i - 1, max(-1, i - 1 - _PARTICIPLE_REACH), -1):
        low = row.low(k)
        if low in _BE:
            return True
        if not (low.endswith("ly") or low in AUXILIARIES | _ADVERBS):
            return False
    return False


def is_deed(row: Row, i: int, syntax: Syntax | None) -> bool:
    """True if the word at ``i``, which may be a noun, is used as a verb that something is done by.

    "a neutral broker" and "food import rules" are nouns; a gerund after *in* or *of* is a
    deed only where it was somebody's part ("its role in brokering", not "interest in buying").
    """
    low, before = row.low(i), row.low(i - 1)
    if low.endswith("ing"):
        if before not in {"in", "of", "from"}:
            return True
        return bool(_PARTS & set(row.words(i - 4, i - 1)))
    if low.endswith("ed") or low in _IRREGULAR:
        return True
    noun = syntax.is_noun(row[i].start) if syntax is not None else None
    if noun is not None:
        return not noun
    if low.endswith("s"):
        return before not in DETERMINERS and before not in PREPOSITIONS
    # A base form needs its sign: to, an auxiliary, a plural subject.
    return (
        before in {"to", "not", "also", "and"} | AUXILIARIES
        or before.endswith(("ly", "n’t", "n't"))
        or (i > 0 and row[i - 1].actor is not None and not row[i - 1].is_adjective)
    )
