"""Science: studies, agencies, descriptions resolved."""

from tests.reading.chains.tale import Tale

TALES = (
    Tale(
        "what follows goes on about whom a wire reported",
        "The Space Ministry said the probe was lost, according to the Hesper news agency. It said the dish was whole.",
        (
            (
                "according to",
                "the Hesper news agency",
                "The Space Ministry said the probe was lost",
            ),
            ("said", "The Space Ministry", "the probe was lost"),
            ("said#2", "It", "the dish was whole"),
        ),
        {"the probe": "Hesper ‹ Space Ministry", "the dish": "Hesper ‹ Space Ministry"},
    ),
    Tale(
        "the outlet at the sentence's end is a link without being found",
        "The probe was lost, Ilka Corran said, according to the Evening Gazette.",
        (("said", "Ilka Corran", "The probe was lost"),),
        {"The probe": "Evening Gazette ‹ Ilka Corran"},
    ),
    Tale(
        "a country before a body is no part of its acronym",
        "The US Ocean and Reef Board said the reef was warm. ORB said it would cool.",
        (
            ("said", "The US Ocean and Reef Board", "the reef was warm"),
            ("said#2", "ORB", "it would cool"),
        ),
        {"it would": "US Ocean and Reef Board"},
    ),
    Tale(
        "some astronomers",
        "Some astronomers doubt that the probe is whole. Many Velmarans believe it is.",
        (
            ("doubt", "Some astronomers", "that the probe is whole"),
            ("believe", "Many Velmarans", "it is"),
        ),
        {"that the": "some astronomers", "it is": "many Velmarans"},
        {"some astronomers": "group unnamed", "many Velmarans": "group unnamed"},
        polarity={"that the": "uncertain"},
        kind={"that the": "belief", "it is": "belief"},
    ),
    Tale(
        "a group of researchers is no body",
        "A small group of researchers said the reef was warm.",
        (("said", "A small group of researchers", "the reef was warm"),),
        sources={"small group of researchers": "group unnamed"},
    ),
    Tale(
        "the study that was named is the study",
        "The Ocean Board’s study found the reef was warm. The study said it would cool.",
        (
            ("found", "The Ocean Board’s study", "the reef was warm"),
            ("said", "The study", "it would cool"),
        ),
        {"the reef": "Ocean Board’s study", "it would": "Ocean Board’s study"},
    ),
    Tale(
        "a head with a department, and her last name",
        "Ilka Corran, head of the board’s reef office, estimated that it had warmed. “I’m sceptical,” Corran said.",
        (
            ("estimated", "Ilka Corran, head of the board’s reef office,", "that it had warmed"),
            ("said", "Corran#2", "“I’m sceptical,”"),
        ),
        {"that it": "Ilka Corran", "“I’m": "Ilka Corran"},
        kind={"that it": "belief"},
    ),
    Tale(
        "two under one cue are one source",
        "Corran and Vik said the reef was warm.",
        (("said", "Corran and Vik", "the reef was warm"),),
        {"the reef": "Corran and Vik"},
        {"Corran and Vik": "group named"},
    ),
)
