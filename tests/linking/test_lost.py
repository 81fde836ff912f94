"""Short stories of what a telling of a claim leaves out, and of how it begins to tell it."""

from firsthand.linking.amounts import in_words
from firsthand.linking.copies import shared_texts
from firsthand.linking.trace import trace
from firsthand.model.reading import Reading
from firsthand.model.trace import Lost, Stance, Trace
from tests.linking.stories import shelf, story

CLAIM = "The ministry closed the port of Kessary"
QUOTE = "I heard that the ministry closed the port of Kessary with a chain across the mole"

LONGWATCH = story(
    "longwatch",
    f"The ministry closed the port of Kessary, a source claimed. “{{?source|{QUOTE}}},” said the "
    "source, who recently visited the northern islands. {?harbour official|The pilots went home "
    "at noon and left their boats on the slip}, said one harbour official.",
    publisher="Longwatch",
)
POST = story(
    "post",
    f"{{@Longwatch|The ministry closed the port of Kessary}}, Longwatch reported. "
    f"“{{@Longwatch > ?source|{QUOTE}}},” said the source, who recently visited the northern "
    "islands. {?harbour official|The pilots went home at noon and left their boats on the slip}, "
    "said a harbour official.",
)
LEADER = story(
    "leader",
    f"{{@Longwatch|The ministry closed the port of Kessary}}, according to Longwatch. "
    f"“{{@Longwatch > ?source|{QUOTE}}},” its source said after a visit to the northern islands "
    "recently. A harbour official said that the pilots went home.",
)


def of(*readings: Reading) -> Trace:
    return trace(CLAIM, shelf(*readings))


def lost(found: Trace, id: str) -> dict[Lost, tuple[str, str | None]]:
    article = next(a for a in found.articles if a.id == id)
    return {x.what: (x.before, x.after) for x in article.lost}


def stance(reading: Reading, *others: Reading) -> Stance:
    return next(a.stance for a in of(reading, *others).articles if a.id == reading.article.id)


def test_a_quotation_without_the_words_i_heard_loses_its_hedge() -> None:
    mail = story(
        "mail",
        "{@Longwatch|The ministry closed the port of Kessary}, Longwatch reports. "
        "“{@Longwatch > ?source|The ministry closed the port of Kessary with a chain across the "
        "mole},” its source says.",
    )
    gone = lost(of(LONGWATCH, POST, LEADER, mail), "mail")
    assert "I heard" in gone[Lost.HEDGE][0] and "I heard" in gone[Lost.QUOTE][0]
    assert Lost.HEDGE not in lost(of(LONGWATCH, POST, LEADER), "leader")


def test_the_quotation_that_most_have_is_missed_where_nothing_is_left_of_it() -> None:
    mail = story(
        "mail",
        "{@Longwatch|The ministry closed the port of Kessary}, Longwatch reports, and “a chain” "
        "was seen.",
    )
    assert Lost.QUOTE in lost(of(LONGWATCH, POST, LEADER, mail), "mail")
    assert Lost.QUOTE not in lost(of(LONGWATCH, POST, LEADER), "post")


def test_an_unnamed_source_loses_who_it_was() -> None:
    mail = story(
        "mail",
        "{@Longwatch > ?unnamed source|The ministry closed the port of Kessary}, an unnamed "
        "source told Longwatch.",
    )
    found = of(LONGWATCH, POST, LEADER, mail)
    assert lost(found, "mail")[Lost.PERSON][0] == "who recently visited the northern islands"
    assert Lost.PERSON not in lost(found, "post")


def test_what_an_official_said_becomes_the_writers_own_voice() -> None:
    mail = story(
        "mail",
        "{@Longwatch > ?source|The ministry closed the port of Kessary}, a source who recently "
        "visited the northern islands told Longwatch. The pilots went home at noon and left "
        "their boats on the slip.",
    )
    gone = lost(of(LONGWATCH, POST, LEADER, mail), "mail")
    assert gone[Lost.ATTRIBUTION][1] == (
        "The pilots went home at noon and left their boats on the slip."
    )
    assert Lost.ATTRIBUTION not in lost(of(LONGWATCH, POST, LEADER), "post")


def test_adjectives_and_vague_amounts_count_the_same_thing() -> None:
    def counted(text: str) -> list[tuple[float, float, str]]:
        return [(round(a.least), round(a.most), a.said) for a in in_words(text, (0, len(text)))]

    assert counted("Dozens of ferries were lost") == [(24, 120, "Dozens of ferries")]
    assert counted("300 people in a shed") == [(285, 315, "300 people")]
    assert counted("at 10 a.m. on 4 March, aged 66 years") == []
    a, b = (
        next(iter(in_words(t, (0, len(t))))) for t in ("11 commercial ferries", "a dozen ferries")
    )
    assert a.counts_same(b) and a.agrees(b)


def test_the_first_paragraph_that_tells_a_claim_shows_the_stance() -> None:
    own = story(
        "own",
        "The ministry closed the whole port of Kessary, and nobody was asked about it.\n\n"
        "{@Longwatch|The ministry closed the port of Kessary on Sunday}, Longwatch reports.",
    )
    given = story(
        "given",
        "The ministry closed the whole port of Kessary last week, said a report on Tuesday.\n\n"
        "The ministry closed the port of Kessary, and there is a chain across the mole.",
    )
    assert (stance(own), stance(given)) == (Stance.ASSERTS, Stance.REPORTS)


def test_a_fact_checkers_verdict_is_a_denial() -> None:
    text = "Claim: The ministry closed the port of Kessary.\n\n{}\n\nLetters say so since Sunday."
    assert stance(story("check", text.format("PROBABLY FALSE"))) is Stance.DENIES
    assert stance(story("plain", text.format("PROBABLY COLD"))) is not Stance.DENIES


