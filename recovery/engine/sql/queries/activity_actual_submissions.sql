-- Which submissions do an organisation's activity actuals of one year, up to a month, come from?
SELECT DISTINCT done.submission, done.illustrative, submission.dataset
FROM activity_actuals_current AS done
JOIN submission ON submission.id = done.submission
WHERE done.organisation = $organisation AND done.financial_year = $year AND done.month <= $month
ORDER BY done.submission;
