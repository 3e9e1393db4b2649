-- Which submissions of the national return does a view compare: of the year and the year before, up to its month?
SELECT DISTINCT submission, illustrative
FROM return_counts
WHERE organisation = $organisation AND financial_year IN ($year - 1, $year) AND month <= $month
ORDER BY submission;
