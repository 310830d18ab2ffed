"""Every package of a case, one by one, and who would accept it: plain Python, slow, no library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import product

from detente.case.case import Case
from detente.case.red_line import Floor, Forbid, Tie

Package = dict[str, str]


class Packages:
    """A case whose issues all have named options; levers are added by id and amount."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.places = {
            (i.id, o.id): o.at.central for i in case.issues for o in i.options if o.at is not None
        }
        self.tables = {
            (u.party, u.issue, option): worth.central
            for u in case.utilities
            for option, worth in u.values.items()
        }
        self.positions = {(p.party, p.issue): p for p in case.positions}
        ratifiers = case.acceptance.ratifiers.values() if case.acceptance else ()
        self.vetoes = {*case.vetoes, *(r for listed in ratifiers for r in listed)}
        quorum = case.acceptance.quorum if case.acceptance else None
        self.quorum = len(case.voters) if quorum is None else quorum

    def __iter__(self) -> Iterator[Package]:
        issues = [i.id for i in self.case.issues]
        for chosen in product(*([o.id for o in i.options] for i in self.case.issues)):
            yield dict(zip(issues, chosen, strict=True))

    @cached_property
    def worth(self) -> dict[tuple[str, str, str], float]:
        """Points of every option for every party with a position on its issue."""
        made = dict(self.tables)
        for party in {p.party for p in self.case.positions}:
            cares = {
                p.issue: p.salience.central
                for p in self.case.positions
                if p.party == party and p.salience is not None
            }
            total = sum(cares.values())
            for (issue, option), place in self.places.items():
                at = self.positions.get((party, issue))
                if at is None or at.at is None or (party, issue, option) in made:
                    continue
                near = 1 - abs(place - at.at.central) / 100
                made[party, issue, option] = 100 * cares[issue] / total * near
        return made

    def points(self, party: str, package: Package, levers: Mapping[str, float]) -> float:
        """What a package is worth to a party, with links and levers."""
        found = sum(self.worth.get((party, i, o), 0.0) for i, o in package.items())
        for link in self.case.links:
            for effect in link.effects:
                if party in effect.points and effect.when.items() <= package.items():
                    found += effect.points[party].central
        for lever in self.case.levers:
            if lever.id in levers and party in lever.effects:
                found += levers[lever.id] * lever.effects[party].central
        return found

    def holds(self, line: Forbid | Tie, package: Package) -> bool:
        """Whether a package keeps a red line that is no floor."""
        if isinstance(line, Tie):
            asked = package[line.when.issue] in line.when.options
            return not asked or package[line.then.issue] in line.then.options
        option = package[line.issue]
        place = self.places[line.issue, option]
        below = line.below is not None and place < line.below.central
        above = line.above is not None and place > line.above.central
        return not (option in line.options or below or above)

    def accepts(self, party: str, package: Package, levers: Mapping[str, float]) -> bool:
        """Whether a party keeps its lines and gains over its alternative."""
        least = [
            line.points.central
            for line in self.case.red_lines
            if isinstance(line, Floor) and line.party == party
        ]
        least += [
            p.alternative.points.central
            for p in self.case.parties
            if p.id == party and p.alternative and p.alternative.points
        ]
        lines = [x for x in self.case.red_lines if x.party == party and not isinstance(x, Floor)]
        return all(self.holds(line, package) for line in lines) and all(
            self.points(party, package, levers) >= points - 1e-9 for points in least
        )

    def stands(self, package: Package, levers: Mapping[str, float] | None = None) -> bool:
        """Whether every veto player and enough voters accept."""
        added = levers or {}
        if not all(self.accepts(party, package, added) for party in sorted(self.vetoes)):
            return False
        return sum(self.accepts(p, package, added) for p in self.case.voters) >= self.quorum

    def acceptable(self, levers: Mapping[str, float] | None = None) -> list[Package]:
        """Every package that stands; those that break a veto player's line are left out early."""
        lines = [
            line
            for line in self.case.red_lines
            if line.party in self.vetoes and not isinstance(line, Floor)
        ]
        kept = (p for p in self if all(self.holds(line, p) for line in lines))
        return [p for p in kept if self.stands(p, levers)]
