"""The month-end variance page as one would write it in Dash: `python -m benchmarks.plain.variance_in_dash PORT`."""

import sys
from pathlib import Path

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dash_table, dcc, html

DEMO = Path(__file__).resolve().parents[2] / "data" / "demo"
MONTHS = {1: "April", 2: "May", 3: "June"}
FRAMES = {month: pd.read_csv(DEMO / f"month-{month:02d}" / "position.csv", header=1) for month in MONTHS}

app = Dash(__name__)
app.layout = html.Div(
    [
        html.H1("Month-end variance"),
        html.Div([html.Button(name, id=f"month-{month}") for month, name in MONTHS.items()]),
        dcc.Store(id="month", data=3),
        html.P(id="said"),
        dcc.Graph(id="ytd"),
        dcc.Graph(id="year"),
        dash_table.DataTable(id="table"),
    ]
)


@app.callback(
    Output("month", "data"), [Input(f"month-{month}", "n_clicks") for month in MONTHS], prevent_initial_call=True
)
def choose(*_: int) -> int:
    """Keep the month whose button was pressed."""
    from dash import ctx

    return int(str(ctx.triggered_id).removeprefix("month-"))


@app.callback(
    Output("said", "children"), Output("ytd", "figure"), Output("year", "figure"), Output("table", "data"),
    Input("month", "data"),
)  # fmt: skip
def draw(month: int) -> tuple[object, ...]:
    """Draw one month."""
    frame = FRAMES[month]
    lines = frame[~frame["line"].isin(["Allocation", "Total Expenditure", "In year deficit"])]
    bars = [
        px.bar(lines, x=head, y="line", orientation="h", color=lines[head] > 0, title=f"{head} {MONTHS[month]}")
        for head in ("ytd_variance", "forecast_variance")
    ]
    return f"month {month} ({MONTHS[month]})", *bars, frame.to_dict("records")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
