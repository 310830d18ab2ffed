"""Cues of what stands against an agreement: warnings, reserved rights, refusals, differences.

Written from the usual wording of diplomatic reporting.
"""

from __future__ import annotations

from detente.evidence.positions.term_row import Row
from detente.evidence.positions.term_words import MATTER, SOME, W

_BURDEN = (
    r"(?:sanctions|tariffs?|embargo(?:es)?|blockade|restrictions|penalt(?:y|ies)|fines|bans?"
    r"|duties|export controls|travel bans?)"
)

# rule, kind, frame, is it speech, first words (verbs as lemmas after "v:"), what must follow.
RESISTING: tuple[Row, ...] = (
    # ---- threats
    ("consequences", "threat", "clause", True, "will would shall",
     rf"(?:likely |surely |also |certainly )?(?:be|have|bear|face|meet|suffer|pay) "
     rf"(?:{W} ){{0,3}}?(?:consequences|repercussions|responsibility|price|retaliation|costs?)\b"),
    ("reserve_right", "threat", "verb", True, "v:reserve retain",
     r"(?:the|its|their|our|his|her|all) (?:\w+ )?rights?\b"),
    ("all_options", "threat", "clause", True, "all every no",
     r"options? (?:is|are|was|were|remains?|remained|stays?)? ?(?:on|off|open)\b"),
    ("not_hesitate", "threat", "clause", True, "will would", r"not hesitate to \w"),
    ("not_stand_by", "threat", "clause", True, "will would",
     r"not (?:stand (?:idly )?by|go un\w+ed|be left un\w+ed|remain (?:silent|indifferent|idle)"
     r"|sit idly)\b"),
    ("held_accountable", "threat", "clause", True, "will would must be",
     r"(?:be )?held (?:fully )?(?:accountable|responsible|to account)\b"),
    ("answer_with", "threat", "clause", True, "will would",
     r"(?:be (?:met|answered) with|answer with|respond (?:to|with|by))\b"),
    ("harsh_answer", "threat", "phrase", True, "harsh severe crushing strong decisive firm "
     "devastating painful forceful proportionate",
     r"(?:and \w+ )?(?:response|retaliation|revenge|reaction|countermeasures|blow)\b"),
    ("vow_that", "threat", "verb", True, "v:vow swear", rf"(?:that\b|(?:{W} ){{1,3}}?(?:would"
     r"|will)\b)"),
    # ---- pressure
    ("impose_burden", "pressure", "verb", False,
     "impose imposing imposes slap slapping levy reimpose reimposing tighten tightening",
     rf"(?:{W} ){{0,4}}?{_BURDEN}\b"),
    ("kinds_of_pressure", "pressure", "phrase", False,
     "maximum sanctions", r"pressure\b"),
    # ---- obstacles
    ("refuse_to", "obstacle", "verb", True, "v:refuse decline",
     r"to (?!comment|say|answer|discuss|speculate|give details|elaborate|name|be (?:named|drawn)"
     r"|identify|confirm|deny)\w"),
    ("no_agreement", "obstacle", "phrase", False, "no little",
     rf"(?:{W} ){{0,2}}?(?:agreements?|deals?|breakthroughs?|consensus|progress|compromise"
     r"|solution|common ground|understanding) (?:was|were|has|have|had|on|over|between|is|in"
     r"|about)\b"),
    ("differences", "obstacle", "clause", False, "differences disagreements divisions disputes "
     "obstacles mistrust distrust disagreement",
     r"(?:\w+ )?(?:remains?|remained|persists?|persisted|still|continues?|continued)\b"),
    ("differ_over", "obstacle", "noun", False, "differences disagreements divisions disagreement "
     "gap gaps",
     r"(?:over|between|on)\b"),
    ("unbridgeable", "obstacle", "clause", False, "unbridgeable irreconcilable", r"(?=\W)"),
    ("stand_in_way", "obstacle", "clause", False, "v:stand", r"in the way\b"),
    ("hinders", "obstacle", "verb", False, "v:block obstruct hinder hamper impede complicate",
     rf"{SOME}(?:{MATTER}|efforts?|progress|implementation)\b"),
    ("lack_of", "obstacle", "phrase", False, "lack absence",
     rf"of (?:{W} ){{0,3}}?(?:{MATTER}|trust|progress|consensus|political will|commitment"
     r"|confidence)\b"),
)  # fmt: skip
