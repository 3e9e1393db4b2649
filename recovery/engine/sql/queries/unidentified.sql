-- How much of each area's target has no scheme yet, the pipeline included?
WITH areas AS (
    FROM qipp_areas($register, $organisation, $year, $as_at, $control, $targets)
),
identified AS (
    SELECT name_key(area) AS key, sum(net_value) AS net_value
    FROM register_values($register, $organisation, $year, $as_at)
    GROUP BY name_key(area)
)
SELECT
    areas.area,
    areas.target,
    coalesce(identified.net_value, 0) AS identified,
    greatest(coalesce(areas.target, 0) - coalesce(identified.net_value, 0), 0) AS unidentified,
    greatest(coalesce(identified.net_value, 0) - coalesce(areas.target, 0), 0) AS over_identified
FROM areas
LEFT JOIN identified ON identified.key = areas.key
ORDER BY areas.place;
