-- What does one submission's allocation movements table print, row by row?
SELECT row_order, kind, flow, FALSE AS added, * EXCLUDE (
    submission, row_order, kind, flow, section, parent, parts_from, parts_to, source_row, source_column
)
FROM allocations
WHERE submission = $submission
ORDER BY row_order;
