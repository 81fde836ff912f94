"""Forms that news comes in, read by the installed model: who says what, whatever the marks.

A content is told by words that it must hold, and its borders only where a rule sets them, so that
another model may draw the rest a little otherwise.
"""

import pytest

from firsthand.model.reading import Quotation, Reading, Statement
from firsthand.reading.capitals import cased
from firsthand.reading.reader import Reader

READER = Reader(threads=1)


def names(reading: Reading, statement: Statement) -> list[str]:
    return [reading.source(id).name for id in statement.chain]


def statement(reading: Reading, words: str) -> Statement:
    """The outermost statement whose content has these words."""
    found = [s for s in reading.statements if not s.parent and words in reading.words(s.content)]
    said = [(names(reading, s), reading.words(s.content)) for s in reading.statements]
    assert found, f"nobody says {words!r}: {said}"
    return found[0]


def check(text: str, *expected: tuple[str, str]) -> Reading:
    """Each of `expected` is a source's name and words that its statement must have."""
    reading = READER.read(text)
    for name, words in expected:
        assert names(reading, statement(reading, words))[-1:] == [name], words
    return reading


def contents(reading: Reading) -> list[tuple[str, str]]:
    """Last name of the chain and content of the outermost statements, in reading order."""
    tops = [s for s in reading.statements if s.parent is None]
    return [((names(reading, s) or [""])[-1], reading.words(s.content)) for s in tops]


MARKS = [
    ("“", "”"),
    ('"', '"'),
    ("«", "»"),
    ("»", "«"),
    ("„", "“"),
    ("„", "”"),
    ("‹", "›"),
    ("‘", "’"),
    ("'", "'"),
    ("``", "''"),
    ("''", "''"),
    ('"', "”"),
    ("“", '"'),
]


@pytest.mark.parametrize(("opens", "closes"), MARKS)
@pytest.mark.parametrize(
    ("first", "who", "name", "second"),
    [
        ("The port is shut,", "Ana Reyes", "Ana Reyes", "It will open on Sunday."),
        ("We have no choice,", "Mayor Tom Oss", "Tom Oss", "The mill has to close."),
        ("Nobody was hurt,", "Ida Brandt, a nurse", "Ida Brandt", "We were lucky."),
        ("I didn’t see the cracks,", "engineer Vera Lund", "Vera Lund", "I wasn’t asked to look."),
    ],
)
def test_quotation_marks_of_any_shape(
    opens: str, closes: str, first: str, who: str, name: str, second: str
) -> None:
    text = f"{opens}{first}{closes} said {who}. {opens}{second}{closes}"
    reading = READER.read(text)
    assert contents(reading) == [
        (name, f"{opens}{first}{closes}"),
        (name, f"{opens}{second}{closes}"),
    ]
    cued, on = (s for s in reading.statements if s.parent is None)
    assert cued.cue and text[cued.cue[0] : cued.cue[1]] == "said"
    assert on.cue is None
    assert cued.mention and who.startswith(text[cued.mention[0] : cued.mention[1]][:8])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The port is shut, said Ana Reyes, the harbour master. “It opens on Sunday.”",
            [("Ana Reyes", "“The port is shut,"), ("Ana Reyes", "“It opens on Sunday.”")],
        ),
        (
            '"The port is shut, Ana Reyes said. Ships wait outside the bar.',
            [("Ana Reyes", '"The port is shut,')],
        ),
        (
            'The port is shut," Ana Reyes said. Ships wait outside the bar.',
            [("Ana Reyes", 'The port is shut,"')],
        ),
        (
            '"We were told nothing," said the nurse, Ida Brandt. "Nobody rang us.\n\n'
            "The rain went on.",
            [("Ida Brandt", '"We were told nothing,"'), ("Ida Brandt", '"Nobody rang us.')],
        ),
        (
            '"The 6" pipe burst at noon," said Ana Reyes.',
            [("Ana Reyes", '"The 6" pipe burst at noon,"')],
        ),
    ],
)
def test_a_mark_too_few_or_too_many(text: str, expected: list[tuple[str, str]]) -> None:
    assert contents(READER.read(text)) == expected


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("'The ministers' plan is dead,' Ana Reyes said.", "Ana Reyes", "plan is dead"),
        ("The workers' leader, Ana Reyes, said the plan wasn't dead.", "Ana Reyes", "plan"),
        ("“The captain told me ‘go home’,” said Tom Oss.", "Tom Oss", "‘go home’"),
        ("Vera Lund said the sailors’ strike wasn’t over.", "Vera Lund", "strike wasn’t over"),
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str, name: str, words: str) -> None:
    assert len(check(text, (name, words)).statements) >= 1


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@pytest.mark.parametrize(
    "text",
    [
        "“The port is shut,” said Ana Reyes. “It won’t open until Sunday.”",
        "Tom Oss, the mayor, called the plan “a gift to smugglers.”",
        "“We had four pumps,” Ida Brandt told the inquiry. “Two of them didn’t work.\n\n"
        "“Nobody came until morning.”",
        "Reyes: ‘No deal without fishermen’",
        "And from Chairwoman Reyes: “The committee will hear every witness.”",
    ],
)
def test_straight_and_curly_marks_read_alike(text: str) -> None:
    curly, straight = READER.read(text), READER.read(text.translate(STRAIGHT))
    assert [
        (names(curly, s), curly.words(s.content).translate(STRAIGHT), s.quotation)
        for s in curly.statements
    ] == [(names(straight, s), straight.words(s.content), s.quotation) for s in straight.statements]


