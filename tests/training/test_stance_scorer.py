"""FNC-1's measures on a few pairs that can be counted by hand."""

from stance.corpus import STANCES
from stance.scorer import scores

U, DISCUSS, AGREE, DISAGREE = range(len(STANCES))


def test_everything_right() -> None:
    gold = [U, U, DISCUSS, AGREE, DISAGREE]
    assert set(scores(gold, gold).values()) == {100.0}


def test_each_figure_by_hand() -> None:
    gold = [U, U, DISCUSS, AGREE, DISAGREE]
    found = [U, DISCUSS, DISCUSS, AGREE, AGREE]
    made = scores(found, gold)
    assert (made["unrelated"], made["discuss"], made["agree"], made["disagree"]) == (
        66.7, 66.7, 66.7, 0.0,
    )  # fmt: skip
    assert made["macro"] == 50.0
    assert made["accuracy"] == 60.0
    # a quarter each for four of five that are known to be related or not, three for two right ones
    assert made["fnc"] == round(100 * (4 * 0.25 + 2 * 0.75) / (2 * 0.25 + 3), 1)
