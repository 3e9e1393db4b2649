-- What was planned and done from April to a month of each measure of the plan, what is its price, and what has it cost?
-- Plan and actual are nil unless every month has one.
WITH costed AS (
    SELECT
        p.row_order, p.kind, p.code, p.title, prices.unit_price,
        CASE WHEN list_count(p.months[1:$month]) = $month THEN list_sum(p.months[1:$month]) END AS plan,
        CASE WHEN count(done.actual) = $month THEN sum(done.actual) END AS actual,
        prices.actual_cost
    FROM (
        SELECT *, [apr, may, jun, jul, aug, sep, oct, nov, "dec", jan, feb, mar] AS months
        FROM activity_plan
    ) AS p
    LEFT JOIN activity_prices AS prices ON prices.submission = $prices AND code_key(prices.code) = code_key(p.code)
    LEFT JOIN activity_actuals_current AS done
        ON done.organisation = $organisation
        AND code_key(done.code) = code_key(p.code)
        AND done.financial_year = $year
        AND done.month <= $month
    WHERE p.submission = $plan AND p.kind IN ('line', 'part')
    GROUP BY ALL
)
SELECT * EXCLUDE (row_order)
FROM costed
ORDER BY row_order;
