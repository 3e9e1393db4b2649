"""The risk register of months 1 to 3: invented risks whose sums are the summary of risks of the month, line by line.

Of each line of the summary the register holds what is in the position, the rest of the gross risk with a probability,
and a mitigation that brings the expected value down to the mitigated risk that is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from making import risks, tables

MILLION = Decimal(1_000_000)
HUNDRED = Decimal(100)
ANSWERED_BY = (Decimal(50), Decimal(80), Decimal(40))  # how likely mitigations are, in turn; 100 divides them evenly
SCHEMES_NAMED = 2  # of the schemes of an area, the largest have a risk of their own
WRONG = ("R05", 3)  # a potential value that is not gross value × probability, as happens: to be found
GROUPS = {"Total": "Contingency"}  # the rows below the total of the summary
Row = dict[str, Any]


def register(month: int, schemes: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Return one month's risks and mitigations in pounds."""
    rough = tables.read(tables.HERE / "risk_register.csv", titled=False)
    printed = [row for row in _summary(month) if row["group"] not in {"Plan", "Total"} or row["risk"] == "Contingency"]
    found: list[Row] = []
    for number, (about, line) in enumerate(zip(rough, printed, strict=True)):
        amounts = [_pounds(line[name]) for name in ("total_risk", "mitigated_risk", "in_forecast")]
        rows = _mitigations(about, *amounts[1:]) if about["ref"].startswith("M") else _risks(about, amounts, schemes)
        answer = ANSWERED_BY[number % len(ANSWERED_BY)]
        found += [
            _full(about, GROUPS.get(str(line["group"]), str(line["group"])), row)
            for row in _answered(about, list(rows), amounts, answer)
        ]
    _spoil(found, month)
    return found


def _summary(month: int) -> list[dict[str, Any]]:
    published = month == 3  # noqa: PLR2004 - the month that was published
    return list(tables.read(tables.DEMO / "month-03" / "risks.csv")) if published else risks.risks(month)


def _pounds(text: object) -> Decimal:
    return Decimal(str(text)) * MILLION if text not in {"", None} else Decimal(0)


def _mitigations(about: Mapping[str, str], mitigated: Decimal, held: Decimal) -> Iterator[Row]:
    """Give what the forecast holds of a mitigation of its own, and what it does not."""
    chance = Decimal(about["probability"])
    if held:
        yield _in_position(about, held)
    if mitigated - held:
        yield {"ref": about["ref"], "gross_value": (mitigated - held) * HUNDRED / chance, "probability": chance}


def _risks(about: Mapping[str, str], amounts: Sequence[Decimal], schemes: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    """Give what is in the position, then the rest of the gross risk, of which schemes have a part each."""
    total, mitigated, held = amounts
    if held:
        yield _in_position(about, held)
    rest = total - held
    needed = HUNDRED * (mitigated - held) / rest
    chance = max(Decimal(about["probability"]), -(-needed // 5) * 5)
    own = sorted((one for one in schemes if one["area"] == about["area"]), key=lambda one: -one["net_value"])
    for scheme, letter in zip(own[:SCHEMES_NAMED], "ab", strict=False):
        part = max(rest, Decimal(-scheme["net_value"] // 1000 * 1000))
        if part:
            yield {
                "ref": about["ref"] + letter,
                "gross_value": part,
                "probability": chance,
                "scheme_ref": scheme["ref"],
            }
        rest -= part
    if rest:
        yield {"ref": about["ref"], "gross_value": rest, "probability": chance}


def _in_position(about: Mapping[str, str], held: Decimal) -> Row:
    state = {"state": "In the position", "probability": HUNDRED}
    return {"ref": about["ref"] + "p", "gross_value": held, "in_forecast": held, **state}


def _answered(about: Mapping[str, str], rows: list[Row], amounts: Sequence[Decimal], answer: Decimal) -> list[Row]:
    """Add the mitigation that leaves of the risks what is printed as mitigated."""
    expected = sum((row["gross_value"] * row["probability"] / HUNDRED for row in rows), Decimal(0))
    missing = amounts[1] - expected
    if not missing:
        return rows
    value = missing * HUNDRED / answer
    kind = {"type": "Mitigation", "title": about["answer"], "mitigation_kind": about["kind"]}
    linked = {"linked_risk": rows[-1]["ref"], "start_by": about["start_by"]}
    return [*rows, {"ref": f"M{about['ref'][1:]}", "gross_value": value, "probability": answer, **kind, **linked}]


def _full(about: Mapping[str, str], group: str, row: Row) -> Row:
    """Return a row with all its columns; a range is as far either side of the likely value, which is the gross one."""
    is_own = about["ref"].startswith("M")
    kind = row.get("type", "Mitigation" if is_own else "Risk")
    gross, chance = row["gross_value"], row["probability"]
    reach = Decimal(about["range"] or 0) / HUNDRED if kind == "Risk" and "state" not in row else Decimal(0)
    low, likely, high = (gross * (1 + side * reach) if reach else "" for side in (-1, 0, 1))
    mitigation = {"mitigation_kind": about["kind"], "start_by": "" if "state" in row else about["start_by"]}
    own = mitigation if is_own else {}
    return {
        "ref": row["ref"],
        "title": row.get("title", about["title"]),
        "type": kind,
        "state": row.get("state", "Open"),
        "group": group,
        "gross_value": _plain(gross),
        "probability": f"{chance.normalize():f}%",
        "low_value": _plain(low),
        "likely_value": _plain(likely),
        "high_value": _plain(high),
        "potential_value": _plain(gross * chance / HUNDRED),
        "in_forecast": _plain(row.get("in_forecast", Decimal(0))),
        "first_month": about["first_month"],
        "last_month": about["last_month"],
        "recurrent": about["recurrent"],
        "owner": about["owner"],
        "line": about["line"],
        "scheme_ref": row.get("scheme_ref", ""),
        "linked_risk": row.get("linked_risk", ""),
        "mitigation_kind": row.get("mitigation_kind", own.get("mitigation_kind", "")),
        "start_by": row.get("start_by", own.get("start_by", "")),
    }


def _plain(value: Decimal | str) -> str:
    """Return an amount without exponent or needless noughts."""
    if isinstance(value, str):
        return value
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def _spoil(rows: Sequence[Row], month: int) -> None:
    """Print one potential value wrong in the last month."""
    ref, when = WRONG
    for row in rows:
        if (row["ref"], month) == (ref, when):
            row["potential_value"] = _plain(Decimal(row["potential_value"]) - 50_000)
