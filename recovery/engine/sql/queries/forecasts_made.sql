-- What was forecast month by month, and what came, for every year of an organisation before one: of each line, of all
-- spend and of the net position?  What came is month 12's actual, else the outturn that the next year's plan expects.
-- Lines are compared by name within their flow, in their order; one that nobody knows the outturn of has none.
WITH held AS (
    SELECT id, year, month
    FROM position_of_month
    WHERE organisation = $organisation AND year < $before
),
plans AS (
    SELECT id, year - 1 AS year
    FROM submission
    WHERE organisation = $organisation AND dataset = 'financial-plan' AND year <= $before
    QUALIFY row_number() OVER (PARTITION BY year ORDER BY id DESC) = 1
),
own AS (
    SELECT
        year, month, flow, name_key(line) AS name,
        row_number() OVER (PARTITION BY submission, flow, name_key(line) ORDER BY row_order) AS nth,
        line, row_order AS place, forecast_outturn AS forecast, ytd_actual AS actual
    FROM position
    JOIN held ON held.id = position.submission
    WHERE kind IN ('line', 'contingency') AND flow <> 'memorandum'
),
planned AS (
    SELECT
        year, flow, name_key(line) AS name,
        row_number() OVER (PARTITION BY submission, flow, name_key(line) ORDER BY row_order) AS nth,
        forecast_outturn_prior AS outturn
    FROM financial_plan
    JOIN plans ON plans.id = financial_plan.submission
    WHERE kind IN ('line', 'contingency') AND flow <> 'memorandum'
),
levels AS (
    SELECT year, month, 'line' AS kind, flow, name, nth, line, place, forecast, actual FROM own
    UNION ALL
    SELECT year, month, 'total', 'expenditure', '', 1, NULL, NULL, sum(forecast), sum(actual)
    FROM own
    WHERE flow = 'expenditure'
    GROUP BY year, month
    UNION ALL
    SELECT
        year, month, 'net', '', '', 1, NULL, NULL,
        sum(CASE WHEN flow = 'income' THEN forecast ELSE -forecast END),
        sum(CASE WHEN flow = 'income' THEN actual ELSE -actual END)
    FROM own
    GROUP BY year, month
    HAVING bool_or(flow = 'income') AND bool_or(flow = 'expenditure')
),
plan_levels AS (
    SELECT year, 'line' AS kind, flow, name, nth, outturn FROM planned
    UNION ALL
    SELECT year, 'total', 'expenditure', '', 1, sum(outturn) FROM planned WHERE flow = 'expenditure' GROUP BY year
    UNION ALL
    SELECT year, 'net', '', '', 1, sum(CASE WHEN flow = 'income' THEN outturn ELSE -outturn END)
    FROM planned
    GROUP BY year
    HAVING bool_or(flow = 'income') AND bool_or(flow = 'expenditure')
),
outturns AS (
    SELECT
        year, kind, flow, name, nth,
        coalesce(max(actual) FILTER (month = 12), any_value(outturn)) AS outturn,
        coalesce(bool_or(month = 12 AND actual IS NOT NULL), FALSE) AS is_actual
    FROM levels
    LEFT JOIN plan_levels USING (year, kind, flow, name, nth)
    GROUP BY year, kind, flow, name, nth
)
SELECT
    year, month, kind, flow, name, nth,
    arg_max(line, month) OVER of_line AS line,
    forecast, outturn, is_actual,
    CASE WHEN outturn IS NOT NULL THEN favourable(flow, kind, forecast, outturn) END AS came_better_by,
    percentage(came_better_by, abs(outturn)) AS percent
FROM levels
JOIN outturns USING (year, kind, flow, name, nth)
WHERE month < 12 AND forecast IS NOT NULL
WINDOW of_line AS (PARTITION BY year, kind, flow, name, nth)
QUALIFY outturn IS NOT NULL OR (kind = 'line' AND bool_or(outturn IS NOT NULL) OVER (PARTITION BY year))
ORDER BY year DESC, kind = 'net', kind = 'total', arg_max(place, month) OVER of_line, month;
