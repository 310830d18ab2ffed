"""Verbs by which a text hands the word to somebody."""

from __future__ import annotations

SPEECH = frozenset(
    """say says said tell tells told note notes noted add adds added warn warns warned state states
    stated declare declares declared announce announces announced claim claims claimed argue
    argues argued explain explains explained insist insists insisted stress stresses stressed
    emphasise emphasises emphasised emphasize emphasizes emphasized remark remarks remarked
    comment comments commented reply replies replied respond responds responded ask asks asked
    urge urges urged confirm confirms confirmed deny denies denied report reports reported write
    writes wrote tweet tweets tweeted post posts posted reiterate reiterates reiterated
    acknowledge acknowledges acknowledged admit admits admitted reveal reveals revealed suggest
    suggests suggested indicate indicates indicated describe describes described call calls called
    demand demands demanded vow vows vowed pledge pledges pledged promise promises promised
    criticise criticised criticize criticizes criticized condemn condemns condemned praise praises
    praised welcome welcomes welcomed dismiss dismisses dismissed reject rejects rejected accuse
    accuses accused caution cautions cautioned believe believes believed think thinks thought
    expect expects expected hope hopes hoped fear fears feared see sees saw view views viewed
    predict predicts predicted project projects projected estimate estimates estimated assess
    assesses assessed conclude concludes concluded observe observes observed point points pointed
    propose proposes proposed signal signals signalled signaled recall recalls recalled continue
    continues continued voice voices voiced express expresses expressed brief briefs briefed quote
    quotes quoted agree agrees agreed disagree disagrees doubt doubts doubted question questions
    questioned highlight highlights highlighted underline underlines underlined underscore
    underscores underscored contend contends contended allege alleges alleged assert asserts
    asserted maintain maintains maintained concede concedes conceded speculate speculates
    speculated forecast forecasts wonder wonders wondered know knows knew understand understands
    understood""".split()
)
# Further verbs that only somebody who speaks is the subject of.
TELLING = SPEECH | frozenset(
    """speak speaks spoke grumble grumbles grumbled sigh sighs sighed quip quips quipped joke jokes
    joked complain complains complained lament laments lamented retort retorts retorted scoff
    scoffs scoffed confide confides confided counter counters countered boast boasts boasted
    protest protests protested hint hints hinted mutter mutters muttered recount recounts
    recounted threaten threatens threatened swear swears swore regret regrets regretted denounce
    denounces denounced hail hails hailed applaud applauds applauded deplore deplores deplored
    appeal appeals appealed object objects objected worry worries worried marvel marvelled fume
    fumed scold scolded snap snapped ventured mused volunteered blame blames
    blamed thank thanks thanked congratulate congratulates congratulated commend commends commended
    salute salutes saluted mourn mourns mourned regard regards regarded propose""".split()
)
# Past forms that do not end in -ed, of what persons do in the news.
IRREGULAR = frozenset(
    """met left spoke went came took gave made held saw wrote led sought won lost kept sent put set
    began ran stood fought brought broke chose drew fell felt found flew got grew heard hit knew
    laid let meant paid read rose sat sold shot stuck struck swore taught thought threw understood
    withdrew became built bought caught cut dealt drove ate forgot froze hid hurt lay lent quit
    rode rang shook shut slept spent spread stole swept swung tore woke wore""".split()
)
AUXILIARIES = frozenset(
    """is are was were be been has have had do does did will would can could may might must shall
    should isn't aren't wasn't weren't hasn't haven't won't wouldn't can't cannot couldn't didn't
    doesn't don't""".split()
)
