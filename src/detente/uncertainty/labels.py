"""What an uncertain number is, in words."""

from __future__ import annotations

from collections.abc import Mapping

from detente.case.case import Case


def label_of(case: Case, steps: tuple[str | int, ...]) -> str:
    """A number of a case in words, from the steps of its path: ``Russia's salience of Territory``.

    Names are the case's own; an id that it does not know stays as it is.
    """
    parties = {p.id: p.name for p in case.parties}
    issues = {i.id: i.name for i in case.issues}
    section, number, last = steps[0], steps[1], str(steps[-1])
    assert isinstance(number, int)
    if section == "positions":
        place = case.positions[number]
        what = "position" if last == "at" else "salience"
        return f"{_of(parties, place.party)} {what} on {issues.get(place.issue, place.issue)}"
    if section == "parties":
        party = case.parties[number]
        what = "influence" if last == "influence" else "alternative to agreement"
        return f"{_of(parties, party.id)} {what}"
    if section == "utilities":
        table = case.utilities[number]
        option = f"{_option(case, table.issue, last)} ({issues.get(table.issue, table.issue)})"
        return f"worth of {option} to {parties.get(table.party, table.party)}"
    if section == "issues":
        issue = case.issues[number].name
        at = steps[3]
        assert isinstance(at, int)
        return f"place of {case.issues[number].options[at].name} ({issue})"
    if section == "red_lines":
        line = case.red_lines[number]
        what = "floor" if last == "points" else f"line {last}"
        return f"{_of(parties, line.party)} {what} in {line.id}"
    if section == "links":
        link = case.links[number]
        return f"what {link.name or link.id} adds for {parties.get(last, last)}"
    if section == "levers":
        lever = case.levers[number]
        if last in ("cost", "cap") and len(steps) == 3:
            return f"{last} of {lever.name}"
        return f"worth of {lever.name} to {parties.get(last, last)}"
    preference = case.preferences[number]
    return f"{_of(parties, preference.party)} utility of '{last}'"


def _of(names: Mapping[str, str], id_: str) -> str:
    name = names.get(id_, id_)
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _option(case: Case, issue_id: str, option_id: str) -> str:
    for issue in case.issues:
        if issue.id == issue_id:
            for option in issue.options:
                if option.id == option_id:
                    return option.name
    return option_id
