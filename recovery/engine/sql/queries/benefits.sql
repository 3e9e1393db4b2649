-- What have schemes realised of the case that was approved at each gateway they passed, or with which they came in?
WITH passed AS (
    SELECT
        before.ref, before.stage, before.stage_name, after.effective_on, after.version,
        before.case_version, before.net_value, before.full_year_effect
    FROM scheme_version AS after
    JOIN scheme_version AS before
        ON before.organisation = after.organisation AND before.year = after.year AND before.ref = after.ref
        AND before.version = after.version - 1
    WHERE after.organisation = $organisation AND after.year = $year AND after.kind IN ('moved', 'closed')
    UNION ALL
    SELECT
        ref, -1, 'Brought in at ' || stage_name, effective_on, version, case_version, net_value, full_year_effect
    FROM scheme_version
    WHERE organisation = $organisation AND year = $year AND kind = 'brought in'
)
SELECT
    held.ref, held.title, held.stage_name, held.status, passed.effective_on, passed.stage_name AS gateway,
    passed.case_version, passed.net_value, passed.full_year_effect,
    held.actual_ytd, held.forecast_year,
    percentage(held.actual_ytd, passed.net_value) AS realised_percent
FROM scheme_delivered($organisation, $programme, $year, $month, $as_at, $day) AS held
JOIN passed ON passed.ref = held.ref AND passed.version <= held.version
WHERE held.stage >= $monitored_from OR held.status = 'closed'
QUALIFY row_number() OVER (PARTITION BY held.ref, passed.stage ORDER BY passed.version DESC) = 1
ORDER BY held.ref, passed.stage, passed.version;
