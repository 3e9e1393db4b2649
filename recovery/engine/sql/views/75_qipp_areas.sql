-- The areas of the stage by area matrix in the order in which they show, each with its target: those of the control
-- table, else of the targets, else of the register; areas that only the register or the targets have come after.
CREATE OR REPLACE MACRO qipp_areas(register, organisation, year, as_at, control, targets) AS TABLE
WITH named AS (
    SELECT 1 AS source, row_order, area, target
    FROM qipp_gateway
    WHERE submission = control AND kind = 'line' AND flow <> 'memorandum'
    UNION ALL
    SELECT 2, row_order, area, target
    FROM qipp_targets
    WHERE submission = targets AND kind = 'line'
    UNION ALL
    SELECT 3, row_order, area, NULL
    FROM register_values(register, organisation, year, as_at)
)
SELECT
    name_key(area) AS key,
    row_number() OVER (ORDER BY min((source, row_order))) AS place,
    arg_min(area, (source, row_order)) AS area,
    CASE
        WHEN targets IS NOT NULL THEN sum(target) FILTER (source = 2)
        ELSE sum(target) FILTER (source = 1)
    END AS target
FROM named
GROUP BY name_key(area);
