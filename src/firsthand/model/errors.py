"""Everything that firsthand raises on purpose. A class says whose move it is.

A message holds what arrived, what was wanted, and what to do next; a user reads it as it stands.
"""


class FirsthandError(Exception):
    """The root. `str(error)` is one line that a user can act on."""


class InputError(FirsthandError):
    """The data's or the user's: this input can't be read. The other inputs go on."""

    def __init__(self, name: str, problem: str, advice: str = ""):
        self.name, self.problem, self.advice = name, problem, advice
        super().__init__(f"{name}: {problem}" + (f"; {advice}" if advice else ""))

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str, str]]:
        return InputError, (self.name, self.problem, self.advice)  # as it goes between processes


class UsageError(FirsthandError):
    """The user's: the command or the call can't be carried out as it was given."""


class LedgerError(FirsthandError):
    """The user's: this ledger can't be opened or written."""


class WeightsError(FirsthandError):
    """The installation's: the trained model is missing or is not the one that it should be."""
