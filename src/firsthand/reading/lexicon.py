"""Words that tell what kind of source a name or description is.

Tables, so that anyone can extend them; all lower case. They are for language, not for a text: an
outlet is in `OUTLETS` only if its name does not show that it is one.
"""

TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir dame lord lady rev reverend father sister brother imam
    mufti rep sen gov lt col gen maj sgt capt cmdr adm rear vice judge justice president senator
    congressman congresswoman governor mayor chancellor premier secretary ambassador king queen
    prince princess pope cardinal archbishop bishop rabbi coach officer detective constable
    inspector sheriff chief captain major general colonel sergeant lieutenant admiral commander
    representative speaker minister attorney chairman chairwoman chair commissioner councilman
    councilwoman councillor deputy del agent private hon honorable gop first republican democrat
    democratic retired then former ex mp mps mep msp mla ofc
""".split()
)
"""Words before a person's name that are no part of it."""

ROLES = frozenset(
    """
    spokesman spokeswoman spokesperson spokespeople official officials officer officers source
    sources representative representatives aide aides adviser advisers advisor advisors analyst
    analysts expert experts professor director editor reporter correspondent journalist
    columnist author writer lawyer lawyers attorney attorneys prosecutor prosecutors judge
    doctor doctors nurse teacher student students researcher researchers scientist scientists
    economist economists strategist strategists consultant pollster operative manager executive
    executives ceo cfo founder co-founder owner chairman chairwoman chair president
    vice-president minister ministers secretary commissioner ambassador senator senators
    congressman congresswoman congressmen lawmaker lawmakers governor mayor councilman
    councilwoman councillor deputy candidate nominee leader leaders activist activists advocate
    advocates volunteer volunteers voter voters resident residents neighbor neighbors neighbour
    neighbours witness witnesses victim victims survivor survivors passenger passengers head
    chief master soldier soldiers guard guards fighter fighters militant militants rebel rebels
    commander commanders general colonel captain sergeant detective inspector sheriff agent
    agents investigator investigators police cop cops critic critics supporter supporters
    opponent opponents friend friends relative relatives father mother brother sister son
    daughter husband wife uncle aunt cousin parent parents boyfriend girlfriend fiance family
    man woman boy girl men women people person someone somebody others individual individuals
    member members employee employees worker workers staffer staffers insider insiders
    negotiator mediator envoy diplomat diplomats citizen citizens user users fan fans player
    players star singer actor actress presenter host anchor blogger vlogger coach trader traders
    investor investors informant whistleblower defector hostage hostages prisoner prisoners
    detainee detainees inmate inmates republican democrat republicans democrats conservative
    conservatives liberal liberals economist publicist agent manager gardener farmer driver
    rival rivals niece nephew scholar veteran nun nuns monk monks abbess abbot classmate
    classmates peer peers colleague colleagues roommate roommates teammate teammates
    customer customers client clients patient patients executioner exec execs commuter commuters
    pilot engineer technician photographer musician artist priest bishop cleric imam mufti rabbi
    pastor king queen prince princess pope teenager teen youth villager villagers local locals
    businessman businesswoman developer tycoon billionaire gunman gunmen attacker attackers
    policeman policemen policewoman firefighter firefighters protester protesters protestor
    protestors demonstrator demonstrators jihadist jihadists terrorist terrorists insurgent
    insurgents refugee refugees migrant migrants hacker hackers surgeon surgeons weatherman
    weatherwoman anchorman anchorwoman cameraman frontman newsreader comrade comrades marine
    tourist tourists marines sailor sailors eyewitness eyewitnesses bystander bystanders
""".split()
)
"""Heads of a description of people. A name after one is the person's."""

PLURAL_PEOPLE = frozenset(
    """
    police people family staff public media press brass government military others some many several
    most few both all those team crew pair duo trio couple crowd
""".split()
)
"""Groups whose word shows no plural."""

