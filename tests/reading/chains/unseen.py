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

ROUND_2 = (
    Tale(
        "a weatherman is no first name",
        "Weatherman Mikkel Sund thought there was time. The clerk Ida Nor said there was.",
        (
            ("thought", "Weatherman Mikkel Sund", "there was time"),
            ("said", "The clerk Ida Nor", "there was#2"),
        ),
        {"there was time": "Mikkel Sund"},
    ),
    Tale(
        "an outlet that is written in one word",
        "According to TheLantern, the film is off.",
        (("According to", "TheLantern", "the film is off"),),
        sources={"TheLantern": "outlet named"},
    ),
    Tale(
        "a journalist who reports is no outlet, and writes for one",
        "The deal is near, reports Marian Oss, writing for the Velmara Trade Times. It is big, Oss said.",
        (
            ("reports", "Marian Oss, writing for the Velmara Trade Times", "The deal is near"),
            ("said", "Oss#2", "It is big"),
        ),
        {
            "The deal": "Velmara Trade Times ‹ Marian Oss",
            "It is": "Velmara Trade Times ‹ Marian Oss",
        },
        {"Marian Oss": "person named", "Velmara Trade Times": "outlet named"},
    ),
    Tale(
        "companies like two of them are no name",
        "Cable companies like Marl and Vint said it was dear.",
        (("said", "Cable companies like Marl and Vint", "it was dear"),),
        sources={"Cable companies like Marl and Vint": "group unnamed"},
    ),
    Tale(
        "what a local news site was told",
        "Dilan Sorell fell ill. He told local news site Hill Valley Now: “It was big.”",
        (("told", "He", "“It was big.”"),),
        {"“It was": "Hill Valley Now ‹ Dilan Sorell"},
    ),
    Tale(
        "a marine without a name",
        "The Marine with the camera says to him: “You got shot.”",
        (("says", "The Marine with the camera", "“You got shot.”"),),
        sources={"Marine with the camera": "person unnamed"},
    ),
    Tale(
        "an outlet which cited insiders",
        "Tom Brandt thinks she should go, according to the Velmara Post, which cited court insiders.",
        (
            ("according to", "the Velmara Post", "Tom Brandt thinks she should go"),
            ("thinks", "Tom Brandt", "she should go"),
        ),
        {
            "Tom": "Velmara Post ‹ court insiders",
            "she": "Velmara Post ‹ court insiders ‹ Tom Brandt",
        },
    ),
    Tale(
        "both one and the former president of another",
        "A clerk said both Brandt and former Lantern News President Stefan Cole knew it was untrue.",
        (
            (
                "said",
                "A clerk",
                "both Brandt and former Lantern News President Stefan Cole knew it was untrue",
            ),
            ("knew", "both Brandt and former Lantern News President Stefan Cole", "it was untrue"),
        ),
        {"it was": "clerk ‹ Brandt and Stefan Cole"},
        {"Brandt and Stefan Cole": "group named"},
    ),
    Tale(
        "no statement has been made, said a paper",
        "So far, Lantern News has made no official statement, the Velmara Post reported.",
        (("reported", "the Velmara Post", "So far, Lantern News has made no official statement"),),
        checks=("no_comment by Lantern News about Velmara Post",),
    ),
    Tale(
        "in a statement given to a paper",
        "“I know him,” Hale said in a statement provided to the Velmara Post.",
        (("said", "Hale", "“I know him,”"),),
        {"“I know": "Velmara Post ‹ Hale"},
    ),
    Tale(
        "who did not confirm it has not confirmed it",
        "U.S. officials said it was hit. But they did not confirm the death.",
        (
            ("said", "U.S. officials", "it was hit"),
            ("did not confirm", "they", "the death"),
        ),
        {"the death": "U.S. officials"},
        checks=("unverified by U.S. officials about U.S. officials",),
    ),
    Tale(
        "what would help to confirm it confirms nothing",
        "The pieces would help scholars confirm when it fell, Nor said. They move if they did not confirm their places.",
        (("said", "Nor", "The pieces would help scholars confirm when it fell"),),
        checks=(),
    ),
    Tale(
        "a quotation right behind what its speaker said goes on from it",
        "Wil Strand, an adviser, said it was odd. “We have to ask for pictures.”",
        (("said", "Wil Strand, an adviser,", "it was odd"),),
        {"“We have": "Wil Strand"},
    ),
)

