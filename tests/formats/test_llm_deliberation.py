"""Scored games of LLM-Deliberation, from a small game of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.case.case import Case
from detente.errors import InputError
from detente.formats.registry import load_any
from tests.formats.enumerated import deals_by_the_rule, deals_of_all
from tests.formats.genius_files import write_files

CONFIG = """Port Authority,port,p1,greedy,model
Ministry of Fish,ministry,p2,cooperative,model
Divers,divers,player,cooperative,model
"""
INSTRUCTIONS = """The "Port Authority" wants a new pier.

Issue A: "Length"
How far the pier reaches.
A1 "short": no ship of size can land.
A2 "long": two can.
=======
- Issue B: Money. Who pays.
    - B1: The port pays ==> the fee rises
    - B2: "Ministry" pays half.
    - B3: "Nobody": it is a gift.
"""
SCORES = {
    "port.txt": "0, 60\n0, 20, 40\n50",
    "ministry.txt": "10, 0\n90, 30, 0 \n30\n",
    "divers.txt": "70,0\n10,0,30\n\n40\n",
}


def game(folder: Path, **files: str) -> Path:
    write_files(
        folder,
        {
            "config.txt": files.pop("config", CONFIG),
            "global_instructions.txt": files.pop("instructions", INSTRUCTIONS),
            "initial_deal.txt": "A2,B3\n",
        },
    )
    write_files(folder / "scores_files", {**SCORES, **{f"{k}.txt": v for k, v in files.items()}})
    return folder


def load(folder: Path, **files: str) -> Case:
    return load_any(game(folder, **files))


def test_scores_thresholds_names_and_rule(tmp_path: Path) -> None:
    case = load(tmp_path / "pier")
    assert case.title == "pier"
    assert case.summary == 'The "Port Authority" wants a new pier.'
    assert [(p.id, p.name) for p in case.parties] == [
        ("port", "Port Authority"),
        ("ministry", "Ministry of Fish"),
        ("divers", "Divers"),
    ]
    assert [
        p.alternative.points.central for p in case.parties if p.alternative and p.alternative.points
    ] == [
        50,
        30,
        40,
    ]
    assert [(i.id, i.name) for i in case.issues] == [("A", "Length"), ("B", "Money")]
    assert [(o.id, o.name) for i in case.issues for o in i.options] == [
        ("A1", "short"),
        ("A2", "long"),
        ("B1", "The port pays"),
        ("B2", '"Ministry" pays half'),
        ("B3", "Nobody"),
    ]
    assert "How far the pier reaches." in (case.issues[0].note or "")
    assert case.vetoes == ("port", "ministry")
    assert case.acceptance is not None
    assert case.acceptance.quorum == 2
    assert case.parties[0].note == "Opens with A2,B3."
    assert case.parties[1].note is None


def test_acceptable_deals(tmp_path: Path) -> None:
    # By hand: the port takes A2 with anything; the ministry needs B1 or B2; the divers need A1.
    case = load(tmp_path)
    assert deals_of_all(case) == 0
    assert deals_by_the_rule(case) == 2


def test_without_instructions_the_letters_are_the_names(tmp_path: Path) -> None:
    case = load(tmp_path, instructions="")
    assert [(i.name, [o.name for o in i.options]) for i in case.issues] == [
        ("A", ["A1", "A2"]),
        ("B", ["B1", "B2", "B3"]),
    ]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"divers": "70,0,1\n10,0,30\n40"}, "the scores of divers have other numbers"),
        ({"divers": "70,0\n10,0,30"}, "a last one with the threshold"),
        ({"divers": "70,zero\n10,0,30\n40"}, "line 1: a score is 'zero'"),
        ({"divers": "70,nan\n10,0,30\n40"}, "'nan', which is no number"),
        ({"config": "Port,port\n"}, "line 1 needs a name, a file and a role"),
        ({"config": "Port,../../secret,p1\n"}, "is no name of a file"),
        ({"config": "Port,port,p1\nPort,port,p2\n"}, "each with a file of its own"),
        ({"config": "\n"}, "parties are needed"),
        ({"config": "Port,absent,p1\n"}, "cannot be read"),
        (
            {"instructions": INSTRUCTIONS.replace("A2 ", "A4 ")},
            "describe A1, A4, and the scores have 2 options for issue A",
        ),
        (
            {"instructions": INSTRUCTIONS + "    - B4: Somebody\n"},
            "describe B1, B2, B3, B4, and the scores have 3 options for issue B",
        ),
    ],
)
def test_what_is_refused_and_why(tmp_path: Path, files: dict[str, str], reason: str) -> None:
    with pytest.raises(InputError) as caught:
        load(tmp_path, **files)
    assert reason in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_a_file_of_a_game_points_to_its_folder(tmp_path: Path) -> None:
    game(tmp_path)
    with pytest.raises(InputError, match=f"its folder {tmp_path} is"):
        load_any(tmp_path / "scores_files/port.txt")
