-- The month-end position as re-added: variances from budget and actual, totals and the net position from the lines.
CREATE OR REPLACE MACRO position_readded(id) AS TABLE
SELECT
    shown.row_order,
    shown.place,
    shown.kind,
    shown.flow,
    shown.added_label IS NOT NULL AS added,
    coalesce(max(own.line) FILTER (shown.part = shown.row_order), shown.added_label) AS line,
    sum(sign * own.ytd_budget) AS ytd_budget,
    sum(sign * own.ytd_actual) AS ytd_actual,
    favourable(shown.flow, shown.kind, sum(sign * own.ytd_budget), sum(sign * own.ytd_actual)) AS ytd_variance,
    sum(sign * own.annual_budget) AS annual_budget,
    sum(sign * own.forecast_outturn) AS forecast_outturn,
    favourable(shown.flow, shown.kind, sum(sign * own.annual_budget), sum(sign * own.forecast_outturn))
        AS forecast_variance
FROM parts_of('position', id) AS shown
LEFT JOIN position AS own ON own.submission = id AND own.row_order = shown.part
GROUP BY shown.row_order, shown.place, shown.kind, shown.flow, shown.added_label;
