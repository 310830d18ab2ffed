"""Nouns by which a text calls somebody it does not name and yet lets speak."""

from __future__ import annotations

SINGULAR = frozenset(
    """official diplomat source analyst expert observer insider economist adviser advisor aide
    spokesman spokeswoman spokesperson negotiator mediator lawmaker commander officer minister
    representative envoy delegate researcher scholar strategist commentator witness resident
    activist trader investor critic lawyer person ambassador consul colonel major general admiral
    brigadier captain lieutenant sergeant soldier senator legislator governor mayor archbishop
    bishop cleric historian academic professor monitor inspector banker broker shipowner skipper
    farmer villager trader engineer pilot doctor nurse teacher attaché emissary intermediary
    interpreter courier""".split()
)
PLURAL = frozenset(
    """officials diplomats sources analysts experts observers insiders economists advisers advisors
    aides spokesmen negotiators mediators lawmakers commanders officers ministers representatives
    envoys delegates researchers scholars strategists commentators witnesses residents activists
    traders investors critics lawyers historians academics pundits skeptics sceptics specialists
    people deputies hosts villagers ambassadors bankers brokers colonels admirals senators
    legislators shipowners""".split()
)
# Of these a text means one man or woman only where it says whose.
# A head of state stands for the state itself and is no source of his own.
OWNED_OFFICES = frozenset("chairman chairwoman chairperson".split())
# These mean somebody only with the words beside them: *chief of staff*, *a ministry man*.
CHIEFS = frozenset({"chief"})
CHIEF_OF = frozenset({"staff", "protocol", "police", "mission", "operations"})
SOURCES = SINGULAR | PLURAL
# A place behind one of these says where he is posted, not for whom he speaks.
POSTED = frozenset(
    """diplomat diplomats ambassador ambassadors envoy envoys consul attaché correspondent
    correspondents""".split()
)
