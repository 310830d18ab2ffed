"""The lexicon of relations: which words speak of one, and where its two ends stand.

Each frame is one idea. ``source`` and ``target`` name the places where an end may stand, in
the order in which they are tried: ``owner`` (before the noun, in its phrase), ``subject``,
``object``, ``holder`` (whoever *is* the noun: apposition, *as*, *is*), ``topic`` (a bare name
before the noun: *Chile sanctions*), ``recipient`` (object of the giving verb), ``getter``
(who secures or receives the noun *from* somebody), ``seeker`` (the same, or who wants it),
``companion`` (directly before *with*),
``next`` (in the place that follows directly: *troops in Chad*), ``done_to`` (the subject of a
passive), ``agent`` (after *by* before the cue), ``helped`` (who is helped, or who owns what is),
``beside`` (the object, if it is an actor and nothing of his) or prepositions joined by ``|``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Figures = Literal["amount", "money", "share", "rate", "persons", "none"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARMS = _set(
    """arms weapon weapons weaponry munitions ammunition jet jets warplane warplanes fighter
    fighters missile missiles tank tanks drone drones artillery shells rockets submarine submarines
    frigate frigates helicopters howitzers rifles military"""
)
ENERGY = _set(
    "oil gas crude energy petroleum lng coal electricity fuel uranium diesel power reactor reactors"
)
FUNDS = _set("assets reserves funds accounts holdings deposits property")
GOODS = _set(
    """goods products commodities grain wheat corn soybeans soy rice copper tin iron steel lithium
    minerals cars vehicles machinery chips semiconductors electronics food fertiliser fertilizer
    fish timber beef textiles cotton coffee cocoa diamonds gold worth exports imports barrels
    tonnes tons resources sugar tea oranges bananas meat salmon medicines vaccines steel aluminium
    aluminum cement software planes aircraft"""
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of saying that two actors stand in a relation.

    Attributes
    ----------
    words
        The cue's head word, all forms.
    before, around
        If given, one of them must stand in the four words before the cue, or in the eight words
        on either side within the clause.
    ahead
        If given, one of them must stand between the cue and the *to* of its end, or in the
        clause if there is none; before the cue of a passive.
    unless
        None of them may stand where ``around`` looks.
    not_before, not_after
        None of them may stand directly before or after the cue.
    verbs
        If the source is the subject of a verb before the noun, which verbs those may be.
    refine
        (words near the cue, type) pairs: the first that fits replaces ``type``.
    figures
        What kind of figure can be its size.
    personal
        Whoever it is done to is meant himself, not the state he serves.
    bodies
        Only bodies with members can be the target.
    other_party
        A missing source is the other one of the document's two parties.
    """

    rule: str
    type: str
    words: frozenset[str]
    source: tuple[str, ...]
    target: tuple[str, ...]
    verb: bool = False
    pair: bool = False
    before: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    verbs: re.Pattern[str] | None = None
    refine: tuple[tuple[frozenset[str], str], ...] = ()
    figures: Figures = "none"
    needs_figure: bool = False
    personal: bool = False
    bodies: bool = False
    other_party: bool = False


_ENDINGS = "(?:|e|s|es|ed|ing|y|ies|ied|ying|[bdgklmnprt](?:ed|ing))"


def verbs(words: str) -> re.Pattern[str]:
    """A pattern for whole words; a star stands for the endings of a verb.

    So ``sign*`` is *signs* and *signing*, not *significant*; ``commit*`` not *committee*.
    """
    return re.compile("(?:" + "|".join(w.replace("*", _ENDINGS) for w in words.split()) + r")\Z")


GIVING = verbs(
    """suppl* provid* sent send* gave giv* grant* donat* pledg* commit* deliver* extend* promis*
    offer* allocat* approv* channel* ship* pour* pump* announc* disburs* award* spend* spent
    contribut* increas* boost* tripl* doubl* suspend* halt* cut* froze* freez* resum* maintain*
    continu*"""
)
GETTING = verbs("secur* receiv* got get* obtain* won win* took tak* accept* drew draw*")
IMPOSING = verbs(
    """impos* maintain* spearhead* led lead leads leading adopt* tighten* extend* keep* kept
    introduc* levied levies levy* slap* announc* renew* expand* unveil* issued enforc* appl* plac*
    put puts putting add* enact* prepar* threaten* consider* lift* ease eas(ed|es|ing)
    suspend* remov* reimpos* backed rais* hit hits"""
)
BONDING = verbs(
    """cultivat* has have had having build* built maintain* forg* sign* strengthen* deepen* form
    formed forms shar* enjoy* reaffirm* pursu* seek* sought sealed conclud* agree* expand*
    announc* cement* declar* establish* renew* upgrad* keep* kept bolster* continu* work*"""
)
STRIKING = verbs(
    """intensif* launch* carr* conduct* step* order* mount* continu* resum* wag(e|es|ed|ing) stag*
    unleash* begin* began halt* stop* escalat* start* expand* mak* made repeat* perpetrat*"""
)

