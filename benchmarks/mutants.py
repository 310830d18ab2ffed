"""How many planted faults the checks find: one change to a true text, one known fault.

``python -m benchmarks.mutants [--seed N] [--model] [--list]`` reads the public texts beside the
project (those frozen for blind tests are left out), changes one holder, date, figure or source
at a time and checks the result. A mutant is found if a rule that can name its fault reports
something that it does not report on the true text. Faults in a second version of a text are
checked with both versions before the program. Everything follows from the seed.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from benchmarks.mutations import dates, holders, numbers, sources
from benchmarks.mutations.text import Change, Mutant, TrueText, true_texts
from detente.checks.run import run_checks
from detente.documents.read import from_bytes
from detente.evidence.joining import join
from detente.evidence.ledger import Ledger
from detente.evidence.links import link
from detente.evidence.model import Model, load_model
from detente.evidence.read import read
from detente.findings import Finding

CHANGES: tuple[Change, ...] = (
    *holders.CHANGES,
    *dates.CHANGES,
    *numbers.CHANGES,
    *sources.CHANGES,
)
FAMILIES = ("OFF", "TIM", "NUM", "SRC")
Said = tuple[str, str, tuple[str, ...]]


def mutants(texts: Iterable[TrueText], seed: int = 0) -> Iterator[Mutant]:
    """Every mutant of the texts that the seed gives."""
    for source in texts:
        for change in CHANGES:
            yield from change(source, seed)


class Examiner:
    """Checks texts with one model or none; true texts are read once."""

    def __init__(self, model: Model | None = None) -> None:
        self._model = model
        self._ledger = cache(self._read)

    def said_of(self, texts: Sequence[tuple[str, str]], day: dt.date | None) -> list[Finding]:
        """The findings on named texts, read for a day, as one record."""
        ledgers = [self._ledger(name, text, day) for name, text in texts]
        whole = link(join(ledgers)) if len(ledgers) > 1 else link(ledgers[0])
        return run_checks(whole, date=day)

    def is_found(self, mutant: Mutant) -> bool:
        """True if a rule that can name the fault says something new."""
        return any(f.code.startswith(mutant.codes) for f in self.new_in(mutant))

    def new_in(self, mutant: Mutant) -> list[Finding]:
        """Findings on the mutant that the true text (or the true text twice) does not have."""
        true = (f"{mutant.source.name}.txt", mutant.source.text)
        changed = (f"{mutant.source.name}-2.txt", mutant.text)
        if mutant.pair:
            before = self.said_of([true], mutant.day)
            after = self.said_of([true, changed], mutant.day)
        else:
            before = self.said_of([true], mutant.source.day)
            after = self.said_of([changed], mutant.day)
        known = Counter(_said(f) for f in before)
        # The second version repeats what the first one has.
        if mutant.pair:
            known += known
        new = []
        for finding in after:
            said = _said(finding)
            if known[said]:
                known[said] -= 1
            else:
                new.append(finding)
        return new

    def _read(self, name: str, text: str, day: dt.date | None) -> Ledger:
        document = from_bytes(name, text.encode("utf-8"))
        return read(document, model=self._model, date=day)


def _said(finding: Finding) -> Said:
    words = tuple(w.span.text for w in finding.witnesses)
    return finding.code, finding.message, words


def main() -> None:
    """Print the table of recall by family and kind."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--model", action="store_true", help="read with the installed model")
    options.add_argument("--list", action="store_true", help="name each mutant that is missed")
    given = options.parse_args()
    examiner = Examiner(load_model(tagger=False) if given.model else None)
    texts = true_texts()
    made: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    others: Counter[str] = Counter()
    for mutant in mutants(texts, given.seed):
        key = mutant.family, mutant.kind
        made[key] += 1
        new = examiner.new_in(mutant)
        if any(f.code.startswith(mutant.codes) for f in new):
            found[key] += 1
        elif given.list:
            print(
                f"missed {mutant.family} {mutant.kind}: {mutant.source.name}: {mutant.old!r} -> "
                f"{mutant.new!r}"
            )
        others.update(f.code for f in new if not f.code.startswith(mutant.codes))
    print(table(made, found))
    print("\nother new findings (most follow from the change):")
    print("  " + (", ".join(f"{c} {n}" for c, n in sorted(others.items())) or "none"))
    print(
        f"\nfalse alarms on {len(texts)} true texts, each beside a copy: {alarms(examiner, texts)}"
    )


def alarms(examiner: Examiner, texts: Sequence[TrueText]) -> str:
    """Findings of OFF, TIM, NUM and CON, and those between copies, on texts nobody changed."""
    counts: Counter[str] = Counter()
    for source in texts:
        copy = source.text.rstrip("\n") + "\n\nThis is a copy.\n"
        pair = [(f"{source.name}.txt", source.text), (f"{source.name}-2.txt", copy)]
        for finding in examiner.said_of(pair, source.day):
            across = len({w.document for w in finding.witnesses}) > 1
            if across or finding.code.startswith(("OFF", "TIM", "NUM", "CON")):
                counts[finding.code] += 1
    return ", ".join(f"{code} {n}" for code, n in sorted(counts.items())) or "none"


def table(made: Counter[tuple[str, str]], found: Counter[tuple[str, str]]) -> str:
    """Recall by family, then by kind."""
    lines = [f"{'family':<8}{'kind':<22}{'made':>6}{'found':>7}{'recall':>8}"]
    for family in FAMILIES:
        kinds = sorted(k for k in made if k[0] == family)
        total, right = sum(made[k] for k in kinds), sum(found[k] for k in kinds)
        if not total:
            continue
        lines.append(f"{family:<8}{'all':<22}{total:>6}{right:>7}{right / total:>8.2f}")
        for key in kinds:
            share = found[key] / made[key]
            lines.append(f"{'':<8}{key[1]:<22}{made[key]:>6}{found[key]:>7}{share:>8.2f}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
