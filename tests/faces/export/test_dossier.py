"""The dossier of a claim, for people: Markdown read by markdown-it, HTML by the standard parser."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from firsthand.faces.export.markdown import plain
from firsthand.faces.export.selection import Selection
from firsthand.faces.wording import clean
from firsthand.model.reading import Reading
from firsthand.model.trace import Claim, Trace
from tests.faces.export.conftest import selected, written

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class Shown(HTMLParser):
    """The words that a page shows, and its tags and addresses."""

    def __init__(self, page: str):
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self._hidden = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._hidden = tag in ("style", "title")
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words += data.split()


def rendered(selection: Selection, format: str) -> Shown:
    made = written(selection, format)
    return Shown(MARKDOWN.render(made) if format == "markdown" else made)


both = pytest.mark.parametrize("format", ["markdown", "html"])


def test_it_reads_as_a_dossier(claim: Selection) -> None:
    assert written(claim, "markdown") == """\
# Claim: About forty cars were loose on the ferry

- 2 articles look like confirmation; 1 independent origin stands behind them
- nobody denies it in these articles

This says who says so and how they know. It never says whether the claim is true.

## Origins that support it

- **mate**, spoke to Tidewater: 1 article leads here

## Articles, in order of publication

### 1. 2 May 2024, The Lantern: Pilot says ferry sailed with doors open

> “about forty cars were loose”

- <https://lantern.example/ferry>
- reports
- credits Tidewater, Brann, mate
- goes back to mate
- The Lantern ‹ Tidewater ‹ Brann (pseudonym) ‹ mate (unnamed): “about forty cars were loose” \
(direct, basis unstated)
- check by Tidewater: not verified (“Tidewater could not verify the account”)

### 2. 3 May 2024, The Gull: Ferry sailed with doors open

> “About forty cars were loose”

- <https://gull.example/?id=3&part=%3C1%3E>
- asserts
- credits Tidewater, Brann, mate
- goes back to mate
- rests on The Lantern: copies, shares “cars were loose”
- lost attribution: Brann told it that the mate had said → left out

## Not settled

- The Lantern and mate: same source, rests on the mate

Made by firsthand 0, model abc.
""".replace("- asserts\n- credits Tidewater, Brann, mate\n", "- asserts\n")  # fmt: skip


@both
def test_both_forms_say_the_same(claim: Selection, format: str) -> None:
    words = " ".join(rendered(claim, format).words)
    assert "1 independent origin stands behind them" in words
    assert "“about forty cars were loose” (direct, basis unstated)" in words
    assert "lost attribution: Brann told it that the mate had said → left out" in words
    assert "The Lantern and mate: same source, rests on the mate" in words


@both
def test_undated_articles_come_last(claim: Selection, traced: Trace, format: str) -> None:
    first = replace(traced.articles[0], published=None)
    undated = replace(traced, articles=(first, *traced.articles[1:]))
    readings = list(claim.readings())
    words = " ".join(rendered(selected(*readings, traces=(undated,)), format).words)
    assert words.index("3 May 2024 The Gull" if format == "html" else "3 May 2024, The Gull") < (
        words.index("undated")
    )


HOSTILE = (
    "<script>alert(1)</script> [go](https://evil.example) ![x](//evil.example/x) `a` *b* **c**"
)


@both
def test_hostile_words_are_shown_and_do_nothing(
    claim: Selection, traced: Trace, reading: Reading, format: str
) -> None:
    spoilt = replace(
        traced,
        claim=Claim("c1", HOSTILE),
        articles=tuple(replace(a, title=HOSTILE, publisher=HOSTILE) for a in traced.articles),
        origins=tuple(replace(o, name=HOSTILE, reason=HOSTILE) for o in traced.origins),
    )
    page = rendered(selected(*claim.readings(), traces=(spoilt,)), format)
    assert not {"script", "img", "code", "em"} & set(page.tags)
    assert all("evil" not in address for address in page.addresses)
    assert "<script>alert(1)</script>" in page.words


@given(st.text(st.characters() | st.sampled_from("\\`*_[]()<>&~|!#-+=:@$^.\n\t wh/"), max_size=30))
def test_markdown_shows_any_words_as_they_are(words: str) -> None:
    shown = Shown(MARKDOWN.render(f"- “{plain(words)}”"))
    assert "".join(shown.words) == "".join(f"“{clean(words)}”".split())
    assert set(shown.tags) <= {"ul", "li"}


def test_the_page_loads_nothing(claim: Selection) -> None:
    page = rendered(claim, "html")
    assert "script" not in page.tags and "link" not in page.tags and "img" not in page.tags
    assert page.addresses == [
        "https://lantern.example/ferry",
        "https://gull.example/?id=3&part=<1>",
    ]
    assert re.search(r"default-src 'none'", written(claim, "html"))
