"""Words that tell an organisation from other capitalised names."""

from __future__ import annotations

from detente.evidence.items import ActorType

# word -> actor type; the type of a name is that of its most telling word.
HEADS: dict[str, str] = {
    **dict.fromkeys(
        """ministry department parliament senate congress court directorate
        bureau administration secretariat embassy consulate police cabinet commissariat tribunal
        treasury prosecutor inspectorate legislature chancellery""".split(),
        "government_body",
    ),
    **dict.fromkeys(
        """army navy force brigade battalion regiment guard guards corps militia forces airforce
        marines coastguard""".split(),
        "military",
    ),
    **dict.fromkeys(
        "front brigades fighters jihad faction rebels resistance insurgency mujahideen".split(),
        "armed_group",
    ),
    **dict.fromkeys(
        "institute institution university college academy school".split(), "think_tank"
    ),
    **dict.fromkeys(
        "times post herald tribune gazette telegraph news radio television agency broadcasting "
        "journal daily weekly".split(),
        "media",
    ),
    **dict.fromkeys(
        "bank corporation company inc ltd corp plc holdings airlines technologies "
        "industries exchange depository".split(),
        "company",
    ),
    "group": "group",
    "party": "party",
    **dict.fromkeys("foundation charity watch".split(), "ngo"),
    **dict.fromkeys(
        """council commission committee subcommittee agency organisation organization association
        federation union league board team alliance society fund authority board center centre
        movement network coalition confederation chamber office service assembly forum""".split(),
        "organisation",
    ),
}
# Names that these words make are no organisations.
NOT_ORGANISATIONS = frozenset(
    {
        ("terrorist", "organization"),
        ("terrorist", "organisation"),
        ("west", "bank"),
        ("left", "bank"),
        ("right", "bank"),
        ("oval", "office"),
        ("fake", "news"),
    }
)
# Words that say nothing of their own before a weak head: "International Group".
GENERIC = frozenset(
    """international national joint working special new global regional general world common
    military armed security united technical contact this that our their main big high
    open""".split()
)
# Heads too common to make a name with one word before them, or alone.
WEAK = frozenset(
    """forces group union alliance guard front agency fund board center centre movement network
    coalition office service forum board team force times post news radio television journal daily
    weekly exchange school resistance administration watch company league society assembly
    authority federation court chamber parliament congress senate cabinet council police army
    navy""".split()
)
# Nouns that tell what a name before them is: "Morgenbladet newspaper".
PUBLICATIONS = frozenset({"newspaper", "magazine", "tabloid", "broadsheet", "newswire"})
CONNECTORS = frozenset({"of", "for", "on", "to", "in", "against"})
# State bodies that the text may name in lower case after a state: "Norway's central bank".
STATE_BODIES: dict[tuple[str, ...], ActorType] = {
    ("foreign", "ministry"): "government_body",
    ("defence", "ministry"): "government_body",
    ("defense", "ministry"): "government_body",
    ("finance", "ministry"): "government_body",
    ("interior", "ministry"): "government_body",
    ("energy", "ministry"): "government_body",
    ("economy", "ministry"): "government_body",
    ("trade", "ministry"): "government_body",
    ("health", "ministry"): "government_body",
    ("justice", "ministry"): "government_body",
    ("commerce", "ministry"): "government_body",
    ("ministry", "of", "foreign", "affairs"): "government_body",
    ("central", "bank"): "government_body",
    ("parliament",): "government_body",
    ("supreme", "court"): "government_body",
    ("constitutional", "court"): "government_body",
    ("security", "council"): "government_body",
    ("national", "security", "council"): "government_body",
    ("embassy",): "government_body",
    ("mission",): "government_body",
    ("cabinet",): "government_body",
    ("army",): "military",
    ("navy",): "military",
    ("air", "force"): "military",
    ("armed", "forces"): "military",
    ("military",): "military",
    ("coast", "guard"): "military",
    ("security", "forces"): "military",
    ("intelligence", "service"): "government_body",
}
