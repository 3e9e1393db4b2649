-- What does the year come to at the rates so far, beside the reported forecast?
SELECT
    row_order, kind, flow, added, line, reported, from_lines, straight_line, budget_phased,
    required_monthly_run_rate, ytd_monthly_run_rate
FROM forecast($submission, $month)
ORDER BY place;
