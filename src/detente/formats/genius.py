"""Genius: domains and additive profiles (XML), read with Genius's own semantics.

A folder is read as its domain with every plain profile beside it, one party a profile. Profiles
of the kind ``UNCERTAIN``, which repeat a plain one with a reservation, are left out where there
are plain ones, and the case's summary names them; ``FOLDER#NAME,NAME`` reads the profiles of
these names instead. A profile's file is read as its domain with this one party, a domain's file
as its folder.

An outcome is acceptable to a party if its utility is at least the reservation. Both are held as
points (100 x utility), exactly where nine decimals of a point suffice, else with the utilities
rounded up and the reservation down: a tie is acceptable. Genius adds in binary floating point,
so at a tie it may decide either way by 1e-15; nothing that it accepts otherwise is lost here.
See :mod:`detente.formats.genius_profile` for the evaluators.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from detente.case.case import Case
from detente.errors import InputError
from detente.formats.additive import AdditiveIssue, AdditiveParty, additive_case
from detente.formats.bounded import files_of, name_of, refuse_large
from detente.formats.genius_domain import Agent, DomainIssue, read_agents, read_domain
from detente.formats.genius_profile import is_uncertain, read_profile, refuse_other_kinds
from detente.formats.genius_writing import save_genius
from detente.formats.part_of_path import part_of_path
from detente.formats.registry import format
from detente.formats.xml_tree import Element, read_xml, root_tag

_SUFFIXES = (".xml",)
_DOMAIN, _PROFILE = "negotiation_template", "utility_space"


def load_genius(domain: Path | None, profiles: Sequence[Path]) -> Case:
    """A domain with the profiles chosen; without a domain file, the first profile's issues.

    Raises
    ------
    InputError
        If a file cannot be read, is not additive or does not fit the domain.
    MissingExtra
        If defusedxml is not installed.
    """
    roots = [(path, read_xml(path)) for path in profiles]
    return _case(domain, roots, ())


@format(
    name="genius",
    suffixes=(".xml", ""),
    writes=("",),
    what="Genius domain and additive profiles (XML): a folder, FOLDER#PROFILE,PROFILE, one file",
    source="Genius 10.4 (TU Delft): AdditiveUtilitySpace and its evaluators",
)
class Genius:
    """Folders and files whose XML begins with a negotiation template or a utility space."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """True for such a file, and for a folder that holds one."""
        path, _ = part_of_path(path)
        files = files_of(path, _SUFFIXES) if path.is_dir() else [path]
        return any(root_tag(file) in {_DOMAIN, _PROFILE} for file in files)

    @staticmethod
    def load(path: Path) -> Case:
        """The case of a folder, of a choice of its profiles, or of one file."""
        path, named = part_of_path(path)
        if path.is_dir():
            return _load_folder(path, None, named)
        tag = root_tag(path)
        if tag == _DOMAIN:
            return _load_folder(path.parent, path, named)
        beside = [file for file in files_of(path.parent, _SUFFIXES) if root_tag(file) == _DOMAIN]
        if len(beside) > 1:
            raise InputError(f"{path}: {len(beside)} domains stand beside it; keep its own")
        return _case(beside[0] if beside else None, [(path, read_xml(path))], ())

    save = staticmethod(save_genius)


def _load_folder(folder: Path, domain: Path | None, named: Sequence[str]) -> Case:
    files = files_of(folder, _SUFFIXES)
    refuse_large(folder, files)
    tags = {file: root_tag(file) for file in files}
    domains = [file for file in files if tags[file] == _DOMAIN]
    if domain is None and len(domains) != 1:
        names = ", ".join(file.name for file in domains) or "none"
        raise InputError(f"{folder}: one domain file is needed, and found: {names}")
    profiles = [file for file in files if tags[file] == _PROFILE]
    if named:
        by_stem = {file.stem: file for file in profiles}
        unknown = [name for name in named if name not in by_stem]
        if unknown:
            raise InputError(
                f"{folder}: no profile {unknown[0]!r}; there are {', '.join(sorted(by_stem))}"
            )
        return load_genius(domain or domains[0], [by_stem[name] for name in named])
    roots = [(file, read_xml(file)) for file in profiles]
    plain = [(file, root) for file, root in roots if not is_uncertain(root)]
    left_out = [file.stem for file, root in roots if is_uncertain(root)] if plain else []
    return _case(domain or domains[0], plain or roots, left_out)


def _case(
    domain: Path | None, profiles: Sequence[tuple[Path, Element]], left_out: Sequence[str]
) -> Case:
    """The case; profiles in the order of the domain's agents, else as given."""
    for path, root in profiles:
        if root.tag != _PROFILE:
            raise InputError(f"{path}: begins with <{root.tag[:40]}>, so it is no Genius profile")
        refuse_other_kinds(root, str(path))
    if domain is not None:
        origin, root = domain, read_xml(domain)
    elif profiles:
        origin, root = profiles[0]
    else:
        raise InputError("a Genius case needs a domain or a profile; give one")
    issues = read_domain(root, str(origin))
    agents = {agent.profile: agent for agent in read_agents(root)}
    order = {file: number for number, file in enumerate(agents)}
    profiles = sorted(profiles, key=lambda pair: order.get(pair[0].name, len(order)))
    parties = [_party(path, r, agents, issues) for path, r in profiles]
    summary = f"Read from the Genius domain {origin.stem}"
    if parties:
        summary += f" with the profiles {', '.join(path.stem for path, _ in profiles)}"
    if left_out:
        summary += f"; left out: {', '.join(left_out)}, which are marked as uncertain"
    return additive_case(
        str(origin),
        re.sub(r"(?<=.)[_-](?:domain|template)$", "", origin.stem, flags=re.IGNORECASE),
        [AdditiveIssue(issue.name, issue.values) for issue in issues],
        parties,
        kind="Genius profile",
        summary=f"{summary}.",
    )


def _party(
    path: Path, root: Element, agents: dict[str, Agent], issues: Sequence[DomainIssue]
) -> AdditiveParty:
    name = path.stem
    if path.name in agents:
        name = name_of(agents[path.name].name, f"{path}: the agent of the domain")
    return read_profile(root, str(path), path.name, name, issues)
