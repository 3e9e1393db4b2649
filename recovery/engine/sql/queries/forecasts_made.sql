-- What was forecast month by month, and what came, for every finished year of an organisation: of each line, of all
-- spend and of the net position?  What came is month 12's actual, else the outturn that the next year's plan prints.
-- Lines are compared by name within a year; a line that stands twice in a table counts as one.
WITH held AS (
    SELECT id, year, month
    FROM submission
    WHERE organisation = $organisation AND dataset = 'position' AND month IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY year, month ORDER BY id DESC) = 1
),
plans AS (
    SELECT id, year - 1 AS year
    FROM submission
    WHERE organisation = $organisation AND dataset = 'financial-plan'
    QUALIFY row_number() OVER (PARTITION BY year ORDER BY id DESC) = 1
),
own AS (
    SELECT
        year, month, flow, name_key(line) AS name, arg_max(line, row_order) AS line, min(row_order) AS place,
        sum(forecast_outturn) AS forecast, sum(ytd_actual) AS actual
    FROM position
    JOIN held ON held.id = position.submission
    WHERE kind IN ('line', 'contingency') AND flow <> 'memorandum'
    GROUP BY year, month, flow, name_key(line)
),
planned AS (
    SELECT year, flow, name_key(line) AS name, sum(forecast_outturn_prior) AS outturn
    FROM financial_plan
    JOIN plans ON plans.id = financial_plan.submission
    WHERE kind IN ('line', 'contingency') AND flow <> 'memorandum'
    GROUP BY year, flow, name_key(line)
),
levels AS (
    SELECT year, month, 'line' AS kind, flow, name, line, place, forecast, actual FROM own
    UNION ALL
    SELECT year, month, 'total', 'expenditure', '', NULL, NULL, sum(forecast), sum(actual)
    FROM own
    WHERE flow = 'expenditure'
    GROUP BY year, month
    UNION ALL
    SELECT
        year, month, 'net', '', '', NULL, NULL,
        sum(CASE WHEN flow = 'income' THEN forecast ELSE -forecast END),
        sum(CASE WHEN flow = 'income' THEN actual ELSE -actual END)
    FROM own
    GROUP BY year, month
    HAVING bool_or(flow = 'income') AND bool_or(flow = 'expenditure')
),
plan_levels AS (
    SELECT year, 'line' AS kind, flow, name, outturn FROM planned
    UNION ALL
    SELECT year, 'total', 'expenditure', '', sum(outturn) FROM planned WHERE flow = 'expenditure' GROUP BY year
    UNION ALL
    SELECT year, 'net', '', '', sum(CASE WHEN flow = 'income' THEN outturn ELSE -outturn END)
    FROM planned
    GROUP BY year
    HAVING bool_or(flow = 'income') AND bool_or(flow = 'expenditure')
),
outturns AS (
    SELECT
        year, kind, flow, name,
        coalesce(max(actual) FILTER (month = 12), any_value(outturn)) AS outturn,
        coalesce(bool_or(month = 12 AND actual IS NOT NULL), FALSE) AS is_actual
    FROM levels
    LEFT JOIN plan_levels USING (year, kind, flow, name)
    GROUP BY year, kind, flow, name
)
SELECT
    year, month, kind, flow, name,
    arg_max(line, month) OVER (PARTITION BY year, kind, flow, name) AS line,
    forecast, outturn, is_actual,
    favourable(flow, kind, forecast, outturn) AS came_better_by,
    percentage(favourable(flow, kind, forecast, outturn), abs(outturn)) AS percent
FROM levels
JOIN outturns USING (year, kind, flow, name)
WHERE month < 12 AND forecast IS NOT NULL AND outturn IS NOT NULL
ORDER BY year DESC, kind = 'net', kind = 'total', arg_max(place, month) OVER (PARTITION BY year, kind, flow, name), month;