ROUND_3 = (
    Tale(
        "a station by its call sign, and a site that is reporting",
        "According to KVEL-5, the ward is shut. Gutter Herring is reporting that he is ill.\n\nVia WOST, Dr. Rex Hale said: “He was here.”",
        (
            ("According to", "KVEL-5", "the ward is shut"),
            ("is reporting", "Gutter Herring", "he is ill"),
            ("said", "Dr. Rex Hale", "“He was here.”"),
        ),
        {"“He was": "WOST ‹ Rex Hale"},
        {"KVEL-5": "outlet named", "Gutter Herring": "outlet named", "WOST": "outlet named"},
    ),
    Tale(
        "reports at a sentence's head are no body",
        "Reports say the abbot was ill.",
        (("say", "Reports", "the abbot was ill"),),
        sources={"reports": "document unnamed"},
    ),
    Tale(
        "the elderly priest is the one who was called a priest",
        "A 71-year-old priest, Ivo Nor, claimed that he rose. Doctors said so. The elderly priest says he saw light.",
        (
            ("claimed", "A 71-year-old priest, Ivo Nor", "that he rose"),
            ("said", "Doctors", "so"),
            ("says", "The elderly priest", "he saw light"),
        ),
        {"he saw": "Ivo Nor"},
    ),
    Tale(
        "an archdiocese that has not confirmed it",
        "The Roman Archdiocese of Ostrin has not confirmed that he will preach.",
        (("has not confirmed", "The Roman Archdiocese of Ostrin", "that he will preach"),),
        sources={"Roman Archdiocese of Ostrin": "organisation named"},
        checks=("unverified by Roman Archdiocese of Ostrin about Roman Archdiocese of Ostrin",),
    ),
    Tale(
        "an analyst from a firm",
        "Analyst Trip Sorell from Marl Research sees it sell. The invite says it is blue.",
        (
            ("sees", "Analyst Trip Sorell from Marl Research", "it sell"),
            ("says", "The invite", "it is blue"),
        ),
        {"it sell": "Trip Sorell"},
        {"Trip Sorell": "person named", "invite": "document unnamed"},
    ),
    Tale(
        "a witness by his age and first name",
        "An eyewitness, Taugan Sund Kadal, saw it. 26-year-old Taugan says that he knew Josh Vint. He says they laughed.",
        (
            ("saw", "An eyewitness, Taugan Sund Kadal", "it"),
            ("says", "26-year-old Taugan", "that he knew Josh Vint"),
            ("says#2", "He", "they laughed"),
        ),
        {"that he": "Taugan Sund Kadal", "they laughed": "Taugan Sund Kadal"},
        {"Taugan Sund Kadal": "person named"},
    ),
    Tale(
        "a lot of people",
        "A lot of people said no. A lot of scholars said it was wet.",
        (
            ("said", "A lot of people", "no"),
            ("said#2", "A lot of scholars", "it was wet"),
        ),
        sources={"lot of people": "group unnamed", "lot of scholars": "group unnamed"},
    ),
    Tale(
        "they are the company, and not the people of the paragraph before",
        "Some people want it.\n\nThe company cleared it up. They thought about it.",
        (("want", "Some people", "it"), ("thought about", "They", "it#2")),
        {"it": "some people"},
    ),
    Tale(
        "de Brandt is Bill de Brandt",
        "Mayor Bill de Brandt spoke. “It is new,” de Brandt said.",
        (("said", "de Brandt#2", "“It is new,”"),),
        {"“It is": "Bill de Brandt"},
        {"Bill de Brandt": "person named"},
    ),
    Tale(
        "a joint statement of members who are listed, and who were named by number",
        "Five black and young members of the Ostrin City Council hailed it. “It is big,” read a joint statement from the council members: Ida Nor, Otto Hale and Ivo Sund. “We hail it,” the council members said.",
        (
            ("hailed", "Five black and young members of the Ostrin City Council", "it"),
            (
                "read",
                "a joint statement from the council members: Ida Nor, Otto Hale and Ivo Sund",
                "“It is big,”",
            ),
            ("said", "the council members#2", "“We hail it,”"),
        ),
        {
            "“It is": "five black and young members of the Ostrin City Council",
            "“We hail": "five black and young members of the Ostrin City Council",
        },
    ),
    Tale(
        "a convent is a body",
        "The nun’s convent said she was no nun.",
        (("said", "The nun’s convent", "she was no nun"),),
        sources={"nun’s convent": "organisation unnamed"},
    ),
)

