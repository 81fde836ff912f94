"""--redact: nothing of an unnamed or pseudonymous source stays, in any format."""

import html
import re
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.faces.export.kept_back import Secrets
from firsthand.faces.export.redact import redacted
from firsthand.faces.export.registry import FORMATS
from firsthand.faces.export.selection import Selection
from firsthand.model.article import Article, Credit, CreditKind
from firsthand.model.reading import (
    Basis,
    Check,
    Kind,
    Naming,
    Outcome,
    Polarity,
    Quotation,
    ReaderInfo,
    Reading,
    Source,
    SourceKind,
    Statement,
)
from firsthand.model.span import Span
from firsthand.model.trace import (
    Claim,
    Evidence,
    Judgement,
    Link,
    LinkKind,
    Loss,
    Lost,
    Origin,
    Side,
    Stance,
    Trace,
    TracedArticle,
)
from tests.faces.export.conftest import outputs, selected, written

KEY = b"sixteen bytes or more"


def shared(selection: Selection, *, key: bytes = KEY) -> str:
    """Everything that all formats write of the redacted selection, with escapes undone."""
    safe = redacted(selection, key=key)
    made = [outputs(safe, format) for format in FORMATS.values()]
    without = replace(safe, text=False)
    made += [outputs(without, format) for format in FORMATS.values() if not format.text]
    whole = "\n".join(f"{name}\n{text}" for files in made for name, text in files.items())
    return unquote(html.unescape(whole))


# A story


def test_what_a_redacted_article_says(reading: Reading) -> None:
    [safe] = redacted(selected(reading), key=KEY).readings()
    shown = re.sub(r"-[0-9a-f]{12}\]", "]", safe.article.text)
    assert (
        shown
        == """\
[words] says ferry sailed with doors open

[pseudonym] [words] Tidewater [words] [pseudonym] told [words] [unnamed] [words] \
“[words] [words]”. [words] [words] said.

The Marrow Line denied that any door was open. [words].
"""
    )


def test_places_hold_what_they_held(reading: Reading) -> None:
    [safe] = redacted(selected(reading), key=KEY).readings()
    text, denial = safe.article.text, safe.statements[3]
    assert safe.words(denial.content) == "any door was open"
    assert text[slice(*denial.cue or (0, 0))] == "denied"
    assert text[slice(*safe.statements[1].mention or (0, 0))] == safe.source("s3").name
    assert re.fullmatch(r"\[unnamed-[0-9a-f]{12}\]", safe.source("s3").name)


def test_named_sources_keep_names_and_words(reading: Reading) -> None:
    [safe] = redacted(selected(reading), key=KEY).readings()
    assert safe.source("s4").name == "Marrow Line"
    assert safe.source("s1").name == "Tidewater"
    assert [s.chain for s in safe.statements] == [s.chain for s in reading.statements]


def test_the_story_in_every_format(claim: Selection) -> None:
    whole = shared(claim)
    for words in ("Brann", "pilot", "mate", "forty cars", "cars were loose", "saw the ramp"):
        assert not re.search(rf"\b{words}\b", whole, re.IGNORECASE), words
    assert "Marrow Line" in whole and "any door was open" in whole


def test_an_article_that_lost_the_attribution_does_not_bring_the_words_back(
    claim: Selection,
) -> None:
    _, gull = redacted(claim, key=KEY).readings()
    assert re.fullmatch(
        r"Ferry sailed with doors open\n\n\[words-\w{12}\] on the ferry\. "
        r"The Marrow Line denied that any door was open\.\n",
        gull.article.text,
    )


# Tokens


def test_a_token_is_stable_inside_an_export(claim: Selection) -> None:
    safe = redacted(claim)
    once, again = (written(safe, "jsonl") for _ in range(2))
    assert once == again


def test_two_exports_share_no_token(claim: Selection) -> None:
    one, other = (
        set(re.findall(r"(?:words|unnamed|pseudonym|claim|origin)-[0-9a-f]{12}", made))
        for made in (written(redacted(claim), "jsonl") for _ in range(2))
    )
    assert one and not one & other


def test_exports_with_one_key_share_them(claim: Selection) -> None:
    assert written(redacted(claim, key=KEY), "jsonl") == written(redacted(claim, key=KEY), "jsonl")
    assert written(redacted(claim, key=KEY), "ris") != written(
        redacted(claim, key=b"k" * 16), "ris"
    )


def test_unnamed_sources_of_two_articles_are_never_one(reading: Reading) -> None:
    other = replace(reading, article=replace(reading.article, id="ferry-2"))
    one, two = redacted(selected(reading, other), key=KEY).readings()
    assert one.source("s3").name != two.source("s3").name
    assert one.source("s2").name == two.source("s2").name


