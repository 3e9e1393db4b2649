-- What happened to every scheme: when, by whom, from what to what, and why?
SELECT
    event.recorded_at, event.effective_on, event.ref, event.version, event.done_by, event.via, event.kind,
    coalesce(changed.heading, '') AS heading,
    coalesce(changed.before, '') AS before,
    coalesce(changed.after, '') AS after,
    event.reason
FROM scheme_version AS event
LEFT JOIN scheme_difference AS changed USING (organisation, year, ref, version)
WHERE event.organisation = $organisation AND event.year = $year
    AND counts_as_at(event.effective_on, event.recorded_at, $as_at)
ORDER BY event.change DESC, event.ref, event.version DESC, changed.number;
