-- Which schemes have been taken out of the programme: when, by whom and why?
SELECT held.ref, held.title, held.area, held.stage_name, held.net_value, left_at.effective_on, left_at.done_by, left_at.reason
FROM scheme_as_at($organisation, $year, $as_at) AS held
JOIN (
    SELECT event.ref, max(event.version) AS version
    FROM scheme_version AS event
    WHERE event.organisation = $organisation AND event.year = $year AND event.kind = 'withdrawn'
    GROUP BY event.ref
) AS left_with ON left_with.ref = held.ref
JOIN scheme_version AS left_at
    ON left_at.organisation = $organisation AND left_at.year = $year AND left_at.ref = held.ref
    AND left_at.version = left_with.version
WHERE held.status = 'withdrawn'
ORDER BY held.ref;
