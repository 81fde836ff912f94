"""What an article, or a sentence of it, does with the claim: asserts, reports, denies, corrects."""

import re
from collections.abc import Collection, Iterable

from firsthand.linking.words import words
from firsthand.model.span import Span
from firsthand.reading.segments import quotations

ATTRIBUTES = re.compile(
    r"(?i)\b(?:according to|reportedly|alleg\w+|purported\w*|supposed(?:ly)?|rumou?red|a rumou?r|"
    r"rumou?rs that|"
    r"unconfirmed|apparently|"
    r"(?:is|are|was|were|has been|have been) (?:widely )?(?:said|believed|thought|understood|"
    r"rumou?red|reported|alleged|"
    r"claimed|suggested) (?:to|that)|it (?:is|was|has been) (?:reported|claimed|alleged|rumou?red|"
    r"suggested|said)|"
    r"(?:report|story|account|claim|article|profile)s? (?:that|of|by|in|from|on|says?|said|claims?|"
    r"suggests?)|"
    r"said (?:a|an|the) (?:\w+ )?report|some reports|reports? (?:emerged|indicate|claim|suggest)s?|"
    r"claims? (?:that|to)|"
    r"(?:might|may|could) have|exclusive story|newspaper (?:report|claim)\w*|"
    r"(?<!was )(?<!were )reveals)\b"
)
"""Words by which a sentence gives what it says to somebody else, or holds it at a distance."""
TRAILING = re.compile(r",\s(?:[\w’'.-]+\s){1,8}(?:says?|said|claims?|claimed|reports|reported)\b")
"""Whose words they are, after them: ", a former guard says"."""
HEDGES = re.compile(
    r"(?i)\b(?:alleg\w+|reportedly|purported\w*|supposed\w*|rumou?r\w*|apparently|(?:is|are|was|"
    r"were) (?:said|believed|thought|"
    r"understood) to|it is (?:said|believed|thought)|unconfirmed|unverified|claim(?:s|ed)?|"
    r"may have|might have|could have|"
    r"appears? to|possibly|estimated|if true|speculat\w+|suggest(?:s|ed)?)\b"
)
DENIAL = re.compile(
    r"(?i)\b(?:rubbish|bogus|hoax\w*|fake\w*|false(?:ly|hood)?|untrue|untruths?|fabricat\w+|"
    r"fiction\w*|debunk\w*|made[- ]up|"
    r"made (?:it|(?:the )?(?:whole )?(?:thing|story)) up|nonsense|baseless|groundless|unfounded|"
    r"no truth|inaccura\w+|"
    r"(?:not?|n[’']t|isn[’']t|wasn[’']t) (?:actually |really |quite |necessarily |even |"
    r"at all )?(?:true|accurate|correct|real|"
    r"credible|the case|worth|missing|happen\w*|take place|taken place|in talks|made|held|"
    r"considering)|"
    r"den(?:y|ies|ied|ying|ials?)|refut\w+|dismiss\w+|"
    r"disput(?:ed|ing)(?! (?:territor|area|region|island|border|land|election))|"
    r"disputes? (?:that|the|this|these|those|it|any|all|his|her|their|whether)|"
    r"just a rumou?r|never (?:happened|existed|took place)|"
    r"no such|probably not|very unlikely|no (?:\w+ )?(?:offers?|approach|deal|agreement|talks|"
    r"plans?|intention|knowledge|basis)|"
    r"reject(?:s|ed|ing) (?:the |a |an |this |these |those )?(?:\w+ )?(?:report|claim|stor|rumou?r|"
    r"allegation|account|suggestion)\w*|"
    r"contrary to|misunderst\w+|satir\w+|prank|stunt|exaggerat\w+)\b"
)
ASKED_FOR = (
    "permit|permission|request|application|motion|petition|appeal|bid|visa|asylum|parole|licen[cs]e|loan|"
    "refund|treatment|shelter"
)
"""What somebody is denied who has asked for it: no report is denied by that."""
NO_DENIAL = re.compile(
    r"(?i)\b(?:not|never|n[’']t|neither|nor|without|declined? to|refus\w+ to|would not|"
    r"wouldn[’']t) (?:\w+ ){0,2}"
    r"(?:den(?:y|ied|ying)|disput\w+|dismiss\w*|refut\w+)|den(?:y|ied|ies) (?:him|her|them|entry|"
    r"access|bail|boarding)|not (?:\w+ ){0,3}(?:a )?denial|whether|minds? (?:is|are|was|"
    r"were) made up|spreading (?:\w+ )?false|false (?:start|alarm|teeth)|"
    rf"den(?:y|ies|ied|ying) (?:\w+ ){{0,3}}?(?:{ASKED_FOR})s?\b|"
    rf"\b(?:{ASKED_FOR})s?\b[^.;]{{0,60}}?\b(?:was|were|been) denied\b"
)
SUBJECT = re.compile(
    r"(?i)\b(?:report|reports|story|stories|claims?|rumou?rs?|figures?|tales?|accounts?|"
    r"allegations?|articles?|it|that|this|number|"
    r"news|theft|suggestions?|photos?|videos?|images?|footage|letter|e-?mail|post)\b"
)
"""What a denial may speak of instead of the claim's own words."""
NEGATION = re.compile(r"(?i)\b(?:not|no|never|nobody|none|no one|nothing|denied|denies)\b|n[’']t\b")
OWNED_UP = re.compile(
    r"(?i)\b(?:came clean|(?:made|making) (?:it all|the whole (?:thing|story)|everything) up|"
    r"admit(?:s|ted) (?:that )?(?:it|the (?:story|report)) (?:was|is) (?:false|untrue|"
    r"a hoax|made up))\b"
)
"""Who told it takes it back."""
CORRECTION = re.compile(
    r"(?i)\b(?:a correction|correction:|corrects?\b|we (?:regret|apologi[sz]e)|"
    r"should not have been published|retract(?:s|ed|ion)|"
    r"stands? corrected|this newspaper was wrong|has since told|made the whole thing up|came clean|"
    r"(?:story|report|article) (?:has been|was) (?:withdrawn|retracted|pulled))\b"
)
UNKNOWING = re.compile(
    r"(?i)(?:\b(?:not|n[’']t|never) (?:been )?(?:aware of|know (?:of|whether|if|anything)|"
    r"confirmed?|verif(?:y|ied)|say (?:whether|if))|"
    r"\bc(?:an|ould)(?:not| not|n[’']t) (?:\w+ ){0,2}?(?:confirm|verify|say|rule out)|"
    r"\bunable to (?:confirm|verify|say)|\bunaware of|\bkn(?:ow|ew)s? nothing\b|"
    r"\bno (?:\w+ ){0,2}?(?:information|indications?|confirmation|word|details|reporting|"
    r"way of knowing)\b|"
    r"\bhave ?n[o’']t (?:any|heard|seen|received) )"
)
"""Who says no more than that they can't tell: neither side's."""
RELAYED = re.compile(
    r"(?i)\b(?:(?:has|have|had) been|is|are|was|were) (?:widely )?"
    r"(?:rumou?red|alleged|reported|claimed|suggested) (?:to|that)\b"
)
"""What a source says that others say."""
CONDITIONAL = re.compile(r"(?i)^\W*(?:that\W+)?(?:if|whether|unless|even if|should)\b")
"""What would follow if it were so."""
VERDICT = re.compile(
    r"(?im)^\W*(?:(?:verdict|rating|our ruling|conclusion|fact[ -]check)\s*[:–—-]\s*)?"
    r"(?:(?:probably|mostly|largely|totally|completely|almost certainly)\s+)?"
    r"(?:false|fake|untrue|a hoax|hoax|fiction|misleading|pants on fire|debunked|not true)\W*$"
)
"""A fact-checker's verdict, in a line of its own."""
TOLD = re.compile(
    r"(?i)\b(?:told|to|according to|interview (?:with|to)|spoke to|with|quoted (?:by|"
    r"in))\s+(?:the )?(?:[\w.’'-]+ ){0,2}$"
)
WORK_IN = re.compile(
    r"(?i)\b(?:reports?|stor(?:y|ies)|articles?|profiled?|account|piece|appeared|published|claims?|"
    r"reported)\s+"
    r"(?:that appeared )?(?:in|by|from|over at)\s+(?:the )?(?:[\w.’'-]+ ){0,3}$"
)
WORK_OF = re.compile(
    r"(?i)^(?:\s+(?:magazine|newspaper|news agency|website))?(?:[’']s)?(?:\s+[\w’'-]+){0,2}?\s+"
    r"(?:reports?|reported|stor(?:y|ies)|articles?|account|profiled?|published|claim(?:s|ed)?|said|"
    r"headline)\b"
)
OWN_WORK = re.compile(
    r"(?i)[’']s\s+(?:[\w-]+\s+){0,2}?(?:reports?|stor(?:y|ies)|articles?|account|claims?)\b"
)
WORK = re.compile(r"(?i)\b(?:reports?|stor(?:y|ies)|articles?|accounts?|allegations?|claims)\b")
CLAUSE = re.compile(r"\b(?:when|while|after|before|since|until|because|as|but)\b|,\s")
THAT = re.compile(r"(?i)^\W*that\s+(?=\w)")
SHORT = 12
NEGATED = 0.3
"""What a bare negation must say of the claim: "nobody was held at the port" closes no port."""
REACH = 4
"""Words between a negation and the claim's word that it denies."""


