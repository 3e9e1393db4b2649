"""The month-end variance page as one would write it plainly: cached queries, plotly.express, Streamlit's own table."""

from pathlib import Path

import duckdb
import pandas as pd
import plotly.express as px
import streamlit as st

DEMO = Path(__file__).resolve().parents[2] / "data" / "demo"
MONTHS = {"1": "April", "2": "May", "3": "June"}


@st.cache_resource
def database() -> duckdb.DuckDBPyConnection:
    """Return the position of all months in DuckDB."""
    connection = duckdb.connect()
    files = {month: DEMO / f"month-{int(month):02d}" / "position.csv" for month in MONTHS}
    frames = [pd.read_csv(path, header=1).assign(month=int(month)) for month, path in files.items()]
    connection.register("frame", pd.concat(frames))
    connection.execute("CREATE TABLE position AS SELECT * FROM frame")
    return connection


@st.cache_data
def position(month: int) -> pd.DataFrame:
    """Return one month's position."""
    return database().cursor().execute("SELECT * EXCLUDE month FROM position WHERE month = ?", [month]).df()


st.set_page_config(page_title="Variance", layout="wide")
months = list(MONTHS)
chosen = st.query_params.get("month", "3")
month = st.sidebar.selectbox("Month", months, index=months.index(chosen), format_func=MONTHS.get)
frame = position(int(month))
lines = frame[~frame["line"].isin(["Allocation", "Total Expenditure", "In year deficit"])]
total = frame[frame["line"] == "Total Expenditure"].iloc[0]
st.title("Month-end variance")
st.write(f"Spend is £{abs(total['ytd_variance']):,.0f}k from plan in {MONTHS[month]}.")
heads = ("ytd_budget", "ytd_actual", "ytd_variance", "forecast_outturn", "forecast_variance")
for column, head in zip(st.columns(len(heads)), heads, strict=True):
    column.metric(head, f"{total[head]:,.0f}")
for head in ("ytd_variance", "forecast_variance"):
    st.plotly_chart(px.bar(lines, x=head, y="line", orientation="h", color=lines[head] > 0), key=head)
st.dataframe(frame)
st.download_button("Download", frame.to_csv(index=False), "position.csv")
