"""Cues of what texts and parties are bound to, how things are to go on, and what it is for.

Written from the usual wording of agreements, fact sheets and reports on them.
"""

from __future__ import annotations

from detente.evidence.positions.term_row import Row
from detente.evidence.positions.term_words import MATTER, SOME, TOLD, W

_DONE = (
    r"(?:established|created|formed|set up|convened|appointed|launched|opened|signed|ratified"
    r"|decided|determined|discussed|settled|resolved|coordinated|included|considered|announced"
    r"|deployed|placed|transferred|turned over|overseen|supervised|verified|guaranteed|provided"
    r"|given|granted|allowed|permitted|required|obliged|made available|paid|funded|financed"
    r"|replaced|constructed|built|completed|delivered|shipped|stored|dismantled|frozen|withdrawn"
    r"|disbanded|disarmed|integrated|merged|demilitari[sz]ed|returned|exchanged|prepared|drafted"
    r"|drawn up|adopted|approved|implemented|carried out|extended|maintained|preserved|protected"
    r"|respected|observed|enforced|headed|run|hosted|called|put to|subject to|bound|responsible for"
    r"|entitled|possible (?:only )?(?:with|after|if)|based on|in charge|tasked|mandated)"
)
_GOES_ON = (
    r"(?:continue|begin|start|resume|follow|go (?:on|ahead)|proceed|take place|last|open|conclude"
    r"|restart|cover|address|focus on|enter into force|come into (?:force|effect)|take effect)"
)
_PARTICIPLES = (
    r"required obliged obligated bound urged asked requested invited called expected ordered "
    r"instructed told supposed entitled allowed permitted forbidden"
)

# rule, kind, frame, is it speech, first words (verbs as lemmas after "v:"), what must follow.
BINDING: tuple[Row, ...] = (
    # ---- what somebody is bound to
    ("bound_to", "demand", "bound", False, _PARTICIPLES, r"(?:up)?(?:on )?to (?!be\b|have\b)\w"),
    ("is_to", "demand", "bound", False, "is are",
     rf"(?:also |then |first )?to (?!{TOLD}\b)\w"),
    ("text_binds", "demand", "contents", False,
     "v:require oblige allow permit entitle bind authorise authorize commit compel prohibit forbid "
     "bar enable",
     rf"(?:{W} ){{1,8}}?(?:to|from)\b"),
    ("text_says", "procedural", "contents", False, "v:state stipulate provide specify say envisage "
     "foresee establish declare",
     rf"that (?:{W} ){{1,12}}?(?:will|would|shall|must|should|could|may|can)\b"),
    ("text_gives", "offer", "contents", False, "v:give grant guarantee offer provide transfer "
     "return restore recognise recognize",
     rf"(?:{W} ){{1,6}}?(?:control|rights?|access|authority|autonomy|guarantees?|sovereignty"
     r"|status|independence|permission|veto|seats?|relief|aid|funds?|funding)\b"),
    ("necessary_that", "demand", "impersonal", True,
     "necessary essential vital imperative crucial indispensable important proposed suggested "
     "recommended required agreed",
     r"that\b"),
    ("proposed_to_be", "offer", "clause", True, "proposed offered suggested recommended",
     r"to be \w"),
    ("would_like", "demand", "verb", True, "v:like",
     rf"to see\b|(?!to\b)(?:{W} ){{1,4}}?to (?!be\b)\w"),
    ("has_until", "demand", "modal", False, "has have had", r"until\b"),
    ("deal_to", "offer", "phrase", False, "agreement agreements deal deals commitment commitments "
     "pledge pledges promise promises undertaking",
     r"(?:reached |made |taken |not )?to (?!the\b|an?\b|its\b|their\b|be\b)\w+"),
    # ---- how things are to go on
    ("will_be_done", "procedural", "clause", False, "will shall would",
     rf"(?:also |then |now |therefore |\w+ly )?be (?:\w+ly )?{_DONE}\b"),
    ("talks_go_on", "procedural", "clause", False, "will would shall", rf"(?:\w+ly )?{_GOES_ON}\b"),
    ("due_to", "procedural", "clause", False, "scheduled due set slated planned expected",
     r"(?:to (?:be held|begin|start|resume|meet|take place|convene|continue|host|open|last)"
     r"|for)\b"),
    ("established", "procedural", "verb", False, "v:establish create form launch set",
     rf"(?:up )?(?:an? |the |new ){SOME}(?:boards?|groups?|committees?|commissions?|mechanisms?"
     r"|channels?|councils?|task force|dialogues?|forum|hotline|secretariat)\b"),
    ("invite", "procedural", "asked", True, "v:invite", rf"(?:{W} ){{1,6}}?to\b"),
    # ---- what is accepted as a whole
    ("agree_thing", "concession", "verb", True, "v:agree consent assent accept",
     rf"(?:to )?(?:(?:an?|the|its|their|this|new|immediate) )?"
     rf"{SOME}(?:cease-?fires?|truces?|halt|freeze"
     r"|pause|withdrawal|pull-?out|swap|exchange|release|moratorium|demilitari[sz]ation"
     r"|disengagement|lifting|limits?|inspections?|buffer zone|compromise|guarantees?|conditions"
     r"|demands|terms|restrictions|safeguards)\b"),
    # ---- what it is for
    ("aimed_at", "possible_outcome", "phrase", False, "aimed designed intended meant",
     r"(?:at|to)\b(?= \w)"),
    ("way_to", "possible_outcome", "phrase", False, "path pathway road",
     rf"(?:forward )?(?:to|towards?|for) {SOME}(?:peace|{MATTER}|stability|reconciliation)\b"),
)  # fmt: skip
