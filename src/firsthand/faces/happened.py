"""What happened, as people ask for it → as the ledger keeps it."""

from firsthand.ledger.rows import Counted
from firsthand.model.errors import UsageError


def verb_first(action: str | None) -> str | None:
    """An action with its verb in its base form: "bought Ellory" finds "buy Ellory Dairies"."""
    from firsthand.linking.events.bases import base

    first, *rest = (action or "").split() or [""]
    words = [base(first.casefold()), *(w for w in rest if w not in ("the", "a", "an"))]
    return " ".join(words) if first else action


def counted(written: str | None, *, name: str) -> Counted | None:
    """ "300", "dozens of ships", "40 million crowns". Raises UsageError, which calls what was given
    by `name`."""
    if written is None:
        return None
    from firsthand.linking.events.numbers import numbers

    found = next(numbers(written, (0, len(written))), None)
    if found:
        return Counted(found.least, found.most, tuple(found.unit.split()))
    try:
        value = float(written.replace(",", ""))
    except ValueError:
        raise UsageError(
            f"{name} {written!r} is no number; write it like 300 or '40 million crowns'"
        ) from None
    return Counted(value, value)
