"""Whose words a link of a chain gives: an outlet's, its reporter's, a source's, nobody's."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from firsthand.linking.names import head, is_outlet, key, same_outlet, same_person
from firsthand.linking.outlets import NOT_NAMES, outlet_name
from firsthand.linking.words import stem
from firsthand.model.reading import Naming, Reading, Source, SourceKind, Statement
from firsthand.reading.lexicon import GENERIC_OUTLET, OWNED_SPEECH, PRONOUNS

PUBLIC = frozenset(
    """folks people fans readers users everyone netizens internet viewers public media press world
    many some others
    rumors rumours speculation observers commentators critics""".split()
)
"""Words for the public at large, which is nobody's source."""
RUMOURS = frozenset(
    "rumor rumors rumour rumours speculation gossip chatter theory theories suggestions".split()
)
"""What goes round is nobody's word either: "a rash of rumours that have popped up"."""
REPORTING = frozenset(["reports", "has more", "reporting", "has the story"])
"""What only a journalist does, in the present."""
REPORTS = frozenset("reports report claims".split())
"""Whoever they are, alone at the head of a sentence they have a capital and no name."""
HEARSAY_HEAD = 4
"""Words of a description, the first ones, among which its head is."""
RUNS_INTO = re.compile(r"\b(?:in|from|of|at|near)(?: (?:the|neighbou?ring|nearby|central))?$")
"""A description that ends so runs into a place: "a source in neighbouring Velmara" is nobody
called Velmara."""


def link_source(reading: Reading, id: str, st: Statement, outlets: Collection[str]) -> Source:
    """A link of the chain; an outlet by the words that name it here, where they are an outlet's
    name."""
    source = reading.source(id)
    if id == st.chain[-1] and source.kind is SourceKind.OUTLET and st.mention:
        here = outlet_name(reading.article.text[slice(*st.mention)])
        if here and here in outlets:
            return replace(source, name=here)
    if source.description and RUNS_INTO.search(source.description):
        whole = f"{source.description} {source.name}"
        return replace(source, name=whole, description=whole, naming=Naming.UNNAMED)
    return source


def spoke_to(
    root: Source, names: tuple[str, ...], outlets: Collection[str]
) -> tuple[Source, tuple[str, ...]]:
    """A description that holds its own contact: "the Lantern's source", "the publicist to the
    Guardian"."""
    if root.naming is not Naming.UNNAMED or names:
        return root, names
    for outlet in sorted(outlets, key=lambda o: (-len(o), o)):
        owned = re.match(rf"(?:the )?{re.escape(outlet)}[’']s (?=\w+$)", root.name, re.I)
        told = re.search(
            rf" (?:to|told|said by|quoted by|cited by) (?:the )?{re.escape(outlet)}\b.*$",
            root.name,
            re.I,
        )
        if owned:
            return replace(root, name=root.name[owned.end() :]), (outlet,)
        if told:
            return replace(root, name=root.name[: told.start()]), (outlet,)
    return root, names


def is_nobody(root: Source) -> bool:
    """A pronoun that nobody could resolve, or the public at large."""
    words = key(root.name)
    if set(words) <= NOT_NAMES or (len(words) == 1 and set(words) <= RUMOURS | REPORTS):
        return True
    if root.naming is not Naming.NAMED and set(words[:HEARSAY_HEAD]) & RUMOURS:
        return True
    return root.naming is not Naming.NAMED and (
        (len(words) == 1 and words[0] in PRONOUNS) or (words[-1] in PUBLIC and len(words) <= 4)
    )


def own_reporter(reading: Reading, st: Statement, root: Source) -> bool:
    """Whether somebody is the publisher's own: a name that does nothing but report."""
    person = root.kind is SourceKind.PERSON and root.naming is Naming.NAMED
    cue = reading.article.text[slice(*st.cue)].casefold() if st.cue else ""
    return person and not root.description and cue in REPORTING


def is_subject(root: Source, stems: Collection[str]) -> bool:
    """Whether the claim is about this source: what an outlet says that it said is the outlet's."""
    return root.naming is Naming.NAMED and {stem(w) for w in key(root.name)} <= set(stems)


def outlet_of(source: Source, people: Mapping[str, str], outlets: Collection[str]) -> str | None:
    """The outlet that a link of the chain is: itself, or the one whose reporter or report it is.
    "A report", "the paper" are outlets that the words don't name."""
    name = head(source.name)
    for person, outlet in people.items():
        if source.naming is Naming.NAMED and same_person(person, name):
            return outlet
    if source.kind is SourceKind.OUTLET:
        return outlet_name(name) or name
    words = key(name)
    if own := next((o for o in sorted(outlets) if words == key(o)), None):
        return own
    within = [o for o in sorted(outlets) if len(key(o)) > 1 and set(key(o)) <= set(words)]
    if words[-1] in OWNED_SPEECH:
        return within[0] if within else name if len(words) <= 2 and name.islower() else None
    if within and (
        set(words) & GENERIC_OUTLET
        or (words[: len(key(within[0]))] == key(within[0]) and "’s" in name.replace("'", "’"))
    ):
        return within[0]
    if source.naming is not Naming.NAMED or source.kind is SourceKind.DOCUMENT:
        return None
    if within and words[-len(key(within[0])) :] == key(within[0]):
        return within[0]
    if source.kind is not SourceKind.PERSON and any(
        same_outlet(name, o) for o in outlets if len(set(key(o)) & set(words)) > 1
    ):
        return name
    return name if is_outlet(name) or any(words == key(o) for o in outlets) else None
