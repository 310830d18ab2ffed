"""LLM-Deliberation: scorable games of six or seven parties, a folder each.

A party's line of scores for an issue is its points for the options; its last line is the
threshold that a deal must reach, its alternative to agreement. The parties with the roles ``p1``
and ``p2`` have vetoes, and all but one of the parties must accept (``quorum``: n - 1); who asks
for unanimity reads the thresholds alone. Scores are whole numbers, so comparisons are exact; a
deal worth just the threshold is acceptable.

Names of issues and options come from the instructions (``Issue A: "..."``, ``A1 ...``), their
ids are the game's own letters and numbers. The opening deal stands in the note of ``p1``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from detente.case.case import Case
from detente.errors import InputError
from detente.formats.additive import AdditiveIssue, AdditiveParty, additive_case
from detente.formats.bounded import MOST_OPTIONS, exact, name_of
from detente.formats.game_instructions import Described, read_instructions
from detente.formats.opened import read_text
from detente.formats.registry import format
from detente.formats.slugs import slugs

_CONFIG, _SCORES = "config.txt", "scores_files"
_INSTRUCTIONS, _OPENING = "global_instructions.txt", "initial_deal.txt"
_VETO = ("p1", "p2")
_MOST_PARTIES = 200
_MOST_ISSUES = 26


@dataclass(frozen=True)
class _Player:
    name: str
    file: str
    role: str


@format(
    name="llm-deliberation",
    suffixes=("",),
    what="LLM-Deliberation game: a folder with config.txt and scores_files",
    source="S. Abdelnabi et al., LLM-Deliberation (2023): games_descriptions",
)
class LLMDeliberation:
    """Folders with the two."""

    @staticmethod
    def sniff(path: Path) -> bool:
        """True for the folder of a game."""
        return (path / _CONFIG).is_file() and (path / _SCORES).is_dir()

    @staticmethod
    def load(path: Path) -> Case:
        """The case of a game's folder."""
        players = _players(path / _CONFIG)
        tables = [_scores(path / _SCORES / f"{player.file}.txt") for player in players]
        shape = [len(line) for line in tables[0][:-1]]
        for player, table in zip(players, tables, strict=True):
            if [len(line) for line in table[:-1]] != shape:
                raise InputError(
                    f"{path}: the scores of {player.file} have other numbers of options than "
                    f"those of {players[0].file}"
                )
        ids = slugs([player.file for player in players], "party")
        described = read_instructions(_optional(path / _INSTRUCTIONS))
        opening = _optional(path / _OPENING).strip()
        parties = [
            AdditiveParty(
                player.name,
                tuple(tuple(line) for line in table[:-1]),
                f"{_SCORES}/{player.file}.txt",
                alternative=table[-1][0],
                note=f"Opens with {opening}." if opening and player.role == "p1" else None,
                id=id_,
            )
            for player, table, id_ in zip(players, tables, ids, strict=True)
        ]
        return additive_case(
            str(path),
            path.resolve().name,
            _issues(shape, described, str(path)),
            parties,
            kind="LLM-Deliberation scores",
            summary=described.opening or None,
            more=_acceptance(players, ids),
        )

    save = None


def _acceptance(players: list[_Player], ids: tuple[str, ...]) -> dict[str, Any]:
    vetoes = [id_ for p, id_ in zip(players, ids, strict=True) if p.role in _VETO]
    return {
        "acceptance": {
            "vetoes": vetoes,
            "quorum": max(1, len(players) - 1),
            "basis": "rule of the game: p1 and p2 have vetoes, and all but one must accept",
        }
    }


def _optional(path: Path) -> str:
    return read_text(path) if path.is_file() else ""


def _players(path: Path) -> list[_Player]:
    players = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split(",")]
        if len(cells) < 3:
            raise InputError(f"{path}: line {number} needs a name, a file and a role")
        name = name_of(cells[0], f"{path}: line {number}")
        file = name_of(cells[1], f"{path}: line {number}: the file")
        if not file.replace("_", "a").replace("-", "a").isalnum():
            raise InputError(f"{path}: line {number}: {file[:60]!r} is no name of a file")
        players.append(_Player(name, file, cells[2].lower()))
        if len(players) > _MOST_PARTIES:
            raise InputError(f"{path}: more than {_MOST_PARTIES} parties")
    files = [player.file for player in players]
    if not players or len(set(files)) < len(files):
        raise InputError(f"{path}: parties are needed, each with a file of its own")
    return players


def _scores(path: Path) -> list[list[Fraction]]:
    """Lines of points, then a line of one number: the threshold."""
    rows = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if line.strip():
            cells = line.strip().rstrip(",").split(",", MOST_OPTIONS)
            if len(cells) > MOST_OPTIONS:
                raise InputError(f"{path}: line {number} has more than {MOST_OPTIONS:,} scores")
            rows.append([exact(cell, f"{path}: line {number}: a score") for cell in cells])
            if len(rows) > _MOST_ISSUES + 1:
                raise InputError(f"{path}: more than {_MOST_ISSUES} issues, and letters name them")
    if len(rows) < 2 or len(rows[-1]) != 1:
        raise InputError(f"{path}: a line for each issue and a last one with the threshold belong")
    return rows


def _issues(shape: list[int], described: Described, name: str) -> list[AdditiveIssue]:
    made = []
    for place, count in enumerate(shape):
        letter = chr(ord("A") + place)
        codes = tuple(f"{letter}{number}" for number in range(1, count + 1))
        issue = described.issues.get(letter)
        if issue is None:
            made.append(AdditiveIssue(letter, codes, letter, codes))
            continue
        named = [issue.options.get(number) for number in range(1, count + 1)]
        if issue.options and (None in named or len(issue.options) != count):
            raise InputError(
                f"{name}: the instructions describe {_listed(letter, issue.options)}, and the "
                f"scores have {count} options for issue {letter}"
            )
        options = tuple(n or code for n, code in zip(named, codes, strict=True))
        made.append(AdditiveIssue(issue.name, options, letter, codes, issue.note or None))
    return made


def _listed(letter: str, options: Mapping[int, str]) -> str:
    return ", ".join(f"{letter}{number}" for number in sorted(options))
