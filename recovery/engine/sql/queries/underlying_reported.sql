-- What does one submission's underlying position table print, row by row?
SELECT row_order, kind, flow, FALSE AS added, * EXCLUDE (
    submission, row_order, kind, flow, section, parent, parts_from, parts_to, source_row, source_column
)
FROM underlying
WHERE submission = $submission
ORDER BY row_order;
