"""What to say of a headline that was read against its body."""

from collections.abc import Iterable
from typing import Final

from firsthand.faces.wording import CHAIN, NOBODY, clean, named
from firsthand.linking.headline import Handling, Headline, Why
from firsthand.model.trace import Lost

HANDLINGS: Final = {
    Handling.KEEPS: "keeps the attribution",
    Handling.DROPS: "drops the attribution",
    Handling.STATES_AS_FACT: "states as fact what the body attributes",
    Handling.NOTHING: "nothing to compare",
}
HEADLINES: Final = {
    Handling.KEEPS: "keep the attribution",
    Handling.DROPS: "drop it",
    Handling.STATES_AS_FACT: "state as fact what the body attributes",
    Handling.NOTHING: "nothing to compare",
}
"""The same of many."""
LOSING: Final = (Handling.DROPS, Handling.STATES_AS_FACT)
WHYS: Final = {
    Why.NO_HEADLINE: "there is no headline",
    Why.NOT_ATTRIBUTED: "no statement of the body says what it says",
    Why.OWN_VOICE: "the body says it in its own voice",
}
_LONGEST = 160
"""Characters of the body's words that a line shows."""


def headline_line(headline: Headline) -> str:
    """ "drops the attribution; in the body: Longwatch ‹ Davin (pseudonym), “told” (st2)"."""
    handling = HANDLINGS[headline.handling]
    if headline.why:
        return f"{handling}: {WHYS[headline.why]}"
    source = CHAIN.join(named(s) for s in headline.chain) or NOBODY
    if headline.kept_by:
        mark = clean(headline.text[slice(*headline.kept_by)])
        return f"{handling} with {_quoted([mark])}; in the body: {source} ({headline.statement})"
    credit = [d.words for d in headline.dropped if d.what is Lost.ATTRIBUTION]
    beyond = [d.words for d in headline.dropped if d.what is not Lost.ATTRIBUTION]
    line = f"{handling}; in the body: {source}"
    if credit:
        line += f", {_quoted(credit[-1:])}"
    line += f" ({headline.statement})"
    more = [words for words in beyond if words not in credit]
    return f"{line}; left out: {_quoted(more)}" if more else line


def _quoted(words: Iterable[str]) -> str:
    shown = dict.fromkeys(clean(w) for w in words)
    return ", ".join(
        f"“{w.strip('“”')}”" if len(w) <= _LONGEST else f"“{w[: _LONGEST - 1]}…”" for w in shown
    )
