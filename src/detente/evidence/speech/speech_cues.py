"""Words that announce what somebody says, thinks or publishes.

The lists were compiled for Détente from ordinary reporting style. A cue *takes*:

``q``  a quotation in marks (*said*), ``c`` a that-clause (*said that*), ``z`` a clause even
without *that* (*said it was*), ``o`` a noun as what is said (*condemned the raid*),
``k`` a noun, but weakly: the item is not core (*reiterated its stance*),
``n`` a name or judgement for something (*called it a trap*, *views them as partners*),
``a`` somebody addressed before the clause (*told Reuters*), ``i`` somebody and *to* with a verb
(*urged them to leave*), ``t`` the same as a forecast (*expect them to leave*), ``w`` a plan with
*to* (*promised to leave*), ``d`` a noun where a document speaks (*figures show a fall*), ``p`` a
figure (*puts the cost at*).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detente.evidence.items import StatementType

Form = Literal["base", "s", "past", "ing"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun with its lemma, the kind of statement it makes and what it takes."""

    lemma: str
    type: StatementType
    takes: frozenset[str]
    preposition: str | None = None


@dataclass(frozen=True, slots=True)
class CueForm:
    """One written form of a verb cue."""

    cue: Cue
    form: Form


# lemma:takes, speech unless the table says otherwise.
_SPEECH = """
say:qcz tell:qacz state:qcz add:qcz note:qczo remark:qcz declare:qczo argue:qcz claim:qczo
insist:qcz stress:qco emphasise:qco emphasize:qco warn:qczai announce:qco explain:qco
reiterate:qck repeat:qck reply:qc respond:qc answer:qc ask:qi admit:qczo acknowledge:qczo
concede:qcz confirm:qczo deny:qco assert:qczo affirm:qczo reaffirm:qck maintain:qc
contend:qcz suggest:qcz indicate:qczo reveal:qczo disclose:qczo report:qczo write:qcz tweet:qc
post:q comment:qc observe:qcz recall:qczo predict:qczo estimate:qczp project:qcz forecast:qczo
caution:qcai complain:qc boast:qc joke:qc quip:qc conclude:qc continue:q exclaim:qc shout:q
echo:q urge:qio plead:q promise:qczaow pledge:qcow vow:qcw swear:qczw threaten:qcw
propose:qcow recommend:qco demand:qcow signal:qczo agree:qcw allege:qczo testify:qcz
hint:qc imply:qcz stipulate:qc underline:qco underscore:qco highlight:qco point:qc
counter:qc retort:qc justify:o defend:o interject:q sigh:q chant:q yell:q scream:q
snap:q muse:qc opine:qc mutter:q whisper:q cry:q
lament:qco mourn:o
reason:qc venture:q volunteer:q advise:qcai assure:qacz inform:ac remind:qaci notify:ac
outline:o reference:o cite:o criticise:o criticize:o condemn:qo welcome:qo reject:qo praise:qo
dismiss:qon denounce:qon hail:qon applaud:o deplore:qo slam:qon blast:qon decry:qon
deride:qon mock:o endorse:o express:o voice:o describe:qon detail:o mention:oc preview:qo
call:qn brand:qn label:qn term:qn dub:qn tout:qn characterise:qn characterize:qn liken:n
portray:n depict:n invoke:o blame:o accuse:qo thank:o commend:o congratulate:o laud:qo
rebuke:o castigate:o lambast:o lambaste:o salute:o rebuff:o rebut:o refute:o question:qo dispute:o
protest:qco offer:qw link:k tie:k summarise:qo summarize:qo quote:o elaborate:q specify:qco
clarify:qc grumble:qc confide:qc scoff:qc gripe:qc fume:q allow:c retweet:q attest:qc avow:qc
proclaim:qco profess:qc
posit:qc theorise:qc postulate:qc reassure:qac relate:qc recount:qco
refuse:w regret:qco request:oiw invite:i order:io instruct:i appeal:q lobby:q
commit:w undertake:w appreciate:o recognise:co recognize:co task:i direct:i encourage:i implore:iq
exhort:iq beg:iq counsel:ci authorise:i authorize:i approve:k designate:n advocate:o discuss:k
convey:c remark:qc begin:q interrupt:q finish:q
""".split()
_OPINION = """
think:qcz believe:qcz reflect: expect:czt hope:qczw fear:qczo doubt:qczo feel:qcz consider:n see:n
view:n regard:n suspect:cz assume:cz reckon:qcz anticipate:czo worry:qcz deem:n judge:cn
speculate:qc presume:cz understand:c surmise:cz envision:o foresee:czo wonder:q sense:c perceive:cn
""".split()
_DOCUMENT = """
show:cd find:czd read:q document:cd put:p establish:c illustrate:cd
list:d contain:d record:d rank:d measure:d peg:p
""".split()

