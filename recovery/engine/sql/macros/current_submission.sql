-- Which submission of each dataset holds for an organisation, a year and a month?
-- Monthly data: the newest of exactly that month, else the newest loaded without a month.
-- All other data: the newest loaded without a month or up to that month, else the newest of any month.
CREATE MACRO current_submission(organisation, year, month) AS TABLE
SELECT s.*
FROM submission AS s
JOIN dataset AS d ON d.name = s.dataset
WHERE s.organisation = organisation
    AND s.year = year
    AND (d.period <> 'month' OR s.month IS NULL OR s.month = month)
QUALIFY row_number() OVER (
    PARTITION BY s.dataset
    ORDER BY
        CASE WHEN d.period = 'month' THEN s.month IS NULL ELSE NOT (s.month IS NULL OR s.month <= month) END,
        s.id DESC
) = 1;
