"""What became of the records of an archive: each was read, skipped or failed, and none is lost."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from firsthand.intake.warc import Skipped
from firsthand.model.article import Article
from firsthand.model.errors import InputError


@dataclass(slots=True)
class Tally:
    read: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def counted(
        self, items: Iterable[Article | InputError | Skipped]
    ) -> Iterator[Article | InputError]:
        """The items without those that were skipped; each is counted."""
        for item in items:
            if isinstance(item, Skipped):
                self.skipped[item.reason] += 1
                continue
            self.failed += isinstance(item, InputError)
            self.read += isinstance(item, Article)
            yield item

    def line(self, name: str) -> str:
        """ "a.warc.gz: 12 records = 3 read + 8 skipped (8 not HTML) + 1 failed" """
        skipped = self.skipped.total()
        reasons = ", ".join(f"{n:,} {why}" for why, n in sorted(self.skipped.items()))
        whole = self.read + self.failed + skipped
        return (
            f"{name}: {whole:,} record{'' if whole == 1 else 's'} = {self.read:,} read + "
            f"{skipped:,} skipped{f' ({reasons})' if reasons else ''} + {self.failed:,} failed"
        )