# Verb and preposition: what follows the preposition is what is said. ``r``: a request, where
# the words after the preposition are no statement on their own, so the content has the verb too.
_PREPOSITIONAL = """
call:on:r call:for:r appeal:for:r appeal:to:r warn:of:o warn:against:o insist:on:o object:to:o
complain:about:o complain:of:o refer:to:o point:to:o allude:to:o hint:at:o speak:of:o
speak:about:o talk:about:o talk:of:o comment:on:o argue:for:o argue:against:o caution:against:o
protest:against:o agree:on:o agree:to:o boast:of:o elaborate:on:o push:for:r press:for:r
plead:for:r advocate:for:o apologise:for:o apologize:for:o vouch:for:o dwell:on:o touch:on:o
testify:to:o attest:to:o ask:for:r point:out:qcz spell:out:o lay:out:o set:out:o
set:forth:o rule:out:o hit:out:q lash:out:q put:forward:o commit:to:o reflect:on:o
decide:against:o inquire:about:o enquire:about:o insist:upon:o call:upon:r
reflect:upon:o opine:on:o remark:on:o press:to:r go:on:q
""".split()

# Verb, particle and the prepositions before what is said: *spoke out against the raid*.
_PARTICLES = """
speak:out:against,for,about,on come:out:against hit:back:at lash:out:at,against push:back:against
hit:out:at,against look:forward:to speak:up:for fire:back:at
""".split()
_HOPED = frozenset(("look",))

_IRREGULAR_PAST: Mapping[str, tuple[str, ...]] = {
    "say": ("said",),
    "tell": ("told",),
    "think": ("thought",),
    "write": ("wrote", "written"),
    "speak": ("spoke", "spoken"),
    "see": ("saw", "seen"),
    "understand": ("understood",),
    "feel": ("felt",),
    "find": ("found",),
    "swear": ("swore", "sworn"),
    "read": ("read",),
    "put": ("put",),
    "show": ("showed", "shown"),
    "forecast": ("forecast", "forecasted"),
    "foresee": ("foresaw", "foreseen"),
    "lay": ("laid",),
    "set": ("set",),
    "hit": ("hit",),
    "come": ("came",),
    "begin": ("began", "begun"),
    "go": ("went", "gone"),
    "undertake": ("undertook", "undertaken"),
    "beg": ("begged",),
}
_DOUBLED = frozenset(
    "admit quip refer regret rebut dub slam peg put set hit commit beg begin".split()
)
# British spelling doubles the l, American does not; both are read.
_EITHER = frozenset("signal label".split())

# Verbs whose base or s-form is a common noun: they need a clear subject beside them.
NOUN_LIKE = frozenset(
    """claim report call note state demand comment answer estimate project stress fear hope
    view signal doubt promise pledge request question remark forecast post tweet find label
    praise link tie blame detail highlight outline reference preview show read feel echo joke vow
    boast hint address worry term brand document record list rank measure point order volunteer
    counter protest offer mock voice caution appeal warning urge plea sense regret lament dismiss
    reply hail term tout quote cry reason venture salute task direct
    approach press push fire come look present counsel discuss""".split()
)

