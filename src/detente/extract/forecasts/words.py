"""The words that tell a forecast from a plan, a promise, a hope and a demand.

The classes follow Palmer, *Mood and Modality* (2001): epistemic against deontic and commissive use
of the same modal is told by the subject, the verb and who speaks.
"""

from __future__ import annotations

from detente.extract.voice import word_set

WILL = word_set(
    """
    will 'll ’ll wo shall
    """
)
MAY = frozenset({"may", "might", "could"})
WOULD = frozenset({"would", "'d", "’d"})

LIKELY = word_set(
    """
    likely unlikely bound set certain sure poised doomed destined expected predicted forecast
    projected tipped anticipated liable apt
    """
)
"""Predicates whose infinitive is what is to come."""

HEDGES = word_set(
    """
    likely probably perhaps possibly certainly surely undoubtedly inevitably almost hardly
    eventually maybe presumably definitely ultimately easily never conceivably arguably
    """
)
"""Adverbs of likelihood that belong to the words of confidence."""

CHANCES = word_set(
    """
    chance prospect odds likelihood hope outlook possibility danger probability expectation risk
    """
)
"""Nouns of likelihood: "the chances of compromise are not great", "there is little hope"."""
OUTLOOKS = word_set(
    """
    chance prospect odds likelihood outlook future probability
    """
)
"""Of them, those that make a forecast out of a plain predicate ("look good", "are bleak")."""
AMOUNTS = word_set(
    """
    little no scant slim small strong good great real every high fair reasonable serious slight
    much any some minimal remote growing
    """
)
"""How much of it there is, in "there is little chance"."""
GRADES = word_set(
    """
    good great bleak grim dim slim poor bright low high promising small remote strong minimal
    zero nil uncertain gloomy rosy encouraging better worse brighter dimmer slimmer favourable
    favorable negligible mixed dark hopeless excellent limited scant unpromising
    """
)
PROMISE = word_set(
    """
    promising bleak grim dim unpromising gloomy hopeless inevitable
    """
)
"""Adjectives that speak of the future by themselves after look, seem, appear, be."""

COPULAS = word_set(
    """
    be look seem appear remain stay
    """
)

PREDICT = word_set(
    """
    predict forecast foresee anticipate expect doubt envisage project
    """
)
"""Verbs whose object or clause is what is to come."""

SCHEDULED = word_set(
    """
    visit meet hold host travel arrive attend depart fly return sign send discuss address speak
    open launch start begin present publish announce unveil receive welcome join chair deliver
    head lead brief convene sit stay inaugurate participate celebrate mark consult gather tour
    talk raise focus represent accompany swear testify vote consider hear examine review confer
    dispatch deploy submit table appear outline pay leave ask debate seek spend stop call cover
    include conduct resume continue step dine go come report propose introduce cut close move
    release hand greet observe tackle explore try work prepare look touch set kick run offer
    provide
    """
)
"""What people and governments put in a calendar: with "will" and an agent, a plan."""
SCHEDULED_PASSIVE = word_set(
    """
    hold sign publish present discuss open host attend chair launch announce unveil deliver send
    join accompany schedule convene debate raise inaugurate release submit receive represent
    lead follow conduct examine review swear deploy put invite give ask consider dedicate devote
    cover brief move transfer take require allow permit offer train pay return hand print broadcast
    show screen set run establish create form appoint name
    """
)
"""Passives of the same: "the treaty will be signed"."""
GATHERINGS = word_set(
    """
    meeting talk summit conference visit session round negotiation ceremony hearing trip tour
    exercise drill forum event call dinner lunch consultation parade vote delegation
    conversation gathering inauguration election referendum trial press agenda discussion launch
    flight mission debate encounter manoeuvre maneuver programme program statement speech
    workshop symposium exhibition festival congress reception
    """
)
"""What is put in a calendar."""
TAKE_PLACE = word_set(
    """
    take begin start open resume continue happen occur follow focus cover last run conclude end
    be deal centre center address include involve concentrate touch hold feature go come close
    tackle mark consider review discuss seek examine explore revolve
    """
)
"""What a gathering does by the calendar; "fail" and "stall" are not among them."""
UNWILLED = word_set(
    """
    face struggle find lose suffer need have be fail succeed gain win see remain become benefit
    regret collapse fall rise grow weaken survive feel know run come get want learn pay miss
    emerge prove turn end drift manage overcome prevail recover change alter realise realize
    understand deteriorate improve slip hesitate depend enjoy continue inherit outlive stumble
    shrink expand
    """
)
"""What befalls an agent rather than is decided by it."""
STATIVE = word_set(
    """
    be have mean know want need feel think believe contain include involve reflect explain
    indicate suggest seem appear represent stem owe matter like understand exist belong consist
    sound look depend signal imply account concern fit regard constitute remember argue say
    wonder ask add note wish prefer hide lie count afford amount
    """
)
"""Verbs with which "may" and "could" mostly speak of the present."""
READ_AS = word_set(
    """
    take see view interpret read regard construe explain say argue describe call consider think
    forgive ascribe attribute blame hear find note add expect characterise characterize use
    trace avoid compare
    """
)
"""Passives that say how a thing may be understood, not what is to come."""
EVALUATIVE = word_set(
    """
    important necessary crucial key essential vital disingenuous naive wrong mistake wise unwise
    foolish useful interesting nice good better best great bad unfair fair premature logical
    helpful appropriate worth remiss glad happy pleased honoured honored grateful ready willing
    prepared reasonable safe correct right irresponsible up welcome delighted sufficient
    available inappropriate fine ideal strange absurd ironic order error shame step folly
    tempting immoral present unthinkable task hard easy difficult time serious unacceptable
    intolerable regrettable outrageous same
    """
)
"""What is judged rather than foretold: "it would be naive", "this will be important"."""