ROUND_4 = (
    Tale(
        "a new report is the site's that is named below it",
        "Marl plans a flat watch, according to a new report.\n\nGossip site 4to9Lantern created drawings of it, and it says the watch is thin.\n\nThe first Marl Watch was shown by former chief executive Stefan Jobst, where he claimed it was new.",
        (
            ("according to", "a new report", "Marl plans a flat watch"),
            ("says", " it#2", "the watch is thin"),
            ("claimed", " he", "it was new"),
        ),
        {"Marl plans": "4to9Lantern", "the watch": "4to9Lantern", "it was": "Stefan Jobst"},
        {"4to9Lantern": "outlet named", "Stefan Jobst": "person named"},
    ),
    Tale(
        "a report and the newspaper are the paper that a source told",
        "He tore the paper up, a report said. Brandt was stunned, the newspaper said. “It was a shock,” a source told the Mirror.",
        (
            ("said", "a report", "He tore the paper up"),
            ("said#2", "the newspaper", "Brandt was stunned"),
            ("told", "a source", "“It was a shock,”"),
        ),
        {"He tore": "Mirror", "Brandt": "Mirror", "“It was": "Mirror ‹ source"},
    ),
    Tale(
        "a report without an outlet below it stays a report",
        "The dam held, a report said. Engineers told the ministry that it leaked.",
        (
            ("said", "a report", "The dam held"),
            ("told", "Engineers", "that it leaked"),
        ),
        {"The dam": "report"},
        {"report": "document unnamed"},
    ),
    Tale(
        "a quotation in single marks over three paragraphs",
        "Manager Katrin Cole said: 'We have offers from afar.\n\n'It is off the scale. We had none before.\n\n'We can hardly believe it.'\n\nThe dog is well.",
        (("said", "Manager Katrin Cole", "'We have offers from afar."),),
        {"'It is": "Katrin Cole", "'We can": "Katrin Cole"},
    ),
    Tale(
        "who after an owner who is registered",
        "“We rang the owner registered to the chip, who stated it was sold,” Hale said.",
        (
            ("said", "Hale", "“We rang the owner registered to the chip, who stated it was sold,”"),
            ("stated", "who", "it was sold"),
        ),
        {"it was": "Hale ‹ owner registered to the chip"},
        {"owner registered to the chip": "person unnamed"},
    ),
    Tale(
        "an outlet that previously reported",
        "The Quizitor previously reported that she was charged.",
        (("previously reported", "The Quizitor", "that she was charged"),),
        sources={"The Quizitor": "outlet named"},
    ),
    Tale(
        "they are the sources that the report cites",
        "The Velmara Post says the watch is gold. The report, citing sources familiar with the matter, adds that it is soft. “It is costly, they said,” reports the Velmara Post.",
        (
            ("says", "The Velmara Post", "the watch is gold"),
            ("adds", "The report", "that it is soft"),
            ("reports", "the Velmara Post", "“It is costly, they said,”"),
            ("said", "they", "It is costly"),
        ),
        {
            "that it": "The Velmara Post ‹ sources familiar with the matter",
            "It is": "The Velmara Post ‹ sources familiar with the matter",
        },
    ),
    Tale(
        "the chief executive is the CEO",
        "Marl CEO Tim Sund said it was new. The chief executive added that it was blue.",
        (
            ("said", "Marl CEO Tim Sund", "it was new"),
            ("added", "The chief executive", "that it was blue"),
        ),
        {"that it": "Tim Sund"},
    ),
)

