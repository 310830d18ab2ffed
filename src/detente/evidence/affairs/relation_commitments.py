"""The lexicon of commitments: who supplies, defends, pays for, houses or belongs to whom.

Frames as in :mod:`detente.evidence.affairs.relation_patterns`: the turns of official prose that
go beyond its plain words of trade, aid and alliance.
"""

from __future__ import annotations

from detente.evidence.affairs.relation_patterns import (
    AID_KINDS,
    ARMS,
    ENERGY,
    GOODS,
    Frame,
    verbs,
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FREE = _set("aid assistance humanitarian relief donation donations grant free help support")
_TROOPS = _set(
    """troops soldiers forces personnel marines peacekeepers contingent contingents battalion
    brigade warships squadron"""
)
_MISSILES = _set("missile missiles rocket rockets drones drone shells mortars artillery torpedoes")
_DEFENCE = _set("defence defense deterrence security")
_AIRCRAFT = _set("drone drones jet jets plane planes aircraft helicopter helicopters airliner")
_PEOPLES = _set("forces troops army soldiers police guard officers pilots fighters military")

COMMITMENTS: tuple[Frame, ...] = (
    # Where goods come from
    Frame("supply", "energy_supply",
          _set("gets get getting receives received receiving sources sourced obtains obtained "
               "draws drew drawn"),
          ("from",), ("subject",), verb=True, around=ENERGY - {"power"}, unless=_FREE,
          figures="share"),
    Frame("supply", "energy_supply", _set("comes came come coming originates originated"),
          ("from",), ("owner", "subject"), verb=True, around=ENERGY - {"power"}, unless=_FREE,
          figures="share"),
    Frame("supply", "arms_dependence",
          _set("gets get receives sources sourced obtains comes came come acquires acquired"),
          ("from",), ("subject",), verb=True, around=ARMS - {"military"}, unless=_FREE | ENERGY,
          figures="share"),
    Frame("trade", "trade_import",
          _set("acquire acquires acquired acquiring procure procures procured source sources "
               "sourced"),
          ("subject",), ("from",), verb=True, around=GOODS | ENERGY, figures="amount"),
    Frame("supply", "energy_supply",
          _set("deliver delivering provide providing send sends sent sending pump pumping ship "
               "ships shipping"),
          ("subject",), ("to", "object"), verb=True, ahead=ENERGY - {"power"},
          unless=_FREE | ARMS, figures="share"),
    Frame("supply", "arms_sales",
          _set("provide provides provided providing deliver delivering shipping ship ships"),
          ("subject",), ("to", "object"), verb=True, ahead=ARMS - {"military"},
          unless=_set("aid assistance relief humanitarian training"), figures="money"),
    Frame("trade", "trade_export", _set("exports export shipments sales"), ("of",), ("to",),
          not_before=ARMS | _set("- arms weapons"), unless=ARMS, figures="amount"),
    Frame("trade", "trade_export", _set("market markets"), ("of|for",), ("holder", "owner"),
          before=_set("export largest biggest main"), not_after=_set("share shares economy")),
    Frame("trade", "trade_export", _set("accounts accounted account accounting"), ("of",),
          ("subject",), verb=True, around=_set("exports"), figures="amount"),
    Frame("trade", "trade_import", _set("accounts accounted account accounting"), ("of",),
          ("subject",), verb=True, around=_set("imports purchases"), figures="amount"),
    Frame("money", "loan", _set("borrowed borrows borrowing borrow"), ("from",), ("subject",),
          verb=True, figures="money"),
    Frame("money", "investment", _set("investor investors"), ("holder",), ("in", "owner"),
          figures="money"),
    # Help
    Frame("aid", "aid", _set("provide provides providing pledge pledging donate donating extend "
                             "extending giving allocate"),
          ("subject",), ("to", "object"), verb=True, refine=AID_KINDS, figures="money",
          unless=ENERGY | ARMS - {"military"} | _set("worth loan loans credit investment"),
          needs_figure=True),
    Frame("aid", "aid", _set("funds funded funding finances financed financing bankrolls "
                             "bankrolled subsidises subsidised subsidizes subsidized"),
          ("subject",), ("beside",), verb=True, figures="money"),
    Frame("aid", "aid", _set("support"), ("subject",), ("to|for", "recipient"),
          verbs=verbs("provid* giv* gave extend* offer* lend* lent render* receiv*")),
    Frame("aid", "aid_military", _set("trains trained training train equips equipped "
                                      "equipping equip"),
          ("subject",), ("object",), verb=True, around=_PEOPLES,
          not_before=_set("the of joint military and for combat")),
    Frame("aid", "aid_humanitarian", _set("relief"), ("owner", "from", "subject"),
          ("to|for", "recipient"), before=_set("humanitarian emergency famine disaster food flood "
                                               "earthquake sent send sends delivered provided"),
          verbs=verbs("sent send* provid* deliver* pledg* donat* fund* offer*"), figures="money",
          not_after=_set("works agency effort efforts worker workers organisation organisations")),
    # Punishing
    Frame("sanction", "sanction",
          _set("hit hits hitting slapped slaps slapping targeted targets targeting punished "
               "punishes punish threatened threatens threaten"),
          ("subject",), ("object",), verb=True, around=_set("sanctions sanction embargo"),
          unless=_set("missile missiles drone drones airstrikes strikes")),
    Frame("sanction", "sanction", _set("costs"), ("owner", "by", "subject"), ("on",),
          verbs=verbs("impos*")),
    Frame("sanction", "restriction",
          _set("blocked blocks blocking blockaded blockades blockading"),
          ("subject",), ("object",), verb=True,
          around=_set("port ports shipping shipments exports imports coast border crossings goods "
                      "trade vessels ships accession")),
    # Standing up for somebody
    Frame("bond", "alliance", _set("commitment commitments"), ("owner", "subject"), ("to|of",),
          around=_DEFENCE, unless=_set("denuclearization denuclearisation non-proliferation "
                                       "nonproliferation implementation resolution"),
          verbs=verbs("reaffirm* reiterat* underscor* underlin* stress* restat* affirm* honou?r*")),
    Frame("bond", "alliance", _set("defend defends defended defending protect protects protected"),
          ("subject",), ("beside",), verb=True, not_before=_set("the of for"),
          unless=_set("court position decision record")),
    Frame("bond", "alliance", _set("guarantor guarantors"), ("holder",), ("of|for", "owner"),
          around=_DEFENCE | _set("sovereignty independence peace")),
    Frame("bond", "alliance", _set("guarantee guarantees guaranteed guaranteeing"),
          ("subject",), ("object",), verb=True, not_before=_set("security the a"),
          around=_DEFENCE | _set("sovereignty independence integrity neutrality borders")),
    Frame("bond", "alliance", _set("exercises exercise drills manoeuvres maneuvers"),
          ("owner", "between", "subject"), ("with", "owner", "between"), pair=True,
          before=_set("joint military naval annual combined bilateral"),
          verbs=verbs("hold* held conduct* stag* carr* launch* resum* plan*")),
    Frame("bond", "alliance", _set("allied"), ("subject",), ("with|to",), verb=True, pair=True,
          not_before=_set("- –")),
    Frame("bond", "alignment", _set("aligned sided sides siding"), ("subject",), ("with",),
          verb=True, pair=True, not_before=_set("- – both two the all")),
    Frame("agreement", "alignment",
          _set("cooperate cooperates cooperated cooperating collaborate collaborates collaborated "
               "collaborating coordinate coordinates coordinated coordinating partners "
               "partnered partnering"),
          ("subject",), ("with",), verb=True, pair=True, not_before=_set("trading their its our")),
    Frame("agreement", "alignment", _set("support backing"), ("by", "agent", "owner", "subject"),
          ("of",),
          before=_set("in"), not_before=_set("the their its of"),
          verbs=verbs("deploy* sent send* act* interven* fight* fought launch* tak* took march* "
                      "spoke speak*")),
    Frame("agreement", "alignment", _set("support supporting backing"), ("subject",),
          ("beside",), verb=True, not_before=_set("the of for with their its military financial "
                                                  "in came go went")),
    Frame("agreement", "alignment",
          _set("supports supported support supporting backs backed backing"),
          ("subject",), ("object",), verb=True, not_before=_set("the of for in with their its"),
          around=_set("sovereignty independence integrity cause struggle people government "
                      "membership accession bid candidacy")),
    Frame("agreement", "alignment", _set("relations ties"), ("owner", "between", "subject"),
          ("with", "owner", "between"), pair=True, around=_set("diplomatic normalise normalize "
          "normalised normalized normalising normalizing normalisation normalization"),
          verbs=verbs("establish* normali[sz]* restor* resum* re-establish* reestablish*")),
    # Belonging
    Frame("bond", "membership", _set("members signatories parties states co-chairs chairs "
                                     "participants"),
          ("holder",), ("of|to|in",), not_before=_set("both two third all other"), bodies=True),
    Frame("bond", "membership", _set("chair chairman co-chair president presidency"),
          ("holder",), ("of",), before=_set("rotating current incoming holds held assumed")),
    Frame("bond", "membership", _set("left leave leaves leaving quit quits quitting exited exits"),
          ("subject",), ("object",), verb=True, bodies=True),
    Frame("bond", "membership", _set("withdrew withdraws withdraw withdrawing withdrawn withdrawal "
                                     "exit"),
          ("subject", "owner"), ("from",), verb=True, bodies=True),
    Frame("bond", "membership", _set("withdrawal exit"), ("owner", "of"), ("from",), bodies=True),
    Frame("bond", "membership", _set("admitted"), ("to|into",), ("done_to",), verb=True),
    Frame("bond", "membership", _set("accession admission"), ("of",), ("to|into",), bodies=True),
    Frame("bond", "recognition",
          _set("recognised recognized recognises recognizes recognise recognize"),
          ("subject",), ("beside",), verb=True),
    Frame("bond", "recognition", _set("recognising recognizing"), ("subject",), ("object",),
          verb=True, around=_set("state independence independent statehood sovereignty")),
    # Presence
    Frame("presence", "basing", _set("hosts hosted host hosting houses housed housing"),
          ("object",), ("subject",), verb=True,
          around=_TROOPS | _set("base bases weapons warheads"),
          unless=_set("talks meeting summit conference negotiations"), figures="persons"),
    Frame("presence", "basing", _set("peacekeepers"), ("owner", "subject"), ("in|on",),
          verbs=verbs("has have had keep* kept maintain* deploy* station*"), figures="persons"),
    Frame("presence", "basing", _set("presence"), ("owner", "subject", "of"), ("in|on",),
          before=_set("military naval air troop forward armed"),
          verbs=verbs("has have had keep* kept maintain* expand* increas* reduc* end* establish*"),
          figures="persons"),
    Frame("presence", "basing", _set("deployment deployments redeployment"), ("owner", "of", "by"),
          ("to|in|on",), unless=_set("technology networks network vaccines facilities"),
          figures="persons"),
    Frame("presence", "basing", _set("sent send sends sending dispatched dispatches dispatching"),
          ("subject",), ("to|into",), verb=True, ahead=_TROOPS,
          unless=_set("home aid assistance message"), figures="persons"),
    Frame("presence", "occupation", _set("control"), ("owner", "subject"), ("of|over",),
          not_before=_set("arms border export crowd quality air birth flood gun traffic"),
          not_after=_set("room system systems and"),
          verbs=verbs("seiz* took tak* gain* assum* exercis* formali[sz]* keep* kept maintain* "
                      "retain* establish* tighten*")),
    # Force
    Frame("force", "attack", _set("fired fires firing fire launched launches launching "
                                    "lobbed hurled"),
          ("subject",), ("at|into|on|towards|toward|against",), verb=True, ahead=_MISSILES,
          unless=_set("satellite satellites")),
    Frame("force", "attack", _set("shot downed"), ("subject",), ("object",), verb=True,
          around=_AIRCRAFT),
    Frame("force", "attack", _set("crossed marched rolled poured stormed"), ("subject",),
          ("into",), verb=True, around=_TROOPS | _set("tanks columns army")),
    Frame("offices", "mediation", _set("guarantor guarantors"), ("holder",), ("between",),
          around=_set("truce ceasefire agreement peace deal accord settlement")),
    Frame("offices", "mediation", _set("interceded intercede intercedes intervened"), ("subject",),
          ("with",), verb=True),
)  # fmt: skip
