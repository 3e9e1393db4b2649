-- Which organisations, years and months has anybody loaded, and what is the organisation called now?
-- A year of which no month is loaded has one row, with month nil.
SELECT
    organisation,
    arg_max(organisation_name, id) OVER (PARTITION BY organisation) AS organisation_name,
    year,
    month
FROM (
    SELECT organisation, any_value(organisation_name) AS organisation_name, year, month, max(id) AS id
    FROM submission
    GROUP BY organisation, year, month
)
QUALIFY month IS NOT NULL OR count(month) OVER (PARTITION BY organisation, year) = 0
ORDER BY organisation, year, month;
