"""The headline of a question for given values of its uncertain numbers, one row a draw.

Sensitivity and "what would change the answer" build on this: a function of the uncertain numbers
alone, with plain arrays out.
"""

from __future__ import annotations

from detente.case.case import Case
from detente.uncertainty.distribution import Floats
from detente.uncertainty.parameters import Parameters, Question, parameters_of


def evaluate(
    case: Case,
    question: Question,
    values: Floats,
    *,
    parameters: Parameters | None = None,
) -> dict[str, Floats]:
    """What the answer comes to for each row of values.

    Parameters
    ----------
    case : Case
    question : str
    values : array of shape (D, k)
        A column for each of ``parameters_of(case, question).each``, in that order.
    parameters : Parameters, optional
        Whose columns these are, where ranges were widened or assumed; by default those of
        ``parameters_of(case, question)``.

    Returns
    -------
    dict of str to array of shape (D,)
        Always the same names in the same order for a case and a question:

        - pressure: ``settlement:ISSUE`` (weighted mean) and ``median:ISSUE``, 0 to 100, nan
          where nobody with a position has weight;
        - packages: ``deal`` 1 where some package stands, else 0; ``nash`` the number of Nash's
          package (last issue running fastest), -1 where there is none; ``accepted:PACKAGE`` and
          ``stands:PACKAGE`` 0 or 1 for each of the leading packages;
        - blocks: ``blocked`` 1 where no package stands; ``blocks:LINES`` 0 or 1 for each of the
          leading sets of red lines;
        - levers: ``cost`` of the cheapest use, nan where nothing suffices; ``suffices:SET`` 0
          or 1 for each of the leading sets;
        - stability: ``holds:CONCEPT:STATE`` 0 or 1 for each state that holds somewhere.

    Raises
    ------
    UnsuitableCase
        If the case lacks what the question needs.
    ValueError
        If ``values`` has another number of columns.
    """
    from detente.uncertainty.questions import question_named

    used = parameters_of(case, question) if parameters is None else parameters
    if values.ndim != 2 or values.shape[1] != used.k:
        raise ValueError(f"values have shape {values.shape}; {used.k} columns are needed")
    return question_named(question).headlines(case, used, values)
