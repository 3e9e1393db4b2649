-- Which submissions do an organisation's activity actuals of one year, up to a month, come from?
SELECT DISTINCT submission, illustrative
FROM activity_actuals_current
WHERE organisation = $organisation AND financial_year = $year AND month <= $month
ORDER BY submission;
