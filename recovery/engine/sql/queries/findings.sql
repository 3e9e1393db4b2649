-- What did reconciliation find within each table of these submissions?
SELECT dataset, "check", row_label, column_name, printed, computed, difference, severity, kind
FROM finding
WHERE submission IN (SELECT unnest($submissions::INTEGER[])) AND row_order IS NOT NULL
ORDER BY submission, row_order, column_name, "check";