PROPOSALS = word_set(
    """
    plan proposal bill law deal agreement treaty resolution measure system legislation draft act
    amendment accord package scheme initiative pact document text clause provision rule project
    offer mechanism arrangement idea framework order decree programme program roadmap protocol
    shield ban
    """
)
"""Things whose contents are told with "would" and "could"."""
FATE = word_set(
    """
    fail pass collapse succeed survive stall die unravel fall backfire win hold last founder
    hurt harm damage lead trigger provoke spark destroy undermine happen worsen improve poison
    derail emerge become strike reach conclude scrap reject shelve revive abandon kill ratify make
    """
)
"""What befalls such a thing, or comes of it: a forecast after all."""

WISHED = word_set(
    """
    hope wish want pledge promise vow threaten offer propose demand urge call ask order request
    announce plan intend aim agree insist require seek try like prefer swear undertake guarantee
    assure reassure commit appeal invite pray dream long imagine suppose pretend decide instruct
    suggest recommend press count rely ensure know
    """
)
"""Verbs and nouns whose clause is wanted, promised, announced or arranged, not foretold."""
WISHED_CUES = WISHED - {"insist", "suggest", "know", "imagine", "suppose"}
"""The same as the cue of a whole statement, where "insists" and "suggests" report a belief."""
WISH_NOUNS = word_set(
    """
    hope wish pledge promise vow threat proposal demand plan desire effort condition guarantee
    assurance commitment offer decision agreement dream idea suggestion question doubt call
    request announcement goal aim attempt bid undertaking scenario steps step measure way
    speculation possibility opportunity hint rumour rumor suspicion
    """
)
"""Nouns whose clause is wanted, arranged or only imagined."""

CONDITIONS = word_set(
    """
    if unless once provided providing until should
    """
)
"""Words that open a condition."""
NOT_ASSERTED = word_set(
    """
    if unless whether lest until before when once till
    """
)
"""Marks of clauses that assert nothing by themselves."""
NOT_MEANT = word_set(
    """
    mean guarantee imply think believe expect suggest see
    """
)
"""Verbs whose negation takes back their clause: "does not mean that ..."."""
SEEING = frozenset({"see", "witness", "get", "live", "face", "find", "hear", "know", "learn", "read"})
"""With "we", what an observer says of everybody."""

AWAY = word_set(
    """
    off away ahead
    """
)
LATER = word_set(
    """
    soon later eventually tomorrow next coming future sooner years months weeks ever forever
    long quickly shortly
    """
)
"""Words that put a clause in the future."""

RECALLED = frozenset({"say", "tell", "predict", "forecast", "warn", "write", "think", "bet", "believe"})
"""Verbs of one's own words that are past: "I said in February that there would be a date"."""

SURE = frozenset({"confident", "sure", "certain", "convinced", "optimistic", "pessimistic"})
THINKING = frozenset({"predict", "think", "believe", "doubt", "reckon", "forecast", "expect", "bet"})
"""Words by which an outlet tells what somebody thinks will come."""
