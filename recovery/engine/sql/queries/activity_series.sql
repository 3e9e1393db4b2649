-- What was done and planned of every measure, month by month, in every year up to a month?
-- A year's plan is the newest that was loaded for it; beside it stands the first one, where that says something else.
WITH plans AS (
    SELECT
        id, year, illustrative,
        id = CASE WHEN year = $year THEN $plan ELSE max(id) OVER of_year END AS is_current
    FROM submission
    WHERE dataset = 'activity-plan' AND organisation = $organisation AND year <= $year
    WINDOW of_year AS (PARTITION BY year)
    QUALIFY is_current OR id = min(id) OVER of_year
),
planned AS (
    SELECT plans.*, row_order, name_key(code) AS key, code, title, kind, month_field, plan
    FROM (SELECT * EXCLUDE (plan) FROM activity_plan WHERE kind IN ('line', 'part'))
    UNPIVOT (plan FOR month_field IN (apr, may, jun, jul, aug, sep, oct, nov, "dec", jan, feb, mar))
    JOIN plans ON plans.id = submission
),
by_month AS (
    SELECT
        key, year,
        list_position(
            ['apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'jan', 'feb', 'mar'], month_field
        ) AS month,
        max(plan) FILTER (is_current) AS plan,
        max(plan) FILTER (NOT is_current) AS original_plan,
        max(id) FILTER (is_current) AS plan_submission,
        bool_or(illustrative) AS illustrative
    FROM planned
    GROUP BY ALL
),
done AS (
    SELECT
        name_key(code) AS key, financial_year AS year, month,
        arg_max(actual, submission) AS actual, max(submission) AS submission, bool_or(illustrative) AS illustrative
    FROM activity_actuals_current
    WHERE organisation = $organisation
    GROUP BY ALL
),
named AS (
    SELECT key, code, title, kind, year, 0 AS rank, row_order FROM planned WHERE is_current
    UNION ALL
    SELECT name_key(code), code, title, kind, financial_year, 1, row_order
    FROM activity_actuals_current
    WHERE organisation = $organisation AND financial_year <= $year
),
measures AS (
    SELECT key, code, title, kind, rank, row_order, year
    FROM named
    QUALIFY row_number() OVER (PARTITION BY key ORDER BY rank, year DESC, row_order) = 1
)
SELECT
    measures.kind, measures.code, measures.title, year, month, actual, plan,
    CASE WHEN original_plan <> plan THEN original_plan END AS original_plan,
    by_month.plan_submission, by_month.illustrative AS plan_illustrative,
    done.submission AS actual_submission, done.illustrative AS actual_illustrative
FROM by_month
FULL JOIN done USING (key, year, month)
JOIN measures USING (key)
WHERE year < $year OR (year = $year AND month <= $month)
ORDER BY measures.rank, measures.year DESC, measures.row_order, measures.key, year, month;
