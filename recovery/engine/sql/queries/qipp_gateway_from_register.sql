-- What does the register give for the stage by area matrix, cell by cell?  An area without a target has a target of
-- nought in its gap, as long as there are targets at all.
WITH areas AS (
    FROM qipp_areas($register, $organisation, $year, $as_at, $control, $targets)
),
shown AS (
    SELECT key, place, 'line' AS kind, area, target, (SELECT count(target) FROM areas) > 0 AS has_targets
    FROM areas
    UNION ALL
    SELECT NULL, count(*) + 1, 'total', NULL, sum(target), count(target) > 0
    FROM areas
),
by_stage AS (
    SELECT shown.place, held.*
    FROM shown
    JOIN qipp_by_stage($register, $organisation, $year, $as_at) AS held ON held.area_key IS NOT DISTINCT FROM shown.key
),
across AS (
    SELECT
        shown.*,
        coalesce(sum(schemes), 0) AS including_count,
        coalesce(sum(net_value), 0) AS including_value,
        coalesce(sum(schemes) FILTER (stage > 0), 0) AS excluding_count,
        coalesce(sum(net_value) FILTER (stage > 0), 0) AS excluding_value
    FROM shown
    LEFT JOIN by_stage USING (place)
    GROUP BY ALL
),
stages AS (
    SELECT number, replace(name_key(name), ' ', '_') AS field
    FROM programme_stage
    WHERE programme = CASE WHEN $register = 0 THEN $programme ELSE '' END
),
cells AS (
    SELECT place, stages.field || '_count' AS field, schemes::DECIMAL(38, 2) AS amount
    FROM by_stage JOIN stages ON stages.number = by_stage.stage
    UNION ALL
    SELECT place, stages.field || '_value', net_value
    FROM by_stage JOIN stages ON stages.number = by_stage.stage
    UNION ALL
    SELECT place, 'total_excluding_pipeline_count', excluding_count FROM across
    UNION ALL
    SELECT place, 'total_excluding_pipeline_value', excluding_value FROM across
    UNION ALL
    SELECT place, 'total_including_pipeline_count', including_count FROM across
    UNION ALL
    SELECT place, 'total_including_pipeline_value', including_value FROM across
    UNION ALL
    SELECT place, 'target', target FROM across WHERE target IS NOT NULL
    UNION ALL
    SELECT place, 'gap_excluding_pipeline', coalesce(target, 0) - excluding_value FROM across WHERE has_targets
    UNION ALL
    SELECT place, 'gap_including_pipeline', coalesce(target, 0) - including_value FROM across WHERE has_targets
)
SELECT shown.place, shown.kind, shown.area, cells.field, cells.amount
FROM shown
JOIN cells USING (place)
ORDER BY shown.place;
