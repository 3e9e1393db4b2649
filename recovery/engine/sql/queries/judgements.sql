-- What has been decided about the figures of an organisation and year, of one kind, and stands as at a day or moment?
SELECT key, body, version, done_by, recorded_at, reason, illustrative
FROM judgement
WHERE organisation = $organisation AND year IN ($year, 0) AND kind = $kind
    AND counts_as_at(effective_on, recorded_at, $as_at)
QUALIFY row_number() OVER (PARTITION BY year, key ORDER BY version DESC) = 1 AND stands
ORDER BY lower(key), key;
