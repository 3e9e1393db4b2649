"""The gateways once more, in the plainest Python there is: what the state machine holds the programme against."""

from __future__ import annotations

from dataclasses import dataclass, field

LEAD, PMO, DEPUTY = "lead@trust.example", "pmo@trust.example", "deputy@trust.example"
FINANCE, APPROVER, STRANGER = "finance@trust.example", "approver@trust.example", "stranger@trust.example"
EVERYBODY = (LEAD, PMO, DEPUTY, FINANCE, APPROVER, STRANGER)
OFFICE = {PMO, DEPUTY}

GATES = (
    {"finance-review": {FINANCE}, "management-executive-review": {APPROVER}},
    {"clinical-executive-committee-review": {APPROVER}, "impact-assessors-sign-off": {APPROVER}},
    {"pmo-plan-review": OFFICE},
    {"pmo-able-to-monitor": OFFICE},
    {"pmo-benefits-delivered": OFFICE},
    {"pmo-records-closed": OFFICE},
)
"""By stage: the approvals needed to leave it, and who may give each."""
TICKED = {2: "plan-agreed", 5: "lessons"}
"""By stage: the item that only a tick can meet."""
NO_SRO, SHORT_PLAN = "no SRO", "plan too short"
FAILS = {NO_SRO: {0, 1}, SHORT_PLAN: {1, 2, 3}, "": set()}
"""By what is wrong with a case: the stages that it cannot leave."""


@dataclass
class Plain:
    """A scheme, as little of it as the gateways need."""

    lead: str
    value: int
    defect: str
    named: set[str]
    stage: int = 0
    status: str = "live"
    given: dict[str, str] = field(default_factory=dict)
    ticked: bool = False
    open_conditions: int = 0
    version: int = 1
    case_version: int = 1


class PlainModel:
    """Says of each command whether it is allowed, and if so what follows from it."""

    def __init__(self) -> None:
        self.schemes: dict[str, Plain] = {}

    def create(self, who: str, ref: str, lead: str, value: int, defect: str) -> bool:
        if who not in OFFICE | {LEAD} or ref in self.schemes:
            return False
        self.schemes[ref] = Plain(lead, value, defect, {lead})
        return True

    def bring_in(self, who: str, ref: str, lead: str, value: int, at: tuple[int, str]) -> bool:
        """Bring a scheme in where it stands; one that is there has to stand there, and is edited if it differs."""
        one = self.schemes.get(ref)
        if who not in OFFICE:
            return False
        if one is None:
            self.schemes[ref] = Plain(lead, value, "", {lead}, at[0], at[1])
            return True
        if (one.stage, one.status) != at:
            return False
        return (lead, value, "") == (one.lead, one.value, one.defect) or self.edit(who, ref, lead, (value, ""), None)

    def edit(self, who: str, ref: str, lead: str, money: tuple[int, str], seen: int | None) -> bool:
        one = self.live(ref)
        if one is None or not (who in OFFICE | {FINANCE} or (who == LEAD == one.lead)):
            return False
        if seen is not None and seen < one.case_version:
            return False
        value, defect = money
        if (lead, value, defect) == (one.lead, one.value, one.defect):
            return True
        material = value != one.value or (defect == SHORT_PLAN) != (one.defect == SHORT_PLAN)
        one.lead, one.value, one.defect = lead, value, defect
        one.named.add(lead)
        one.version += 1
        one.case_version = one.version
        kept = {approval: by for approval, by in one.given.items() if by != lead and not material}
        if kept != one.given:
            one.given = kept
            one.version += 1
        return True

    def approve(self, who: str, ref: str, approval: str, evidence: str, conditions: int) -> bool:
        one = self.live(ref)
        if one is None or approval not in GATES[one.stage] or approval in one.given:
            return False
        if who not in GATES[one.stage][approval] or who in one.named:
            return False
        last = {*one.given, approval} == set(GATES[one.stage])
        ticked = one.ticked or one.stage not in TICKED or (last and evidence != "")
        ready = one.stage not in FAILS[one.defect] and ticked and not (one.stage == 5 and one.open_conditions)
        if (conditions and one.stage == 5) or not (ready or conditions):
            return False
        one.open_conditions += conditions
        one.given[approval] = who
        one.version += 1
        if last:
            one.version += 1
            self.onward(one)
        return True

    @staticmethod
    def onward(one: Plain) -> None:
        if one.stage == 5:
            one.status = "closed"
        else:
            one.stage, one.given, one.ticked = one.stage + 1, {}, False

    def send_back(self, who: str, ref: str, to: int | None) -> bool:
        one = self.live(ref)
        if one is None or who not in OFFICE | set().union(*GATES[one.stage].values()):
            return False
        target = max(one.stage - 1, 0) if to is None else to
        if target > one.stage:
            return False
        one.stage, one.given, one.ticked = target, {}, False
        one.version += 1
        return True

    def tick(self, who: str, ref: str, item: str) -> bool:
        one = self.live(ref)
        if one is None or not self.keeps(who, one) or TICKED.get(one.stage) != item:
            return False
        one.ticked = True
        one.version += 1
        return True

    def meet(self, who: str, ref: str, *, is_open: bool) -> bool:
        one = self.live(ref)
        if one is None or not self.keeps(who, one) or not is_open:
            return False
        one.open_conditions -= 1
        one.version += 1
        return True

    def withdraw(self, who: str, ref: str) -> bool:
        return self.turn(who, ref, "live", "withdrawn")

    def restore(self, who: str, ref: str) -> bool:
        return self.turn(who, ref, "withdrawn", "live")

    def turn(self, who: str, ref: str, before: str, after: str) -> bool:
        one = self.schemes.get(ref)
        if one is None or who not in OFFICE or one.status != before:
            return False
        one.status = after
        one.version += 1
        return True

    def live(self, ref: str) -> Plain | None:
        one = self.schemes.get(ref)
        return one if one and one.status == "live" else None

    @staticmethod
    def keeps(who: str, one: Plain) -> bool:
        return who in OFFICE or (who == LEAD == one.lead)

    def total(self) -> int:
        return sum(one.value for one in self.schemes.values() if one.status != "withdrawn")
