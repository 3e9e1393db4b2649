"""A small programme worked from the command line alone, as a new user would."""

from __future__ import annotations

from pathlib import Path

from recovery.cli.main import main

CASE = (
    "title=Fewer follow-ups", "area=Acute", "description=Follow-ups by telephone", "lead=lead@x.example",
    "sro=sro@x.example", "net value=£120k", "start=2018-04-01", "end=31/03/2019",
)  # fmt: skip
MONTHS = (("1", "plan=60000"), ("2", "plan=60,000.00"))
FINANCE, EXECUTIVE = "fin@x.example", "exec@x.example"


class Office:
    """The command line on one record; `out` and `err` are what the last command said."""

    def __init__(self, folder: Path, capsys) -> None:
        self.folder, self._capsys = folder, capsys
        self.database = str(folder / "record.sqlite")
        self.out = self.err = ""

    def __call__(self, *arguments: str) -> int:
        status = main([*arguments, "--db", self.database])
        said = self._capsys.readouterr()
        self.out, self.err = said.out.strip(), said.err.strip()
        return status

    def must(self, *arguments: str) -> str:
        """Run a command that has to succeed and return what it said."""
        assert self(*arguments) == 0, self.err
        return self.out

    def refused(self, *arguments: str, status: int = 1) -> str:
        """Run a command that has to be refused in one line and return that line."""
        assert self(*arguments) == status, self.out or self.err
        assert self.err.startswith("recovery: ")
        assert "\n" not in self.err
        return self.err.removeprefix("recovery: ")

    def begin(self, ref: str = "Q18-001", *more: str, on: str = "2018-04-02") -> str:
        """Begin a scheme whose first gateway nothing stands in the way of."""
        about = ["--org", "X1", "--year", "2018/19", "--on", on]
        settings = [part for text in CASE for part in ("--set", text)]
        months = [part for month in MONTHS for part in ("--month", *month)]
        return self.must("scheme", "create", ref, *about, *settings, *months, *more)

    def approve(self, approval: str, by: str, ref: str = "Q18-001", *more: str, on: str = "2018-04-10") -> str:
        """Give an approval."""
        return self.must("scheme", "advance", ref, "--approval", approval, "--by", by, "--on", on, *more)

    def past_the_first_gateway(self) -> None:
        """Begin a scheme and take it to the second stage."""
        self.begin()
        self.approve("finance", FINANCE)
        self.approve("executive", EXECUTIVE)
