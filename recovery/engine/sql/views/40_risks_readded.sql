-- Risks and mitigations as re-added: residual from mitigated less in forecast, totals and net position from the risks.
-- A total may hold the plan's own row or not, and a net position may take it off again or not: of the three ways to
-- read such a row (1 as the table lies, 2 without the plan's row, 3 with it) the one nearest to what it prints holds.
CREATE OR REPLACE MACRO risks_readded(id) AS TABLE
WITH own AS MATERIALIZED (
    SELECT row_order, kind, "group", risk, total_risk, mitigated_risk, in_forecast
    FROM risks
    WHERE submission = id
),
baseline AS (
    SELECT
        sum(total_risk) AS total_risk,
        sum(mitigated_risk) AS mitigated_risk,
        sum(in_forecast) AS in_forecast
    FROM own
    WHERE kind = 'baseline'
),
summed AS (
    SELECT
        shown.* EXCLUDE (part, sign),
        reading,
        sum(sign * part.total_risk) FILTER (reading = 1 OR part.kind <> 'baseline') AS total_risk,
        sum(sign * part.mitigated_risk) FILTER (reading = 1 OR part.kind <> 'baseline') AS mitigated_risk,
        sum(sign * part.in_forecast) FILTER (reading = 1 OR part.kind <> 'baseline') AS in_forecast
    FROM parts_of('risks', id) AS shown
    JOIN (VALUES (1), (2), (3)) AS readings(reading) ON reading = 1 OR shown.kind IN ('total', 'net')
    LEFT JOIN own AS part ON part.row_order = shown.part
    GROUP BY ALL
),
read_each_way AS (
    SELECT
        summed.* EXCLUDE (total_risk, mitigated_risk, in_forecast),
        CASE WHEN reading = 3 THEN added_up(summed.total_risk, baseline.total_risk) ELSE summed.total_risk END
            AS total_risk,
        CASE WHEN reading = 3 THEN added_up(summed.mitigated_risk, baseline.mitigated_risk)
            ELSE summed.mitigated_risk END AS mitigated_risk,
        CASE WHEN reading = 3 THEN added_up(summed.in_forecast, baseline.in_forecast) ELSE summed.in_forecast END
            AS in_forecast
    FROM summed
    CROSS JOIN baseline
)
SELECT
    sums.row_order,
    sums.place,
    sums.kind,
    sums.flow,
    sums.added_label IS NOT NULL AS added,
    coalesce(printed."group", '') AS "group",
    coalesce(printed.risk, sums.added_label) AS risk,
    sums.total_risk,
    sums.mitigated_risk,
    sums.in_forecast,
    added_up(sums.mitigated_risk, -sums.in_forecast) AS residual_risk
FROM read_each_way AS sums
LEFT JOIN own AS printed USING (row_order)
QUALIFY row_number() OVER (
    PARTITION BY sums.row_order
    ORDER BY
        coalesce(abs(printed.total_risk - coalesce(sums.total_risk, 0)), 0)
            + coalesce(abs(printed.mitigated_risk - coalesce(sums.mitigated_risk, 0)), 0)
            + coalesce(abs(printed.in_forecast - coalesce(sums.in_forecast, 0)), 0),
        reading
) = 1;
