"""What stands for words that are kept back: the same token for the same words, in one export.

A token is made with a key (HMAC-SHA256, RFC 2104). The key is new for each export unless one is
given, so that tokens of two exports can't be laid side by side, and nobody without the key can try
out which words a token stands for.
"""

import hmac
import secrets
from hashlib import sha256
from typing import Final

LENGTH: Final = 12
"""Hexadecimal digits: among a million tokens, two are the same once in 500 exports."""


class Tokens:
    def __init__(self, key: bytes | None = None):
        """`key` None: one that nobody will know."""
        self._key = key or secrets.token_bytes(32)

    def words(self, text: str) -> str:
        """For words of a text: case and white space make no difference."""
        return self._made("words", " ".join(text.casefold().split()))

    def source(self, article: str, id: str) -> str:
        """For a source without a name: another one in every article."""
        return self._made("unnamed", f"{article}#{id}")

    def pseudonym(self, name: str) -> str:
        """For a pseudonym. Whether two articles mean the same person by it, the token says no more
        than the pseudonym did."""
        return self._made("pseudonym", " ".join(name.casefold().split()))

    def id(self, kind: str, id: str) -> str:
        """For an id that is made of words, or of a digest of words that could be tried out."""
        return self._made(kind, id).strip("[]")

    def _made(self, kind: str, what: str) -> str:
        digest = hmac.new(self._key, f"{kind}\x1f{what}".encode("utf-8", "surrogatepass"), sha256)
        return f"[{kind}-{digest.hexdigest()[:LENGTH]}]"
