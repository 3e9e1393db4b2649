-- Up to which month has any kept scheme reported an actual?
SELECT coalesce(max(line.month), 0)
FROM scheme_profile AS line
JOIN scheme_case_as_at($organisation, $year, $as_at) AS held USING (ref, case_version)
WHERE line.organisation = $organisation AND line.year = $year AND line.actual IS NOT NULL;
