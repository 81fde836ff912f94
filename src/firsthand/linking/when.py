"""Which of two articles came first, as far as their dates say. Nothing depends on a later one."""

from datetime import UTC, datetime

from firsthand.model.article import Article


def later(a: Article, b: Article) -> bool:
    """Whether `a` is known to be later than `b`: both dates known, and not the same day unless
    both give the time."""
    if not a.published or not b.published:
        return False
    if len(a.published) > 10 and len(b.published) > 10:
        x, y = _moment(a.published), _moment(b.published)
        if x and y:
            return x > y
    return a.published[:10] > b.published[:10]


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
