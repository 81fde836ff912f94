"""What somebody else published of a claim: a fact-check, kept beside it and never taken over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Review:
    """`rating` are the reviewer's own words ("Mostly false"), `author` who published them or typed
    them; `url` and `published` (a day, ISO 8601) are None where they aren't known."""

    claim: str
    rating: str
    author: str
    url: str | None = None
    published: str | None = None
