"""Finance: companies, wires that cite, unnamed insiders."""

from tests.reading.chains.tale import Tale

TALES = (
    Tale(
        "a paper reports, citing sources, on a wire's page",
        "(Hesper) - Corvane Foods will sell its boats, the Evening Gazette reported, citing sources.",
        (
            ("citing", "sources", "Corvane Foods will sell its boats"),
            ("reported", "the Evening Gazette", "Corvane Foods will sell its boats"),
        ),
        {"Corvane": "Evening Gazette ‹ sources"},
        {"sources": "group unnamed"},
    ),
    Tale(
        "a paper, citing insiders, identified the buyer",
        "The Sunday Courier, citing bank insiders, identified the buyer as Otto Brandt.",
        (("identified", "bank insiders", "the buyer as Otto Brandt"),),
        {"the buyer": "The Sunday Courier ‹ bank insiders"},
        kind={"the buyer": "communication"},
    ),
    Tale(
        "a paper quoted somebody as saying",
        "The Evening Gazette quoted Otto Brandt as saying the bank was sound.",
        (("quoted", "The Evening Gazette", "the bank was sound"),),
        {"the bank": "The Evening Gazette ‹ Otto Brandt"},
    ),
    Tale(
        "somebody was quoted by a paper",
        "Otto Brandt was quoted by the Evening Gazette as saying the bank was sound.",
        (("was quoted by the Evening Gazette as saying", "Otto Brandt", "the bank was sound"),),
        {"the bank": "Evening Gazette ‹ Otto Brandt"},
    ),
    Tale(
        "two papers under one cue",
        "The Sunday Courier and Sunday Mail identified the buyer as Otto Brandt.",
        (("identified", "The Sunday Courier and Sunday Mail", "the buyer as Otto Brandt"),),
        {"the buyer": "Sunday Courier and Sunday Mail"},
    ),
    Tale(
        "a Courier article is the Courier's",
        "A Courier article hailed the bank as sound. The article said it was old.",
        (
            ("hailed", "A Courier article", "the bank as sound"),
            ("said", "The article", "it was old"),
        ),
        {"the bank": "Courier", "it was": "Courier"},
    ),
    Tale(
        "who runs a firm is not the firm",
        "The CEO of Corvane, a company that sells fish, said the boats were old.",
        (("said", "The CEO of Corvane, a company that sells fish,", "the boats were old"),),
        {"the boats": "CEO of Corvane"},
        {"CEO of Corvane": "person unnamed"},
    ),
    Tale(
        "an insider of a bank",
        "The vault was empty, an insider at Marl Bank told Hesper. The insider said it was theft.",
        (
            ("told", "an insider at Marl Bank", "The vault was empty"),
            ("said", "The insider", "it was theft"),
        ),
        {
            "The vault": "Hesper ‹ insider at Marl Bank",
            "it was": "Hesper ‹ insider at Marl Bank",
        },
    ),
    Tale(
        "somebody confirmed it to a wire, and not to the paper before it",
        "Otto Brandt told the Evening Gazette the bank was sound. Brandt told Hesper it was small.",
        (
            ("told", "Otto Brandt", "the bank was sound"),
            ("told#2", "Brandt#2", "it was small"),
        ),
        {"the bank": "Evening Gazette ‹ Otto Brandt", "it was": "Hesper ‹ Otto Brandt"},
    ),
    Tale(
        "one bank of many has no name",
        "A bank said the vault was empty.",
        (("said", "A bank", "the vault was empty"),),
        sources={"bank": "organisation unnamed"},
    ),
    Tale(
        "on the firm's website, its owner speaks",
        "The boats are old, according to Corvane’s website.",
        (("according to", "Corvane’s website", "The boats are old"),),
        {"The boats": "Corvane"},
    ),
)
