-- What was done and planned of every measure, month by month, in every year up to a month?
-- A year's plan is the newest that was loaded for it; beside it stands the first one, where that says something else.
-- Of a month's actuals the newest submission holds, as in activity_actuals_current, whose window costs more than all this.
-- A measure goes by the name that `source` with the greatest number gives it: this year's plan, else the newest table.
WITH plans AS (
    SELECT year, CASE WHEN year = $year THEN $plan ELSE max(id) END AS current_plan, min(id) AS first_plan
    FROM submission
    WHERE dataset = 'activity-plan' AND organisation = $organisation AND year <= $year
    GROUP BY year
),
said AS (
    SELECT
        p.kind, p.code, p.title, p.row_order, plans.year, s.id, s.illustrative, s.id = current_plan AS is_current,
        s.id + CASE WHEN s.id = $plan THEN 1000000000 ELSE 0 END AS source,
        unnest([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) AS month,
        unnest([apr, may, jun, jul, aug, sep, oct, nov, "dec", jan, feb, mar]) AS amount
    FROM activity_plan AS p
    JOIN submission AS s ON s.id = p.submission
    JOIN plans ON s.id IN (current_plan, first_plan)
    WHERE p.kind IN ('line', 'part')
    UNION ALL
    SELECT a.kind, a.code, a.title, a.row_order, a.financial_year, s.id, s.illustrative, NULL, s.id, a.month, a.actual
    FROM activity_actuals AS a
    JOIN submission AS s ON s.id = a.submission
    WHERE s.organisation = $organisation AND a.financial_year <= $year
)
SELECT
    name_key(code) AS key, max(source) AS source,
    arg_max({'row_order': row_order, 'kind': kind, 'code': code, 'title': title}, source) AS called,
    year, month,
    arg_max(amount, id) FILTER (is_current IS NULL) AS actual,
    max(amount) FILTER (is_current) AS plan,
    nullif(max(amount) FILTER (NOT is_current), max(amount) FILTER (is_current)) AS original_plan,
    max(id) FILTER (is_current) AS plan_submission,
    bool_or(illustrative) FILTER (is_current IS NOT NULL) AS plan_illustrative,
    max(id) FILTER (is_current IS NULL) AS actual_submission,
    bool_or(illustrative) FILTER (is_current IS NULL) AS actual_illustrative
FROM said
WHERE amount IS NOT NULL AND (year < $year OR month <= $month)
GROUP BY ALL
ORDER BY key, year, month;
