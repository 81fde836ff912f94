"""Whom "the official", "the magazine", "the company", "his sister" mean, where the article says so.

A table of ways, tried in order; where none finds anybody the source is what the words say.
"""

from collections.abc import Callable

from firsthand.model.reading import Naming, SourceKind
from firsthand.reading import lexicon
from firsthand.reading.below import named_later, outlet_below
from firsthand.reading.definite import PLAIN, Known, Role
from firsthand.reading.entity import LETTERS, Entity
from firsthand.reading.kinds import ARTICLE
from firsthand.reading.names import Name

IN_CAPITALS = frozenset(w.title() for w in lexicon.TITLES | lexicon.ROLES)

COMPANY = frozenset("company firm corporation retailer carrier airline manufacturer chain".split())
PUBLIC = frozenset(
    """ministry department government administration police court council commission committee party
    army navy congress senate parliament house university school hospital union state city county
    office""".split()
)
"""Words of names that no company has."""
WRITTEN = frozenset("article story report piece".split())
LOOKS = frozenset(
    """elderly young old year late embattled popular veteran outspoken controversial beloved
    famed disgraced famous troubled ailing injured grieving disgruntled legendary""".split()
)
"""Modifiers that say what somebody is like, and not which one it is."""
PEOPLE = (SourceKind.PERSON, SourceKind.ORGANISATION)


def meant(role: Role, known: Known) -> int | Name | None:
    """The entity, or the name that is nobody's entity yet, that the description means."""
    found = (way(role, known) for way in WAYS)
    return next((f for f in found if f is not None), None)


def _called_before(role: Role, known: Known) -> int | None:
    """The latest source that was called so."""
    fits = []
    for index, entity in enumerate(known.entities):
        earlier = [m[0] for m in entity.mentions if m[0] < role.position]
        if not earlier or not _fits(role, entity, index):
            continue
        called, generic = _is_called(role, entity), _is_the_outlet(role, entity)
        score = max(earlier) + 200 * (index == role.previous) + 400 * (called and generic)
        fits.append((entity.name.split()[-1] in role.principal, score, index))
    return max(fits)[2] if fits else None


def _fits(role: Role, entity: Entity, index: int) -> bool:
    called = _is_called(role, entity) or (index == role.previous and _alike(role, entity))
    generic = _is_the_outlet(role, entity)
    if _coordinated(entity.name) and " and " not in role.parsed.words:
        return False  # "the witnesses" are not "Hale and witnesses"
    if generic and role.possessed:
        return False  # "the firm’s website"
    if not called and (not generic or entity.naming is Naming.PSEUDONYM):
        return False
    number = role.parsed.plural == entity.plural or role.parsed.kind is SourceKind.ORGANISATION
    theirs = {w.casefold() for w in LETTERS.findall(f"{entity.name} {entity.description or ''}")}
    more = role.words - theirs - entity.heads
    place = not (role.parsed.description or "").islower() and not _elsewhere(role, entity)
    placed = index == role.previous and place
    only = entity.naming is Naming.NAMED and all(w in LOOKS or w.isdigit() for w in more)
    return generic or (number and (not more or placed or more <= PLAIN or only))


def _coordinated(name: str) -> bool:
    """ "Hale and witnesses", and not "black and young members"."""
    first, _, second = name.partition(" and ")
    last = first.split()[-1] if first else ""
    return bool(second) and (last[:1].isupper() or last.endswith("s") or last in lexicon.ROLES)


def _is_called(role: Role, entity: Entity) -> bool:
    head = role.head
    words = {w.casefold() for w in LETTERS.findall(entity.name)}
    return bool({head, head.removesuffix("s")} & entity.heads) or head in words


def _alike(role: Role, entity: Entity) -> bool:
    """ "An employee wrote", and next "the staffer said"."""
    head = role.head.removesuffix("s")
    theirs = {h.removesuffix("s") for h in entity.heads}
    return any(head in group and group & theirs for group in lexicon.ALIKE)


def _is_the_outlet(role: Role, entity: Entity) -> bool:
    named = entity.kind is SourceKind.OUTLET and entity.naming is Naming.NAMED
    named = named and entity.name.casefold() not in lexicon.PLATFORMS
    return named and role.head in lexicon.GENERIC_OUTLET and _same_trade(role.head, entity.name)


