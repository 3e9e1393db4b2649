-- Whose data is loaded or kept, under the name it was last given (its code where it has loaded nothing)?
SELECT organisation, coalesce(arg_max(name, id), organisation)
FROM (
    SELECT organisation, organisation_name AS name, id FROM submission
    UNION ALL
    SELECT organisation, NULL, NULL FROM programme_year
)
GROUP BY organisation
ORDER BY organisation;
