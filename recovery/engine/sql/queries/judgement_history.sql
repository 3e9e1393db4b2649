-- Everything decided about the figures of an organisation and year, as at a day or moment: what, when, by whom and why?
SELECT kind, key, version, stands, body, done_by, via, recorded_at, reason, illustrative
FROM judgement
WHERE organisation = $organisation AND year IN ($year, 0)
    AND counts_as_at(effective_on, recorded_at, $as_at)
ORDER BY change DESC, kind, key, version DESC;