# Nouns that hold a statement: X's claim that …; ``core`` False as they only weakly say so.
NOUN_CUES: Mapping[str, StatementType] = {
    **dict.fromkeys(
        """claim claims assertion assertions statement statements warning warnings announcement
        accusation accusations allegation allegations argument insistence demand demands call
        calls promise promises pledge pledges vow assurance assurances denial proposal
        suggestion suggestions threat threats emphasis declaration contention admission
        acknowledgement acknowledgment complaint complaints criticism remark remarks comment
        comments description rhetoric appeal reminder prediction refusal rejection
        condemnation commitment""".split(),
        "speech",
    ),
    **dict.fromkeys(
        """fear fears hope hopes belief view views opinion concern concerns doubt doubts
        conviction expectation expectations suspicion suspicions worry worries assessment
        scepticism skepticism confidence optimism pessimism""".split(),
        "opinion",
    ),
    **dict.fromkeys(
        "finding findings conclusion estimate estimates forecast projection projections".split(),
        "document",
    ),
}

# Feelings and views as objects of *express* and *voice*: an opinion, not a statement of fact.
FEELING = frozenset(
    """support optimism pessimism concern concerns hope hopes doubt doubts fear fears scepticism
    skepticism confidence regret disappointment frustration alarm outrage anger sympathy
    solidarity satisfaction dissatisfaction
    desire opposition reservations worry worries dismay outrage shock sorrow condolences
    caution""".split()
)

# What a paper is called: as a subject of *says* or *shows* it makes a document statement.
DOCUMENT_NOUNS = frozenset(
    """report reports memo memorandum memos study studies poll polls survey surveys statistics
    figures data estimate estimates document documents statement communique communiqué
    paper papers analysis analyses assessment assessments letter letters resolution text sheet
    readout transcript numbers research index review forecast forecasts projection projections
    article editorial op-ed brief briefing bulletin census dossier filing website message
    findings records treaty agreement accord declaration protocol charter
    note calculations tally results audit ranking indictment ruling""".split()
)
# Heads of a noun phrase that can speak, where no mention says so.
_SPEAKERS = frozenset(
    """official officials presidents premiers chancellors kings secretaries heads men women pair
    trio pope mayors generals spokesman spokeswoman spokesperson spokesmen spokespersons minister
    ministers president premier chancellor king queen prince emir sultan analyst analysts
    expert experts economist economists observer observers critic critics source sources
    insider insiders diplomat diplomats negotiator negotiators mediator mediators lawmaker
    lawmakers senator senators leader leaders resident residents witness witnesses envoy envoys
    ambassador ambassadors general commander commanders chief chiefs chair chairman chairwoman
    secretary mayor governor governors police military army navy government governments ministry
    ministries office team administration cabinet parliament party group council commission
    union agency agencies embassy delegation delegates side sides authorities rebels protesters
    protestors researchers researcher scholars scholar historians historian reporters journalists
    journalist opposition opponents supporters allies aides aide adviser advisers advisor advisors
    people participants countries nations members media newspaper outlet company firm bank court
    prosecutor prosecutors lawyer lawyers judge judges commissioner representative
    representatives parties militants fighters activists scientists doctors workers organisers
    organizers investigators campaigners think-tank institute committee alliance coalition
    organisation organization director head strategists pollsters politicians deputies
    republicans democrats conservatives mps foundation association regime presidency
    junta monitors inspectors speaker presenter broadcaster author authors writer professor
    correspondent columnist soldiers refugees villagers voters citizens professors
    executives groups militias outlets newspapers officers bankers traders investors sceptics
    skeptics chairperson chairpersons counterpart counterparts commissioners boss cleric clerics
    panel mission board tribunal watchdog senate congress assembly bureau department secretariat
    fund league bloc charity channel network station force lobby ombudsman inspectorate taskforce
    rival rivals opponent predecessor successor host taoiseach monarch pontiff patriarch archbishop
    dictator strongman wife husband widow son daughter brother sister father mother friend lawyer
    imam bishop candidate candidates nominee ruler rulers monarch regulator regulators authority
    crowd crowds mourners marchers relatives student students teacher teachers captain
    negotiators lawmaker pilot eyewitness""".split()
)
SPEAKER_NOUNS = _SPEAKERS | {
    # One form of each is enough to write down; singular and plural speak alike.
    word[:-1] if word.endswith("s") else f"{word}s"
    for word in _SPEAKERS
    if not word.endswith(("ss", "men", "us"))
}
# Of those, the ones whose word counts as a view rather than as news.
ANALYST_NOUNS = frozenset(
    """analyst analysts expert experts economist economists observer observers scholar scholars
    historian historians researcher researchers critic critics strategists pollsters sceptics
    skeptics commentators commentator""".split()
)


