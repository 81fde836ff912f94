"""More disagreement than FNC-1 has: 501 training pairs of 38 claims are what one learns by heart.

A denial put into a body makes the pair disagree, and so does a headline that turns the claim round;
denials of something else change nothing, so that the word alone decides nothing.
"""

import random
from dataclasses import replace

from firsthand.linking.words import sentences
from stance.corpus import STANCES, Pair

UNRELATED, DISCUSS, AGREE, DISAGREE = range(len(STANCES))
DENIALS = (
    "But {s} denied it, calling the report that {h} completely false.",
    "The claim that {h} is not true, {s} said.",
    "{S} said there was no truth to the story that {h}.",
    "It has since turned out that the story was a hoax.",
    "{S} dismissed the report as “nonsense”: it never happened.",
    "No, {h} is a fake story, {s} confirmed.",
    "There is no evidence that {h}, and {s} said the rumour was baseless.",
    "The report was later retracted, and {s} apologised for the error.",
    "“That is simply not the case,” {s} said of reports that {h}.",
    "{S} debunked the rumour, saying it was made up.",
    "Contrary to reports, {s} said, none of this is true.",
    "Update: the site has admitted that its story was false.",
    "{S} told reporters that the account was fabricated.",
    "In fact, it is an internet hoax that began on a satirical website.",
    "“I can tell you it did not happen,” {s} said.",
)
WHO = (
    "a spokesman", "the company", "police", "an official", "the family", "her agent", "a source",
    "the ministry", "the government", "a representative", "the singer", "the White House",
)  # fmt: skip
OTHERWISE = (
    "Hoax: {h}", "No, {h} – it’s fake", "{h}? Not true", "Report that {h} is false, spokesman says",
    "Rumours that {h} denied", "Debunked: {h}", "Don’t believe it: {h}", "False: {h}",
)  # fmt: skip
BESIDE = (
    "He denied any wrongdoing in an unrelated case.",
    "The company declined to say whether it would appeal.",
    "It was not clear when the work would be finished.",
    "Last year he dismissed a rumour about his retirement.",
    "She did not answer questions about her family.",
    "A separate photo that spread online proved to be fake.",
)


def otherwise(pair: Pair, text: str, chance: random.Random) -> tuple[Pair, str]:
    """A pair that agrees or discusses, made to disagree; with its body's text."""
    bare = pair.headline.strip().rstrip(".!?")
    plain = bare[:1].lower() + bare[1:]
    if pair.stance == AGREE and chance.random() < 0.25:
        headline = chance.choice(OTHERWISE).format(h=bare)
        return replace(pair, headline=headline, stance=DISAGREE), text
    who = chance.choice(WHO)
    denial = chance.choice(DENIALS).format(h=plain, s=who, S=who[:1].upper() + who[1:])
    return replace(pair, stance=DISAGREE), put_in(text, denial, chance)


def beside(text: str, chance: random.Random) -> str:
    """The text with a denial of something that it isn't about."""
    return put_in(text, chance.choice(BESIDE), chance)


def put_in(text: str, sentence: str, chance: random.Random) -> str:
    ends = [e for _, e in sentences(text)[:8]]
    at = chance.choice(ends) if ends else len(text)
    return f"{text[:at]} {sentence}{text[at:]}"
