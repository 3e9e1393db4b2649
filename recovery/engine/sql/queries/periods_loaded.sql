-- Which organisations, years and months has anybody loaded or kept a register for, and what is the organisation called?
-- A year of which no month is loaded has one row, with month nil; a name that nobody has given is the code.
SELECT
    organisation,
    coalesce(arg_max(organisation_name, id) OVER (PARTITION BY organisation), organisation) AS organisation_name,
    year,
    month
FROM (
    SELECT organisation, any_value(organisation_name) AS organisation_name, year, month, max(id) AS id
    FROM (
        SELECT organisation, organisation_name, year, month, id FROM submission
        UNION ALL
        SELECT organisation, NULL, year, NULL, NULL FROM programme_year
        UNION ALL
        SELECT organisation, NULL, year, month, NULL FROM return_months
    )
    GROUP BY organisation, year, month
)
QUALIFY month IS NOT NULL OR count(month) OVER (PARTITION BY organisation, year) = 0
ORDER BY organisation, year, month;
