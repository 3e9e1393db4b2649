-- Which schemes are in the register, at which stage and RAG, and how much of each is counted on?
SELECT
    ref, scheme, area, stage, stage_name, rag, net_value, 100 * weight AS risk_weight, risk_adjusted,
    lead, sro, recurrent_value, full_year_effect, start_month, comment
FROM schemes_weighted($register, month_end($year, $month))
ORDER BY row_order;
