-- Which rows does the published stage by area matrix show, with a total where the source has none?
SELECT shown.row_order, shown.kind, shown.flow, shown.added_label IS NOT NULL, coalesce(source.area, shown.added_label)
FROM table_rows('qipp_gateway', $submission) AS shown
LEFT JOIN qipp_gateway AS source ON source.submission = $submission AND source.row_order = shown.row_order
ORDER BY shown.place;
