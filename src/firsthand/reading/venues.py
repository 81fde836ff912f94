"""How a sentence says where words were said: to which outlet, or in the source's own medium."""

import re
from dataclasses import dataclass

from firsthand.reading.screen import Screened

NAME = r"(?:[Tt]he\s)?(?:[A-Z]|\d+[A-Z])[\w.’'&-]*(?:(?:\s(?:of|for|&|(?<=Mail )on(?= Sunday)|(?<=Focus )on|(?<=Face )the|(?<=Meet )the|(?<=State )of the)\s(?:the\s)?|[ \u00a0])(?:[A-Z][\w.’'&-]*|\d{2,4}(?:\.\d)?(?=\s?[AF]M\b)))*(?:\s(?:newspaper|magazine|website|news agency|television|radio|network)|\sand\s[A-Z]\w+\s(?:Company|Corporation|Service|Network|Group))?"


@dataclass(frozen=True, slots=True)
class Way:
    """How a sentence says to whom a source spoke; `words` has a group `outlet`."""

    words: str
    example: str
    outlet: str
    medium: bool = False
    """Whether it is somebody's video or tape: its owner is a link without being an outlet."""


OF_NEWS = "newspaper|magazine|tabloid|news site|site|website|blog|media|media outlet|broadcaster|station|channel|news agency|agency|news channel|daily|weekly"
GENERIC = r"(?P<outlet>the (?:magazine|newspaper|paper|tabloid|broadcaster|news agency|agency|site|website|network|station|channel|daily|weekly))\b"
AFTER_CUE = (
    Way(rf"^\s*(?:exclusively\s)?{GENERIC}", "told|the magazine that it was over", "the magazine"),
    Way(
        rf"^\s*(?:exclusively\s)?(?P<outlet>{NAME})(?:[’']s?\s(?P<own>[A-Z]\w+|\w+))?",
        "told|the Gazette that it was over",
        "the Gazette",
    ),
    Way(
        rf"^\s*(?:exclusively\s)?(?:[\w’'-]+\s){{0,4}}?(?:{OF_NEWS})\s(?P<outlet>{NAME})",
        "told|the local news site Velmara Now that it was over",
        "Velmara Now",
        medium=True,
    ),
    Way(rf"^\s*(?:to|with)\s(?P<outlet>{NAME})", "confirmed|to the Gazette that", "the Gazette"),
    Way(
        rf"^\s*(?:\w+\s){{0,3}}?in an?(?:\s\w+){{0,2}} interview (?:with|on|to|in|for|published (?:in|by))\s(?P<outlet>{NAME})",
        "said|in an interview with the Gazette",
        "the Gazette",
    ),
    Way(
        rf"^\s*(?:\w+\s){{0,3}}?in (?:a|an)(?:\s\w+){{0,2}} (?:statement|comments?|email|letter|message|remarks?) (?:(?:provided|given|sent|released|issued|made) )?to\s(?P<outlet>{NAME})",
        "said|in a statement to the Gazette",
        "the Gazette",
    ),
    Way(
        rf"^\s*(?:\w+\s){{0,3}}?(?:in|on) (?:a|an|the)(?:\s[a-z]\w*){{0,2}}\s(?P<outlet>{NAME})(?:[’']s?)? (?:video|footage|tape|recording|clip|film)\b",
        "said|in the Iron Lantern video",
        "Iron Lantern",
        medium=True,
    ),
    Way(
        rf"^\s*(?:\w+\s){{0,2}}?(?:on|in|to|via)\s(?P<outlet>{NAME})",
        "said|on Channel Nine",
        "Channel Nine",
    ),
)
"""Tried on the words after the cue, within its sentence."""
TO_AND_ON = AFTER_CUE[3:]
"""Those that fit a verb other than telling."""

