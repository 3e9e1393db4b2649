-- What was done of each measure, month by month, in every year up to a month? What holds comes last: the newest submission
-- of an organisation's own actuals, and they go before its row of the national return.
WITH done AS (
    SELECT
        a.kind, a.code, a.title, a.row_order, a.financial_year, s.id AS submission, s.illustrative, a.month, a.actual,
        true AS is_own
    FROM activity_actuals AS a
    JOIN submission AS s ON s.id = a.submission
    WHERE s.organisation = $organisation AND a.actual IS NOT NULL
    UNION ALL
    SELECT kind, code, title, place, financial_year, submission, illustrative, month, actual, false
    FROM return_counts
    WHERE organisation = $organisation AND name_key(commissioner) = name_key($organisation)
)
SELECT
    code_key(code) AS key, kind, code, title, row_order, financial_year, submission, illustrative, month, actual
FROM done
WHERE financial_year < $year OR (financial_year = $year AND month <= $month)
ORDER BY is_own, submission, row_order;