ROUND_5 = (
    Tale(
        "a site out of a country",
        "According to 9Lantern.com out of Velmara, they bought some bread.",
        (("According to", "9Lantern.com out of Velmara", "they bought some bread"),),
        {"they bought": "9Lantern.com"},
    ),
    Tale(
        "the website is no platform that carried a picture",
        "A picture was on Facebook. The website also stated that she agreed.",
        (("stated", "The website", "that she agreed"),),
        {"that she": "website"},
    ),
    Tale(
        "the makers of a film with a colon in its title",
        "She left, Nor said. However, the makers of “Heron Wars: The Dawn” have not released any official statement on it.",
        (("said", "Nor", "She left"),),
        checks=("no_comment by makers of Heron Wars: The Dawn about Nor",),
    ),
    Tale(
        "a boy of a high school is a person",
        "Mohammed Sund, a 17-year-old high school pupil, confirmed it. He said so.",
        (
            ("confirmed", "Mohammed Sund, a 17-year-old high school pupil,", "it"),
            ("said", "He", "so"),
        ),
        {"so": "Mohammed Sund"},
        {"Mohammed Sund": "person named"},
    ),
    Tale(
        "a newspaper with al in its name, and a media outlet of a people",
        "Velmara’s official newspaper, al Sorah, claimed it spread. An official told the Ostrin media outlet Xandan that it did not.",
        (
            ("claimed", "Velmara’s official newspaper, al Sorah,", "it spread"),
            ("told", "An official", "that it did not"),
        ),
        {"it spread": "al Sorah", "that it": "Xandan ‹ official"},
        {"al Sorah": "outlet named", "Xandan": "outlet named"},
    ),
    Tale(
        "a body with its letters behind it is unable to confirm",
        "An official said it was so. The Velmara Health Board (VHB) has been unable to confirm the cases.",
        (("said", "An official", "it was so"),),
        checks=("unverified by Velmara Health Board about official",),
    ),
)

ROUND_6 = (
    Tale(
        "people who are called by a first name smile and explain",
        "Mo smiled shyly. “He is quiet,” Dar explained. “It is our third,” Mo said.",
        (
            ("explained", "Dar", "“He is quiet,”"),
            ("said", "Mo#2", "“It is our third,”"),
        ),
        sources={"Mo": "person named", "Dar": "person named"},
    ),
    Tale(
        "we can't confirm that is no confirmation",
        "A second official played it down. “We can’t confirm that,” he said.",
        (("said", "he", "“We can’t confirm that,”"),),
        {"“We can": "second official"},
        checks=("unverified by second official about second official",),
    ),
    Tale(
        "the name that was given to a spokesman who said it",
        "Paul Hale is the name given to a harbour spokesperson who said the quay would be sold. A fake release that claimed so was old.",
        (
            ("said", "who", "the quay would be sold"),
            ("claimed", "A fake release that", "so"),
        ),
        {"the quay": "harbour spokesperson", "so": "fake release"},
        {"harbour spokesperson": "person unnamed"},
    ),
    Tale(
        "a report is the paper's that has just been heard",
        "There are rats, reports the Velmara Post. The editor is not happy, according to a report.",
        (
            ("reports", "the Velmara Post", "There are rats"),
            ("according to", "a report", "The editor is not happy"),
        ),
        {"The editor": "Velmara Post"},
    ),
    Tale(
        "the staffer is the employee of the sentence before",
        "A Vint employee wrote to the Velmara Post that there were rats. “It is odd,” the staffer said.",
        (
            ("wrote", "A Vint employee", "that there were rats"),
            ("said", "the staffer", "“It is odd,”"),
        ),
        {"“It is": "Velmara Post ‹ Vint employee"},
    ),
)