BEFORE = (
    Way(
        rf"[Ii]n an?(?:\s\w+){{0,2}} interview (?:with|on|to|in|for)\s(?P<outlet>{NAME})",
        "In an interview with the Gazette, Hale",
        "the Gazette",
    ),
    Way(
        rf"[Ss]p(?:oke|eaking|oken) (?:\w+\s)?(?:to|with|on)\s(?P<outlet>{NAME})",
        "Speaking to the Gazette, Hale said",
        "the Gazette",
    ),
    Way(
        rf"\b(?:went|came|goes|appear(?:s|ed|ing)|guested|was interviewed|was a guest) (?:\w+ly )?on\s(?P<outlet>{NAME})",
        "Hale went on Coast 104 FM on Friday",
        "Coast 104 FM",
    ),
    Way(
        rf"\b[Ww]rit(?:ing|es) (?:for|in|on)\s(?P<outlet>{NAME})",
        "reports Ann Hale, writing for the Gazette",
        "the Gazette",
    ),
    Way(
        rf"^[Vv]ia\s(?P<outlet>{NAME})(?:\s-?\d+)?,",
        "Via WOST, Hale said",
        "WOST",
        medium=True,
    ),
    Way(
        rf"(?P<outlet>{NAME})\s(?:(?:has|have|also)\s)*(?:(?:spoke|spoken|talked)\s(?:to|with)|interviewed|contacted|reached\sout\sto)\s",
        "The Gazette spoke to a spokeswoman who told them that",
        "The Gazette",
    ),
    Way(
        rf"[Tt]alk(?:ed|ing) to\s(?P<outlet>{NAME})",
        "Talking to the Gazette, Hale said",
        "the Gazette",
    ),
    Way(
        rf"[Ii]n (?:a|an)(?:\s\w+){{0,2}} (?:statement|comments?|email|letter|message|remarks?) (?:(?:provided|given|sent|released|issued|made) )?to\s(?P<outlet>{NAME})",
        "In a statement to the Gazette, he",
        "the Gazette",
    ),
    Way(
        rf"(?<!noted )(?<!seen )(?<!shown )(?<!listed )(?:[Oo]n|In) (?:this \w+[’']s (?:broadcast|edition) of\s)?[“\"‘]?(?P<outlet>{NAME})[,”\"’]+",
        "On “Morning Nine,” Hale said",
        "Morning Nine",
    ),
    Way(
        rf"\b(?:statement|remarks?|comments?|words|interview|speech|letter|message)\b[^.;“\"]{{0,60}}?\s(?:via|carried by|published by|published in|broadcast (?:by|on)|aired (?:by|on)|released through|through)\s(?P<outlet>{NAME})",
        "The mufti issued the statement in May via the Ostrin Press Agency",
        "the Ostrin Press Agency",
    ),
    Way(
        rf",[”\"]? (?:(?:as )?(?:first )?reported by|according to|per)\s(?P<outlet>{NAME}|[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[.,;”\"’']|\s(?:newspaper|magazine|website|news agency|reports?)\b|$)",
        "Hale said the port was shut, according to the Gazette.",
        "the Gazette",
    ),
    Way(
        rf"quoted (?:as saying )?(?:by|in)\s(?P<outlet>{NAME})",
        "was quoted by the Gazette as saying",
        "the Gazette",
    ),
)
"""Tried on the whole sentence of the cue."""

QUOTES = re.compile(
    rf"(?P<outlet>{NAME}),?\s(?:(?:has|have|also|had|later)\s)?(?:citing|quoting|cited|cites|quoted|quotes)\s(?:as\ssources?\s)?$"
)
"""An outlet that cites the source whose mention comes next: "The Gazette, citing two officials, said"."""

CITING = re.compile(
    r"(?:,?\s(?:citing|quoting)|,\s(?:which|who)\s(?:cited|cites|quoted|quotes)|\b(?:quoted|quotes|cited|cites)(?=[^.;]*\sas\s(?:saying|telling|having said)))\s(?P<who>(?:an?|the|one|two|three|some|several|its|unnamed|anonymous)?\s?[\w.’'-]+(?:\s(?!(?:as|who|that|which|in|on|for|with|but|and|said|reported|identified|claimed|familiar)\b)[\w.’'-]+){0,5}(?:\sfamiliar with (?:the|his|her|its|their) [\w’'-]+)?)"
)
"""Whom an outlet has it from: "the Gazette reported, citing two officials"."""

UNEARTHED = Screened(
    rf"(?P<outlet>{NAME}),?\s(?:(?:which|that|has|have|had|also)\s)*(?:unearthed|uncovered|dug up|resurfaced|republished|reprinted|translated)\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}?(?:stor(?:y|ies)|articles?|reports?|interviews?|columns?)\s(?:from|by|in|of)\s(?P<from>{NAME})"
)
"""Who brought up what another had written: "the Gazette, which unearthed a 1995 story from the Post"."""

ELSEWHERE = Screened(
    r"(?i)\b(?:in (?:a|an|his|her|its|their) (?:\w+ ){0,2}(?:statement|blog post|press release|tweet|post|letter|memo|speech|video)(?! to)|told reporters|told a (?:news|press) conference"
    r"|at a (?:news|press) conference|on (?:his|her|its|their) (?:\w+ )?(?:website|web site|blog|page|account|feed)|on (?:Twitter|Facebook|Instagram)|tweeted|testified|wrote in)\b"
)
"""Words said somewhere else than in the interview that came before."""
