"""How the rows of a finance table are called, by the part they play in it."""

from __future__ import annotations

from typing import Final

LINES: Final = (
    "Acute",
    "Mental Health",
    "Community",
    "Continuing Care",
    "Prescribing",
    "Primary Care",
    "Running Costs",
    "Other programme",
    "Hospital contracts",
    "Learning disability",
    "Ambulance & 111",
    "Children's services",
    "Better Care Fund",
    "Delegated GP",
    "Specialist placements",
    "Estates",
)
INCOME: Final = (
    "Allocation",
    "Revenue Resource Limit",
    "Resource limit (confirmed)",
    "Income",
    "RRL",
    "Confirmed allocation",
)
TOTALS: Final = (
    "Total",
    "Total expenditure",
    "Total spend",
    "TOTAL",
    "Grand Total",
    "Overall spend",
    "Expenditure total",
    "Total Commissioning Expenditure",
)
NETS: Final = (
    "In year deficit",
    "Surplus/(deficit)",
    "In-year surplus / (deficit)",
    "Net position",
    "Surplus / Deficit",
)
ROLES: Final = {
    "income": {"kind": "line", "flow": "income"},
    "line": {"kind": "line", "flow": "expenditure"},
    "total": {"kind": "total"},
    "net": {"kind": "net"},
}
"""What is to be understood of a row by the part it plays."""
