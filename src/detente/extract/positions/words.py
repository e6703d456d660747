"""The words by which somebody takes a side: verbs, nouns and adjectives for and against."""

from __future__ import annotations

from detente.extract.voice import word_set

FOR = word_set(
    """
    support back favour favor endorse advocate champion defend welcome promote demand want urge
    propose embrace recommend seek request applaud hail pledge vow wish praise ask offer thank
    prefer commend promise undertake congratulate champion uphold encourage
    """
)
"""Verbs whose object is wanted or held good."""
AGAINST = word_set(
    """
    oppose reject resist condemn denounce criticise criticize deplore decry dismiss veto block ban
    boycott outlaw castigate slam refuse protest accuse blame lambast rebuff spurn
    regret deny bar cancel lament disown dispute denigrate forbid prohibit disavow repudiate
    """
)
"""Verbs whose object is refused or held bad."""
FOR_WITH = {
    "call": {"for", "on", "upon"}, "push": {"for"}, "press": {"for"}, "thank": {"for"},
    "insist": {"on", "upon"}, "stand": {"by", "behind"}, "side": {"with"},
    "agree": {"to", "on", "upon"}, "argue": {"for"}, "vote": {"for"}, "lobby": {"for"},
    "appeal": {"for"}, "hope": {"for"}, "opt": {"for"},
    "stick": {"to", "by"}, "campaign": {"for"}, "plead": {"for"},
}  # fmt: skip
AGAINST_WITH = {
    "object": {"to"}, "warn": {"against"}, "vote": {"against"}, "argue": {"against"}, "bristle": {"at"},
    "balk": {"at"}, "protest": {"against", "at"}, "rule": {"out"}, "speak": {"against"},
    "lash": {"at"}, "lean": {"against"}, "come": {"against"}, "complain": {"about"},
}  # fmt: skip
ACCEPT = word_set("accept tolerate allow permit agree recognise recognize consent countenance stand")
"""Verbs that say no when they are negated; otherwise too weak a sign of a side."""
ACTS_FOR = word_set(
    "ratify sign approve lift legalise legalize pass adopt grant deliver supply restore resume reopen"
)
ACTS_AGAINST = word_set(
    "veto ban outlaw block boycott suspend annul revoke reject bar cancel scrap summon"
)
"""What is done rather than said."""
BREAKING = {
    "break": frozenset({"relations", "ties", "talks", "contacts"}),
    "cut": frozenset({"ties", "relations", "contacts"}),
    "sever": frozenset({"ties", "relations", "contacts"}),
    "close": frozenset({"border", "borders", "embassy", "airspace", "consulate", "crossing", "strait"}),
    "freeze": frozenset(
        {"relations", "ties", "trade", "cooperation", "contacts", "talks", "accession"}
    ),
    "halt": frozenset(
        {
            "exercises",
            "patrols",
            "cooperation",
            "exports",
            "imports",
            "flights",
            "trade",
            "deliveries",
            "shipments",
            "contacts",
            "exchanges",
            "aid",
            "traffic",
        }
    ),
    "recall": frozenset({"ambassador", "ambassadors", "envoy"}),
    "withdraw": frozenset({"ambassador", "ambassadors", "envoy"}),
}
"""Acts that end something, by what they end."""
DROPPING = word_set("drop lift withdraw abandon")
OBSTACLES = word_set("veto objection opposition resistance reservation blockade")
"""Who drops such a thing is for what it stood against."""
HARMS = word_set(
    """
    damage harm hurt undermine jeopardise jeopardize endanger hinder hamper complicate spoil derail
    wreck poison threaten weaken
    """
)
"""What a thing does to what is wanted, in the words of those against the thing."""
HARMED = word_set(
    """
    prospect chance effort process talk talks negotiation relation relations tie trust peace security
    stability sovereignty cooperation settlement agreement balance conference dialogue truce ceasefire
    credibility
    """
)
"""What is harmed by it."""
BROKEN = word_set(
    "promise treaty agreement ceasefire truce law rule word accord deal convention pledge"
)
"""What is broken by those who are accused of it."""
ANNOUNCED = word_set(
    """
    normalization normalisation restoration resumption recognition withdrawal suspension moratorium
    ban embargo boycott sanction ceasefire truce aid credit support reopening opening reduction
    expulsion end halt mobilization mobilisation deployment accession ratification
    """
)
"""Deeds whose announcement is a side taken."""
CHARGES = word_set(
    """
    violate breach ignore provoke undermine distort falsify betray sabotage escalate
    destabilise destabilize interfere meddle occupy invade annex bully blackmail lie mislead
    trample flout abuse misuse harbour harbor torpedo humiliate encroach
    """
)
"""What a speaker says that the other side has done: an accusation."""
ASKING = word_set("ask offer agree wish vote apply defend express voice see call describe")
"""Verbs that take a side only with the right words after them: "asked X to", "sees no reason"."""
CONCERNS = word_set("concern regret alarm dismay dissatisfaction disappointment anger outrage unease")
"""What is expressed by those against: "expressed concern over the searches"."""
FAVOURS = word_set("support solidarity approval satisfaction backing readiness willingness gratitude")
"""What is expressed by those for."""
REASONS = word_set(
    """
    reason need cause point sense alternative solution role place room justification ground basis
    """
)
"""What somebody who is against sees none of: "sees no reason to", "there is no military solution"."""
ALARMED = word_set("alarmed dismayed outraged appalled indignant disturbed concerned worried aghast")
"""What those are who are against a thing: "was alarmed at the raid"."""
WONDERED = word_set("surprising strange odd regrettable sad astonishing curious shameful absurd")
"""What it is called that something "should" be so, by those against it."""
WORRIES = CONCERNS | word_set("worry complaint panic fear criticism suspicion")
"""What those who are for a thing see no reason for: "sees no cause for alarm"."""
LAWS = word_set("act law amendment")
"""What a state's own law is called by its name: "the U.S. Magnitsky Act"."""
AIMS = word_set("aim goal task priority purpose objective")
"""What somebody is for: "the aim was to hold it in the spring"."""
PLEDGES = word_set(
    """
    help support assist aid attend continue go keep try work seek strive cooperate join supply
    deliver arm fund finance defend protect oppose resist fight stand stay reassess reconsider
    review honour honor fulfil fulfill observe respect push press back contribute retaliate respond
    attend participate welcome prefer
    """
)
"""Verbs with which "will" of one's own side is a promise: "Russia would go on helping"."""
WILLED = PLEDGES | word_set(
    """
    hand give extradite allow let sell change abandon drop yield bow budge sign negotiate talk
    compromise lift cut send stop retreat betray tolerate accept return apologise apologize withdraw
    recognise recognize agree permit discuss surrender pay take use put leave consider sacrifice
    impose approve ratify bargain trade deal
    """
)
"""Verbs with which "will not" is a refusal and not a forecast."""
NO_STANCE_OBJECTS = word_set(
    "comment say answer elaborate talk speak discuss name confirm specify be eat drink"
)
"""What is refused without taking a side: "refused to comment"."""

