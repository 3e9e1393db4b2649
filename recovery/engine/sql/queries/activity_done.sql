-- What was done of each measure, month by month, in every year up to a month, the newest submission last?
SELECT
    name_key(a.code) AS key, a.kind, a.code, a.title, a.row_order, a.financial_year, s.id, s.illustrative,
    a.month, a.actual
FROM activity_actuals AS a
JOIN submission AS s ON s.id = a.submission
WHERE s.organisation = $organisation
    AND a.actual IS NOT NULL
    AND (a.financial_year < $year OR (a.financial_year = $year AND a.month <= $month))
ORDER BY s.id, a.row_order;
