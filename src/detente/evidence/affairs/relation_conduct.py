"""The lexicon of conduct: what actors agree, allow, forbid and do to each other.

Frames as in :mod:`detente.evidence.affairs.relation_patterns`, which holds trade, aid and money.
"""

from __future__ import annotations

from detente.evidence.affairs.relation_commitments import COMMITMENTS
from detente.evidence.affairs.relation_hostilities import HOSTILITIES
from detente.evidence.affairs.relation_patterns import AID_KINDS, FRAMES, GIVING, Frame, verbs

AGREEING = verbs(
    """sign* reach* conclud* agre* seal* finali[sz]* struck strik* ratif* negotiat* clinch*
    announc* made mak* establish* implement* uphold* upheld initial* renew* forg* achiev*"""
)
EASING = verbs(
    """reduc* lower* modif* cut* cancel* eliminat* halv* rais* increas* suspend* remov* impos* lift*
    adopt* tak* took maintain* keep* retain* levied levy slap* announc* appl* threaten*
    doubl* plac* put add* introduc* roll* drop* paus* delay*"""
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OUTCOMES = _set(
    """agreement agreements deal deals accord accords ceasefire truce armistice memorandum
    treaty treaties pact consensus understanding declaration"""
)
_DIPLOMATS = _set(
    """diplomat diplomats ambassador ambassadors envoy envoys staff officers attachés administration
    nationals citizens officials journalists"""
)
_TERROR = _set("terrorist terrorists terrorism terror")
_MEANS = _set(
    """strike strikes airstrike airstrikes missile missiles rocket rockets drone drones bomb bombs
    troops bases militants base"""
)
_ON = "on|against|of|into|inside"

CONDUCT: tuple[Frame, ...] = (
    # Agreement and support
    Frame("agreement", "alignment", _OUTCOMES, ("owner", "between", "subject"),
          ("with", "owner", "between"), pair=True, verbs=AGREEING,
          unless=_set("draft drafts proposal proposals proposed seek seeks seeking toward towards"),
          not_before=_set("no failed defence defense military security mutual nuclear"),
          not_after=_set("party terms talks negotiations violations breaches")),
    Frame("agreement", "alignment", _set("cooperation collaboration friendship"),
          ("between", "owner"), ("with", "between"), pair=True,
          not_after=_set("council organisation organization agency party")),
    Frame("agreement", "alignment", _set("support backing"), ("from",), ("companion",),
          before=_set("with")),
    Frame("agreement", "alignment", _set("support solidarity"), ("owner", "subject"),
          ("for|with",),
          verbs=verbs("reaffirm* express* reiterat* pledg* affirm* underscor* underlin* has have "
                      "emphasi[sz]* offer* declar* voic* demonstrat* show* maintain* "
                      "continu*"),
          not_before=_set("military financial economic humanitarian budget")),
    Frame("agreement", "alignment", _set("supports supported backs backed"), ("subject",),
          ("beside",), verb=True),
    Frame("agreement", "alignment", _set("stands stand stood"), ("subject",),
          ("with|by|alongside|behind",), verb=True),
    # Help
    Frame("aid", "aid", _set("help helps helped helping assist assists assisted assisting"),
          ("subject",), ("helped",), verb=True, not_before=_set("the of with for its their"),
          unless=_set("mediate broker facilitate")),
    Frame("aid", "aid", _set("provide provides provided providing offer offers offered extend "
                             "extends extended"),
          ("subject",), ("object",), verb=True, around=_set("assistance aid relief help funding")),
    Frame("aid", "aid", _set("support"), ("owner", "from", "subject"),
          ("to|for", "recipient", "getter"), verbs=GIVING, refine=AID_KINDS, figures="money",
          before=_set("material military financial economic humanitarian technical budget "
                      "budgetary lethal logistical")),
    Frame("aid", "alliance", _set("guarantees guarantee assurances"),
          ("owner", "from", "subject"), ("to|for", "recipient", "seeker"),
          before=_set("security defence defense formal"), not_after=_set("agreement deal"),
          verbs=verbs("provid* offer* giv* gave extend* pledg* grant*")),
    # Being named or shut out
    Frame("sanction", "sanction", _set("designated designates designating labeled labelled listed "
                                       "declared branded blacklisted"),
          ("subject",), ("object",), verb=True, around=_TERROR, not_before=_set("-"),
          personal=True),
    Frame("sanction", "restriction",
          _set("removed excluded expelled barred banned ejected suspended disconnected"),
          ("from",), ("done_to",), verb=True),
    Frame("sanction", "restriction", _set("expelled expels expelling expel deported deports "
                                          "deporting"),
          ("subject",), ("object",), verb=True, around=_DIPLOMATS),
    Frame("sanction", "restriction", _set("ban bans banned banning bar bars barred barring exclude "
                                          "excludes excluded excluding suspend suspends suspended"),
          ("subject",), ("beside", "object"), verb=True,
          around=_DIPLOMATS | _set("athletes teams team travellers travelers students workers "
                                   "aircraft airlines ships tourists competitors")),
    Frame("sanction", "restriction",
          _set("visas visa licences licenses licence license accreditation"),
          ("subject",), ("of|to|for|on|from", "recipient"),
          verbs=verbs("withdrew withdraw* revok* cancel* suspend* den* restrict* refus* impos*")),
    Frame("sanction", "tariff", _set("tariffs tariff duties levies duty"),
          ("owner", "by", "subject"), ("on|against", "from", "of"), verbs=EASING, figures="rate",
          not_before=_set("- non on off active heavy"), other_party=True,
          not_after=_set("barriers countermeasures exclusion exclusions exemption exemptions talks "
                         "truce war relief dispute")),
    Frame("sanction", "restriction", _set("countermeasures"), ("owner", "by", "subject"),
          ("against|on",), verbs=EASING, other_party=True),
    # Belonging
    Frame("bond", "membership", _set("signed signs sign ratified ratifies ratify acceded accede"),
          ("subject",), ("object", "to"), verb=True, bodies=True),
    Frame("bond", "membership", _set("party signatory"), ("holder",), ("to|of",),
          not_before=_set("third ruling opposition communist political"), bodies=True),
    Frame("bond", "membership", _set("includes comprises comprise"),
          ("object",), ("subject",), verb=True, bodies=True),
    # Presence
    Frame("presence", "basing",
          _set("troops soldiers forces personnel marines base bases"),
          ("owner",), ("next",), not_before=_set("democratic armed"), figures="persons"),
    Frame("presence", "basing", _set("withdrew withdraws withdraw withdrawing withdrawn pulled "
                                     "pulls pulling"),
          ("subject",), ("from",), verb=True, around=_set("troops soldiers forces personnel "
                                                          "marines"), figures="persons"),
    Frame("presence", "basing", _set("troops soldiers forces personnel marines"), ("owner",),
          ("from",), around=_set("withdrawal pullout pullback withdrawn"), figures="persons"),
    Frame("offices", "mediation", _set("shuttled shuttles shuttling"), ("subject",), ("between",),
          verb=True),
    # Force
    Frame("force", "attack", _set("killed kills killing kill assassinated assassinating "
                                  "assassinate"),
          ("subject",), ("object",), verb=True, personal=True),
    Frame("force", "attack", _set("targeted targeting targets hit hits destroyed destroying"),
          ("subject",), ("object", "in"), verb=True, around=_MEANS),
    Frame("force", "attack", _set("deaths death killing killings murder"), ("holder",), ("of",),
          before=_set("responsible"), personal=True),
    Frame("force", "attack", _set("war"), ("owner",), ("in|against|on",),
          not_before=_set("trade cold civil"), not_after=_set("crimes effort")),
    Frame("force", "attack", _set("attack attacks strike strikes airstrike airstrikes"),
          ("subject",), (_ON,),
          verbs=verbs("orchestrat* approv* plan* plot* direct* authori[sz]* order*")),
)  # fmt: skip

BY_WORD: dict[str, tuple[Frame, ...]] = {}
for _frame in (*FRAMES, *CONDUCT, *COMMITMENTS, *HOSTILITIES):
    for _word in _frame.words:
        BY_WORD[_word] = (*BY_WORD.get(_word, ()), _frame)
