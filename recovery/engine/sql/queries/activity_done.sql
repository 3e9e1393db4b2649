-- What was done of each measure, month by month, in every year up to a month, the newest submission last? As everywhere an
-- organisation's own actuals go before its row of the national return.
SELECT
    name_key(code) AS key, kind, code, title, row_order, financial_year, submission, illustrative, month, actual
FROM activity_actuals_current
WHERE organisation = $organisation
    AND (financial_year < $year OR (financial_year = $year AND month <= $month))
ORDER BY submission, row_order;
