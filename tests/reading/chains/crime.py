"""Crime and courts: police, unnamed officials, kin, documents."""

from tests.reading.chains.tale import Tale

TALES = (
    Tale(
        "four links deep",
        "The Evening Gazette reported that Mira Solt said guards had told her that commanders believed the men were smugglers.",
        (
            (
                "reported",
                "The Evening Gazette",
                "that Mira Solt said guards had told her that commanders believed the men were smugglers",
            ),
            (
                "said",
                "Mira Solt",
                "guards had told her that commanders believed the men were smugglers",
            ),
            ("had told", "guards", "that commanders believed the men were smugglers"),
            ("believed", "commanders", "the men were smugglers"),
        ),
        {
            "that Mira": "The Evening Gazette",
            "guards": "The Evening Gazette ‹ Mira Solt",
            "that commanders": "The Evening Gazette ‹ Mira Solt ‹ guards",
            "the men": "The Evening Gazette ‹ Mira Solt ‹ guards ‹ commanders",
        },
        kind={"the men": "belief", "that commanders": "communication"},
    ),
    Tale(
        "a denial inside does not leak out",
        "Mira Solt said her brother denied that he had the key.",
        (
            ("said", "Mira Solt", "her brother denied that he had the key"),
            ("denied", "her brother", "that he had the key"),
        ),
        {"that he": "Mira Solt ‹ brother"},
        polarity={"her brother": "asserted", "that he": "denied"},
    ),
    Tale(
        "an official with a clause is the official",
        "A harbour official said the vault was open. The harbour official, who is not allowed to speak, said the key was gone.",
        (
            ("said", "A harbour official", "the vault was open"),
            ("said#2", "The harbour official, who is not allowed to speak,", "the key was gone"),
        ),
        {"the key": "harbour official"},
    ),
    Tale(
        "an official and another official are two",
        "An official said the vault was open. Another official said it was shut.",
        (
            ("said", "An official", "the vault was open"),
            ("said#2", "Another official", "it was shut"),
        ),
        {"the vault": "official", "it was": "another official"},
    ),
    Tale(
        "in court papers",
        "The captain was drunk, according to court papers.",
        (("according to", "court papers", "The captain was drunk"),),
        {"The captain": "court papers"},
        {"court papers": "document unnamed"},
    ),
    Tale(
        "kin with a name behind a comma",
        "The missing man’s father, Jonas Vik, said he had called.",
        (("said", "The missing man’s father, Jonas Vik,", "he had called"),),
        {"he had": "Jonas Vik"},
        {"Jonas Vik": "person named"},
    ),
    Tale(
        "somebody's classmate with a name behind a comma",
        "Nadja’s classmate, Vika Sorell, said she was brave.",
        (("said", "Nadja’s classmate, Vika Sorell,", "she was brave"),),
        {"she was": "Vika Sorell"},
    ),
    Tale(
        "one of them, with a name",
        "Two divers came up. One of them, rescue diver Otto Hale, said the hull was whole.",
        (("said", "One of them, rescue diver Otto Hale,", "the hull was whole"),),
        {"the hull": "Otto Hale"},
    ),
    Tale(
        "who goes on, saying",
        "Mira Solt rejected the plan, saying that it was too late.",
        (
            ("rejected", "Mira Solt", "the plan"),
            ("saying", "", "that it was too late"),
        ),
        {"that it": "Mira Solt"},
    ),
    Tale(
        "an investigator's words of this month",
        "Federal investigators this month said the fire was set. Police on Tuesday said it was not.",
        (
            ("said", "Federal investigators this month", "the fire was set"),
            ("said#2", "Police on Tuesday", "it was not"),
        ),
        {"the fire": "Federal investigators", "it was": "police"},
        {"Federal investigators": "group unnamed", "police": "group unnamed"},
    ),
    Tale(
        "people who live here are no name",
        "People who live near the quay told local media they had heard a blast.",
        (("told", "People who live near the quay", "they had heard a blast"),),
        {"they had": "people who live near the quay"},
        {"people who live near the quay": "group unnamed"},
    ),
    Tale(
        "it is alleged",
        "It is alleged that the vault was open.",
        (("is alleged", "", "the vault was open"),),
        {"the vault": ""},
    ),
    Tale(
        "reportedly",
        "The captain reportedly slept.",
        (),
        {"The captain": ""},
    ),
    Tale(
        "he without anybody before him stays he",
        "He said the vault was open.",
        (("said", "He", "the vault was open"),),
        {"the vault": "He"},
        {"He": "person unnamed"},
    ),
    Tale(
        "she is not the man before her",
        "Otto Hale said the vault was open. She said it was shut.",
        (("said", "Otto Hale", "the vault was open"), ("said#2", "She", "it was shut")),
        {"it was": "She"},
    ),
    Tale(
        "witnesses are not the pair that one of them is in",
        "Both Hale and witnesses said the boat left. The witnesses said it was green.",
        (
            ("said", "Both Hale and witnesses", "the boat left"),
            ("said#2", "The witnesses", "it was green"),
        ),
        {"it was": "witnesses"},
    ),
    Tale(
        "nicknames are no statements",
        "The ferry, known as the Grey Lady, sank, Mira Solt said.",
        (
            ("known as", "", "The ferry", "the Grey Lady"),
            ("said", "Mira Solt", "The ferry, known as the Grey Lady, sank"),
        ),
        {"The ferry": "Mira Solt"},
    ),
)
