-- The published stage by area matrix cell by cell, with the stage (0 is the pipeline) and the measure of each cell.
CREATE OR REPLACE MACRO qipp_gateway_cells(id) AS TABLE
WITH cells AS (
    UNPIVOT (
        SELECT row_order, COLUMNS(name -> (name LIKE '%_count' OR name LIKE '%_value' OR name = 'target')
            AND name NOT LIKE 'total_%')::DECIMAL(28, 4)
        FROM qipp_gateway
        WHERE submission = id
    )
    ON COLUMNS(* EXCLUDE (row_order))
    INTO NAME field VALUE amount
)
SELECT row_order, field, stage.number AS stage, CASE field WHEN 'target' THEN field ELSE field[-5:] END AS measure, amount
FROM cells
LEFT JOIN stage ON cells.field[:-7] = replace(lower(stage.name), ' ', '_');
