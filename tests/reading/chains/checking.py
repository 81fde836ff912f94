"""Who tried to verify, and what came of it."""

from tests.reading.chains.tale import Tale

TALES = (
    Tale(
        "a check is about the source whose account it names, not about who spoke last",
        "The gate was open, Davin told Longwatch. Vera Lund said it was shut. "
        "Longwatch could not verify Davin’s account.",
        (
            ("told", "Davin", "The gate was open"),
            ("said", "Vera Lund", "it was shut"),
        ),
        {"The gate": "Longwatch ‹ Davin", "it was": "Vera Lund"},
        checks=("unverified by Longwatch about Davin",),
    ),
    Tale(
        "an outlet could not verify a guard's account",
        "The sheds burned, a guard said. Longwatch magazine could not independently verify his account.",
        (("said", "a guard", "The sheds burned"),),
        checks=("unverified by Longwatch about guard",),
    ),
    Tale(
        "nobody could verify a video",
        "A video shows the sheds on fire. It could not be independently verified.",
        (("shows", "A video", "the sheds on fire"),),
        checks=("unverified by nobody about video",),
    ),
    Tale(
        "an official confirms what a paper said",
        "The bridge is shut, the Evening Gazette reported. A senior official confirmed the report.",
        (
            ("reported", "the Evening Gazette", "The bridge is shut"),
            ("confirmed", "A senior official", "the report"),
        ),
        checks=("confirmed by senior official about senior official",),
    ),
    Tale(
        "a spokeswoman calls a claim false",
        "Mira Solt said the bridge had moved. “The claim is categorically false,” city spokeswoman Ann Vance said.",
        (
            ("said", "Mira Solt", "the bridge had moved"),
            ("said#2", "city spokeswoman Ann Vance", "“The claim is categorically false,”"),
        ),
        checks=("disputed by Ann Vance about Ann Vance",),
    ),
    Tale(
        "a ministry dismisses a report",
        "The navy had lost a ship, Hesper reported. The Harbour Ministry dismissed the report.",
        (
            ("reported", "Hesper", "The navy had lost a ship"),
            ("dismissed", "The Harbour Ministry", "the report"),
        ),
        checks=("disputed by Harbour Ministry about Harbour Ministry",),
    ),
    Tale(
        "no comment from a ministry on a holiday",
        "The navy had lost a ship, Hesper reported. There was no immediate comment from the Harbour Ministry on Monday.",
        (("reported", "Hesper", "The navy had lost a ship"),),
        checks=("no_comment by Harbour Ministry about Hesper",),
    ),
    Tale(
        "a company did not answer",
        "Corvane Foods sold old fish, Mira Solt said. Corvane Foods did not respond to several requests for comment.",
        (("said", "Mira Solt", "Corvane Foods sold old fish"),),
        checks=("no_comment by Corvane Foods about Mira Solt",),
    ),
    Tale(
        "calls were not returned",
        "Corvane Foods sold old fish, Mira Solt said. Calls to the city board were not returned.",
        (("said", "Mira Solt", "Corvane Foods sold old fish"),),
        checks=("no_comment by city board about Mira Solt",),
    ),
    Tale(
        "asked on Friday, a spokesman declined",
        "The mayor is ill, the Evening Gazette reported. Asked about it on Friday, spokesman Ed Vance declined to comment.",
        (("reported", "the Evening Gazette", "The mayor is ill"),),
        checks=("no_comment by Ed Vance about Evening Gazette",),
    ),
    Tale(
        "an app has verified a recording",
        "The messaging app Glint said it has verified the recording.",
        (("said", "The messaging app Glint", "it has verified the recording"),),
        checks=("confirmed by Glint about Glint",),
    ),
    Tale(
        "an expert calls a letter genuine",
        "The letter is “absolutely” genuine, the archivist Ole Brandt told the Evening Gazette.",
        (("told", "the archivist Ole Brandt", "The letter is “absolutely” genuine"),),
        checks=("confirmed by Ole Brandt about Evening Gazette ‹ Ole Brandt",),
    ),
    Tale(
        "voters who did not respond are a reason and no check",
        "The board struck them off because they did not respond to letters, Mira Solt said.",
        (
            (
                "said",
                "Mira Solt",
                "The board struck them off because they did not respond to letters",
            ),
        ),
        checks=(),
    ),
    Tale(
        "a police force is still trying to find out",
        "A tiger walked in the park, residents said. Police were trying to verify the reports.",
        (("said", "residents", "A tiger walked in the park"),),
        checks=("unverified by police about residents",),
    ),
    Tale(
        "an official does not dispute it",
        "The post had been empty, the Gazette reported. An official did not dispute the account.",
        (
            ("reported", "the Gazette", "The post had been empty"),
            ("did not dispute", "An official", "the account"),
        ),
        checks=("confirmed by official about official",),
        polarity={"the account": "asserted"},
    ),
)
