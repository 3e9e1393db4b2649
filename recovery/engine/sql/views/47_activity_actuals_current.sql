-- What was done, by organisation, measure, year and month, whichever submission said so last.
-- A nil cell says nothing, so it never takes the place of a figure that an earlier submission gave.
-- Where an organisation's own actuals say nothing of a measure in a month, its row of the national return does.
CREATE VIEW activity_actuals_current AS
WITH own AS (
    SELECT s.organisation, s.illustrative, a.*
    FROM activity_actuals AS a
    JOIN submission AS s ON s.id = a.submission
    WHERE a.actual IS NOT NULL
    QUALIFY rank() OVER (
        PARTITION BY s.organisation, code_key(a.code), a.financial_year, a.month
        ORDER BY a.submission DESC
    ) = 1
)
FROM own
UNION ALL BY NAME
SELECT
    counted.organisation,
    counted.illustrative,
    counted.submission,
    counted.place AS row_order,
    counted.kind,
    counted.code,
    counted.title,
    counted.financial_year,
    counted.month,
    counted.actual
FROM return_counts AS counted
WHERE name_key(counted.commissioner) = name_key(counted.organisation)
    AND NOT EXISTS (
        FROM own
        WHERE own.organisation = counted.organisation
            AND code_key(own.code) = code_key(counted.code)
            AND own.financial_year = counted.financial_year
            AND own.month = counted.month
    );