@pytest.mark.parametrize(
    ("text", "name", "parts"),
    [
        (
            '"We had four pumps and two of them were broken," said Ida Brandt, who ran the '
            'shelter.\n\n"By midnight the water was at the door.\n\n"Nobody came until morning."',
            "Ida Brandt",
            [
                '"We had four pumps and two of them were broken,"',
                '"By midnight the water was at the door.',
                '"Nobody came until morning."',
            ],
        ),
        (
            "In a letter to staff, chief executive Tom Oss wrote: “This was a hard year.\n\n"
            "“We shall close two of our mills by June.\n\n“I shall visit each mill in person.”",
            "Tom Oss",
            [
                "“This was a hard year.",
                "“We shall close two of our mills by June.",
                "“I shall visit each mill in person.”",
            ],
        ),
        (
            "«Our dam is old,» engineer Vera Lund said. «It needs work.\n\n"
            "«We have asked for money each year.»",
            "Vera Lund",
            ["«Our dam is old,»", "«It needs work.", "«We have asked for money each year.»"],
        ),
        (
            "'The fire began in the cellar,' said fire chief Tom Oss. 'It went up the stairs.\n\n"
            "'My men were there by nine.'",
            "Tom Oss",
            [
                "'The fire began in the cellar,'",
                "'It went up the stairs.",
                "'My men were there by nine.'",
            ],
        ),
    ],
)
def test_a_quotation_over_several_paragraphs(text: str, name: str, parts: list[str]) -> None:
    reading = READER.read(text)
    assert contents(reading) == [(name, part) for part in parts]
    tops = [s for s in reading.statements if s.parent is None]
    assert [s.cue is None for s in tops] == [False] + [True] * (len(parts) - 1)


@pytest.mark.parametrize(
    ("text", "name", "quote"),
    [
        (
            '"The mill has no money left." -Commissioner Hale',
            "Hale",
            '"The mill has no money left."',
        ),
        ("“The bridge is safe.” — Tom Oss, mayor of Dunmere", "Tom Oss", "“The bridge is safe.”"),
        ('"The bridge is safe."\n\n– Engineer Vera Lund', "Vera Lund", '"The bridge is safe."'),
        ("• “I have seen cracks” - engineer Vera Lund", "Vera Lund", "“I have seen cracks”"),
        (
            'And from Chairwoman Reyes: "We will hear every witness."',
            "Reyes",
            '"We will hear every witness."',
        ),
        (
            "And this from Senator Tom Oss: “I won’t vote for it.”",
            "Tom Oss",
            "“I won’t vote for it.”",
        ),
        ('Commissioner Hale: "We have no plans for that."', "Hale", '"We have no plans for that."'),
        ("From the mayor: “No comment at all.”", "mayor", "“No comment at all.”"),
    ],
)
def test_a_label_or_a_credit_line_says_whose_the_quotation_is(
    text: str, name: str, quote: str
) -> None:
    assert contents(READER.read(text)) == [(name, quote)]


