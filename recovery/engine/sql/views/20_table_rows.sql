-- The rows of one submission's table as they are shown: those of the source, and a total for each flow and a net
-- position where the source has none.  `place` is where a row stands; an added row has a row_order below nought.
CREATE OR REPLACE MACRO table_rows(table_name, id) AS TABLE
WITH source AS MATERIALIZED (
    SELECT row_order, kind, flow, parts_from, parts_to
    FROM query_table(table_name)
    WHERE submission = id
),
flows AS MATERIALIZED (
    SELECT
        flow,
        count(*) FILTER (kind = 'line') AS lines,
        min(row_order) FILTER (kind = 'line') AS first_line,
        max(row_order) FILTER (kind = 'line') AS last_line,
        max(parts_to - parts_from) FILTER (kind = 'total') AS widest_total,
        count(*) FILTER (kind = 'net') AS nets,
        max(row_order) FILTER (kind IN ('line', 'part', 'baseline', 'total')) AS last_row,
        max(max(row_order)) OVER () AS last_of_all,
        bool_or(flow = 'income' AND count(*) FILTER (kind = 'line') > 0) OVER () AS has_income
    FROM source
    WHERE flow <> 'memorandum'
    GROUP BY flow
)
SELECT row_order, row_order::DOUBLE AS place, kind, flow, parts_from, parts_to, NULL AS added_label
FROM source
UNION ALL
SELECT
    -2 - last_row,
    last_row + 0.5,
    'total',
    flow,
    0,
    last_line,
    CASE WHEN flow = 'income' THEN 'Total income' WHEN has_income THEN 'Total expenditure' ELSE 'Total' END
FROM flows
WHERE lines > (flow = 'income')::INTEGER AND coalesce(widest_total, -1) < last_line - first_line
UNION ALL
SELECT -1, max(last_of_all) + 0.9, 'net', '', NULL, NULL, 'Net position'
FROM flows
HAVING sum(nets) = 0 AND max(has_income::INTEGER) = 1 AND count(*) FILTER (flow = 'expenditure' AND lines > 0) = 1;