DECISIONS = word_set("decision move vote resolve intention")
"""Nouns that take the side of the verb under them: "its decision to ban adoptions"."""
VIEWS = word_set("view belief conviction position opinion stance contention argument insistence")
"""Nouns over what somebody holds: "its view that the war is a mistake"."""

GUESSES = word_set(
    """
    signal sign hint impression claim allegation idea notion suspicion deny seem appear suggest
    speculate wonder doubt rumour rumor accusation perception assume pretend imagine fear hope
    """
)
"""What makes of a clause a guess: "a signal that Moscow wants ..."."""

HOLDERS_FOR = word_set("ally supporter backer proponent advocate champion defender patron")
HOLDERS_AGAINST = word_set("opponent critic foe enemy adversary")
NOUNS_FOR = word_set(
    "support backing plan proposal demand call insistence commitment advocacy push desire"
)
NOUNS_AGAINST = word_set("opposition objection refusal rejection resistance veto ban condemnation")
NOUN_PREPS = word_set("for to of on that against behind")
READY = word_set("ready prepared willing determined eager keen committed")
UNREADY = word_set("unwilling reluctant unready loath opposed hostile averse allergic")

BAD = word_set(
    """
    unacceptable naive wrong illegal unlawful dangerous destabilising destabilizing counterproductive
    unjustified inadmissible unfair illegitimate irresponsible mistake disaster violation threat
    provocation intolerable senseless absurd immoral unnecessary impermissible unfounded groundless
    hypocritical cynical disrespectful harmful unhelpful aggression interference outrageous
    repugnant gratuitous inflammatory weak flawed shameful disgraceful offensive insulting baseless
    insufficient inadequate reckless criminal farce sham hoax joke insult lie blackmail ridiculous
    worthless void null invalid toothless unworkable unrealistic non-starter nonstarter setback
    insufficient untenable
    """
)
"""What a thing is called by those against it."""
GOOD = word_set(
    """
    acceptable justified necessary essential legitimate indispensable welcome justifiable lawful
    vital imperative inevitable historic milestone relief negotiable
    """
)
"""What a thing is called by those for it."""
CALLED_BAD = BAD | word_set(
    "worrying premature pointless inappropriate concern error blunder crime regrettable folly failure"
)
CALLED_GOOD = GOOD | word_set(
    """
    positive constructive encouraging promising helpful useful right appropriate sensible success
    routine breakthrough victory hopeful balanced fair reasonable wise important
    """
)
"""What a thing is called outright: "called the offer a positive development"."""
BELIEVING = word_set(
    "insist believe think argue maintain say contend hold consider demand stress warn feel"
)
NOT_OBLIGED = word_set("note say add remember recall know mention understand stress recognise forget")
"""Verbs with which "should" is a manner of speaking."""

