-- Which risks and mitigations does one submission's risk register hold?
SELECT * EXCLUDE (
    submission, row_order, kind, flow, section, parent, parts_from, parts_to, source_row, source_column
)
FROM risk_register
WHERE submission = $submission AND kind = 'line'
ORDER BY row_order;
