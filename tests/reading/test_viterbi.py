"""Arrays to attributions."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reading.decode import _means
from firsthand.reading.viterbi import FORBIDDEN, INNER, distance_buckets, viterbi


def best_by_trying(emissions: np.ndarray, transitions: np.ndarray, start: np.ndarray) -> float:
    """The best score of all tag sequences, by trying each."""

    def score(tags: tuple[int, ...]) -> float:
        total = start[tags[0]] + emissions[0, tags[0]] + (FORBIDDEN if tags[0] in INNER else 0)
        for t, (a, b) in enumerate(itertools.pairwise(tags), 1):
            forbidden = b in INNER and a not in (b, b - 1)
            total += transitions[a, b] + emissions[t, b] + (FORBIDDEN if forbidden else 0)
        return float(total)

    return max(score(tags) for tags in itertools.product(range(5), repeat=len(emissions)))


@given(st.integers(0, 2**32 - 1), st.integers(1, 5), st.integers(1, 3))
def test_viterbi_finds_the_best_sequence_of_each_cue(seed: int, length: int, cues: int) -> None:
    rng = np.random.default_rng(seed)
    emissions = rng.normal(size=(cues, length, 5)).astype(np.float32)
    given_scores = emissions.copy()
    transitions, start = (
        rng.normal(size=(5, 5)).astype(np.float32),
        rng.normal(size=5).astype(np.float32),
    )
    for own, tags in zip(emissions, viterbi(emissions, transitions, start), strict=True):
        total = start[tags[0]] + own[0, tags[0]]
        total += sum(
            transitions[a, b] + own[t, b] for t, (a, b) in enumerate(itertools.pairwise(tags), 1)
        )
        assert abs(float(total) - best_by_trying(own, transitions, start)) < 1e-4
    assert (emissions == given_scores).all()


def test_a_source_never_runs_into_a_content_without_beginning_it() -> None:
    emissions = np.zeros((1, 3, 5), np.float32)
    emissions[0, 0, 1] = emissions[0, 1, 2] = emissions[0, 2, 4] = (
        5  # B-source, I-source, I-content
    )
    tags = viterbi(emissions, np.zeros((5, 5), np.float32), np.zeros(5, np.float32))[0].tolist()
    assert tags[2] != 4 or tags[1] in (3, 4)


def test_distances_grow_both_ways_from_the_cue() -> None:
    row = distance_buckets(np.array(3), np.array(5), np.arange(9)).tolist()
    assert row == [13, 14, 15, 16, 16, 17, 18, 19, 20]


def test_what_is_far_from_the_cue_shares_the_last_buckets() -> None:
    row = distance_buckets(np.array(1000), np.array(1001), np.array([0, 864, 865, 1135, 1136]))
    assert row.tolist() == [1, 1, 2, 30, 31]


def test_a_cue_is_the_mean_of_its_pieces() -> None:
    rows = np.random.default_rng(1).normal(size=(9, 4)).astype(np.float32)
    first, last = np.array([2, 0, 5, 2]), np.array([5, 1, 9, 4])
    each = [rows[a:b].mean(0) for a, b in zip(first, last, strict=True)]
    assert np.allclose(_means(rows, first, last), each)
    assert _means(rows, first, last).dtype == np.float32
