-- What did every commissioner count of every measure in the newest month of the national return that a view reaches, to
-- date, and in those months of this year and the last of which there are returns of both? Nil where a month is missing.
WITH counted AS MATERIALIZED (
    SELECT *, financial_year = $year AS is_now
    FROM return_counts
    WHERE organisation = $organisation AND financial_year IN ($year - 1, $year) AND month <= $month
),
months AS MATERIALIZED (
    SELECT code, list_sort(list(month)) AS compared
    FROM (SELECT code, month FROM counted GROUP BY code, month HAVING count(DISTINCT is_now) = 2)
    GROUP BY code
),
newest AS (SELECT code, max(month) AS month FROM counted WHERE is_now GROUP BY code)
SELECT
    counted.place,
    counted.code,
    counted.title,
    counted.kind,
    newest.month,
    coalesce(months.compared, []) AS months_compared,
    counted.commissioner,
    arg_max(counted.name, counted.financial_year * 12 + counted.month) AS name,
    sum(counted.actual) FILTER (is_now AND counted.month = newest.month) AS actual,
    sum(counted.actual) FILTER (is_now) AS ytd,
    sum(counted.actual) FILTER (is_now AND list_contains(months.compared, counted.month)) AS now,
    sum(counted.actual) FILTER (NOT is_now AND list_contains(months.compared, counted.month)) AS before,
    count(*) FILTER (is_now AND list_contains(months.compared, counted.month)) = len(months.compared)
        AND count(*) FILTER (NOT is_now AND list_contains(months.compared, counted.month)) = len(months.compared)
        AS is_whole
FROM counted
JOIN newest USING (code)
LEFT JOIN months USING (code)
GROUP BY counted.place, counted.code, counted.title, counted.kind, newest.month, months.compared, counted.commissioner
ORDER BY counted.place, counted.commissioner;
