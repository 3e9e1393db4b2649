-- The published summary by RAG as re-added: variance and share from net and risk-adjusted value, the total from the
-- lines.  A line's share is of the risk-adjusted total, a total's is risk-adjusted over net.
CREATE OR REPLACE MACRO qipp_rag_readded(id) AS TABLE
WITH summed AS (
    SELECT
        shown.row_order,
        shown.place,
        shown.kind,
        shown.flow,
        shown.added_label IS NOT NULL AS added,
        coalesce(max(own.status) FILTER (shown.part = shown.row_order), shown.added_label) AS status,
        coalesce(max(own.rag) FILTER (shown.part = shown.row_order), '') AS rag,
        sum(sign * own.net_value) AS net_value,
        sum(sign * own.risk_adjusted) AS risk_adjusted
    FROM parts_of('qipp_rag', id) AS shown
    LEFT JOIN qipp_rag AS own ON own.submission = id AND own.row_order = shown.part
    GROUP BY shown.row_order, shown.place, shown.kind, shown.flow, shown.added_label
)
SELECT
    *,
    percentage(
        risk_adjusted,
        CASE
            WHEN kind = 'total' THEN net_value
            ELSE sum(risk_adjusted) FILTER (kind = 'line' AND flow <> 'memorandum') OVER ()
        END
    ) AS share,
    added_up(risk_adjusted, -net_value) AS variance
FROM summed;