def test_each_credit_line_belongs_to_the_quotation_before_it() -> None:
    text = (
        '"The bridge is safe. I drive over it."\n\n– Tom Oss, mayor of Dunmere\n\n'
        '"I wouldn\'t let my dog cross it."\n\n– Vera Lund, engineer'
    )
    assert contents(READER.read(text)) == [
        ("Tom Oss", '"The bridge is safe. I drive over it."'),
        ("Vera Lund", '"I wouldn\'t let my dog cross it."'),
    ]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("“Nobody will lose a job,” said the minister.", "minister", "“Nobody will lose a job,”"),
        ("Nobody will lose a job, insists minister Ana Reyes.", "Ana Reyes", "lose a job"),
        ("The dam will hold, said engineer Vera Lund on Monday.", "Vera Lund", "dam will hold"),
        ('"The quota stands," added Tom Oss.', "Tom Oss", '"The quota stands,"'),
        ('"Nobody", replied Reyes, "will lose a job."', "Reyes", '"will lose a job."'),
    ],
)
def test_the_verb_before_its_subject(text: str, name: str, words: str) -> None:
    check(text, (name, words))


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Port to stay shut until Sunday, says minister", "minister", "Port to stay shut"),
        ("Minister: Port will stay shut until Sunday", "Minister", "Port will stay shut"),
        ("Mill to close by June - sources", "sources", "Mill to close by June"),
        ("Dam will hold, says engineer Vera Lund", "Vera Lund", "Dam will hold"),
        ("Reyes: 'No deal without fishermen'", "Reyes", "'No deal without fishermen'"),
        ("'I was never there': Oss denies visiting the mill", "Oss", "'I was never there'"),
        ("Mayor denies taking bribes", "Mayor", "taking bribes"),
    ],
)
def test_headlines(text: str, name: str, words: str) -> None:
    check(f"{text}\n\nThe rain went on over Ostrin for a week.", (name, words))


@pytest.mark.parametrize(
    "text",
    ["Exclusive: Mill to close by June", "Photo: The harbour on Monday", "Score: 3-1 at home"],
)
def test_a_heading_is_nobody(text: str) -> None:
    assert READER.read(f"{text}\n\nThe rain went on over Ostrin for a week.").statements == ()


MARKERS = ["• {}", "- {}", "* {}", "– {}", "{n}. {}", "{n}) {}", "({n}) {}", "▪ {}"]


@pytest.mark.parametrize("marker", MARKERS)
def test_lists(marker: str) -> None:
    items = (
        "Mayor Tom Oss said the bridge was safe.",
        "Engineer Vera Lund denied that she had seen cracks.",
        "“It will be closed for a week,” the council said.",
    )
    text = "\n".join(marker.format(item, n=n) for n, item in enumerate(items, 1))
    reading = check(text, ("Tom Oss", "the bridge was safe"), ("Vera Lund", "had seen cracks"))
    assert contents(reading)[-1] == ("council", "“It will be closed for a week,”")
    assert reading.statements[-1].quotation is Quotation.DIRECT


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "THE PORT IS SHUT UNTIL SUNDAY, SAID HARBOUR MASTER ANA REYES.",
            "Ana Reyes",
            "port is shut",
        ),
        ('"THE PORT IS SHUT," SAID ANA REYES.', "Ana Reyes", '"The port is shut,"'),
        ("ANA REYES SAID THE PORT WAS SHUT.", "Ana Reyes", "port was shut"),
        ("THE MILL WILL CLOSE, THE MINISTRY SAID IN A STATEMENT.", "ministry", "mill will close"),
        ("MAYOR TOM OSS DENIED THAT HE HAD TAKEN BRIBES.", "Tom Oss", "taken bribes"),
    ],
)
def test_a_text_in_capitals(text: str, name: str, words: str) -> None:
    reading = READER.read(cased(text))
    assert len(reading.article.text) == len(text)
    assert [(name, True)] == [
        (by, words.casefold() in said.casefold()) for by, said in contents(reading)
    ]


def test_a_headline_in_capitals_has_its_names_from_the_article() -> None:
    text = "POLICE SAY GRELDON MILL IS SAFE\n\nThe Greldon mill opened in May near Greldon Bay."
    assert cased(text).split("\n")[0] == "Police say Greldon mill is safe"


