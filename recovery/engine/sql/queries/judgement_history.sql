-- Everything that was ever decided about the figures of an organisation and year: what, when, by whom and why?
SELECT kind, key, version, stands, body, done_by, via, recorded_at, reason, illustrative
FROM judgement
WHERE organisation = $organisation AND year IN ($year, 0)
ORDER BY change DESC, kind, key, version DESC;