def attributes(text: str, sentence: Span) -> bool:
    """Whether a sentence holds what it says at a distance or gives it to a report, in its own
    words and not in a quotation's."""
    own = own_words(text, sentence)
    return bool(ATTRIBUTES.search(own) or TRAILING.search(own))


def hedge(text: str, sentence: Span) -> str | None:
    """The first word by which a sentence holds its content at a distance."""
    found = HEDGES.search(text, *sentence)
    return found.group() if found else None


def denies(
    text: str,
    spans: Iterable[Span],
    *,
    sentence: Span,
    stems: Collection[str],
    covered: float,
    about: bool,
    own: float = 1.0,
) -> bool:
    """Whether these words of a sentence (or of several) speak against the claim: a word of
    denial and something that it is about, or a negation before the claim's own words. `covered`:
    how much of the claim the sentence and its neighbours say, 0..1; `about`: whether "the
    report" can only be the report of this claim; `own`: how much of what the article's fullest
    sentence says these words say."""
    places = list(spans)
    said = " … ".join(text[slice(*s)] for s in places)
    if NO_DENIAL.search(said):
        return False
    if DENIAL.search(said):
        own = any(w.stem in stems for s in places for w in words(text, s))
        if not own and not about and WORK.search(said):
            return False  # "the story" is what the article opens with
        return covered >= 0.25 or (
            about and (bool(SUBJECT.search(said)) or len(said.split()) <= SHORT)
        )
    if UNKNOWING.search(said) or own < NEGATED:
        return False
    whole = sum(w.stem in stems for w in words(text, sentence))
    return covered >= 0.25 and any(_negated(text, s, stems, whole) for s in places)


