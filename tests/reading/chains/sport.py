"""Sport: quick quotes, clubs, carried interviews."""

from tests.reading.chains.tale import Tale

TALES = (
    Tale(
        "the sentence before says to whom he spoke",
        "Coach Nils Arden spoke to the Evening Gazette after the race. “We were slow,” Arden said.",
        (("said", "Arden#2", "“We were slow,”"),),
        {"“We were": "Evening Gazette ‹ Nils Arden"},
    ),
    Tale(
        "one breath: the outlet is named at its end",
        "“We were slow,” Nils Arden said. “We were tired,” he said on Radio Sollen.",
        (
            ("said", "Nils Arden", "“We were slow,”"),
            ("said#2", "he", "“We were tired,”"),
        ),
        {
            "“We were slow": "Radio Sollen ‹ Nils Arden",
            "“We were tired": "Radio Sollen ‹ Nils Arden",
        },
    ),
    Tale(
        "not carried back over a paragraph",
        "“We were slow,” Nils Arden said.\n\n“We were tired,” he said on Radio Sollen.",
        (
            ("said", "Nils Arden", "“We were slow,”"),
            ("said#2", "he", "“We were tired,”"),
        ),
        {"“We were slow": "Nils Arden", "“We were tired": "Radio Sollen ‹ Nils Arden"},
    ),
    Tale(
        "we and our are the speaker's",
        "“We know our boat was slow,” Nils Arden told Radio Sollen.",
        (
            ("told", "Nils Arden", "“We know our boat was slow,”"),
            ("know", "We", "our boat was slow"),
        ),
        {"our boat": "Radio Sollen ‹ Nils Arden"},
        kind={"our boat": "knowledge"},
    ),
    Tale(
        "told us, in a quotation",
        "“The judges told us to stop,” Nils Arden said.",
        (
            ("said", "Nils Arden", "“The judges told us to stop,”"),
            ("told", "The judges", "to stop"),
        ),
        {"to stop": "Nils Arden ‹ judges"},
        kind={"to stop": "intention"},
    ),
    Tale(
        "a rival speaks elsewhere in between",
        "Nils Arden told Radio Sollen the boat was slow. Pia Lund said hers was fast. It leaked, Arden said.",
        (
            ("told", "Nils Arden", "the boat was slow"),
            ("said", "Pia Lund", "hers was fast"),
            ("said#2", "Arden#2", "It leaked"),
        ),
        {"hers was": "Pia Lund", "It leaked": "Radio Sollen ‹ Nils Arden"},
    ),
    Tale(
        "a statement of his own ends what was carried",
        "Nils Arden told Radio Sollen the boat was slow. In a statement, Arden said it leaked.",
        (
            ("told", "Nils Arden", "the boat was slow"),
            ("said", "Arden#2", "it leaked"),
        ),
        {"it leaked": "Nils Arden"},
    ),
    Tale(
        "told this newspaper",
        "Nils Arden told this newspaper the boat was slow.",
        (("told", "Nils Arden", "the boat was slow"),),
        {"the boat": "Nils Arden"},
    ),
    Tale(
        "an outlet's own page adds nothing to its source's words",
        "The boat was slow, Nils Arden wrote on Twitter.",
        (("wrote", "Nils Arden", "The boat was slow"),),
        {"The boat": "Nils Arden"},
    ),
    Tale(
        "a programme with a preposition in its name",
        "Nils Arden told BBC Focus on Rowing that the boat was slow. “It leaked,” Arden told the BBC.",
        (
            ("told", "Nils Arden", "that the boat was slow"),
            ("told#2", "Arden#2", "“It leaked,”"),
        ),
        {"that the": "BBC Focus on Rowing ‹ Nils Arden"},
    ),
    Tale(
        "a shop that is written with its ending",
        "Marlow’s said the shirts were gone. Marlow’s has four shops. Marlow’s said more would come. The company said they were blue.",
        (
            ("said", "Marlow’s", "the shirts were gone"),
            ("said#2", "Marlow’s#3", "more would come"),
            ("said#3", "The company", "they were blue"),
        ),
        {"the shirts": "Marlow’s", "more would": "Marlow’s", "they were": "Marlow’s"},
    ),
)
