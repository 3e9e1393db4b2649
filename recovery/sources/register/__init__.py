"""Reading a scheme register: the workbook that was written here, or a register that people keep themselves."""

from recovery.sources.register.given import GivenRegister, GivenScheme
from recovery.sources.register.reading import read_register
from recovery.sources.register.wording import Wording

__all__ = ["GivenRegister", "GivenScheme", "Wording", "read_register"]
