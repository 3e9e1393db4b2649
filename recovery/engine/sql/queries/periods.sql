-- For which years and months has an organisation loaded which datasets?
SELECT DISTINCT year, month, dataset
FROM submission
WHERE organisation = $organisation
ORDER BY year, month NULLS FIRST, dataset;
