"""What offices are called, and the keys under which ``offices.csv`` holds them."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.reference.organisations import organisation

# Heads of state and of government: who *leader* may mean.
HEADS = frozenset(
    "president prime-minister chancellor monarch supreme-leader pope governor-general".split()
)
# Offices that several people hold at once in one body, so that holders never clash.
SHARED = frozenset({"spokesperson", "co-prince", "captain-regent", "presidency-member"})
# Ministries that may be called by one word (*Secretary Rubio*, *Minister Lavrov*).
_SECRETARIES = (
    "foreign-minister",
    "defence-minister",
    "finance-minister",
    "commerce-minister",
    "homeland-security-minister",
)
_FOREIGN = r"(?:foreign|external)(?: affairs| relations| and \w+(?: affairs)?)*"
_DEFENCE = r"(?:national )?(?:defence|defense|war)(?: forces)?"
_FINANCE = r"(?:finance|treasury|the treasury|economy and finance)"
# The first pattern that fits a whole title decides.
_TITLES: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (pattern, tuple(keys.split()))
    for pattern, keys in (
        (r"(?:executive |federal |state )?president"
         r"(?: of the (?:republic|government|council|state))?", "president prime-minister"),
        (r"vice president", "vice-president"),
        (r"(?:prime minister|premier|pm|taoiseach|minister president|head of government)"
         r"(?: and .*)?", "prime-minister"),
        (r"deputy (?:prime minister|premier)|vice premier", "deputy-prime-minister"),
        (r"(?:federal )?chancellor", "chancellor"),
        (r"(?:king|queen|emperor|empress|emir|amir|sultan|grand duke|prince|monarch)"
         r"(?: and .*)?", "monarch"),
        (r"(?:supreme|paramount) leader", "supreme-leader"),
        (r"pope|pontiff", "pope"),
        (r"crown prince(?: and .*)?", "crown-prince prime-minister"),
        (r"governor general", "governor-general"),
        (r"(?:head of state|ruler|strongman)", " ".join(sorted(HEADS))),
        (r"leader", " ".join(sorted(HEADS | {"general-secretary"}))),
        (r"(?:party )?general secretary|party (?:chief|secretary)|(?:party )?first secretary",
         "general-secretary"),
        (r"secretary of state(?: for " + _FOREIGN + r")?", "foreign-minister"),
        (_FOREIGN + r" (?:minister|secretary)|(?:minister|secretary) (?:of|for) (?:the )?"
         + _FOREIGN + r"|(?:top|chief) diplomat|fm", "foreign-minister"),
        (_DEFENCE + r" (?:minister|secretary|chief)|(?:minister|secretary|secretary of state)"
         r" (?:of|for) (?:the )?" + _DEFENCE, "defence-minister"),
        (_FINANCE + r" (?:minister|secretary)|(?:minister|secretary) (?:of|for) (?:the )?"
         + _FINANCE + r"|chancellor of the exchequer", "finance-minister"),
        (r"(?:commerce|trade) (?:minister|secretary)|(?:minister|secretary) (?:of|for) "
         r"(?:commerce|trade)", "commerce-minister"),
        (r"homeland security secretary|secretary of homeland security",
         "homeland-security-minister"),
        (r"national security (?:advis[eo]r|assistant)|"
         r"assistant to the president for national security affairs", "national-security-adviser"),
        (r"trade representative", "trade-representative"),
        (r"cia director|director of (?:the )?central intelligence(?: agency)?", "cia-director"),
        (r"ambassador to the (?:united nations|un)|un ambassador|"
         r"permanent representative to the united nations", "un-ambassador"),
        (r"secretary general|(?:nato|un|osce) chief", "secretary-general"),
        (r"director general", "director-general"),
        (r"managing director", "managing-director"),
        (r"(?:commission )?(?:chairperson|chair|chairman|chairwoman)(?: of the commission)?",
         "commission-chair committee-chair chair"),
        (r"(?:foreign policy chief|high representative)(?: for .*)?", "high-representative"),
        (r"high commissioner(?: for .*)?", "high-commissioner"),
        (r".*foreign relations (?:committee|panel) (?:chair\w*|head|chief)|(?:chair\w*|head) of "
         r"(?:the )?(?:senate )?foreign relations committee|(?:senate )?foreign relations "
         r"chair\w*", "committee-chair"),
        (r".*foreign affairs (?:committee|panel) (?:chair\w*|head|chief)|(?:chair\w*|head) of "
         r"(?:the )?(?:house )?foreign affairs committee", "house-committee-chair"),
        (r"(?:.* )?(?:spokes(?:man|woman|person)|press secretary)(?: for .*)?", "spokesperson"),
        (r"chief of staff|head of (?:the )?(?:presidential office|office of the president|"
         r"president'?s office)", "chief-of-staff"),
        (r"secretary", " ".join(_SECRETARIES)),
        (r"minister", "foreign-minister defence-minister finance-minister"),
    )
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), keys) for pattern, keys in _TITLES)
_LONGEST = 80
_PREFIXES = frozenset(
    "the his her incumbent current sitting acting interim caretaker newly elected new".split()
)


@lru_cache(4096)
def office_keys(title: str) -> tuple[str, ...]:
    """The offices that a title in a text may name, the more usual first; empty if none.

    *former*, *deputy*, *vice* and *elect* make another office of it (or none).

    >>> office_keys("Secretary of State")
    ('foreign-minister',)
    >>> office_keys("former president")
    ()
    """
    words = re.sub(r"[-‐–.,]+", " ", title[:_LONGEST].lower()).split()
    while words and words[0] in _PREFIXES:
        words.pop(0)
    text = " ".join(words)
    for pattern, keys in _PATTERNS:
        if pattern.fullmatch(text):
            return keys
    return ()


def body_of(actor: str) -> str:
    """The body whose offices an actor's are: a state for its ministries, else itself.

    >>> body_of("org:StateDepartment"), body_of("state:FRA"), body_of("org:NATO")
    ('USA', 'FRA', 'org:NATO')
    """
    found = organisation(actor)
    if found is not None and found.type in ("government_body", "military"):
        actor = found.affiliation or actor
    return actor.removeprefix("state:")
