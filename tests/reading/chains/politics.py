"""Politics: spokespeople, polls, headlines, letters, denials."""

from tests.reading.chains.tale import Tale

TALES = (
    Tale(
        "a headline in capitals sums up an interview",
        "Solt: Harbour Tax Will Never Pass Council\n\nIn an interview with Channel Nine, Mayor Mira Solt said the harbour tax would never pass the council. Solt said she had the votes.",
        (
            (":", "Solt", "Harbour Tax Will Never Pass Council"),
            ("said", "Mayor Mira Solt", "the harbour tax would never pass the council"),
            ("said#2", "Solt#3", "she had the votes"),
        ),
        {
            "Harbour Tax": "Channel Nine ‹ Mira Solt",
            "the harbour": "Channel Nine ‹ Mira Solt",
            "she had": "Channel Nine ‹ Mira Solt",
        },
    ),
    Tale(
        "a headline's last name is the person of the text",
        "Solt Vows To End Harbour Tax\n\nMayor Mira Solt spoke on the quay on Tuesday.",
        (("Vows", "Solt", "To End Harbour Tax"),),
        {"To End": "Mira Solt"},
        kind={"To End": "intention"},
    ),
    Tale(
        "shares of voters come through their poll",
        "Solt leads, according to a new Gazette-Nine poll. Only 52 percent of voters said they were sure. Nearly six of 10 women said they would vote.",
        (
            ("according to", "a new Gazette-Nine poll", "Solt leads"),
            ("said", "Only 52 percent of voters", "they were sure"),
            ("said#2", "Nearly six of 10 women", "they would vote"),
        ),
        {
            "they were": "new Gazette-Nine poll ‹ 52 percent of voters",
            "they would": "new Gazette-Nine poll ‹ nearly six of 10 women",
        },
        {"52 percent of voters": "group unnamed"},
    ),
    Tale(
        "without a poll the share of voters is all there is",
        "A majority of voters said they were tired.",
        (("said", "A majority of voters", "they were tired"),),
        {"they were": "majority of voters"},
        {"majority of voters": "group unnamed"},
    ),
    Tale(
        "the senator in a spokesman's words is the one that he speaks for",
        "Sen. Lena Hale said ships were lost. Sen. Otto Brandt said none were. “The senator told what he knew,” Hale spokesman Ed Vance said.",
        (
            ("said", "Sen. Lena Hale", "ships were lost"),
            ("said#2", "Sen. Otto Brandt", "none were"),
            ("said#3", "Hale spokesman Ed Vance", "“The senator told what he knew,”"),
            ("told", "The senator", "what he knew"),
        ),
        {"what he": "Ed Vance ‹ Lena Hale", "“The senator": "Ed Vance"},
    ),
    Tale(
        "an unnamed spokesman is not the one named later",
        "A spokesman for the mayor said the tax was dead. Ed Vance, a lawyer, said it was not.",
        (
            ("said", "A spokesman for the mayor", "the tax was dead"),
            ("said#2", "Ed Vance, a lawyer,", "it was not"),
        ),
        {"the tax": "spokesman for the mayor", "it was": "Ed Vance"},
        {"spokesman for the mayor": "person unnamed"},
    ),
    Tale(
        "what was denied",
        "Mira Solt denied that she had taken the money.",
        (("denied", "Mira Solt", "that she had taken the money"),),
        {"that she": "Mira Solt"},
        polarity={"that she": "denied"},
    ),
    Tale(
        "what was not denied",
        "Mira Solt did not deny that she had taken the money.",
        (("did not deny", "Mira Solt", "that she had taken the money"),),
        polarity={"that she": "asserted"},
    ),
    Tale(
        "declined to say whether",
        "Mira Solt declined to say whether she would run.",
        (("declined to say", "Mira Solt", "whether she would run"),),
        polarity={"whether": "denied"},
        checks=("no_comment by Mira Solt about Mira Solt",),
    ),
    Tale(
        "could not say whether",
        "The clerk could not say whether the vote was valid.",
        (("could not say", "The clerk", "whether the vote was valid"),),
        polarity={"whether": "uncertain"},
    ),
    Tale(
        "a suggestion of nobody's that its speaker calls false",
        "“The suggestion that the vote was bought is false,” Mira Solt said.",
        (
            ("said", "Mira Solt", "“The suggestion that the vote was bought is false,”"),
            ("suggestion", "", "the vote was bought"),
        ),
        {"the vote": "Mira Solt"},
        polarity={"the vote": "denied", "“The suggestion": "asserted"},
    ),
    Tale(
        "a question asserts nothing",
        "“Do you really see the two as equal?” Otto Brandt asked.",
        (
            ("asked", "Otto Brandt", "“Do you really see the two as equal?”"),
            ("see", "you", "the two as equal"),
        ),
        polarity={"the two": "uncertain"},
    ),
    Tale(
        "you in a transcript is whoever speaks next",
        "On “Morning Nine,” Governor Lena Hale said the tax was dead.\nBRANDT: Do you see the two as equal?\nHALE: They are not the same.",
        (
            ("said", "Governor Lena Hale", "the tax was dead"),
            ("see", "you", "the two as equal"),
        ),
        {"the two": "Morning Nine ‹ BRANDT ‹ Lena Hale"},
    ),
    Tale(
        "United Nations, UN and U.N. are one",
        "The United Nations said grain was short. The UN warned of hunger. A vote is near, the U.N. said.",
        (
            ("said", "The United Nations", "grain was short"),
            ("warned of", "The UN", "hunger"),
            ("said#2", "the U.N.", "A vote is near"),
        ),
        {"grain": "United Nations", "hunger": "United Nations", "A vote": "United Nations"},
    ),
    Tale(
        "the acronym stands before the name",
        "UDV said the dock was shut. The Union of Dockers in Velmara (UDV) has 900 members. UDV said it would strike.",
        (("said", "UDV", "the dock was shut"), ("said#2", "UDV#3", "it would strike")),
        {"the dock": "Union of Dockers in Velmara", "it would": "Union of Dockers in Velmara"},
    ),
    Tale(
        "a concern that is voiced is a belief",
        "Republicans expressed deep concern about the policy.",
        (("expressed", "Republicans", "deep concern about the policy"),),
        {"deep": "Republicans"},
        {"Republicans": "group named"},
        kind={"deep": "belief"},
    ),
    Tale(
        "a role in capitals is nobody's name",
        "Harbour Lawmakers Call Tax A Fraud\n\nThe tax is a fraud, Democrats in Ostrin said.",
        (
            ("Call", "Harbour Lawmakers", "Tax A Fraud"),
            ("said", "Democrats in Ostrin", "The tax is a fraud"),
        ),
        sources={"Harbour Lawmakers": "group unnamed", "Democrats in Ostrin": "group unnamed"},
    ),
)
