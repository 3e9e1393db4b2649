-- What was done, by organisation, measure, year and month, whichever submission said so last.
-- A nil cell says nothing, so it never takes the place of a figure that an earlier submission gave.
CREATE VIEW activity_actuals_current AS
SELECT s.organisation, s.illustrative, a.*
FROM activity_actuals AS a
JOIN submission AS s ON s.id = a.submission
WHERE a.actual IS NOT NULL
QUALIFY rank() OVER (
    PARTITION BY s.organisation, a.code, a.financial_year, a.month
    ORDER BY a.submission DESC
) = 1;
