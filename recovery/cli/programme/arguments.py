"""What the commands on schemes, people and risk weights take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name

ON: Final = "the day that it holds from, such as 2018-07-30 (default: today)"
SEEN: Final = "the version of the case that you have read; refused if there is a newer one"
BY: Final = "who does it: an e-mail address (default: the setting's user, else the system's)"
SET: Final = "set a field of the case, such as net_value=12000 (repeatable; nothing after = empties it)"
MONTH: Final = "set one month of the profile, such as --month 3 actual=1200 (repeatable)"
CONDITION: Final = 'approve on a condition: "TEXT; OWNER; YYYY-MM-DD" (repeatable)'


def add_scheme(command: argparse.ArgumentParser) -> None:
    """Add `scheme` and what can be done to schemes."""
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION", parser_class=type(command))

    def one(name: str, about: str) -> argparse.ArgumentParser:
        action = actions.add_parser(name, help=about)
        _common(action)
        return action

    for name, (about, add) in _ACTIONS.items():
        add(one(name, about))


def _create(action: argparse.ArgumentParser) -> None:
    action.add_argument("ref", metavar="REF", help="the new scheme's reference")
    action.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help=SET)
    action.add_argument("--month", nargs=2, action="append", default=[], metavar=("N", "MEASURE=AMOUNT"), help=MONTH)


def _edit(action: argparse.ArgumentParser) -> None:
    _create(action)
    action.add_argument("--reason", default="", metavar="TEXT", help="why it changes")
    action.add_argument("--seen", metavar="VERSION", help=SEEN)


def _advance(action: argparse.ArgumentParser) -> None:
    _ref(action)
    action.add_argument("--approval", required=True, metavar="NAME", help="which approval is given, by name or key")
    action.add_argument("--evidence", default="", metavar="TEXT", help="on what evidence")
    action.add_argument("--condition", action="append", default=[], metavar="CONDITION", help=CONDITION)
    action.add_argument("--seen", metavar="VERSION", help=SEEN)


def _send_back(action: argparse.ArgumentParser) -> None:
    _ref(action)
    _reason(action)
    action.add_argument("--to", metavar="STAGE", help="stage, by number or name (default: the one before)")
    action.add_argument("--seen", metavar="VERSION", help=SEEN)


def _tick(action: argparse.ArgumentParser) -> None:
    _ref(action)
    action.add_argument("--item", required=True, metavar="KEY", help="which item of the present gateway's checklist")
    action.add_argument("--evidence", required=True, metavar="TEXT", help="on what evidence")


def _untick(action: argparse.ArgumentParser) -> None:
    _ref(action)
    action.add_argument("--item", required=True, metavar="KEY", help="which item of the present gateway's checklist")
    _reason(action)


def _rate(action: argparse.ArgumentParser) -> None:
    _ref(action)
    action.add_argument("--rating", required=True, metavar="RATING", help="the rating by hand; none takes it back")
    _reason(action)


def _meet(action: argparse.ArgumentParser) -> None:
    _ref(action)
    action.add_argument("--condition", required=True, metavar="N", help="the condition's number")
    action.add_argument("--evidence", required=True, metavar="TEXT", help="on what evidence")


def _with_reason(action: argparse.ArgumentParser) -> None:
    _ref(action)
    _reason(action)


def _export(action: argparse.ArgumentParser) -> None:
    action.add_argument("file", metavar="FILE.xlsx")
    action.add_argument(
        "--as-at", metavar="DATE[THH:MM]", help="the register at the end of this day, or at this moment in UTC"
    )


def _import(action: argparse.ArgumentParser) -> None:
    action.add_argument("file", metavar="FILE.xlsx")
    action.add_argument("--dry-run", action="store_true", help="say what would change; nothing is written")
    action.add_argument("--unit", metavar="UNIT", help="unit of the money where the file states none")
    action.add_argument(
        "--sheet", action="append", default=[], metavar="NAME", help="read only this sheet (repeatable)"
    )


_ACTIONS: Final[dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]] = {
    "create": ("begin a scheme in the first stage", _create),
    "edit": ("change a scheme's case", _edit),
    "advance": ("give an approval; the last one needed moves the scheme on", _advance),
    "send-back": ("send a scheme back, with a reason", _send_back),
    "tick": ("tick an item of the gateway's checklist, on evidence", _tick),
    "untick": ("take a tick back, with a reason", _untick),
    "rate": ("set a rating by hand, or take it back", _rate),
    "meet": ("say that a condition of an approval is met", _meet),
    "withdraw": ("take a scheme out of the programme", _with_reason),
    "restore": ("bring a withdrawn scheme back", _with_reason),
    "export": ("write the whole register as a workbook", _export),
    "import": ("bring a register in from a workbook: all of it or nothing", _import),
}


def add_people(command: argparse.ArgumentParser) -> None:
    """Add `people` and what can be done with them."""
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION", parser_class=type(command))
    listing = actions.add_parser("list", help="who is known, and what they may do")
    listing.add_argument("--format", choices=("table", "csv", "json"), default="table")
    _asker(listing)
    about = {
        "add": "let the record know a person",
        "grant": "give a person a role",
        "revoke": "take a role away",
        "disable": "shut a person out",
        "enable": "let a person in again",
        "end-sessions": "end every session of a person",
    }
    for name, words in about.items():
        action = actions.add_parser(name, help=words)
        action.add_argument("email", metavar="EMAIL")
        if name == "add":
            action.add_argument("--name", default="", metavar="NAME", help="the person's name")
        if name in {"grant", "revoke"}:
            action.add_argument("role", metavar="ROLE", help="viewer, lead, pmo, approver, finance or administrator")
            action.add_argument("--approval", default="", metavar="NAME", help="an approver's: which approval")
            action.add_argument("--org", default="*", metavar="CODE", help="only for this organisation (default: all)")
        if name in {"disable", "enable"}:
            action.add_argument("--reason", default="", metavar="TEXT", help="why")
        _asker(action)


def add_weights(command: argparse.ArgumentParser) -> None:
    """Add `weights set`."""
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION", parser_class=type(command))
    action = actions.add_parser("set", help="set a risk weight from a day on")
    action.add_argument("--basis", required=True, metavar="BASIS", help="stage, rag or stage-and-rag")
    action.add_argument("--key", required=True, metavar="KEY", help='which, such as Planning, Red or "Planning, Red"')
    action.add_argument("--weight", required=True, metavar="WEIGHT", help="the part counted on, such as 70%% or 0.7")
    action.add_argument("--from", dest="start", required=True, metavar="DATE", help="the day from which it holds")
    _reason(action)
    _common(action)


def add_judge(command: argparse.ArgumentParser) -> None:
    """Add what `judge` takes."""
    command.add_argument("kind", metavar="KIND", help="one-off, map, scenario or chart")
    command.add_argument("key", metavar="NAME", help="what it is called among those of its kind")
    command.add_argument(
        "--with", dest="given", action="append", default=[], metavar="FIELD=VALUE", help="a field of it (repeatable)"
    )
    command.add_argument("--take-back", action="store_true", help="it no longer holds")
    command.add_argument(
        "--seen", metavar="VERSION", help="the version that is changed (0: none); refused where it is another by now"
    )
    _reason(command)
    _common(command)


def add_simulate(command: argparse.ArgumentParser) -> None:
    """Add what `simulate` takes."""
    command.add_argument("--runs", metavar="N", help="how many runs, 100 to 100,000 (default: 10,000)")
    command.add_argument("--seed", metavar="S", help="the same seed draws the same numbers (default: the setting's)")
    command.add_argument("--correlation", metavar="R", help="within a group, from 0 (independent) to 1 (together)")
    command.add_argument(
        "--probability", action="append", default=[], metavar="REF=PERCENT", help="another probability"
    )
    command.add_argument("--value", action="append", default=[], metavar="REF=POUNDS", help="another value in full")
    command.add_argument("--drop", action="append", default=[], metavar="REF", help="without a risk or mitigation")
    command.add_argument("--delay", action="append", default=[], metavar="REF=MONTHS", help="a scheme so much later")
    command.add_argument("--save", metavar="NAME", help="keep what is changed as a scenario of this name")
    command.add_argument("--reason", default="", metavar="TEXT", help="why it is kept")
    command.add_argument("--month", help="month 1 to 12 (default: the newest that has data)")
    command.add_argument("--format", choices=("table", "csv", "json"), default="table")
    command.add_argument("--unit", default="thousands", help="unit of money: pounds, thousands (default) or millions")
    command.set_defaults(as_at=None)
    _common(command)


def _ref(action: argparse.ArgumentParser) -> None:
    action.add_argument("ref", metavar="REF", help="the scheme's reference")


def _reason(action: argparse.ArgumentParser) -> None:
    action.add_argument("--reason", required=True, metavar="TEXT", help="why")


def _common(action: argparse.ArgumentParser) -> None:
    action.add_argument("--org", metavar="CODE", help="organisation (default: the only one that keeps a register)")
    action.add_argument("--year", help="financial year, such as 2018/19 (default: its newest)")
    action.add_argument("--on", metavar="DATE", help=ON)
    _asker(action)


def _asker(action: argparse.ArgumentParser) -> None:
    action.add_argument("--by", metavar="EMAIL", help=BY)
    action.add_argument("--db", metavar="PATH", help="the record: a path or a database URL (default: the setting's)")
