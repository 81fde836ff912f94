"""Entertainment: publicists, unnamed friends, shows, titles in marks."""

from tests.reading.chains.tale import Tale

TALES = (
    Tale(
        "an outlet's reporter was told",
        "The show is off, Mira Solt told the Evening Gazette’s Ann Hale.",
        (("told", "Mira Solt", "The show is off"),),
        {"The show": "Evening Gazette ‹ Mira Solt"},
    ),
    Tale(
        "a friend of a singer",
        "A friend of the singer said the tour was over. The friend told Radio Sollen she was ill.",
        (
            ("said", "A friend of the singer", "the tour was over"),
            ("told", "The friend", "she was ill"),
        ),
        {"the tour": "friend of the singer", "she was": "Radio Sollen ‹ friend of the singer"},
        {"friend of the singer": "person unnamed"},
    ),
    Tale(
        "somebody's publicist",
        "Solt’s publicist said the tour was over.",
        (("said", "Solt’s publicist", "the tour was over"),),
        {"the tour": "Solt’s publicist"},
        {"Solt’s publicist": "person unnamed"},
    ),
    Tale(
        "a customer with a name in marks is a person",
        "A customer named “Orla” sued the theatre. “Orla” said the seats were wet. She said the roof leaked.",
        (
            ("said", "“Orla”#2", "the seats were wet"),
            ("said#2", "She", "the roof leaked"),
        ),
        {"the seats": "Orla", "the roof": "Orla"},
        {"Orla": "person named"},
    ),
    Tale(
        "a station with a company in its name",
        "“It fell,” the boy, Nikolai Vasse, told Ostrin TV and Radio Company. The boy said it was loud.",
        (
            ("told", "the boy, Nikolai Vasse,", "“It fell,”"),
            ("said", "The boy", "it was loud"),
        ),
        {
            "“It fell": "Ostrin TV and Radio Company ‹ Nikolai Vasse",
            "it was": "Ostrin TV and Radio Company ‹ Nikolai Vasse",
        },
    ),
    Tale(
        "a show on which two speak",
        "“It fell,” Nikolai Vasse said on Channel Nine’s “Late Hour”. “It was loud,” Vasse said.",
        (
            ("said", "Nikolai Vasse", "“It fell,”"),
            ("said#2", "Vasse#2", "“It was loud,”"),
        ),
        {"“It was": "Channel Nine ‹ Nikolai Vasse"},
    ),
    Tale(
        "a column that insiders tell things is an outlet",
        "A source told Lantern Row the tour was over. An insider told Lantern Row she was ill. A rat was seen, according to Lantern Row.",
        (
            ("told", "A source", "the tour was over"),
            ("told#2", "An insider", "she was ill"),
            ("according to", "Lantern Row#3", "A rat was seen"),
        ),
        {
            "the tour": "Lantern Row ‹ source",
            "she was": "Lantern Row ‹ insider",
            "A rat": "Lantern Row",
        },
        {"Lantern Row": "outlet named"},
    ),
    Tale(
        "a firm is not the watch that it makes",
        "The Marl Watch is out. Marl said it would sell.",
        (("said", "Marl#2", "it would sell"),),
        {"it would": "Marl"},
    ),
    Tale(
        "a site with what it is behind a dash",
        "The story is fake, according to hoaxwatch.com—the debunker of rumours—on Monday.",
        (
            (
                "according to",
                "hoaxwatch.com—the debunker of rumours—",
                "The story is fake",
            ),
        ),
        {"The story": "hoaxwatch.com"},
        {"hoaxwatch.com": "outlet named"},
    ),
    Tale(
        "today's report is nobody's but a report",
        "The tour is over, according to today’s report.",
        (("according to", "today’s report", "The tour is over"),),
        sources={"today’s report": "document unnamed"},
    ),
    Tale(
        "maybe is no first name",
        "Well, Maybe Mira Solt just likes cheese, Solt said.",
        (("said", "Solt#2", "Maybe Mira Solt just likes cheese"),),
        {"Maybe": "Mira Solt"},
    ),
    Tale(
        "first reported by a site",
        "The tour is over, her manager said, as first reported by starwatch.example.com.",
        (("said", "her manager", "The tour is over"),),
        {"The tour": "starwatch.example.com ‹ manager"},
    ),
)
