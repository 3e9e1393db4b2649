-- Which printed figures of one submission differ from what their parts give?
SELECT row_order, column_name, printed, computed, severity
FROM finding
WHERE submission = $submission AND row_order IS NOT NULL AND printed IS NOT NULL AND computed IS NOT NULL
    AND severity <> 'cannot be checked'
ORDER BY row_order, column_name, severity = 'difference', abs(difference);
