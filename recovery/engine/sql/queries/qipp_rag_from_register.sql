-- What does the register give for net and risk-adjusted value by RAG, in delivery and in the pipeline?
-- Every RAG shows for schemes in delivery, those that are there for the pipeline; $rags gives their order.
WITH rated AS (
    SELECT in_pipeline, rag, net_value, risk_adjusted
    FROM schemes_weighted($register, $organisation, $programme, $year, $month, $as_at, $day)
),
names AS (
    SELECT unnest($rags::VARCHAR[]) AS rag, generate_subscripts($rags::VARCHAR[], 1) AS place
),
shown AS (
    SELECT FALSE AS in_pipeline, rag FROM names
    UNION
    SELECT in_pipeline, rag FROM rated
),
lines AS (
    SELECT
        shown.in_pipeline,
        shown.rag,
        coalesce(sum(rated.net_value), 0) AS net_value,
        coalesce(sum(rated.risk_adjusted), 0) AS risk_adjusted
    FROM shown
    LEFT JOIN rated ON rated.in_pipeline = shown.in_pipeline AND rated.rag = shown.rag
    GROUP BY shown.in_pipeline, shown.rag
),
whole AS (
    SELECT sum(net_value) AS net_value, sum(risk_adjusted) AS risk_adjusted FROM lines
)
SELECT
    lines.in_pipeline,
    lines.rag,
    lines.net_value,
    lines.risk_adjusted,
    percentage(lines.risk_adjusted, whole.risk_adjusted) AS share,
    lines.risk_adjusted - lines.net_value AS variance
FROM lines
CROSS JOIN whole
LEFT JOIN names USING (rag)
ORDER BY lines.in_pipeline, coalesce(names.place, 99), lines.rag;
