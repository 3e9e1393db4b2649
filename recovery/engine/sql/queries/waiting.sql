-- Which approvals does each live scheme wait for, from whom, and since when?
SELECT
    rated.ref, rated.title, rated.area, rated.stage_name, wanted.name, wanted.key, wanted.given_by,
    rated.net_value, rated.days_in_stage, norm.norm_days, rated.stands_in_the_way
FROM scheme_rated($organisation, $programme, $year, $month, $as_at, $day) AS rated
JOIN programme_approval AS wanted
    ON wanted.programme = $programme AND wanted.stage = rated.stage AND list_contains(rated.waiting_keys, wanted.key)
LEFT JOIN programme_stage AS norm ON norm.programme = $programme AND norm.number = rated.stage
WHERE rated.status = 'live'
ORDER BY rated.days_in_stage - norm.norm_days DESC, rated.ref, wanted.place;
