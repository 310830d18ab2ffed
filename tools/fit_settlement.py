"""Fit the distribution of settlements and write ``src/detente/maths/pressure/settlement.json``.

    python tools/fit_settlement.py DATA [--out FILE] [--date YYYY-MM-DD]

DATA is a table of resolved issues that ``detente backtest`` reads. The same table gives the same
file; its date is the day on which the coefficients last changed. The scores in it are those of
``detente backtest DATA``: never of issues that a model was fitted to.
"""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from detente.backtest.evaluate import evaluate
from detente.backtest.point_methods import COMPROMISE
from detente.backtest.resolved import ResolvedIssues, read_resolved
from detente.backtest.scored import LEVELS, Backtest
from detente.maths.pressure.settlement import COEFFICIENTS, SettlementModel, from_json, to_json
from detente.maths.pressure.settlement_fit import fit_settlement

COMMAND = "python tools/fit_settlement.py DATA"
#: What the tables are, by the hash of their bytes.
POPULATIONS = {
    "3fbb9606abec": "controversial issues of legislative proposals of the European Union, "
    "introduced 1996 to 2018, on which the Council or Parliament decided; DEU III, Arregui and "
    "Perarnaud 2021, doi:10.34810/data53",
}


def fitted(issues: ResolvedIssues) -> SettlementModel:
    """The model of all issues, without provenance."""
    return fit_settlement(
        issues.position,
        issues.weight,
        issues.outcome,
        reference=issues.reference,
        procedure=issues.procedure,
    )


def provenance(issues: ResolvedIssues, found: Backtest, day: str) -> dict[str, Any]:
    """What the model was fitted on, when and how, and how good it was on other issues."""
    scored = found["settlement"]
    assert scored.chances is not None
    assert scored.against is not None

    def difference(given: Any) -> dict[str, float]:
        return {name: round(value, 3) for name, value in given._asdict().items()}

    return {
        "population": POPULATIONS.get(issues.digest[:12], f"the issues of {issues.source}"),
        "sha256": issues.digest,
        "issues": len(issues),
        "groups": found.groups,
        "fitted": day,
        "command": COMMAND,
        "cross_validation": {
            "folds": found.folds,
            "repeats": found.repeats,
            "seed": found.seed,
            "split_by": "group (proposal)",
            "mae_of_median": round(scored.mae, 3),
            f"mae_against_{COMPROMISE}": difference(scored.against),
            "crps": round(scored.crps, 3),
            "log_score": round(scored.chances.log_score, 3),
            "coverage": {
                str(level): round(share, 3)
                for level, share in zip(LEVELS, scored.chances.coverage, strict=True)
            },
            "width": {
                str(level): round(width, 2)
                for level, width in zip(LEVELS, scored.chances.width, strict=True)
            },
            "crps_against": {
                name: difference(given)
                for name, given in scored.chances.against.items()
                if given is not None
            },
        },
    }


def day_of(model: SettlementModel, issues: ResolvedIssues, out: Path, today: str) -> str:
    """The day in the file if it holds the same model of the same table already, else today."""
    if not out.exists():
        return today
    old = from_json(out.read_text(encoding="utf-8"))
    same = replace(old, provenance={}) == model
    kept = old.provenance.get("fitted", today)
    return str(kept) if same and old.provenance.get("sha256") == issues.digest else today


def main() -> None:
    """Write the coefficients."""
    parser = argparse.ArgumentParser(description="fit the distribution of settlements")
    parser.add_argument("data", type=Path, help="a table of resolved issues")
    parser.add_argument("--out", type=Path, default=COEFFICIENTS)
    parser.add_argument("--date", default=dt.date.today().isoformat())
    options = parser.parse_args()
    issues = read_resolved(options.data)
    model = fitted(issues)
    found = evaluate(issues, ["settlement"])
    day = day_of(model, issues, options.out, options.date)
    told = provenance(issues, found, day)
    options.out.write_bytes(to_json(replace(model, provenance=told)).encode())
    print(f"{options.out}: fitted to {len(issues)} issues, CRPS {found['settlement'].crps:.3f}")


if __name__ == "__main__":
    main()