TRANSCRIPTS = [
    (
        "TAPLEY: Senator, will you vote for the budget?\n\n"
        "OSS: I won't vote for it. (LAUGHTER) It closes our schools.\n\n"
        "TAPLEY: Not even with the amendment?\n\nOSS: No.",
        [
            ("TAPLEY", "Senator, will you vote for the budget?"),
            ("OSS", "I won't vote for it. … It closes our schools."),
            ("TAPLEY", "Not even with the amendment?"),
            ("OSS", "No."),
        ],
    ),
    (
        "JANE HALE, HOST: Good evening and welcome.\n\n(BEGIN VIDEO CLIP)\n\n"
        "TOM OSS, MAYOR OF DUNMERE (on camera): The bridge is safe.\n\n(END VIDEO CLIP)\n\n"
        "HALE: The engineer disagrees.",
        [
            ("JANE HALE", "Good evening and welcome."),
            ("TOM OSS", "The bridge is safe."),
            ("JANE HALE", "The engineer disagrees."),
        ],
    ),
    (
        "Jane Hale: Why was the bridge closed?\nMayor Tom Oss: We had to close it.\n"
        "Jane Hale: Did you see cracks?\nMayor Tom Oss: [pauses] I did not.",
        [
            ("Jane Hale", "Why was the bridge closed?"),
            ("Tom Oss", "We had to close it."),
            ("Jane Hale", "Did you see cracks?"),
            ("Tom Oss", "I did not."),
        ],
    ),
    (
        ">> HALE: Good evening.\n>> OSS: The bridge is safe.\n>> LUND: It has cracks.",
        [("HALE", "Good evening."), ("OSS", "The bridge is safe."), ("LUND", "It has cracks.")],
    ),
    (
        "MR. OSS: The bridge is safe.\n\nMS. LUND: It is not. I was there in May and I counted "
        "the cracks.\n\nThere were nine of them, and two went through the whole of the arch, as "
        "anybody can see.\n\nMR. OSS: I drive over it every morning.",
        [
            ("OSS", "The bridge is safe."),
            ("LUND", "It is not. I was there in May and I counted the cracks."),
            (
                "LUND",
                "There were nine of them, and two went through the whole of the arch, as anybody "
                "can see.",
            ),
            ("OSS", "I drive over it every morning."),
        ],
    ),
    (
        "Q: Why was the bridge closed?\n\nA: Because it had cracks.\n\nQ: Who found them?\n\n"
        "A: Our own engineer did.",
        [("", "Because it had cracks."), ("", "Our own engineer did.")],
    ),
]


@pytest.mark.parametrize(("text", "turns"), TRANSCRIPTS)
def test_transcripts(text: str, turns: list[tuple[str, str]]) -> None:
    assert contents(READER.read(text)) == turns


def test_headings_before_colons_are_no_transcript() -> None:
    text = "Contact: Ann Hale\n\nTime: 7 p.m.\n\nPlace: Town hall\n\nWARNING: Bring a coat.\n\n"
    text += "NOTE: Parking is free.\n\nPolice said the road was open."
    check(text, ("police", "the road was open"))
    assert not any(s.cue is None for s in READER.read(text).statements)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("The port is shut, Ana Reyes said.", "Ana Reyes", "The port is shut"),
        ("Police say two men fled.", "police", "two men fled"),
        ("According to the ministry, the dam is safe.", "ministry", "the dam is safe"),
        ("Mayor Tom Oss denied taking bribes.", "Tom Oss", "taking bribes"),
    ],
)
def test_a_text_of_one_sentence(text: str, name: str, words: str) -> None:
    assert len(check(text, (name, words)).statements) == 1


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "\t\n \u2028\n\u00a0", "Hello", "said", "“", '"No."', "•"]
)
def test_a_text_that_says_nothing(text: str) -> None:
    reading = READER.read(text)
    assert (reading.statements, reading.sources, reading.checks) == ((), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "“The port is shut,” said harbour master Ana Reyes. The rain went on.",
        "“The port is shut,” said harbour master Ana Reyes, who has held the office since May.",
    ],
)
def test_who_stands_after_the_verb_at_the_sentence_s_end(text: str) -> None:
    check(text, ("Ana Reyes", "The port is shut"))
