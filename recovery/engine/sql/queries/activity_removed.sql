-- How much activity does each kept scheme say that it removes in the year, by code?  A reduction is positive.
SELECT held.ref, any_value(planned.code), -sum(planned.change)
FROM scheme_activity AS planned
JOIN scheme_as_at($organisation, $year, $as_at) AS held USING (organisation, year, ref, case_version)
WHERE held.status <> 'withdrawn'
GROUP BY held.ref, code_key(planned.code)
ORDER BY held.ref, code_key(planned.code);
