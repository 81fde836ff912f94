"""What two mentions' words say about each other, as numbers: the head learns from few documents."""

import numpy as np
import numpy.typing as npt

from coreference.vectors import Words
from firsthand.reading import lexicon
from firsthand.reading.given import GIVEN

FEATURES = 18
PLURAL = frozenset("they them their themselves theirs these those".split())
STOP = frozenset("the a an this that of in his her its their my our your and".split())
PERSONS = ("male", "female", "thing", "plural", "speaker", "speakers", "hearer")

Floats = npt.NDArray[np.float32]


class Mention:
    """What is looked at in one mention."""

    def __init__(self, words: list[str], sentence: int):
        low = [w.casefold() for w in words]
        self.text = " ".join(low)
        self.content = frozenset(w for w in low if w not in STOP and w[0].isalnum())
        self.pronoun = lexicon.PRONOUNS.get(self.text)
        proper = [w for w in words if w[:1].isupper()]
        self.proper = bool(proper) and self.pronoun is None and len(proper) * 2 >= len(words)
        border = next((i for i, w in enumerate(low) if i and w in PREPOSITIONS), len(low))
        self.head = low[border - 1]
        self.gender = _gender(low, self.pronoun)
        self.definite = low[0] in ("the", "this", "that", "these", "those")
        self.indefinite = low[0] in ("a", "an", "some")
        self.plural = self.pronoun in ("plural", "speakers") or (
            self.pronoun is None and self.head.endswith("s") and not self.proper
        )
        self.sentence = sentence


PREPOSITIONS = frozenset(", of in on at for to from with by who which that ( - –".split())


def _gender(low: list[str], pronoun: str | None) -> str | None:
    if pronoun in ("male", "female"):
        return pronoun
    words = set(low)
    if words & lexicon.FEMALE:
        return "female"
    return "male" if words & lexicon.MALE else GIVEN.get(low[0])


def pair_features(words: Words, spans: np.ndarray, left: np.ndarray, right: np.ndarray) -> Floats:
    """(K, A, FEATURES) of the mentions `left` (K, 1) and their antecedents `right` (K, A)."""
    at = words.at
    known = [
        Mention([words.text[a:b] for a, b in at[s:e]], int(words.sentence[s])) for s, e in spans
    ]
    made = np.zeros((len(left), right.shape[1], FEATURES), np.float32)
    for i, row in zip(left[:, 0].tolist(), right.tolist(), strict=True):
        m = known[i]
        for column, j in enumerate(row):
            made[i, column] = _pair(m, known[j])
    return made


def _pair(m: Mention, a: Mention) -> list[float]:
    """The later mention with the earlier one."""
    gap = m.sentence - a.sentence
    clash = m.gender is not None and a.gender is not None and m.gender != a.gender
    both = not m.pronoun and not a.pronoun
    return [
        m.text == a.text,
        both and m.text == a.text,
        both and m.head == a.head,
        both and bool(m.content & a.content),
        both and bool(m.content) and m.content <= a.content,
        both and m.proper and a.proper and not m.content & a.content,
        clash,
        m.gender is not None and m.gender == a.gender,
        m.plural == a.plural,
        m.pronoun is not None,
        a.pronoun is not None,
        m.pronoun is not None and m.pronoun == a.pronoun,
        m.pronoun is not None and a.pronoun is not None and m.pronoun != a.pronoun,
        m.definite,
        m.indefinite,
        a.proper,
        gap == 0,
        min(gap, 10) / 10,
    ]