def _same_trade(head: str, name: str) -> bool:
    """Whether "the network" or "the paper" can be the outlet of this name."""
    words = {w.casefold() for w in LETTERS.findall(name)}
    printed = head in lexicon.PRINTED
    own, other = (lexicon.PRINTED, lexicon.AIRED)[:: 1 if printed else -1]
    return head not in lexicon.PRINTED | lexicon.AIRED or bool(words & own) or not words & other


def _holder(role: Role, known: Known) -> int | None:
    """ "The Velmara governor": the only one whom the article calls governor, of no other place."""
    if not _place(role.parsed.description) or role.parsed.plural or role.head not in lexicon.TITLES:
        return None
    called = [i for i in _named(role, known) if role.head in known.entities[i].heads]
    if len(called) != 1:
        return None
    holder = known.entities[called[0]]
    others = {n.words.split()[-1] for n in known.names.found if role.head in n.roles}
    if _elsewhere(role, holder) or others - {holder.name.split()[-1]}:
        return None
    return called[0]


def _elsewhere(role: Role, entity: Entity) -> bool:
    """Whether the article says of both where they are from, and it isn't the same place."""
    ours, theirs = _place(role.parsed.description), _place(entity.description)
    return bool(ours and theirs and not ours & theirs)


def _place(description: str | None) -> set[str]:
    words = {w for w in LETTERS.findall(description or "") if w[0].isupper()}
    return words - IN_CAPITALS


def _beside(role: Role, known: Known) -> Name | None:
    """The latest name that has the role beside it."""
    if role.words or role.parsed.plural or role.parsed.kind not in PEOPLE:
        return None
    return _latest(role, known, lambda n: role.head in n.roles and n.kind is role.parsed.kind)


def _company(role: Role, known: Known) -> int | None:
    """ "The company": the only named body that can be one, if there is only one."""
    if role.head not in COMPANY or role.words:
        return None
    firms = [
        i
        for i in _named(role, known)
        if known.entities[i].kind is SourceKind.ORGANISATION
        and not {w.casefold() for w in LETTERS.findall(known.entities[i].name)} & PUBLIC
    ]
    return firms[0] if len(firms) == 1 else None


def _whose_article(role: Role, known: Known) -> int | None:
    """ "The article": the latest outlet's."""
    if role.head not in WRITTEN or role.words:
        return None
    owners = [
        (max(m[0] for m in e.mentions if m[0] < role.position), i)
        for i, e in enumerate(known.entities)
        if e.kind is SourceKind.OUTLET and any(m[0] < role.position for m in e.mentions)
    ]
    return max(owners)[1] if owners else None


def _body(role: Role, known: Known) -> Name | None:
    """ "The ministry": the latest name that ends so."""
    if role.head not in lexicon.ORGANISATION_WORDS or role.words:
        return None
    return _latest(role, known, lambda n: n.words.casefold().endswith(f" {role.head}"))


def _outlet(role: Role, known: Known) -> Name | None:
    """ "The magazine": the latest name of an outlet, if it hasn't spoken yet."""
    if role.head not in lexicon.GENERIC_OUTLET | {"agency"} or role.words:
        return None

    def shown(n: Name) -> bool:
        bare = ARTICLE.sub("", n.words).casefold()
        outlet = n.kind is SourceKind.OUTLET or bare in known.outlets
        return outlet and bare not in lexicon.PLATFORMS and _same_trade(role.head, n.words)

    return _latest(role, known, shown)


WAYS: tuple[Callable[[Role, Known], int | Name | None], ...] = (
    _called_before,
    _holder,
    _beside,
    named_later,
    _company,
    _whose_article,
    _body,
    _outlet,
    outlet_below,
)


def _named(role: Role, known: Known) -> list[int]:
    return [
        i
        for i, e in enumerate(known.entities)
        if e.naming is Naming.NAMED and any(m[0] < role.position for m in e.mentions)
    ]


def _latest(role: Role, known: Known, fits: Callable[[Name], bool]) -> Name | None:
    return next((n for n in reversed(known.names.before(role.position)) if fits(n)), None)
