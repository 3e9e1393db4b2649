-- The forecast outturn beside what the rates so far come to, for one position at a month.
-- Budget-phased is nil for a line without a budget to date.  In a total such a line counts with what it has spent and
-- the budget still to come, so that a contingency that is budgeted only for later months is not lost.
CREATE OR REPLACE MACRO forecast(id, month) AS TABLE
WITH summed AS (
    SELECT
        shown.row_order,
        shown.place,
        shown.kind,
        shown.flow,
        shown.added_label IS NOT NULL AS added,
        coalesce(max(own.line) FILTER (shown.part = shown.row_order), shown.added_label) AS line,
        max(own.forecast_outturn) FILTER (shown.part = shown.row_order) AS printed,
        sum(sign * own.forecast_outturn) AS from_lines,
        sum(sign * own.ytd_actual) AS ytd_actual,
        max(own.phased) FILTER (shown.part = shown.row_order) AS phased,
        sum(sign * coalesce(own.phased, added_up(own.ytd_actual, added_up(own.annual_budget, -own.ytd_budget))))
            AS phased_from_lines
    FROM parts_of('position', id) AS shown
    LEFT JOIN (
        SELECT *, pounds_in_proportion(ytd_actual, annual_budget, ytd_budget) AS phased
        FROM position
        WHERE submission = id
    ) AS own ON own.row_order = shown.part
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
    pounds_in_proportion(added_up(from_lines, -ytd_actual), 1, 12 - month) AS required_monthly_run_rate,
    pounds_in_proportion(ytd_actual, 1, month) AS ytd_monthly_run_rate
FROM summed;
