"""What matters, in sentences for the reader who has one minute."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.packages.wording import listed
from detente.maths.sensitivity.prim import Box
from detente.uncertainty.probability_words import in_words
from detente.uncertainty.sensitivity.asking import Asking
from detente.uncertainty.sensitivity.flips import Change
from detente.uncertainty.sensitivity.headlines import Headline
from detente.uncertainty.sensitivity.sample import Measured
from detente.uncertainty.sensitivity.tables import box_sides, order_of, outcome

_MOST = 3
# A share of the variance below this is not worth a sentence.
_LEAST = 0.05


def capital(words: str) -> str:
    """With a capital letter."""
    return words[:1].upper() + words[1:]


def how_sure(headline: Headline, made: Measured) -> str:
    """The answer over the draws."""
    known = made.told[made.known]
    if headline.is_yes_or_no:
        share_of = f"of {known.size:,} draws"
        return f"{capital(headline.yes)} in {in_words(float(known.mean()), share_of)}"
    low, middle, high = np.quantile(known, [0.05, 0.5, 0.95])
    what = headline.what.removesuffix(", 0 to 100")
    return (
        f"{capital(what)} lies between {low:.3g} and {high:.3g} in 90 % of {known.size:,} draws, "
        f"half of them below {middle:.3g}"
    )


def what_matters(asking: Asking, made: Measured) -> str:
    """The numbers that bring about most of the spread."""
    if made.sobol is None:
        return _by_knowing(asking, made)
    told = []
    for at in order_of(made)[:_MOST]:
        total, first = made.sobol.total[at], made.sobol.first[at]
        if total < _LEAST or total < made.sobol.total_margin[at]:
            continue
        told.append(
            f"{asking.axes[at].label} ({100 * max(0.0, first):.0f} % of the spread alone, "
            f"{100 * min(1.0, total):.0f} % with others)"
        )
    if not told:
        return "No single number stands out: the answer hangs on many at once."
    return f"It hangs most on {listed(told)}."


def _by_knowing(asking: Asking, made: Measured) -> str:
    """The same without indices: by what knowing a number alone takes off the spread."""
    variance = made.variance
    told = [
        f"{asking.axes[at].label} ({100 * variance.saved[at] / variance.loss:.0f} % of the spread)"
        for at in np.argsort(-variance.saved, kind="stable").tolist()[:_MOST]
        if variance.saved[at] > max(variance.dummy, _LEAST * variance.loss)
    ]
    return f"Alone, it hangs most on {listed(told)}." if told else ""


def what_flips(
    headline: Headline, singles: Sequence[Change], pairs: Sequence[Change], *, heavy: bool
) -> str:
    """The smallest change that changes the answer, or that nothing plausible does."""
    if not headline.flips:
        return ""
    goal = "the answer" if headline.is_yes_or_no else "which option is nearest"
    if not singles and not pairs:
        if heavy:
            return f"No single one of the numbers that matter most changes {goal} by itself."
        return (
            f"Nothing plausible changes {goal}: no single number does between its 1 % and its "
            "99 % point, nor two of those that matter most, moved together."
        )
    best = (*singles, *pairs)[0]
    how = "The smallest change that changes" if singles else (
        f"No single number changes {goal} by itself; the smallest change of two that changes"
    )  # fmt: skip
    subject = "it" if not singles else goal
    return (
        f"{how} {subject}: {best.words} ({100 * best.change:.0f} % of what is thought possible "
        f"lies in between); then {best.answer}{'' if headline.is_yes_or_no else ' is nearest'}."
    )


def scenario(asking: Asking, headline: Headline, made: Measured, wanted: bool, box: Box) -> str:
    """A box in words."""
    sides = box_sides(asking, box)
    what = outcome(headline, made, wanted)
    if not headline.is_yes_or_no:
        what = f"the answer is {what},"
    return (
        f"{capital(what)} in {100 * box.density:.0f} % of draws where "
        f"{listed(sides)}; that holds {100 * box.coverage:.0f} % of all such draws."
    )


def worth_finding_out(asking: Asking, headline: Headline, made: Measured) -> str:
    """The number that is most worth finding out."""
    variance = made.variance
    if not variance.loss:
        return ""
    at = int(variance.saved.argmax())
    part = variance.saved[at] / variance.loss
    if part < _LEAST or variance.saved[at] <= variance.dummy:
        return "No single number, found out, would settle much of the doubt."
    told = (
        f"Most worth finding out: {asking.axes[at].label}; known for sure, it would remove "
        f"{100 * part:.0f} % of the doubt on average"
    )
    guess = made.guess
    if guess is not None and guess.saved[at] > guess.dummy:
        now = max(float(made.told[made.known].mean()), 1 - float(made.told[made.known].mean()))
        told += (
            f", and the likelier answer would be right in {100 * (now + guess.saved[at]):.0f} % of "
            f"draws instead of {100 * now:.0f} %"
        )
    return told + "."
