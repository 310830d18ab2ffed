"""What the publications of the challenge model leave open or say differently, as named choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from detente.errors import InputError

#: What each choice can be, with its meaning in words.
CHOICES: Mapping[str, Mapping[str, str]] = {
    "chance": {
        "pair": "a challenger's chance counts the votes between the two places",
        "all-pairs": "votes between the two places are divided by those between all places",
    },
    "conflict": {
        "stands": "where both expect to gain from a challenge nobody moves",
        "loser-moves": "where both expect to gain the one that expects less gives way",
    },
    "offer": {
        "enforceable": "an actor takes the offer of whoever expects most, then the nearest",
        "least-move": "an actor takes the offer that moves it least",
        "code-order": "an actor takes conflicts first, then compromises by lowest middle place",
    },
    "other_risk": {
        "theirs": "the other's expectation is worked out with the other's exponent of risk",
        "own": "the other's expectation is worked out with one's own exponent of risk",
    },
    "risk": {
        "1985": "risk from how safe an actor is among all actors",
        "1997": "the indices of the actor's own sum reversed, cut at the ends of the range",
        "none": "nobody differs in risk",
    },
    "otherwise": {
        "median": "who is not challenged is else expected to move to the median",
        "left-out": "what happens else if nobody challenges is left out",
    },
    "span": {
        "each-round": "distances are measured by the range of places of the round",
        "first-round": "distances are measured by the range of places at the start",
    },
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the challenge model; ``CHOICES`` says what each word means.

    Parameters
    ----------
    chance : str
        The denominator of the probability that i's side wins against j's: ``pair`` (Scholz,
        Calbert and Smith 2011, eq. 31) or ``all-pairs`` (their programme as it is known from its
        port to Python; the votes there are bent by each voter's risk, and the chances of the two
        do not add up to 1).
    conflict : str
        ``stands`` (Bueno de Mesquita 1997, p. 244: the outcome is uncertain) or ``loser-moves``
        (Bueno de Mesquita 1984; Scholz et al. 2011, fig. 6).
    offer : str
        Which of several offers an actor takes: ``enforceable`` (highest expected utility of the
        one who makes it, then least move), ``least-move``, or ``code-order`` (of the programme;
        there a condition that cannot be met shuts capitulation out).
    other_risk : str
        Whose exponent enters what the other expects: ``theirs`` (the paper) or ``own`` (the
        programme).
    risk : str
        ``1985`` (Bueno de Mesquita 1985, as used by Scholz et al. 2011, eq. 34), ``1997`` (the
        form with reversed indices that Scholz et al. reject because it leaves its range; read
        here as the sum of what the actor expects from its own challenges, between the extremes
        of the sums of the 1985 form, and cut at the ends of the range) or ``none``.
    q : float
        The chance, 0 to 1, that nothing changes if nobody challenges. Scholz et al. chose 1.
    otherwise : str
        What an actor that does not challenge expects with chance 1 - q: that the other moves to
        the ``median``, for better or worse (the paper), or nothing, the term being ``left-out``
        (the programme). With q = 1 it makes no difference.
    span : str
        ``each-round`` (the paper) or ``first-round`` (the programme).

    Raises
    ------
    InputError
        If a word is not among the choices or ``q`` not between 0 and 1.
    """

    chance: str = "pair"
    conflict: str = "stands"
    offer: str = "enforceable"
    other_risk: str = "theirs"
    risk: str = "1985"
    q: float = 1.0
    otherwise: str = "median"
    span: str = "each-round"

    def __post_init__(self) -> None:
        for name, words in CHOICES.items():
            if getattr(self, name) not in words:
                raise InputError(
                    f"the choice {name!r} of the challenge model cannot be "
                    f"{getattr(self, name)!r}; it is one of {', '.join(words)}"
                )
        if not 0 <= self.q <= 1:
            raise InputError(f"q is a probability between 0 and 1; got {self.q!r}")

    def to_data(self) -> dict[str, str | float]:
        """The choices by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


#: The paper: Scholz, Calbert and Smith 2011, Appendix, with conflicts that stay open.
SCHOLZ_PAPER = Reading()

#: Their programme, as it was ported to Python from the authors' own code.
SCHOLZ_CODE = Reading(
    "all-pairs", "loser-moves", "code-order", "own", "1985", 1.0, "left-out", "first-round"
)

PRESETS: Mapping[str, Reading] = {"scholz-paper": SCHOLZ_PAPER, "scholz-code": SCHOLZ_CODE}


def reading_of(text: str) -> Reading:
    """A reading from words: a preset, choices laid over it, or both, with commas.

    Raises
    ------
    InputError
        If a word is no preset and no choice.

    Examples
    --------
    >>> reading_of("scholz-paper, q=0.5, conflict=loser-moves").q
    0.5
    >>> reading_of("offer=least-move").offer
    'least-move'
    """
    words = [word.strip() for word in text.split(",") if word.strip()]
    made = SCHOLZ_PAPER
    if words and "=" not in words[0]:
        if words[0] not in PRESETS:
            raise InputError(
                f"no reading of the challenge model is called {words[0]!r}; "
                f"there are {', '.join(PRESETS)}, and choices such as q=0.5"
            )
        made = PRESETS[words.pop(0)]
    changes: dict[str, Any] = {}
    for word in words:
        name, equals, value = (part.strip() for part in word.partition("="))
        if not equals or name not in made.to_data():
            raise InputError(
                f"{word!r} is no choice of the challenge model; "
                f"there are {', '.join(f'{n}=…' for n in made.to_data())}"
            )
        try:
            changes[name] = float(value) if name == "q" else value
        except ValueError:
            raise InputError(f"q is a probability between 0 and 1; got {value!r}") from None
    return replace(made, **changes)


def single_switches(reading: Reading) -> dict[str, Reading]:
    """The readings that differ from one in a single choice, by the choice as it is written.

    What happens otherwise is no choice while q is 1: it then never happens.

    Examples
    --------
    >>> list(single_switches(SCHOLZ_PAPER))[:3]
    ['chance=all-pairs', 'conflict=loser-moves', 'offer=least-move']
    """
    made: dict[str, Reading] = {}
    for field in fields(reading):
        if field.name == "otherwise" and reading.q == 1:
            continue
        now = getattr(reading, field.name)
        others: list[Any] = list(CHOICES.get(field.name, ())) or [1.0, 0.7, 0.5]
        for other in others:
            if other != now:
                written = f"{other:g}" if field.name == "q" else other
                made[f"{field.name}={written}"] = replace(reading, **{field.name: other})
    return made
