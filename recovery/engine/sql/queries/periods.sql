-- For which years and months has an organisation loaded which datasets, or kept a register here (month nil)?
SELECT DISTINCT year, month, dataset
FROM (
    SELECT organisation, year, month, dataset FROM submission
    UNION ALL
    SELECT organisation, year, NULL, 'schemes' FROM programme_year
    UNION ALL
    SELECT organisation, year, month, 'activity-return' FROM return_months
)
WHERE organisation = $organisation
ORDER BY year, month NULLS FIRST, dataset;
