"""The gate before the parsers: hostile pages are refused in no time, ordinary ones pass."""

import time

import pytest

from firsthand.intake.limits import PageLimits, check_page
from firsthand.model.errors import InputError

HOSTILE = {
    "tags inside each other": "<div>" * 200_000,
    "attributes on one tag": "<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">",
    "tags": "<p>The quay was shut.</p>" * 100_000,
    "characters": "x" * 10_000_001,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_page_beyond_a_limit_is_refused_at_once(what: str) -> None:
    began = time.monotonic()
    with pytest.raises(InputError, match=rf"^h\.html: the page has more than [\d,]+ {what}, "):
        check_page(HOSTILE[what], name="h.html")
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "html",
    [
        '<a ="' * 200_000,
        "<a x='" * 200_000,
        "<" * 1_000_000,
        "<!--" * 300_000,
        "<a" + " " * 3_000_000,
        "<script>" * 300_000,
        "<a " + "=" * 1_000_000,
    ],
)
def test_the_scan_is_linear_whatever_is_left_open(html: str) -> None:
    began = time.monotonic()
    try:
        check_page(html, name="h.html")
    except InputError as refused:
        assert "more than" in str(refused)
    assert time.monotonic() - began < 2


def test_tags_in_scripts_comments_and_quoted_attributes_do_not_count() -> None:
    limits = PageLimits(tags=4, depth=1)
    check_page(
        "<script>if(a<b)'<div><div>'</script><!-- <div><div> --><p title='<div><div>'>x</p>",
        name="h.html",
        limits=limits,
    )


def test_closing_tags_that_close_nothing_hide_no_depth() -> None:
    with pytest.raises(InputError, match="inside each other"):
        check_page("<div></i>" * 300, name="h.html")


def test_unclosed_paragraphs_and_list_items_are_no_depth() -> None:
    check_page("<ul>" + "<li><p>x<br>" * 5_000 + "</ul>", name="h.html")
