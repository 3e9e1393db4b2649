-- Which schemes are in the register, at which stage and rating, and how much of each is counted on?
SELECT
    ref, scheme, area, stage, stage_name, rag, net_value, 100 * weight AS risk_weight, risk_adjusted,
    lead, sro, recurrent_value, full_year_effect, start_month, comment,
    status, workstream, clinical_lead, gross_saving, investment, non_recurrent_value, start_on, end_on,
    entered_stage_on, days_in_stage, rag_computed, rag_overridden_reason
FROM schemes_weighted($register, $organisation, $programme, $year, $month, $as_at, $day)
ORDER BY row_order;
