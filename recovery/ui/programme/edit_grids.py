"""The grids of the edit page: what can be typed or pasted into each column, and the lists they give back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import streamlit as st
from streamlit.column_config import CheckboxColumn, DateColumn, NumberColumn, SelectboxColumn, TextColumn

from recovery.programme.scheme import EQUALITY, QUALITY
from recovery.ui.markup import escape, paragraph
from recovery.ui.programme import grids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streamlit.delta_generator import DeltaGenerator

    from recovery.programme.scheme import Scheme

POUNDS: Final = "accounting"
MONTHLY: Final = {name: pa.float64() for name in grids.SHORT}
PROFILE: Final = {
    "Month": pa.string(),
    **{f"{title}{once}": pa.float64() for once in ("", grids.ONCE) for title in grids.PARTS},
}
MILESTONES: Final = {"Milestone": pa.string(), "Due": pa.date32(), "Now expected": pa.date32(), "Done": pa.date32()}
KPIS: Final = {
    "KPI": pa.string(), "Unit": pa.string(), "Baseline": pa.float64(), "Target": pa.float64(),
    "Direction": pa.string(), **MONTHLY,
}  # fmt: skip
RISKS: Final = {
    "Risk": pa.string(), "Likelihood": pa.int64(), "Consequence": pa.int64(), "Mitigation": pa.string(),
    "Owner": pa.string(), "Open": pa.bool_(),
}  # fmt: skip
ASSESSMENTS: Final = {
    "Assessment": pa.string(), "Stage 1 score": pa.int64(), "Stage 2 needed": pa.bool_(), "Stage 2 score": pa.int64(),
    "Outcome": pa.string(), "Assessor": pa.string(), "Date": pa.date32(),
}  # fmt: skip
ACTIVITY: Final = {"Measure": pa.string(), "Point of delivery": pa.string(), **MONTHLY}
WIDE: Final = "large"


def lists(scheme: Scheme, token: str, places: dict[str, DeltaGenerator]) -> dict[str, Any]:
    """Show every grid of a case under its heading; return what each holds now, by the case's field.

    `places` is given room beneath each grid for a message about it.
    """
    found: dict[str, Any] = {}
    for name, title, note, show in SECTIONS:
        st.html(f"<h2>{escape(title)}</h2>{paragraph(note, 'rf-source')}")
        found[name] = show(scheme, token)
        places[name] = st.container()
    return found


def profile(scheme: Scheme, token: str) -> Any:  # noqa: ANN401 - what the grid holds
    """Show the twelve months."""
    config = {"Month": TextColumn(disabled=True)} | {
        name: NumberColumn(f"{name}, £", format=POUNDS, step=0.01) for name in PROFILE if name != "Month"
    }
    rows = _grid(grids.profile_rows(scheme.profile), PROFILE, config, f"{token} profile", "Monthly profile", fixed=True)
    return grids.profile(rows)


def milestones(scheme: Scheme, token: str) -> Any:  # noqa: ANN401 - what the grid holds
    """Show the milestones."""
    dates = {name: DateColumn(format="DD/MM/YYYY") for name in ("Due", "Now expected", "Done")}
    config = {"Milestone": TextColumn(width=WIDE, max_chars=200)} | dates
    rows = _grid(grids.milestone_rows(scheme.milestones), MILESTONES, config, f"{token} milestones", "Milestones")
    return grids.milestones(rows)


def kpis(scheme: Scheme, token: str) -> Any:  # noqa: ANN401 - what the grid holds
    """Show the KPIs with their actuals by month."""
    better = list(grids.BETTER.values())
    config = {"KPI": TextColumn(width=WIDE, max_chars=200), "Direction": SelectboxColumn(options=better)}
    rows = _grid(grids.kpi_rows(scheme.kpis), KPIS, config, f"{token} kpis", "KPIs")
    return grids.kpis(rows)


def risks(scheme: Scheme, token: str) -> Any:  # noqa: ANN401 - what the grid holds
    """Show the risks."""
    scale = {name: NumberColumn(min_value=1, max_value=5, step=1) for name in ("Likelihood", "Consequence")}
    config = {"Risk": TextColumn(width=WIDE, max_chars=300), "Open": CheckboxColumn(default=True), **scale}
    return grids.risks(_grid(grids.risk_rows(scheme.risks), RISKS, config, f"{token} risks", "Risks"))


def assessments(scheme: Scheme, token: str) -> Any:  # noqa: ANN401 - what the grid holds
    """Show the quality and equality impact assessments."""
    score = {name: NumberColumn(min_value=0, max_value=25, step=1) for name in ("Stage 1 score", "Stage 2 score")}
    config = {
        "Assessment": SelectboxColumn(options=[QUALITY, EQUALITY], required=True),
        "Date": DateColumn(format="DD/MM/YYYY"), "Stage 2 needed": CheckboxColumn(default=False), **score,
    }  # fmt: skip
    found = grids.assessment_rows(scheme.assessments)
    return grids.assessments(_grid(found, ASSESSMENTS, config, f"{token} assessments", "Impact assessments"))


def activity(scheme: Scheme, token: str) -> Any:  # noqa: ANN401 - what the grid holds
    """Show the activity that the scheme moves, by measure, point of delivery and month."""
    config = {"Measure": TextColumn(max_chars=40, help="The activity code, as in the activity plan")}
    found = grids.activity_rows(scheme.activity)
    return grids.activity(_grid(found, ACTIVITY, config, f"{token} activity", "Activity"))


def _grid(  # noqa: PLR0913 - what a grid is made of
    rows: list[dict[str, Any]], kinds: Mapping[str, pa.DataType], config: dict[str, Any], key: str, name: str,
    *, fixed: bool = False,
) -> list[dict[str, Any]]:  # fmt: skip
    """Show rows in a grid of typed columns and return the rows as they have become."""
    held = pa.Table.from_pylist(rows, schema=pa.schema(list(kinds.items())))
    edited = st.data_editor(
        held, key=key, column_config=config, num_rows="fixed" if fixed else "dynamic", hide_index=True,
        placeholder="", height="auto" if not fixed else 35 * 13 + 3, alt=f"{name}: a grid to type or paste into",
    )  # fmt: skip
    found: list[dict[str, Any]] = edited.to_pylist()
    return found


SECTIONS: Final = (
    ("profile", "Monthly profile", "Net saving of each month in pounds. A block copied from Excel can be pasted in.",
     profile),
    ("milestones", "Milestones", "One row each; the last row is for a new one.", milestones),
    ("kpis", "KPIs", "Each with its baseline and target; actuals under their months.", kpis),
    ("risks", "Risks", "Likelihood and consequence from 1 (low) to 5 (high).", risks),
    ("assessments", "Quality and equality impact", "Stage 2 where stage 1 asks for it. Outcome in words.", assessments),
    ("activity", "Activity that it moves", "Planned change by month: less activity is negative.", activity),
)  # fmt: skip
