"""Which capitalised words may be part of a person's name, and which never are."""

from __future__ import annotations

PARTICLES = frozenset(
    """al el ul ur bin ibn bint ben abu abd van von der den de da di do dos das du del della la le
    ter ten zu y e ould""".split()
)
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV", "VI", "VII", "VIII", "XIV", "XVI"})
ARTICLES = frozenset({"the", "a", "an"})
# Family names that commonly stand before the given name, in letters without marks.
EASTERN_FAMILY_NAMES = frozenset(
    """ahn bae bui cai cao chang chen cheng cho choe choi chung dang deng ding doan duong fan fang
    feng gao gu guo han he hoang hong hu huang hwang hyun jang jeon jeong jia jiang jin jung kang ki
    kim kong kwon le lee lei li liang liao lim lin liu lu luo luong ma mao ngo nguyen noh oh pan
    park peng pham phan qian qin ri ryu seo shao shen shi shin sim song su suh sun tan tang tao to
    tran trinh truong tsai vo vu wang wei wu xi xia xiao xie xu xue yan yang yao ye yi yoo yoon yu
    yuan yun zeng zhang zhao zheng zhong zhou zhu""".split()
)
DAYS_AND_MONTHS = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December""".split()
)

# Words that open sentences and headings, written with a capital there.
FUNCTION_WORDS = frozenset(
    """a about above accordingly across after afterwards again against ahead all almost along
    already also although altogether always amid amidst among amongst an and another any
    anyone anything apart are around as aside at away back based be because been before behind
    being below beneath beside besides between beyond both but by can cannot certainly clearly
    colleagues consequently could currently dear despite did do does don't done down due
    during each earlier early either else elsewhere even eventually ever every everyone
    everything everywhere except excuse far few finally first firstly following for former
    formerly fortunately forward four frankly friends from further furthermore given go good
    great had happy has have having he hello hence her here herself him himself his how
    however i if in indeed inside instead into is it its itself just ladies last lastly late
    later latest least less lest let like likewise long look looking many may maybe me mean
    meanwhile might mine more moreover most mr mrs ms much must my myself naturally near
    nearly neither never nevertheless new next nine no nobody none nonetheless nor not nothing
    notwithstanding now nowhere obviously of off often oh okay on once one only onto or other
    others otherwise our ours out outside over overall own past per perhaps please pending
    plus possibly previously prior probably question quite rather really recall recently
    regarding right said same say second secondly see seven several shall she should similarly
    since six so some somebody someone something sometimes somewhere soon speaking still such
    sure ten than thank thanks that the their theirs them then there thereafter therefore
    these they third this those though three through throughout thus to today together
    tomorrow tonight too toward towards true two under undoubtedly unfortunately unless unlike
    until up upon us usually very via was watch we welcome well were what whatever when
    whenever where whereas wherever whether which while who whoever whole whom whose why will
    with within without would yes yesterday yet you your yours yourself""".split()
)

# Capitalised nouns that name things, places and texts, not people.
THING_WORDS = frozenset(
    """accord accords act action address administration affairs agenda agreement agreements aid air
    aircraft airlines airport alliance ambassadors amendment annex announcement area areas
    argument army article articles artificial assembly attack avenue background bank bay beach
    border briefing bridge building bureau business call camp capital cape center central centre
    century ceremony challenges chamber channel chapter charter church cities city climate club
    coalition coast cold college commission committee common communiqué community company
    conference congress constitution consultation convention cooperation corridor council
    countries country county court creek crisis custom customs day days deal debate decade
    declaration defence defense deliberations department desert development dialogue diplomacy
    diplomatic disease district division doctrine document dollar earth east eastern economic
    economy election elections embassy empire energy environment era euro event evening exchange
    executive expansion express extension facility fact federation field fleet force forces
    foreign forest formula forum foundation framework free freedom front full fund gas gate
    general global goals governance government governments ground group guard gulf hall harbor
    harbour health heights high highway hill hills history holy hotel hospital house human
    humanitarian independence indicators industry influence information infrastructure initiative
    institute institution intelligence international investment island islands issue item items
    joint jewish journal justice key lake land law laws league letter liberation library line list
    lower mandate map market marine memorandum meeting memorial message middle military mineral
    mission model moment monument morning mosque mount mountain mountains move movement museum
    nation national nations naval navy network news night no north northeast northern northwest
    nuclear number ocean office oil olympic olympics online operation opportunities option options
    order organisation organization outlook page pact palace paper parliament part
    parties partnership party peace peninsula people peoples pilot pipeline plain plan plateau
    platform point policy political pool port post power powers press prize procedure
    process programme program project promise proposal protection protocol province provisional
    public radio railway record red reform region regional relations
    religious report republic resolution resort responsibility review right rights river road
    roadmap room rose round route rule rules sanctions school sea seas season secretariat section
    sector secure security senate sentence service session settlement shield side sites situation
    social solution south southeast southern southwest space special square stage state statement
    states station steps stock strait straits strategic strategy street strip summit supplementary
    support supreme system table talks target task tax technology telegraph temple term terms
    territory theater theatre times title tour tower trade transcript transition transparency
    treaty tribunal troops trust union unit united unity university upper valley version
    via victory video village virus vision visit wall war wars warfare waters way week west
    western white women world year years youth zone""".split()
)
