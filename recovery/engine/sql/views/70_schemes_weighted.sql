-- The register with each scheme's stage name, the weight in force on a day and the risk-adjusted value.

-- The newest weight of each stage and RAG on a day.
CREATE OR REPLACE MACRO weights_in_force(day) AS TABLE
SELECT basis, key, max(effective_from) AS effective_from, arg_max(weight, effective_from) AS weight
FROM risk_weight
WHERE effective_from <= day
GROUP BY basis, key;

-- The last day of a month of a financial year (1 = April); of the year where there is no month.
CREATE OR REPLACE MACRO month_end(year, month) AS
    (make_date(year, 4, 1) + to_months(coalesce(nullif(month, 0), 12)::INTEGER) - INTERVAL 1 DAY)::DATE;

-- A weight by stage goes before one by RAG.
CREATE OR REPLACE MACRO schemes_weighted(id, day) AS TABLE
SELECT
    schemes.row_order,
    schemes.ref,
    schemes.scheme,
    schemes.area,
    schemes.stage,
    stage.name AS stage_name,
    schemes.rag,
    schemes.net_value,
    coalesce(by_stage.weight, by_rag.weight) AS weight,
    schemes.net_value * coalesce(by_stage.weight, by_rag.weight)::DECIMAL(8, 6) AS risk_adjusted,
    schemes.lead,
    schemes.sro,
    schemes.recurrent_value,
    schemes.full_year_effect,
    schemes.start_month,
    schemes.comment,
    schemes.stage = 0 AS in_pipeline
FROM schemes
LEFT JOIN stage ON stage.number = schemes.stage
LEFT JOIN weights_in_force(day) AS by_stage
    ON by_stage.basis = 'stage' AND name_key(by_stage.key) = name_key(stage.name)
LEFT JOIN weights_in_force(day) AS by_rag
    ON by_rag.basis = 'rag' AND name_key(by_rag.key) = name_key(schemes.rag)
WHERE schemes.submission = id AND schemes.kind = 'line';
