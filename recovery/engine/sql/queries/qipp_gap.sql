-- How far are the savings from their target: as identified, past the pipeline and risk-adjusted?
-- A source that is not to be used comes as nil; the published summary by RAG goes before the stage by area matrix, and
-- that before the register.
WITH by_rag AS (
    SELECT
        sum(net_value) AS identified,
        sum(net_value) FILTER (status NOT IN (SELECT unnest($pipeline_statuses::VARCHAR[]))) AS past_pipeline,
        sum(risk_adjusted) AS risk_adjusted
    FROM qipp_rag
    WHERE submission = $by_rag AND kind = 'line' AND flow <> 'memorandum'
),
by_stage AS (
    SELECT
        sum(amount) FILTER (field = 'total_including_pipeline_value') AS identified,
        sum(amount) FILTER (field = 'total_excluding_pipeline_value') AS past_pipeline
    FROM qipp_gateway_readded($by_stage) AS cells
    JOIN qipp_gateway AS line ON line.submission = $by_stage AND line.row_order = cells.row_order
    WHERE line.kind = 'line' AND line.flow <> 'memorandum'
),
register AS (
    SELECT
        sum(net_value) AS identified,
        coalesce(sum(net_value) FILTER (NOT in_pipeline), 0) AS past_pipeline,
        coalesce(sum(risk_adjusted), 0) AS risk_adjusted
    FROM schemes_weighted($register, $organisation, $programme, $year, $month, $as_at, $day)
),
required AS (
    SELECT sum(target) AS target
    FROM qipp_areas($register, $organisation, $year, $as_at, $control, $targets)
)
SELECT
    required.target,
    coalesce(by_rag.identified, by_stage.identified, register.identified) AS identified,
    coalesce(by_rag.past_pipeline, by_stage.past_pipeline, register.past_pipeline) AS past_pipeline,
    CASE WHEN by_rag.identified IS NOT NULL THEN by_rag.risk_adjusted::DECIMAL(38, 8)
        WHEN register.identified IS NOT NULL THEN register.risk_adjusted::DECIMAL(38, 8)
    END AS risk_adjusted
FROM required, by_rag, by_stage, register;