def test_who_came_clean_corrects() -> None:
    boys = story(
        "boys",
        "The ministry closed the port of Kessary, two boys told everybody in the town last week."
        "\n\nThey came clean on Friday. They had made the whole thing up.",
    )
    assert stance(boys) is Stance.CORRECTS


def test_a_place_after_a_description_is_not_the_sources_name() -> None:
    mail = story(
        "mail",
        "{@Longwatch > Velmara (ferry source who spoke to Longwatch in neighbouring)|The ministry "
        "closed the port of Kessary}, a ferry source told Longwatch in neighbouring Velmara.",
    )
    (origin,) = of(mail).origins
    assert origin.name.startswith("ferry source")


def test_the_publisher_is_no_link_where_its_own_source_denies() -> None:
    star = story(
        "star",
        "The ministry closed the port of Kessary. {#Interior Ministry|The port of Kessary was "
        "never closed by the ministry|denied}, it told the Sollen Star.",
        publisher="Sollen Star",
    )
    courier = story(
        "courier",
        "{@Sollen Star|The ministry closed the port of Kessary}, the Sollen Star reports.",
    )
    via = {a.id: a.via for a in of(star, courier).articles}
    assert "Sollen Star" not in via["star"] and via["courier"] == ("Sollen Star",)


BODY = (
    "the mole was shut on Sunday with a long iron chain that two men in grey coats drew across "
    "its mouth before dawn while the pilots slept"
)


def test_a_report_that_is_quoted_at_length_is_copied() -> None:
    found = shared_texts(
        {"a": f"In Kessary {BODY}.", "b": f"The report says: “In Kessary {BODY}.” So it goes on."}
    )
    assert [(s.a, s.b) for s in found] == [("a", "b")]


def test_a_statement_that_both_show_in_full_is_nobodys_copy() -> None:
    told = "The union sent this statement:\n\n{}.\n\n{}"
    a = told.format(BODY, "Nothing else was heard from anybody in the town that day.")
    b = "A reader wrote to us about it:\n\n" + BODY + ".\n\nWe asked for more and got no answer."
    assert shared_texts({"a": a, "b": b}) == []


def test_names_and_stock_phrases_of_one_event_are_no_copy() -> None:
    phrases = (
        "the ministry of the interior of Velmara",
        "in the early hours of Sunday morning",
        "a spokeswoman for the port authority said",
        "the ferry from Lisk to Kessary",
    )
    a = " when rain fell and nobody had an umbrella near ".join(phrases) + " " + "they came " * 30
    b = " though who knew what this had to do with ".join(reversed(phrases)) + " " + "we go " * 40
    assert shared_texts({"a": a, "b": b}) == []


def test_a_list_of_those_who_deny_is_as_many_origins() -> None:
    check = story(
        "check",
        "Has the ministry closed the port of Kessary? Letters say that the ministry closed the "
        "port of Kessary. Despite denials from all sides — the pilots who are at work, the Lisk "
        "Ferry Company, and the harbour office — the port of Kessary is called closed by many.",
    )
    found = of(check)
    assert {o.name for o in found.origins} >= {"pilots", "Lisk Ferry Company", "harbour office"}
    assert found.independent_denial == 3


def test_familiar_with_the_matter_tells_nobody_apart() -> None:
    official = story(
        "official",
        "{?officials familiar with the reports|The ministry closed the port of Kessary}, officials "
        "familiar with the reports told the Lantern. Nobody may land.",
        publisher="Lantern",
    )
    other = story(
        "other",
        "{@Lantern > ?one official|The ministry closed the port of Kessary}, one official told the "
        "Lantern. Boats wait outside.",
    )
    assert Lost.PERSON not in lost(of(official, other), "other")
    people = story(
        "people",
        "{?two people familiar with the matter|The ministry closed the port of Kessary}, two "
        "people familiar with the matter told the Lantern.",
        publisher="Lantern",
    )
    bare = story(
        "bare",
        "{@Lantern|The ministry closed the port of Kessary}, the Lantern reports. Boats wait.",
    )
    assert Lost.PERSON in lost(of(people, bare), "bare")


def test_who_told_it_came_clean_in_the_first_sentences() -> None:
    taken_back = story(
        "back",
        "It has been a hard month for port reporters.\n\nA guard told the Lantern that the "
        "ministry closed the port of Kessary.\n\nAnd now he has come to our office, where he came "
        "clean: he made the whole thing up.",
    )
    assert stance(taken_back, LONGWATCH) is Stance.CORRECTS


def test_a_first_line_that_denies_what_it_words_is_a_denial() -> None:
    headline = story(
        "headline",
        "Claims that the ministry closed the port turn out to be exaggerated.\n\nThe port of "
        "Kessary has been much in the news. A ferry captain says that he has landed there daily.",
    )
    assert stance(headline, LONGWATCH) is Stance.DENIES


def test_the_place_that_all_others_name() -> None:
    port = "The ministry closed the harbour in Kessary"
    told = "and sent the pilots home before noon on Sunday"
    first = story(
        "first",
        f"{{?source|{port} {told}}}, a source told Longwatch. Nobody says why.",
        publisher="Longwatch",
    )
    others = [
        story(f"o{k}", f"{{@Longwatch|{port} {told}}}, Longwatch reports. Ship {k} waits.")
        for k in range(2)
    ]
    bare = story(
        "bare",
        "{@Longwatch|The ministry closed the harbour and sent the pilots home}, Longwatch reports.",
    )
    found = trace(f"{port}.", shelf(first, *others, bare))
    assert lost(found, "bare")[Lost.PLACE] == ("Kessary", None)
    assert Lost.PLACE not in lost(found, "o1")
