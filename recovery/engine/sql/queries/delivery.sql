-- What has each kept scheme delivered against plan, to date and for the year?
SELECT
    ref, title, area, plan_ytd, actual_ytd, actual_ytd - plan_ytd AS variance_ytd, plan_year, forecast_year,
    forecast_year - plan_year AS variance_year, recurrent_year, full_year_effect,
    stage_name, rag, lead, slippage_reason, forecast_is_plan,
    stage, workstream
FROM scheme_delivered($organisation, $programme, $year, $month, $as_at, $day)
ORDER BY ref;