AID_KINDS = (
    (_set("non-lethal nonlethal"), "aid_nonlethal"),
    (_set("military defence defense security weapons lethal"), "aid_military"),
    (_set("humanitarian food relief emergency medical"), "aid_humanitarian"),
)
# Goods that come with one of these are a gift.
_FREE = _set("aid assistance humanitarian relief donation donations grant free help support")
_NO_TRADE = _set(
    """war wars talk talks deal deals agreement agreements policy minister ministers ministry
    secretary representative bloc blocs negotiations negotiator commissioner official officials
    adviser dispute disputes tensions barriers barrier route routes practices union surplus deficit
    imbalance wins truce zone area pact framework commission council department envoy chief"""
)

FRAMES: tuple[Frame, ...] = (
    # Trade
    Frame("trade", "trade_import",
          _set("imported imports import importing bought buys buy buying purchased purchases "
               "purchase purchasing"),
          ("subject",), ("from", "object"), verb=True,
          around=ENERGY | GOODS | {"from"}, not_before=_set("its their the of oil food key"),
          figures="amount"),
    Frame("trade", "trade_import", _set("imports import purchases purchase"),
          ("owner", "subject"), ("from", "of"), figures="amount",
          verbs=verbs("has have had increas* rais* cut* halt* boost* resum* doubl* "
                      "tripl* reduc* ramp* expand*")),
    Frame("trade", "trade_import", _set("purchaser buyer importer customer"),
          ("holder",), ("of|for", "owner"), figures="amount"),
    Frame("trade", "trade_export",
          _set("exported exports export exporting sold sells sell selling shipped ships"),
          ("subject",), ("to",), verb=True, around=ENERGY | GOODS | {"worth"},
          not_before=_set("its their the of oil food key arms"),
          refine=((ARMS, "arms_sales"),), figures="amount"),
    Frame("trade", "trade_export",
          _set("supplied supplies supply supplying provides provided delivers delivered sends"),
          ("subject",), ("to", "object"), verb=True, around=GOODS - {"resources", "planes",
                                                                    "aircraft"},
          unless=ENERGY | ARMS | _FREE, figures="amount"),
    Frame("trade", "trade_export", _set("exports shipments"), ("owner",), ("to",),
          not_before=ARMS, figures="amount"),
    Frame("trade", "trade_total", _set("trade commerce turnover"), ("owner", "between", "subject"),
          ("with", "owner", "between"), pair=True, not_after=_NO_TRADE, not_before=_set("free fair "
          "in world global international foreign"),

          verbs=verbs("has have had do does did conduct* expand* rais* boost* rebuil* halt*"),
          figures="money"),
    Frame("trade", "trade_partner_largest", _set("partner"), ("holder",), ("owner", "of"),
          before=_set("trading trade"), figures="none"),
    # Supply of energy and arms
    Frame("supply", "energy_supply",
          _set("supplied supplies supply supplying delivered delivers provides provided pumped "
               "pumps shipped"),
          ("subject",), ("to", "object"), verb=True, around=ENERGY, figures="share"),
    Frame("supply", "energy_supply", _set("supplies deliveries flows supply"),
          ("owner", "from"), ("to",), before=ENERGY, figures="share"),
    Frame("supply", "energy_supply", _set("supplier provider"), ("holder",), ("to", "owner"),
          around=ENERGY, figures="share"),
    Frame("supply", "arms_sales",
          _set("supplied supplies supply supplying sold sells sell selling delivered delivers "
               "transferred transfers shipped armed arms arming sent sends send sending handed "
               "gave gives donated"),
          ("subject",), ("to", "object"), verb=True, around=ARMS - {"military"}, figures="money"),
    Frame("supply", "arms_sales",
          _set("sales sale deliveries delivery exports shipments transfers transfer"),
          ("owner", "from", "by"), ("to",), before=ARMS, figures="money"),
    Frame("supply", "arms_sales", _set("supplier"), ("holder",), ("to", "owner"),
          around=ARMS - {"military"},
          figures="share"),
    # Aid
    Frame("aid", "aid", _set("aid assistance"), ("owner", "from", "subject"),
          ("to|for", "recipient", "getter"), verbs=GIVING, refine=AID_KINDS, figures="money",
          not_after=_set("worker workers group groups agency agencies convoy")),
    Frame("aid", "aid", _set("donor contributor backer"), ("holder",), ("to|of", "owner"),
          refine=AID_KINDS, figures="money"),
    Frame("aid", "aid", _set("grant grants donation donations"), ("owner", "from", "subject"),
          ("to|for", "recipient", "getter"), verbs=GIVING, refine=AID_KINDS, figures="money",
          needs_figure=True),
    Frame("aid", "aid", _set("gave gives give granted grants donated donates pledged awarded "
                             "disbursed provided contributed contributes contribute contributing "
                             "allocated allocates earmarked given"),
          ("subject",), ("to", "object"), verb=True, refine=AID_KINDS, figures="money",
          needs_figure=True),
    # Money
    Frame("money", "investment", _set("invested invests investing invest"), ("subject",), ("in",),
          verb=True, figures="money"),
    Frame("money", "investment", _set("investment investments"),
          ("owner", "between", "from", "subject"),
          ("in|into|to", "between", "owner"), figures="money", verbs=GIVING,
          not_after=_set("bank treaty agreement fund forum minister")),
    Frame("money", "loan", _set("lent lends loaned lending"), ("subject",), ("to", "object"),
          verb=True, figures="money", around=frozenset()),
    Frame("money", "loan", _set("loan loans"), ("owner", "from", "subject"),
          ("to", "recipient", "getter"), verbs=GIVING, figures="money"),
    Frame("money", "debt", _set("owes owed owe owing"), ("to", "object"), ("subject",),
          verb=True, figures="money"),
    Frame("money", "debt", _set("debt debts"), ("to",), ("owner",), figures="money"),
    # Sanctions and restrictions
    Frame("sanction", "sanction_asset_freeze",
          _set("froze frozen freeze freezes freezing seized seize confiscated"),
          ("subject",), ("object", "in|of|from|belonging"), verb=True, around=FUNDS,
          figures="money"),
    Frame("sanction", "sanction", _set("sanctioned sanctions sanctioning blacklisted"),
          ("subject",), ("object",), verb=True),
    Frame("sanction", "sanction", _set("sanctions sanction embargo embargoes blockade"),
          ("owner", "by", "subject"), ("on|against|of", "topic"), verbs=IMPOSING,
          not_after=_set("relief lawyer")),
    Frame("sanction", "sanction", _set("ban bans"), ("owner", "by", "subject"),
          ("on|from|against",), verbs=IMPOSING,
          before=_set("import imports export exports travel oil gas trade visa") | ARMS),
    Frame("sanction", "restriction",
          _set("barred bars bar barring banned banning restricted restricts restrict curbed"),
          ("subject",), ("to|from", "object"), verb=True,
          around=_set("exports export shipments shipment sales sale imports import transfers "
                      "transfer supplies goods trade investment investments companies firms "
                      "vessels ships airlines flights purchases technology")),
    Frame("sanction", "restriction",
          _set("restrictions restriction curbs controls curb ban bans limits"),
          ("owner", "by", "subject"), ("on|against|for|over", "to"), verbs=IMPOSING,
          not_before=_set("arms birth price capital border")),
    Frame("sanction", "tariff", _set("tariffs tariff duties levies duty"),
          ("owner", "by", "subject"), ("on|against", "from"), verbs=IMPOSING, figures="rate",
          not_before=_set("- non on off active heavy"),
          not_after=_set("barriers countermeasures exclusion exclusions exemption exemptions talks "
                         "truce war relief dispute")),
    # Bonds
    Frame("bond", "alliance", _set("alliance pact pacts treaty treaties alliances"),
          ("owner", "between", "subject"), ("with", "owner", "between"), pair=True, verbs=BONDING,
          before=_set("defence defense security military mutual alliance"),
          not_after=_set("party")),
    Frame("bond", "alliance", _set("alliance alliances"), ("owner", "between", "subject"),
          ("with", "owner", "between"), pair=True, verbs=BONDING,
          refine=((_set("strategic political economic"), "alignment"),), not_after=_set("party")),
    Frame("bond", "alignment", _set("partnership partnerships axis"),
          ("owner", "between", "subject"), ("with", "owner", "between"), pair=True, verbs=BONDING,
          not_before=_set("trade trading")),
    Frame("bond", "alliance", _set("ally allies"), ("holder",), ("owner", "of", "to"), pair=True),
    Frame("bond", "membership", _set("member"), ("holder",), ("of", "owner")),
    Frame("bond", "membership", _set("joined joins join joining rejoined rejoins rejoin"),
          ("subject",), ("object",), verb=True),
    Frame("bond", "membership", _set("membership accession"), ("owner",), ("of|in|to",)),
    Frame("bond", "recognition", _set("recognised recognized recognises recognizes recognise "
                                      "recognize"),
          ("subject",), ("object",), verb=True,
          around=_set("state independence independent sovereignty government statehood "
                      "diplomatically formally")),
    Frame("bond", "recognition", _set("recognition"), ("owner", "by"), ("of",)),
    # Presence
    Frame("presence", "basing", _set("base bases"), ("owner", "subject"), ("in|on",),
          before=_set("military air naval army"),
          verbs=verbs("has have had maintain* operat* keep* kept run runs built build* open*")),
    Frame("presence", "basing", _set("bases"), ("owner", "subject"), ("in|on",),
          verbs=verbs("has have had maintain* operat* keep* kept run runs built build* establish* "
                      "open*"), unless=_set("data customer knowledge tax")),
    Frame("presence", "basing", _set("troops soldiers forces personnel marines"), ("subject",),
          ("in|on",), verbs=verbs("has have had keep* kept maintain* deploy* station*"),
          figures="persons"),
    Frame("presence", "basing", _set("deployed deploys deploying deploy"), ("subject",),
          ("in|on|to", ), verb=True, around=_set("troops soldiers forces personnel marines "
                                                 "warheads missiles weapons systems"),
          figures="persons"),
    Frame("presence", "basing", _set("stationed stations stationing bases"), ("subject",),
          ("in|on",), verb=True, around=_set("troops soldiers forces personnel marines warheads "
                                             "missiles"), figures="persons"),
    Frame("presence", "basing", _set("troops soldiers forces personnel marines"), ("owner",),
          ("in|on",), around=_set("stationed based garrisoned stationing hosts"),
          figures="persons"),
    Frame("presence", "occupation", _set("occupied occupies occupy occupying annexed annexes "
                                         "annexing annex"),
          ("subject",), ("object", "of"), verb=True),
    Frame("presence", "occupation", _set("occupation annexation"), ("owner", "by", "subject"),
          ("of",), verbs=verbs("end* continu* maintain*")),
    # Force
    Frame("force", "attack", _set("attacked attacks attack attacking struck invaded invades invade "
          "invading bombed bombs bombing shelled shelling raided bombarded"),
          ("subject",), ("object", "in"), verb=True,
          not_after=_set("deal deals agreement bargain balance tone chord by")),
    Frame("force", "attack", _set("attack attacks strike strikes airstrike airstrikes bombing "
          "bombings shelling raid raids assault assaults invasion aggression incursion incursions "
          "bombardment offensive siege"),
          ("owner", "by", "subject"), ("on|against|of|into|inside", "in"), verbs=STRIKING,
          not_before=_set("verbal personal hunger general")),
    Frame("force", "attack", _set("war"), ("owner",), ("against|on",),
          not_before=_set("trade cold civil")),
    # Dependence
    Frame("dependence", "dependence", _set("reliance dependence dependency"),
          ("on|upon",), ("owner", "of", "subject"), figures="share",
          verbs=verbs("has have had reduc* end* increas* cut* deepen* ease eased"),
          refine=((ARMS, "arms_dependence"), (ENERGY, "energy_supply"))),
    Frame("dependence", "dependence",
          _set("relies rely relied relying depends depend depended depending dependent reliant"),
          ("on|upon",), ("subject",), verb=True, figures="share",
          refine=((ARMS, "arms_dependence"), (ENERGY, "energy_supply"))),
    # Good offices
    Frame("offices", "mediation",
          _set("mediated mediates mediate mediating brokered brokers brokering broker"),
          ("subject",), ("between", "object"), verb=True,
          unless=_set("loan contract business estate")),
    Frame("offices", "mediation", _set("mediator intermediary mediators"), ("holder",),
          ("between",)),
    Frame("offices", "mediation", _set("mediation"), ("owner", "by", "subject"), ("between", "of"),
          verbs=verbs("offer* lead* led continu*")),
)  # fmt: skip
