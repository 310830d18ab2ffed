"""KTAB's spatial model as XML."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from detente.case.case import Case
from detente.errors import BadCase, InputError, MissingExtra
from detente.formats.actors_on_issues import Actor, Question, build_case
from detente.formats.bounded import exact
from detente.formats.ktab import HUNDRED
from detente.formats.opened import head_of, read_text
from detente.formats.registry import format

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: Parts of a scenario that say how a model runs or what it starts from, not what the case is.
_LEFT_OUT = ("ModelParameters", "IdealAdjustment", "prngSeed")


@format(
    name="ktab-xml",
    suffixes=(".xml",),
    what="KTAB scenario as XML: capability, and position and salience on each dimension",
    source="KAPSARC Toolkit for Behavioral Analysis, smpSchema.xsd",
)
class KtabXml:
    """A Scenario with Dimensions and Actors; an empty coordinate is an unknown position."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """Whether the file begins with a Scenario that has dimensions."""
        head = head_of(path) if path.is_file() else ""
        return "<Scenario" in head and "<dName>" in head

    @staticmethod
    def load(path: Path) -> Case:
        """The case of a scenario; what is left out of it is named in the citation."""
        return _load(path)

    save = None


def _load(path: Path) -> Case:
    root = _parsed(path)
    if root.tag != "Scenario":
        raise InputError(f"{path}: the outermost element must be Scenario, not {root.tag[:40]}")
    dimensions = [(d.text or "").strip() for d in root.findall("Dimensions/dName")]
    faults: list[str] = []
    actors: list[Actor] = []
    for number, element in enumerate(root.findall("Actors/Actor"), start=1):
        name = (element.findtext("name") or "").strip()
        where = f"actor {number} ({name})" if name else f"actor {number}"
        if not name:
            faults.append(f"{where} has no name")
            continue
        try:
            power = _number(element.find("capability"), f"{where}: capability")
            at = [_number(e, f"{where}: dCoord") for e in element.findall("Position/dCoord")]
            weight = [_number(e, f"{where}: dSal") for e in element.findall("Salience/dSal")]
        except InputError as error:
            faults.append(str(error))
            continue
        if len(at) != len(dimensions) or len(weight) != len(dimensions):
            faults.append(
                f"{where}: {len(dimensions)} dimensions need as many dCoord and dSal, "
                f"not {len(at)} and {len(weight)}"
            )
            continue
        long_name = (element.findtext("description") or "").strip() or None
        pairs = tuple(zip(at, weight, strict=True))
        actors.append(Actor(name, power, pairs, full_name=long_name))
    names = [a.name for a in actors]
    faults += [
        f"two actors are called {name}" for name in dict.fromkeys(names) if names.count(name) > 1
    ]
    if faults:
        raise BadCase(str(path), faults)
    left_out = [tag for tag in _LEFT_OUT if root.find(tag) is not None]
    return build_case(
        path,
        title=(root.findtext("name") or "").strip() or path.stem,
        summary=(root.findtext("desc") or "").strip() or None,
        actors=actors,
        issues=[Question(name, HUNDRED) for name in dimensions],
        power_word="capability",
        salience=HUNDRED,
        note=f"Not taken over: {', '.join(left_out)}" if left_out else None,
    )


def _parsed(path: Path) -> Element:
    try:
        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring
    except ImportError:
        raise MissingExtra("defusedxml", "formats", "reading XML") from None
    text = read_text(path, western=True)
    try:
        root: Element = fromstring(text.encode(), forbid_dtd=True)
    except DefusedXmlException:
        raise InputError(f"{path}: declares a document type or entities; take them out") from None
    except (ParseError, ValueError, RecursionError) as error:
        raise InputError(f"{path}: not XML: {' '.join(str(error).split())[:120]}") from None
    return root


def _number(element: Element | None, where: str) -> Fraction | None:
    word = (element.text or "").strip() if element is not None else ""
    return exact(word, where) if word else None
