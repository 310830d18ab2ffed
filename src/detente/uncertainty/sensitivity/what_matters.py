"""The question ``what matters``: which uncertain numbers an answer hangs on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from detente.analyses.base import Analysis, Figure, Reason, Table
from detente.case.case import Case
from detente.errors import InputError
from detente.uncertainty.distribution import Floats
from detente.uncertainty.ensemble import numbers_table
from detente.uncertainty.evaluate import evaluate
from detente.uncertainty.parameters import Parameters, Question, parameters_of
from detente.uncertainty.probability_words import SOURCE as WORDS
from detente.uncertainty.questions import question_named
from detente.uncertainty.sensitivity.asking import Asking
from detente.uncertainty.sensitivity.flips import PAIRED, Change, changes
from detente.uncertainty.sensitivity.headlines import Headline, headline_of
from detente.uncertainty.sensitivity.sample import Measured, draw, draw_for_indices, measure
from detente.uncertainty.sensitivity.sentences import (
    capital,
    how_sure,
    scenario,
    what_flips,
    worth_finding_out,
)
from detente.uncertainty.sensitivity.sentences import what_matters as hangs_on
from detente.uncertainty.sensitivity.tables import (
    boxes_tables,
    by_output_table,
    exact_table,
    flips_tables,
    indices_table,
    information_table,
    order_of,
    tornado_table,
)
from detente.uncertainty.sensitivity.tornado_figure import Bar, tornado_figure

SOURCE = (
    "Sobol' 2001; Saltelli et al. 2010; Pianosi & Wagener 2015; Friedman & Fisher 1999; "
    "Strong & Oakley 2013"
)
#: Draws where nobody says, and the fewest from which anything can be told.
DRAWS, FEWEST = 4_096, 256
# Where the cheapest use of levers has to be searched for in every draw, a draw takes a tenth of
# a second: fewer are made, and none for indices.
_HEAVY_DRAWS = 256
_HEAVY = 1_000


def what_matters(
    case: Case,
    question: Question,
    *,
    about: str | None = None,
    draws: int | None = None,
    seed: int = 0,
    widen: bool = False,
    assume_spread: float | None = None,
) -> Analysis:
    """Find the uncertain numbers that an answer hangs on, and what would change it.

    Parameters
    ----------
    case : Case
    question : {"pressure", "packages", "blocks", "levers", "stability"}
    about : str, optional
        Which answer of the question: an issue for pressure, else a name of
        :func:`detente.uncertainty.evaluate.evaluate`. By default whether a package stands,
        whether all is blocked, what levers cost; of issues and states the least sure one.
    draws : int, optional
        How many; rounded down to a power of two, at which Sobol's sequence is balanced. As many
        or up to twice as many more are made for the indices.
    seed : int
    widen, assume_spread
        See :func:`detente.uncertainty.parameters.parameters_of`.

    Returns
    -------
    Analysis
        Of the question ``what matters to QUESTION``, with tables ``matters``, ``tornado``,
        ``flips``, ``scenarios``, ``information``, ``outputs``, ``numbers``, and a tornado.

    Raises
    ------
    InputError
        If there is no such answer, or draws are too few.
    UnsuitableCase
        If the case lacks what the question needs.
    MissingExtra
        If SALib is not installed (extra ``sensitivity``).
    """
    used = parameters_of(case, question, widen=widen, assume_spread=assume_spread)
    if not used.k:
        return _certain(case, used)
    heavy = question_named(question).draws(case) <= _HEAVY
    wanted = (_HEAVY_DRAWS if heavy else DRAWS) if draws is None else draws
    if wanted < FEWEST:
        raise InputError(f"{wanted} draws are too few to tell what matters; take {FEWEST} or more")
    count = 1 << (wanted.bit_length() - 1)
    asking = Asking(case, used, blocked_only=_only_blocked(case, used, about))
    sample = draw(asking, count, seed)
    headline = headline_of(case, question, sample.outputs, about)
    warnings = list(used.notes)
    lead = ""
    if about is None and not _moves(headline.numbers(sample.outputs)):
        lead, headline = _another(case, question, headline, sample.outputs)
    told = headline.numbers(sample.outputs)
    if np.isfinite(told).sum() < FEWEST // 2:
        raise InputError(
            f"{headline.what} is known in too few draws to tell what matters; look at another "
            "answer with --about"
        )
    if not _moves(told):
        return _unmoved(case, used, headline, told, count, seed)
    sobol = None if heavy else draw_for_indices(asking, 2 * count, seed)
    made = measure(asking, headline, sample, sobol, seed)
    singles: list[Change] = []
    pairs: list[Change] = []
    tables = [indices_table(asking, headline, made), tornado_table(asking, headline, made)]
    if headline.flips:
        singles, pairs = changes(asking, headline, order_of(made), heavy=heavy)
        tables += flips_tables(singles, pairs, headline)
    tables += boxes_tables(asking, headline, made)
    tables.append(information_table(asking, made))
    others = [
        (headline_of(case, question, sample.outputs, name), sample.outputs[name])
        for name in sample.outputs
        if name != "nash" and not name.startswith(("median:", "accepted:"))
    ]
    if sobol is not None:
        tables.append(by_output_table(asking, sobol, others))
    tables += [
        exact_table(asking, headline, made),
        numbers_table(used),
    ]
    unknown = int((~made.known).sum())
    if unknown:
        warnings.append(f"in {unknown:,} of {count:,} draws the answer is not known; left out")
    if heavy:
        warnings.append(
            "a draw of this question takes long: Sobol' indices are left out, and changes of two "
            f"numbers; of single numbers the {PAIRED} that matter most were tried"
        )
    if count != wanted:
        warnings.append(f"{count:,} draws instead of {wanted:,}: a power of two")
    warnings.append(f"words for probabilities are those of {WORDS}")
    sentences = [
        f"{lead}{how_sure(headline, made)}.",
        hangs_on(asking, made),
        what_flips(headline, singles, pairs, heavy=heavy),
        worth_finding_out(asking, headline, made),
    ]
    figure = _figure(asking, headline, made)
    return Analysis(
        question=f"what matters to {question}",
        method="sensitivity",
        source=SOURCE,
        parameters={
            "about": headline.output,
            "draws": count,
            "draws for indices": len(next(iter(sobol.outputs.values()))) if sobol else 0,
            "seed": seed,
            "uncertain numbers": used.k,
        },
        case_title=case.title,
        case_sha256=case.sha256,
        answer=" ".join(part for part in sentences if part),
        tables=tuple(tables),
        warnings=tuple(warnings),
        reasons=_reasons(asking, headline, made, singles, pairs),
        figures=(figure,) if figure else (),
    )


def _only_blocked(case: Case, used: Parameters, about: str | None) -> bool:
    """Whether counting packages is enough, and possible."""
    if used.question != "blocks" or about not in (None, "blocked"):
        return False
    probe = evaluate(case, "packages", used.central[None, :],
                     parameters=replace(used, question="packages"))  # fmt: skip
    return "deal" in probe


def _moves(told: Floats) -> bool:
    known = told[np.isfinite(told)]
    return bool(known.size) and bool(np.ptp(known) > 1e-9)


def _another(
    case: Case,
    question: Question,
    headline: Headline,
    outputs: dict[str, Floats],
) -> tuple[str, Headline]:
    """The answer that is least sure, where the first one never moves; and what to say of it."""
    left_aside = ("nash", "accepted:", "median:", headline.output)
    names = [n for n in outputs if not n.startswith(left_aside)]
    moving = [n for n in names if _moves(outputs[n])]
    if not moving:
        return "", headline
    best = max(moving, key=lambda name: float(np.nanstd(outputs[name])))
    told = float(np.nanmax(headline.numbers(outputs)))
    sure = (headline.yes if told else headline.no) if headline.is_yes_or_no else headline.what
    lead = f"{capital(sure)} in every draw, so what is looked at is another answer. "
    return lead, headline_of(case, question, outputs, best)


def _figure(asking: Asking, headline: Headline, made: Measured) -> Figure | None:
    title = f"{asking.case.title}: what matters to {headline.what}"
    if headline.is_yes_or_no:
        order = np.argsort(-np.abs(made.highest - made.lowest), kind="stable").tolist()
        bars = [
            Bar(asking.axes[at].label, 100 * made.lowest[at], 100 * made.highest[at])
            for at in order
        ]
        what = (
            f"Share of draws in which {headline.yes}, where a number is in its lowest tenth and "
            "in its highest."
        )
        return tornado_figure(
            title, what, 100 * float(made.told[made.known].mean()), bars, "tornado", " %"
        )
    told = made.tornado
    bars = [Bar(asking.axes[at].label, told.low[at], told.high[at]) for at in told.order.tolist()]
    what = "The answer with one number at its 5 % and at its 95 % point, the others as they are."
    return tornado_figure(title, what, told.base, bars, "tornado")


def _reasons(
    asking: Asking,
    headline: Headline,
    made: Measured,
    singles: list[Change],
    pairs: list[Change],
) -> tuple[Reason, ...]:
    told = [
        Reason(
            scenario(asking, headline, made, wanted, box),
            tuple(path for at in box.cut for path in asking.axes[at].paths),
        )
        for wanted, box in made.boxes
    ]
    told += [
        Reason(
            f"{one.words}: then {one.answer}{'' if headline.is_yes_or_no else ' is nearest'}.",
            tuple(path for axis in one.axes for path in axis.paths),
            {"change": one.change},
        )
        for one in (*singles[:2], *pairs[:1])
    ]
    return tuple(told)


def _certain(case: Case, used: Parameters) -> Analysis:
    """The answer where nothing is uncertain."""
    return _answered(
        case, used,
        f"The case takes every number that the question {used.question} uses as known, so nothing "
        "can be told of which matters. Give numbers as ranges in the case, or ask with "
        "--assume-spread.",
        {"uncertain numbers": 0},
    )  # fmt: skip


def _unmoved(
    case: Case,
    used: Parameters,
    headline: Headline,
    told: Floats,
    count: int,
    seed: int,
) -> Analysis:
    """The answer where it is the same in every draw."""
    first = float(told[np.isfinite(told)][0])
    sure = (
        (headline.yes if first else headline.no)
        if headline.is_yes_or_no
        else f"{headline.what} is {first:.4g}"
    )
    return _answered(
        case, used,
        f"{capital(sure)} in every one of {count:,} draws: of {used.k} uncertain numbers none "
        "changes the answer, wherever it lies in its range, alone or with others as drawn.",
        {"about": headline.output, "draws": count, "seed": seed, "uncertain numbers": used.k},
        numbers_table(used),
    )  # fmt: skip


def _answered(
    case: Case, used: Parameters, answer: str, parameters: dict[str, object], *tables: Table
) -> Analysis:
    return Analysis(
        question=f"what matters to {used.question}",
        method="sensitivity",
        source=SOURCE,
        parameters=parameters,
        case_title=case.title,
        case_sha256=case.sha256,
        answer=answer,
        tables=tables,
        warnings=used.notes,
    )
