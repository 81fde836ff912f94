"""Quoted words are found wherever a text quotes them."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.quoting import may_quote, rare_quotes
from firsthand.linking.words import plain_words

SAID = "the port 12 14 is shut don’t café we said No".split()


@given(
    st.lists(st.sampled_from(SAID), min_size=5, max_size=9),
    st.lists(st.sampled_from([*SAID, "“", "”", ","]), max_size=40),
)
def test_a_text_that_holds_quoted_words_may_quote_them(quote: list[str], text: list[str]) -> None:
    told = rare_quotes(f"“{' '.join(quote)}”")
    said = plain_words(" ".join(text))
    runs = {tuple(said[k : k + 5]) for k in range(len(said) - 4)}
    assert may_quote(" ".join(text), told) == bool(runs & told)
