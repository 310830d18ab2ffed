"""What of an answer is asked about: a yes or no, or a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.case.case import Case
from detente.errors import InputError
from detente.uncertainty.distribution import Floats
from detente.uncertainty.parameters import Question

_FIRST = {"packages": "deal", "blocks": "blocked", "levers": "cost"}
_LISTED = 12
# From this share of draws on in which no use of levers is enough, that is the thing to know.
_OFTEN = 0.05


@dataclass(frozen=True)
class Headline:
    """An output of the question, with its words.

    ``yes`` and ``no`` are whole clauses; for a number both are empty and ``what`` says what the
    number is. ``options`` are places with names: the number's answer is then the nearest one.
    ``briefly`` are shorter clauses for yes and no, for sentences after the first.
    """

    output: str
    what: str
    yes: str = ""
    no: str = ""
    options: tuple[tuple[float, str], ...] = ()
    briefly: tuple[str, str] = ("", "")

    @property
    def is_yes_or_no(self) -> bool:
        """Whether the answer is yes or no."""
        return bool(self.yes)

    def numbers(self, outputs: Mapping[str, Floats]) -> Floats:
        """The answers as numbers, (D,): 0 and 1 for no and yes."""
        told = outputs[self.output]
        return (~np.isnan(told)).astype(float) if self.output == "cost" and self.yes else told

    def labels(self, outputs: Mapping[str, Floats]) -> npt.NDArray[np.int64]:
        """The answers as labels, (D,), for what would change them."""
        told = self.numbers(outputs)
        if self.is_yes_or_no or not self.options:
            return np.where(np.isnan(told), -1, told).astype(np.int64)
        places = np.array([place for place, _ in self.options])
        near = np.abs(told[:, None] - places).argmin(axis=1)
        return np.where(np.isnan(told), -1, near).astype(np.int64)

    def label_words(self, label: int) -> str:
        """An answer in words."""
        if self.is_yes_or_no:
            return (self.briefly[0] or self.yes) if label else (self.briefly[1] or self.no)
        return "nothing is known" if label < 0 else self.options[label][1]

    @property
    def flips(self) -> bool:
        """Whether the answer is one that can flip."""
        return self.is_yes_or_no or len(self.options) > 1


def headline_of(
    case: Case, question: Question, outputs: Mapping[str, Floats], about: str | None
) -> Headline:
    """What to look at: the output that is asked about, else the first one of the question.

    For the question pressure that is the issue, and for stability the state, whose answer is
    the least sure in the draws.

    Raises
    ------
    InputError
        If there is no such output.
    """
    name = _named(question, outputs, about)
    kind, _, rest = name.partition(":")
    if kind in ("settlement", "median"):
        return _place(case, name, kind, rest)
    if kind == "cost":
        if np.isnan(outputs[name]).mean() > _OFTEN:
            return Headline(name, "whether levers can open a deal", "levers open a deal",
                            "no use of the levers opens a deal")  # fmt: skip
        return Headline(name, "the cost of the cheapest use of levers")
    yes, no = {
        "deal": ("a package stands", "no package stands"),
        "blocked": ("every package is blocked", "some package stands"),
        "stands": (f"the package ({rest}) stands", f"the package ({rest}) does not stand"),
        "accepted": (f"everyone accepts the package ({rest})",
                     f"somebody does not accept the package ({rest})"),
        "blocks": (f"the red lines {rest} leave no package",
                   f"the red lines {rest} are no smallest set that leaves no package"),
        "suffices": (f"the levers {rest} are enough", f"the levers {rest} are not enough"),
    }.get(kind, ("", ""))  # fmt: skip
    if kind == "holds":
        concept, _, state = rest.partition(":")
        yes = f"'{state}' holds under {concept}"
        no = f"'{state}' does not hold under {concept}"
    if not yes:
        return Headline(name, name)
    briefly = {
        "stands": ("the package stands", "the package does not stand"),
        "accepted": ("everyone accepts the package", "somebody does not accept the package"),
        "blocks": ("these red lines block all", "these red lines do not"),
        "suffices": ("these levers are enough", "these levers are not enough"),
    }.get(kind, ("", ""))
    return Headline(name, f"whether {yes}", yes, no, briefly=briefly)


def _named(question: Question, outputs: Mapping[str, Floats], about: str | None) -> str:
    if about is not None:
        for name in (about, f"settlement:{about}", f"holds:{about}", f"stands:{about}"):
            if name in outputs:
                return name
        known = [name.removeprefix("settlement:") for name in outputs]
        more = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
        raise InputError(
            f"the question {question} says nothing about {about!r}; --about can be "
            f"{', '.join(known[:_LISTED])}{more}"
        )
    if question in _FIRST:
        return _FIRST[question]
    kind = "settlement:" if question == "pressure" else "holds:"
    names = [name for name in outputs if name.startswith(kind)]
    if not names:
        raise InputError(f"no answer to the question {question} is there to look at")
    # Where nothing is known in no draw there is no spread to compare.
    return max(names, key=lambda name: np.nan_to_num(_spread(outputs[name])))


def _spread(told: Floats) -> float:
    known = told[~np.isnan(told)]
    return float(known.std()) if known.size else 0.0


def _place(case: Case, name: str, kind: str, id_: str) -> Headline:
    issue = next(issue for issue in case.issues if issue.id == id_)
    by = "the compromise" if kind == "settlement" else "the weighted median"
    placed = [(o.at.central, o.name) for o in issue.options if o.at is not None]
    return Headline(name, f"{issue.name}: the place of {by}, 0 to 100", options=tuple(placed))
