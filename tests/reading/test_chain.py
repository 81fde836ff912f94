"""Through whom it came: short stories with the chain of each statement."""

from dataclasses import replace

from firsthand.model.reading import Outcome, Polarity, Quotation
from tests.reading.stories import chain, read, said, statement


def test_the_outlet_that_was_told_is_a_link() -> None:
    text = "The port is shut, a guard told Longwatch magazine."
    reading = read(text, said(text, "told", "a guard", "The port is shut"))
    assert chain(reading, "The port") == ["Longwatch", "guard"]


def test_the_publisher_is_no_link() -> None:
    text = "The port is shut, a guard told Longwatch magazine."
    reading = read(text, said(text, "told", "a guard", "The port is shut"), publisher="Longwatch")
    assert chain(reading, "The port") == ["guard"]


def test_reporters_and_news_conferences_are_no_links() -> None:
    text = (
        "The port is shut, Ana Reyes told reporters. It stays shut, Reyes told a news conference."
    )
    reading = read(
        text,
        said(text, "told", "Ana Reyes", "The port is shut"),
        said(text, "told#2", "Reyes#2", "It stays shut"),
    )
    assert chain(reading, "The port") == chain(reading, "It stays") == ["Ana Reyes"]


def test_what_a_statement_holds_comes_through_it() -> None:
    text = "The guard told Longwatch magazine that commanders had said the men were smugglers."
    reading = read(
        text,
        said(text, "told", "The guard", "commanders had said the men were smugglers"),
        said(text, "had said", "commanders", "the men were smugglers"),
    )
    assert chain(reading, "commanders") == ["Longwatch", "guard"]
    assert chain(reading, "the men") == ["Longwatch", "guard", "commanders"]
    assert statement(reading, "the men").parent == statement(reading, "commanders").id


def test_reported_speech_before_its_reporter() -> None:
    text = "Ana Reyes said the port was shut, the Evening Gazette reported."
    reading = read(
        text,
        said(text, "reported", "the Evening Gazette", "Ana Reyes said the port was shut"),
        said(text, "said", "Ana Reyes", "the port was shut"),
    )
    assert chain(reading, "Ana Reyes") == ["Evening Gazette"]
    assert chain(reading, "the port") == ["Evening Gazette", "Ana Reyes"]


def test_an_outlet_carries_to_later_words_and_not_to_earlier_ones() -> None:
    text = "Ships wait, Ana Reyes said. The port is shut, Reyes told Longwatch magazine. It stays shut, she said."
    reading = read(
        text,
        said(text, "said", "Ana Reyes", "Ships wait"),
        said(text, "told", "Reyes#2", "The port is shut"),
        said(text, "said#2", "she", "It stays shut"),
    )
    assert chain(reading, "Ships wait") == ["Ana Reyes"]
    assert chain(reading, "It stays") == ["Longwatch", "Ana Reyes"]


def test_what_is_said_in_a_statement_of_ones_own_leaves_the_outlet() -> None:
    text = "The port is shut, Ana Reyes told Longwatch magazine. In a statement, Reyes said it stays shut."
    reading = read(
        text,
        said(text, "told", "Ana Reyes", "The port is shut"),
        said(text, "said", "Reyes#2", "it stays shut"),
    )
    assert chain(reading, "it stays") == ["Ana Reyes"]


def test_nobody_named() -> None:
    text = "The port is shut, it is alleged."
    reading = read(text, said(text, "is alleged", None, "The port is shut"))
    assert chain(reading, "The port") == []


def test_a_source_inside_its_own_words_is_not_doubled() -> None:
    text = "Ana Reyes said she believed the port was shut."
    reading = read(
        text,
        said(text, "said", "Ana Reyes", "she believed the port was shut"),
        said(text, "believed", "she", "the port was shut"),
    )
    assert chain(reading, "the port") == ["Ana Reyes"]


def test_reportedly_is_a_cue_of_nobody() -> None:
    text = "The master reportedly left the port."
    reading = read(text)
    assert [reading.words(s.content) for s in reading.statements] == ["The master … left the port"]
    assert reading.statements[0].chain == ()


def test_a_quotation_goes_on_without_a_cue() -> None:
    text = "“The port is shut,” Ana Reyes said. “It stays shut until Sunday.”"
    reading = read(
        text,
        said(text, "said", "Ana Reyes", "“The port is shut,”", "“It stays shut until Sunday.”"),
    )
    later = statement(reading, "“It stays")
    assert (later.cue, later.quotation) == (None, Quotation.DIRECT)
    assert chain(reading, "“It stays") == ["Ana Reyes"]


def test_a_quotation_over_paragraphs() -> None:
    text = "“The port is shut,” Ana Reyes told Longwatch magazine.\n\n“It stays shut until Sunday, and longer if need be.”"
    reading = read(text, said(text, "told", "Ana Reyes", "“The port is shut,”"))
    assert chain(reading, "“It stays") == ["Longwatch", "Ana Reyes"]