ORGANISATION_WORDS = frozenset(
    """
    ministry department government administration police agency company corporation firm bank
    court courts council commission committee party campaign university college school hospital
    institute institution foundation association society union federation league club team army
    military navy force forces guard service services office bureau authority authorities board
    panel congress senate parliament house assembly cabinet embassy consulate organisation
    organization group charity coalition alliance network movement centre center lab laboratory
    museum church company inc corp ltd llc plc co airline airlines airport fund trust pac palace
    kremlin pentagon interpol nato state states city county district nations regime exchange kingdom
    republic militia brigade camp clinic store retailer startup bureau caucus foods dairies line
    lines shipping steel energy oil gas power water rail railways tramways insurance capital
    securities software brewing pharmaceuticals works port archive institute international
    resorts group systems technologies industries holdings partners motors studios conference
    delegation observatory watchdog tank think-tank mission commando cartel gang mafia
    administration secretariat app giant maker tour corps archdiocese diocese convent monastery
""".split()
)

PLACE_WORDS = frozenset(
    """
    street road avenue lane square park bridge island islands river valley bay beach mountain
    mountains coast harbour harbor station hotel hall stadium tower county province region village
    town city north south east west desert border lake sea ocean cape fort mount mall plaza airport
    """.split()
)
"""A name that ends in one of these is a place's; as a source it is whoever speaks for it."""

OUTLET_WORDS = frozenset(
    """
    times post news journal herald tribune gazette guardian telegraph mirror mail observer
    chronicle magazine weekly daily newspaper newspapers paper tabloid broadsheet broadcaster
    radio television tv channel network press standard express independent star sun examiner
    bulletin courier dispatch inquirer ledger sentinel argus echo argus advertiser record
    monitor review today globe blog website site portal newswire wire agence newsroom outlet
    outlets publication broadcast media podcast program programme show broadcasting mercury
    bugle register
""".split()
)
"""A name that ends in one of these, or is followed by one in lower case, is an outlet's."""

GENERIC_OUTLET = frozenset(
    """
    magazine newspaper paper tabloid broadsheet broadcaster website site portal outlet
    publication network channel station newswire blog daily weekly
""".split()
)
"""Lower-case words that stand for an outlet already named: "the magazine"."""

OUTLETS = frozenset(
    """
    bbc cnn voa nbc abc cbs fox msnbc cnbc pbs npr itv c-span espn ap afp upi pa reuters bloomberg
    associated al-jazeera aljazeera jazeera xinhua tass interfax yonhap kyodo anadolu ansa dpa
    efe politico buzzfeed vox vice gawker breitbart slate salon huffpost huffington axios agence
    hill fivethirtyeight realclearpolitics huffpollster drudge infowars newsweek time forbes
    fortune wired economist spiegel monde figaro welt bild haaretz tmz mashable gizmodo engadget
    techcrunch recode snopes billboard variety variety deadline youtube twitter facebook
    instagram yahoo
""".split()
) | {
    "voice of america",
    "daily beast",
    "daily caller",
    "national review",
    "new yorker",
    "hollywood reporter",
    "atlantic monthly",
    "world service",
}
"""Outlets whose names do not show it, and platforms that carry a source's words."""

PRINTED = frozenset(
    """
    newspaper paper tabloid broadsheet daily weekly magazine times post journal herald
    tribune gazette guardian telegraph mirror observer chronicle courier
""".split()
)
AIRED = frozenset(
    """
    network channel station broadcaster radio television tv bbc cnn nbc abc cbs fox msnbc
    cnbc pbs npr itv espn jazeera sky
""".split()
)
"""Words that show a newspaper or a station: "the network" is no newspaper."""

PLATFORMS = frozenset("youtube twitter facebook instagram reddit snapchat tumblr periscope".split())
"""A source's own page there adds no link to the chain."""

DOCUMENT_WORDS = frozenset(
    """
    report reports study studies survey surveys poll polls document documents papers paper
    filing filings lawsuit complaint affidavit indictment memo memos email emails letter letters
    statement statements transcript record records data figures statistics ruling decision
    opinion order verdict law bill constitution book article articles story stories post posts
    tweet tweets video videos footage photo photos photograph photographs picture pictures image
    images audio recording recordings tape tapes clip website page site autopsy census
    analysis review audit account
    accounts notice sign script note notes file files platform manifesto resolution text message
    messages map maps experts' advertisement ad ads announcement release bulletin copy copies
    order orders circular fax draft contract research finding findings film documentary
    writeup disclaimer disclaimers profile profiles invite invites invitation invitations programme
    program average averages tally index forecast dossier dossiers
""".split()
)