def test_ids_made_of_words_that_could_be_tried_out_are_changed(
    claim: Selection, traced: Trace
) -> None:
    [safe] = redacted(claim, key=KEY).traces()
    assert safe.claim.id != traced.claim.id
    assert {o.id for o in safe.origins}.isdisjoint(o.id for o in traced.origins)
    assert {k.id for k in safe.links}.isdisjoint(k.id for k in traced.links)
    assert {a.origins for a in safe.articles} == {(safe.origins[0].id,)}


@pytest.mark.parametrize("id", ["brann", "talk-with-brann", "TalkWithBrannAgain", "brann2"])
def test_an_id_or_address_that_tells_is_left_out(reading: Reading, id: str) -> None:
    article = replace(reading.article, id=id, url=f"https://lantern.example/{id}")
    [safe] = redacted(selected(replace(reading, article=article)), key=KEY).readings()
    assert re.fullmatch(r"article-[0-9a-f]{12}", safe.article.id)
    assert safe.article.url is None


# What is kept back


def hidden(secrets: Secrets, words: str) -> list[str]:
    given = words.split()
    return [word for word, kept in zip(given, secrets.hidden(given), strict=True) if kept]


def test_words_of_names_are_kept_back_alone_and_quotations_together(reading: Reading) -> None:
    secrets = Secrets([reading])
    assert hidden(secrets, "the Pilot met Brann by the ramp") == ["Pilot", "Brann"]
    assert hidden(secrets, "Forty cars were sold") == ["Forty", "cars", "were"]
    assert hidden(secrets, "cars were sold") == []


def test_a_pseudonym_that_is_a_common_word_is_kept_back_as_a_name(reading: Reading) -> None:
    will = replace(reading.source("s2"), name="Will", description=None, mentions=())
    secrets = Secrets([replace(reading, sources=(reading.source("s1"), will), statements=())])
    assert hidden(secrets, "Will said that it will rain") == ["Will"]


def test_what_names_a_named_source_stays(reading: Reading) -> None:
    clerk = replace(reading.source("s3"), description="a clerk of the Marrow Line", mentions=())
    sources = (reading.source("s4"), clerk)
    secrets = Secrets([replace(reading, sources=sources, statements=(), checks=())])
    assert hidden(secrets, "a clerk at Marrow Line") == ["clerk"]


# Any readings: what belongs to a secret source is written in Greek letters

GREEK = st.text("αβγδεζηθικλμνξοπρστυφχψω", min_size=4, max_size=7)
LATIN = st.sampled_from("harbour quay night rain lantern door ship tide rope crane".split())
SECRET = re.compile("[α-ωά-ώ]")


def phrase(words: st.SearchStrategy[str], *, most: int = 5) -> st.SearchStrategy[str]:
    return st.lists(words, min_size=1, max_size=most).map(" ".join)


@dataclass
class Writing:
    """An article on its way: its text, and places in it."""

    text: str = ""
    mentions: list[tuple[int, Span]] = field(default_factory=list)
    said: list[tuple[Span, tuple[str, ...], Span]] = field(default_factory=list)

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def quote(self, who: int, words: str, *, chain: tuple[str, ...], by: str) -> None:
        content = self.add(f"“{words}”")
        self.add(" ")
        cue = self.add("said")
        self.add(" ")
        self.mentions.append((who, self.add(by)))
        self.said.append((content, chain, cue))


@st.composite
def written_articles(draw: st.DrawFn, names: list[str], quotations: list[str]) -> Writing:
    """Every secret source says something; what they are called and what they say is repeated in
    the article's own voice, and a named outlet says other things."""
    made = Writing()
    sentences = [("said", who) for who in range(len(names))]
    sentences += draw(
        st.lists(
            st.tuples(st.sampled_from(["said", "public", "repeated"]), st.integers(0, 1)),
            max_size=4,
        )
    )
    for kind, who in draw(st.permutations(sentences)):
        words = draw(st.sampled_from(quotations))
        if kind == "said":
            chain = draw(st.sampled_from([(f"s{who}",), ("s9", f"s{who}")]))
            made.quote(who, words, chain=chain, by=draw(st.sampled_from([names[who], "he"])))
        elif kind == "public":
            content = made.add(draw(phrase(LATIN)))
            made.said.append((content, ("s9",), content))
        else:
            repeated = draw(st.sampled_from([words, names[who]]))
            made.add(f"the {repeated.upper()} {draw(phrase(LATIN))}")
        made.add(draw(st.sampled_from([". ", ".\n\n", ", "])))
    for words in quotations:
        made.quote(0, words, chain=("s0",), by=names[0])
    return made