# As participles these mostly tell what an event means, not what somebody says.
OF_EVENTS = frozenset("signal suggest indicate show reveal imply illustrate reflect find".split())


def _inflect(lemma: str) -> list[tuple[str, Form]]:
    out: list[tuple[str, Form]] = [(lemma, "base")]
    vowel_y = len(lemma) > 1 and lemma[-1] == "y" and lemma[-2] not in "aeiou"
    if vowel_y:
        out.append((lemma[:-1] + "ies", "s"))
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        out.append((lemma + "es", "s"))
    else:
        out.append((lemma + "s", "s"))
    stems = {lemma + lemma[-1]} if lemma in _DOUBLED else {lemma}
    if lemma in _EITHER:
        stems.add(lemma + lemma[-1])
    for stem in sorted(stems):
        if lemma in _IRREGULAR_PAST:
            out += [(form, "past") for form in _IRREGULAR_PAST[lemma]]
        elif vowel_y:
            out.append((lemma[:-1] + "ied", "past"))
        elif stem.endswith("e"):
            out.append((stem + "d", "past"))
        else:
            out.append((stem + "ed", "past"))
        drops = stem.endswith("e") and not stem.endswith(("ee", "oe", "ye"))
        out.append((stem[:-1] + "ing" if drops else stem + "ing", "ing"))
    return out


@dataclass(frozen=True, slots=True)
class ParticleCue:
    """A verb with a particle, and the prepositions that may follow it."""

    cue: Cue
    prepositions: frozenset[str]


def _with_particles() -> dict[tuple[str, str], ParticleCue]:
    out: dict[tuple[str, str], ParticleCue] = {}
    for line in _PARTICLES:
        lemma, particle, prepositions = line.split(":")
        words = prepositions.split(",")
        kind: StatementType = "opinion" if lemma in _HOPED else "speech"
        cue = Cue(f"{lemma} {particle} {words[0]}", kind, frozenset("o"), words[0])
        out[(lemma, particle)] = ParticleCue(cue, frozenset(words))
    return out


def _compile() -> tuple[dict[str, CueForm], dict[tuple[str, str], Cue]]:
    forms: dict[str, CueForm] = {}
    lines: dict[str, tuple[StatementType, frozenset[str]]] = {}
    tables: tuple[tuple[list[str], StatementType], ...] = (
        (_SPEECH, "speech"),
        (_OPINION, "opinion"),
        (_DOCUMENT, "document"),
    )
    for table, kind in tables:
        for line in table:
            lemma, _, takes = line.partition(":")
            known = lines.get(lemma)
            merged = frozenset(takes) | (known[1] if known else frozenset())
            lines[lemma] = (known[0] if known else kind, merged)
    prepositional: dict[tuple[str, str], Cue] = {}
    for line in _PREPOSITIONAL:
        lemma, preposition, takes = line.split(":")
        cue = Cue(f"{lemma} {preposition}", "speech", frozenset(takes), preposition)
        prepositional[(lemma, preposition)] = cue
        lines.setdefault(lemma, ("speech", frozenset()))
    for line in _PARTICLES:
        lines.setdefault(line.partition(":")[0], ("speech", frozenset()))
    for lemma, (statement, takes_set) in lines.items():
        cue = Cue(lemma, statement, takes_set)
        for word, form in _inflect(lemma):
            # *found* is a past; a base or s-form never displaces what is there.
            if word not in forms or form == "past":
                forms[word] = CueForm(cue, form)
    return forms, prepositional


VERB_FORMS, PREPOSITIONAL = _compile()
PARTICLES = _with_particles()
"""``VERB_FORMS`` maps a written form to its verb, ``PREPOSITIONAL`` (lemma, preposition) to its."""
