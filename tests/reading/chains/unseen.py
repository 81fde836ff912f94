"""What was wrong at first in articles that nobody had seen before, retold."""

from tests.reading.chains.tale import Tale

ROUND_1 = (
    Tale(
        "words said on a station with a frequency in its name",
        "Otto Hale went on Coast 104 FM on Friday.\n\n“I heard it,” said Hale. Hale accused Vasse of a lie, and insisted that he was ill.",
        (
            ("said", "Hale#2", "“I heard it,”"),
            ("accused", "Hale#3", "Vasse of a lie"),
            ("insisted", "", "that he was ill"),
        ),
        {
            "“I heard": "Coast 104 FM ‹ Otto Hale",
            "Vasse of": "Coast 104 FM ‹ Otto Hale",
            "that he": "Coast 104 FM ‹ Otto Hale",
        },
        {"Coast 104 FM": "outlet named"},
    ),
    Tale(
        "a verb of nobody after a passive is not the subject's",
        "Hale said the dam held, and it is feared that it leaks.",
        (("said", "Hale", "the dam held"), ("is feared", "", "that it leaks")),
        {"that it": ""},
    ),
    Tale(
        "any of the claims, and no truth in them, are disputed",
        "Ida Nor of the Ostrin Tour denied any of the claims. “There is no truth to it,” Nor said. “They are wholly and utterly false,” she said.",
        (
            ("denied", "Ida Nor of the Ostrin Tour", "any of the claims"),
            ("said", "Nor#2", "“There is no truth to it,”"),
            ("said#2", "she", "“They are wholly and utterly false,”"),
        ),
        checks=(
            "disputed by Ida Nor about Ida Nor",
            "disputed by Ida Nor about Ida Nor",
            "disputed by Ida Nor about Ida Nor",
        ),
    ),
    Tale(
        "a tour is no person",
        "The Ostrin Tour said it would play.",
        (("said", "The Ostrin Tour", "it would play"),),
        sources={"Ostrin Tour": "organisation named"},
    ),
    Tale(
        "they are the militants of the sentence before, and not the last who spoke",
        "The government agreed to a truce.\n\nIn May, militants from the hills took the pass. They have since burnt it, demanding that Sollen pay.",
        (
            ("agreed", "The government", "to a truce"),
            ("demanding", "They", "that Sollen pay"),
        ),
        {"that Sollen": "militants"},
        {"militants": "group unnamed"},
        kind={"to a": "belief"},
    ),
    Tale(
        "they are the protesters who took over the banks",
        "Federal authorities said it was quiet.\n\nHundreds of protesters marched. On Tuesday, they took over banks and vowed to stay.",
        (
            ("said", "Federal authorities", "it was quiet"),
            ("vowed", "they", "to stay"),
        ),
        {"to stay": "hundreds of protesters", "it was": "federal authorities"},
        {"federal authorities": "organisation unnamed"},
    ),
    Tale(
        "they are the parents whom the clause before has",
        "When most parents think of a trip, they envision a lesson.",
        (("envision", "they", "a lesson"),),
        {"a lesson": "most parents"},
    ),
    Tale(
        "a last name that has al- in the full one",
        "The camp belongs to Abu Tarek al-Sorell. Sorell declared it closed.",
        (("declared", "Sorell#2", "it closed"),),
        {"it closed": "Abu Tarek al-Sorell"},
        {"Abu Tarek al-Sorell": "person named"},
    ),
    Tale(
        "papers that are false are no dispute",
        "They were carrying false papers, said an official. The child was ill.",
        (("said", "an official", "They were carrying false papers"),),
        checks=(),
    ),
    Tale(
        "I and my are one",
        "In my opinion the film is long. I mean it has four ends.",
        (("opinion", "my", "the film is long"), ("mean", "I#2", "it has four ends")),
        {"the film": "I", "it has": "I"},
    ),
    Tale(
        "an attorney general who is named further down",
        "No body was found, Velmara’s attorney general said. Attorney General Lena Hale said tests went on.",
        (
            ("said", "Velmara’s attorney general", "No body was found"),
            ("said#2", "Attorney General Lena Hale", "tests went on"),
        ),
        {"No body": "Lena Hale", "tests": "Lena Hale"},
    ),
    Tale(
        "a deputy who is named further down is not the minister",
        "The pass is shut, the minister said. Deputy Minister Lena Hale said it was open.",
        (
            ("said", "the minister", "The pass is shut"),
            ("said#2", "Deputy Minister Lena Hale", "it was open"),
        ),
        {"The pass": "minister", "it was": "Lena Hale"},
    ),
    Tale(
        "the editor who released this statement, and not the last who spoke",
        "A spokesperson for Sollen told the Ostrin Post: “It is no work of ours.”\n\nThe drawing is Vasse’s.\n\nHer words follow those of editor Ivan Hale, who released this statement.\n\n“Little is funny today,” he concluded.",
        (
            ("told", "A spokesperson for Sollen", "“It is no work of ours.”"),
            ("concluded", " he", "“Little is funny today,”"),
        ),
        {"“Little": "Ivan Hale", "“It is": "Ostrin Post ‹ spokesperson for Sollen"},
        kind={"“Little": "communication"},
    ),
    Tale(
        "no official statement is no comment",
        "The ship sank, a story said. The Harbour Board has not made any official statements.",
        (("said", "a story", "The ship sank"),),
        checks=("no_comment by Harbour Board about story",),
    ),
    Tale(
        "to agree to do something is to intend it",
        "Velmara agreed to pay.",
        (("agreed", "Velmara", "to pay"),),
        kind={"to pay": "intention"},
    ),
)

TALES = (*ROUND_1,)
