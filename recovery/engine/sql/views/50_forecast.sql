-- The forecast outturn by every method, for one position at a month (`forecast_lines` tells what it is asked with).
-- Budget-phased is nil for a line without a budget to date.  In a total such a line counts with what it has spent and
-- the budget still to come, so that a contingency that is budgeted only for later months is not lost.
-- A total's latest months are nil where a line of its own has none, or where a line has gone since the earlier month.
-- What the months left must come to is nil without a forecast; in a total too where a line that has spent has none.
-- A one-off item is taken off before a rate is carried on, and put back once: it has happened, but goes on no further.
CREATE OR REPLACE MACRO forecast(id, month, earlier, earlier_month, one_off_rows, one_off_pence, recent_pence) AS TABLE
WITH own AS MATERIALIZED (
    SELECT
        *,
        pounds_in_proportion(ytd_actual, annual_budget, ytd_budget) AS phased,
        pounds_in_proportion(ytd_actual - one_off, annual_budget, ytd_budget) + one_off AS steady_phased,
        added_up(ytd_actual, added_up(annual_budget, -ytd_budget)) AS as_budgeted
    FROM forecast_lines(id, earlier, earlier_month, one_off_rows, one_off_pence, recent_pence)
),
summed AS (
    SELECT
        shown.row_order,
        shown.place,
        shown.kind,
        shown.flow,
        CASE WHEN shown.flow = 'income' OR shown.kind = 'net' THEN 1 ELSE -1 END AS better,
        shown.added_label IS NOT NULL AS added,
        coalesce(max(own.line) FILTER (shown.part = shown.row_order), shown.added_label) AS line,
        max(own.forecast_outturn) FILTER (shown.part = shown.row_order) AS printed,
        sum(sign * own.forecast_outturn) AS from_lines,
        sum(sign * own.ytd_actual) AS ytd_actual,
        CASE WHEN NOT bool_or(sign IS NOT NULL AND own.forecast_outturn IS NULL AND coalesce(own.ytd_actual, 0) <> 0)
            THEN from_lines END AS to_hold,
        sum(sign * own.one_off) AS one_off,
        sum(sign * own.recent_one_off) AS recent_one_off,
        CASE WHEN NOT bool_or(own.is_new AND sign IS NOT NULL) AND NOT (
            shown.kind IN ('total', 'net')
            AND bool_or(own.flow IN (SELECT flow FROM flows_with_lines_gone(id, earlier)) AND sign IS NOT NULL)
        ) THEN sum(sign * (own.ytd_actual - own.earlier_actual)) END AS recent_actual,
        max(own.phased) FILTER (shown.part = shown.row_order) AS phased,
        sum(sign * coalesce(own.phased, as_budgeted)) AS phased_from_lines,
        max(own.steady_phased) FILTER (shown.part = shown.row_order) AS steady_phased,
        sum(sign * coalesce(own.steady_phased, as_budgeted)) AS steady_phased_from_lines
    FROM parts_of('position', id) AS shown
    LEFT JOIN own ON own.row_order = shown.part
    GROUP BY shown.row_order, shown.place, shown.kind, shown.flow, shown.added_label
)
SELECT
    row_order,
    place,
    kind,
    flow,
    added,
    line,
    CASE WHEN added THEN from_lines ELSE printed END AS reported,
    from_lines,
    pounds_in_proportion(ytd_actual, 12, month) AS straight_line,
    CASE WHEN kind IN ('total', 'net') THEN phased_from_lines ELSE phased END AS budget_phased,
    pounds_in_proportion(to_hold - coalesce(ytd_actual, 0), 1, 12 - month) AS required_monthly_run_rate,
    pounds_in_proportion(ytd_actual, 1, month) AS ytd_monthly_run_rate,
    -- (forecast - actual) / months left - actual / months gone, and that over actual / months gone, each divided once
    pounds_in_proportion(better * (month * to_hold - 12 * ytd_actual), 1, month * (12 - month)) AS improvement,
    percentage(better * (month * to_hold - 12 * ytd_actual), (12 - month) * abs(ytd_actual)) AS improvement_percent,
    ytd_actual + pounds_in_proportion(recent_actual, 12 - month, month - earlier_month) AS last_three_months,
    pounds_in_proportion(ytd_actual - one_off, 12, month) + one_off AS straight_line_without_one_offs,
    CASE WHEN kind IN ('total', 'net') THEN steady_phased_from_lines ELSE steady_phased END
        AS budget_phased_without_one_offs,
    ytd_actual + pounds_in_proportion(recent_actual - recent_one_off, 12 - month, month - earlier_month)
        AS last_three_months_without_one_offs,
    better * one_off AS one_offs,
    kind = 'total' AND flow = 'expenditure' AND place = max(place) FILTER (kind = 'total') OVER (PARTITION BY flow)
        AS is_spend
FROM summed;