def test_a_transcript() -> None:
    text = "HOLM: Is the port shut?\nREYES: It is shut and stays shut.\nHOLM: Thank you."
    reading = read(text)
    assert [
        (reading.source(s.chain[-1]).name, reading.words(s.content)) for s in reading.statements
    ] == [
        ("HOLM", "Is the port shut?"),
        ("REYES", "It is shut and stays shut."),
        ("HOLM", "Thank you."),
    ]
    assert reading.statements[0].polarity is Polarity.UNCERTAIN


def test_who_could_not_verify() -> None:
    text = "The port is shut, a guard said. Longwatch could not independently verify his account."
    reading = read(text, said(text, "said", "a guard", "The port is shut"))
    (check,) = reading.checks
    assert (check.outcome, check.by and reading.source(check.by).name) == (
        Outcome.UNVERIFIED,
        "Longwatch",
    )


def test_a_denial_has_what_is_denied_as_its_content() -> None:
    text = "The ministry denied that it had shut the port."
    reading = read(text, said(text, "denied", "The ministry", "that it had shut the port"))
    assert statement(reading, "that it").polarity is Polarity.DENIED


def test_of_a_rejected_claim_its_holder_is_the_source() -> None:
    text = "The court rejected a request from the guild to open the port."
    reading = read(
        text,
        said(text, "rejected", "The court", "a request from the guild to open the port"),
        said(text, "request", "the guild", "to open the port"),
    )
    assert chain(reading, "to open") == ["guild"]


def test_an_outlet_whose_name_does_not_show_it() -> None:
    text = "“The sheds were empty,” the harbour master told the Kessary Leader."
    reading = read(text, said(text, "told", "the harbour master", "“The sheds were empty,”"))
    assert chain(reading, "“The sheds") == ["Kessary Leader", "harbour master"]


def test_a_body_that_was_told_is_no_outlet() -> None:
    text = "The sheds were empty, Ana Reyes told the Harbour Committee."
    reading = read(text, said(text, "told", "Ana Reyes", "The sheds were empty"))
    assert chain(reading, "The sheds") == ["Ana Reyes"]


def test_who_was_told_is_no_part_of_what_was_said() -> None:
    text = "Ana Reyes told Hesper the port was shut. A guard told his unit the men were smugglers."
    reading = read(
        text,
        said(text, "told", "Ana Reyes", "Hesper the port was shut"),
        said(text, "told#2", "A guard", "his unit the men were smugglers"),
    )
    assert [reading.words(s.content) for s in reading.statements] == [
        "the port was shut",
        "the men were smugglers",
    ]


def test_a_dateline_is_no_part_of_a_source_or_a_content() -> None:
    text = "OSTRIN, 4 May (Hesper) - The ministry said ships waited.\nBRASK — The port is shut, Ana Reyes said."
    reading = read(
        text,
        said(text, "said", "OSTRIN, 4 May (Hesper) - The ministry", "ships waited"),
        said(text, "said#2", "Ana Reyes", "BRASK — The port is shut"),
    )
    assert chain(reading, "ships") == ["ministry"]
    assert chain(reading, "The port") == ["Ana Reyes"]


def test_whom_an_outlet_cites_is_the_last_link() -> None:
    text = "The port is shut, the Evening Gazette reported on Tuesday, citing an unnamed official."
    reading = read(
        text,
        said(text, "reported", "the Evening Gazette", "The port is shut"),
        said(text, "citing", "the Evening Gazette", "an unnamed official"),
    )
    assert chain(reading, "The port") == ["Evening Gazette", "unnamed official"]
    assert len(reading.statements) == 1


def test_what_somebody_cites_as_a_reason_is_a_statement() -> None:
    text = "Ana Reyes left the meeting, citing an ongoing investigation."
    reading = read(text, said(text, "citing", "Ana Reyes", "an ongoing investigation"))
    assert chain(reading, "an ongoing") == ["Ana Reyes"]


def test_whom_an_outlet_quotes_is_no_part_of_what_was_said() -> None:
    """The network gives "one guard as saying" to the content."""
    text = "“The gate was open,” Longwatch magazine quoted one guard as saying."
    found = said(text, "quoted", "Longwatch magazine", "“The gate was open,”")
    at = text.index("one guard")
    reading = read(text, replace(found, content=(*found.content, (at, len(text) - 1))))
    assert chain(reading, "“The gate") == ["Longwatch", "one guard"]
    assert statement(reading, "“The gate").content == found.content


def test_a_document_has_it_from_whom_it_cites() -> None:
    text = "The report, citing two officials, said ships had waited for days."
    reading = read(text, said(text, "said", "The report", "ships had waited for days"))
    assert chain(reading, "ships") == ["report", "two officials"]
