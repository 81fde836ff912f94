"""What a person types of a claim, as it is kept."""

from datetime import UTC, datetime

from firsthand.faces.wording import clean
from firsthand.model.errors import UsageError
from firsthand.model.review import Review


def typed(claim: str, rating: str, *, author: str, url: str | None) -> Review:
    """A review of today. Raises UsageError where the claim, the rating or the author is empty, and
    for what is no web address."""
    said, held, by = clean(claim), clean(rating), clean(author)
    if not (said and held):
        raise UsageError("claim and rating go together, and neither may be empty")
    if not by:
        raise UsageError("nobody is named as the author, who stays beside the review")
    if url is not None and not url.startswith(("http://", "https://")):
        raise UsageError(f"url {clean(url)}: write an address that begins with http")
    return Review(said, held, by, url, datetime.now(UTC).date().isoformat())