OWNED_SPEECH = frozenset(
    """
    report reports article articles story stories account accounts statement statements tweet
    tweets post posts interview claim claims comment comments remark remarks letter email
    message video piece editorial column press-release release announcement profile
    investigation exclusive coverage reporting website site blog page words speech testimony
""".split()
)
"""What a source says or writes: the source is its owner ("Ms Hale's letter", "the Post report")."""

PRONOUNS = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
    "it": "thing",
    "its": "thing",
    "itself": "thing",
    "they": "plural",
    "them": "plural",
    "their": "plural",
    "themselves": "plural",
    "both": "plural",
    "i": "speaker",
    "me": "speaker",
    "my": "speaker",
    "myself": "speaker",
    "we": "speakers",
    "us": "speakers",
    "our": "speakers",
    "ourselves": "speakers",
    "you": "hearer",
    "your": "hearer",
    "who": "relative",
    "which": "relative",
    "that": "relative",
    "whose": "relative",
}

SUBJECT_FORMS = {
    **dict.fromkeys(("me", "my", "myself"), "I"),
    **dict.fromkeys(("us", "our", "ourselves"), "we"),
    **dict.fromkeys(("him", "his", "himself"), "he"),
    **dict.fromkeys(("her", "hers", "herself"), "she"),
    **dict.fromkeys(("them", "their", "themselves"), "they"),
    **dict.fromkeys(("its", "itself"), "it"),
    "your": "you",
}
"""What a pronoun that nobody is found for is called, whatever its case."""

ALIKE = (
    frozenset("staffer employee worker".split()),
    frozenset("officer policeman policewoman cop".split()),
    frozenset("lawyer attorney".split()),
    frozenset("lawmaker senator congressman congresswoman representative".split()),
    frozenset("expert researcher scientist professor scholar".split()),
    frozenset("protester demonstrator activist".split()),
    frozenset("militant fighter jihadist insurgent rebel".split()),
)
"""Roles that one person may be called by, one after another."""

MALE = frozenset(
    """
    mr sir lord king prince father brother son husband uncle man boy congressman spokesman
    chairman businessman boyfriend grandfather gentleman policeman fisherman councilman duke
    actor
""".split()
)
FEMALE = frozenset(
    """
    mrs ms miss dame lady queen princess mother sister daughter wife aunt woman girl
    congresswoman spokeswoman chairwoman businesswoman girlfriend grandmother policewoman
    councilwoman duchess actress
""".split()
)

TITLE_ROLES = {
    "sen": "senator",
    "rep": "congressman",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "capt": "captain",
    "maj": "major",
    "adm": "admiral",
    "prof": "professor",
    "dr": "doctor",
}
"""What an abbreviated title is called in a later description."""

UNNAMED_SIGNS = frozenset(
    """
    unnamed anonymous unidentified source sources insider insiders informant someone somebody
    person people official officials
""".split()
)

DEMONYMS = frozenset(
    """
    afghan african albanian algerian american angolan arab argentine argentinian armenian
    asian australian austrian azerbaijani bahraini bangladeshi belarusian belgian bolivian
    bosnian brazilian british bulgarian burmese cambodian cameroonian canadian chilean
    chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorian
    egyptian english estonian ethiopian european filipino finnish french georgian german
    ghanaian greek guatemalan haitian honduran hungarian icelandic indian indonesian
    iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan korean
    kurdish kuwaiti latvian lebanese liberian libyan lithuanian macedonian malaysian
    maltese mexican moldovan mongolian moroccan nepalese nicaraguan nigerian norwegian
    omani pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari
    romanian russian rwandan salvadoran saudi scottish senegalese serbian singaporean
    slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tanzanian thai
    tibetan tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh
    yemeni zambian zimbabwean
    """.split()
)
SIDES = frozenset("north south east west northern southern eastern western central".split())
"""What stands before a demonym: "South Korean"."""
