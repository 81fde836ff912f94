"""The base form of a verb: from the irregular forms, else from its ending. No dictionary: where the
spelling leaves a final "e" open, the letters before it decide."""

import re

from firsthand.linking.words import IRREGULAR as COMPARED

_MORE = """
    flee: fled; hear: heard; feel: felt; mean: meant; become: became; slide: slid; swear: swore
    sworn; understand: understood; teach: taught; tell: told; say: said; seek: sought; sweep:
    swept; swing: swung; withdraw: withdrew withdrawn; overcome: overcame; light: lit; speed:
    sped; spin: spun; sting: stung; ring: rang; lay: laid; bear: born borne; show: shown; bind:
    bound; kneel: knelt; creep: crept; set: set; cut: cut; put: put; hit: hit; quit: quit; shut:
    shut; hurt: hurt; cost: cost; split: split; spread: spread; burst: burst; do: did done;
    have: had; undergo: underwent undergone; create: created creating; come: coming;
    execute: executed executing
"""
IRREGULAR = COMPARED | {
    form: base.strip()
    for base, forms in (entry.split(":") for entry in _MORE.split(";"))
    for form in forms.split()
}
"""Those by which texts are compared, and more."""
_WHOLE = frozenset("need feed speed bleed breed heed seed weed proceed succeed exceed".split())
FINAL_E = re.compile(
    r"(?:[cuvz]|[rnaiou]s|[rd]g|[ae]ng|[ae]g|[^aeo]at|[^aou]ut|ir|ur|[^eo]ar|(?:sc|st|gn|pl)or|"
    r"[^aeo]id|[cl]ud|[^eo]ad|ik|[^eo]ak|[^o]ok|[bptdgfk]l|[^aeo]in|[^eoai]am|um|[^eo]ap|[^l]op|yp|[^aoe]il|ul|"
    r"[io]b|(?:v|c|n|qu)it|[vnmu]ot|(?:pl|el)et)$"
)
"""What is left of a form in -ed or -ing and has lost an "e"."""
DOUBLED = re.compile(r"([bdgmnprt])\1$")


def base(word: str) -> str:
    """ "close" of "closed", "stop" of "stopping", "deny" of "denies"; lower case."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in _WHOLE:
        return word
    for ending, instead in (("ied", "y"), ("ies", "y"), ("eed", "ee"), ("eeing", "ee")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + instead
    for ending in ("ed", "ing"):
        left = word.removesuffix(ending)
        if left != word and len(left) > 1:
            if DOUBLED.search(left):
                return left[:-1]
            return left + "e" if FINAL_E.search(left) else left
    if re.search(r"(?:ss|sh|ch|x|zz|o)es$", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^su]s$", word) and len(word) > 3 else word
