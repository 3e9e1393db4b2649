"""What each approval rests on, in words that name the paper, the meeting or the check."""

from __future__ import annotations

import datetime as dt

from making.courses import Course

WORDS = {
    "finance-review": (
        "Saving rebuilt from the price and volume of the last twelve months; agrees to the case",
        "Budget line and phasing agreed with the budget holder",
        "Costing checked against the contract price list; investment taken off",
    ),
    "management-executive-review": (
        "Minute {minute} of the management executive of {day}: into the programme",
        "Minute {minute} of the management executive of {day}: accepted after questions on timing",
    ),
    "clinical-executive-committee-review": (
        "Minute {minute} of the clinical executive committee of {day}: supported",
        "Minute {minute} of the clinical executive committee of {day}: supported, no harm to patients seen",
    ),
    "impact-assessors-sign-off": (
        "Quality and equality assessments read and signed on {day}",
        "Both assessments discussed with the lead on {day}; scores stand",
    ),
    "pmo-plan-review": (
        "Plan on file: letters of those who have to act, milestones and profile read on {day}",
        "Plan read line by line with the lead on {day}; agreement of the practices on file",
    ),
    "pmo-able-to-monitor": (
        "Ledger code and KPI return tried with the month's figures on {day}",
        "Two months of actuals agree to the ledger; KPI comes with the monthly data",
    ),
}


def evidence(course: Course, approval: str, day: dt.date) -> str:
    """Return the evidence of one approval."""
    number = int(course.ref[-2:])
    words = WORDS[approval]
    date = f"{day.day} {day:%B %Y}"
    return words[number % len(words)].format(minute=3 + number % 11, day=date)
