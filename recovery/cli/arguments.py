"""What the command line takes: its commands and their options."""

from __future__ import annotations

import argparse
from typing import Final, NoReturn

from recovery.cli.programme.arguments import add_judge, add_people, add_scheme, add_simulate, add_weights
from recovery.errors import UsageError

EPILOG: Final = "Exit status: 0 done, 1 rejected (or nothing to show), 2 wrong usage."
UNIT_HELP: Final = "unit of the money where the file states none (pounds, thousands, millions), or DATASET=UNIT"


class OneLineParser(argparse.ArgumentParser):
    """A parser that complains in one line."""

    def error(self, message: str) -> NoReturn:
        """Raise a UsageError in place of printing the usage and ending the process."""
        raise UsageError(f"{message} (see {self.prog} --help)")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = OneLineParser(
        prog="recovery", description="From month-end workbooks to the committee's figures.", epilog=EPILOG
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=OneLineParser)
    _check(commands.add_parser("check", help="read files and say what is wrong with them; nothing is loaded"))
    _load(commands.add_parser("load", help="load files as one change: all of them or none"))
    _show(commands.add_parser("show", help="show a figure"))
    _spc(commands.add_parser("spc", help="any series as a control chart: mean, limits and signals, as CSV"))
    add_simulate(
        commands.add_parser("simulate", help="the outturn drawn many times, with something changed or nothing")
    )
    add_scheme(commands.add_parser("scheme", help="work on a scheme, or bring the register out and in"))
    add_people(commands.add_parser("people", help="who is known, and what they may do"))
    add_weights(commands.add_parser("weights", help="set risk weights"))
    add_judge(commands.add_parser("judge", help="decide something about the figures, with the reason"))
    template = commands.add_parser("template", help="write a workbook to fill in")
    template.add_argument("file", metavar="FILE.xlsx")
    demo = commands.add_parser("demo", help="load the demonstration organisation")
    demo.add_argument("--if-empty", action="store_true", help="only into a record that holds nothing else")
    demo.add_argument("--all", action="store_true", help="the second, invented organisation as well")
    _database(demo)
    _database(commands.add_parser("verify", help="check that the record is whole"))
    _serve(commands.add_parser("serve", help="serve the application"))
    file = commands.add_parser("file", help="get a loaded file back as it was given")
    file.add_argument("sha256", metavar="SHA256")
    file.add_argument("out", metavar="OUT")
    _database(file)
    return top


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE")
    _reading(command)


def _load(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE")
    command.add_argument("--org", required=True, metavar="CODE", help="the organisation's code")
    command.add_argument("--org-name", metavar="NAME", help="its name, if it is new or has changed")
    command.add_argument("--by", metavar="WHO", help="who loads (default: the system's user)")
    _reading(command, year_required=True)
    _database(command)


def _reading(command: argparse.ArgumentParser, *, year_required: bool = False) -> None:
    command.add_argument("--year", required=year_required, help="financial year, such as 2018/19")
    command.add_argument("--month", help="month of the financial year, 1 (April) to 12 (March)")
    command.add_argument("--dataset", default="", help="what the table is, where that cannot be told from its headings")
    command.add_argument("--unit", action="append", default=[], help=UNIT_HELP)
    command.add_argument("--variance-sign", default="", help="what a positive variance means: favourable or adverse")
    command.add_argument("--likelihood", default="", help="what likelihoods from 1 to 5 are: score or percent")
    command.add_argument(
        "--sheet", action="append", default=[], metavar="NAME", help="read only this sheet (repeatable)"
    )
    command.add_argument(
        "--only", default="", metavar="CODE", help="of the activity return of all commissioners, only this one's rows"
    )
    command.add_argument("--format", choices=("table", "json"), default="table")


def _show(command: argparse.ArgumentParser) -> None:
    command.add_argument("figure", metavar="FIGURE")
    command.add_argument("--org", metavar="CODE", help="organisation (default: the only one)")
    command.add_argument("--year", help="financial year (default: the newest that has data)")
    command.add_argument("--month", help="month 1 to 12 (default: the newest that has data)")
    command.add_argument("--format", choices=("table", "csv", "json"), default="table")
    command.add_argument("--unit", default="thousands", help="unit of money: pounds, thousands (default) or millions")
    command.add_argument("--computed", action="store_true", help="every variance, percentage and total as re-added")
    command.add_argument(
        "--as-at",
        metavar="DATE[THH:MM]",
        help="schemes and judgements as at the end of a day, or a moment in UTC",
    )
    command.add_argument("--ref", metavar="REF", help="only the rows of one scheme")
    command.add_argument("--by", metavar="WHAT", help="of delivery: by area, stage, lead, workstream or month")
    command.add_argument("--submission", metavar="ID", help="as one submission has it, superseded or not")
    command.add_argument("--since", metavar="MONTH", help="of movement: since this month (default: the month before)")
    command.add_argument("--since-submission", metavar="ID", help="of movement: since this submission")
    _database(command)


def _spc(command: argparse.ArgumentParser) -> None:
    command.add_argument("--file", required=True, metavar="FILE.csv", help="a table with one column headed 'value'")
    command.add_argument("--no-screen", action="store_true", help="keep outlying moving ranges in the limits")
    command.add_argument("--points", choices=("7", "6"), default="7", help="points that make a shift or a trend")
    command.add_argument(
        "--direction",
        choices=("increase", "decrease", "neutral"),
        help="which way is better: says beside the table which points are improvement and which concern",
    )


def _serve(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--address", default="127.0.0.1", help="what to listen on (without sign-in: this machine only)"
    )
    command.add_argument("--port", type=int, default=8501)
    command.add_argument("--secrets", metavar="FILE", help="the file with [auth] (default: .streamlit/secrets.toml)")


def _database(command: argparse.ArgumentParser) -> None:
    command.add_argument("--db", metavar="PATH", help="the record: a path or a database URL (default: the setting's)")
