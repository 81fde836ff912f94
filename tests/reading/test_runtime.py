"""Sums of integer products are kept whole where the processor doesn't, and only there."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from firsthand.reading import runtime
from firsthand.reading.weights import BUNDLED

WHOLE = 4 * 255 * 127  # the product that is tried
ASKED = "session.x64quantprecision"


@pytest.fixture(autouse=True)
def tried_again() -> Iterator[None]:
    runtime.cuts_off.cache_clear()
    yield
    runtime.cuts_off.cache_clear()


def test_the_product_that_is_tried_is_whole_with_the_mode() -> None:
    rows = np.full((2, 4), 255, np.uint8)
    (found,) = runtime._session(runtime._PRODUCT, whole=True).run(["y"], {"a": rows})
    assert found.tolist() == [[WHOLE], [WHOLE]]


@pytest.mark.parametrize(("sums", "mode"), [(WHOLE, False), (65534, True)])
def test_the_mode_is_set_where_a_sum_is_cut_off_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch, sums: int, mode: bool
) -> None:
    real = runtime._session

    class Processor:
        def run(self, *_: Any) -> list[Any]:
            return [np.full((2, 1), sums)]

    def session(graph: str | bytes, *, whole: bool, **settings: Any) -> Any:
        return Processor() if graph == runtime._PRODUCT else real(graph, whole=whole, **settings)

    monkeypatch.setattr(runtime, "_session", session)
    options = runtime.session(BUNDLED / "roles.onnx").get_session_options()
    if mode:
        assert options.get_session_config_entry(ASKED) == "1"
    else:
        with pytest.raises(RuntimeError, match=ASKED):
            options.get_session_config_entry(ASKED)
