-- Is a register kept here for a year: since when (by day and by moment), until when, is any of it invented, and which month is newest loaded?
SELECT
    min(effective_on) AS begun_on,
    min(recorded_at) AS begun_at,
    max(effective_on) AS newest,
    bool_or(illustrative) AS illustrative,
    (SELECT max(month) FROM submission WHERE organisation = $organisation AND year = $year) AS newest_month
FROM scheme_version
WHERE organisation = $organisation AND year = $year
HAVING count(*) > 0;
