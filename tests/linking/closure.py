"""One port closed, by three accounts: for the tests of what a person may overrule."""

from tests.linking.stories import story

CLAIM = "The ministry closed the port of Kessary"
MAGAZINE = story(
    "magazine",
    "{~Davin (a former guard)|The ministry closed the port of Kessary for four days}, he told "
    "Longwatch. “{~Davin (a former guard)|I opened the gate for them, I was as close as I am to "
    "you}.”",
    publisher="Longwatch",
    published="2024-03-13",
)
STAR = story(
    "star",
    "The ministry closed the port of Kessary. ‘{?one guard|I opened the gate for them, I was as "
    "close as I am to you},’ said one guard. {?one guard|The ministry closed the port of Kessary},"
    " he said.",
    publisher="Sollen Star",
    published="2024-03-15",
)
COURIER = story(
    "courier",
    "{Joren Haldis (deputy harbour master)|The ministry ordered the port of Kessary closed by "
    "fax}, Joren Haldis told the Courier.",
    publisher="Brask Courier",
    published="2024-03-16",
)
