-- The published stage by area matrix as re-added, one row a cell: areas and memorandum lines across the stages, totals
-- down from the lines, gaps from the target.  A row without a target has no gap.
CREATE OR REPLACE MACRO qipp_gateway_readded(id) AS TABLE
WITH cells AS MATERIALIZED (
    SELECT shown.row_order, cell.field, cell.stage, cell.measure, sum(sign * cell.amount) AS amount
    FROM parts_of('qipp_gateway', id) AS shown
    LEFT JOIN qipp_gateway_cells(id) AS cell ON cell.row_order = shown.part
    GROUP BY shown.row_order, cell.field, cell.stage, cell.measure
),
across AS MATERIALIZED (
    SELECT
        row_order,
        coalesce(sum(amount) FILTER (measure = 'count' AND stage > 0), 0) AS excluding_count,
        coalesce(sum(amount) FILTER (measure = 'value' AND stage > 0), 0) AS excluding_value,
        coalesce(sum(amount) FILTER (measure = 'count'), 0) AS including_count,
        coalesce(sum(amount) FILTER (measure = 'value'), 0) AS including_value,
        sum(amount) FILTER (measure = 'target') AS target
    FROM cells
    GROUP BY row_order
)
SELECT row_order, field, amount
FROM cells
WHERE amount IS NOT NULL
UNION ALL
SELECT
    row_order,
    unnest([
        'total_excluding_pipeline_count', 'total_excluding_pipeline_value', 'total_including_pipeline_count',
        'total_including_pipeline_value', 'gap_excluding_pipeline', 'gap_including_pipeline'
    ]),
    unnest([
        excluding_count, excluding_value, including_count, including_value, target - excluding_value,
        target - including_value
    ])
FROM across;
