-- What did every commissioner count of every measure in the newest month of the national return that a view reaches, to
-- date, and in those months of this year and the last of which there are returns of both? Nil where a month is missing.
-- What is compared is of all commissioners where every one of those months comes of a return of all.
WITH counted AS MATERIALIZED (
    SELECT *, name_key(commissioner) AS key, financial_year = $year AS is_now
    FROM return_counts
    WHERE organisation = $organisation AND financial_year IN ($year - 1, $year) AND month <= $month
),
months AS MATERIALIZED (
    SELECT code, list_sort(list(month)) AS compared, bool_and(of_all) AS of_all
    FROM (
        SELECT code, month, bool_or(of_all) FILTER (is_now) AND bool_or(of_all) FILTER (NOT is_now) AS of_all
        FROM counted
        GROUP BY code, month
        HAVING count(DISTINCT is_now) = 2
    )
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
    arg_max(counted.commissioner, counted.financial_year * 12 + counted.month) AS commissioner,
    arg_max(counted.name, counted.financial_year * 12 + counted.month) AS name,
    sum(counted.actual) FILTER (is_now AND counted.month = newest.month) AS actual,
    sum(counted.actual) FILTER (is_now) AS ytd,
    sum(counted.actual) FILTER (is_now AND list_contains(months.compared, counted.month)) AS now,
    sum(counted.actual) FILTER (NOT is_now AND list_contains(months.compared, counted.month)) AS before,
    count(*) FILTER (is_now AND list_contains(months.compared, counted.month)) = len(months.compared)
        AND count(*) FILTER (NOT is_now AND list_contains(months.compared, counted.month)) = len(months.compared)
        AS is_whole,
    coalesce(months.of_all, false) AS of_all
FROM counted
JOIN newest USING (code)
LEFT JOIN months USING (code)
GROUP BY
    counted.place, counted.code, counted.title, counted.kind, newest.month, months.compared, months.of_all, counted.key
ORDER BY counted.place, counted.key;
