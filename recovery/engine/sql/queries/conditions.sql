-- What were approvals made subject to, who owns it, and is it met?
SELECT
    made.ref, held.title, made.approval, made.text, made.owner, made.due, met.met_on,
    CASE WHEN met.version IS NOT NULL THEN 'met' WHEN made.due < $day::DATE THEN 'overdue' ELSE 'open' END AS state,
    coalesce(met.evidence, '') AS evidence
FROM scheme_condition AS made
JOIN scheme_as_at($organisation, $year, $as_at) AS held ON held.ref = made.ref AND made.version <= held.version
LEFT JOIN scheme_condition_met AS met
    ON met.organisation = $organisation AND met.year = $year AND met.ref = made.ref AND met.number = made.number
    AND met.version <= held.version
WHERE made.organisation = $organisation AND made.year = $year
ORDER BY state = 'met', made.due, made.ref, made.number;