ROUND_7 = (
    Tale(
        "an outlet's sports desk, a paper of two words in one, and the report that is the first one's",
        "According to Ostrin Today Sports, he caught it. According to the report, it was big. According to the Sollen Express-News, it was rare, as previously reported by the Quizitor. It was old, the Quizitor said.",
        (
            ("According to", "Ostrin Today Sports", "he caught it"),
            ("According to#2", "the report", "it was big"),
            ("According to#3", "the Sollen Express-News", "it was rare"),
            ("said", "the Quizitor#2", "It was old"),
        ),
        {"it was big": "Ostrin Today Sports"},
        {
            "Ostrin Today Sports": "outlet named",
            "Sollen Express-News": "outlet named",
            "Quizitor": "outlet named",
        },
    ),
    Tale(
        "a force by its letters, and a comment that is no platform's",
        "The Royal Velmara Constabulary sought him. “He is here,” the RVC posted. “No joke,” said the Facebook comment. A disclaimer said so.",
        (
            ("posted", "the RVC", "“He is here,”"),
            ("said", "the Facebook comment", "“No joke,”"),
            ("said#2", "A disclaimer", "so"),
        ),
        {"“He is": "Royal Velmara Constabulary", "“No joke": "Facebook comment"},
        {"Facebook comment": "document unnamed", "disclaimer": "document unnamed"},
    ),
    Tale(
        "an MP, and the party's own by the last name",
        "“Shots rang out,” RVP MP Karl Anders told the Citizen. Tourist Jan Lund said it was loud. The RVP’s Anders described the scene.",
        (
            ("told", "RVP MP Karl Anders", "“Shots rang out,”"),
            ("said", "Tourist Jan Lund", "it was loud"),
            ("described", "The RVP’s Anders", "the scene"),
        ),
        {"the scene": "Karl Anders", "it was": "Jan Lund"},
    ),
    Tale(
        "a department by the end of its name",
        "The Sollen City Health Department said it was safe. “Wash,” the Health Department tweeted.",
        (
            ("said", "The Sollen City Health Department", "it was safe"),
            ("tweeted", "the Health Department", "“Wash,”"),
        ),
        {"“Wash": "Sollen City Health Department"},
    ),
    Tale(
        "words that were cut in two",
        "It was shut, said Ofc. Wilm Tenny, a spokesman. The force said in a tweet that it was not.",
        (
            ("said Of", "c. Wilm Tenny, a spokesman", "It was shut"),
            ("said in a t", "The force", "that it was not"),
        ),
        {"It was": "Wilm Tenny"},
    ),
)


ROUND_8 = (
    Tale(
        "she is not the teenager of whom she speaks",
        "Tara Chand discusses her youth.\n\n‘I changed it while I was a teenager,’ she explains. ‘It was hard,’ she says.",
        (
            ("discusses", "Tara Chand", "her youth"),
            ("explains", "she", "‘I changed it while I was a teenager,’"),
            ("says", "she#2", "‘It was hard,’"),
        ),
        {"‘I changed": "Tara Chand", "‘It was": "Tara Chand"},
    ),
    Tale(
        "a page that mourns somebody is no name",
        "There is an “RIP Mikkel Sund” page, a story said. Mikkel Sund has yet to comment.",
        (("said", "a story", "There is an “RIP Mikkel Sund” page"),),
        checks=("no_comment by Mikkel Sund about story",),
    ),
    Tale(
        "a land is not the paper that has its name",
        "Diario de Velmara was wrong. Velmara declared that it would pay. The report in the Diario de Velmara said so.",
        (
            ("declared", "Velmara#2", "that it would pay"),
            ("said", "The report in the Diario de Velmara", "so"),
        ),
        {"that it": "Velmara", "so": "Diario de Velmara"},
    ),
    Tale(
        "a paper of a land, told by sources, and police who have not confirmed it",
        "While police have not confirmed it, sources have told Velmara’s Morning Post that he did it. No group said so.",
        (
            ("have told", "sources", "that he did it"),
            ("said", "No group", "so"),
        ),
        {"that he": "Morning Post ‹ sources"},
        {"no group": "organisation unnamed"},
        checks=("unverified by police about nothing",),
    ),
)