STRONG = word_set(
    """
    never staunch staunchly strong strongly categorically categorical firmly firm adamantly adamant
    vehemently demand insist veto ban condemn denounce outlaw must unacceptable inadmissible
    repeatedly flatly resolutely resolute absolutely deplore intolerable unequivocally stridently
    """
)
WEAK = word_set(
    """
    may might could reluctant reluctantly cautiously cautious tentatively wary suggest lean
    partly somewhat hesitant consider
    """
)

POLITICAL_NOUNS = word_set(
    """
    opposition rebel government official lawmaker legislator senator diplomat authority ministry
    administration leadership party regime coalition council parliament minister leader congress
    opponent separatist negotiator side delegation
    """
)
"""Nouns that make a phrase a political actor when a state or its people stands in it."""

STAYING = word_set("stay remain go leave end cease stop")
"""Verbs of what is to stay or go, in "insists that sanctions stay"."""
AIMED = word_set("aim direct target")
"""What is done to a thing that is "aimed at Russia": a verdict of the Russians on it."""
ENDING = word_set(
    """
    suspend end halt cease stop freeze withdraw cancel lift remove revoke scrap abandon drop shelve
    close sue leave quit renounce
    """
)
"""Deeds that end something: who announces one is against what it ends."""
RESTRAINTS = word_set(
    "sanction embargo ban siege boycott blockade restriction tariff duty curb measure"
)
"""What is imposed, and what is lifted by those who are against it."""
IMPOSING = word_set("put impose levy slap place introduce")
"""Verbs with which restraints are laid on somebody."""
STALLING = word_set("remain stay stop fail collapse die prevent hinder keep")
"""What should *not* happen in the eyes of those who are for a thing: "must not remain on paper"."""
CONTACTS = word_set(
    """
    visit summit stop trip journey meeting invitation call conversation dinner breakfast lunch remark
    tea communique readout appointment handshake photograph seat room guest counterpart relationship
    atmosphere tone host hospitality welcome letter photo interview
    """
)
"""What belongs to a contact and is no matter: who wants or regrets it takes no side."""
DOUBTS = word_set(
    """
    sceptical skeptical cautious wary doubtful hurdle obstacle problem difference doubt reservation
    caution concern cool premature
    """
)
"""What makes of praise a mixed verdict: "welcomed it but was sceptical"."""
YIELDING = word_set("bow yield surrender respond submit kneel")
PRESSURE = word_set("pressure threat blackmail ultimatum demand force sanction dictate coercion")
"""What somebody never does who refuses: "never responds to pressure"."""
OWED = word_set("apologise apologize negotiate discuss concede answer explain regret")
"""What somebody has "nothing to" do who will not do it."""
OWN_DEEDS = word_set(
    """
    carry implement ratify recognise recognize sign withdraw lift restore resume suspend end halt
    cancel expel close open reopen impose ban block veto boycott reject release return recall leave
    reduce increase abide comply cooperate
    """
)
"""Deeds that "will" promises where the one who is to do them speaks."""
SIDES_OF_THEIR_OWN = word_set(
    """
    rebel separatist insurgent militant guerrilla opposition junta mayor party bloc militia coalition
    faction state separatists islander settler tribe union movement republican democrat conservative
    liberal lawmaker legislator senator socialist nationalist reformist hardliner moderate dissident
    """
)
"""Nouns whose bearers take sides though no state is theirs: "the separatists", "the Arab states"."""

VERDICTS = BAD | GOOD
"""What a thing is called by those who take a side on it."""
VERBS = (
    FOR | AGAINST | frozenset(FOR_WITH) | frozenset(AGAINST_WITH) | ACCEPT | ACTS_FOR | ACTS_AGAINST
    | ASKING | frozenset(BREAKING) | CHARGES | {"announce", "threaten", "take"} | AIMED | IMPOSING
    | YIELDING | HARMS | DROPPING | {"find", "seek"}
)  # fmt: skip
"""Every verb that can take a side."""
