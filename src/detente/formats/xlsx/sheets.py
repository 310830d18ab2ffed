"""The sheets of a workbook and their columns: a table of data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from detente.case.citation import Reliability
from detente.case.move import Direction
from detente.case.party import PartyRole
from detente.formats.xlsx.kinds import (
    CHOICE,
    DATE,
    GROUPS,
    NUMBER,
    NUMBERS,
    OF_NUMBERS,
    PAIR,
    PLACE,
    PLAIN,
    TEXT,
    WHOLE,
    WORD,
    WORDS,
    YES_NO,
    Kind,
)


@dataclass(frozen=True)
class Column:
    """A column: its heading, where its data stands in an entry, and what fits.

    ``options`` are all values there are; ``refers`` is the sheet whose first column holds them.
    ``default`` is shown where the entry says nothing, and not taken back. ``holder`` is the path
    of what carries evidence and drafts of its own.
    """

    heading: str
    path: tuple[str, ...]
    kind: Kind
    width: int = 14
    about: str = ""
    options: tuple[str, ...] = ()
    refers: str | None = None
    default: str | None = None
    holder: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, columns, and the headings that tell its rows apart.

    ``always`` says that a new workbook has it even when it is empty. ``entries`` says that its
    rows carry evidence, draft, confidence, basis.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    about: str
    always: bool = True
    entries: bool = True

    def column(self, heading: str) -> Column | None:
        """The column with a heading."""
        return next((c for c in self.columns if c.heading == heading), None)


def _c(heading: str, kind: Kind, width: int = 14, about: str = "", **more: object) -> Column:
    path = more.pop("path", (heading.replace(" ", "_"),))
    assert isinstance(path, tuple)
    holder = more.pop("holder", path if kind in OF_NUMBERS else None)
    return Column(heading, path, kind, width, about, holder=holder, **more)  # type: ignore[arg-type]


EVIDENCE, DRAFT, CONFIDENCE, BASIS, MORE = "evidence", "draft", "confidence", "basis", "more"
ENTRY_COLUMNS = (
    _c(EVIDENCE, TEXT, 18, "ids of the sheet evidence, as e1, e2; for one column: influence: e3"),
    _c(DRAFT, TEXT, 12, "yes, or the columns that nobody has accepted yet, as influence, veto"),
    _c(CONFIDENCE, WORD, 11, "how sure the draft is", options=("high", "medium", "low")),
    _c(BASIS, TEXT, 24, "what it rests on when no document says it, as judgement of ..."),
)
MORE_COLUMN = _c(MORE, TEXT, 10, "what no column holds, as JSON; leave it as it is")

PARTY = _c("party", WORD, 14, "id of a party", refers="parties")
ISSUE = _c("issue", WORD, 14, "id of an issue", refers="issues")


def _id(what: str, width: int = 16) -> Column:
    return _c("id", WORD, width, f"a short name of the {what}: letters, digits, _ and -")


SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "case",
        (_c("field", WORD, 18), _c("value", TEXT, 90)),
        ("field",),
        "what the case is about; one field a row",
        entries=False,
    ),
    Sheet(
        "parties",
        (
            _id("party"),
            _c("name", TEXT, 24),
            _c("role", WORD, 12, options=get_args(PartyRole), default="party"),
            _c("influence", NUMBER, 12, "0 none to 100 the most; empty: unknown"),
            _c("veto", YES_NO, 8, "yes if no deal stands without it", options=("yes", "no")),
            _c(
                "alternative",
                TEXT,
                36,
                "what it has if there is no agreement",
                path=("alternative", "text"),
                holder=("alternative",),
            ),
            _c(
                "alternative points",
                NUMBER,
                12,
                "its worth in the party's own points; 100 is the best package",
                path=("alternative", "points"),
            ),
            _c("spoiler", YES_NO, 9, "yes if it gains from failure", options=("yes", "no")),
            _c("actor", TEXT, 14, "id of the actor in the ledger"),
            _c("note", TEXT, 30),
        ),
        ("id",),
        "who negotiates, mediates, pays, ratifies or watches",
    ),
    Sheet(
        "interests",
        (
            PARTY,
            _c("kind", WORD, 10, options=("interest", "need", "fear")),
            _c("text", TEXT, 70),
        ),
        ("party", "kind", "text"),
        "interests, needs and fears of the parties, one a row",
    ),
    Sheet(
        "issues",
        (
            _id("issue"),
            _c("name", TEXT, 30),
            _c("topic", TEXT, 16),
            _c("low end", TEXT, 20, "what 0 means", path=("ends", "low")),
            _c("high end", TEXT, 20, "what 100 means", path=("ends", "high")),
            _c("unit", TEXT, 10),
            _c("low value", PLAIN, 10, "what 0 is in the unit"),
            _c("high value", PLAIN, 10, "what 100 is in the unit"),
            _c("status quo", PLACE, 12, "where it stands: a place from 0 to 100 or an option"),
            _c("reference point", PLACE, 12, "what holds if the talks fail"),
            _c("note", TEXT, 30),
        ),
        ("id",),
        "what is negotiated: a scale from 0 to 100, or options",
    ),
    Sheet(
        "options",
        (
            ISSUE,
            _id("option"),
            _c("name", TEXT, 36),
            _c("at", NUMBER, 12, "its place on the issue's scale, 0 to 100"),
        ),
        ("issue", "id"),
        "named outcomes of the issues",
    ),
    Sheet(
        "positions",
        (
            PARTY,
            ISSUE,
            _c("at", NUMBER, 12, "place on the scale, 0 to 100; or an option, not both"),
            _c("option", WORD, 14, "id of the option it wants"),
            _c("salience", NUMBER, 12, "how much it cares, 0 to 100"),
            _c("text", TEXT, 50, "the position in words"),
        ),
        ("party", "issue"),
        "where every party stands on every issue",
    ),
    Sheet(
        "utilities",
        (PARTY, ISSUE, _c("option", WORD, 16), _c("value", NUMBER, 12, "in the party's points")),
        ("party", "issue", "option"),
        "what every option is worth to a party; evidence of the table in its first row",
    ),
    Sheet(
        "red_lines",
        (
            _id("red line"),
            PARTY,
            _c("kind", WORD, 10, options=("forbid", "floor", "link")),
            ISSUE,
            _c("options", WORDS, 22, "forbid: these options of the issue"),
            _c("below", NUMBER, 10, "forbid: every place below"),
            _c("above", NUMBER, 10, "forbid: every place above"),
            _c("points", NUMBER, 10, "floor: fewer points than this"),
            _c("when", CHOICE, 24, "link: if the deal has one of these ..."),
            _c("then", CHOICE, 24, "link: ... it must have one of those"),
            _c("text", TEXT, 50),
        ),
        ("id",),
        "what a party will not accept",
    ),
    Sheet(
        "links",
        (
            _c("link", WORD, 16, "a short name of the link"),
            _c("name", TEXT, 24),
            _c("when", PAIR, 36),
            _c("points", NUMBERS, 36),
        ),
        ("link", "when"),
        "options that are worth more, or less, together",
        always=False,
    ),
    Sheet(
        "levers",
        (
            _id("lever"),
            _c("name", TEXT, 30),
            _c("kind", WORD, 11, options=("measure", "transfer"), default="measure"),
            _c("giver", WORD, 14, refers="parties"),
            _c("receiver", WORD, 14, refers="parties"),
            _c("effects", NUMBERS, 30),
            _c("cost", NUMBER, 12),
            _c("cap", NUMBER, 10, "the most units of a transfer"),
            _c("text", TEXT, 50),
        ),
        ("id",),
        "what somebody could add so that a deal becomes acceptable",
    ),
    Sheet(
        "moves",
        (
            _id("move"),
            PARTY,
            _c("name", TEXT, 36),
            _c("direction", WORD, 11, options=get_args(Direction), default="both"),
            _c("now", YES_NO, 8, "yes if it is taken in the status quo", options=("yes", "no")),
        ),
        ("id",),
        "what parties can do alone",
    ),
    Sheet(
        "infeasible",
        (_c("combination", TEXT, 60, "as withdraw and invade"),),
        ("combination",),
        "combinations of moves that cannot be",
        always=False,
        entries=False,
    ),
    Sheet(
        "bans",
        (
            _c("move", WORD, 16, refers="moves"),
            _c("change", WORD, 11, options=get_args(Direction), default="both"),
            _c("when", TEXT, 50, "an expression over moves"),
        ),
        ("move", "change", "when"),
        "changes that are impossible while something holds",
        always=False,
    ),
    Sheet(
        "preferences",
        (
            PARTY,
            _c("kind", WORD, 11, options=("statement", "ranking", "utility", "unknown")),
            _c("rank", WHOLE, 8, "1 is the most important statement, or the best state; ties"),
            _c("state", TEXT, 50, "a statement over moves, or a state: moves taken, - for none"),
            _c("other state", TEXT, 36, "unknown: what it cannot be compared with"),
            _c("value", NUMBER, 12, "utility of the state"),
        ),
        ("party", "kind", "state"),
        "what parties prefer of what may come; evidence in the first row of a party",
    ),
    Sheet(
        "states",
        (_id("state"), _c("name", TEXT, 60)),
        ("id",),
        "states of a conflict drawn as a graph",
        always=False,
        entries=False,
    ),
    Sheet(
        "arcs",
        (
            PARTY,
            _c("source", WORD, 12, refers="states"),
            _c("target", WORD, 12, refers="states"),
        ),
        ("party", "source", "target"),
        "changes of state that one party can bring about",
        always=False,
        entries=False,
    ),
    Sheet(
        "attempts",
        (_c("name", TEXT, 36), _c("date", DATE, 12), _c("outcome", TEXT, 60)),
        ("name", "date"),
        "earlier attempts to settle",
        always=False,
    ),
    Sheet(
        "evidence",
        (
            _id("evidence"),
            _c(
                "kind",
                WORD,
                12,
                options=("document", "source", "judgement"),
                default="source",
            ),
            _c("title", TEXT, 36),
            _c("publisher", TEXT, 20),
            _c("date", DATE, 12),
            _c("url", TEXT, 30),
            _c("document", TEXT, 16, "sha256 of the text"),
            _c("start", WHOLE, 8),
            _c("end", WHOLE, 8),
            _c("quote", TEXT, 60, "the exact words"),
            _c("item", TEXT, 12, "id of the ledger item"),
            _c("reliability", WORD, 10, options=get_args(Reliability)),
            _c("credibility", WHOLE, 10, "1 to 6", options=("1", "2", "3", "4", "5", "6")),
            _c("note", TEXT, 40),
        ),
        ("id",),
        "what the entries rest on",
        entries=False,
    ),
    Sheet(
        "questions",
        (
            _c("text", TEXT, 70),
            _c("about", TEXT, 24),
            _c("answered", YES_NO, 10, options=("yes", "no")),
        ),
        ("text",),
        "what the analyst must find out",
        always=False,
        entries=False,
    ),
    Sheet(
        "log",
        (
            _c("when", TEXT, 22),
            _c("who", TEXT, 18),
            _c("action", WORD, 11),
            _c("path", TEXT, 36),
            _c("note", TEXT, 40),
        ),
        ("when", "who", "path"),
        "who accepted or changed what",
        always=False,
        entries=False,
    ),
)

REST = "rest"
BY_NAME = {sheet.name: sheet for sheet in SHEETS}
#: Fields of the sheet ``case``, with their paths and kinds.
CASE_FIELDS: tuple[tuple[str, tuple[str, ...], Kind, str], ...] = (
    ("title", ("title",), TEXT, "the name of the case"),
    ("as of", ("as_of",), DATE, "the day that the case describes"),
    ("summary", ("summary",), TEXT, ""),
    ("profile", ("profile",), TEXT, ""),
    ("causes", ("causes",), TEXT, ""),
    ("stakeholders", ("stakeholders",), TEXT, ""),
    ("dynamics", ("dynamics",), TEXT, ""),
    ("vetoes", ("acceptance", "vetoes"), WORDS, "parties without whom no deal stands"),
    ("quorum", ("acceptance", "quorum"), WHOLE, "how many voters must accept"),
    ("voters", ("acceptance", "voters"), WORDS, "parties whose acceptance counts"),
    ("ratifiers", ("acceptance", "ratifiers"), GROUPS, "who must accept at home, for a party"),
    ("acceptance evidence", ("acceptance", "evidence"), WORDS, "ids of the sheet evidence"),
    ("moves taken", ("status_quo", "moves"), WORDS, "in the status quo; - for none"),
    ("state", ("status_quo", "state"), WORD, "the status quo in the sheet states"),
    ("status quo evidence", ("status_quo", "evidence"), WORDS, "ids of the sheet evidence"),
    ("schema version", ("schema_version",), WHOLE, "of this form; leave it as it is"),
)


def all_columns(sheet: Sheet) -> tuple[Column, ...]:
    """The columns of a sheet with those that every entry has."""
    more = () if sheet.name == "case" else (MORE_COLUMN,)
    return (*sheet.columns, *(ENTRY_COLUMNS if sheet.entries else ()), *more)