ROUND_9 = (
    Tale(
        "it is the department that began the sentence before",
        "Velmara said it would fight.\n\nThe Harbour Department had offered a reward for Sorell. It identified him as a diver.",
        (
            ("said", "Velmara", "it would fight"),
            ("identified", "It", "him as a diver"),
        ),
        {"him as": "Harbour Department"},
    ),
    Tale(
        "Mr de Brandt is the de Brandt who told the paper",
        "Hamish de Brandt told the Mirror that it stung. Mr de Brandt, who came back in May, said it was small.",
        (
            ("told", "Hamish de Brandt", "that it stung"),
            ("said", "Mr de Brandt, who came back in May,", "it was small"),
        ),
        {"it was": "Mirror ‹ Hamish de Brandt"},
    ),
    Tale(
        "a site that spoke to a spokesperson who told it",
        "The Velmara Post spoke to a Marl spokesperson who told them that it was false.",
        (("told", "who", "that it was false"),),
        {"that it": "The Velmara Post ‹ Marl spokesperson"},
    ),
    Tale(
        "what was noted on a website is not said there",
        "As noted on the Marl website, sizes vary. Vasse’s source said so.",
        (("said", "Vasse’s source", "so"),),
        {"so": "Vasse’s source"},
    ),
)


ORACLE = (
    Tale(
        "a paper that unearthed another's old story",
        "Another side was shown by the Velmara Caller, which unearthed a 1995 story from the Ostrin Times. The Times article hailed Brandt.",
        (("hailed", "The Times article", "Brandt"),),
        {"Brandt": "Velmara Caller ‹ Ostrin Times"},
    ),
    Tale(
        "they are the group that took the girls",
        "The group Iron Lantern took the girls in May.\n\n“They assured us that they have them,” Tukal said.",
        (
            ("said", "Tukal", "“They assured us that they have them,”"),
            ("assured", "They", "that they have them"),
        ),
        {"that they": "Tukal ‹ Iron Lantern"},
    ),
    Tale(
        "what is noted inside somebody's words is theirs to have checked",
        "“It is noted that there is no independent confirmation of the clip,” Hale said.",
        (
            (
                "said",
                "Hale",
                "“It is noted that there is no independent confirmation of the clip,”",
            ),
            ("is noted", "", "that there is no independent confirmation of the clip"),
        ),
        checks=("unverified by Hale about Hale",),
    ),
    Tale(
        "he is not the cousin of his",
        "Mohammed Sund bought shares. Mohammed was taught by his cousin. He said it was fun.",
        (("said", "He", "it was fun"),),
        {"it was": "Mohammed Sund"},
    ),
    Tale(
        "it is no place of a dateline",
        "OSTRIN (Hesper) - A magazine printed it. It has refused to say who.",
        (("has refused", "It", "to say who"),),
        {"to say": "It"},
    ),
    Tale(
        "nobody is nobody",
        "Otto Davin said it was cold. Nobody came. He said it was wet.",
        (("said", "Otto Davin", "it was cold"), ("said#2", "He", "it was wet")),
        {"it was wet": "Otto Davin"},
    ),
)
"""Faults of the rules that show where every attribution is given as it should be."""

TALES = (
    *ROUND_1,
    *ROUND_2,
    *ROUND_3,
    *ROUND_4,
    *ROUND_5,
    *ROUND_6,
    *ROUND_7,
    *ROUND_8,
    *ROUND_9,
    *ORACLE,
)
