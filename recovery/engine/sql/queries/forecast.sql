-- What does the year come to by every method, beside the reported forecast, and how far apart are they?
-- A risk is negative: what of it the forecast does not hold lowers the net position and raises the spend, and the line
-- that it is linked with.
WITH linked AS (
    SELECT
        unnest($residual_rows::BIGINT[]) AS row_order,
        unnest($residual_line_pence::BIGINT[]) * 0.01::DECIMAL(2, 2) AS residual_of_line
),
methods AS (
    SELECT
        * EXCLUDE (residual_of_line) REPLACE (
            CASE WHEN $has_one_offs THEN straight_line_without_one_offs END AS straight_line_without_one_offs,
            CASE WHEN $has_one_offs THEN budget_phased_without_one_offs END AS budget_phased_without_one_offs,
            CASE WHEN $has_one_offs THEN last_three_months_without_one_offs END AS last_three_months_without_one_offs
        ),
        CASE WHEN $computed THEN from_lines ELSE reported END AS stated,
        $residual_pence::BIGINT * 0.01::DECIMAL(2, 2) AS residual,
        CASE
            WHEN kind = 'net' THEN stated + residual
            WHEN is_spend THEN stated - residual
            WHEN flow = 'income' THEN stated + residual_of_line
            ELSE stated - residual_of_line
        END AS reported_plus_risk
    FROM forecast($submission, $month, $earlier, $earlier_month, $one_off_rows, $one_off_pence, $recent_pence)
    LEFT JOIN linked USING (row_order)
)
SELECT
    row_order, kind, flow, added, line, stated, straight_line, budget_phased,
    required_monthly_run_rate, ytd_monthly_run_rate,
    last_three_months, straight_line_without_one_offs, budget_phased_without_one_offs,
    last_three_months_without_one_offs, reported_plus_risk,
    least(
        stated, straight_line, budget_phased, last_three_months, straight_line_without_one_offs,
        budget_phased_without_one_offs, last_three_months_without_one_offs, reported_plus_risk
    ) AS lowest,
    greatest(
        stated, straight_line, budget_phased, last_three_months, straight_line_without_one_offs,
        budget_phased_without_one_offs, last_three_months_without_one_offs, reported_plus_risk
    ) AS highest,
    highest - lowest AS range,
    CASE WHEN $has_one_offs THEN one_offs END AS one_offs,
    improvement, improvement_percent
FROM methods
ORDER BY place;
