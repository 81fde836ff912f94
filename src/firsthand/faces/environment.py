"""What every template may ask for: the words for what the records hold, and what is escaped."""

from typing import TYPE_CHECKING, Any

from firsthand.faces import difference, headlines, marks, wording

if TYPE_CHECKING:
    from jinja2 import Environment


def environment(*folders: str) -> "Environment":
    """Templates from these packages, the first one first, then from this one. Undefined names are
    errors, and what comes from an article is escaped."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    found = Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in (*folders, "firsthand.faces")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= _FILTERS
    found.tests |= {
        "opening": lambda token: isinstance(token, marks.Open),
        "closing": lambda token: isinstance(token, marks.Close),
    }
    found.globals |= _GLOBALS
    return found


def web_address(url: str | None) -> str:
    """The address when following it is harmless, else "" ("javascript:" comes from pages too)."""
    return url if url and url.lower().startswith(("http://", "https://")) else ""


_FILTERS: dict[str, Any] = {
    "clean": wording.clean,
    "unquoted": wording.unquoted,
    "number": lambda value: f"{value:.1f}".removesuffix(".0"),
    "day": wording.day,
    "moment": wording.moment,
    "described": wording.described,
    "named": wording.named,
    "web_address": web_address,
}
_GLOBALS: dict[str, Any] = {
    "about": wording.about,
    "because": wording.because,
    "judgement_line": wording.judgement_line,
    "kinds": wording.KINDS,
    "chain_line": wording.chain_line,
    "checker": wording.checker,
    "count": wording.count,
    "credited": wording.credited,
    "denial_line": wording.denial_line,
    "difference": difference.difference,
    "headline_line": headlines.headline_line,
    "outcomes": wording.OUTCOMES,
    "review_line": wording.review_line,
    "sides": wording.SIDES,
    "theirs": wording.THEIRS,
    "support_line": wording.support_line,
    "words": wording.words,
    "arrow": wording.CHAIN,
}
