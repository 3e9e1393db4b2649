-- The register with the weight in force for each scheme and the risk-adjusted value.
-- A weight by stage and rating goes before one by stage, and that before one by rating.
CREATE OR REPLACE MACRO schemes_weighted(register, organisation, programme, year, month, as_at, day) AS TABLE
WITH weights AS MATERIALIZED (
    SELECT basis, name_key(key) AS key, weight
    FROM weights_in_force(organisation, programme, day)
)
SELECT
    held.*,
    coalesce(by_both.weight, by_stage.weight, by_rag.weight) AS weight,
    held.net_value * coalesce(by_both.weight, by_stage.weight, by_rag.weight)::DECIMAL(8, 6) AS risk_adjusted,
    held.stage = 0 AS in_pipeline
FROM register_rows(register, organisation, programme, year, month, as_at, day) AS held
LEFT JOIN weights AS by_both
    ON by_both.basis = 'stage and rag' AND by_both.key = name_key(held.stage_name || ', ' || held.rag)
LEFT JOIN weights AS by_stage ON by_stage.basis = 'stage' AND by_stage.key = name_key(held.stage_name)
LEFT JOIN weights AS by_rag ON by_rag.basis = 'rag' AND by_rag.key = name_key(held.rag);
