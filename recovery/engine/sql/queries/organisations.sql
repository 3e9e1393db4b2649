-- Whose data is loaded, under the name it was last given?
SELECT organisation, arg_max(organisation_name, id)
FROM submission
GROUP BY organisation
ORDER BY organisation;
