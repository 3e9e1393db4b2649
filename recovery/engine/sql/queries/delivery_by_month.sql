-- What was planned and delivered, and what is expected, month by month?  Nothing is known of it where no scheme has a profile.
WITH lines AS (
    SELECT
        line.month, line.plan, line.recurrent,
        CASE WHEN line.month <= $month THEN line.actual END AS actual,
        CASE WHEN line.month <= $month THEN coalesce(line.actual, 0) ELSE coalesce(line.forecast, line.plan) END AS outturn
    FROM scheme_profile AS line
    JOIN scheme_as_at($organisation, $year, $as_at) AS held
        ON held.ref = line.ref AND held.case_version = line.case_version AND held.status <> 'withdrawn'
    WHERE line.organisation = $organisation AND line.year = $year
),
monthly AS (
    SELECT
        months.month,
        coalesce(sum(plan), 0) AS plan,
        CASE WHEN months.month <= any_value(known.until) THEN coalesce(sum(actual), 0) END AS actual,
        coalesce(sum(outturn), 0) AS forecast,
        coalesce(sum(plan) FILTER (recurrent), 0) AS recurrent_plan,
        CASE WHEN months.month <= any_value(known.until) THEN coalesce(sum(actual) FILTER (recurrent), 0) END
            AS recurrent_actual
    FROM range(1, 13) AS months(month)
    CROSS JOIN (SELECT CASE WHEN count(*) > 0 THEN $month END AS until FROM lines) AS known
    LEFT JOIN lines ON lines.month = months.month
    GROUP BY months.month
)
SELECT
    month, plan, actual, forecast,
    sum(plan) OVER so_far AS cumulative_plan,
    CASE WHEN actual IS NOT NULL THEN sum(actual) OVER so_far END AS cumulative_actual,
    sum(forecast) OVER so_far AS cumulative_forecast,
    recurrent_plan, recurrent_actual,
    plan - recurrent_plan AS non_recurrent_plan,
    actual - recurrent_actual AS non_recurrent_actual
FROM monthly
WINDOW so_far AS (ORDER BY month)
ORDER BY month;
