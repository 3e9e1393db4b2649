-- For which year and month was one submission loaded?
SELECT year, month
FROM submission
WHERE id = $submission AND organisation = $organisation;
