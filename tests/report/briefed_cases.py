"""Cases for the tests of the whole briefing: one with everything in it, one with nothing."""

from __future__ import annotations

from typing import Any

from detente.case.case import Case

#: What must never become markup, wherever in a case it stands.
HOSTILE = '<img src=x onerror=alert(1)>"&\u202e'


def harbour(**more: Any) -> Case:
    """Two towns and a ferry line: every section of a case has an entry."""
    sections: dict[str, Any] = {
        "title": "Harbour talks",
        "as_of": "2024-03-04",
        "summary": "Two towns share 1 harbour.",
        "parties": [
            {"id": "lowmark", "name": "Lowmark", "influence": {"low": 40, "high": 60},
             "veto": True, "alternative": {"text": "Wait", "points": {"low": 20, "high": 40}},
             "interests": [{"text": "Tolls of 5 crowns", "evidence": ["memo"]}],
             "evidence": ["memo"]},
            {"id": "vesland", "name": "Vesland", "influence": 50, "veto": True,
             "alternative": {"points": 45}},
            {"id": "broker", "name": "Broker", "role": "mediator", "influence": 30},
        ],
        "issues": [
            {"id": "strait", "name": "The strait", "ends": {"low": "shut", "high": "open"},
             "options": [{"id": "shut", "name": "Shut", "at": 0},
                         {"id": "half", "name": "Half open", "at": {"low": 40, "high": 60}},
                         {"id": "open", "name": "Open", "at": 100}], "evidence": ["survey"]},
            {"id": "tolls", "name": "Tolls",
             "options": [{"id": "no-tolls", "name": "None", "at": 0},
                         {"id": "some", "name": "Some", "at": 50},
                         {"id": "high", "name": "High", "at": 100}]},
        ],
        "positions": [
            {"party": "lowmark", "issue": "strait", "at": {"low": 70, "mode": 90, "high": 100},
             "salience": 60, "evidence": ["memo", "survey"]},
            {"party": "lowmark", "issue": "tolls", "at": 80, "salience": 40, "text": "5 crowns"},
            {"party": "vesland", "issue": "strait", "at": 10, "salience": {"mean": 50, "sd": 5}},
            {"party": "vesland", "issue": "tolls", "option": "no-tolls", "salience": 50,
             "draft": True, "basis": "judgement of the desk"},
            {"party": "broker", "issue": "strait", "at": 50, "salience": 70},
        ],
        "red_lines": [
            {"kind": "forbid", "id": "not-shut", "party": "lowmark", "issue": "strait",
             "options": ["shut"], "evidence": ["memo"]},
            {"kind": "forbid", "id": "not-high", "party": "vesland", "issue": "tolls", "above": 60},
            {"kind": "floor", "id": "thirty", "party": "vesland", "points": 30},
        ],
        "levers": [
            {"id": "pilots", "name": "Pilots", "giver": "broker", "receiver": "vesland",
             "effects": {"vesland": {"low": 10, "high": 20}}, "cost": 3, "evidence": ["survey"]},
            {"id": "loan", "name": "Loan", "kind": "transfer", "giver": "broker", "cost": 1,
             "cap": 20, "effects": {"vesland": 1, "lowmark": 1}},
        ],
        "moves": [
            {"id": "reopen", "party": "lowmark", "name": "Reopen", "now": False},
            {"id": "dredge", "party": "vesland", "name": "Dredge", "now": True},
        ],
        "preferences": [
            {"party": "lowmark", "statements": ["not dredge", "reopen"]},
            {"party": "vesland", "statements": ["reopen", "dredge"]},
        ],
        "status_quo": {"issues": {"strait": "shut", "tolls": 20}, "moves": ["dredge"]},
        "attempts": [{"name": "The talks of 1998", "date": 1998}],
        "evidence": [
            {"id": "memo", "title": "Memo 12", "date": "2024-02", "quote": "5 crowns a ship",
             "reliability": "B", "credibility": 2},
            {"id": "survey", "kind": "judgement", "title": "Survey", "url": "https://example.org/7"},
        ],
        "questions": [{"text": "Who pays the 3 pilots?", "about": "levers.pilots"},
                      {"text": "Since when?", "about": "as_of"},
                      {"text": "Settled?", "answered": True}],
    }  # fmt: skip
    return Case.model_validate(sections | more)


def hostile() -> Case:
    """The harbour with every text an attempt to become markup."""

    def spoilt(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {k: spoilt(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [spoilt(v, key) for v in value]
        return value + HOSTILE if isinstance(value, str) and key in _TEXTS else value

    return Case.model_validate(spoilt(harbour().model_dump(mode="json", exclude_none=True)))


_TEXTS = frozenset("title summary name text basis quote outcome low high publisher url".split())


def empty() -> Case:
    """A case with a title and nothing else."""
    return Case.model_validate({"title": "Nothing yet"})