def anaphoric(text: str, span: Span) -> bool:
    """Whether a few words only point to what was said: "the report", "it"."""
    said = THAT.sub("", text[slice(*span)])
    return len(said.split()) <= SHORT and bool(SUBJECT.search(said))


def denied_work(text: str, sentence: Span, name: Span) -> bool:
    """Of an outlet in a sentence of denial: whether its own report is what is denied ("rubbish,
    a Lantern report", "the story that appeared in the Lantern"), not the way by which the denial
    came."""
    left, right = text[sentence[0] : name[0]], text[name[1] : sentence[1]]
    if TOLD.search(left):
        return False
    if WORK_IN.search(left) or OWN_WORK.match(right):
        return True
    return bool(WORK_OF.search(right)) and not DENIAL.search(right)


def corrects(text: str) -> bool:
    """Whether an article takes a report back, its own or another's, on its own account."""
    return bool(CORRECTION.search(text) or OWNED_UP.search(text))


def owned_up(text: str) -> bool:
    """Whether those who told something are said to have made it up."""
    return bool(OWNED_UP.search(text))


def judged_false(text: str) -> bool:
    """Whether these first words of an article hold a verdict against what it tells."""
    return bool(VERDICT.search(text))


def withholds(said: str) -> bool:
    """Whether these words leave open what they speak of: "we are not aware of any talks", "if the
    port was closed, it was a mistake", "it has been rumoured to be closed"."""
    return bool(UNKNOWING.search(said) or CONDITIONAL.match(said) or RELAYED.search(said))


def own_words(text: str, sentence: Span) -> str:
    """A sentence without what it quotes."""
    start, end = sentence
    kept, at = [], start
    for s, e in quotations(text):
        if start <= s < end:
            kept.append(text[at:s])
            at = max(at, e)
    return " ".join([*kept, text[at:end]])


def _negated(text: str, span: Span, stems: Collection[str], whole: int) -> bool:
    """Whether two of the claim's words follow closely on a negation, and half of those that the
    sentence has: "did not close the port", but not "tore it up; the time wasn't right for a
    tour"."""
    for m in NEGATION.finditer(text, *span):
        clause = CLAUSE.search(text, m.end(), span[1])
        after = [
            w.stem in stems for w in words(text, (m.end(), clause.start() if clause else span[1]))
        ]
        if sum(after[:REACH]) >= 2 and 2 * sum(after) >= whole:
            return True
    return False
