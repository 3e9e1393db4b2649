-- What each scheme has delivered to the end of a month and what its year comes to, against its monthly plan.
-- A month so far without an actual has delivered nothing; a month to come is forecast as planned where nobody has said
-- otherwise.  The net value of a scheme without a profile is planned for months to come; what it has delivered is not
-- known, nor what of it recurs where nobody says.
CREATE OR REPLACE MACRO scheme_delivery(organisation, year, month, as_at) AS TABLE
WITH lines AS (
    SELECT
        line.*,
        line.month <= month AS is_past,
        CASE WHEN line.month <= month THEN coalesce(line.actual, 0) ELSE coalesce(line.forecast, line.plan) END AS outturn
    FROM scheme_profile AS line
    JOIN scheme_case_as_at(organisation, year, as_at) AS held USING (ref, case_version)
    WHERE line.organisation = organisation AND line.year = year
),
summed AS (
    SELECT
        ref,
        coalesce(sum(plan) FILTER (is_past), 0) AS plan_ytd,
        coalesce(sum(actual) FILTER (is_past), 0) AS actual_ytd,
        sum(plan) AS plan_year,
        sum(outturn) AS forecast_year,
        coalesce(sum(outturn) FILTER (recurrent), 0) AS recurrent_year,
        count(actual) FILTER (is_past) AS actuals,
        count(forecast) FILTER (NOT is_past) AS forecasts,
        bool_or(NOT is_past) AS has_months_to_come,
        coalesce(bool_or(NOT is_past AND coalesce(forecast, plan) <> plan), FALSE) AS is_reforecast
    FROM lines
    GROUP BY ref
)
SELECT
    held.ref,
    coalesce(summed.plan_ytd, 0) AS plan_ytd,
    summed.actual_ytd,
    coalesce(summed.plan_year, held.net_value) AS plan_year,
    coalesce(summed.forecast_year, held.net_value) AS forecast_year,
    coalesce(summed.recurrent_year, held.recurrent_value, held.net_value - held.non_recurrent_value) AS recurrent_year,
    coalesce(summed.actuals, 0) AS actuals,
    coalesce(summed.forecasts, 0) AS forecasts,
    coalesce(
        summed.actuals > 0 AND summed.actual_ytd <> summed.plan_ytd AND summed.has_months_to_come
            AND NOT summed.is_reforecast,
        FALSE
    ) AS forecast_is_plan
FROM scheme_as_at(organisation, year, as_at) AS held
LEFT JOIN summed ON summed.ref = held.ref;