@st.composite
def readings(draw: st.DrawFn, id: str, names: list[str], quotations: list[str]) -> Reading:
    made = draw(written_articles(names, quotations))
    namings = [Naming.PSEUDONYM, Naming.UNNAMED]
    sources = tuple(
        Source(
            f"s{number}", name, SourceKind.PERSON, draw(st.sampled_from(namings)),
            draw(st.none() | phrase(GREEK)),
            tuple(span for who, span in made.mentions if who == number),
        )
        for number, name in enumerate(names)
    )  # fmt: skip
    paper = Source("s9", "Harbour Post", SourceKind.OUTLET, Naming.NAMED, None, ())
    statements = tuple(
        Statement(
            f"st{n}", (content,), cue, None, chain, Quotation.DIRECT, Kind.COMMUNICATION,
            Polarity.ASSERTED, Basis.UNSTATED, (), None, 0.5,
        )
        for n, (content, chain, cue) in enumerate(made.said)
    )  # fmt: skip
    titles = [None, made.text[: len(made.text) // 2], f"On {names[0]}", quotations[0]]
    article = Article(
        id=draw(st.sampled_from([id, f"{id}-{names[0]}".replace(" ", "")])),
        text=made.text,
        title=draw(st.sampled_from(titles)),
        publisher="Harbour Post",
        url=draw(st.sampled_from([None, f"https://post.example/{id}?{names[-1]}"])),
        authors=("Mara Quill",),
        credits=(Credit("Wire", CreditKind.FOOTER, f"(by {names[0]})"),),
    )
    check = Check("s0", Outcome.UNVERIFIED, None, made.said[0][0])
    reader = ReaderInfo("firsthand", "0", "0")
    return Reading(article, (*sources, paper), statements, (check,), reader)


@st.composite
def claims(draw: st.DrawFn) -> Selection:
    """Two such articles and a trace that repeats their secrets wherever it has words."""
    names = draw(st.lists(phrase(GREEK, most=3), min_size=2, max_size=2, unique=True))
    quotations = draw(st.lists(phrase(GREEK), min_size=1, max_size=2))
    kept = [draw(readings(id, names, quotations)) for id in ("one", "two")]
    words = quotations[0]

    def part(r: Reading) -> TracedArticle:
        start = draw(st.integers(0, len(r.article.text)))
        end = draw(st.integers(start, len(r.article.text)))
        return TracedArticle(
            r.article.id, r.article.title, "Harbour Post", None, Stance.REPORTS, False,
            (f"{r.article.id}#st0",), (start, end), (names[0],), None, ("o1",),
            (Loss(Lost.QUOTE, words, names[1]),),
        )  # fmt: skip

    one, two = (part(r) for r in kept)
    link = Link(
        one.id, two.id, LinkKind.CITES, Judgement.YES, 0.7, f"both say “{words}”",
        (Evidence(one.id, one.span),), "0" * 16,
    )  # fmt: skip
    trace = Trace(
        Claim("c1", f"the {words}"), (one, two),
        (Origin("o1", names[0], "Harbour Post", Side.SUPPORTS, f"it is {names[0]}"),), (link,), (),
        1, 0, 1, 1,
    )  # fmt: skip
    return selected(*kept, traces=(trace,))


@given(claims())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_of_a_secret_source_stays_in_any_format(claim: Selection) -> None:
    assert SECRET.search(shared(claim)) is None


@given(claims())
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_without_redaction_they_are_there(claim: Selection) -> None:
    """What the test above would see."""
    for format in FORMATS.values():
        made = unquote(html.unescape("".join(outputs(claim, format).values())))
        assert SECRET.search(made) or format.name in ("csl-json", "ris")


@given(claims())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_redacted_reading_fits_its_text(claim: Selection) -> None:
    shared = redacted(claim)
    for before, safe in zip(claim.readings(), shared.readings(), strict=True):
        length = len(safe.article.text)
        for was, now in zip(before.statements, safe.statements, strict=True):
            assert all(0 <= start <= end <= length for start, end in now.content)
            assert (was.chain, was.polarity) == (now.chain, now.polarity)
            if was.cue != was.content[0]:
                assert safe.words((now.cue,)) == "said"
    [trace] = shared.traces()
    texts = {r.article.id: r.article.text for r in shared.readings()}
    assert set(texts) == {a.id for a in trace.articles}
    assert all(0 <= a.span[0] <= a.span[1] <= len(texts[a.id]) for a in trace.articles)
