-- How does activity stand against plan, measure by measure and month by month, in the month and to date? To date is nil
-- unless every month so far has a figure.
WITH planned AS (
    SELECT row_order, code, title, kind, month_field, plan
    FROM (SELECT * EXCLUDE (plan) FROM activity_plan WHERE submission = $plan AND kind IN ('line', 'part'))
    UNPIVOT INCLUDE NULLS (
        plan FOR month_field IN (apr, may, jun, jul, aug, sep, oct, nov, "dec", jan, feb, mar)
    )
),
monthly AS (
    SELECT
        *,
        list_position(
            ['apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'jan', 'feb', 'mar'], month_field
        ) AS month
    FROM planned
),
met AS (
    SELECT
        monthly.*,
        done.actual,
        sum(monthly.plan) OVER so_far AS ytd_plan,
        sum(done.actual) OVER so_far AS ytd_actual,
        count(monthly.plan) OVER so_far AS months_with_plan,
        count(done.actual) OVER so_far AS months_with_actual
    FROM monthly
    LEFT JOIN activity_actuals_current AS done
        ON done.organisation = $organisation
        AND code_key(done.code) = code_key(monthly.code)
        AND done.financial_year = $year
        AND done.month = monthly.month
        AND done.month <= $month
    WINDOW so_far AS (PARTITION BY monthly.row_order ORDER BY monthly.month)
),
shown AS (
    SELECT
        * EXCLUDE (ytd_plan, ytd_actual),
        CASE WHEN month <= $month AND months_with_plan = month THEN ytd_plan END AS ytd_plan,
        CASE WHEN months_with_actual = month THEN ytd_actual END AS ytd_actual
    FROM met
)
SELECT
    kind, code, title, month, plan, actual,
    plan - actual AS variance,
    percentage(plan - actual, plan) AS variance_percent,
    ytd_plan, ytd_actual,
    ytd_plan - ytd_actual AS ytd_variance
FROM shown
ORDER BY row_order, month;
