"""GeniusWeb profiles by GeniusWeb's own rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.errors import InputError
from detente.formats.registry import load_any

DOMAIN = {
    "name": "strait",
    "issuesValues": {
        "Fish": {"values": ["none", "all"]},
        "Tons": {"range": {"low": 12.2, "high": 12.9, "step": 0.3}},
    },
}


def space(**changes: Any) -> dict[str, Any]:
    made = {
        "issueUtilities": {
            "Fish": {"DiscreteValueSetUtilities": {"valueUtilities": {"none": 0.25, "all": 1}}},
            "Tons": {
                "NumberValueSetUtilities": {
                    "lowValue": 12.2,
                    "lowUtility": 1,
                    "highValue": 12.9,
                    "highUtility": 0,
                }
            },
        },
        "issueWeights": {"Fish": 0.6, "Tons": 0.4},
        "domain": DOMAIN,
        "name": "norland",
    }
    return {"LinearAdditiveUtilitySpace": {**made, **changes}}


def load(folder: Path, data: Any) -> Any:
    path = folder / "norland.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data))
    return load_any(path)


def test_utilities_weights_and_ranges(tmp_path: Path) -> None:
    case = load(tmp_path, space())
    assert case.title == "strait"
    assert [o.name for o in case.issues[1].options] == ["12.2", "12.5", "12.8"]
    fish, tons = (list(u.values.values()) for u in case.utilities)
    assert [n.central for n in fish] == [15, 60]
    # 1 - 0.3/0.7 and 1 - 0.6/0.7, each rounded to eight decimals before it is weighed.
    assert [n.central for n in tons] == [40, 22.8571428, 5.7142856]
    assert case.parties[0].alternative is None


def test_older_names_of_the_utilities(tmp_path: Path) -> None:
    text = json.dumps(space()).replace("DiscreteValueSetUtilities", "discreteutils")
    case = load(tmp_path, text.replace("NumberValueSetUtilities", "numberutils"))
    assert case.utilities[0].values["all"].central == 60


def test_the_reservation_is_a_bid(tmp_path: Path) -> None:
    bid = {"issuevalues": {"Fish": "none", "Tons": 12.2}}
    case = load(tmp_path, space(reservationBid=bid))
    assert case.parties[0].alternative.points.central == 55
    part = load(tmp_path, space(reservationBid={"issuevalues": {"Fish": "all"}}))
    assert part.parties[0].alternative.points.central == 60


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            space(issueWeights={"Fish": 0.6, "Tons": 0.5}),
            "its weights miss a sum of 1 by 0.1, which",
        ),
        (space(issueWeights={"Fish": 1}), "its issueWeights and its domain differ about 'Tons'"),
        (space(issueWeights=[0.6, 0.4]), "its issueWeights is a list"),
        (space(issueWeights={"Fish": "0.6", "Tons": 0.4}), "the weight of 'Fish' is a text"),
        (space(issueUtilities={"Fish": {}}), "its issueUtilities and its domain differ"),
        (space(domain=None), "its domain is empty"),
        (space(name=["n"]), "its name is a list"),
        (space(name="n" * 1_001), "a name of 1,001 letters"),
        (space(domain={"issuesValues": {}}), "no issues"),
        (space(reservationBid={"issuevalues": {"Fish": "some"}}), "has no option of 'Fish'"),
        ({"DefaultPartialOrderingUtilitySpace": {}}, "of the kind DefaultPartialOrdering"),
        (json.dumps(space()).replace("0.25", "1.25"), "is 1.25; GeniusWeb asks for 0 to 1"),
        (json.dumps(space()).replace('"none": 0.25, ', ""), "differ about 'none'"),
        (json.dumps(space()).replace("0.25", "NaN"), "NaN is not a number"),
        (json.dumps(space()).replace("0.25", "1e99"), "out of all range"),
        (json.dumps(space()).replace('"all": 1', '"none": 1'), "the key 'none' stands twice"),
        (json.dumps(space()).replace('"step": 0.3', '"step": 0'), "a step above 0"),
        (json.dumps(space()).replace('"step": 0.3', '"step": 1e-9'), "a step above 0"),
        (json.dumps(space()).replace('"highValue": 12.9', '"highValue": 1'), "above its lowValue"),
        (json.dumps(space())[:-1], "not JSON"),
    ],
)
def test_what_is_refused_and_why(tmp_path: Path, data: Any, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        load(tmp_path, data)
    assert reason in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_profiles_of_a_folder_must_be_of_one_domain(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(space()))
    (tmp_path / "b.json").write_text(json.dumps(space(name="southland")))
    (tmp_path / "domain.json").write_text(json.dumps(DOMAIN))
    assert [p.name for p in load_any(tmp_path).parties] == ["norland", "southland"]
    assert load_any(tmp_path / "domain.json") == load_any(tmp_path)
    (tmp_path / "b.json").write_text(json.dumps(space()).replace('"all"', '"most"'))
    with pytest.raises(InputError, match=r"b\.json has other options for 'Fish'"):
        load_any(tmp_path)
    (tmp_path / "b.json").write_text(json.dumps(space()).replace("Fish", "Crab"))
    with pytest.raises(InputError, match=r"b\.json has an issue 'Crab' that others have not"):
        load_any(tmp_path)
