"""Each way in which a pseudonym could wrongly be joined to another name."""

from tests.reading.chains.tale import Tale

GUARD = "A guard, using the pseudonym Tarek,"
PERSON, HIDDEN = "person named", "person pseudonym"
TALES = (
    Tale(
        "a pseudonym is another's last name",
        "A guard, using the pseudonym Tarek, said the gate was shut. Minister Yusuf Tarek said it was open.",
        (
            ("said", GUARD, "the gate was shut"),
            ("said#2", "Minister Yusuf Tarek", "it was open"),
        ),
        {"the gate": "Tarek", "it was": "Yusuf Tarek"},
        {"Tarek": HIDDEN, "Yusuf Tarek": PERSON},
    ),
    Tale(
        "a pseudonym is another's first name",
        "A guard, using the pseudonym Tarek, said the gate was shut. Tarek Oster, a lawyer, said it was open.",
        (
            ("said", GUARD, "the gate was shut"),
            ("said#2", "Tarek Oster, a lawyer,", "it was open"),
        ),
        {"the gate": "Tarek", "it was": "Tarek Oster"},
        {"Tarek": HIDDEN, "Tarek Oster": PERSON},
    ),
    Tale(
        "the full name stands before the pseudonym",
        "Tarek Oster, a lawyer, said it was open. A guard who goes by Tarek said the gate was shut.",
        (
            ("said", "Tarek Oster, a lawyer,", "it was open"),
            ("said#2", "A guard who goes by Tarek", "the gate was shut"),
        ),
        {"it was": "Tarek Oster", "the gate": "Tarek"},
        {"Tarek": HIDDEN, "Tarek Oster": PERSON},
    ),
    Tale(
        "a named person has the pseudonym's role",
        "A clerk, using the pseudonym Ida, said the books were false. The clerk Marit Nor said they were right.",
        (
            ("said", "A clerk, using the pseudonym Ida,", "the books were false"),
            ("said#2", "The clerk Marit Nor", "they were right"),
        ),
        {"the books": "Ida", "they were": "Marit Nor"},
        {"Ida": HIDDEN, "Marit Nor": PERSON},
    ),
    Tale(
        "the role alone is the pseudonym that had it, and nobody else",
        "A clerk, using the pseudonym Ida, said the books were false. Marit Nor, a banker, was at sea. The clerk had copies, she said.",
        (
            ("said", "A clerk, using the pseudonym Ida,", "the books were false"),
            ("said#2", " she", "The clerk had copies"),
        ),
        {"the books": "Ida"},
        {"Ida": HIDDEN},
    ),
    Tale(
        "the role is said of a pseudonym and then alone",
        "A clerk, using the pseudonym Ida, said the books were false. The clerk said there were copies.",
        (
            ("said", "A clerk, using the pseudonym Ida,", "the books were false"),
            ("said#2", "The clerk", "there were copies"),
        ),
        {"the books": "Ida", "there were": "Ida"},
    ),
    Tale(
        "the name behind a nickname stays apart from it",
        "The man known as “Wolf” said the camp was his. The police named a suspect, Pavel Oss. Oss said he was a baker.",
        (
            ("said", "The man known as “Wolf”", "the camp was his"),
            ("said#2", "Oss#2", "he was a baker"),
        ),
        {"the camp": "Wolf", "he was a": "Pavel Oss"},
        {"Wolf": HIDDEN, "Pavel Oss": PERSON},
    ),
    Tale(
        "a pseudonym's kin is not the pseudonym",
        "A nurse who asked to be called Wren said the ward was full. Wren’s brother, Otto Hale, said she was tired.",
        (
            ("said", "A nurse who asked to be called Wren", "the ward was full"),
            ("said#2", "Wren’s brother, Otto Hale,", "she was tired"),
        ),
        {"the ward": "Wren", "she was": "Otto Hale"},
        {"Wren": HIDDEN, "Otto Hale": PERSON},
    ),
    Tale(
        "a body's acronym is spelt like the pseudonym",
        "A pilot, using the pseudonym Ara, said the mast fell. The Aviation Rescue Agency (ARA) said it stood.",
        (
            ("said", "A pilot, using the pseudonym Ara,", "the mast fell"),
            ("said#2", "The Aviation Rescue Agency (ARA)", "it stood"),
        ),
        {"the mast": "Ara", "it stood": "Aviation Rescue Agency"},
        {"Ara": HIDDEN, "Aviation Rescue Agency": "organisation named"},
    ),
    Tale(
        "two pseudonyms are two",
        "A cook, using the pseudonym Lund, said it was salt. A waiter, using the pseudonym Lund Ames, said it was sugar.",
        (
            ("said", "A cook, using the pseudonym Lund,", "it was salt"),
            ("said#2", "A waiter, using the pseudonym Lund Ames,", "it was sugar"),
        ),
        {"it was salt": "Lund", "it was sugar": "Lund Ames"},
        {"Lund": HIDDEN, "Lund Ames": HIDDEN},
    ),
    Tale(
        "a pseudonym and a name under one cue are a source of their own",
        "A guard, using the pseudonym Tarek, said the gate was shut. Tarek and Hale said it was cold.",
        (
            ("said", GUARD, "the gate was shut"),
            ("said#2", "Tarek and Hale", "it was cold"),
        ),
        {"the gate": "Tarek", "it was": "Tarek and Hale"},
        {"Tarek": HIDDEN},
    ),
    Tale(
        "a title before the same name makes somebody else of it",
        "A guard, using the pseudonym Tarek, said the gate was shut. Senator Amira Tarek was away. The senator said it was open.",
        (
            ("said", GUARD, "the gate was shut"),
            ("said#2", "The senator", "it was open"),
        ),
        {"the gate": "Tarek", "it was": "Amira Tarek"},
    ),
    Tale(
        "an outlet of the same name is no pseudonym",
        "A guard, using the pseudonym Mirror, said the gate was shut. The Sunday Mirror said it was open.",
        (
            ("said", "A guard, using the pseudonym Mirror,", "the gate was shut"),
            ("said#2", "The Sunday Mirror", "it was open"),
        ),
        {"the gate": "Mirror", "it was": "The Sunday Mirror"},
        {"Mirror": HIDDEN},
    ),
    Tale(
        "a magazine gives an unnamed guard a name, and not the minister before him",
        "Minister Olga Brandt said the gate was open. A guard said it was shut. The magazine calls him Davin for his safety. Davin had a key, he said.",
        (
            ("said", "Minister Olga Brandt", "the gate was open"),
            ("said#2", "A guard", "it was shut"),
        ),
        {"the gate": "Olga Brandt", "it was shut": "Davin"},
        {"Davin": HIDDEN, "Olga Brandt": PERSON},
    ),
    Tale(
        "a real name that comes out later is not joined",
        "A trader who goes by Fox said the vault was empty. A court later heard the name of Jonas Vik. Vik said he had counted it.",
        (
            ("said", "A trader who goes by Fox", "the vault was empty"),
            ("said#2", "Vik#2", "he had counted it"),
        ),
        {"the vault": "Fox", "he had": "Jonas Vik"},
        {"Fox": HIDDEN, "Jonas Vik": PERSON},
    ),
    Tale(
        "a pseudonym in capitals in a transcript",
        "A guard, using the pseudonym Tarek, sat with Minister Yusuf Tarek.\nHOLM: Was the gate shut?\nTAREK: It was shut that night.",
        (),
        {"It was shut": "Tarek"},
        {"Tarek": HIDDEN},
    ),
)
