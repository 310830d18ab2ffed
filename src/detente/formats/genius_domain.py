"""The outcome space of a Genius domain: issues in Genius's order, with their values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.errors import InputError
from detente.formats.bounded import MOST_OPTIONS, exact, name_of
from detente.formats.xml_tree import Element


@dataclass(frozen=True)
class DomainIssue:
    """An issue as Genius has it: its number, its values as texts, and how they are meant."""

    index: int
    name: str
    kind: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Agent:
    """Who takes part by the domain file: a name and the profile's file."""

    name: str
    profile: str


def read_domain(root: Element, name: str) -> tuple[DomainIssue, ...]:
    """The issues of a ``negotiation_template`` or of a profile's ``utility_space``.

    Nested objectives come first, then the issues of a level, as Genius walks them.

    Raises
    ------
    InputError
        If there is no objective, an issue is real-valued, or two values are the same.
    """
    space = root.first("utility_space") if root.tag == "negotiation_template" else root
    top = None if space is None else space.first("objective")
    if top is None:
        raise InputError(f"{name}: no <objective>, so this is no Genius domain or profile")
    issues = tuple(_issue(element, name) for element in walk_issues(top))
    if not issues:
        raise InputError(f"{name}: no <issue>, so there is nothing to negotiate")
    return issues


def read_agents(root: Element) -> tuple[Agent, ...]:
    """The agents of a domain file that name a profile; none where it holds placeholders."""
    named = [
        Agent(e.attributes.get("name", "").strip(), e.attributes.get("utility_space", "").strip())
        for e in root.all("agent")
    ]
    return tuple(agent for agent in named if agent.name and agent.profile)


def walk_issues(objective: Element) -> Iterator[Element]:
    """Issue elements in Genius's order."""
    for inner in objective.all("objective"):
        yield from walk_issues(inner)
    yield from objective.all("issue")


def index_of(element: Element, where: str) -> int:
    """The number of an issue or a weight."""
    number = exact(element.attributes.get("index", ""), f"{where}: the index of <{element.tag}>")
    if number.denominator != 1:
        raise InputError(f"{where}: an index of <{element.tag}> is no whole number")
    return int(number)


def kind_of(element: Element) -> str:
    """``discrete``, ``integer`` or ``real``; an element that says nothing is discrete."""
    return element.attributes.get("type", "discrete").strip().lower()


def _issue(element: Element, name: str) -> DomainIssue:
    index = index_of(element, name)
    issue = name_of(element.attributes.get("name"), f"{name}: issue {index}")
    kind = kind_of(element)
    if kind == "discrete":
        # An item without a value has no name to be told by; Genius would not evaluate it either.
        values = [
            name_of(item.attributes.get("value"), f"{name}: an option of {issue!r}")
            for item in element.all("item")
        ]
        # A value that stands twice is one outcome.
        values = list(dict.fromkeys(values))
    elif kind == "integer":
        low, high = bounds_of(element, f"{name}: {issue!r}")
        if high - low >= MOST_OPTIONS:
            raise InputError(f"{name}: {issue!r} has {high - low + 1:,} values; {MOST_OPTIONS} fit")
        values = [str(value) for value in range(low, high + 1)]
    else:
        raise InputError(
            f"{name}: {issue!r} is {kind}-valued; a case needs options, so only discrete and "
            "integer issues are read"
        )
    if not values:
        raise InputError(f"{name}: {issue!r} has no options")
    return DomainIssue(index, issue, kind, tuple(values))


def bounds_of(element: Element, where: str) -> tuple[int, int]:
    """The bounds of an integer issue, also where a <range> states them."""
    inner = element.first("range")
    numbers = []
    for key in ("lowerbound", "upperbound"):
        given = element.attributes.get(key) or (inner.attributes.get(key) if inner else None)
        number = exact(given or "", f"{where}: its {key}")
        if number.denominator != 1:
            raise InputError(f"{where}: its {key} is no whole number")
        numbers.append(int(number))
    if numbers[0] > numbers[1]:
        raise InputError(f"{where}: its lower bound is above its upper bound")
    return numbers[0], numbers[1]
