"""Words of frames in which somebody speaks without a plain verb of speech.

Compiled for Détente: adjectives that hold a view (*is confident that*), verbs that carry a noun
of saying (*made an appeal for*), and what introduces words nobody named has said.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.evidence.items import StatementType

# Adjective: type, and the prepositions after which a noun says the same.
ADJECTIVES: Mapping[str, tuple[StatementType, frozenset[str]]] = {
    **dict.fromkeys(
        "confident convinced certain sure hopeful persuaded aware mindful afraid fearful".split(),
        ("opinion", frozenset()),
    ),
    **dict.fromkeys(
        "optimistic pessimistic sceptical skeptical doubtful".split(),
        ("opinion", frozenset(("about", "of"))),
    ),
    **dict.fromkeys(
        "worried concerned alarmed dismayed troubled anxious".split(),
        ("opinion", frozenset(("about", "over", "at", "by"))),
    ),
    **dict.fromkeys("disappointed pleased glad surprised".split(), ("opinion", frozenset())),
    **dict.fromkeys(
        "adamant clear insistent emphatic explicit unequivocal".split(), ("speech", frozenset())
    ),
}
LINKS = frozenset("is are was were am been be remain remains remained 's ’s".split())

# Verbs that lend their tense to a noun of saying; each with its forms.
_CARRIERS = {
    "make": "make makes made making",
    "issue": "issue issues issued issuing",
    "give": "give gives gave given giving",
    "send": "send sends sent sending",
    "offer": "offer offers offered offering",
    "pay": "pay pays paid paying",
    "draw": "draw draws drew drawn drawing",
    "take": "take takes took taken taking",
    "extend": "extend extends extended extending",
    "convey": "convey conveys conveyed conveying",
    "raise": "raise raises raised raising",
    "share": "share shares shared sharing",
    "exchange": "exchange exchanges exchanged exchanging",
    "present": "present presents presented presenting",
    "submit": "submit submits submitted submitting",
    "unveil": "unveil unveils unveiled unveiling",
    "table": "table tables tabled tabling",
    "float": "float floats floated floating",
    "lodge": "lodge lodges lodged lodging",
    "deliver": "deliver delivers delivered delivering",
    "release": "release releases released releasing",
    "publish": "publish publishes published publishing",
    "provide": "provide provides provided providing",
    "cast": "cast casts casting",
    "develop": "develop develops developed developing",
    "draft": "draft drafts drafted drafting",
    "prepare": "prepare prepares prepared preparing",
    "relay": "relay relays relayed relaying",
}
CARRIERS: Mapping[str, str] = {
    form: lemma for lemma, forms in _CARRIERS.items() for form in forms.split()
}
# These may carry any noun of saying whose complement tells what is said.
_SAYING = frozenset(
    """appeal appeals call calls plea pleas warning warnings threat threats promise promises pledge
    pledges vow assurance assurances guarantee guarantees commitment commitments statement
    declaration proposal proposals suggestion suggestions recommendation recommendations request
    requests demand demands ultimatum offer offers apology response reply answer assessment
    announcement case order orders instruction instructions invitation objection objections
    complaint protest reminder denial""".split()
)
CARRIED: Mapping[str, frozenset[str]] = {
    **dict.fromkeys("make issue give send offer deliver lodge provide".split(), _SAYING),
    **dict.fromkeys(
        "develop draft prepare".split(),
        frozenset("proposal proposals recommendation recommendations statement".split()),
    ),
    "pay": frozenset(("tribute",)),
    "draw": frozenset(("attention",)),
    "take": frozenset(("note", "view", "issue")),
    "cast": frozenset(("doubt",)),
}
# These are verbs of saying themselves when such a thing is their object.
_PLANS = frozenset(
    """proposal proposals plan plans roadmap initiative vision idea ideas position positions terms
    framework document list offer demands draft strategy conditions blueprint programme findings
    report recommendations arguments""".split()
)
# Published by somebody, these speak as documents.
PAPERS = frozenset("roadmap report document findings blueprint strategy recommendations".split())
_FEELINGS = frozenset(
    """condolences sympathy sympathies gratitude thanks congratulations greetings wishes regards
    regret regrets apologies appreciation solidarity message concern concerns
    disappointment view views""".split()
)
OBJECTS: Mapping[str, frozenset[str]] = {
    "present": _PLANS,
    "submit": _PLANS,
    "unveil": _PLANS,
    "table": _PLANS,
    "float": _PLANS,
    "release": _PLANS,
    "publish": _PLANS,
    "extend": _FEELINGS,
    "convey": _FEELINGS | _PLANS,
    "relay": _FEELINGS | _PLANS,
    "send": _FEELINGS,
    "offer": _FEELINGS,
    "exchange": frozenset("views opinions greetings wishes ideas congratulations".split()),
    "share": frozenset(
        """view views concern concerns assessment assessments vision belief opinion opinions ideas
        insights details proposal proposals plans review perspective perspectives""".split()
    ),
    "raise": frozenset(
        """concern concerns issue issues question questions objection objections matter topic
        possibility prospect doubts fears case cases""".split()
    ),
}

# What follows a noun of saying and holds its content.
COMPLEMENTS = frozenset("to for of about on over against from regarding concerning".split())

# *Is said to have left*: nobody named says it.
RUMOURED = frozenset("said reported alleged rumoured rumored claimed".split())
REPORTEDLY = frozenset("reportedly allegedly supposedly purportedly".split())

# Nouns whose owner says or wants what the complement holds: *Ruiz’s threat to leave*. Left out
# are those that only name a position (*call*, *emphasis*, *response*).
OWNED: Mapping[str, StatementType] = {
    **dict.fromkeys(
        """plan plans imperative agreement request requests offer offers recommendation
        recommendations mention order orders ultimatum vow endorsement apology message plea pleas
        guarantee""".split(),
        "speech",
    ),
    **dict.fromkeys("intention intentions conclusion".split(), "opinion"),
}
HELD = OWNED.keys() | frozenset(
    """claim claims warning warnings threat threats promise promises pledge pledges vow assurance
    assurances proposal proposals suggestion suggestions demand demands accusation accusations
    allegation allegations fear fears hope hopes concern concerns doubt doubts prediction
    refusal commitment""".split()
)
