"""Words by which a text says that somebody does something now, did it then, or might."""

from __future__ import annotations

from typing import Literal

Tense = Literal["present", "past"]

# What holders of offices do in reports: to speak, to meet, to decide, to move.
_VERBS = """
accept accompany accomplish accuse acknowledge act add address adjust admit adopt advance advise
advocate affirm agree aim allege announce answer appeal appear applaud appoint approve argue
arrive ask assert assess assume assure attack attend attribute authorise authorize avoid await
award back ban bear begin believe blame block board brief bring broker build buy call cancel
caution chair challenge chart cheer cite claim clarify climb close co-chair co-host come commend
comment commit complain complete conclude condemn conduct confer confirm congratulate consider
consult contact contend continue convene convey cooperate counter create credit criticise
criticize cultivate cut decide declare decline decree dedicate deepen defend define deliver
demand demonstrate denounce deny depart deploy describe detail develop direct disclose
discourage discuss dismiss dispatch dispute dodge double doubt downplay draw echo elaborate
embark embrace emphasise emphasize encourage end endorse enjoy ensure enter escalate establish
exchange exclude expect explain express extend face fail favor favour fear find finish fire fly
follow forge form formalise freeze get give go govern grant greet guarantee hail handle have
head hear help highlight hint hold hope host identify implement impose improve include increase
indicate inform insist inspect instruct intend intensify interrupt intervene introduce invite
issue join justify keep know label land laud launch lay lead lean learn leave let lift limit
list listen lobby lose maintain make manage mark match mediate meet mention monitor mourn move
name navigate need negotiate nominate note notify object observe offer open oppose opt order
outline oversee own pardon participate pave pay phone pick pitch plan play plead pledge point
pose postpone praise prepare present preside press pressure proclaim promise promote propose
prove provide publish pull pursue push put question quote raise rally ratify reach read reaffirm
realise reassure recall receive recognise recognize recommend recount reduce reflect refrain
refuse regard register reiterate reject release rely remain remark remember remind renew repeat
replace reply report request rescind resist respond restate resume retain return reveal review
rule rush salute say schedule secure see seek seem sell send set settle shake share shift show
sign signal sit skip slam smile sound speak spearhead spell spend split sponsor stand start
state stop stress struggle submit suffer suggest summon support surprise survive suspend swear
table take talk telephone tell thank think threaten thwart toast tour travel try turn tweet
underline underscore unveil uphold urge use vacation veto view visit voice vote vow wait walk
want warn wave weigh welcome win wish withdraw work wrap write
""".split()
_IRREGULAR = {
    "bear": "bore", "begin": "began", "bring": "brought", "build": "built", "buy": "bought",
    "come": "came", "cut": "cut", "draw": "drew", "find": "found", "fly": "flew", "freeze":
    "froze", "get": "got", "give": "gave", "go": "went", "have": "had", "hear": "heard",
    "hold": "held", "keep": "kept", "know": "knew", "lay": "laid", "lead": "led", "leave":
    "left", "let": "let", "lose": "lost", "make": "made", "meet": "met", "oversee":
    "oversaw", "pay": "paid", "put": "put", "read": "read", "say": "said", "see": "saw",
    "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "shake": "shook",
    "show": "showed", "sit": "sat", "speak": "spoke", "spell": "spelt", "spend": "spent",
    "split": "split", "stand": "stood", "swear": "swore", "take": "took", "tell": "told",
    "think": "thought", "win": "won", "withdraw": "withdrew", "write": "wrote",
}  # fmt: skip
_DOUBLED = frozenset("ban commit confer opt plan skip slam stop submit wrap".split())
# After a subject these open a verb group that says what is so, or will be.
_PRESENT_AUXILIARIES = frozenset("is are has have will does do can must shall".split())
_PAST_AUXILIARIES = frozenset("was were did".split())
# What is only thought of, or was over before the time that is told of.
UNREAL = frozenset("would could might may should had ’d".split())


def _past(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in _DOUBLED else "") + "ed"


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "sh", "ch")) else "s")


def _tenses() -> dict[str, Tense]:
    found: dict[str, Tense] = dict.fromkeys(_VERBS, "present")
    found |= dict.fromkeys(map(_third, _VERBS), "present")
    found |= dict.fromkeys(map(_past, _VERBS), "past")
    found |= dict.fromkeys(_PAST_AUXILIARIES, "past")
    found |= dict.fromkeys(_PRESENT_AUXILIARIES, "present")
    return {word: tense for word, tense in found.items() if word not in UNREAL}


TENSES = _tenses()
"""The finite forms that may follow a subject, with their tense."""

_WITH_DIRECTLY = """accompany ask assure brief call congratulate contact greet host inform invite
join meet phone press receive remind telephone tell thank urge visit welcome""".split()
# Inverted: *said Prime Minister …*.
_INVERTED = "say add note warn declare explain reply insist write stress announce argue".split()


def _forms(verbs: list[str]) -> frozenset[str]:
    ing = (v[:-1] + "ing" if v.endswith("e") and v != "see" else v + "ing" for v in verbs)
    return frozenset([*verbs, *map(_third, verbs), *map(_past, verbs), *ing])


DIRECTLY = (
    _forms(_WITH_DIRECTLY) | frozenset(map(_past, _INVERTED)) | frozenset(map(_third, _INVERTED))
)
"""Verbs that have the person as object, or as subject after them."""

ACTS_WITH = _forms(
    "meet speak talk confer consult agree work discuss negotiate appear stand join dine sit".split()
) | frozenset(
    """talks talk meeting meetings call calls conversation conversations discussions discussion
    summit dialogue negotiations session lunch dinner breakfast consultations briefing conference
    phone spoken met held hold holds holding visit letter gratitude thanks appreciation invitation
    condolences congratulations message presence question questions""".split()
)
"""Words that join a person by *with*, *between*, *to*: the acts that take two."""

JOINERS = frozenset("with between to alongside from for of".split())
BEING = frozenset("is are was were be been being".split())
