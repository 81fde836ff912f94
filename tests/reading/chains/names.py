"""Names with what stands around them: titles, offices, places, peoples, kin."""

from tests.reading.chains.tale import Tale

PERSON = "person named"
TALES = (
    Tale(
        "a newspaper of a country has no name",
        "A South Korean newspaper reported that the dam held. The Strelno Post said it leaked.",
        (
            ("reported", "A South Korean newspaper", "that the dam held"),
            ("said", "The Strelno Post", "it leaked"),
        ),
        {"that the dam": "South Korean newspaper", "it leaked": "The Strelno Post"},
        {"South Korean newspaper": "outlet unnamed", "The Strelno Post": "outlet named"},
    ),
    Tale(
        "a senator of a place",
        "Senator Lena Hale of Ostrin said the dam held. Hale said it would hold.",
        (
            ("said", "Senator Lena Hale of Ostrin", "the dam held"),
            ("said#2", "Hale#2", "it would hold"),
        ),
        {"the dam": "Lena Hale", "it would": "Lena Hale"},
        {"Lena Hale": PERSON},
    ),
    Tale(
        "a secretary of state with an initial",
        "Secretary of State Jon F. Ketter said the dam held. He said it would hold.",
        (
            ("said", "Secretary of State Jon F. Ketter", "the dam held"),
            ("said#2", "He", "it would hold"),
        ),
        {"the dam": "Jon F. Ketter", "it would": "Jon F. Ketter"},
        {"Jon F. Ketter": PERSON},
    ),
    Tale(
        "a president is not the first lady of the same name",
        "First Lady Ina Brandt opened the dam. President Brandt said it would hold.",
        (("said", "President Brandt", "it would hold"),),
        {"it would": "Brandt"},
    ),
    Tale(
        "the governor with a state is the only governor",
        "Gov. Lena Hale said the dam held. Otto Brandt cheered. The Velmara governor said it was old.",
        (
            ("said", "Gov. Lena Hale", "the dam held"),
            ("said#2", "The Velmara governor", "it was old"),
        ),
        {"it was": "Lena Hale"},
    ),
    Tale(
        "the governor of another state is nobody yet",
        "Velmara Gov. Lena Hale said the dam held. The Corva governor said it was old.",
        (
            ("said", "Velmara Gov. Lena Hale", "the dam held"),
            ("said#2", "The Corva governor", "it was old"),
        ),
        {"it was": "Corva governor"},
        {"Corva governor": "person unnamed"},
    ),
    Tale(
        "a rival at the start of a sentence",
        "Rival Lena Hale said the dam held. Hale said it was old.",
        (("said", "Rival Lena Hale", "the dam held"), ("said#2", "Hale#2", "it was old")),
        {"the dam": "Lena Hale", "it was": "Lena Hale"},
    ),
    Tale(
        "a scholar at a centre",
        "Victor Sund, a dam scholar at the Centre for Rivers, said it would hold.",
        (("said", "Victor Sund, a dam scholar at the Centre for Rivers,", "it would hold"),),
        {"it would": "Victor Sund"},
        {"Victor Sund": PERSON},
    ),
    Tale(
        "the mayor's niece, with an office and a nickname",
        "Hale’s niece, state Sen. Marit “Mim” Nor, said the dam held.",
        (("said", "Hale’s niece, state Sen. Marit “Mim” Nor,", "the dam held"),),
        {"the dam": "Marit Nor"},
    ),
    Tale(
        "a spokeswoman for a council, with her name behind a comma",
        "A spokeswoman for the River Safety Council, Ida Meeran, said the dam held.",
        (("said", "A spokeswoman for the River Safety Council, Ida Meeran,", "the dam held"),),
        {"the dam": "Ida Meeran"},
        {"Ida Meeran": PERSON},
    ),
    Tale(
        "a body based somewhere",
        "The Ostrin-based River Institute said the dam held. The River Institute said it was old.",
        (
            ("said", "The Ostrin-based River Institute", "the dam held"),
            ("said#2", "The River Institute", "it was old"),
        ),
        {"the dam": "River Institute", "it was": "River Institute"},
        {"River Institute": "organisation named"},
    ),
    Tale(
        "a country of two words is no person",
        "North Velmara said the dam held.",
        (("said", "North Velmara", "the dam held"),),
        sources={"North Velmara": "organisation named"},
    ),
    Tale(
        "a people",
        "Velmarans said the dam held. Demonstrators said it was old.",
        (("said", "Velmarans", "the dam held"), ("said#2", "Demonstrators", "it was old")),
        {"it was": "demonstrators"},
        {"Velmarans": "group named", "demonstrators": "group unnamed"},
    ),
    Tale(
        "the Republican is the one who is called so",
        "Rep. Lena Hale (R-Ostrin) said the dam held. The Republican said it was old.",
        (
            ("said", "Rep. Lena Hale (R-Ostrin)", "the dam held"),
            ("said#2", "The Republican", "it was old"),
        ),
        {"it was": "Lena Hale"},
    ),
    Tale(
        "critics, like two senators, are critics",
        "Critics of the dam, like Senator Lena Hale, said it was old. They said it leaked.",
        (
            ("said", "Critics of the dam, like Senator Lena Hale,", "it was old"),
            ("said#2", "They", "it leaked"),
        ),
        {"it was": "critics of the dam", "it leaked": "critics of the dam"},
        {"critics of the dam": "group unnamed"},
    ),
    Tale(
        "the network is no newspaper",
        "The Ostrin Times said the dam held. The network said it was old. The paper said it leaked.",
        (
            ("said", "The Ostrin Times", "the dam held"),
            ("said#2", "The network", "it was old"),
            ("said#3", "The paper", "it leaked"),
        ),
        {"it was": "network", "it leaked": "The Ostrin Times"},
    ),
    Tale(
        "a headline's poll is the poll of the text",
        "Poll: Hale leads\n\nHale is ahead, a new Gazette poll shows. 52 percent of voters said they liked her.",
        (
            (":", "Poll", "Hale leads"),
            ("shows", "a new Gazette poll", "Hale is ahead"),
            ("said", "52 percent of voters", "they liked her"),
        ),
        {"Hale leads": "new Gazette poll", "they liked": "new Gazette poll ‹ 52 percent of voters"},
    ),
    Tale(
        "whom a presenter of a channel was told",
        "The dam held, Lena Hale told Bill Oster of Channel Nine.",
        (("told", "Lena Hale", "The dam held"),),
        {"The dam": "Channel Nine ‹ Lena Hale"},
    ),
    Tale(
        "sources who said what others said",
        "The Gazette cited anonymous sources who said engineers had warned the dam would break.",
        (("had warned", "anonymous sources who said engineers", "the dam would break"),),
        {"the dam": "The Gazette ‹ anonymous sources"},
        {"anonymous sources": "group unnamed"},
    ),
    Tale(
        "a paper whose name ends in Post is not its owner's post",
        "The Ostrin Post said the dam held, citing Radio Sollen.",
        (("said", "The Ostrin Post", "the dam held"),),
        {"the dam": "The Ostrin Post ‹ Radio Sollen"},
    ),
    Tale(
        "an online rumour is no person",
        "An online rumor claimed the dam broke.",
        (("claimed", "An online rumor", "the dam broke"),),
        sources={"online rumor": "unknown unnamed"},
    ),
    Tale(
        "who after a word that binds is left as it is",
        "Engineers and who else said the dam held?",
        (("said", "who", "the dam held"),),
        {"the dam": "who"},
    ),
    Tale(
        "the leader of a party is not the party",
        "The leader of the River Party said the dam held.",
        (("said", "The leader of the River Party", "the dam held"),),
        {"the dam": "leader of the River Party"},
        {"leader of the River Party": "person unnamed"},
    ),
)
