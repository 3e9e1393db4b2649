-- The QIPP targets as re-added: the total from the areas.
CREATE OR REPLACE MACRO qipp_targets_readded(id) AS TABLE
SELECT
    shown.row_order,
    shown.place,
    shown.kind,
    shown.flow,
    shown.added_label IS NOT NULL AS added,
    coalesce(max(own.area) FILTER (shown.part = shown.row_order), shown.added_label) AS area,
    sum(sign * own.target) AS target
FROM parts_of('qipp_targets', id) AS shown
LEFT JOIN qipp_targets AS own ON own.submission = id AND own.row_order = shown.part
GROUP BY shown.row_order, shown.place, shown.kind, shown.flow, shown.added_label;
